"""Which looks of a long history may go: what changed stays, what stayed as it was is thinned with its age. Pure.

Of looks at one address there stay

- all of the last thirty days, and the newest twelve whatever their age: as many as any rule counts;
- the first and the last of each run of like looks, so that every change of state keeps its date;
- every look that got no answer, as a verdict counts them and says since when;
- every look that something else stands on: a verdict by hand, a package, a copy sent to an archive;
- of the rest the first in each week for ninety days, then the first in each month.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cite.model.evidence import Look
from cite.steps.link_history import unanswered

EVERYTHING = timedelta(days=30)
"""For how long every look is kept."""
WEEKLY = timedelta(days=90)
"""Until when one a week is kept; after that, one a month."""
NEWEST = 12
"""Looks that are kept whatever their age: `watching.due` counts no further back."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A look at an address, with those in a browser's manner that followed it: kept together or not at all."""

    looks: tuple[Look, ...]
    """At least one."""
    numbers: tuple[int, ...]
    """By which the store knows them."""
    stood_on: bool = False
    """Whether something else stands on one of them."""

    @property
    def at(self) -> datetime:
        """When it began."""
        return self.looks[0].at

    @property
    def state(self) -> tuple[object, ...]:
        """What was seen, as far as it is told without the page."""
        return tuple((look.status, look.fault, look.url) for look in self.looks)


def may_go(
    sittings: Sequence[Sitting],
    now: datetime,
    shown: Callable[[Sitting], object],
    everything: timedelta = EVERYTHING,
) -> Iterator[Sitting]:
    """Those that need not be kept, of all at one address, oldest first.

    `shown` tells what kind of page was there, as a page that became an error page has changed under the
    same status; it is asked of few, since it takes reading the page.
    """
    middle = zip(
        sittings, sittings[1:], sittings[2 : max(0, len(sittings) - NEWEST + 1)], strict=False
    )
    for before, one, after in middle:
        if _thinnable(one, now, everything) and _alike(before, one, after):
            if _bucket(before, now) == _bucket(one, now):
                if shown(before) == shown(one) == shown(after):
                    yield one


def _thinnable(one: Sitting, now: datetime, everything: timedelta) -> bool:
    """Whether it is old enough, and nothing counts on it."""
    return now - one.at > everything and not one.stood_on and not any(map(unanswered, one.looks))


def _alike(*sittings: Sitting) -> bool:
    return len({one.state for one in sittings}) == 1


def _bucket(one: Sitting, now: datetime) -> tuple[int, int]:
    """The week or the month of which the first look is kept."""
    if now - one.at <= WEEKLY:
        return one.at.isocalendar()[:2]
    return one.at.year, one.at.month
