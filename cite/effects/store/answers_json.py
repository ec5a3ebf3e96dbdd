"""Asks and answers as compact JSON, and back: what the store keeps.

What many answers share (headers such as the content type, the facts of a certificate) stands apart from
what is an answer's own, so that the store can keep it once.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from cite.model.evidence import (
    Answer,
    Ask,
    Fault,
    Fetch,
    Fetched,
    FindMementos,
    Hop,
    Look,
    Manner,
    Memento,
    MementosOutcome,
    TimeMap,
    TlsFault,
    Unreachable,
)

COMMON_HEADERS = frozenset(
    "content-type content-language server via x-robots-tag cf-mitigated www-authenticate x-datadome x-amzn-waf-action".split()
)
OWN_HEADERS = frozenset(
    "last-modified retry-after memento-datetime link location content-location refresh content-disposition".split()
)
SAME = 0
"""Stands for an address that is the one asked, and for a redirect by its Location header."""


def ask_id(ask: Ask) -> bytes:
    """Sixteen bytes that name an ask."""
    return hashlib.sha256("\0".join(ask_parts(ask)).encode("utf-8", "surrogatepass")).digest()[:16]


def ask_parts(ask: Ask) -> tuple[str, str, str]:
    """Kind, address, and the rest."""
    match ask:
        case Fetch():
            rest = [
                ask.manner.value if ask.manner is not Manner.TOOL else "",
                "" if ask.follow else "raw",
            ]
            rest += [f"{name}={value}" for name, value in ask.headers]
            return "fetch", ask.url, " ".join(part for part in rest if part)
        case FindMementos():
            return "mementos", ask.url, f"{ask.archive} {ask.near.isoformat()}"


def split_url(url: str) -> tuple[str, str]:
    """Scheme and host with its port, and all that follows."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return (f"{scheme}{mark}{host}", slash + path) if mark else ("", url)


def common_json(answer: Answer) -> str | None:
    """What an answer is likely to share with others."""
    if not isinstance(answer, Fetched):
        return None
    value: dict[str, Any] = {}
    if headers := _kept(answer, COMMON_HEADERS):
        value["H"] = headers
    if answer.tls:
        value["s"] = answer.tls
    return _dumps(value) if value else None


def own_json(answer: Answer) -> str:
    """The rest, without its ask, time and body."""
    match answer:
        case Fetched():
            value: dict[str, Any] = {"h": [_hop_json(hop, answer.ask.url) for hop in answer.hops]}
            if headers := _kept(answer, OWN_HEADERS):
                value["H"] = headers
            if answer.truncated:
                value["t"] = 1
            if answer.flaws:
                value["f"] = answer.flaws
            if answer.attempts > 1:
                value["n"] = answer.attempts
        case Unreachable():
            value = {"d": answer.detail}
            if answer.hops:
                value["h"] = [_hop_json(hop, answer.ask.url) for hop in answer.hops]
            if answer.attempts > 1:
                value["n"] = answer.attempts
            if answer.tls_fault:
                value["s"] = answer.tls_fault.value
        case TimeMap():
            value = {
                "o": answer.outcome.value, "d": answer.detail, "v": answer.via, "c": answer.complete,
                "m": [
                    [m.uri_m, m.uri_r, m.datetime.timestamp(), m.archive, m.status, m.mime, m.digest, m.length]
                    for m in answer.mementos
                ],
            }  # fmt: skip
    return _dumps(value)


def _dumps(value: object) -> str:
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


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


def from_json(
    ask: Ask,
    at: float,
    status: int | None,
    fault: str | None,
    common: str | None,
    own: str,
    body: bytes,
    digest: str | None,
) -> Answer:
    """An answer as it was; its body where that was kept."""
    value = json.loads(own)
    when = datetime.fromtimestamp(at, UTC)
    if isinstance(ask, FindMementos):
        mementos = tuple(
            Memento(m[0], m[1], datetime.fromtimestamp(m[2], UTC), *m[3:]) for m in value["m"]
        )
        return TimeMap(
            ask,
            when,
            MementosOutcome(value["o"]),
            mementos,
            value["d"],
            tuple(value["v"]),
            value["c"],
        )
    hops = tuple(_hop(parts, ask.url) for parts in value.get("h", ()))
    if fault:
        tls = TlsFault(value["s"]) if "s" in value else None
        return Unreachable(ask, when, Fault(fault), value["d"], hops, tls, value.get("n", 1))
    shared = json.loads(common) if common else {}
    headers = tuple((name, text) for name, text in (*shared.get("H", ()), *value.get("H", ())))
    return Fetched(
        ask, when, status or 0, headers, hops, body, digest, bool(value.get("t")),
        tuple(value.get("f", ())), shared.get("s"), value.get("n", 1),
    )  # fmt: skip


def look(answer: Answer) -> Look:
    """An answer in brief."""
    match answer:
        case Fetched():
            moved = answer.url if answer.url != answer.ask.url else None
            return Look(answer.at, answer.status, None, moved)
        case Unreachable():
            return Look(answer.at, None, answer.fault, None, answer.detail)
        case TimeMap():
            return Look(
                answer.at,
                None,
                None,
                None,
                f"{answer.outcome.value}: {len(answer.mementos)} captures",
            )
