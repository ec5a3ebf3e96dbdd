"""Whose turn it is: so many requests at once, so many to one host, and never faster than its interval. Pure.

One schedule over all hosts. A slot is given to a request only when its host is ready for it, so that no slot is held
while waiting; of the hosts that are ready, the one whose queue will take longest is served first, since the run cannot
end before it. See docs/decisions/0004. The time is told, in seconds of any clock: `pace` drives it by the event loop's,
a simulation by its own.
"""

import heapq
import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

A_HAIR = 0.003
"""Seconds added to every interval: what leaves here evenly does not arrive there quite as evenly."""
A_MOMENT = 0.001
"""Seconds that a request is taken to last where no interval is kept: enough to compare queues."""


class Ticket(Protocol):
    """Whoever waits for leave."""

    def done(self) -> bool:
        """Whether it waits no more, and is to be passed over."""


T = TypeVar("T", bound=Ticket)


@dataclass(slots=True)
class _Host(Generic[T]):
    """One host's queue."""

    name: str
    interval: float
    waiting: deque[T] = field(default_factory=deque)
    under_way: int = 0
    next_start: float = 0.0
    """Nobody is let in before."""
    last_sent: float = -math.inf
    held_until: float = -math.inf
    resting: bool = False
    """Whether it stands among the hosts that will be ready later."""
    listing: int = 0
    """Its place in the list of hosts that are ready; 0 while it has none."""
    introduced: bool = False
    """Whether the first of several requests has found out at what pace the host wants to be asked."""
    introducing: bool = False

    @property
    def backlog(self) -> float:
        """Seconds that its queue will take at least."""
        return len(self.waiting) * (self.interval or A_MOMENT)


class Schedule(Generic[T]):
    """Slots over all hosts, and a queue for each host."""

    def __init__(self, slots: int, per_host: int, interval: float) -> None:
        """`interval` is the least between two requests to one host, in seconds."""
        self._free = slots
        self._per_host = per_host
        self._interval = _kept(interval)
        self._hosts: dict[str, _Host[T]] = {}
        self._ready: list[tuple[float, int, _Host[T]]] = []
        self._resting: list[tuple[float, int, _Host[T]]] = []
        self._listings = 0

    @property
    def open(self) -> bool:
        """Whether somebody could be let in now."""
        return self._free > 0 and bool(self._ready)

    @property
    def opens_at(self) -> float:
        """When the next host will have rested; infinity where none rests."""
        return self._resting[0][0] if self._resting else math.inf

    def queue(self, name: str, ticket: T, now: float, ahead: bool = False) -> None:
        """Wait for one request to a host; `ahead` of its queue for what has begun already."""
        host = self._host(name)
        if ahead:
            host.waiting.appendleft(ticket)
        else:
            host.waiting.append(ticket)
        self._list(host, now)

    def withdraw(self, name: str, ticket: T) -> None:
        """Wait no longer."""
        waiting = self._host(name).waiting
        if ticket in waiting:
            waiting.remove(ticket)

    def let_in(self, now: float) -> Iterator[tuple[T, bool]]:
        """Whoever has leave to make a request now; True for the first of several to a host, who must introduce itself
        while the others wait."""
        while self._resting and self._resting[0][0] <= now:
            host = heapq.heappop(self._resting)[2]
            host.resting = False
            self._list(host, now)
        while self._ready and self._free > 0:
            _, listing, host = heapq.heappop(self._ready)
            if listing != host.listing:
                continue
            host.listing = 0
            if self._ready_at(host) <= now and not (ticket := host.waiting.popleft()).done():
                self._let_in(host, now)
                yield ticket, host.introducing
            self._list(host, now)

    def give_back(self, name: str, first: bool, now: float) -> None:
        """A request is over; `first` as it was told when it was let in."""
        host = self._host(name)
        self._free += 1
        host.under_way -= 1
        if first:
            host.introduced, host.introducing = True, False
        self._list(host, now)

    def turn(self, name: str, now: float) -> float:
        """When a request that has been let in may be sent: the host's interval after the one before."""
        host = self._host(name)
        host.last_sent = max(now, host.last_sent + host.interval, host.held_until)
        return host.last_sent

    def sent(self, name: str, now: float) -> None:
        """A request went out, perhaps later than its turn was."""
        host = self._host(name)
        host.last_sent = max(host.last_sent, now)

    def introduce(self, name: str, interval: float) -> None:
        """A host wants at least this interval between requests."""
        host = self._host(name)
        host.interval = max(host.interval, _kept(interval))
        host.next_start = max(host.next_start, host.last_sent + host.interval)

    def hold(self, name: str, until: float) -> None:
        """A host asked to be left alone: nobody sends before that."""
        host = self._host(name)
        host.held_until = max(host.held_until, until)
        host.next_start = max(host.next_start, host.held_until)

    def interval(self, name: str) -> float:
        """Seconds kept between two requests to a host."""
        return self._host(name).interval

    def waiting(self, name: str) -> int:
        """Requests that wait for this host."""
        return len(self._host(name).waiting)

    def idle(self, name: str) -> bool:
        """Whether nobody waits for this host and nobody asks it."""
        host = self._host(name)
        return not host.waiting and not host.under_way

    def _host(self, name: str) -> _Host[T]:
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = _Host(name, self._interval)
        return host

    def _ready_at(self, host: _Host[T]) -> float:
        """When the host may be asked next; infinity while somebody else has to finish first."""
        if not host.waiting or host.introducing or host.under_way >= self._per_host:
            return math.inf
        return host.next_start

    def _list(self, host: _Host[T], now: float) -> None:
        """Put a host among those that are ready, or those that will be when they have rested.

        With every change it is put there anew, by what its queue is now; the former place is void.
        """
        ready_at = self._ready_at(host)
        if ready_at == math.inf:
            return
        if ready_at <= now:
            self._listings += 1
            host.listing = self._listings
            heapq.heappush(self._ready, (-host.backlog, self._listings, host))
        elif not host.resting:
            host.resting = True
            self._listings += 1
            heapq.heappush(self._resting, (ready_at, self._listings, host))

    def _let_in(self, host: _Host[T], now: float) -> None:
        """A request to a host begins."""
        host.introducing = not host.introduced and bool(host.waiting)
        self._free -= 1
        host.under_way += 1
        if host.interval:
            host.next_start = max(now, host.next_start) + host.interval


def _kept(interval: float) -> float:
    """The interval that is kept so that the one wanted is seen."""
    return interval + A_HAIR if interval else 0.0
