"""The cookies of one chain of redirects."""

from http.cookiejar import Cookie
from typing import Any

import httpx

MOST = 50
"""Cookies taken of one answer (RFC 6265 section 6.1)."""
LONGEST = 4096
"""Bytes of a cookie and its attributes, as in browsers."""


class Cookies:
    """What was set on the way is sent on; httpx's jar is opened only once there is something to put in it."""

    def __init__(self) -> None:
        self._jar: httpx.Cookies | None = None

    def take(self, headers: tuple[tuple[str, str], ...], request: httpx.Request) -> None:
        """What an answer sets; only what httpx understands, as other headers may hold bytes that it refuses."""
        told = [
            (name, value)
            for name, value in headers
            if name == "set-cookie" and value.isascii() and len(value) <= LONGEST
        ][:MOST]
        if told:
            if self._jar is None:
                self._jar = httpx.Cookies()
            self._jar.extract_cookies(httpx.Response(200, headers=told, request=request))

    def send(self, request: httpx.Request) -> None:
        """Those that belong to a request, with it."""
        if self._jar is not None:
            self._jar.set_cookie_header(request)

    @property
    def plain(self) -> list[dict[str, Any]]:
        """What is in the jar, as data that can travel; the jar itself, with its lock, cannot."""
        return [vars(cookie) for cookie in self._jar.jar] if self._jar is not None else []

    @classmethod
    def of_plain(cls, held: list[dict[str, Any]]) -> "Cookies":
        """A jar filled again. Raises TypeError for what was none."""
        cookies = cls()
        if held:
            cookies._jar = httpx.Cookies()
            for fields in held:
                rest = {name: value for name, value in fields.items() if name != "_rest"}
                cookies._jar.jar.set_cookie(Cookie(**rest, rest=fields["_rest"]))
        return cookies

    def become(self, other: "Cookies") -> None:
        """What another holds: the same chain, gone on with elsewhere."""
        self._jar = other._jar

    def __str__(self) -> str:
        """What they say: the same address with another cookie is no loop."""
        return (
            str(sorted((c.name, c.value) for c in self._jar.jar)) if self._jar is not None else ""
        )
