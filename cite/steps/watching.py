"""When each address is due for another look, and which are taken today: by state, age and history. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, IntEnum
from itertools import islice

from cite.model.evidence import Fault, Look
from cite.steps.link_history import unanswered, well


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long each kind of news keeps. Figures for what the usual one is worth: docs/simulation.md."""

    live: timedelta = timedelta(days=7)
    """After a page; twice as long after each further one."""
    rarely: timedelta = timedelta(days=28)
    """At most, for what is always there."""
    soon: timedelta = timedelta(days=1)
    """After a failure: whether it lasts is known the sooner, and false alarms end the sooner."""
    looks_soon: int = 6
    """Failures to answer that are each looked into soon, which is enough to call a link dead."""
    given_up: timedelta = timedelta(days=64)
    """At most, for what is gone or silent: some come back."""
    spread: float = 0.25
    """So much of the wait for what lives it may be shorter or longer, by the second of the last look: what was first seen
    on one day is not due on one day for ever."""
    early: timedelta = timedelta(hours=4)
    """So much before its time a look may be taken: a run at the same hour each day is never a few minutes short."""


USUAL = Rhythm()
MOST_COUNTED = 12
"""Looks in a row that are counted: no wait grows beyond, and a store that is thinned keeps as many."""


class Urgency(IntEnum):
    """What goes first where there is not time for all."""

    SUSPECTED = 0
    """Does not answer, and nobody knows yet whether for good."""
    NEW = 1
    """Never looked at."""
    KNOWN = 2
    """Well, gone, or closed to programs."""


class News(Enum):
    """What a look says of a page."""

    WELL = "well"
    GONE = "gone"
    """Its server says so, or leads nowhere, or there is no such host."""
    SILENT = "silent"
    """No answer, or a wish to be asked later: that may pass."""
    CLOSED = "closed"
    """Somebody is there and turns programs away; or nobody can ask at all."""


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


def due(looks: Sequence[Look], rhythm: Rhythm = USUAL) -> datetime | None:
    """When the next look is to be taken; None where none was taken yet, and it is due at once."""
    if not looks:
        return None
    last, same = _in_a_row(looks)
    if last in (News.WELL, News.CLOSED):
        wait = _doubled(rhythm.live, same - 1, rhythm.rarely) * _spread(looks[-1], rhythm)
    elif last is News.GONE:
        wait = _doubled(rhythm.soon, same - 1, rhythm.given_up)
    else:
        wait = _doubled(rhythm.soon, same - rhythm.looks_soon, rhythm.given_up)
    return looks[-1].at + wait - rhythm.early


def _in_a_row(looks: Sequence[Look]) -> tuple[News, int]:
    """What the last look says, and how many before it said the same without a break, itself counted."""
    last = news(looks[-1])
    same = 1
    for look in islice(reversed(looks), 1, MOST_COUNTED):
        if news(look) is not last:
            break
        same += 1
    return last, same


def _doubled(wait: timedelta, times: int, most: timedelta) -> timedelta:
    return min(wait * (1 << min(max(times, 0), 10)), most)


def _spread(last: Look, rhythm: Rhythm) -> float:
    """A factor around 1. Multiples of the golden ratio lie as evenly as can be."""
    return 1 + rhythm.spread * (2 * (last.at.timestamp() * _GOLDEN % 1) - 1)


def news(look: Look) -> News:
    """What a look says of its page."""
    if well(look):
        return News.WELL
    if look.status in _GONE or look.fault in _NOWHERE:
        return News.GONE
    return News.SILENT if unanswered(look) or look.status == _TOO_MANY else News.CLOSED


_GONE = frozenset({404, 410})
_NOWHERE = frozenset({Fault.NO_SUCH_NAME, Fault.REDIRECT_LOOP, Fault.TOO_MANY_REDIRECTS, Fault.TLS})
_TOO_MANY = 429
_GOLDEN = (5**0.5 - 1) / 2


def urgency(looks: Sequence[Look]) -> Urgency:
    """How much it matters that an address is looked at today."""
    if not looks:
        return Urgency.NEW
    return Urgency.SUSPECTED if news(looks[-1]) is News.SILENT else Urgency.KNOWN


def choose(
    watched: Iterable[Watched], now: datetime, budget: Budget, rhythm: Rhythm = USUAL
) -> tuple[str, ...]:
    """The addresses to look at now, most urgent and longest overdue first, within what is left of the day's budget.

    What was looked at today counts, so that a run that was stopped goes on where it was. Of a million addresses only
    those that are due are held.
    """
    left, by_host = budget.per_day, Counter[str]()
    waiting: list[tuple[Urgency, datetime, int, str, str]] = []
    for number, one in enumerate(watched):
        if one.looks and one.looks[-1].at.date() == now.date():
            left -= 1
            by_host[one.host] += 1
        since = due(one.looks, rhythm) or now
        if since <= now:
            waiting.append((urgency(one.looks), since, number, one.url, one.host))
    chosen: list[str] = []
    for *_, url, host in sorted(waiting):
        if len(chosen) >= left:
            break
        if by_host[host] < budget.per_host:
            by_host[host] += 1
            chosen.append(url)
    return tuple(chosen)


def in_all(first: Sequence[Look], second: Sequence[Look]) -> tuple[Look, ...]:
    """Each look at an address, with what a second one in a browser's manner found where the first found nothing.

    Both oldest first. Some sites turn programs away and show readers the page.
    """
    return tuple(_in_all(first, second))


def _in_all(first: Sequence[Look], second: Sequence[Look]) -> Iterator[Look]:
    following = iter(second)
    again = next(following, None)
    for look, later in zip(first, (*first[1:], None), strict=False):
        while again and again.at < look.at:
            again = next(following, None)
        belongs = again is not None and (later is None or again.at < later.at)
        if again and belongs and well(again) and not well(look):
            yield replace(again, at=look.at)
        else:
            yield look
