"""What earlier looks say: when a link was last well, and when failing to answer becomes being dead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cite.model.evidence import Fault, Look

SUSPECTED_AFTER = 2
"""Failures in a row, the present one counted, before a link that does not answer is suspected."""
DEAD_AFTER = 3
DEAD_OVER = timedelta(days=5)
"""Failures in a row, and the time they must span, before it is called dead. See docs/decisions/0003."""


_NO_ANSWER = frozenset(
    {
        Fault.NO_SUCH_NAME, Fault.NAME_LOOKUP, Fault.CONNECTION_REFUSED, Fault.NO_ROUTE,
        Fault.CONNECT_TIMEOUT, Fault.READ_TIMEOUT, Fault.RESET, Fault.PROTOCOL,
    }
)  # fmt: skip
_NOT_ASKED = frozenset({Fault.INTERRUPTED, Fault.BREAKER_OPEN})


@dataclass(frozen=True, slots=True)
class Trend:
    """What the looks, the present one left out, amount to."""

    last_well: datetime | None
    failures: int
    """In a row, up to the last look."""
    since: datetime | None
    """When they began."""

    @property
    def suspected(self) -> bool:
        """With the present failure, often enough to say so, not yet long enough to be certain."""
        return self.failures + 1 >= SUSPECTED_AFTER

    def dead(self, now: datetime) -> bool:
        """With the present failure, often and long enough."""
        often = self.failures + 1 >= DEAD_AFTER
        return often and self.since is not None and now - self.since >= DEAD_OVER


def trend(looks: Sequence[Look]) -> Trend:
    """Read a history, oldest first. Any answer of a living server ends a series, 429 included."""
    last_well = max((look.at for look in looks if well(look)), default=None)
    failures: list[Look] = []
    for look in reversed(looks):
        if look.fault in _NOT_ASKED:
            continue
        if not unanswered(look):
            break
        failures.append(look)
    return Trend(last_well, len(failures), failures[-1].at if failures else None)


def well(look: Look) -> bool:
    """Whether a look got a page."""
    return look.status is not None and look.status < 400


def unanswered(look: Look) -> bool:
    """Whether a look got no answer, or the server's word that it could not give one."""
    return look.fault in _NO_ANSWER or (look.status is not None and 500 <= look.status < 600)
