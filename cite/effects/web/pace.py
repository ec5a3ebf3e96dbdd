"""Who may be asked when: so many at once, so many to one host, and never faster than its interval.

One schedule over all hosts. A slot is given to a request only when its host is ready for it, so that no
slot is held while waiting; of the hosts that are ready, the one whose queue will take longest is served
first, since the run cannot end before it. See docs/decisions/0004.
"""

import asyncio
import contextlib
import heapq
import math
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from cite.model.options import Options

A_HAIR = 0.003
"""Seconds added to every interval: what leaves here evenly does not arrive there quite as evenly."""
A_MOMENT = 0.001
"""Seconds that a request is taken to last where no interval is kept: enough to compare queues."""


@dataclass(slots=True)
class _Host:
    """One host's queue."""

    name: str
    interval: float
    waiting: deque[asyncio.Future[bool]] = field(default_factory=deque)
    under_way: int = 0
    next_start: float = 0.0
    """Nobody is let in before."""
    last_sent: float = -math.inf
    held_until: float = -math.inf
    alarm: asyncio.Task[None] | None = None
    listing: int = 0
    """Its place in the list of hosts that are ready; 0 while it has none."""
    introduced: bool = False
    """Whether the first of several requests has found out at what pace the host wants to be asked."""
    introducing: bool = False

    @property
    def backlog(self) -> float:
        """Seconds that its queue will take at least."""
        return len(self.waiting) * (self.interval or A_MOMENT)


class Pace:
    """Slots over all hosts, and a queue for each host."""

    def __init__(
        self,
        options: Options,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._free = options.slots
        self._per_host = options.per_host
        self._interval = _kept(options.interval)
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._ready: list[tuple[float, int, _Host]] = []
        self._listings = 0
        self._planned = False

    @contextlib.asynccontextmanager
    async def slot(self, name: str, ahead: bool = False) -> AsyncIterator[bool]:
        """Leave to make one request to a host; `ahead` of its queue for what has begun already.

        Gives True to the first of several requests: it must `introduce` itself, and the others wait.
        """
        host = self._host(name)
        leave: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        if ahead:
            host.waiting.appendleft(leave)
        else:
            host.waiting.append(leave)
        self._list(host)
        try:
            first = await leave
        except asyncio.CancelledError:
            if leave.done() and not leave.cancelled():
                self._give_back(host, leave.result())
            else:
                with contextlib.suppress(ValueError):
                    host.waiting.remove(leave)
            raise
        try:
            yield first
        finally:
            self._give_back(host, first)

    async def turn(self, name: str) -> None:
        """Wait, with a connection in hand, until the host's interval since the last request has passed."""
        host = self._host(name)
        due = max(self._clock(), host.last_sent + host.interval, host.held_until)
        host.last_sent = due
        while (wait := due - self._clock()) > 0:
            await self._sleep(_whole_milliseconds(wait))
        if host.interval:
            # What is sent now leaves when the loop has been round; on a busy machine that can take a while.
            asyncio.get_running_loop().call_soon(self._sent, host)

    def _sent(self, host: _Host) -> None:
        host.last_sent = max(host.last_sent, self._clock())

    def waiting(self, name: str) -> int:
        """Requests that wait for this host."""
        return len(self._host(name).waiting)

    def idle(self, name: str) -> bool:
        """Whether nobody waits for this host and nobody asks it."""
        host = self._host(name)
        return not host.waiting and not host.under_way

    def introduce(self, name: str, interval: float) -> None:
        """A host wants at least this interval between requests."""
        host = self._host(name)
        host.interval = max(host.interval, _kept(interval))
        host.next_start = max(host.next_start, host.last_sent + host.interval)

    def hold(self, name: str, seconds: float) -> None:
        """A host asked to be left alone for some seconds: nobody sends before that."""
        host = self._host(name)
        host.held_until = max(host.held_until, self._clock() + seconds)
        host.next_start = max(host.next_start, host.held_until)

    def _host(self, name: str) -> _Host:
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = _Host(name, self._interval)
        return host

    def _give_back(self, host: _Host, first: bool) -> None:
        self._free += 1
        host.under_way -= 1
        if first:
            host.introduced, host.introducing = True, False
        self._list(host)
        self._plan()

    def _ready_at(self, host: _Host) -> float:
        """When the host may be asked next; infinity while somebody else has to finish first."""
        if not host.waiting or host.introducing or host.under_way >= self._per_host:
            return math.inf
        return host.next_start

    def _list(self, host: _Host) -> None:
        """Put a host among those that are ready, now or when its interval has passed.

        With every change it is put there anew, by what its queue is now; the former place is void.
        """
        ready_at = self._ready_at(host)
        if ready_at == math.inf:
            return
        wait = ready_at - self._clock() if ready_at > 0 else 0.0
        if wait <= 0:
            self._listings += 1
            host.listing = self._listings
            heapq.heappush(self._ready, (-host.backlog, self._listings, host))
            self._plan()
        elif host.alarm is None:
            host.alarm = asyncio.create_task(self._list_after(wait, host))

    async def _list_after(self, seconds: float, host: _Host) -> None:
        await self._sleep(_whole_milliseconds(seconds))
        host.alarm = None
        self._list(host)

    def _plan(self) -> None:
        """Give out slots once all who ask at this moment have said so."""
        if self._ready and self._free > 0 and not self._planned:
            self._planned = True
            asyncio.get_running_loop().call_soon(self._give_out)

    def _give_out(self) -> None:
        self._planned = False
        while self._ready and self._free > 0:
            _, listing, host = heapq.heappop(self._ready)
            if listing != host.listing:
                continue
            host.listing = 0
            if self._ready_at(host) <= self._clock():
                self._let_in(host)
            self._list(host)

    def _let_in(self, host: _Host) -> None:
        leave = host.waiting.popleft()
        if leave.done():
            return
        first = not host.introduced and bool(host.waiting)
        host.introducing = first
        self._free -= 1
        host.under_way += 1
        if host.interval:
            host.next_start = max(self._clock(), host.next_start) + host.interval
        leave.set_result(first)


def _kept(interval: float) -> float:
    """The interval that is kept so that the one wanted is seen."""
    return interval + A_HAIR if interval else 0.0


def _whole_milliseconds(seconds: float) -> float:
    """Event loops count in milliseconds and may be early by a part of one."""
    return math.ceil(seconds * 1000) / 1000
