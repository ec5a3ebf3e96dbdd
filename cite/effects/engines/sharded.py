"""The web asked by several workers, an event loop each, and everything that they find out brought here.

Each host belongs to one worker, with all of its domain, and each request of a chain of redirects goes to the
worker of its own host: slots, intervals and robots.txt are kept where the host is, as if there were one loop.
Services are asked from here, in the turn that the store keeps. A worker that is lost is begun anew, and what it had
under way is asked again: that and nothing else.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from cite.effects.engines.frames import Frame, Kind
from cite.effects.engines.hopping import hop_by, hop_for
from cite.effects.engines.line import EngineFailed, LineBroken, Workers
from cite.effects.engines.peer import Peer, Reply
from cite.effects.engines.plain import answer_of, ask_of, plain_ask, readable
from cite.effects.engines.settings import settings_of
from cite.effects.engines.shares import Shares
from cite.effects.net.network import Transport
from cite.effects.web.cookies import Cookies
from cite.effects.web.hop import Hops
from cite.effects.web.pace import Pace
from cite.model.evidence import Fetch, Fetched, Hop, NetworkState, Unreachable
from cite.model.options import Options
from cite.recognisers.addresses.url_parts import split_url

MOST_LOSSES = 5
"""Of one shard's workers without an answer in between, after which the fault is not a machine's."""

IsService = Callable[[str], bool]
"""Whether an address is a service's, which is asked from here."""


class Sharded:
    """An engine, and whoever makes single requests for those who ask from here: each host is asked from one place."""

    def __init__(
        self, options: Options, workers: Workers, urls: Iterable[str], is_service: IsService
    ) -> None:
        """`urls` are those that will be asked, as far as that is known."""
        self._shares = Shares(workers.count, urls)
        self._is_service = is_service
        self._here = Hops(options, Pace(options), Transport(options), lambda: datetime.now(UTC))
        """Makes the requests to services."""
        settings = settings_of(options, workers.count)
        self._shards = [
            _Shard(number, workers, settings, partial(self._relay, number))
            for number in range(workers.count)
        ]

    async def aclose(self) -> None:
        """Let the workers end."""
        await asyncio.gather(*(shard.aclose() for shard in self._shards))
        await self._here.aclose()

    @property
    def network(self) -> NetworkState:
        """As the workers find it: sound while one of them can say so."""
        states = [shard.network for shard in self._shards if shard.network]
        return next(
            (state for state in states if state.online), states[0] if states else NetworkState()
        )

    @property
    def requests(self) -> int:
        """Made by all, here and elsewhere."""
        return self._here.requests + sum(shard.requests for shard in self._shards)

    @property
    def caveats(self) -> tuple[str, ...]:
        """Where more workers do not help."""
        if not (unsplit := self._shares.unsplit):
            return ()
        domain, part = unsplit
        return (
            f"{part:.0%} of the addresses are on {domain}, which one worker asks at the pace of one host: "
            "more workers do not shorten such a run.",
        )

    async def fetch(self, ask: Fetch, ahead: bool = False) -> Fetched | Unreachable:
        """One page, asked for by the worker of its host. Raises EngineFailed."""
        shard = self._shards[self._shares.owner(split_url(ask.url).host)]
        order = {"ask": plain_ask(ask, ask.url), "ahead": ahead}
        return answer_of(await shard.ask(Kind.FETCH, order), ask)

    async def hop(
        self, ask: Fetch, url: str, before: tuple[Hop, ...], cookies: Cookies, ahead: bool = False
    ) -> Fetched | Unreachable:
        """One request of a walk from here: made here where it is a service's, else by the worker of its host."""
        if ask.sieve or self._is_service(url):
            return await self._here.hop(ask, url, before, cookies, ahead)
        shard = self._shards[self._shares.owner(split_url(url).host)]
        answer = await hop_by(shard.ask, ask, url, before, cookies, ahead)
        if answer is None:
            raise EngineFailed("a worker will not ask what it was asked for")
        return answer

    async def _relay(self, number: int, question: Frame) -> Reply:
        """What a worker wants to know of a host that it did not know to be its own; nothing where it is."""
        with readable():
            url = ask_of(question.value["ask"]).url
        if self._is_service(url):
            return await hop_for(self._here, question.value)
        owner = self._shares.owner(split_url(url).host, met_by=number)
        if owner == number:
            return Reply()
        return await self._shards[owner].ask(Kind.HOP, question.value)


class _Shard:
    """One worker after another, begun when it is first needed."""

    def __init__(
        self,
        number: int,
        workers: Workers,
        settings: dict[str, Any],
        relay: Callable[[Frame], Awaitable[Reply]],
    ) -> None:
        self.network: NetworkState | None = None
        """As its worker said last; None while it said nothing."""
        self._number = number
        self._workers = workers
        self._settings = Frame(Kind.SETTINGS, value=settings)
        self._peer = Peer(relay)
        self._running: asyncio.Task[None] | None = None
        self._requests = 0
        self._requests_before = 0
        """Of workers that were lost."""

    @property
    def requests(self) -> int:
        return self._requests_before + self._requests

    async def ask(self, kind: Kind, value: Any) -> Reply:
        """What the worker says. Raises EngineFailed."""
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        reply = await self._peer.ask(kind, value)
        with readable():
            self._requests = int(reply.value["requests"])
            if "network" in reply.value:
                self.network = NetworkState(*reply.value["network"])
        return reply

    async def _run(self) -> None:
        """One worker after another, until it is told to end or cannot go on."""
        try:
            await self._live()
        except Exception as error:  # told to all who wait, who would wait for ever
            self._peer.give_up(error)
        self._running = None

    async def _live(self) -> None:
        losses, replies = 0, 0
        while losses < MOST_LOSSES:
            try:
                async with self._workers.line(self._number) as line:
                    await self._peer.live(line, self._settings)
            except LineBroken as error:
                losses = losses + 1 if self._peer.replies == replies else 1
                replies, why = self._peer.replies, error
                self._requests_before, self._requests = self.requests, 0
        raise EngineFailed(f"workers that ask the web are lost again and again: {why}")

    async def aclose(self) -> None:
        """End it, whatever it is about."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
