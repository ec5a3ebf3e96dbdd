"""One request and its answer: under the pace of its host and a deadline, decoded within bounds."""

import asyncio
import hashlib
import time
from dataclasses import dataclass, field
from functools import partial

import httpx

from cite.effects.net.client import Client
from cite.effects.net.names import Broken
from cite.effects.net.network import Transport, facts_of, flaw_of, head_of, header_of
from cite.effects.web.addresses import NotAskable, askable_url
from cite.effects.web.cookies import Cookies
from cite.effects.web.decoding import decode_body
from cite.effects.web.manners import Manners
from cite.effects.web.pace import Pace
from cite.effects.web.retry_after import LONGEST_WAIT, retry_after
from cite.effects.web.robots import crawl_delay
from cite.model.evidence import (
    NOT_IN_TIME,
    Clock,
    Fault,
    Fetch,
    Fetched,
    Hop,
    Manner,
    Sifting,
    Unreachable,
)
from cite.model.options import Options

ROBOTS = Fetch("/robots.txt", body_limit=100_000)
ROBOTS_TIMEOUT = 5.0
SIFTED_LIMIT = 1 << 30
"""Bytes read of a body that is sifted on its way in, of which next to nothing is held."""
NO_BODY = httpx.ByteStream(b"")
WAITS_ON_REQUEST = frozenset({429, 503})


@dataclass(slots=True)
class _Progress:
    """How far one exchange has come; what is here survives a time-out."""

    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    elapsed: float = 0.0
    body: bytearray = field(default_factory=bytearray)
    truncated: bool = False
    flaws: list[str] = field(default_factory=list)
    address: str | None = None
    tls: str | None = None
    received: int = 0
    sifting: Sifting | None = None

    def take(self, part: bytes) -> None:
        """The next piece of the body, kept or sifted."""
        self.received += len(part)
        if self.sifting:
            self.sifting.feed(part)
        else:
            self.body += part

    def sift(self) -> None:
        """What was sifted takes the place of the body, and what was left out is said."""
        if self.sifting:
            self.body = bytearray(self.sifting.kept())
            self.flaws += filter(None, [self.sifting.left_out()])


class Hops:
    """Makes single requests; cookies are those of the chain that a request belongs to."""

    def __init__(
        self, options: Options, pace: Pace, transport: httpx.AsyncBaseTransport, clock: Clock
    ) -> None:
        self._options = options
        self._pace = pace
        self._transport = transport
        self._client = Client(transport)
        self._clock = clock
        self._manners = Manners(options)
        self._prepared: dict[tuple[Manner, bool], httpx.Headers] = {}
        self.requests = 0

    async def aclose(self) -> None:
        """Let go of all connections."""
        await self._client.aclose()

    async def hop(
        self, ask: Fetch, url: str, before: tuple[Hop, ...], cookies: Cookies, ahead: bool = False
    ) -> Fetched | Unreachable:
        """The answer of one address on the way, added to the hops before it."""
        try:
            target = askable_url(url)
        except NotAskable as error:
            fault = error.fault
            if before and fault is Fault.UNSUPPORTED_SCHEME:
                fault = Fault.BAD_REDIRECT
            return Unreachable(ask, self._clock(), fault, error.detail, before)
        host = target.raw_host.decode("ascii")
        progress = _Progress()
        try:
            await self._in_turn(ask, target, host, cookies, progress, ahead or bool(before))
        except Broken as error:
            return Unreachable(
                ask, self._clock(), error.fault, error.detail, before, error.tls_fault
            )
        answer = self._fetched(ask, url, before, progress)
        self._heed(host, answer)
        return answer

    async def _in_turn(
        self, ask: Fetch, target: httpx.URL, host: str, cookies: Cookies,
        progress: _Progress, ahead: bool,
    ) -> None:  # fmt: skip
        """Wait for a slot, and use it. The first of several asks how the host wants to be asked."""
        introducing = True
        while introducing:
            async with self._pace.slot(host, ahead) as introducing:
                if introducing:
                    self._pace.introduce(host, await self._crawl_delay(target, host))
                    ahead = True
                else:
                    await self._within(self._options.timeout, ask, target, host, cookies, progress)
            if self._pace.idle(host) and isinstance(self._transport, Transport):
                self._transport.let_go(host)

    async def _within(
        self, seconds: float, ask: Fetch, target: httpx.URL, host: str, cookies: Cookies,
        progress: _Progress,
    ) -> None:  # fmt: skip
        """One exchange before a deadline. Raises Broken where not even the head of an answer came, or nothing
        that could be its end."""
        try:
            async with asyncio.timeout(seconds):
                await self._exchange(ask, target, host, cookies, progress)
        except TimeoutError:
            if progress.status is None:
                raise Broken(Fault.READ_TIMEOUT, f"no answer within {seconds:g} seconds") from None
            progress.flaws.append(NOT_IN_TIME)
        except Broken as error:
            if progress.status is None or error.fault is Fault.PROTOCOL:
                raise
            progress.flaws.append("the connection broke before the end of the body")
        except (httpx.TransportError, OSError) as error:
            if progress.status is None:
                raise Broken(Fault.RESET, str(error) or type(error).__name__) from error
            progress.flaws.append(f"the body broke off: {error}")

    async def _exchange(
        self, ask: Fetch, target: httpx.URL, host: str, cookies: Cookies, progress: _Progress
    ) -> None:
        request = self._request(ask, target, host, cookies)
        self.requests += 1
        started = time.perf_counter()
        response = await self._client.send(request, stream=True)
        try:
            progress.elapsed = time.perf_counter() - started
            progress.status = response.status_code
            progress.headers = tuple(
                (name.decode("latin-1").lower(), value.decode("utf-8", "replace"))
                for name, value in head_of(response)
            )
            cookies.take(progress.headers, request)
            progress.address, progress.tls = facts_of(response)
            limit = ask.body_limit or self._options.body_limit
            if ask.sieve and not header_of(response, b"content-encoding"):
                progress.sifting, limit = ask.sieve.open(), SIFTED_LIMIT
            await self._read(response, limit, progress)
        finally:
            await response.aclose()

    async def _read(self, response: httpx.Response, limit: int, progress: _Progress) -> None:
        """The body as it is on the wire, up to the limit."""
        assert isinstance(response.stream, httpx.AsyncByteStream)
        async for part in response.stream:
            progress.take(part)
            if progress.received > limit:
                progress.truncated = True
                break
        if flaw := flaw_of(response):
            progress.flaws.append(flaw)

    def _request(self, ask: Fetch, target: httpx.URL, host: str, cookies: Cookies) -> httpx.Request:
        keep = self._pace.waiting(host) > 0
        headers = self._headers(ask, keep)
        headers["Host"] = target.netloc.decode("ascii")
        request = httpx.Request(
            "GET",
            target,
            headers=headers,
            stream=NO_BODY,
            extensions={"keep": keep, "turn": partial(self._pace.turn, host)},
        )
        cookies.send(request)
        return request

    def _headers(self, ask: Fetch, keep: bool) -> httpx.Headers:
        """A manner's headers for one host to be put in front: httpx prepares them once, and copies them then."""
        if ask.headers:
            return self._prepare(ask, keep)
        kind = (ask.manner, keep)
        if kind not in self._prepared:
            self._prepared[kind] = self._prepare(ask, keep)
        return self._prepared[kind].copy()

    def _prepare(self, ask: Fetch, keep: bool) -> httpx.Headers:
        return httpx.Headers([("Host", ""), *self._manners.headers(ask, keep)])

    def _fetched(
        self, ask: Fetch, url: str, before: tuple[Hop, ...], progress: _Progress
    ) -> Fetched:
        limit = ask.body_limit or self._options.body_limit
        progress.sift()
        codings = [c for n, v in progress.headers if n == "content-encoding" for c in v.split(",")]
        body, flaw = decode_body(bytes(progress.body), codings, limit)
        flaws = (*progress.flaws, flaw) if flaw else tuple(progress.flaws)
        status = progress.status or 0
        location = next((value for name, value in progress.headers if name == "location"), None)
        hop = Hop(url, status, location, "http", round(progress.elapsed, 4), progress.address)
        return Fetched(
            ask, self._clock(), status, progress.headers, (*before, hop), body,
            hashlib.sha256(body).hexdigest() if body else None,
            progress.truncated or len(body) >= limit, flaws, progress.tls,
        )  # fmt: skip

    def _heed(self, host: str, answer: Fetched) -> None:
        """A host that asks to be left alone for a while is left alone by everybody."""
        if answer.status in WAITS_ON_REQUEST:
            seconds = retry_after(answer, self._clock())
            if seconds is not None and seconds <= LONGEST_WAIT:
                self._pace.hold(host, seconds)

    async def _crawl_delay(self, target: httpx.URL, host: str) -> float:
        """Seconds that a host's robots.txt wants between requests; none where there is no such file."""
        progress = _Progress()
        robots = target.copy_with(raw_path=b"/robots.txt")
        timeout = min(ROBOTS_TIMEOUT, self._options.timeout)
        try:
            await self._within(timeout, ROBOTS, robots, host, Cookies(), progress)
        except Broken:
            return 0.0
        answer = self._fetched(ROBOTS, str(robots), (), progress)
        return crawl_delay(answer.body) if answer.status == 200 else 0.0
