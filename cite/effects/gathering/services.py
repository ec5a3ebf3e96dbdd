"""Services asked in their turn: one pace per pool kept across runs, and a breaker where they turn us away."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import datetime, timedelta
from typing import Any

from cite.effects.store.pace import Paces
from cite.effects.web.attempts import RETRY_STATUSES, Attempts
from cite.effects.web.retry_after import retry_after
from cite.model.asks import ServiceAsk
from cite.model.errors import NoSuchService
from cite.model.evidence import (
    Answer,
    Clock,
    Fault,
    Fetch,
    Fetched,
    Pool,
    Service,
    TellsItsPace,
    Unreachable,
)

MOST_REQUESTS = 12
"""Requests made of one service for one question."""
BREAKER = timedelta(hours=1)
"""How long a pool that refuses connections is left alone: so long is the Internet Archive's first block."""
LIMITED = timedelta(minutes=5)
"""How long after a 429 that does not say how long."""
BURST_SHARE = 6
"""A sixth of a minute's requests may be sent at once where a pool does not say, so that no minute holds more
than seven sixths."""
STATUSES_THAT_PASS = RETRY_STATUSES - {429}
"""Whoever says that it is asked too much is not asked again at once."""

_REFUSED = "connection refused"
_TOO_MANY = "429 Too Many Requests"

FetchOne = Callable[[Fetch], Awaitable[Fetched | Unreachable]]


class Services:
    """Every request that goes to a service, of an archive for index or copy, in the turn of its pool."""

    def __init__(
        self,
        services: Mapping[str, Service[Any, Any]],
        paces: Paces,
        retries: int,
        clock: Clock,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._services = services
        self._paces = paces
        self._attempts = Attempts(
            retries, clock, sleep, STATUSES_THAT_PASS, first_pause=1.0, jitter=0.0
        )
        self._clock = clock
        self._sleep = sleep
        self._holds: dict[str, tuple[datetime, str]] = {}
        self._rooms: dict[str, asyncio.Semaphore] = {}
        self._told: dict[str, Pool] = {}
        """Pools as their services said they are counted."""

    def pool(self, url: str) -> Pool | None:
        """The pool in which an address is counted; None where it is no service's."""
        return next(
            (pool for service in self._services.values() if (pool := service.pool(url))), None
        )

    async def consult(self, ask: ServiceAsk, fetch: FetchOne) -> Answer:
        """One service's word: asked as long as it has a further request to make. Raises NoSuchService."""
        service = self._services.get(ask.service)
        if service is None:
            raise NoSuchService(f"{ask}: the run has no service named {ask.service}")
        so_far: list[Fetched | Unreachable] = []
        while len(so_far) < MOST_REQUESTS and (request := service.next_fetch(ask, so_far)):
            so_far.append(await fetch(request))
        answer: Answer = service.read(ask, so_far, self._clock())
        return answer

    async def fetch(self, pool: Pool, ask: Fetch, once: FetchOne) -> Fetched | Unreachable:
        """One answer, each attempt at it in its turn; a pool that turns us away is not asked again."""

        async def in_turn() -> Fetched | Unreachable:
            # The turn is taken inside, so that those who waited for a place do not go all at once.
            async with self._room(pool):
                await self._turn(self._told.get(pool.name, pool))
                if held := self._held(pool, ask):
                    return held
                answer = await once(ask)
            self._learn(pool, answer)
            return answer

        answer = await self._attempts.at(in_turn)
        return answer if _definite(answer) else self._held(pool, ask) or answer

    def _room(self, pool: Pool) -> AbstractAsyncContextManager[Any]:
        """A place among the requests that a pool has under way."""
        if pool.at_once is None:
            return nullcontext()
        return self._rooms.setdefault(pool.name, asyncio.Semaphore(pool.at_once))

    async def _turn(self, pool: Pool) -> None:
        """Wait until the pool may be asked (generic cell rate algorithm, over one number in the store)."""
        if not pool.per_minute:
            return
        gap = 60.0 / pool.per_minute
        burst = pool.burst or max(1, int(pool.per_minute / BURST_SHARE))
        now = self._clock().timestamp()
        start = self._paces.take_turn(pool.name, now, gap) - burst * gap
        if start > now and not self._hold_on(pool):
            await self._sleep(start - now)

    def _hold_on(self, pool: Pool) -> tuple[datetime, str] | None:
        hold = self._holds.get(pool.name) or self._paces.hold_on(pool.name)
        return hold if hold and hold[0] > self._clock() else None

    def _held(self, pool: Pool, ask: Fetch) -> Unreachable | None:
        """What stands for an answer while a pool is left alone."""
        hold = self._hold_on(pool)
        if hold is None:
            return None
        until, why = hold
        fault = Fault.LEFT_ALONE if why == _TOO_MANY else Fault.BREAKER_OPEN
        words = f"{pool.name}: {why}; not asked before {until:%Y-%m-%d %H:%M} UTC"
        return Unreachable(ask, self._clock(), fault, words, attempts=0)

    def _learn(self, pool: Pool, answer: Fetched | Unreachable) -> None:
        """Heed what a service says of its pace, and remember across runs where it turns us away."""
        if isinstance(answer, Fetched):
            self._heed(pool, answer)
        if isinstance(answer, Unreachable) and answer.fault is Fault.CONNECTION_REFUSED:
            hold = (self._clock() + BREAKER, _REFUSED)
        elif isinstance(answer, Fetched) and answer.status == 429:
            asked = retry_after(answer, self._clock())
            wait = timedelta(seconds=min(asked, 86_400)) if asked else LIMITED
            hold = (self._clock() + wait, _TOO_MANY)
        else:
            return
        self._holds[pool.name] = hold
        self._paces.hold(pool.name, *hold)

    def _heed(self, pool: Pool, answer: Fetched) -> None:
        for service in self._services.values():
            if isinstance(service, TellsItsPace) and service.pool(answer.ask.url) == pool:
                now = self._told.get(pool.name, pool)
                self._told[pool.name] = service.told(now, answer)


def _definite(answer: Fetched | Unreachable) -> bool:
    """Whether an answer can stand by itself; a refused connection is the service's block, not a dead link."""
    return isinstance(answer, Fetched) or answer.fault is not Fault.CONNECTION_REFUSED
