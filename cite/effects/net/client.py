"""httpx's client over a transport of ours, without what it would do of its own accord.

It follows nothing, waits for nothing (the deadline is the caller's) and heeds no proxy of the environment,
behind which no address could be judged. It remembers no cookie: those belong to one walk along redirects.
"""

import httpx


class Client(httpx.AsyncClient):
    """Sends every request of a run."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        super().__init__(transport=transport, follow_redirects=False, timeout=None, trust_env=False)

    @property
    def cookies(self) -> httpx.Cookies:
        """None, whatever was set."""
        return _NONE

    @cookies.setter
    def cookies(self, _: object) -> None:
        pass


class _NoCookies(httpx.Cookies):
    """A jar that nothing goes into."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Leave them where they are."""


_NONE = _NoCookies()
