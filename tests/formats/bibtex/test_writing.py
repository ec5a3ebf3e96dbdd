"""Entries as they are written in each dialect."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats.bibtex.blocks import split
from cite.formats.bibtex.merging import merge
from cite.formats.bibtex.types import Dialect
from cite.formats.bibtex.writing import protect_case, write_entry
from cite.model.document import Link, Span
from cite.model.entries import Entry, Name
from cite.model.notes import NoteId, NoteRef
from cite.model.references import Reference
from tests.formats.works import WORKS, person, work


def field(text, name):
    match = re.search(rf"^  {name}\s+= (.*),$", text, re.MULTILINE)
    return match[1] if match else None


@pytest.mark.parametrize("dialect", Dialect)
def test_every_kind_of_work_is_written_as_a_person_has_read_it(dialect, accepted):
    from pathlib import Path

    text, _ = merge(split(""), WORKS, dialect)
    accepted(Path(__file__).parent / "golden" / f"{dialect}.bib", text)


def test_text_is_escaped_and_addresses_are_left_alone():
    text = write_entry(
        work("k", "misc", title="R & D_100% #1 $5 ~^", url="http://a.example/x_y?a=1&b=%20#c~d")
    )
    assert field(text, "title") == r"{{R \& D\_100\% \#1 \$5 \textasciitilde{}\textasciicircum{}}}"
    assert field(text, "url") == "{http://a.example/x_y?a=1&b=%20#c~d}"


def test_an_address_cannot_break_out_of_its_braces():
    text = write_entry(work("k", "misc", title="T", url='http://a.example/{x}"\\y z\n'))
    assert field(text, "url") == "{http://a.example/%7Bx%7D%22%5Cy%20z}"


def test_the_note_and_its_numeral_are_kept():
    text = write_entry(work("k", "misc", raw="Jane Doe, Rights & Wrongs", title="T"))
    assert field(text, "annotation") == r"{Note iv: Jane Doe, Rights \& Wrongs}"


def test_the_address_given_beside_the_entry_is_written():
    link = Link("http://a.example/", "http://a.example/", None, Span(0, 1))
    text = write_entry(Reference("k", Entry("misc", {"title": "T"}, "k"), (link,)))
    assert field(text, "url") == "{http://a.example/}"


def test_biber_keeps_unicode_and_bibtex_gets_commands():
    reference = work(
        "k",
        "book",
        author=(person("Müller", "Zoë"),),
        title="Éric – “ß” in Łódź",
        publisher="P",
        year=1999,
    )
    assert field(write_entry(reference), "author") == "{Müller, Zoë}"
    plain = write_entry(reference, Dialect.BIBTEX)
    assert field(plain, "author") == r"{M{\"u}ller, Zo{\"e}}"
    assert field(plain, "title") == r"{{\'E}ric -- ``{\ss}'' in {\L}{\'o}d{\'z}}"


@pytest.mark.parametrize(
    ("printed", "written"),
    [("12-15", "12--15"), ("573–4", "573--4"), ("12 – 15", "12--15"), ("S12-S15", "S12--S15"), ("1655", "1655"), ("xii–xiv", "xii--xiv"), ("C-12", "C-12")],
)  # fmt: skip
def test_page_ranges_have_two_hyphens(printed, written):
    assert field(write_entry(work("k", "article", title="T", author=(person("A", "B"),), journal="J", pages=printed)), "pages") == f"{{{written}}}"  # fmt: skip


def test_months_are_macros_and_days_a_calendar_has():
    text = write_entry(work("k", "misc", title="T", year=2001, month=2, day=28))
    assert (field(text, "month"), field(text, "day")) == ("feb", "28")
    assert (
        field(write_entry(work("k", "misc", title="T", year=2001, month=2, day=30)), "day") is None
    )
    plain = write_entry(work("k", "misc", title="T", year=2001, month=2, day=28), Dialect.BIBTEX)
    assert field(plain, "month") == 'feb # "~28"'


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("HIV/STI risk in McDonald's", "{HIV/STI} risk in {McDonald's}"),
        ("The trafficking of Burmese women into brothels in Thailand", "The trafficking of {Burmese} women into brothels in {Thailand}"),
        ("Sex Trafficking in India", "Sex Trafficking in India"),
        ("Cambodia: Young victims treated as criminals", "Cambodia: Young victims treated as criminals"),
        ("ALL SHOUTED", "ALL SHOUTED"),
        ("", ""),
    ],
)  # fmt: skip
def test_capitals_that_mark_names_are_protected(title, written):
    assert protect_case(title) == written


def test_a_report_without_its_publisher_is_what_it_can_be_and_says_what_it_is():
    text = write_entry(work("k", "techreport", author=(person("A", "B"),), title="T", year=2001))
    assert text.startswith("@misc{k,")
    assert field(text, "keywords") == "{techreport}"


def test_what_a_type_has_no_field_for_is_said_in_words():
    reference = work(
        "k",
        "book",
        author=(person("A", "B"),),
        editor=(person("C", "D"),),
        title="T",
        publisher="P",
        year=1999,
    )
    assert field(write_entry(reference, Dialect.BIBTEX), "note") == "{Edited by D C}"


def test_an_archived_copy_is_named_for_programs_and_in_words():
    more = {"archiveurl": "https://archive.example/2010/x", "archivedate": "2010-07-05"}
    reference = work("k", "online", title="T", url="http://a.example/", year=2010, **more)
    said = r"Archived copy of 5 July 2010: \url{https://archive.example/2010/x}"
    text = write_entry(reference)
    assert (field(text, "archiveurl"), field(text, "archivedate")) == (
        "{https://archive.example/2010/x}",
        "{2010-07-05}",
    )
    assert field(text, "addendum") == f"{{{said}}}"
    assert said in field(write_entry(reference, Dialect.BIBTEX), "note")


ANY_TEXT = st.text(max_size=40)
FIELDS = st.dictionaries(
    st.sampled_from("title journal booktitle volume number pages publisher address year month day url doi note institution edition isbn urldate howpublished keywords".split()),
    ANY_TEXT | st.integers(-5, 99999),
)  # fmt: skip


@given(st.sampled_from(["article", "book", "incollection", "jurisdiction", "misc", "online", "nonsense"]), FIELDS, ANY_TEXT, st.sampled_from(Dialect))  # fmt: skip
def test_whatever_a_note_holds_the_file_stays_whole(entry_type, fields, raw, dialect):
    names = (Name(raw, raw), Name(literal=raw or "x"))
    reference = Reference(
        "k",
        Entry(entry_type, {"author": names, **fields}, "k"),
        (),
        (NoteRef(NoteId("article.md", 0, 0), "i"),),
        "",
        raw,
    )
    found = split(write_entry(reference, dialect) + "\n@misc{next, title = {N}}\n")
    assert [block.key for block in found.entries] == ["k", "next"]
    assert not found.broken
    for value in found.entries[0].fields.values():
        assert value.count("{") == value.count("}")
