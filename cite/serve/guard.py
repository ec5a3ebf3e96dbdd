"""Who may ask the page what: hosts, origins, tokens, sizes; and what browsers are told to refuse.

A page on loopback is within reach of every site that is open in the same browser. So a request must name a
host that is ours (a foreign name that resolves to 127.0.0.1 is refused), a write must come from our own pages
(Origin, Sec-Fetch-Site) and carry a token that only they have.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cite.effects.inputs import MAX_INPUT

MAX_BODY = MAX_INPUT + 1024 * 1024
"""Bytes of a request: the largest article with its form around it."""
SESSION, ENTRY = "cite_session", "cite_entry"
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class TooLarge(Exception):
    """A request with more in it than any article has."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a server lets in."""

    hosts: frozenset[str]
    """Host headers that are ours, with their port; empty for any, which takes an entry token."""
    secret: bytes
    entry: str = ""
    """What a person types to come in; empty where the server is on loopback."""

    def token(self, session: str) -> str:
        """What every write of a session carries."""
        return self._made("write", session)

    def pass_of(self) -> str:
        """What the browser of a person who came in carries."""
        return self._made("entry", self.entry)

    def _made(self, purpose: str, text: str) -> str:
        return hmac.new(self.secret, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, rules: Rules, door: Callable[[Request], Response]) -> None:
        self._app = app
        self._rules = rules
        self._door = door
        """The page that asks for the entry token."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the session and what browsers are to refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        session = _cookie(request.headers, SESSION)
        fresh = not (session.isalnum() and len(session) == 32)
        if fresh:
            session = secrets.token_hex(16)
        scope["session_id"] = session
        scope["token"] = self._rules.token(session)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if fresh:
                    headers.append("set-cookie", _cookie_text(SESSION, session))
            await send(message)

        refused = self._refused(request)
        if refused is None and self._rules.entry and not self._entered(request):
            refused = await self._entry(request, receive)
        if refused is not None:
            await refused(scope, receive, answer)
            return
        try:
            await self._app(scope, _bounded(receive), answer)
        except TooLarge:
            await _too_large()(scope, receive, answer)

    def _refused(self, request: Request) -> Response | None:
        host = request.headers.get("host", "").lower()
        if self._rules.hosts and host not in self._rules.hosts:
            return PlainTextResponse("This page is not served under that name.", 421)
        if int(request.headers.get("content-length", "0") or 0) > MAX_BODY:
            return _too_large()
        if request.method in SAFE or _same_origin(request.headers, host):
            return None
        return PlainTextResponse("Another page may not write here.", 403)

    def _entered(self, request: Request) -> bool:
        """Whether the person behind it came in; what the door itself is drawn with is no secret."""
        if request.method in SAFE and request.url.path.startswith("/static/"):
            return True
        given = _cookie(request.headers, ENTRY)
        return hmac.compare_digest(given.encode(), self._rules.pass_of().encode())

    async def _entry(self, request: Request, receive: Receive) -> Response:
        """In for whoever knows the token, the door for everybody else."""
        if request.method == "POST" and request.url.path == "/enter":
            body = b""
            while len(body) < 4096:
                message = await receive()
                body += message.get("body", b"")
                if not message.get("more_body"):
                    break
            given = parse_qs(body[:4096].decode("latin-1")).get("entry", [""])[0]
            if hmac.compare_digest(given.encode(), self._rules.entry.encode()):
                response = RedirectResponse("/", 303)
                response.headers["set-cookie"] = _cookie_text(ENTRY, self._rules.pass_of())
                return response
        return self._door(request)


def checked(scope: Scope, given: str) -> bool:
    """Whether a write carries the token of its session."""
    return hmac.compare_digest(given.encode(), str(scope["token"]).encode())


def _same_origin(headers: Headers, host: str) -> bool:
    """Whether a write comes from a page of ours, as far as the browser says; the token is asked for besides."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == host
    except ValueError:
        return False


def _cookie(headers: Headers, name: str) -> str:
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _cookie_text(name: str, value: str) -> str:
    return f"{name}={quote(value)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000"


def _bounded(receive: Receive) -> Receive:
    """What comes in, until it is too much."""
    taken = 0

    async def take() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MAX_BODY:
            raise TooLarge
        return message

    return take


def _too_large() -> Response:
    return PlainTextResponse(f"Larger than {MAX_INPUT >> 20} MB.", 413)
