"""What a page is when it is not the work: an error, a parked domain, a wall. Live or archived alike.

Words alone prove nothing: an article may be about missing pages. They count where they are all that a
title or heading says, or where they speak to the reader, and where the page has no text of its own.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from cite.formats.html import HtmlPage
from cite.formats.page import page_of, read_page
from cite.model.evidence import Fetched
from cite.recognisers import wall_words as walls
from cite.recognisers.not_found import (
    NO_RESULTS,
    RELOCATED,
    nothing_but,
    nothing_but_a_name_beside,
    said,
    told,
)
from cite.steps.recognise_takeover import parked, usurped
from cite.steps.weigh_text import MESSAGE, TEXT, first_of, heads, is_text, weight, work_marks


class Guise(StrEnum):
    """What stands where the work should be."""

    CHALLENGE = "challenge"
    """A check for robots."""
    ABROAD = "abroad"
    """Not shown to readers of some countries."""
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


@dataclass(frozen=True, slots=True)
class Seen:
    """A guise and the words that give it away."""

    guise: Guise
    words: str
    certain: bool = True
    """False where it takes a second sign, such as the same page at an address that cannot exist."""


def seen(fetched: Fetched) -> Seen | None:
    """What an answer's page is, if it is not a work."""
    markers = tuple(
        fetched.header(name) for name in ("cf-mitigated", "x-datadome", "x-amzn-waf-action")
    )
    return _seen(
        fetched.body, fetched.header("content-type"), fetched.status, fetched.url, _led_to(fetched), markers
    )  # fmt: skip


def _led_to(fetched: Fetched) -> str:
    """The place a redirect ended at; the cited address itself is no sign of anything."""
    asked, there = urlsplit(fetched.hops[0].url), urlsplit(fetched.url)
    if asked.hostname != there.hostname:
        return f"{there.hostname}{there.path}"
    return there.path if asked.path != there.path else ""


@lru_cache(maxsize=128)
def _seen(
    body: bytes, content_type: str, status: int, url: str, led_to: str, markers: tuple[str, ...]
) -> Seen | None:
    if words := _by_header(status, markers):
        return Seen(Guise.CHALLENGE, words)
    page = page_of(body, content_type)
    if page.kind == "html":
        return _html(page.html, url, led_to)
    if page.kind == "json":
        words = _json_error(page.text)
    elif page.kind == "text":
        words = _text_error(page.text)
    elif page.kind == "empty" and status == 200:
        return Seen(Guise.EMPTY, "an empty page")
    return Seen(Guise.NOT_FOUND, words[:120]) if words else None


def _by_header(status: int, markers: tuple[str, ...]) -> str:
    mitigated, datadome, firewall = markers
    if mitigated.lower() == "challenge":
        return "cf-mitigated: challenge"
    if firewall.lower() in ("challenge", "captcha"):
        return f"x-amzn-waf-action: {firewall.lower()}"
    return "x-datadome" if datadome and status >= 400 else ""


def _html(html: HtmlPage, url: str, led_to: str = "") -> Seen | None:
    """The first guise that fits; walls and takeovers speak before errors, which are vaguer."""
    for guise, words in (
        (Guise.CHALLENGE, _challenge(html)),
        (Guise.ABROAD, _abroad(html)),
        (Guise.NOT_FOUND, _error_in_heading(html)),
        (Guise.DOWN, _down(html)),
        (Guise.PARKED, parked(html, url, led_to)),
        (Guise.USURPED, usurped(html)),
        (Guise.LOGIN, _login(html)),
        (Guise.CONSENT, _consent(html, led_to)),
        (Guise.PAYWALL, _wall(html)),
        (Guise.CHALLENGE, _denied(html)),
        (Guise.NO_RESULTS, _no_results(html)),
        (Guise.NOT_FOUND, _error_in_words(html)),
        (Guise.EMPTY, _empty(html)),
    ):
        if words:
            return Seen(guise, words[:120])
    doubtful = _doubtful_error(html)
    return Seen(Guise.NOT_FOUND, doubtful[:120], certain=False) if doubtful else None


def _challenge(html: HtmlPage) -> str:
    if len(html.text) > 2500 or is_text(html):
        return ""
    markup = first_of(walls.CHALLENGE_MARKUP, html.source)
    for text in heads(html):
        if (match := walls.CHALLENGE.search(text)) and (markup or weight(html.prose) < MESSAGE):
            return match[0]
    if markup and weight(html.text) < 90:
        return markup
    found = [match[0] for match in walls.CHALLENGE.finditer(html.text[:1500])]
    several = len({words.lower() for words in found}) > 1 and weight(html.text) < MESSAGE
    return found[0] if found and (markup or several or weight(html.text) < 350) else ""


def _abroad(html: HtmlPage) -> str:
    if is_text(html) or weight(html.prose) > MESSAGE:
        return ""
    match = walls.ABROAD.search(f"{' . '.join(heads(html))} . {html.prose[:600]}")
    return match[0] if match else ""


def _error_in_heading(html: HtmlPage) -> str:
    """A title or heading that is nothing but the message, on a page without a text of its own."""
    titles = _messages(html)
    if not titles or relocated(html):
        return ""
    if all(re.fullmatch(r"[\W\d]+|\W*(?:error|http)?\W*4\d\d\W*", words, re.I) for words in titles):
        # A bare number may be the subject of a page; then the page must say what it means.
        return titles[0] if _means_itself(html) else ""
    if len(titles) > 1 and not work_marks(html):
        return titles[0]
    if is_text(html):
        return ""
    signs = bool(re.search(r"404|not-?found|error-?page", html.marks, re.IGNORECASE))
    light = weight(html.prose) < MESSAGE and not _a_name(html)
    return titles[0] if signs or light or told(_own_words(html)[:500]) else ""


def _messages(html: HtmlPage) -> list[str]:
    """What title and headings say, where that is nothing but the message.

    A heading further down speaks of a part of the page, unless the page tells its reader the same.
    """
    first = html.headings[0] if html.headings else ""
    sorry = walls.FAILED.search(first) or walls.FOR_NOW.search(first)
    most = 3 if sorry or told(_own_words(html)[:400]) else 1
    said_by = [nothing_but_a_name_beside(html.title), *map(nothing_but, html.headings[:most])]
    return [words for words in said_by if words]


def relocated(html: HtmlPage) -> bool:
    """Whether a page tells where the work is now: a reader is helped, not lost."""
    return bool(RELOCATED.search(f"{' . '.join(heads(html))} . {_own_words(html)[:500]}"))


def _a_name(html: HtmlPage) -> bool:
    """Whether a title is a heading's message and more, which makes it the name of something."""
    messages = [words.lower() for words in map(nothing_but, html.headings[:3]) if words]
    title = html.title.lower()
    return any(m in title for m in messages) and not nothing_but_a_name_beside(html.title)


def _means_itself(html: HtmlPage) -> bool:
    own = _own_words(html)
    marked = re.search(r"error-?404|not-?found", html.marks, re.IGNORECASE)
    return bool(marked or told(own[:400]) or weight(own) < 60) and not is_text(html)


def _doubtful_error(html: HtmlPage) -> str:
    """The message, where the page has more to say: certain only with the same page at a nonsense address."""
    if html.solid >= 4 * TEXT or relocated(html):
        return ""
    words = next(iter(_messages(html)), "")
    return words or (told(_own_words(html)[:400]) if html.solid < TEXT else "")


def _error_in_words(html: HtmlPage) -> str:
    """A sentence that speaks to the reader, on a page that says little else."""
    own = _own_words(html)
    if is_text(html) or weight(own) > 0.7 * MESSAGE or relocated(html):
        return ""
    for heading in heads(html):
        # One that is nothing but the message has been weighed before.
        if not nothing_but(heading) and not _a_name(html) and (words := told(heading)):
            return words
    if words := told(own[:400]):
        return words
    words = said(own) if weight(own) < 120 else ""
    return words if len(words) > 0.4 * len(own) else ""


def _own_words(html: HtmlPage) -> str:
    """Prose without the headings in it."""
    text = html.prose
    for heading in html.headings[:4]:
        text = text.replace(heading, " ", 1)
    return re.sub(r"\s+", " ", text).strip()


def _no_results(html: HtmlPage) -> str:
    if weight(html.prose) > 2 * MESSAGE or is_text(html):
        return ""
    match = NO_RESULTS.search(f"{' . '.join(heads(html))} . {html.prose[:800]}")
    return match[0] if match else ""


def _down(html: HtmlPage) -> str:
    if is_text(html) or weight(html.prose) > MESSAGE:
        return ""
    own = _own_words(html)[:500]
    excused = weight(own) < 80 or walls.FOR_NOW.search(own)
    for pattern in (walls.MAINTENANCE, walls.FAILED):
        # In a heading the phrase may be a subject; then the page must ask for patience too.
        for text in heads(html):
            if (match := pattern.search(text)) and (excused or pattern.search(own)):
                return match[0]
        if match := pattern.search(own):
            return match[0]
    return ""


def _login(html: HtmlPage) -> str:
    if is_text(html) or weight(html.prose) > MESSAGE:
        return ""
    asked = walls.MUST_LOG_IN.search(f"{' . '.join(heads(html))} . {html.text[:3000]}")
    for text in heads(html):
        match = walls.LOGIN.search(text)
        # Without a field for a password, a heading that only mentions signing in is about something else.
        told_to = match and asked and len(match[0]) > 0.5 * len(text)
        form = html.password and (asked or weight(_own_words(html)) < FORM)
        if match and len(text) < 90 and (form or told_to):
            return match[0]
    if html.password and weight(html.prose) < 100 and not html.headings:
        match = walls.LOGIN.search(html.text)
        return match[0] if match else "a field for a password"
    denied = any(walls.DENIED.search(text) for text in heads(html))
    own = html.prose[:600]
    if (match := walls.LOGIN.search(own)) and (
        denied or (weight(html.prose) < 300 and walls.MUST_LOG_IN.search(own))
    ):
        return match[0]
    return ""


def _denied(html: HtmlPage) -> str:
    if is_text(html) or weight(html.prose) > MESSAGE:
        return ""
    own = _own_words(html)
    explained = weight(own) < 60 or walls.REFUSED.search(own)
    for text in heads(html):
        if (match := walls.DENIED.search(text)) and explained:
            return match[0]
    return ""


def _consent(html: HtmlPage, led_to: str) -> str:
    if is_text(html) or len(html.text) > 3000 or not walls.COOKIES.search(html.text):
        return ""
    address = re.search(r"[/.]consent|cookie-?wall|privacy-?(?:gate|wall)", led_to, re.IGNORECASE)
    heading = next((m for m in map(walls.CONSENT.search, heads(html)) if m), None)
    if heading and weight(html.prose) < 2 * MESSAGE:
        return heading[0]
    return address[0] if address and weight(html.prose) < MESSAGE else ""


def paywall(html: HtmlPage) -> str:
    """The words of a paywall anywhere on a page, or nothing."""
    match = walls.PAYWALL.search(html.text[:12000])
    return match[0] if match else ""


def _wall(html: HtmlPage) -> str:
    """A paywall with nothing of the work to be seen."""
    if is_text(html) or work_marks(html):
        return ""
    own = _own_words(html)
    in_heading = any(walls.PAYWALL.search(text) for text in heads(html)[:2])
    match = walls.PAYWALL.search(f"{' . '.join(heads(html))} . {own}")
    if not match:
        return ""
    return match[0] if in_heading or weight(own) < 250 else ""


def _empty(html: HtmlPage) -> str:
    shown = html.text or html.media or html.password
    nothing = not (shown or html.scripts or html.frames or html.refresh)
    if nothing and not html.title:
        return "a page without a word"
    return "a page whose content is left empty" if html.hollow and not html.scripts else ""


def _json_error(text: str) -> str:
    """What an error object says."""
    if len(text) > 3000:
        return ""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return _error_of(data, 0) if isinstance(data, dict) and len(data) <= 8 else ""


def _error_of(data: dict[str, Any], depth: int) -> str:
    for key, value in data.items():
        name = key.lower()
        if isinstance(value, dict) and depth < 2 and re.search(r"error|fault|status|meta", name):
            if words := _error_of(value, depth + 1):
                return words
        elif isinstance(value, list) and "error" in name and value and isinstance(value[0], dict):
            if words := _error_of(value[0], depth + 1):
                return words
        elif re.fullmatch(r"(?:http_?)?(?:status|code|status_?code|error_?code|error)", name) and (
            str(value) in ("404", "410")
        ):
            return f"{key}: {value}"
        elif isinstance(value, str) and re.search(
            r"error|message|detail|reason|code|status|title|description|type", name
        ):
            if re.fullmatch(r"\w*?(?:not[ _-]?found|no[ _-]?such)\w*", value, re.IGNORECASE) or (
                len(value) < 200 and "title" not in name and told(value)
            ):
                return value
    return ""


def _text_error(text: str) -> str:
    """A few words of plain text, or an error in XML."""
    if len(text) > 800:
        return ""
    if re.search(r"<(?:\w+:)?(?:error|fault|exception)\b", text, re.IGNORECASE):
        plain = re.sub(r"<[^>]*>", " ", text)
        match = re.search(r"NoSuch\w+|\w*NotFound\w*|idDoesNotExist", text)
        return match[0] if match else said(plain)
    return told(text) if len(text) < 200 and "<" not in text[:5] else ""


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
    Guise.CONSENT: "a question about cookies",
    Guise.DOWN: "a page of a site that is down",
    Guise.PARKED: "a parked page",
    Guise.USURPED: "advertising by somebody else",
    Guise.LOGIN: "a log-in page",
    Guise.PAYWALL: "a paywall",
    Guise.NO_RESULTS: "a search without results",
    Guise.NOT_FOUND: "an error page",
}

FORM = 150
"""Characters of prose that a log-in form may have beside it and be all that the page is."""
DELAY = 10
"""Seconds: a page that sends its reader on later than this is meant to be read first."""
LONGER = 60
"""The same for a page that says next to nothing."""


def onward(fetched: Fetched) -> tuple[str, str] | None:
    """Where a page itself sends its reader at once, and how."""
    from cite.formats.html import parse_refresh

    header = fetched.header("refresh")
    if header and (found := parse_refresh(header)) and found[1] and found[0] <= DELAY:
        return found[1], "refresh"
    if b"refresh" not in fetched.body[:20000].lower() and b"location" not in fetched.body[:20000]:
        return None
    page = read_page(fetched)
    if page.html.refresh and page.html.refresh[1] and len(page.text) < 2000:
        patience = LONGER if weight(page.html.prose) < FORM else DELAY
        if page.html.refresh[0] <= patience:
            return page.html.refresh[1], "meta"
    if page.html.script_location:
        return page.html.script_location, "script"
    return None
