"""Asks and answers as plain data, and back. What comes back is read field by field: no object is taken on trust."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from datetime import UTC, datetime
from typing import Any

from cite.effects.engines.line import EngineFailed
from cite.effects.engines.peer import Reply
from cite.model.evidence import (
    Fault,
    Fetch,
    Fetched,
    Hop,
    Manner,
    TlsFault,
    Unreachable,
)


@contextmanager
def readable() -> Iterator[None]:
    """Plain data read within. Raises EngineFailed for what is not as it should be."""
    try:
        yield
    except (LookupError, TypeError, ValueError) as error:
        raise EngineFailed(f"what came over the line cannot be read: {error}") from error


def plain_ask(ask: Fetch, url: str) -> list[Any]:
    """How an address is to be asked: this one, for an ask about that or another. What is sifted does not travel."""
    assert ask.sieve is None
    return [url, ask.manner, ask.follow, ask.headers, ask.body_limit]


def ask_of(value: Any) -> Fetch:
    """The ask again."""
    url, manner, follow, headers, limit = value
    return Fetch(url, Manner(manner), follow, tuple((name, text) for name, text in headers), limit)


def plain_answer(answer: Fetched | Unreachable) -> Reply:
    """An answer without its ask, which whoever asked has."""
    value: dict[str, Any] = {
        "at": answer.at.timestamp(),
        "hops": [astuple(hop) for hop in answer.hops],
        "attempts": answer.attempts,
    }
    if isinstance(answer, Unreachable):
        value |= {"fault": answer.fault, "detail": answer.detail, "tls_fault": answer.tls_fault}
        return Reply(value)
    value |= {
        "status": answer.status, "headers": answer.headers, "digest": answer.digest,
        "truncated": answer.truncated, "flaws": answer.flaws, "tls": answer.tls,
    }  # fmt: skip
    return Reply(value, answer.body)


def answer_of(reply: Reply, ask: Fetch, before: tuple[Hop, ...] = ()) -> Fetched | Unreachable:
    """The answer to an ask, after the hops that led to it. Raises EngineFailed for what is none."""
    value = reply.value
    with readable():
        at = datetime.fromtimestamp(value["at"], UTC)
        hops = (*before, *(Hop(*fields) for fields in value["hops"]))
        if "fault" in value:
            tls_fault = value["tls_fault"] and TlsFault(value["tls_fault"])
            fault, detail = Fault(value["fault"]), str(value["detail"])
            return Unreachable(ask, at, fault, detail, hops, tls_fault, int(value["attempts"]))
        headers = tuple((name, text) for name, text in value["headers"])
        return Fetched(
            ask, at, int(value["status"]), headers, hops, reply.body, value["digest"], bool(value["truncated"]),
            tuple(value["flaws"]), value["tls"], int(value["attempts"]),
        )  # fmt: skip
