"""CSL JSON out, in, and through pandoc."""

import json
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats import csl_json
from cite.model.entries import Entry, Name
from cite.model.errors import InputError
from cite.model.references import Reference
from tests.formats.works import WORKS

STRINGS = set(
    "title container-title volume issue number page publisher publisher-place edition collection-title collection-number "
    "chapter-number genre DOI ISBN ISSN PMID URL note annote abstract keyword language title-short version status medium "
    "event-place authority archive_location".split()
)  # fmt: skip
NAMES = {"author", "editor", "translator", "container-author"}
DATES = {"issued", "accessed"}
TYPES = set(
    "article-journal article-magazine article-newspaper book chapter paper-conference report thesis webpage document "
    "legal_case legislation treaty personal_communication interview manuscript pamphlet dataset software patent periodical".split()
)  # fmt: skip


def check_item(item):
    """What CSL's schema asks: known variables alone, strings but for names and dates."""
    assert item["id"] and item["type"] in TYPES
    for variable, value in item.items():
        if variable in NAMES:
            assert value and all(
                set(n) <= {"family", "given", "non-dropping-particle", "suffix", "literal"}
                for n in value
            )
        elif variable in DATES:
            (parts,) = value["date-parts"]
            assert (
                set(value) == {"date-parts"}
                and 1 <= len(parts) <= 3
                and all(isinstance(p, int) for p in parts)
            )
        elif variable not in ("id", "type"):
            assert variable in STRINGS and isinstance(value, str), variable


def test_every_kind_of_work_is_written_as_a_person_has_read_it(accepted):
    from pathlib import Path

    text = csl_json.write(WORKS)
    for item in json.loads(text):
        check_item(item)
    accepted(Path(__file__).parent / "golden" / "works.json", text)


@pytest.mark.parametrize("original", WORKS, ids=lambda work: work.key)
def test_what_is_written_is_read_back(original):
    (read,) = csl_json.read(csl_json.write([original]), "x.json").references
    before, after = original.entry, read.entry
    same = (
        "author",
        "editor",
        "translator",
        "title",
        "doi",
        "url",
        "urldate",
        "volume",
        "pages",
        "edition",
        "number",
        "year",
        "month",
        "day",
    )
    for name in same:
        if "year" in before.fields or name not in ("month", "day"):
            assert after.fields.get(name) == before.fields.get(name), name
    assert after.date == before.date
    assert read.key == original.key


@pytest.mark.parametrize("text", ["", "{", "[1, 2", '"x"', '{"a": 1}', "[" * 100_000])
def test_what_is_no_list_of_references_is_refused_in_one_line(text):
    with pytest.raises(InputError) as refusal:
        csl_json.read(text, "x.json")
    assert "\n" not in str(refusal.value)


def test_an_item_without_a_type_is_a_finding_and_the_others_go_through():
    found = csl_json.read(
        '[3, {"id": "a"}, {"id": "b", "type": "book", "title": "<i>T</i>"}]', "x.json"
    )
    assert [finding.code for finding in found.findings] == ["broken-entry"] * 2
    assert found.references[0].entry.fields["title"] == "T"


ANYTHING = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=6), one, max_size=3), max_leaves=6)  # fmt: skip


@given(st.dictionaries(st.sampled_from(sorted(STRINGS | NAMES | DATES | {"id"})), ANYTHING))
def test_no_item_is_too_odd_to_be_read(item):
    csl_json.read(json.dumps([{**item, "type": "book"}]), "x.json")


def test_a_list_in_a_wrapper_as_servers_send_it_is_read():
    assert (
        csl_json.read('{"items": [{"id": 1, "type": "book", "title": "T"}]}', "x").references[0].key
        == "1"
    )


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")
def test_pandoc_takes_it_and_gives_it_back(tmp_path):
    path = tmp_path / "works.json"
    path.write_text(csl_json.write(WORKS), "utf-8")
    done = subprocess.run(
        ["pandoc", path, "-f", "csljson", "-t", "csljson"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    back = {one.key: one.entry for one in csl_json.read(done.stdout, "x").references}
    for work in WORKS:
        assert back[work.key].fields.get("year") == work.entry.fields.get("year")
        assert len(back[work.key].fields.get("author", ())) == len(
            work.entry.fields.get("author", ())
        )


def test_a_name_that_cannot_be_split_stays_whole():
    item = csl_json.item(Reference("k", Entry("book", {"author": (Name(literal="A Body"),)}, "k")))
    assert item["author"] == [{"literal": "A Body"}]
