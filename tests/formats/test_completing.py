"""Fields put into a .bib that lacks them, all else left byte for byte."""

from hypothesis import given
from hypothesis import strategies as st

from cite.formats.bibtex.completing import complete

BIB = """% kept
@article{one,
    title = {A Study of {Tides}},
    year = 2004
}

@book{two, title = {Boats}, doi={10.1/x},}
"""


def test_what_is_missing_is_added_and_what_stands_there_is_left():
    text = complete(
        BIB,
        {
            "one": (("doi", "10.5555/a_b"), ("year", 1999)),
            "two": (("doi", "10.9/other"),),
            "three": (("doi", "x"),),
        },
    )
    assert text == BIB.replace(
        "    year = 2004\n}", "    year = 2004,\n    doi = {10.5555/a_b},\n}"
    )


def test_offering_twice_changes_nothing_more():
    once = complete(BIB, {"one": (("doi", "10.5555/x"),)})
    assert complete(once, {"one": (("doi", "10.5555/x"),)}) == once


@given(st.text(max_size=40))
def test_whatever_an_index_offers_stays_within_its_field(value):
    from cite.formats.bibtex.reading import parse

    text = complete(BIB, {"one": (("publisher", value),)})
    assert [one.key for one in parse(text, "x.bib").references] == ["one", "two"]
