"""When each address is due for another look, and which are taken today: by state, age and history. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import takewhile

from cite.model.evidence import Fault, Look
from cite.steps.link_history import well

SOON = timedelta(days=1)
"""After a failure: whether it lasts is known the sooner, and false alarms end the sooner."""
LIVE = timedelta(days=7)
"""After a good answer; twice as long after each further one."""
RARELY = timedelta(days=28)
"""At most, for what was always there."""
GIVEN_UP = timedelta(days=64)
"""At most, for what is gone: some come back."""
LOOKS_SOON = 6
"""Failures without an answer that are each looked into soon, which is enough to call a link dead."""
_GONE = (404, 410)


class Urgency(IntEnum):
    """What goes first where there is not time for all."""

    SUSPECTED = 0
    """Failed, and nobody knows yet whether for good."""
    NEW = 1
    """Never looked at."""
    KNOWN = 2
    """Well or gone for long."""


@dataclass(frozen=True, slots=True)
class Watched:
    """An address and every look that was taken at it, oldest first."""

    url: str
    host: str
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """Addresses that may be looked at in one day (UTC)."""

    per_day: int
    per_host: int


def due(looks: Sequence[Look]) -> datetime | None:
    """When the next look is to be taken; None where none was taken yet, and it is due at once."""
    if not looks:
        return None
    last = looks[-1]
    same = sum(1 for _ in takewhile(lambda one: _kind(one) == _kind(last), reversed(looks)))
    if well(last):
        return last.at + min(LIVE * (1 << min(same - 1, 10)), RARELY)
    settled = same if _gone(last) else same - LOOKS_SOON + 1
    return last.at + min(SOON * (1 << min(max(settled - 1, 0), 10)), GIVEN_UP)


def urgency(looks: Sequence[Look]) -> Urgency:
    """How much it matters that an address is looked at today."""
    if not looks:
        return Urgency.NEW
    return Urgency.KNOWN if well(looks[-1]) or _gone(looks[-1]) else Urgency.SUSPECTED


def choose(watched: Sequence[Watched], now: datetime, budget: Budget) -> tuple[str, ...]:
    """The addresses to look at now, most urgent and longest overdue first, within what is left of the day's budget.

    What was looked at today counts, so that a run that was stopped goes on where it was.
    """
    done = [one for one in watched if one.looks and one.looks[-1].at.date() == now.date()]
    left = budget.per_day - len(done)
    by_host = Counter(one.host for one in done)
    waiting = [one for one in watched if (at := due(one.looks)) is None or at <= now]
    chosen: list[str] = []
    for one in sorted(waiting, key=lambda one: (urgency(one.looks), due(one.looks) or now)):
        if len(chosen) >= left:
            break
        if by_host[one.host] < budget.per_host:
            by_host[one.host] += 1
            chosen.append(one.url)
    return tuple(chosen)


def _gone(look: Look) -> bool:
    """Whether a server said that nothing is there, or there is no such host."""
    return look.status in _GONE or look.fault is Fault.NO_SUCH_NAME


def _kind(look: Look) -> tuple[bool, bool]:
    return well(look), _gone(look)
