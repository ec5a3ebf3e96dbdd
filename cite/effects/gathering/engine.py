"""Where asks are answered: the seam between what is known and whoever finds out."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cite.effects.asks.known import kind_of
from cite.effects.gathering.reachability import Reachability
from cite.effects.gathering.services import Services
from cite.effects.web.web import Web
from cite.model.asks import Ask, ServiceAsk
from cite.model.evidence import Answer, Fetch, Fetched, NetworkState, Unreachable

LARGE = 8 * 1024 * 1024
"""Bytes that may be wanted of a page beyond which only a few are fetched at once: each is held whole."""
LARGE_AT_ONCE = 4


class Engine(Protocol):
    """Whoever finds out: an event loop here, or others elsewhere. Asks and answers are values, which can travel."""

    @property
    def network(self) -> NetworkState:
        """What is known of the engine's own network by now."""

    @property
    def requests(self) -> int:
        """Requests made by now."""

    async def ask(self, ask: Ask, ahead: bool = False) -> Answer:
        """The answer, asked for now. `ahead` is for what belongs to something already begun."""


class LocalEngine:
    """One event loop: the web, services in their turn, and an eye on the network."""

    def __init__(
        self,
        web: Web,
        services: Services,
        reachability: Reachability,
        keep: Callable[[Answer], None],
    ) -> None:
        self._web = web
        self._services = services
        self._reachability = reachability
        self._keep = keep
        """Told of what services answered on the way: the evidence beneath their word."""
        self._large = asyncio.Semaphore(LARGE_AT_ONCE)

    @property
    def network(self) -> NetworkState:
        """As the canaries said."""
        return self._reachability.network

    @property
    def requests(self) -> int:
        """Of the web, and of services over the web."""
        return self._web.requests

    async def ask(self, ask: Ask, ahead: bool = False) -> Answer:
        """As the kind of ask wants it."""
        return await kind_of(ask).answer(ask, _Desk(self, ahead))

    async def fetch(self, ask: Fetch, ahead: bool = False) -> Fetched | Unreachable:
        """One fetch; a failure that may be our own is looked into before it counts against a link."""
        if (ask.body_limit or 0) > LARGE and not ask.sieve:
            async with self._large:
                return await self._fetch(ask, ahead)
        return await self._fetch(ask, ahead)

    async def _fetch(self, ask: Fetch, ahead: bool) -> Fetched | Unreachable:
        if unasked := self._reachability.before(ask):
            return unasked
        pool = self._services.pool(ask.url)
        answer = await (
            self._services.fetch(pool, ask, self._once_only)
            if pool
            else self._web.fetch(ask, ahead=ahead)
        )
        return await self._reachability.after(answer)

    async def consult(self, ask: ServiceAsk) -> Answer:
        """A service's word, over as many requests as it needs."""
        return await self._services.consult(ask, self._fetch_and_keep)

    async def _fetch_and_keep(self, ask: Fetch) -> Fetched | Unreachable:
        answer = await self.fetch(ask)
        self._keep(answer)
        return answer

    async def _once_only(self, ask: Fetch) -> Fetched | Unreachable:
        """Without the web's own retries: a service's are taken in its turn."""
        return await self._web.fetch(ask, retries=0)


@dataclass(frozen=True, slots=True)
class _Desk:
    """The engine as one ask sees it."""

    engine: LocalEngine
    ahead: bool

    async def fetch(self, ask: Fetch) -> Fetched | Unreachable:
        return await self.engine.fetch(ask, self.ahead)

    async def consult(self, ask: ServiceAsk) -> Answer:
        return await self.engine.consult(ask)
