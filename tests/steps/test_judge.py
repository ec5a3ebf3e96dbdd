"""What several indexes say of one work, put together; and what findings rest on."""

import pytest

from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.evidence import Evidence, Fetch
from cite.model.references import Reference
from cite.model.verdicts import (
    Difference,
    LinkState,
    Sign,
    WorkOutcome,
    WorkStatus,
    WorkVerdict,
)
from cite.steps.consider import first_look
from cite.steps.judge import GRAVITY, WORK_PRECEDENCE, judge

URL = "http://a.example/"
WORK = Reference(
    "doe", Entry("book", {"title": "Ledgers"}, "doe"), (Link(URL, URL, URL, Span(0, 1)),)
)


def said(outcome, service="one", status=WorkStatus.NONE, **more):
    return WorkVerdict(
        outcome, service, status=status, evidence=(Fetch(f"http://{service}/"),), **more
    )


def work(*opinions):
    return judge(WORK, Evidence(), opinions).work


def test_every_outcome_and_status_has_its_place():
    assert set(WORK_PRECEDENCE) == set(WorkOutcome)
    assert set(GRAVITY) == set(WorkStatus)


def test_nothing_is_said_of_a_work_that_no_index_was_to_be_asked_about():
    assert work() is None


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("found", "not-found", "found"),
        ("found", "unreachable", "found"),
        ("found", "differs", "found"),
        ("differs", "not-found", "differs"),
        ("not-found", "unreachable", "unreachable"),
        ("not-found", "not-indexed", "not-found"),
        ("not-indexed", "not-asked", "not-indexed"),
    ],
)
def test_an_index_that_failed_may_hold_what_another_does_not(one, other, together):
    outcomes = [said(WorkOutcome(one)), said(WorkOutcome(other), "two")]
    assert work(*outcomes).outcome == work(*reversed(outcomes)).outcome == together


def test_a_retraction_counts_whoever_tells_of_it_and_all_that_was_asked_is_kept():
    found = said(WorkOutcome.FOUND, record="10.5555/x")
    listed = said(WorkOutcome.NOT_FOUND, "list", WorkStatus.RETRACTED)
    together = work(listed, found)
    assert (together.outcome, together.record, together.service) == ("found", "10.5555/x", "one")
    assert together.status is WorkStatus.RETRACTED
    assert together.evidence == (Fetch("http://one/"), Fetch("http://list/"))


def test_the_differences_are_those_of_the_index_that_decides():
    here = said(WorkOutcome.DIFFERS, differences=(Difference("year", "1999", "1989"),))
    assert work(said(WorkOutcome.NOT_FOUND, "two"), here).differences == here.differences


def test_a_finding_about_a_link_rests_on_what_its_state_does():
    sign = Sign(URL, LinkState.UNSUPPORTED, "bad-redirect", "It leads nowhere.", (first_look(URL),))
    (finding,) = judge(WORK, Evidence(), [sign]).findings
    assert finding.evidence == (first_look(URL),)
