"""What a page is when it is not the work: an error, a parked domain, a wall. Live or archived alike."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cite.formats.html_page import HtmlPage
from cite.formats.page import page_of
from cite.formats.remembered import remembered
from cite.model.evidence import Fetched
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.pages.page_shape import Shape, shape_of
from cite.steps.pages.recognise_error import (
    doubtful_error,
    error_in_data,
    error_in_heading,
    error_in_json,
    error_in_plain_text,
    error_in_words,
    no_results,
    nothing_shown,
    offer_over,
    service_over,
)
from cite.steps.pages.recognise_takeover import parked, usurped
from cite.steps.pages.recognise_wall import (
    access_denied,
    challenge,
    down_for_now,
    kept_from_readers,
    log_in_form,
    paywall_alone,
    question_about_cookies,
    refused_abroad,
)


class Guise(StrEnum):
    """What stands where the work should be."""

    CHALLENGE = "challenge"
    """A check for robots."""
    ABROAD = "abroad"
    """Not shown to readers of some countries."""
    RESTRICTED = "restricted"
    """Kept to reading rooms, or by rights."""
    CONSENT = "consent"
    """Nothing but a question about cookies."""
    DOWN = "down"
    """Maintenance, or a fault that says so."""
    PARKED = "parked"
    USURPED = "usurped"
    LOGIN = "login"
    PAYWALL = "paywall"
    NO_RESULTS = "no-results"
    NOT_FOUND = "not-found"
    EMPTY = "empty"
    GATE = "gate"
    """A gate by its build, whatever its words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A guise and the words that give it away."""

    guise: Guise
    words: str
    certain: bool = True
    """False where it takes a second sign, such as the same page at an address that cannot exist."""


_MARKERS = frozenset({"cf-mitigated", "x-datadome", "x-amzn-waf-action"})
"""Headers by which firewalls say that they answer in a page's place."""
_FULL = (200, 204, 205)
"""Statuses that end the matter: 204 and 205 say that nothing will follow (RFC 9110 section 15.3.5)."""


@remembered
def seen(fetched: Fetched) -> Seen | None:
    """What an answer's page is, if it is not a work."""
    markers = tuple(pair for pair in fetched.headers if pair[0] in _MARKERS)
    return _seen(
        fetched.body, fetched.header("content-type"), fetched.status, fetched.url, _led_to(fetched), markers
    ) or _gate(fetched)  # fmt: skip


def _gate(fetched: Fetched) -> Seen | None:
    """A gate that nothing but its build gives away."""
    there = shape_of(fetched)
    if there.shape is not Shape.GATE:
        return None
    return Seen(Guise.GATE, there.words, there.certain)


def _led_to(fetched: Fetched) -> str:
    """The place a redirect ended at; the cited address itself is no sign of anything."""
    if len(fetched.hops) == 1:
        return ""
    asked, there = split_url(fetched.hops[0].url), split_url(fetched.url)
    if asked.host != there.host:
        return f"{there.host}{there.path}"
    return there.path if asked.path != there.path else ""


@lru_cache(maxsize=128)
def _seen(
    body: bytes,
    content_type: str,
    status: int,
    url: str,
    led_to: str,
    markers: tuple[tuple[str, str], ...],
) -> Seen | None:
    if words := _by_header(status, markers):
        return Seen(Guise.CHALLENGE, words)
    page = page_of(body, content_type)
    if page.kind == "html":
        return _html(page.html, url, led_to)
    if page.kind == "json":
        words = error_in_json(page.text)
    elif page.kind == "text":
        words = error_in_plain_text(page.text)
    elif page.kind == "empty" and status in _FULL:
        return Seen(Guise.EMPTY, "an empty page" if status == 200 else "nothing to show")
    return Seen(Guise.NOT_FOUND, words[:120]) if words else None


def _by_header(status: int, markers: tuple[tuple[str, str], ...]) -> str:
    said = dict(reversed(markers))
    if said.get("cf-mitigated", "").lower() == "challenge":
        return "cf-mitigated: challenge"
    firewall = said.get("x-amzn-waf-action", "").lower()
    if firewall in ("challenge", "captcha"):
        return f"x-amzn-waf-action: {firewall}"
    return "x-datadome" if said.get("x-datadome") and status >= 400 else ""


def _html(html: HtmlPage, url: str, led_to: str = "") -> Seen | None:
    """The first guise that fits; walls and takeovers speak before errors, which are vaguer."""
    for guise, words in (
        (Guise.CHALLENGE, challenge(html)),
        (Guise.ABROAD, refused_abroad(html)),
        (Guise.RESTRICTED, kept_from_readers(html)),
        (Guise.NOT_FOUND, error_in_heading(html)),
        (Guise.NOT_FOUND, error_in_data(html)),
        (Guise.DOWN, down_for_now(html)),
        (Guise.PARKED, parked(html, url, led_to)),
        (Guise.USURPED, usurped(html)),
        (Guise.LOGIN, log_in_form(html)),
        (Guise.CONSENT, question_about_cookies(html, led_to)),
        (Guise.PAYWALL, paywall_alone(html)),
        (Guise.CHALLENGE, access_denied(html)),
        (Guise.NO_RESULTS, no_results(html)),
        (Guise.NOT_FOUND, error_in_words(html)),
        (Guise.NOT_FOUND, offer_over(html)),
        (Guise.EMPTY, nothing_shown(html)),
    ):
        if words:
            return Seen(guise, words[:120])
    doubtful = doubtful_error(html) or service_over(html)
    return Seen(Guise.NOT_FOUND, doubtful[:120], certain=False) if doubtful else None


def unusable(fetched: Fetched) -> str:
    """Why an archived copy does not show the work, in words; nothing where it may."""
    there = seen(fetched)
    if there is None or not there.certain:
        return ""
    if there.guise is Guise.EMPTY:
        return "it is empty"
    return f"it shows {_NAMES[there.guise]} (“{there.words}”)"


_NAMES = {
    Guise.CHALLENGE: "a check for robots",
    Guise.ABROAD: "a refusal to readers from elsewhere",
    Guise.RESTRICTED: "word that the work is kept from readers here",
    Guise.CONSENT: "a question about cookies",
    Guise.DOWN: "a page of a site that is down",
    Guise.PARKED: "a parked page",
    Guise.USURPED: "advertising by somebody else",
    Guise.LOGIN: "a log-in page",
    Guise.PAYWALL: "a paywall",
    Guise.NO_RESULTS: "a search without results",
    Guise.NOT_FOUND: "an error page",
    Guise.GATE: "a gate before the page",
}
