"""Who may be asked when: so many at once, so many to one host, and never faster than its interval."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from cite.model.options import Options


@dataclass(slots=True)
class _Host:
    """One host's queue."""

    turn: asyncio.Semaphore
    starts: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_start: float = 0.0


class Pace:
    """Slots over all hosts, and a queue for each host. No slot is held while waiting for a host."""

    def __init__(
        self,
        options: Options,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._options = options
        self._clock = clock
        self._slots = asyncio.Semaphore(options.slots)
        self._hosts: dict[str, _Host] = {}

    @contextlib.asynccontextmanager
    async def slot(self, host: str) -> AsyncIterator[None]:
        """Leave to make one request to a host."""
        queue = self._hosts.get(host)
        if queue is None:
            queue = self._hosts[host] = _Host(asyncio.Semaphore(self._options.per_host))
        async with queue.turn:
            await self._wait(queue)
            async with self._slots:
                yield

    async def _wait(self, queue: _Host) -> None:
        if not self._options.interval and not queue.next_start:
            return
        async with queue.starts:
            now = self._clock()
            if queue.next_start > now:
                await asyncio.sleep(queue.next_start - now)
            queue.next_start = max(now, queue.next_start) + self._options.interval

    def hold(self, host: str, seconds: float) -> None:
        """A host asked to be left alone for some seconds: nobody starts before that."""
        queue = self._hosts.get(host)
        if queue is not None:
            queue.next_start = max(queue.next_start, self._clock() + seconds)
