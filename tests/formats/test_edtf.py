"""Dates beyond a day, month or year of our era, as bibliographies write them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats import csl_json, ris
from cite.formats.bibtex.reading import parse as read_bib
from cite.formats.bibtex.writing import write_entry
from cite.formats.edtf import Issued, parse


def work(date):
    return read_bib(f"@book{{k, title = {{T}}, {date}}}", "a.bib")


@pytest.mark.parametrize(
    ("date", "issued", "written"),
    [
        ("year = {1921--1927}", {"date-parts": [[1921], [1927]]}, "1921/1927"),
        ("year = {1878/79}", {"date-parts": [[1878], [1879]]}, "1878/1879"),
        ("year = {1994-95}", {"date-parts": [[1994], [1995]]}, "1994/1995"),
        ("date = {1988-02-03/1988-02-09}", {"date-parts": [[1988, 2, 3], [1988, 2, 9]]}, "1988-02-03/1988-02-09"),
        ("date = {2003/open}", {"date-parts": [[2003], [0]]}, "2003/"),
        ("date = {/1950}", {"date-parts": [[1950]]}, "/1950"),
        ("date = {-0429}", {"date-parts": [[-429]]}, "-0429"),
        ("year = {19 BCE}", {"date-parts": [[-19]]}, "-0019"),
        ("date = {1650~}", {"date-parts": [[1650]], "circa": True}, "1650~"),
        ("year = {ca. 1870}", {"date-parts": [[1870]], "circa": True}, "1870~"),
        ("date = {2011-23}", {"date-parts": [[2011]], "season": 3}, "2011-23"),
        ("year = {1987}, month = {Winter}", {"date-parts": [[1987]], "season": 4}, "1987-24"),
        ("year = {1987}, month = {5--6}", {"date-parts": [[1987, 5], [1987, 6]]}, "1987-05/1987-06"),
        ("date = {2004-04-05T14:34:00}", {"date-parts": [[2004, 4, 5]]}, None),
        ("year = {2001b}", {"date-parts": [[2001]]}, None),
    ],
)  # fmt: skip
def test_a_date_is_told_and_written_as_it_is_and_never_as_another_year(date, issued, written):
    (reference,) = work(date).references
    assert csl_json.item(reference)["issued"] == issued
    entry = write_entry(reference)
    assert (
        written is None
        or f"date          = {{{written}}}" in entry
        or f"date  = {{{written}}}" in entry
    )
    (again,) = read_bib(entry, "b.bib").references
    assert csl_json.item(again)["issued"] == issued
    back = csl_json.read(json.dumps([csl_json.item(reference)]), "c.json").references[0]
    assert csl_json.item(back)["issued"] == issued


def test_what_is_no_date_is_kept_as_it_is_and_said():
    found = work("date = {soon after}")
    assert [finding.code for finding in found.findings] == ["date-not-understood"]
    assert "soon after" in write_entry(found.references[0])
    assert csl_json.item(found.references[0])["issued"] == {"literal": "soon after"}
    assert "PY  - soon after" in ris.write(found.references)


def test_the_year_of_a_reprint_is_the_first_one_and_the_other_is_kept():
    (reference,) = work("year = {1988 [1923]}").references
    assert reference.entry.fields["year"] == 1988
    assert csl_json.item(reference)["original-date"] == {"date-parts": [[1923]]}
    assert "origdate" in write_entry(reference)


POINTS = st.one_of(
    st.tuples(st.integers(1000, 2100)),
    st.tuples(st.integers(1000, 2100), st.integers(1, 12)),
    st.tuples(st.integers(1000, 2100), st.integers(1, 12), st.integers(1, 28)),
    st.tuples(st.integers(-2000, -1)),
)


@given(
    st.builds(Issued, POINTS, st.none(), st.just(False), st.booleans())
    | st.builds(Issued, POINTS, st.none() | POINTS, st.just(True))
)
def test_what_is_written_is_read_back(issued):
    assert parse(str(issued)) == issued


@given(st.text("0123456789-/~?XT .cBCE", max_size=20))
def test_no_text_breaks_the_reading(text):
    parse(text)
