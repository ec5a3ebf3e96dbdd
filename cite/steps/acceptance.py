"""Links that a person looked at: what they said stands until its day, and is said loudly after it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from cite.model.decisions import Action, Decision, Decisions
from cite.model.findings import Finding, Level, Place
from cite.model.references import Reference
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict

_STATES = {state.value: state for state in LinkState}


def accepted(
    links: Iterable[LinkVerdict], reference: Reference, decisions: Decisions, today: date
) -> list[LinkVerdict]:
    """Verdicts, with what people said of a link in place of what was found."""
    return [_accepted(link, reference, decisions, today) for link in links]


def _accepted(
    link: LinkVerdict, reference: Reference, decisions: Decisions, today: date
) -> LinkVerdict:
    decision = decisions.about(link.url, reference.label, today)
    if decision is None or decision.action is not Action.CHECKED or decision.state not in _STATES:
        return link
    return replace(
        link,
        state=_STATES[decision.state],
        reasons=(_said(decision), *link.reasons),
        by_hand=decision,
        suspected=False,
    )


def _said(decision: Decision) -> str:
    who = f" by {decision.who}" if decision.who else ""
    made = f" on {decision.made:%-d %B %Y}" if decision.made else ""
    until = f" (until {decision.until:%-d %B %Y})" if decision.until else ""
    why = f": {decision.why}" if decision.why else ""
    return f"Checked by hand{who}{made}{until}{why.rstrip('.')}."


CHECKED_BY_HAND = "link-checked-by-hand"
"""What a person says of a link that would be raised otherwise: forges show it as put aside, with its reason."""


def set_aside(verdict: LinkVerdict, reference: Reference, place: Place | None) -> Iterator[Finding]:
    """That a person has seen well what was found not to be."""
    found = verdict.signs[0].state if verdict.signs else verdict.state
    if (
        verdict.by_hand
        and verdict.link_class is LinkClass.OK
        and found.link_class is not LinkClass.OK
    ):
        message = f"{verdict.reasons[0]} Found to be {found.value}: {' '.join(verdict.reasons[1:])}"
        yield Finding(
            CHECKED_BY_HAND, Level.INFO, message.rstrip(), place, reference.label, verdict.url
        )


def expired(
    links: Iterable[LinkVerdict], reference: Reference, decisions: Decisions, today: date
) -> Iterator[Finding]:
    """What people said of a link, once it no longer counts: somebody should look again."""
    for link in links:
        decision = decisions.expired(link.url, reference.label, today)
        if link.by_hand is None and decision and decision.until:
            message = f"What was said of it by hand ended on {decision.until:%-d %B %Y}; look again and say it anew, or take it back with `cite accept URL --forget`."
            yield Finding(
                "decision-expired",
                Level.WARNING,
                message,
                reference.place,
                reference.label,
                link.url,
            )
