"""Fetches: pages, as they came.

What many answers share (headers such as the content type, the facts of a certificate) stands apart from
what is an answer's own, so that the store can keep it once.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from cite.effects.asks.compact import dumps, loads
from cite.effects.asks.kind import Desk, Kept
from cite.model.evidence import (
    NO_ANSWER,
    Fault,
    Fetch,
    Fetched,
    Hop,
    Look,
    Manner,
    TlsFault,
    Unreachable,
)
from cite.model.options import Options

KEPT_BODY = 512 * 1024
"""Bytes of a body that are kept where the ask does not say: enough to judge again under new rules."""
FAILURE_AGE = timedelta(hours=1)
COMMON_HEADERS = frozenset(
    "content-type content-language server via x-robots-tag cf-mitigated www-authenticate x-datadome x-amzn-waf-action".split()
)
OWN_HEADERS = frozenset(
    "last-modified retry-after memento-datetime link location content-location refresh content-disposition".split()
)
SAME = 0
"""Stands for an address that is the one asked, and for a redirect by its Location header."""


class Fetching:
    """What the web answers. Copies never age; failures serve shorter than successes."""

    name = "fetch"
    asks = Fetch

    def detail(self, ask: Fetch) -> str:
        """Manner, whether redirects are left alone, how much is wanted, further headers."""
        if ask.manner is Manner.TOOL and ask.follow and not ask.headers and not ask.body_limit:
            return ""
        rest = [
            ask.manner.value if ask.manner is not Manner.TOOL else "",
            "" if ask.follow else "raw",
            f"limit={ask.body_limit}" if ask.body_limit and not ask.sieve else "",
            *(f"{name}={value}" for name, value in ask.headers),
        ]
        return " ".join(part for part in rest if part)

    def keep(self, answer: Fetched | Unreachable) -> Kept | None:
        """Its body up to what was asked for; what was not asked says nothing."""
        if isinstance(answer, Unreachable):
            if answer.fault in NO_ANSWER:
                return None
            return Kept(dumps(_unreachable_json(answer)), fault=answer.fault.value)
        limit = max(KEPT_BODY, answer.ask.body_limit or 0)
        return Kept(
            dumps(_own_json(answer)), _common_json(answer), answer.status, None, answer.digest,
            answer.body[:limit] if answer.digest else b"",
        )  # fmt: skip

    def recall(self, ask: Fetch, at: datetime, kept: Kept) -> Fetched | Unreachable:
        """Its body where that was kept."""
        value = loads(kept.value)
        hops = tuple(_hop(parts, ask.url) for parts in value.get("h", ()))
        if kept.fault:
            tls = TlsFault(value["s"]) if "s" in value else None
            return Unreachable(ask, at, Fault(kept.fault), value["d"], hops, tls, value.get("n", 1))
        shared = loads(kept.common) if kept.common else {}
        headers = tuple((name, text) for name, text in (*shared.get("H", ()), *value.get("H", ())))
        return Fetched(
            ask, at, kept.status or 0, headers, hops, kept.body, kept.digest, bool(value.get("t")),
            tuple(value.get("f", ())), shared.get("s"), value.get("n", 1),
        )  # fmt: skip

    def look(self, answer: Fetched | Unreachable) -> Look:
        """Its status and where it ended, or its fault."""
        if isinstance(answer, Unreachable):
            return Look(answer.at, None, answer.fault, None, answer.detail)
        moved = answer.url if answer.url != answer.ask.url else None
        return Look(answer.at, answer.status, None, moved)

    def fresh(self, answer: Fetched | Unreachable, now: datetime, options: Options) -> bool:
        """A page for as long as the run allows, a failure for an hour of it, a copy shown whole for ever."""
        if not answer.ask.follow:
            return _settled(answer)
        if isinstance(answer, Unreachable) and answer.fault in NO_ANSWER:
            return False
        failed = isinstance(answer, Unreachable) or answer.status >= 400
        if options.retry_failed:
            return not failed
        limit = min(FAILURE_AGE, options.max_age) if failed else options.max_age
        return now - answer.at <= limit

    def kin(self, ask: Fetch) -> str:
        """None: a page asked for otherwise is another page."""
        return ""

    def stand_in(self, others: Sequence[Fetched | Unreachable]) -> None:
        """None."""

    async def answer(self, ask: Fetch, desk: Desk) -> Fetched | Unreachable:
        """The web's."""
        return await desk.fetch(ask)


def _settled(answer: Fetched | Unreachable) -> bool:
    """Whether a look at a copy was shown it whole, as it never changes; an archive that failed is asked again."""
    return isinstance(answer, Fetched) and bool(
        answer.header("memento-datetime") and not answer.flaws
    )


def _common_json(answer: Fetched) -> str | None:
    """What a page is likely to share with others."""
    value: dict[str, Any] = {}
    if headers := _kept(answer, COMMON_HEADERS):
        value["H"] = headers
    if answer.tls:
        value["s"] = answer.tls
    return dumps(value) if value else None


def _own_json(answer: Fetched) -> dict[str, Any]:
    value: dict[str, Any] = {"h": [_hop_json(hop, answer.ask.url) for hop in answer.hops]}
    if headers := _kept(answer, OWN_HEADERS):
        value["H"] = headers
    if answer.truncated:
        value["t"] = 1
    if answer.flaws:
        value["f"] = answer.flaws
    if answer.attempts > 1:
        value["n"] = answer.attempts
    return value


def _unreachable_json(answer: Unreachable) -> dict[str, Any]:
    value: dict[str, Any] = {"d": answer.detail}
    if answer.hops:
        value["h"] = [_hop_json(hop, answer.ask.url) for hop in answer.hops]
    if answer.attempts > 1:
        value["n"] = answer.attempts
    if answer.tls_fault:
        value["s"] = answer.tls_fault.value
    return value


def _kept(answer: Fetched, names: frozenset[str]) -> list[list[str]]:
    return [[name, text[:500]] for name, text in answer.headers if name in names]


def _hop_json(hop: Hop, asked: str) -> list[Any]:
    """Address, status, time, who answered; where it led, and how, only if it led anywhere."""
    parts: list[Any] = [SAME if hop.url == asked else hop.url, hop.status, hop.elapsed, hop.address]
    if hop.location is not None or hop.via != "http":
        parts += [hop.location, SAME if hop.via == "http" else hop.via]
    return parts


def _hop(parts: list[Any], asked: str) -> Hop:
    url, status, elapsed, address, *led = parts
    location, via = led or (None, SAME)
    where = asked if url == SAME else url
    return Hop(where, status, location, "http" if via == SAME else str(via), elapsed, address)
