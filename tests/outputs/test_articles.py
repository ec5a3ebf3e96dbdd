"""Several articles in one run: each has its own notes, verdicts and counts in every output."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from cite.model.document import Link, Run, Span
from cite.model.entries import Entry
from cite.model.findings import Finding, Level, Place
from cite.model.notes import Note, NoteId, NoteRef, TextLink
from cite.model.options import Options
from cite.model.references import NoteKind, ReadDocument, ReadNote, Reference, ReferenceId
from cite.model.report import Rule
from cite.model.verdicts import LinkState, LinkVerdict, Sign, Verdict
from cite.outputs.articles import articles, cited_in, not_checked
from cite.outputs.terminal import terminal
from cite.pipeline import OUTPUTS, output_named
from cite.steps.compile_report import compile_report

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
GONE = "http://court.example/rulings/7"
PAGE = "http://desk.example/page"


def link(url):
    return Link(url, url, None, Span(0, len(url)))


def verdict(path, index, label, url, state=LinkState.LIVE, in_text=False):
    place = Place(path, 10 + index, 3)
    notes = () if in_text else (NoteRef(NoteId(path, 0, index), label),)
    reference = Reference(
        f"key-{label}", Entry("online", {"title": f"Ruling {label}"}, f"key-{label}"), (link(url),) if url else (),
        notes, "It was ruled.", "A ruling.", place, ReferenceId(path, index), in_text=in_text,
    )  # fmt: skip
    sign = Sign(url, state, "status-gone", f"It is {state.value}.")
    links = (LinkVerdict(url, state, (sign.reason,), (sign,), (), NOON),) if url else ()
    broken = Finding("link-dead", Level.ERROR, sign.reason, place, label, url)
    return Verdict(reference, links, (broken,) if state is LinkState.DEAD else ())


def document(path, labels, links=()):
    notes = tuple(
        ReadNote(
            Note(label, (Run("A ruling."),), "", Place(path, 10 + at), id=NoteId(path, 0, at)),
            NoteKind.CITATION,
        )
        for at, label in enumerate(labels)
    )
    return ReadDocument(path, notes, (), links, digest=f"{len(path):064x}")


@pytest.fixture(scope="module")
def report():
    in_text = TextLink(link(PAGE), Place("two.md", 3, 8), "See the page.")
    gap = Finding("gap-in-notes", Level.WARNING, "ii is missing.", Place("two.md", 12, 1), "iii")
    return compile_report(
        [
            verdict("one.md", 0, "i", GONE, LinkState.DEAD),
            verdict("one.md", 1, "ii", ""),
            verdict("two.md", 0, "i", GONE, LinkState.DEAD),
            verdict("two.md", 1, "text-1", PAGE, in_text=True),
        ],
        [document("one.md", ["i", "ii"]), document("two.md", ["i"], (in_text,))],
        [gap],
        made_at=NOON,
        inputs=("one.md", "two.md"),
        options=Options(),
    )


def written(name, report):
    return output_named(name).write(report)


def test_each_article_has_its_own_verdicts_findings_and_counts(report):
    one, two = articles(report)
    assert (one.path, two.path) == ("one.md", "two.md")
    assert (one.summary.references, one.summary.classes["broken"]) == (2, 1)
    assert (two.summary.classes["ok"], two.summary.findings["warning"]) == (1, 1)
    assert [v.reference.in_text for v in two.in_text] == [True] and not one.in_text


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name not in ("bibtex", "prometheus")])
def test_every_output_names_both_articles(name, report):
    text = written(name, report)
    assert "one.md" in text and "two.md" in text


def test_the_terminal_tells_a_shared_dead_link_under_both_heads(report):
    text = terminal(report)
    one, two = text.index("one.md: 2 references"), text.index("two.md: 2 references")
    assert text.count(f"note i: dead  {GONE}") == 2
    assert one < text.index(GONE) < two < text.rindex(GONE)


def test_a_table_says_of_each_line_which_article_it_is_of(report):
    rows = list(csv.DictReader(io.StringIO(written("csv", report))))
    assert [(row["article"], row["url"]) for row in rows] == [
        ("one.md", GONE), ("two.md", GONE), ("two.md", PAGE)
    ]  # fmt: skip
    assert [row["in_text"] for row in rows] == ["", "", "yes"]


def test_a_build_server_sees_a_suite_for_each_article(report):
    suites = ElementTree.fromstring(written("junit", report)).findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["one.md", "two.md"]
    assert [suite.get("failures") for suite in suites] == ["1", "1"]
    assert [suite.get("file") for suite in suites] == ["one.md", "two.md"]
    assert suites[1].find("testcase/failure").text.startswith("two.md:10:3: ")


def test_a_forge_sees_the_dead_link_in_both_files_and_which_edition_was_read(report):
    (run,) = json.loads(written("sarif", report))["runs"]
    files = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in run["results"]
        if one["ruleId"] == "link-dead"
    ]
    assert files == ["one.md", "two.md"]
    assert [one["hashes"]["sha-256"] for one in run["artifacts"]] == [f"{6:064x}", f"{6:064x}"]


def test_a_forge_is_given_the_words_of_each_rule(report):
    told = replace(report, rules={"link-dead": Rule("Gone.\n\nReplace it.", "urn:x-cite:rule:x")})
    (run,) = json.loads(written("sarif", told))["runs"]
    rule = next(one for one in run["tool"]["driver"]["rules"] if one["id"] == "link-dead")
    assert rule["shortDescription"]["text"] == "Gone."
    assert rule["help"]["text"].endswith("Replace it.") and rule["helpUri"].startswith("urn:")
    assert all(
        run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        for one in run["results"]
    )


def test_json_counts_each_article_and_lines_hold_the_same(report):
    whole = json.loads(written("json", report))
    assert [one["summary"]["links"] for one in whole["documents"]] == [1, 2]
    lines = [json.loads(line) for line in written("jsonl", report).splitlines()]
    assert lines[0]["type"] == "run" and lines[0]["summary"] == whole["summary"]
    references = [line for line in lines if line.pop("type") == "reference"]
    assert references == whole["references"]


def test_json_in_pieces_is_json_whole(report):
    pieces = list(output_named("json").pieces(report))
    assert len(pieces) > len(report.verdicts)
    assert json.loads("".join(pieces))["references"][0]["path"] == "one.md"


def test_what_was_not_looked_at_is_said_in_words(report):
    told = not_checked(report)
    assert told[0].startswith("1 of 3 sources has no address")
    assert any("retracted" in line for line in told) and any("Quotations" in line for line in told)
    for name in ("markdown", "json", "html"):
        assert "1 of 3 sources has no address" in written(name, report)


def test_a_place_is_told_as_an_editor_would_say_it():
    said = [
        cited_in(verdict("one.md", 0, "iv", GONE).reference),
        cited_in(verdict("one.md", 2, "text-1", GONE, in_text=True).reference),
    ]
    assert said == ["note iv", "in the text, line 12"]
