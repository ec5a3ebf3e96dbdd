"""What a worker does: asks the web for one shard, for as long as somebody is at the other end of its line.

It keeps nothing. How it finds its own network is its own affair, and its canaries are asked by itself: another
machine's network says nothing of this one's.
"""

from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from functools import partial
from typing import Any

from cite.effects.engines.frames import Frame, Kind
from cite.effects.engines.hopping import hop_by, hop_for
from cite.effects.engines.line import Line, LineBroken
from cite.effects.engines.peer import Peer, Reply
from cite.effects.engines.plain import ask_of, plain_answer
from cite.effects.engines.settings import options_of
from cite.effects.engines.shares import registrable_domain
from cite.effects.gathering.engine import LocalEngine
from cite.effects.gathering.reachability import Reachability
from cite.effects.net.network import Transport
from cite.effects.web.cookies import Cookies
from cite.effects.web.hop import Hops
from cite.effects.web.pace import Pace
from cite.effects.web.web import Web
from cite.model.evidence import Fetch, Fetched, Hop, Unreachable
from cite.model.options import Options
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.pages.onward import onward


async def serve(line: Line) -> None:
    """Ask whatever is wanted over a line, until it breaks."""
    worker = _Worker()
    with suppress(LineBroken):
        try:
            await worker.peer.live(line)
        finally:
            await worker.aclose()


def _now() -> datetime:
    return datetime.now(UTC)


class _Worker:
    """Begun by its settings, which are the first that it is told."""

    def __init__(self) -> None:
        self.peer = Peer(self._answer)
        self._held = AsyncExitStack()

    def _begin(self, settings: dict[str, Any]) -> None:
        options: Options = self._held.enter_context(options_of(settings))
        self._hops = Hops(options, Pace(options), Transport(options), _now)
        self._held.push_async_callback(self._hops.aclose)
        self._own = OwnHosts(self._hops, self.peer)
        by_itself = Web(options, hops=self._hops)
        canary = partial(by_itself.fetch, retries=0)
        web = Web(options, onward=onward, hops=self._own)
        self._engine = LocalEngine(web, Reachability(options, canary, _now))

    async def aclose(self) -> None:
        """Let go of connections and files."""
        await self._held.aclose()

    async def _answer(self, question: Frame) -> Reply:
        match question.kind:
            case Kind.FETCH:
                return await self._fetch(question.value)
            case Kind.HOP:
                return await self._hop(question.value)
        self._begin(question.value)
        return Reply()

    async def _fetch(self, value: dict[str, Any]) -> Reply:
        ask = ask_of(value["ask"])
        self._own.add(ask.url)
        reply = plain_answer(await self._engine.fetch(ask, value["ahead"]))
        network = self._engine.network
        reply.value["network"] = [network.online, network.detail]
        return self._counted(reply)

    async def _hop(self, value: dict[str, Any]) -> Reply:
        """One request of another's walk, to a host that is ours."""
        self._own.add(ask_of(value["ask"]).url)
        return self._counted(await hop_for(self._hops, value))

    def _counted(self, reply: Reply) -> Reply:
        reply.value["requests"] = self._hops.requests
        return reply


class OwnHosts:
    """Makes the requests to hosts of this shard, and has those to others made by whoever they belong to."""

    def __init__(self, hops: Hops, others: Peer) -> None:
        self._hops = hops
        self._others = others
        self._domains: set[str] = set()

    @property
    def requests(self) -> int:
        """Made here."""
        return self._hops.requests

    def add(self, url: str) -> None:
        """The host of an address is ours, with its domain."""
        self._domains.add(registrable_domain(split_url(url).host))

    async def hop(
        self, ask: Fetch, url: str, before: tuple[Hop, ...], cookies: Cookies, ahead: bool = False
    ) -> Fetched | Unreachable:
        """The answer of one address on the way, added to the hops before it."""
        if not self._is_ours(url):
            answer = await hop_by(self._others.ask, ask, url, before, cookies, ahead)
            if answer is not None:
                return answer
            self.add(url)
        return await self._hops.hop(ask, url, before, cookies, ahead)

    def _is_ours(self, url: str) -> bool:
        """Also what no host has to be asked for, as nobody can be."""
        parts = split_url(url)
        if parts.scheme not in ("http", "https") or not parts.host:
            return True
        return registrable_domain(parts.host) in self._domains

    async def aclose(self) -> None:
        """Nothing is held."""
