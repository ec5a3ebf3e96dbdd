"""Which shard asks which host: all hosts under one registrable domain belong to one. Pure.

So how a host is asked (slots, intervals, robots.txt) is kept by one event loop, as if there were no other.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cite.effects.net.names import literal
from cite.recognisers.addresses.url_parts import split_url

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


class Shares:
    """Every domain's shard, from the longest backlog to the shortest; new ones go to whoever meets them."""

    def __init__(self, count: int, urls: Iterable[str] = ()) -> None:
        """`urls` are the addresses known by now that will be asked."""
        self._backlog = Counter(registrable_domain(split_url(url).host) for url in urls)
        self._owners = allotted(self._backlog, count)
        self._count = count
        self._met = 0

    def owner(self, host: str, met_by: int | None = None) -> int:
        """The number of the shard that a host belongs to, from now on if it belonged to none.

        A domain that nobody knew of, as at the end of a redirect, becomes that of the shard that met it.
        """
        domain = registrable_domain(host)
        owner = self._owners.get(domain)
        if owner is None:
            owner = self._owners[domain] = self._next() if met_by is None else met_by
        return owner

    def _next(self) -> int:
        self._met += 1
        return self._met % self._count

    @property
    def unsplit(self) -> tuple[str, float] | None:
        """The domain that is more than a fair share by itself, and its part of all addresses.

        It is asked by one shard, at its own pace: others cannot help.
        """
        if not self._backlog:
            return None
        domain, addresses = self._backlog.most_common(1)[0]
        part = addresses / self._backlog.total()
        return (domain, part) if part > 1 / self._count and len(self._backlog) > 1 else None


def allotted(backlog: Mapping[str, int], count: int) -> dict[str, int]:
    """Each domain with its shard: the longest first, to whoever has least by then (Graham's LPT rule)."""
    loads = [(0, shard) for shard in range(count)]
    owners = {}
    for domain in sorted(backlog, key=lambda one: (-backlog[one], one)):
        load, shard = loads[0]
        owners[domain] = shard
        heapq.heapreplace(loads, (load + backlog[domain], shard))
    return owners


@lru_cache(maxsize=4096)
def registrable_domain(host: str) -> str:
    """A public suffix and one label before it, as somebody registered it; a host by itself where there is none."""
    name = _ascii(host.lower().rstrip("."))
    return literal(name) or _public_suffixes().privatesuffix(name) or name


def _ascii(name: str) -> str:
    """A name as it goes over the wire, so that its two spellings are one."""
    if name.isascii():
        return name
    import idna

    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return name  # nobody can ask it


@cache
def _public_suffixes() -> "PublicSuffixList":
    """The list as it is packed with its library: nothing is fetched for it."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
