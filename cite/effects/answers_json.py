"""Asks and answers as compact JSON, and back: what the store keeps."""

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

KEPT_HEADERS = frozenset(
    "content-type content-length content-language last-modified etag retry-after server memento-datetime link "
    "location cf-mitigated x-robots-tag www-authenticate refresh content-disposition via x-datadome cf-ray set-cookie".split()
)


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


def to_json(answer: Answer) -> str:
    """An answer without its ask, time and body."""
    match answer:
        case Fetched():
            value: dict[str, Any] = {"h": [_hop(hop) for hop in answer.hops]}
            value["H"] = [
                [name, text[:500]] for name, text in answer.headers if name in KEPT_HEADERS
            ]
            if answer.truncated:
                value["t"] = 1
            if answer.flaws:
                value["f"] = list(answer.flaws)
            if answer.tls:
                value["s"] = answer.tls
            if answer.attempts > 1:
                value["n"] = answer.attempts
        case Unreachable():
            value = {
                "d": answer.detail,
                "h": [_hop(hop) for hop in answer.hops],
                "n": answer.attempts,
            }
            if answer.tls_fault:
                value["s"] = answer.tls_fault.value
        case TimeMap():
            value = {
                "o": answer.outcome.value, "d": answer.detail, "v": list(answer.via), "c": answer.complete,
                "m": [
                    [m.uri_m, m.uri_r, m.datetime.timestamp(), m.archive, m.status, m.mime, m.digest, m.length]
                    for m in answer.mementos
                ],
            }  # fmt: skip
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(
    ask: Ask,
    at: float,
    status: int | None,
    fault: str | None,
    text: str,
    body: bytes,
    digest: str | None,
) -> Answer:
    """An answer as it was; its body where that was kept."""
    value = json.loads(text)
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
    hops = tuple(Hop(*hop) for hop in value["h"])
    if fault:
        tls = TlsFault(value["s"]) if "s" in value else None
        return Unreachable(ask, when, Fault(fault), value["d"], hops, tls, value["n"])
    return Fetched(
        ask, when, status or 0, tuple((name, text) for name, text in value["H"]), hops, body, digest,
        bool(value.get("t")), tuple(value.get("f", ())), value.get("s"), value.get("n", 1),
    )  # fmt: skip


def _hop(hop: Hop) -> list[Any]:
    parts: list[Any] = [hop.url, hop.status, hop.location, hop.via, hop.elapsed, hop.address]
    return parts


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
