"""A walk along redirects, from the address asked to the answer at its end."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from cite.effects.web.addresses import onward_url, same_resource
from cite.effects.web.cookies import Cookies
from cite.model.asks import Ask
from cite.model.evidence import (
    Answer,
    Clock,
    Fault,
    Fetch,
    Fetched,
    Hop,
    Unreachable,
)

REDIRECTS = frozenset({301, 302, 303, 307, 308})

Onward = Callable[[Fetched], tuple[str, str] | None]
"""Where a page itself sends its reader, and how (`meta`, `refresh`, `script`); None where it does not."""


class Hopping(Protocol):
    """Who makes the single requests of a walk: here, or in the process that a host belongs to."""

    @property
    def requests(self) -> int:
        """Made so far."""

    async def hop(
        self, ask: Fetch, url: str, before: tuple[Hop, ...], cookies: Cookies, ahead: bool = False
    ) -> Fetched | Unreachable:
        """The answer of one address on the way, added to the hops before it."""

    async def aclose(self) -> None:
        """Let go of whatever is held."""


async def walk(
    ask: Fetch,
    hops: Hopping,
    onward: Onward | None,
    most: int,
    clock: Clock,
    ahead: bool = False,
) -> Fetched | Unreachable:
    """The last answer, with every hop that led to it; cookies live as long as the walk."""
    trail: tuple[Hop, ...] = ()
    cookies = Cookies()
    seen: set[tuple[str, str]] = set()
    url = ask.url
    while True:
        here = (url.partition("#")[0], str(cookies))
        if here in seen:
            detail = f"the redirects lead back to {url}"
            return Unreachable(ask, clock(), Fault.REDIRECT_LOOP, detail, trail)
        seen.add(here)
        answer = await hops.hop(ask, url, trail, cookies, ahead)
        if isinstance(answer, Unreachable):
            return answer
        target = _target(ask, answer, onward)
        if target is None:
            return answer
        location, via = target
        trail = (*answer.hops[:-1], replace(answer.hops[-1], location=location, via=via))
        if len(trail) > most:
            return Unreachable(
                ask, clock(), Fault.TOO_MANY_REDIRECTS, f"more than {most} redirects", trail
            )
        url = _carry_fragment(url, onward_url(answer.url, location))


def _target(ask: Fetch, answer: Fetched, onward: Onward | None) -> tuple[str, str] | None:
    """Where an answer sends the asker: Location first (RFC 9110 section 10.2.2), else the page itself."""
    if not ask.follow:
        return None
    location = answer.header("location")
    if answer.status in REDIRECTS and location:
        return location, "http"
    found = onward(answer) if onward and answer.status < 400 else None
    if found and same_resource(onward_url(answer.url, found[0]), answer.url):
        return None
    return found


def _carry_fragment(old: str, new: str) -> str:
    """A fragment survives a redirect that names none of its own (RFC 9110 section 10.2.2)."""
    fragment = old.partition("#")[2]
    return f"{new}#{fragment}" if fragment and "#" not in new else new


def without_fragment(ask: Ask) -> Ask:
    """The same page, whatever place in it was meant."""
    if isinstance(ask, Fetch) and "#" in ask.url:
        return replace(ask, url=ask.url.partition("#")[0])
    return ask


def as_asked(answer: Answer, ask: Ask) -> Answer:
    """The answer for a page as the answer for a place in it."""
    if not isinstance(answer, Fetched | Unreachable) or not isinstance(ask, Fetch):
        return answer
    if answer.ask == ask:
        return answer
    hops: list[Hop] = []
    for hop in answer.hops:
        before = hops[-1].url if hops else ask.url
        hops.append(replace(hop, url=_carry_fragment(before, hop.url)))
    return replace(answer, ask=ask, hops=tuple(hops))
