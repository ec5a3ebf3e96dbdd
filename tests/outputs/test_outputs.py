"""Every output from one small report, each held against a file that a person has read."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cite.model.conditions import Conditions
from cite.model.document import Link, Run, Span, Style
from cite.model.entries import Entry, Name
from cite.model.evidence import Fetch, Hop, Memento, MementosOutcome
from cite.model.findings import Finding, Level, Place
from cite.model.notes import Marker, Note, NoteId, NoteRef
from cite.model.options import Options
from cite.model.references import (
    Citation,
    CrossReference,
    NoteKind,
    ReadDocument,
    ReadNote,
    Reference,
)
from cite.model.report import HostFigures
from cite.model.verdicts import LinkState, LinkVerdict, MementoChoice, Sign, Verdict
from cite.outputs.terminal import terminal
from cite.pipeline import OUTPUTS, output_named
from cite.steps.compile_report import compile_report

GOLDEN = Path(__file__).parent / "golden"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
REPORT_URL = "http://a.example/rights_report.pdf"
PRESS_URL = "https://b.example/press?id=1&page=2"
CONDITIONS = Conditions("cite/0 (source checker; +https://desk.example/)", 20.0, 2)
HOSTILE = "<script>alert(1)</script>\x1b[31m| `x`"
HOSTS = (
    HostFigures("a.example", 12, {"2xx": 8, "3xx": 1, "4xx": 2}, repeats=1, too_many=1, median=0.123, p95=0.8),
    HostFigures(HOSTILE, 2, {"none": 2}, refused=2),
)  # fmt: skip


def place(line):
    return Place("article.md", line, 1)


def link(url):
    return Link(url, url, None, Span(0, len(url)))


def work(key, title, url, label, line, sentence):
    fields = {"author": (Name("Doe", "Ann"),), "title": title, "year": 2009, "month": 6}
    entry = Entry("report", fields, key)
    return Reference(
        key,
        entry,
        (link(url),),
        (NoteRef(NoteId("article.md", 0, line), label),),
        sentence,
        f"Doe, {title}, June 2009.",
        place(line),
    )


RIGHTS = work("doe2009rights", "Rights & Duties", REPORT_URL, "i", 9, "It was said.")
PRESS = work("doe2009press", f"Press {HOSTILE}", PRESS_URL, "ii", 11, "It was printed.")


def dead():
    ask = Fetch(REPORT_URL)
    copy = Memento(
        "https://archive.example/2009/x",
        REPORT_URL,
        datetime(2009, 7, 1, tzinfo=UTC),
        "lab",
        200,
        "application/pdf",
    )
    late = Memento(
        "https://archive.example/2020/x", REPORT_URL, datetime(2020, 7, 1, tzinfo=UTC), "lab", 404
    )
    choice = MementoChoice(
        REPORT_URL, copy, MementosOutcome.FOUND, "nearest usable capture", "June 2009, the date of the work", 15.5,
        ((late, "it captured an error (404)"),), ("https://archive.example/cdx → 200",),
        date="2009-06", distance="10 days after June 2009",
    )  # fmt: skip
    sign = Sign(
        REPORT_URL,
        LinkState.DEAD,
        "status-gone",
        "The server answered 404: it says that there is no such page.",
        (ask,),
    )
    hops = (Hop(REPORT_URL, 404, None, "http", 0.05, "192.0.2.1"),)
    return LinkVerdict(
        REPORT_URL, LinkState.DEAD, (sign.reason,), (sign,), hops, NOON, last_well=datetime(2025, 5, 3, tzinfo=UTC),
        memento=choice, replacement=copy.uri_m, conditions=CONDITIONS,
    )  # fmt: skip


def blocked():
    sign = Sign(
        PRESS_URL,
        LinkState.BLOCKED,
        "status-blocked",
        f"The site answered 403: “{HOSTILE}”.",
        (Fetch(PRESS_URL),),
    )
    choice = MementoChoice(
        PRESS_URL, None, MementosOutcome.UNKNOWN, detail="lab: no answer in time"
    )
    return LinkVerdict(
        PRESS_URL,
        LinkState.BLOCKED,
        (sign.reason,),
        (sign,),
        (Hop(PRESS_URL, 403),),
        NOON,
        memento=choice,
    )


def note(label, runs, line, sentence):
    marker = Marker(label, Place("article.md", 3, 5), 0, 0, sentence)
    return Note(label, runs, "", place(line), (), None, (marker,), NoteId("article.md", 0, line))


def document():
    rights = note(
        "i",
        (Run("Doe, "), Run("Rights & Duties", Style.ITALIC), Run(", June 2009.")),
        9,
        "It was said.",
    )
    press = note("ii", (Run(f"See Doe, Press {HOSTILE}, at p. 4."),), 11, "It was printed.")
    same = note("iii", (Run("Ibid.", Style.ITALIC),), 13, "It was said again.")
    remark = note("iv", (Run("Nobody else has."),), 15, "Nobody denied it.")
    back = CrossReference(
        "ibid",
        Span(0, 5),
        target=NoteRef(NoteId("article.md", 0, 11), "ii"),
        key="doe2009press",
        reason="the work just cited",
    )
    return ReadDocument("article.md", (
        ReadNote(rights, NoteKind.CITATION, (Citation(RIGHTS.entry, Span(0, 9)),)),
        ReadNote(press, NoteKind.CITATION, (Citation(PRESS.entry, Span(0, 9), "See", "4"),)),
        ReadNote(same, NoteKind.CROSS_REFERENCE, (back,)),
        ReadNote(remark, NoteKind.COMMENTARY),
    ))  # fmt: skip


@pytest.fixture(scope="module")
def report():
    gap = Finding(
        "gap-in-notes",
        Level.WARNING,
        f"After note iv comes vi; v is missing. {HOSTILE}",
        place(17),
        "vi",
    )
    lost = Finding("link-dead", Level.ERROR, "The server answered 404.", place(9), "i", REPORT_URL)
    return compile_report(
        [Verdict(RIGHTS, (dead(),), (lost,)), Verdict(PRESS, (blocked(),))],
        [document()],
        [gap],
        made_at=NOON,
        inputs=("article.md",),
        options=Options(),
        caveats=("Made against a demonstration web.",),
        requests=2,
        conditions=[CONDITIONS],
        hosts=HOSTS,
        seconds=12.5,
    )


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_is_the_one_that_was_read_and_accepted(name, report, accepted):
    output = output_named(name)
    ending = next(
        (one for one in output.suffixes if one[0] == "." and name != "gitlab"), f".{name}"
    )
    text = output.write(report)
    accepted(GOLDEN / f"report{ending}", without_assets(text) if name == "html" else text)


def without_assets(page):
    """A page without its style sheet and script, which are files of their own, and without their digests."""
    page = re.sub(r"<(style|script)>.*?</\1>", r"<\1>…</\1>", page, flags=re.DOTALL)
    return re.sub(r"'sha256-[^']+'", "'sha256-…'", page)


def test_the_terminal_shows_what_was_read_and_accepted(report, accepted):
    accepted(GOLDEN / "report.txt", terminal(report) + "\n")


@pytest.mark.parametrize("name", OUTPUTS)
def test_no_output_lets_through_what_a_hostile_page_says(name, report):
    text = output_named(name).write(report)
    assert "\x1b" not in text
    if name == "html":
        assert "<script>alert" not in text and text.count("<script") == 1


def test_the_page_needs_nothing_from_elsewhere(report):
    page = output_named("html").write(report)
    assert "<img" not in page and "<link" not in page and "@import" not in page
    assert "src=" not in page
