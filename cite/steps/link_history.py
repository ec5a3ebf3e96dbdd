"""What earlier looks say: when a link was last well, and when failing to answer becomes being dead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cite.model.evidence import Look

SUSPECTED_AFTER = 2
"""Failures in a row, the present one counted, before a link that does not answer is suspected."""
DEAD_AFTER = 3
DEAD_OVER = timedelta(days=5)
"""Failures in a row, and the time they must span, before it is called dead. See docs/decisions/0003."""


@dataclass(frozen=True, slots=True)
class Trend:
    """What the looks, the present one last, amount to."""

    last_well: datetime | None
    failures: int
    """In a row, up to now."""
    since: datetime | None
    """When they began."""

    @property
    def suspected(self) -> bool:
        """Often enough to say so, not yet long enough to be certain."""
        return self.failures >= SUSPECTED_AFTER

    @property
    def dead(self) -> bool:
        """Often and long enough."""
        return self.failures >= DEAD_AFTER

    def over(self, now: datetime) -> bool:
        """Whether the failures span the days that it takes."""
        return self.dead and self.since is not None and now - self.since >= DEAD_OVER


def trend(looks: Sequence[Look]) -> Trend:
    """Read a history, oldest first."""
    last_well = max((look.at for look in looks if well(look)), default=None)
    failures: list[Look] = []
    for look in reversed(looks):
        if not unanswered(look):
            break
        failures.append(look)
    return Trend(last_well, len(failures), failures[-1].at if failures else None)


def well(look: Look) -> bool:
    """Whether a look got a page."""
    return look.status is not None and look.status < 400


def unanswered(look: Look) -> bool:
    """Whether a look got no answer, or one that says to come back."""
    return look.fault is not None or (
        look.status is not None and (look.status >= 500 or look.status == 429)
    )
