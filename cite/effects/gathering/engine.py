"""Where the web is asked from: one event loop here, or several elsewhere."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol

from cite.effects.gathering.reachability import Reachability
from cite.effects.web.web import Web
from cite.model.evidence import Fetch, Fetched, NetworkState, Unreachable


class Engine(Protocol):
    """Whoever asks the web, and keeps an eye on the network that it asks from."""

    @property
    def network(self) -> NetworkState:
        """What is known of that network by now."""

    @property
    def requests(self) -> int:
        """Requests made by now."""

    async def fetch(self, ask: Fetch, ahead: bool = False) -> Fetched | Unreachable:
        """One page, with retries; `ahead` is for what belongs to something already begun."""


class LocalEngine:
    """One event loop, in this process."""

    def __init__(self, web: Web, reachability: Reachability) -> None:
        self._web = web
        self._reachability = reachability

    @property
    def network(self) -> NetworkState:
        """As the canaries said."""
        return self._reachability.network

    @property
    def requests(self) -> int:
        """Of the web."""
        return self._web.requests

    async def fetch(self, ask: Fetch, ahead: bool = False) -> Fetched | Unreachable:
        """One page by the rules of the web."""
        return await self.watched(ask, partial(self._web.fetch, ask, ahead=ahead))

    async def watched(
        self, ask: Fetch, asking: Callable[[], Awaitable[Fetched | Unreachable]]
    ) -> Fetched | Unreachable:
        """What asking comes to; a failure that may be our own is looked into before it counts against a link."""
        if unasked := self._reachability.before(ask):
            return unasked
        return await self._reachability.after(await asking())

    async def once(self, ask: Fetch) -> Fetched | Unreachable:
        """Without retries and unwatched: for who sees to both, and keeps a pace of its own."""
        return await self._web.fetch(ask, retries=0)
