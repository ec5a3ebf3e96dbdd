"""What needs a person's decision, and of what kind."""

import pytest

from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.findings import Finding, Level
from cite.model.references import Reference
from cite.model.verdicts import (
    LinkState,
    LinkVerdict,
    Verdict,
    WorkOutcome,
    WorkStatus,
    WorkVerdict,
)
from cite.steps.triage import Need, triage

URL = "http://a.example/"


def verdict(state=LinkState.LIVE, replacement=None, findings=(), work=None, key="doe"):
    reference = Reference(key, Entry("online", {}, key), (Link(URL, URL, None, Span(0, 1)),))
    link = LinkVerdict(URL, state, (f"It is {state.value}.",), (), replacement=replacement)
    return Verdict(reference, (link,), tuple(findings), work)


@pytest.mark.parametrize(
    ("state", "replacement", "need"),
    [
        (LinkState.LIVE, None, None),
        (LinkState.DEAD, "http://archive.example/", Need.REPLACE),
        (LinkState.DEAD, None, Need.REPLACE),
        (LinkState.DRIFTED, None, Need.REPLACE),
        (LinkState.MOVED, "http://b.example/", Need.REPLACE),
        (LinkState.MOVED, None, None),
        (LinkState.FRAGMENT_MISSING, None, Need.LOOK),
        (LinkState.BLOCKED, "http://archive.example/", Need.LOOK),
        (LinkState.TRANSIENT, None, Need.LOOK),
        (LinkState.REFUSED, None, Need.CANNOT_BE_CHECKED),
        (LinkState.UNSUPPORTED, None, Need.CANNOT_BE_CHECKED),
        (LinkState.NOT_JUDGED, None, Need.CANNOT_BE_CHECKED),
    ],
)
def test_each_state_asks_for_its_own_kind_of_decision(state, replacement, need):
    assert [one.need for one in triage([verdict(state, replacement)])] == ([need] if need else [])


def test_a_dead_page_whose_copy_is_cited_beside_it_asks_for_nothing():
    hint = Finding("link-dead", Level.INFO, "Gone, and a copy is cited.", url=URL)
    assert triage([verdict(LinkState.DEAD, findings=[hint])]) == ()


def test_what_the_author_must_hear_is_a_query():
    retracted = WorkVerdict(WorkOutcome.FOUND, "index", status=WorkStatus.RETRACTED)
    finding = Finding("quotation-altered", Level.ERROR, "Quoted otherwise.")
    changed = Finding("changed-since-cited", Level.INFO, "Half of it is new.", url=URL)
    found = triage(
        [verdict(work=retracted), verdict(findings=[finding]), verdict(findings=[changed])]
    )
    assert [one.need for one in found] == [Need.QUERY] * 3
    assert "retracted" in found[0].why


def test_broken_links_come_before_moved_ones_and_kinds_in_their_order():
    found = triage(
        [
            verdict(LinkState.BLOCKED, key="a"),
            verdict(LinkState.MOVED, "http://b.example/", key="b"),
            verdict(LinkState.DEAD, key="c"),
        ]
    )
    assert [one.verdict.reference.key for one in found] == ["c", "b", "a"]
