"""What a simulated host said as the answer that cite's own functions read, and what they make of it."""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

from cite.effects.web.attempts import may_pass
from cite.model.asks import Ask
from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.evidence import Answer, Evidence, Fault, Fetch, Fetched, Hop, Look, Unreachable
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Sign
from cite.steps.consider import first_look, second_look, wants_second_look
from cite.verifiers.link import LinkVerifier

BEGINNING = datetime(2027, 1, 1, tzinfo=UTC)
"""The date of second 0."""
PAGE = (
    "<!doctype html><title>The ledgers</title><h1>The ledgers</h1>"
    + "<p>What was entered in the ledgers of that year is told here, line by line, as the clerk left it.</p>" * 8
).encode()  # fmt: skip
"""What is shown where a page is well."""


class Said(NamedTuple):
    """An answer in brief: a status, or a fault."""

    status: int | None = None
    fault: Fault | None = None
    moved: bool = False
    """Whether a redirect led to it."""


def when(at: float) -> datetime:
    """A second of the simulation as a date."""
    return BEGINNING + timedelta(seconds=at)


def look(said: Said, at: datetime) -> Look:
    """As a history has it."""
    return Look(at, said.status, said.fault)


def answer(said: Said, ask: Fetch, at: datetime) -> Fetched | Unreachable:
    """As the network gives it."""
    if said.fault:
        return Unreachable(ask, at, said.fault, "simulated")
    here = Hop(ask.url, said.status or 0)
    hops = (
        (Hop(ask.url, 301, f"{ask.url}/now"), Hop(f"{ask.url}/now", 200)) if said.moved else (here,)
    )
    body = PAGE if said.status == 200 else b""
    return Fetched(ask, at, said.status or 0, (("content-type", "text/html"),), hops, body)


_ANY = Fetch("http://any.example/work")


@cache
def asked_again(said: Said) -> bool:
    """Whether another attempt is worth while."""
    return may_pass(answer(said, _ANY, BEGINNING))


@cache
def looked_at_twice(said: Said) -> bool:
    """Whether a browser's manner is tried."""
    return wants_second_look(answer(said, _ANY, BEGINNING))


_verifier = LinkVerifier()
_settled: dict[tuple[Said, Said | None], LinkState] = {}
"""Verdicts that no history changes."""


def verdict(
    url: str, first: Said, second: Said | None, at: datetime, looks: tuple[Look, ...]
) -> LinkState:
    """The state of a link by the answers to one look and the looks before it."""
    known = _settled.get((first, second))
    if known is not None:
        return known
    link = Link(url, url, url, Span(0, len(url)))
    reference = Reference(url, Entry("online", {"url": url}, url), (link,))
    answers: dict[Ask, Answer] = {first_look(url): answer(first, first_look(url), at)}
    if second:
        answers[second_look(url)] = answer(second, second_look(url), at)
    evidence = Evidence(answers, {first_look(url): looks})
    (sign,) = (one for one in _verifier.weigh(reference, evidence) if isinstance(one, Sign))
    if sign.state is not LinkState.TRANSIENT and sign.code != "dead-by-history":
        _settled[first, second] = sign.state
    return sign.state
