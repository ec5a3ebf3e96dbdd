"""The whole of cite but its connections: gathering, verifiers, retries, hops and store as they are, on a virtual loop.

More than a hundred times dearer than `shot`, and what that is held against.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import httpx

from cite.effects.gathering.gather import answerer_for, gather
from cite.effects.net.names import Broken
from cite.effects.net.network import answered
from cite.effects.store.store import Store
from cite.effects.web.pace import Pace
from cite.effects.web.web import Web
from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.evidence import Evidence, Fault
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Sign
from cite.plugins import VERIFIERS, plug_in
from cite.stages.watching import watched_in
from cite.steps.watching import choose
from simulation.answers import PAGE, when
from simulation.loop import run
from simulation.servers import Servers
from simulation.world import Host, Reply, World
from simulation.year import Plan, start_of


class SimulatedTransport(httpx.AsyncBaseTransport):
    """Answers requests as the hosts of a world do, with their latency."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers
        self._hosts = {host.name: host for host in servers.world.hosts}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response, when it comes. Raises Broken."""
        host = self._hosts.get(request.url.host)
        if host is None:
            raise Broken(Fault.NO_SUCH_NAME, f"there is no host named {request.url.host}")
        await request.extensions["turn"]()
        reply, body = self._reply(request, host, asyncio.get_running_loop().time())
        await asyncio.sleep(min(reply.after, 1e9))
        if reply.fault:
            raise Broken(reply.fault, "simulated")
        return _response(request, reply, body)

    def _reply(self, request: httpx.Request, host: Host, at: float) -> tuple[Reply, bytes]:
        if request.url.path == "/robots.txt":
            reply, delay = self._servers.robots(host, at)
            return reply, b"User-agent: *\nCrawl-delay: %d\n" % delay if delay else b""
        number, _, moved = request.url.path.strip("/").partition("/")
        browser = "Mozilla" in request.headers["user-agent"]
        return self._servers.page(int(number), at, browser, bool(moved)), PAGE


def _response(request: httpx.Request, reply: Reply, body: bytes) -> httpx.Response:
    head = [(b"content-type", b"text/html")]
    if reply.retry_after:
        head.append((b"retry-after", b"%d" % reply.retry_after))
    if reply.moved:
        head.append((b"location", f"{request.url}/now".encode()))
    good = body if reply.status == 200 else b""
    return answered(reply.status or 0, head, httpx.ByteStream(good), {})


class WholeYear:
    """Days of `cite watch` over a world, with a store."""

    def __init__(self, world: World, plan: Plan, folder: Path) -> None:
        self.servers = Servers(world)
        self.states: dict[str, LinkState] = {}
        """What the last report said of each address."""
        self._plan = plan
        self._folder = folder
        self._references = [_reference(world.url(page)) for page in range(world.pages)]

    def day(self, day: int) -> Sequence[str]:
        """The addresses that a day's run looked at, in the order in which they were chosen."""
        begins = start_of(day)
        with Store.open(self._folder) as store:
            watched = watched_in(self._references, store)
            chosen = choose(watched, when(begins), self._plan.budget, self._plan.rhythm)
            by_url = {one.key: one for one in self._references}
            run(self._look_at([by_url[url] for url in chosen], store), begins)
        return chosen

    async def _look_at(self, references: Sequence[Reference], store: Store) -> None:
        loop, options = asyncio.get_running_loop(), self._plan.options
        verifier = plug_in("verifiers", VERIFIERS["link"])()

        def clock() -> datetime:
            return when(loop.time())

        def conclude(reference: Reference, evidence: Evidence, _wanted: object) -> None:
            (sign,) = (one for one in verifier.weigh(reference, evidence) if isinstance(one, Sign))
            self.states[reference.key] = sign.state

        pace, transport = Pace(options, loop.time), SimulatedTransport(self.servers)
        async with Web(options, pace, transport=transport, clock=clock) as web:
            answerer = answerer_for(options, store, web, {}, clock)
            await gather(references, [verifier], answerer, conclude)


def _reference(url: str) -> Reference:
    link = Link(url, url, url, Span(0, len(url)))
    return Reference(url, Entry("online", {"url": url}, url), (link,))
