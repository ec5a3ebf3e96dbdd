"""How much a page has to say for itself: a message, or a text."""

import re
from collections.abc import Iterable
from functools import lru_cache

from cite.formats.html_page import HtmlPage

MESSAGE = 800
"""Characters of prose beyond which a page is more than a message."""
LITTLE = 150
"""Characters of prose that say next to nothing."""
TEXT = 600
"""Characters in long paragraphs from which a page has a text of its own."""

_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_YEAR = re.compile(r"(?<![\d:/.–-])(?:1[5-9]|20)\d\d(?![\d:/–-])")
_OF_THE_SITE = re.compile(
    r"(?:©|\(c\)|\bcopyright|\b(?:today|date|updated?|modified|since|founded|established|redesign|stand|seit|depuis|desde|dal)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)[^.]{0,80}|[^.]{0,80}\ball\s+rights\s+reserved",
    re.IGNORECASE,
)
"""Where a year is that of the page or of the day."""
_WORK = re.compile(
    r"Article|Report|Book|Chapter|Thesis|Dataset|BlogPosting|CreativeWork|Legislation"
)


def weight(text: str) -> int:
    """Characters, those of Chinese, Japanese and Korean counted threefold."""
    return len(text) if text.isascii() else len(text) + 2 * len(_DENSE.findall(text))


def heads(html: HtmlPage) -> tuple[str, ...]:
    """Title and first headings."""
    return tuple(dict.fromkeys(text for text in (html.title, *html.headings[:3]) if text))


def first_of(marks: Iterable[str], text: str) -> str:
    """The first of some marks, in lower case, that a text holds in any case; nothing where it holds none."""
    lowered = text.lower()
    return next((mark for mark in marks if mark in lowered), "")


def work_marks(html: HtmlPage) -> bool:
    """Whether a page's own metadata calls it a work."""
    return (
        "citation_title" in html.meta
        or any(kind in ("article", "book") for kind in html.meta.get("og:type", ()))
        or any(_WORK.search(kind) for kind in html.kinds)
    )


def is_text(html: HtmlPage) -> bool:
    """Whether a page holds a text of some length, whatever its words."""
    return html.solid >= 2 * TEXT or (html.solid >= TEXT // 3 and work_marks(html))


def particulars(html: HtmlPage) -> str:
    """The year of a work that a page names in a few words, as a catalogue does; messages name none."""
    own = own_words(html)
    few = weight(own) < 2 * LITTLE
    match = _YEAR.search(_OF_THE_SITE.sub(" ", own)) if few else None
    return match[0] if match else ""


def own_words(html: HtmlPage) -> str:
    """Prose without the headings in it."""
    return _without(html.prose, html.headings[:4])


@lru_cache(maxsize=64)
def _without(text: str, headings: tuple[str, ...]) -> str:
    """A text without some headings, worked out once for a page: every sign of an error asks for it."""
    for heading in headings:
        text = text.replace(heading, " ", 1)
    return " ".join(text.split())
