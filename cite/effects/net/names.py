"""Names to network addresses: `--connect-to` first, then numbers in any spelling, then the resolver."""

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from cite.model.evidence import Fault, TlsFault
from cite.model.options import ConnectTo

LOOKUPS_AT_ONCE = 64
"""Names are looked up by the C library, which blocks; a slow name server must not hold up the others."""
LONGEST_LOOKUP = 10.0
"""Seconds; the C library's own patience is longer than a whole request may take."""


class Broken(Exception):
    """A connection that could not be had or kept, and why."""

    def __init__(self, fault: Fault, detail: str, tls_fault: TlsFault | None = None) -> None:
        super().__init__(detail)
        self.fault = fault
        self.detail = detail
        self.tls_fault = tls_fault


def route(host: str, port: int, rules: Iterable[ConnectTo]) -> tuple[str, int]:
    """Where connections to a host really go, by the first --connect-to that fits."""
    for rule in rules:
        if rule.host in ("", host.lower().rstrip(".")) and rule.port in (None, port):
            return rule.address or host, rule.target_port or port
    return host, port


@lru_cache(maxsize=4096)
def literal(host: str) -> str | None:
    """The network address that a host is a spelling of, or None for a name.

    `2130706433`, `0x7f.1` and `0177.0.0.1` are 127.0.0.1 to every C library and every browser;
    `localhost` and all below it are loopback whatever a resolver says (RFC 6761 section 6.3).
    """
    name = host.lower().rstrip(".")
    if ":" in host:
        try:
            ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            return None
        return host
    if name[:1].isdigit():
        try:
            return socket.inet_ntoa(socket.inet_aton(name))
        except OSError:
            return None
    if name == "localhost" or name.endswith(".localhost"):
        return "127.0.0.1"
    return None


class Resolver:
    """Names to addresses, each looked up once a run."""

    def __init__(self, timeout: float) -> None:
        self._timeout = min(timeout, LONGEST_LOOKUP)
        self._known: dict[str, asyncio.Future[tuple[str, ...]]] = {}
        self._denied: set[str] = set()
        self._threads: ThreadPoolExecutor | None = None

    async def addresses(self, host: str) -> tuple[str, ...]:
        """Every address of a host, the two families by turns (RFC 8305). Raises Broken."""
        if (address := literal(host)) is not None:
            return (address,)
        lookup = self._known.get(host)
        if lookup is None:
            lookup = asyncio.ensure_future(self._lookup(host))
            lookup.add_done_callback(_seen)
            self._known[host] = lookup
        try:
            return await asyncio.shield(lookup)
        except Broken as error:
            if error.fault is Fault.NAME_LOOKUP or self._first_denial(host, error):
                self._known.pop(host, None)
            raise

    def _first_denial(self, host: str, error: Broken) -> bool:
        """Whether a name was said not to exist for the first time: that is looked up once more when asked."""
        first = error.fault is Fault.NO_SUCH_NAME and host not in self._denied
        self._denied.add(host)
        return first

    async def _lookup(self, host: str) -> tuple[str, ...]:
        if self._threads is None:
            self._threads = ThreadPoolExecutor(LOOKUPS_AT_ONCE, "lookup")
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._timeout):
                found = await loop.run_in_executor(self._threads, _getaddrinfo, host)
        except TimeoutError:
            raise Broken(
                Fault.NAME_LOOKUP, f"the resolver did not answer in time for {host}"
            ) from None
        except socket.gaierror as error:
            if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)):
                raise Broken(Fault.NO_SUCH_NAME, f"there is no host named {host}") from error
            raise Broken(
                Fault.NAME_LOOKUP, f"the resolver failed for {host}: {error.strerror}"
            ) from error
        except (OSError, UnicodeError) as error:
            raise Broken(
                Fault.NO_SUCH_NAME, f"{host} is no name that can be looked up: {error}"
            ) from error
        return _by_turns(found)

    def close(self) -> None:
        """Wait for no lookup that is still under way."""
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)


def _seen(lookup: asyncio.Future[tuple[str, ...]]) -> None:
    """Whoever asked may have left before it failed; asyncio complains of failures that nobody looks at."""
    if not lookup.cancelled():
        lookup.exception()


def _getaddrinfo(host: str) -> list[str]:
    return [str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def _by_turns(found: Iterable[str]) -> tuple[str, ...]:
    """IPv6 and IPv4 by turns, beginning with the family that the system prefers."""
    addresses = list(dict.fromkeys(found))
    first_six = bool(addresses) and ":" in addresses[0]
    families = (
        [a for a in addresses if (":" in a) is first_six],
        [a for a in addresses if (":" in a) is not first_six],
    )
    longest = max(map(len, families))
    return tuple(family[n] for n in range(longest) for family in families if n < len(family))
