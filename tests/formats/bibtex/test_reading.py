"""Files of other people, the broken ones included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats.bibtex.blocks import split
from cite.formats.bibtex.merging import merge
from cite.formats.bibtex.reading import entries, parse
from cite.formats.bibtex.types import Dialect
from cite.model.entries import Name
from tests.formats.works import WORKS


def entry(text):
    (reference,) = parse(text, "x.bib").references
    return reference.entry


def test_names_dates_and_links_are_read():
    (read,) = parse(
        "@misc{k, author={van der Berg, Jan and {A Body} and Ana Gil}, date={2010-07-05}, doi={10.1/x}, title={Caf\\'e {NASA}}}",
        "x",
    ).references
    fields = read.entry.fields
    assert fields["author"] == (
        Name("Berg", "Jan", "van der"),
        Name(literal="A Body"),
        Name("Gil", "Ana"),
    )
    assert (fields["year"], fields["month"], fields["day"]) == (2010, 7, 5)
    assert fields["title"] == "Café NASA"
    assert [link.url for link in read.links] == ["https://doi.org/10.1/x"]


@pytest.mark.parametrize(
    ("value", "read"),
    [("jul", (7, None)), ("{July}", (7, None)), ("7", (7, None)), ('jul # "~5"', (7, 5)), ('"5~" # jul', (7, 5)), ("{13}", (None, None))],
)  # fmt: skip
def test_months_are_read_in_every_way_people_write_them(value, read):
    fields = entry(f"@misc{{k, title={{T}}, year=2001, month={value}}}").fields
    assert (fields.get("month"), fields.get("day")) == read


def test_macros_and_joined_values_are_put_in_place():
    text = '@string{jama = "J. Am. # Med. Assoc."}\n@article{k, journal = jama # { and } # "more", title="A {"}quoted{"} word"}'
    assert entry(text).fields["journal"] == "J. Am. # Med. Assoc. and more"
    assert entry(text).fields["title"] == 'A "quoted" word'


def test_biblatex_names_of_fields_are_read_as_the_same_fields():
    fields = entry("@article{k, journaltitle={J}, location={Oxford}, title={T}}").fields
    assert (fields["journal"], fields["address"]) == ("J", "Oxford")


def test_an_address_in_a_note_is_an_address():
    (read,) = parse(
        "@misc{k, title={T}, note={Online: \\url{http://a.example/x\\_y}}}", "x"
    ).references
    assert [link.url for link in read.links] == ["http://a.example/x_y"]


def test_a_broken_entry_is_a_finding_with_its_line_and_the_rest_goes_through():
    text = "@book{a, title={One}}\n\n@book{b, title={Two\n\n@book{c, title={Three}}\n@book{d title}\n@book{e, title={Five}}\n"
    found = parse(text, "x.bib")
    assert [reference.key for reference in found.references] == ["a", "c", "e"]
    assert [(f.code, f.place.line) for f in found.findings] == [
        ("broken-entry", 3),
        ("broken-entry", 6),
    ]


def test_a_key_or_a_field_given_twice_is_a_finding():
    found = parse("@book{a, title={One}, title={Uno}}\n@book{a, title={Two}}\n", "x.bib")
    assert [(f.code, f.place.line) for f in found.findings] == [
        ("duplicate-field", 1),
        ("duplicate-key", 2),
    ]
    assert [reference.entry.fields["title"] for reference in found.references] == ["One", "Two"]
    assert (
        entries(split("@book{a, title={One}}\n@book{a, title={Two}}"))["a"].fields["title"] == "One"
    )


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("original", [w for w in WORKS if w.key != "broken1"], ids=lambda w: w.key)
def test_who_what_and_when_survive_writing_and_reading(original, dialect):
    text, _ = merge(split(""), [original], dialect)
    (read,) = parse(text, "x").references
    before, after = original.entry, read.entry
    title = str(before.fields.get("title", ""))
    assert after.fields.get("title", "") in (title, title.replace("’", "'"))
    assert after.date == before.date
    if "author" in before.fields:
        assert after.fields["author"] == before.fields["author"]
    for name in ("url", "doi", "archiveurl", "archivedate", "urldate"):
        assert after.fields.get(name) == before.fields.get(name)


@given(st.text(alphabet=st.sampled_from('@{}"#=,\\abk \n%()'), max_size=60))
def test_no_text_is_too_broken_to_be_read(text):
    parse(text, "x.bib")
    merged, _ = merge(split(text), ())
    assert merged == text


def test_reading_is_linear_in_what_is_never_closed():
    for piece in (
        "@a{",
        "@a{b,c={",
        '@a{b,c="',
        "@string{x=",
        "{" * 20,
        "@a{b,c={d} # ",
        "@ " * 20 + "\n",
    ):
        parse(piece * 20_000, "x.bib")
