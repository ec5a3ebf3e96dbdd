"""RIS out and in."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats import ris
from cite.model.entries import Name
from tests.formats.works import WORKS


def test_every_kind_of_work_is_written_as_a_person_has_read_it(accepted):
    from pathlib import Path

    accepted(Path(__file__).parent / "golden" / "works.ris", ris.write(WORKS))


@pytest.mark.parametrize(
    "original", [one for one in WORKS if one.key != "broken1"], ids=lambda work: work.key
)
def test_what_is_written_is_read_back(original):
    (read,) = ris.read(ris.write([original]), "x.ris").references
    before, after = original.entry, read.entry
    assert read.key == original.key
    assert after.date == before.date
    for name in ("title", "doi", "url", "urldate", "volume", "edition", "archiveurl"):
        assert after.fields.get(name) == before.fields.get(name), name
    authors = tuple(name for name in before.fields.get("author", ()) if name.literal != "others")
    assert after.fields.get("author", ()) == authors


def test_records_of_other_programs_are_read():
    text = "\ufeffTY  - NEWS\r\nA1  - Doe, Jane van\r\nT1  - A title\r\n  that goes on\r\nJF  - The Nation\r\nY1  - 2009/10/05/\r\nL1  - http://a.example/x.pdf\r\nER  - \r\n"
    (read,) = ris.read(text.replace("\r\n", "\n"), "x").references
    fields = read.entry.fields
    assert fields["author"] == (Name("Doe", "Jane", "van"),)
    assert fields["title"] == "A title that goes on"
    assert (fields["journal"], fields["year"], fields["month"], fields["day"]) == (
        "The Nation",
        2009,
        10,
        5,
    )
    assert [link.url for link in read.links] == ["http://a.example/x.pdf"]


def test_a_record_that_never_ends_is_a_finding_with_its_line_and_is_read_all_the_same():
    found = ris.read("TY  - BOOK\nTI  - One\n\nTY  - BOOK\nTI  - Two\nER  - \n", "x")
    assert [reference.entry.fields["title"] for reference in found.references] == ["One", "Two"]
    assert [(f.code, f.place.line) for f in found.findings] == [("broken-entry", 1)]


@given(st.text(alphabet=st.sampled_from("TYERAUI  - \n12/x"), max_size=80))
def test_no_text_is_too_broken_to_be_read(text):
    ris.read(text, "x")


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")
def test_pandoc_reads_it(tmp_path):
    path = tmp_path / "works.ris"
    path.write_text(ris.write(WORKS), "utf-8")
    done = subprocess.run(
        ["pandoc", path, "-f", "ris", "-t", "csljson"], capture_output=True, text=True
    )
    if "Unknown input format" in done.stderr:
        pytest.skip("needs a pandoc that reads RIS")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"id"') == len(WORKS)
