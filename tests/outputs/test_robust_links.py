"""A link in the report says which copy stands for it, and a copy what it is a copy of."""

from datetime import UTC, datetime

from cite.formats.html import read_html
from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.evidence import Memento, MementosOutcome
from cite.model.references import Reference
from cite.model.report import Report, Summary
from cite.model.verdicts import LinkState, LinkVerdict, MementoChoice, Verdict
from cite.outputs.html import Html

URL, COPY = (
    'http://paper.example/?a="b&c',
    "https://archive.example/web/20100714120000/http://paper.example/",
)


def page():
    memento = Memento(COPY, URL, datetime(2010, 7, 14, 12, tzinfo=UTC), "archive.example")
    choice = MementoChoice(URL, memento, MementosOutcome.FOUND, "nearest", "2010", 0.0)
    link = LinkVerdict(URL, LinkState.DEAD, ("Gone.",), (), memento=choice, replacement=COPY)
    reference = Reference("k", Entry("online", {}, "k"), (Link(URL, URL, URL, Span(0, 1)),))
    summary = Summary(1, 1, {"dead": 1}, {"ok": 0, "broken": 1, "unknown": 0}, {"error": 0, "warning": 0, "info": 0})  # fmt: skip
    return Html().write(Report(datetime(2026, 11, 24, tzinfo=UTC), ("a.md",), (Verdict(reference, (link,)),), (), (), summary))  # fmt: skip


def test_links_are_robust_in_both_directions():
    text = page()
    assert read_html(text).title
    original = 'href="http://paper.example/?a=&#34;b&amp;c"'
    assert f'{original} rel="noopener noreferrer nofollow" data-versionurl="{COPY}" data-versiondate="2010-07-14"' in text  # fmt: skip
    assert f'href="{COPY}" rel="noopener noreferrer nofollow" data-originalurl="http://paper.example/?a=&#34;b&amp;c" data-versiondate="2010-07-14"' in text  # fmt: skip
