"""Whether an answer is the site's or our own network's: canaries for the public web, none for what is routed."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from cite.effects.gathering.canaries import NO_SUCH_NAME, Canaries, reserved
from cite.effects.net.guard import AddressGuard
from cite.effects.net.names import route
from cite.model.evidence import Clock, Fault, Fetch, Fetched, NetworkState, Unreachable
from cite.model.options import Options

FetchOnce = Callable[[Fetch], Awaitable[Fetched | Unreachable]]


class Reachability:
    """An eye on our own network; once it is found wanting, nobody on the public web is asked or judged."""

    def __init__(self, options: Options, fetch_once: FetchOnce, clock: Clock) -> None:
        self.network = NetworkState()
        self._options = options
        self._fetch_once = fetch_once
        self._clock = clock
        self._guard = AddressGuard(options.allow_net)
        self._canaries = Canaries(self._canary, options.canaries)
        self._privacy: dict[str, bool] = {}

    def before(self, ask: Fetch) -> Unreachable | None:
        """What stands for an answer where asking would say nothing of the site."""
        if self.network.online or self._private(ask.url) or reserved(ask.url):
            return None  # A reserved name needs no network to be known not to exist.
        return self._not_judged(ask)

    async def after(self, answer: Fetched | Unreachable) -> Fetched | Unreachable:
        """The answer, if it is the site's own."""
        if self._private(answer.url):
            return answer
        network = await self._canaries.network_after(answer)
        if not network.online:
            self.network = network
            return self._not_judged(answer.ask)
        return await self._canaries.settled(answer)

    def _not_judged(self, ask: Fetch) -> Unreachable:
        """Our own network failed, not the link: this is no evidence and is not kept."""
        words = f"not judged: {self.network.detail}"
        return Unreachable(ask, self._clock(), Fault.INTERRUPTED, words)

    async def _canary(self, ask: Fetch) -> Fetched | Unreachable:
        """A canary asked, without repeating what fails."""
        if self._routed(ask.url) and ask.url == NO_SUCH_NAME:
            # Nobody asked a resolver, so none has answered for a name that cannot exist.
            return Unreachable(ask, self._clock(), Fault.NAME_LOOKUP, "routed, so not asked")
        return await self._fetch_once(ask)

    def _routed(self, url: str) -> bool:
        host, port = _host_and_port(url)
        return route(host, port, self._options.connect_to) != (host, port)

    def _private(self, url: str) -> bool:
        """Whether an address is reached without the public network: routed, or opened by --allow-net."""
        origin = "/".join(url.split("/", 3)[:3])
        if origin not in self._privacy:
            self._privacy[origin] = self._off_the_public_network(origin)
        return self._privacy[origin]

    def _off_the_public_network(self, url: str) -> bool:
        host, _ = _host_and_port(url)
        if self._routed(url) or host in ("localhost",) or host.endswith(".localhost"):
            return True
        try:
            return bool(self._guard.opened(host) or self._guard.refusal(host))
        except ValueError:
            return False


def _host_and_port(url: str) -> tuple[str, int]:
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").lower(), parts.port or (
            443 if parts.scheme == "https" else 80
        )
    except ValueError:
        return "", 0
