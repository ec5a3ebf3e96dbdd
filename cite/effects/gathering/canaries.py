"""Whether the checker's own network is sound: pages known to be alive, and a name known not to exist.

A checker that is offline, or behind a portal that answers for everybody, must not judge the links. It
asks only when an answer gives reason to: a failure with nothing well shortly before, a page of another
host in place of the one asked for, a status that says so (RFC 6585 section 6).
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

from cite.model.evidence import Fault, Fetch, Fetched, NetworkState, Unreachable
from cite.recognisers.addresses.url_parts import split_url

ALIVE = ("http://example.com/", "https://www.iana.org/", "https://www.wikipedia.org/")
"""The first without TLS, so that a portal can answer in its place and be seen."""
NO_SUCH_NAME = "http://cite-canary.invalid/"
"""A name that cannot exist (RFC 6761 section 6.4): where it answers, somebody answers everything."""
OUR_OWN = frozenset(
    {
        Fault.NO_SUCH_NAME,
        Fault.NAME_LOOKUP,
        Fault.NO_ROUTE,
        Fault.CONNECT_TIMEOUT,
        Fault.READ_TIMEOUT,
        Fault.RESET,
        Fault.CONNECTION_REFUSED,
    }
)
"""Faults that a broken network here would cause as well."""
TRUSTED = 15.0
"""Seconds after a good answer during which a failure is believed to be the other's."""
NETWORK_AUTHENTICATION_REQUIRED = 511
RESERVED = frozenset({"invalid", "test", "example", "localhost"})
"""Top-level names that never exist on the public network (RFC 2606, RFC 6761)."""

_PROXIES = frozenset({"http_proxy", "https_proxy", "all_proxy"})

Asker = Callable[[Fetch], Awaitable[Fetched | Unreachable]]


class Canaries:
    """Asked when an answer from the public network may be the fault of the checker's own."""

    def __init__(
        self, ask: Asker, alive: tuple[str, ...] = (), clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask = ask
        self._alive = alive or ALIVE
        self._clock = clock
        self._well_at = float("-inf")
        self._nobody: asyncio.Task[Fetched | Unreachable] | None = None
        self._portal: asyncio.Task[bool] | None = None
        self._look: asyncio.Task[NetworkState] | None = None

    async def network_after(self, answer: Fetched | Unreachable) -> NetworkState:
        """The state of our own network, as far as an answer gives reason to doubt it."""
        if isinstance(answer, Unreachable):
            doubtful = answer.fault in OUR_OWN and not reserved(answer.url)
            trusted = self._clock() - self._well_at < TRUSTED
            return NetworkState() if trusted or not doubtful else await self._once_looked()
        if await self._somebody_answers_all():
            return NetworkState(
                False, "a name that cannot exist answered: a portal or resolver answers everything"
            )
        if answer.status == NETWORK_AUTHENTICATION_REQUIRED or (
            _led_elsewhere(answer) and await self._portal_in_between()
        ):
            return NetworkState(False, "a portal answers in place of the sites that were asked")
        self._well_at = self._clock()
        return NetworkState()

    async def settled(self, answer: Fetched | Unreachable) -> Fetched | Unreachable:
        """An answer as it is; a reserved name does not exist, even where no resolver says so."""
        if not isinstance(answer, Unreachable) or answer.fault is not Fault.NAME_LOOKUP:
            return answer
        if not reserved(answer.url):
            return answer
        nobody = await self._ask_nobody()
        silent = isinstance(nobody, Unreachable) and nobody.fault is Fault.NAME_LOOKUP
        if not silent:
            return answer
        host = split_url(answer.url).host
        return replace(
            answer,
            fault=Fault.NO_SUCH_NAME,
            detail=f"{host} is a name that never exists (RFC 6761)",
        )

    async def _once_looked(self) -> NetworkState:
        if self._look is None or (self._look.done() and self._look.result().online):
            self._look = asyncio.create_task(self._look_around())
        return await asyncio.shield(self._look)

    async def _look_around(self) -> NetworkState:
        """Ask every canary."""
        answers = await asyncio.gather(*(self._ask(Fetch(url)) for url in self._alive))
        if await self._somebody_answers_all():
            return NetworkState(
                False, "a name that cannot exist answered: a portal or resolver answers everything"
            )
        if any(isinstance(answer, Fetched) and not _led_elsewhere(answer) for answer in answers):
            self._well_at = self._clock()
            return NetworkState()
        if any(isinstance(answer, Fetched) for answer in answers):
            return NetworkState(False, "a portal answers in place of the sites that were asked")
        faults = {answer.fault for answer in answers if isinstance(answer, Unreachable)}
        why = "no page known to be alive answers"
        if faults <= {Fault.NAME_LOOKUP, Fault.NO_SUCH_NAME}:
            why = "no name can be looked up, not even those known to exist"
        return NetworkState(False, f"the network cannot be reached: {why}{_of_a_proxy()}")

    async def _ask_nobody(self) -> Fetched | Unreachable:
        if self._nobody is None:
            self._nobody = asyncio.ensure_future(self._ask(Fetch(NO_SUCH_NAME)))
        return await asyncio.shield(self._nobody)

    async def _somebody_answers_all(self) -> bool:
        """Whether the name that cannot exist was looked up all the same."""
        nobody = await self._ask_nobody()
        return isinstance(nobody, Fetched) or nobody.fault is Fault.ADDRESS_REFUSED

    async def _portal_in_between(self) -> bool:
        """Whether a page known to stay where it is leads elsewhere as well."""
        if self._portal is None:
            self._portal = asyncio.create_task(self._leads_elsewhere())
        return await asyncio.shield(self._portal)

    async def _leads_elsewhere(self) -> bool:
        answer = await self._ask(Fetch(self._alive[0]))
        return isinstance(answer, Fetched) and _led_elsewhere(answer)


def _of_a_proxy() -> str:
    """That the way out may be by a proxy, which is not taken: a guard cannot see behind one."""
    named = [name for name in os.environ if name.lower() in _PROXIES and os.environ[name]]
    return f" ({named[0]} is set, and proxies are not used)" if named else ""


def _led_elsewhere(answer: Fetched) -> bool:
    """Whether a plain address ended at another host than its own."""
    asked, there = split_url(answer.ask.url), split_url(answer.url)
    if asked.scheme != "http" or not asked.host or not there.host:
        return False
    return _bare(asked.host) != _bare(there.host)


def _bare(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")


def reserved(url: str) -> bool:
    """Whether an address has a name that never exists on the public network, or none at all."""
    host = split_url(url).host.rstrip(".")
    return not host or host.rpartition(".")[2] in RESERVED
