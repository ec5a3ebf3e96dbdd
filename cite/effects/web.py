"""Fetch to answer: hops, retries, bounds. The only module that knows httpx's client."""

import asyncio
import contextlib
import email.utils
import hashlib
import random
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import httpcore
import httpx

from cite.effects.decoding import decode_body
from cite.effects.lenient import fetch_raw
from cite.effects.network import Broken, Transport
from cite.effects.pace import Pace
from cite.model.evidence import Clock, Fault, Fetch, Fetched, Hop, Manner, Unreachable
from cite.model.options import Options
from cite.model.version import __version__

if TYPE_CHECKING:
    from tenacity import RetryCallState

RETRY_STATUSES = frozenset({429, 500, 502, 503, 504, *range(520, 531)})
RETRY_FAULTS = frozenset(
    {Fault.RESET, Fault.CONNECT_TIMEOUT, Fault.READ_TIMEOUT, Fault.NAME_LOOKUP}
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})
LONGEST_WAIT = 60.0
"""Seconds: a Retry-After beyond this is not waited for; the answer stands."""

_BROWSER = (
    ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"),
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"),
    ("Accept-Language", "en-US,en;q=0.9"),
    ("Upgrade-Insecure-Requests", "1"),
    ("Sec-Fetch-Dest", "document"),
    ("Sec-Fetch-Mode", "navigate"),
    ("Sec-Fetch-Site", "none"),
)  # fmt: skip
ACCEPT_ENCODING = "gzip, deflate, br, zstd"

Onward = Callable[[Fetched], tuple[str, str] | None]
"""Where a page itself sends its reader, and how (`meta`, `refresh`, `script`); None where it does not."""


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
    ) -> None:
        self._options = options
        self._pace = pace or Pace(options)
        self._onward = onward
        self._transport = transport or Transport(options)
        self._client = httpx.AsyncClient(transport=self._transport, trust_env=False, timeout=None)
        self._client.headers.clear()
        self._clock = clock
        self._sleep = sleep
        self._tool = (
            ("User-Agent", f"cite/{__version__} (source checker; +{options.contact})"),
            ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"),
            ("Accept-Language", "en;q=0.9,*;q=0.5"),
        )
        self.requests = 0
        self._under_way: dict[Fetch, asyncio.Task[Fetched | Unreachable]] = {}

    async def __aenter__(self) -> "Web":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._client.aclose()

    async def fetch(self, ask: Fetch) -> Fetched | Unreachable:
        """The answer; asked once even where several want it at the same time."""
        task = self._under_way.get(ask)
        if task is None:
            task = asyncio.get_running_loop().create_task(self._with_retries(ask))
            self._under_way[ask] = task
            task.add_done_callback(lambda _: self._under_way.pop(ask, None))
        return await asyncio.shield(task)

    async def _with_retries(self, ask: Fetch) -> Fetched | Unreachable:
        first: Fetched | Unreachable | None = await self._chain(ask)
        assert first is not None
        if not _worth_retrying(first) or not self._options.retries:
            return first
        from tenacity import AsyncRetrying, retry_if_result

        async def attempt() -> Fetched | Unreachable:
            # The first answer is had already: tenacity is only entered where something failed.
            nonlocal first
            if first is not None:
                answer, first = first, None
                return answer
            return await self._chain(ask)

        def pause(state: "RetryCallState") -> float:
            return self._pause(_outcome(state), state.attempt_number - 1)

        retrying = AsyncRetrying(
            retry=retry_if_result(_worth_retrying),
            stop=lambda state: (
                state.attempt_number > self._options.retries or pause(state) > LONGEST_WAIT
            ),
            wait=pause,
            sleep=self._sleep,
            retry_error_callback=_outcome,
        )
        answer: Fetched | Unreachable = await retrying(attempt)
        return replace(answer, attempts=retrying.statistics["attempt_number"])

    def _pause(self, answer: Fetched | Unreachable, attempt: int) -> float:
        """Seconds before the next attempt: what the server asks for, else 1, 2, 4 … with jitter."""
        if (
            isinstance(answer, Fetched)
            and (asked := retry_after(answer, self._clock())) is not None
        ):
            return asked
        return float(min(30.0, 0.5 * 2**attempt) * (0.75 + random.random() / 2))

    async def _chain(self, ask: Fetch) -> Fetched | Unreachable:
        """One walk along the redirects."""
        hops: list[Hop] = []
        cookies = httpx.Cookies()
        seen: set[tuple[str, str]] = set()
        url, fragment = ask.url, ask.url.partition("#")[2]
        while True:
            problem = address_problem(url)
            if problem:
                fault, detail = problem
                if hops and fault is Fault.UNSUPPORTED_SCHEME:
                    fault = Fault.BAD_REDIRECT
                return Unreachable(ask, self._clock(), fault, detail, tuple(hops))
            visited = (url.partition("#")[0], str(sorted((c.name, c.value) for c in cookies.jar)))
            if visited in seen:
                return Unreachable(
                    ask,
                    self._clock(),
                    Fault.REDIRECT_LOOP,
                    f"the redirects lead back to {url}",
                    tuple(hops),
                )
            seen.add(visited)
            answer = await self._hop(ask, url, tuple(hops), cookies)
            if isinstance(answer, Unreachable):
                return answer
            target = self._target(ask, answer)
            if target is None:
                return answer
            location, via = target
            hops = [*answer.hops[:-1], replace(answer.hops[-1], location=location, via=via)]
            if len(hops) > self._options.max_redirects:
                return Unreachable(
                    ask,
                    self._clock(),
                    Fault.TOO_MANY_REDIRECTS,
                    f"more than {self._options.max_redirects} redirects",
                    tuple(hops),
                )
            url = onward_url(answer.url, location)
            if "#" in url:
                fragment = url.partition("#")[2]
            elif fragment:
                url = f"{url}#{fragment}"

    def _target(self, ask: Fetch, answer: Fetched) -> tuple[str, str] | None:
        """Where an answer sends the asker: Location first (RFC 9110 section 10.2.2), else the page itself."""
        if not ask.follow:
            return None
        location = answer.header("location")
        if answer.status in REDIRECTS and location:
            return location, "http"
        found = self._onward(answer) if self._onward and answer.status < 400 else None
        if (
            found
            and onward_url(answer.url, found[0]).partition("#")[0] == answer.url.partition("#")[0]
        ):
            return None
        return found

    async def _hop(
        self, ask: Fetch, url: str, hops: tuple[Hop, ...], cookies: httpx.Cookies
    ) -> Fetched | Unreachable:
        """One request under the pace and the deadline."""
        try:
            target = httpx.URL(wire_url(url))
        except (httpx.InvalidURL, ValueError, UnicodeError) as error:
            return Unreachable(ask, self._clock(), Fault.INVALID_ADDRESS, str(error), hops)
        request = self._request(ask, target, cookies)
        progress = _Progress()
        async with self._pace.slot(target.host):
            self.requests += 1
            started = time.perf_counter()
            try:
                async with asyncio.timeout(self._options.timeout):
                    await self._exchange(ask, request, progress)
            except TimeoutError:
                if progress.status is None:
                    return Unreachable(
                        ask,
                        self._clock(),
                        Fault.READ_TIMEOUT,
                        f"no answer within {self._options.timeout:g} seconds",
                        hops,
                    )
                progress.flaws.append("the body did not come in time")
            except Broken as error:
                if progress.status is None:
                    return Unreachable(
                        ask, self._clock(), error.fault, error.detail, hops, error.tls_fault
                    )
                progress.flaws.append("the connection broke before the end of the body")
            except (
                httpcore.RemoteProtocolError,
                httpx.RemoteProtocolError,
                httpcore.LocalProtocolError,
            ) as error:
                if progress.status is None:
                    failed = await self._leniently(ask, request, progress, str(error))
                    if failed:
                        return replace(failed, hops=hops)
                else:
                    progress.flaws.append(f"the body is not sent as announced: {error}")
            except (
                httpx.TransportError,
                httpcore.NetworkError,
                httpcore.TimeoutException,
                OSError,
            ) as error:
                if progress.status is None:
                    return Unreachable(
                        ask, self._clock(), Fault.RESET, str(error) or type(error).__name__, hops
                    )
                progress.flaws.append(f"the body broke off: {error}")
        elapsed = (progress.headers_at or time.perf_counter()) - started
        response = httpx.Response(
            progress.status or 0, headers=list(progress.headers), request=request
        )
        cookies.extract_cookies(response)
        return self._answer(ask, url, hops, progress, elapsed)

    def _request(self, ask: Fetch, target: httpx.URL, cookies: httpx.Cookies) -> httpx.Request:
        manner = _BROWSER if ask.manner is Manner.BROWSER else self._tool
        own = {name.lower() for name, _ in ask.headers}
        headers = [(name, value) for name, value in manner if name.lower() not in own]
        headers += [*ask.headers, ("Accept-Encoding", ACCEPT_ENCODING), ("Connection", "close")]
        request = httpx.Request("GET", target.copy_with(fragment=None), headers=headers)
        cookies.set_cookie_header(request)
        return request

    async def _exchange(self, ask: Fetch, request: httpx.Request, progress: "_Progress") -> None:
        response = await self._client.send(request, stream=True, auth=None)
        try:
            progress.headers_at = time.perf_counter()
            progress.status = response.status_code
            progress.headers = tuple(
                (name.decode("latin-1").lower(), value.decode("utf-8", "replace"))
                for name, value in response.headers.raw
            )
            stream = response.extensions.get("network_stream")
            if stream is not None:
                progress.address = getattr(stream, "address", None)
                progress.tls = tls_facts(stream.get_extra_info("ssl_object"))
            limit = ask.body_limit or self._options.body_limit
            async for part in response.aiter_raw():
                progress.body += part
                if len(progress.body) > limit:
                    progress.truncated = True
                    break
        finally:
            await response.aclose()

    async def _leniently(
        self, ask: Fetch, request: httpx.Request, progress: "_Progress", complaint: str
    ) -> Unreachable | None:
        """A strict parser refused the answer; read it as a browser would."""
        if not isinstance(self._transport, Transport):
            return Unreachable(ask, self._clock(), Fault.PROTOCOL, complaint)
        url = request.url
        lines = [
            f"GET {url.raw_path.decode('ascii')} HTTP/1.1",
            *(f"{n}: {v}" for n, v in request.headers.items()),
        ]
        data = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            async with asyncio.timeout(self._options.timeout):
                raw = await fetch_raw(
                    self._transport.backend, self._transport.context, data, url.scheme, url.host, port,
                    ask.body_limit or self._options.body_limit,
                )  # fmt: skip
        except Broken as error:
            return Unreachable(ask, self._clock(), error.fault, error.detail, (), error.tls_fault)
        except TimeoutError:
            return Unreachable(ask, self._clock(), Fault.READ_TIMEOUT, "no answer in time")
        progress.status, progress.headers = raw.status, raw.headers
        progress.body, progress.address = bytearray(raw.body), raw.address
        progress.flaws.append(f"the answer breaks the rules of HTTP: {complaint}")
        return None

    def _answer(
        self, ask: Fetch, url: str, hops: tuple[Hop, ...], progress: "_Progress", elapsed: float
    ) -> Fetched:
        limit = ask.body_limit or self._options.body_limit
        codings = [c for n, v in progress.headers if n == "content-encoding" for c in v.split(",")]
        body, flaw = decode_body(bytes(progress.body), codings, limit)
        flaws = (*progress.flaws, flaw) if flaw else tuple(progress.flaws)
        location = next((value for name, value in progress.headers if name == "location"), None)
        hop = Hop(url, progress.status or 0, location, "http", round(elapsed, 4), progress.address)
        return Fetched(
            ask, self._clock(), progress.status or 0, progress.headers, (*hops, hop), body,
            hashlib.sha256(body).hexdigest() if body else None,
            progress.truncated or len(body) >= limit, flaws, progress.tls,
        )  # fmt: skip


@dataclass(slots=True)
class _Progress:
    """How far one exchange has come; what is here survives a time-out."""

    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    headers_at: float | None = None
    body: bytearray = None  # type: ignore[assignment]
    truncated: bool = False
    flaws: list[str] = None  # type: ignore[assignment]
    address: str | None = None
    tls: str | None = None

    def __post_init__(self) -> None:
        self.body = bytearray()
        self.flaws = []


def _outcome(state: "RetryCallState") -> Fetched | Unreachable:
    assert state.outcome is not None
    answer: Fetched | Unreachable = state.outcome.result()
    return answer


def _worth_retrying(answer: Fetched | Unreachable) -> bool:
    if isinstance(answer, Fetched):
        return answer.status in RETRY_STATUSES
    return answer.fault in RETRY_FAULTS


def retry_after(answer: Fetched, now: datetime) -> float | None:
    """Seconds that a server asks to wait (RFC 9110 section 10.2.3), or None."""
    value = answer.header("retry-after").strip()
    if re.fullmatch(r"\d{1,9}", value):
        return float(value)
    parsed = (
        email.utils.parsedate_to_datetime(value)
        if value and value[-1].isalpha() and "," in value
        else None
    )
    if parsed is None:
        return None
    when = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())


def address_problem(url: str) -> tuple[Fault, str] | None:
    """Why an address cannot be asked at all, or None."""
    scheme, colon, rest = url.strip().partition(":")
    if not colon or not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme):
        return Fault.INVALID_ADDRESS, f"“{url[:200]}” has no scheme such as https:"
    if scheme.lower() not in ("http", "https"):
        return Fault.UNSUPPORTED_SCHEME, f"{scheme.lower()}: is not asked over the web"
    if not rest.lstrip("/\\"):
        return Fault.INVALID_ADDRESS, "it names no host"
    try:
        parsed = httpx.URL(wire_url(url))
        if not parsed.host:
            return Fault.INVALID_ADDRESS, "it names no host"
        if parsed.port is not None and not 0 < parsed.port < 65536:
            return Fault.INVALID_ADDRESS, f"there is no port {parsed.port}"
        if re.search(r"[\s<>\"{}|\\^`%]", parsed.host) and ":" not in parsed.host:
            return Fault.INVALID_ADDRESS, "its host has a character that no host can have"
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        return Fault.INVALID_ADDRESS, str(error)
    return None


def wire_url(url: str) -> str:
    """An address as a browser would send it: blanks trimmed, backslashes before the query turned."""
    url = url.strip()
    head, mark, tail = re.match(r"([^?#]*)([?#]?)(.*)", url, re.DOTALL).groups()  # type: ignore[union-attr]
    head = head.replace("\\", "/")
    head = re.sub(r"^(https?):/*", lambda m: f"{m[1].lower()}://", head, flags=re.IGNORECASE)
    return (head + mark + tail).replace("\t", "").replace("\n", "").replace("\r", "")


def onward_url(base: str, location: str) -> str:
    """A Location resolved against the address that sent it."""
    location = location.strip()
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return urljoin(
        wire_url(base), location.replace("\\", "/") if location.startswith("\\") else location
    )


def tls_facts(ssl_object: object) -> str | None:
    """Protocol and certificate in words."""
    if ssl_object is None:
        return None
    version = getattr(ssl_object, "version", lambda: None)()
    certificate: dict[str, str] = getattr(ssl_object, "getpeercert", dict)() or {}
    until = certificate.get("notAfter", "")
    return ", ".join(
        part
        for part in (str(version or "TLS"), f"certificate valid until {until}" if until else "")
        if part
    )
