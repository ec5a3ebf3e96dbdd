"""Where each kind of ask is answered: pages by the engine of the run, services from here, in their turn."""

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial

from cite.effects.asks.known import kind_of
from cite.effects.gathering.engine import Engine, LocalEngine
from cite.effects.gathering.services import Services
from cite.model.asks import Ask, ServiceAsk
from cite.model.evidence import Answer, Fetch, Fetched, NetworkState, Unreachable
from cite.model.verdicts import Heard

LARGE = 8 * 1024 * 1024
"""Bytes that may be wanted of a page beyond which only a few are fetched at once: each is held whole."""
LARGE_AT_ONCE = 4
MOST_PAGES = 4000
"""Pages that may be wanted of the engine before no further reference is begun: each that waits is held, ten
kilobytes of it, while a few thousand are enough to find hosts that are ready."""


class FrontDesk:
    """Takes any ask, and gives its answer. What services are asked never leaves this process."""

    def __init__(
        self,
        here: LocalEngine,
        services: Services,
        keep: Callable[[Answer], None],
        engine: Engine | None = None,
        heard: Heard | None = None,
        at_once: int = 0,
    ) -> None:
        """`engine` asks for pages, where that is not done from here; `heard` is told of every page as it comes.

        So many pages `at_once` may be wanted at least.
        """
        self._here = here
        self._services = services
        self._keep = keep
        """Told of what services answered on the way: the evidence beneath their word."""
        self._engine = engine or here
        self._heard = heard
        self._large = asyncio.Semaphore(LARGE_AT_ONCE)
        self._most_pages = max(MOST_PAGES, at_once)
        self._pages = 0
        self._room = asyncio.Event()

    @property
    def network(self) -> NetworkState:
        """What is known of the network from which pages are asked for."""
        return self._engine.network

    @property
    def requests(self) -> int:
        """Of the web, and of services over the web."""
        return self._engine.requests

    async def room(self) -> None:
        """Wait until the engine has not too much to do. What waits for a service takes no room: it may wait long."""
        while self._pages >= self._most_pages:
            self._room.clear()
            await self._room.wait()

    async def ask(self, ask: Ask, ahead: bool = False) -> Answer:
        """As the kind of ask wants it. `ahead` is for what belongs to something already begun."""
        return await kind_of(ask).answer(ask, _Desk(self, ahead))

    async def fetch(self, ask: Fetch, ahead: bool = False) -> Fetched | Unreachable:
        """One page, by the rules of the web, or of the service whose page it is."""
        large = (ask.body_limit or 0) > LARGE and not ask.sieve
        async with self._large if large else nullcontext():
            answer = await self._fetch(ask, ahead)
        if self._heard:
            self._heard(answer)
        return answer

    async def _fetch(self, ask: Fetch, ahead: bool) -> Fetched | Unreachable:
        pool = self._services.pool(ask.url)
        if pool is None:
            return await self._page(ask, ahead)
        in_turn = partial(self._services.fetch, pool, ask, self._here.once)
        return await self._here.watched(ask, in_turn)

    async def _page(self, ask: Fetch, ahead: bool) -> Fetched | Unreachable:
        self._pages += 1
        try:
            return await self._engine.fetch(ask, ahead)
        finally:
            self._pages -= 1
            self._room.set()

    async def consult(self, ask: ServiceAsk) -> Answer:
        """A service's word, over as many requests as it needs."""
        return await self._services.consult(ask, self._fetch_and_keep)

    async def _fetch_and_keep(self, ask: Fetch) -> Fetched | Unreachable:
        answer = await self.fetch(ask)
        self._keep(answer)
        return answer


@dataclass(frozen=True, slots=True)
class _Desk:
    """The front desk as one ask sees it."""

    front: FrontDesk
    ahead: bool

    async def fetch(self, ask: Fetch) -> Fetched | Unreachable:
        return await self.front.fetch(ask, self.ahead)

    async def consult(self, ask: ServiceAsk) -> Answer:
        return await self.front.consult(ask)
