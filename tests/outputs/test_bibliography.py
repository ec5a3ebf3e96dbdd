"""A report as a bibliography: copies, access dates, and a file that is there already."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from cite.formats.bibtex.blocks import split
from cite.model.document import Link, Span
from cite.model.entries import Entry, Name
from cite.model.evidence import Memento, MementosOutcome
from cite.model.notes import NoteId, NoteRef
from cite.model.options import Options
from cite.model.references import Reference
from cite.model.verdicts import LinkState, LinkVerdict, MementoChoice, Verdict
from cite.outputs.bibtex import Bibtex
from cite.outputs.junit import Junit
from cite.steps.compile_report import compile_report

URL = "http://a.example/rights"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def verdict(state=LinkState.DEAD, copy=True, **fields):
    fields = {"author": (Name("Doe", "Ann"),), "title": "Rights", "year": 2009, **fields}
    reference = Reference(
        "doe2009rights", Entry("online", fields), (Link(URL, URL, None, Span(0, 1)),), (NoteRef(NoteId("article.md", 0, 0), "i"),), "", "Doe, Rights."
    )  # fmt: skip
    memento = Memento(
        "https://archive.example/2009/x",
        URL,
        datetime(2009, 7, 1, tzinfo=UTC),
        "lab",
        200,
        "text/html",
    )
    choice = MementoChoice(URL, memento, MementosOutcome.FOUND) if copy else None
    return Verdict(reference, (LinkVerdict(URL, state, (), (), asked_at=NOON, memento=choice),))


def report(*verdicts, **options):
    return compile_report(
        verdicts, [], [], made_at=NOON, inputs=("a.md",), options=Options(**options)
    )


def fields_of(text):
    (block,) = split(text).entries
    return block.fields


def test_a_dead_link_has_its_copy_for_programs_and_for_readers():
    fields = fields_of(Bibtex().write(report(verdict())))
    assert fields["archiveurl"] == "https://archive.example/2009/x"
    assert fields["archivedate"] == "2009-07-01"
    assert "1 July 2009" in fields["addendum"] and fields["archiveurl"] in fields["addendum"]
    assert "urldate" not in fields


def test_plain_bibtex_says_it_in_the_note():
    fields = fields_of(Bibtex().write(report(verdict(), dialect="bibtex")))
    assert "1 July 2009" in fields["note"] and "addendum" not in fields


def test_a_link_that_was_seen_to_work_is_dated_unless_the_note_dates_it():
    assert (
        fields_of(Bibtex().write(report(verdict(LinkState.LIVE, copy=False))))["urldate"]
        == "2026-03-01"
    )
    own = verdict(LinkState.LIVE, copy=False, urldate="2010-05-06")
    assert fields_of(Bibtex().write(report(own)))["urldate"] == "2010-05-06"


def test_a_hand_made_bibliography_gets_the_copy_under_its_own_key_and_nothing_else():
    mine = "% mine\n@online{Doe09, author={Doe, Ann}, title={{Rights}}, date={2009}, url={http://a.example/rights}}\n"
    text, findings = Bibtex().write_into(report(verdict()), mine)
    assert text.startswith(mine.rstrip("}\n"))
    assert fields_of(text)["archivedate"] == "2009-07-01"
    assert findings == ()
    assert Bibtex().write_into(report(verdict()), text)[0] == text


@pytest.mark.parametrize(("state", "outcome"), [(LinkState.DEAD, "failure"), (LinkState.BLOCKED, "skipped"), (LinkState.LIVE, None)])  # fmt: skip
def test_a_build_server_fails_what_is_broken_and_skips_what_is_unknown(state, outcome):
    (case,) = ElementTree.fromstring(Junit().write(report(verdict(state)))).iter("testcase")
    assert [child.tag for child in case] == ([outcome] if outcome else [])


def test_a_doi_needs_no_access_date():
    seen = verdict(LinkState.LIVE, copy=False, doi="10.1000/x")
    assert "urldate" not in fields_of(Bibtex().write(report(seen)))
