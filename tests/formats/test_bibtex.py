"""BibTeX written, kept and read."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats.bibtex import merge, parse, read_names
from cite.formats.latex import escape, unescape
from cite.model.document import Link, Span
from cite.model.references import Entry, Name, Reference

ROOT = Path(__file__).parents[2]


def reference(key="doe2001rights", **fields):
    fields = {
        "author": (Name("Doe", "Jane"),),
        "title": "Rights & wrongs_100%",
        "year": 2001,
        **fields,
    }
    url = fields.get("url", "http://a.example/x_y?a=1&b=2#c")
    return Reference(
        key,
        Entry("article", {"journal": "J", **fields}, key),
        (Link(url, url, url, Span(0, 0)),),
        ("iv",),
        "",
        "Jane Doe, Rights",
    )


def test_writing_twice_changes_nothing():
    once, _ = merge("", [reference()])
    twice, findings = merge(once, [reference()])
    assert once == twice
    assert findings == ()


def test_text_is_escaped_and_addresses_are_left_alone():
    text, _ = merge("", [reference()])
    assert r"Rights \& wrongs\_100\%" in text
    assert "http://a.example/x_y?a=1&b=2#c" in text


def test_the_note_and_its_numeral_are_kept():
    assert "Note iv: Jane Doe, Rights" in merge("", [reference()])[0]


def test_an_edit_by_hand_is_kept_and_said():
    edited = merge("", [reference()])[0].replace("2001,", "2002,")
    text, (finding,) = merge(edited, [reference()])
    assert text == edited
    assert finding.code == "edited-by-hand"
    assert "year" in finding.message


def test_an_entry_whose_note_changed_is_written_again():
    text, findings = merge(merge("", [reference()])[0], [reference(year=2003)])
    assert "2003" in text
    assert findings == ()


def test_what_is_not_ours_stays_byte_for_byte():
    foreign = '% mine\n@string{x = "y"}\n\n@book{other,\n   title={Odd   spacing} }\n'
    text, _ = merge(foreign, [reference()])
    assert text.startswith(foreign.rstrip("\n"))


def test_a_broken_entry_is_a_finding_with_its_line():
    found = parse("@book{a, title={One}}\n\n@book{b, title={Two\n", "x.bib")
    assert [r.key for r in found.references] == ["a"]
    assert found.findings[0].place.line == 3


def test_entries_are_read_with_names_dates_and_links():
    (read,) = parse(
        "@misc{k, author={van der Berg, Jan and {A Body} and Ana Gil}, date={2010-07-05}, doi={10.1/x}, title={Caf\\'e {NASA}}}",
        "x",
    ).references
    assert read.entry.fields["author"] == (
        Name("Berg", "Jan", "van der"),
        Name(literal="A Body"),
        Name("Gil", "Ana"),
    )
    assert (read.entry.fields["year"], read.entry.fields["month"], read.entry.fields["day"]) == (
        2010,
        7,
        5,
    )
    assert read.entry.fields["title"] == "Café NASA"
    assert [link.url for link in read.links] == ["https://doi.org/10.1/x"]


@given(
    st.text(
        alphabet=st.characters(
            min_codepoint=33,
            max_codepoint=500,
            blacklist_characters="~-\x7f\xad",
            blacklist_categories=("Cc", "Cf", "Zs"),
        ),
        max_size=40,
    )
)
def test_escaped_text_is_read_back(text):
    assert unescape(escape(text)) == text


def test_a_name_survives():
    assert read_names("Doe, Jr, Jane") == (Name("Doe", "Jane", "", "Jr"),)


@pytest.mark.skipif(not shutil.which("biber"), reason="needs biber")
def test_biber_reads_the_samples_references(tmp_path):
    shutil.copy(ROOT / "refs.bib", tmp_path / "refs.bib")
    done = subprocess.run(
        ["biber", "--tool", "refs.bib"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert "ERROR" not in done.stdout
