"""What of a report needs a person's decision, and of what kind: an editor's list of work."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cite.model.findings import Finding, Level
from cite.model.verdicts import (
    LinkClass,
    LinkState,
    LinkVerdict,
    Verdict,
    WorkOutcome,
    WorkStatus,
    WorkVerdict,
)


class Need(StrEnum):
    """What a person has to do, in the order in which it is worth doing."""

    REPLACE = "replace"
    """The address no longer serves: put another in its place."""
    LOOK = "look"
    """A program cannot tell; a person who opens the address can."""
    QUERY = "query"
    """Something for the author: a work that changed, was retracted or is not found, words quoted otherwise."""
    CANNOT_BE_CHECKED = "cannot-be-checked"
    """Nothing was or can be asked."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to decide."""

    need: Need
    verdict: Verdict
    why: str
    """In a sentence."""
    link: LinkVerdict | None = None
    """The address it is about; None where it is about the work."""
    finding: Finding | None = None
    """Where one says it."""


_ALWAYS = ("changed-since-cited",)
"""Hints that need a decision all the same: whether the words cited are among those that changed."""
_UNASKED = (LinkState.UNSUPPORTED, LinkState.REFUSED, LinkState.NOT_JUDGED)


def triage(verdicts: Iterable[Verdict]) -> tuple[Matter, ...]:
    """Every matter of some verdicts: broken links first, by kind of decision, then as they stand in the article."""
    found = [matter for verdict in verdicts for matter in _matters(verdict)]
    order = list(Need)
    return tuple(sorted(found, key=lambda one: (order.index(one.need), _whole(one))))


def _whole(matter: Matter) -> bool:
    """Whether the address still serves: what is broken goes first."""
    return matter.link is None or matter.link.link_class is not LinkClass.BROKEN


def _matters(verdict: Verdict) -> Iterator[Matter]:
    settled = {
        one.url
        for one in verdict.findings
        if one.level is Level.INFO and one.code.startswith("link-")
    }
    for link in verdict.links:
        if need := _need(link, link.url in settled):
            yield Matter(need, verdict, link.reasons[0] if link.reasons else "", link)
    told = [one for one in verdict.remarks if one.level is not Level.INFO or one.code in _ALWAYS]
    yield from (Matter(Need.QUERY, verdict, one.message, finding=one) for one in told)
    if not told and (why := _query(verdict.work)):
        yield Matter(Need.QUERY, verdict, why)


def _need(link: LinkVerdict, settled: bool) -> Need | None:
    """What an address asks of a person; `settled` where its note cites a sound copy beside it, or it only moved."""
    match link.link_class:
        case LinkClass.BROKEN:
            return None if settled else Need.REPLACE
        case LinkClass.UNKNOWN:
            return Need.CANNOT_BE_CHECKED if link.state in _UNASKED else Need.LOOK
        case LinkClass.OK:
            if link.state is LinkState.FRAGMENT_MISSING:
                return Need.LOOK
            return Need.REPLACE if link.state is LinkState.MOVED and link.replacement else None


def _query(work: WorkVerdict | None) -> str:
    """What an index says of a work that its author should hear, where no finding says it."""
    if work is None:
        return ""
    index = work.service or "the indexes"
    if work.status is not WorkStatus.NONE:
        return f"It is {work.status.value} by the record of {index}."
    if work.outcome is WorkOutcome.NOT_FOUND:
        return f"No trace of it in {index}, which would be expected to hold it."
    if work.outcome is WorkOutcome.DIFFERS:
        fields = ", ".join(dict.fromkeys(one.field for one in work.differences))
        return f"It is described otherwise in {index}: {fields or 'see the record'}."
    return ""
