"""Who may be asked when: the schedule over all hosts, driven by the event loop."""

import asyncio
import contextlib
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable

from cite.effects.web.schedule import Schedule
from cite.model.options import Options

Leave = asyncio.Future[bool]
"""To make one request: whether it is the first of several to its host."""


class Pace:
    """Slots over all hosts, and a queue for each host."""

    def __init__(
        self,
        options: Options,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._schedule = Schedule[Leave](options.slots, options.per_host, options.interval)
        self._clock = clock
        self._sleep = sleep
        self._planned = False
        self._alarm: asyncio.Task[None] | None = None
        self._wakes_at = math.inf

    @contextlib.asynccontextmanager
    async def slot(self, name: str, ahead: bool = False) -> AsyncIterator[bool]:
        """Leave to make one request to a host; `ahead` of its queue for what has begun already.

        Gives True to the first of several requests: it must `introduce` itself, and the others wait.
        """
        leave: Leave = asyncio.get_running_loop().create_future()
        self._schedule.queue(name, leave, self._clock(), ahead)
        self._plan()
        try:
            first = await leave
        except asyncio.CancelledError:
            if leave.done() and not leave.cancelled():
                self._give_back(name, leave.result())
            else:
                self._schedule.withdraw(name, leave)
            raise
        try:
            yield first
        finally:
            self._give_back(name, first)

    async def turn(self, name: str) -> None:
        """Wait, with a connection in hand, until the host's interval since the last request has passed."""
        due = self._schedule.turn(name, self._clock())
        while (wait := due - self._clock()) > 0:
            await self._sleep(_whole_milliseconds(wait))
        if self._schedule.interval(name):
            # What is sent now leaves when the loop has been round; on a busy machine that can take a while.
            asyncio.get_running_loop().call_soon(self._sent, name)

    def waiting(self, name: str) -> int:
        """Requests that wait for this host."""
        return self._schedule.waiting(name)

    def idle(self, name: str) -> bool:
        """Whether nobody waits for this host and nobody asks it."""
        return self._schedule.idle(name)

    def introduce(self, name: str, interval: float) -> None:
        """A host wants at least this interval between requests."""
        self._schedule.introduce(name, interval)

    def hold(self, name: str, seconds: float) -> None:
        """A host asked to be left alone for some seconds: nobody sends before that."""
        self._schedule.hold(name, self._clock() + seconds)

    def _sent(self, name: str) -> None:
        self._schedule.sent(name, self._clock())

    def _give_back(self, name: str, first: bool) -> None:
        self._schedule.give_back(name, first, self._clock())
        self._plan()

    def _plan(self) -> None:
        """Give out slots once all who ask at this moment have said so."""
        if self._schedule.open and not self._planned:
            self._planned = True
            asyncio.get_running_loop().call_soon(self._give_out)
        self._set_alarm()

    def _give_out(self) -> None:
        self._planned = False
        for leave, first in self._schedule.let_in(self._clock()):
            leave.set_result(first)
        self._set_alarm()

    def _set_alarm(self) -> None:
        """Be woken when the next host has rested."""
        opens_at = self._schedule.opens_at
        if opens_at < self._wakes_at:
            if self._alarm is not None:
                self._alarm.cancel()
            self._wakes_at = opens_at
            self._alarm = asyncio.create_task(self._wake())

    async def _wake(self) -> None:
        await self._sleep(_whole_milliseconds(self._wakes_at - self._clock()))
        self._alarm, self._wakes_at = None, math.inf
        self._give_out()


def _whole_milliseconds(seconds: float) -> float:
    """Event loops count in milliseconds and may be early by a part of one."""
    return math.ceil(max(seconds, 0.0) * 1000) / 1000
