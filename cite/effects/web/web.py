"""Fetch to answer: each asked once at a time, and again where no answer came. The door to the web."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial

import httpx

from cite.effects.net.network import Transport
from cite.effects.single_flight import SingleFlight
from cite.effects.web.attempts import Attempts
from cite.effects.web.chain import Hopping, Onward, walk
from cite.effects.web.hop import Hops
from cite.effects.web.pace import Pace
from cite.model.evidence import Clock, Fetch, Fetched, Unreachable
from cite.model.options import Options


class Web:
    """Asks the web, politely, and never raises for anything that the web does."""

    def __init__(
        self,
        options: Options,
        pace: Pace | None = None,
        onward: Onward | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Clock = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        hops: Hopping | None = None,
    ) -> None:
        """`hops` makes the requests, where that is to be done elsewhere."""
        self._options = options
        self._onward = onward
        self._hops: Hopping = hops or Hops(
            options, pace or Pace(options), transport or Transport(options), clock
        )
        self._clock = clock
        self._attempts = Attempts(options.retries, clock, sleep)
        self._fetching: SingleFlight[Fetch, Fetched | Unreachable] = SingleFlight()

    async def __aenter__(self) -> "Web":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._hops.aclose()

    @property
    def requests(self) -> int:
        """Requests made so far."""
        return self._hops.requests

    async def fetch(
        self, ask: Fetch, retries: int | None = None, ahead: bool = False
    ) -> Fetched | Unreachable:
        """The answer; asked once even where several want it at the same time.

        `retries` is for who keeps a pace of its own, and takes no further attempts without a turn;
        `ahead` for what belongs to something already begun.
        """
        return await self._fetching.of(ask, partial(self._attempt, ask, retries, ahead))

    async def _attempt(self, ask: Fetch, retries: int | None, ahead: bool) -> Fetched | Unreachable:
        return await self._attempts.at(partial(self._walk, ask, ahead), retries)

    async def _walk(self, ask: Fetch, ahead: bool) -> Fetched | Unreachable:
        most = self._options.max_redirects
        return await walk(ask, self._hops, self._onward, most, self._clock, ahead)
