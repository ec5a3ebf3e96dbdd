"""Whether a page says that the work is not there: in a title, a heading, a sentence, an error object.

Words alone prove nothing: an article may be about missing pages. They count where they are all that a
title or heading says, or where they speak to the reader, and where the page has no text of its own.
"""

import json
import re
from typing import Any

from cite.formats.html_page import HtmlPage
from cite.steps.pages import wall_words as walls
from cite.steps.pages.ended_words import ENDED
from cite.steps.pages.not_found import (
    EXPIRED,
    NO_RESULTS,
    RELOCATED,
    nothing_but,
    nothing_but_a_name_beside,
    said,
    told,
)
from cite.steps.pages.weigh_text import (
    LITTLE,
    MESSAGE,
    TEXT,
    heads,
    is_text,
    own_words,
    particulars,
    weight,
    work_marks,
)

_OF_A_PART = re.compile(
    r"\b(?:related|similar|recommended|comments?|citing|cited\s+by|attachments?)\b[^.!?]{0,30}$",
    re.IGNORECASE,
)
"""What a list is of that may be empty beside a work."""
_GOES_ON = re.compile(r"\s+to\s+(?:be|have|support|suggest)\b", re.IGNORECASE)
"""How a sentence about a study goes on."""


_FOLDER = re.compile(r"Index of /", re.IGNORECASE)
"""The title that servers give to the list of a folder."""
_POINTS = re.compile(
    r"\W*(?:this|diese[rs]?|dies|cette?|cet|est[ae]|quest[oa]|dit|deze|t[oae]|tento|den|det|bu|эт[оа]|данн\w+)\W+$",
    re.IGNORECASE,
)
"""How a sentence begins that points at the page it stands on."""


def error_in_heading(html: HtmlPage) -> str:
    """A title or heading that is nothing but the message, on a page without a text of its own."""
    titles = _messages(html)
    if not titles or relocated(html):
        return ""
    if particulars(html) and not told(own_words(html)):
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
    return titles[0] if signs or light or told(own_words(html)[:500]) else ""


def _messages(html: HtmlPage) -> list[str]:
    """What title and headings say, where that is nothing but the message.

    A heading further down speaks of a part of the page, unless the page tells its reader the same.
    """
    first = html.headings[0] if html.headings else ""
    sorry = walls.FAILED.search(first) or walls.FOR_NOW.search(first)
    most = 3 if sorry or told(own_words(html)[:400]) else 1
    said_by = [nothing_but_a_name_beside(html.title), *map(nothing_but, html.headings[:most])]
    return [words for words in said_by if words]


def error_in_data(html: HtmlPage) -> str:
    """What the page's data say where its words do not: its state, its metadata; on a page without a text."""
    if is_text(html) or weight(html.prose) > MESSAGE or work_marks(html) or particulars(html):
        return ""
    if html.gone:
        return html.gone
    titles = (*html.meta.get("og:title", ()), *html.names)
    return next((words for words in map(nothing_but, titles) if words), "")


def relocated(html: HtmlPage) -> bool:
    """Whether a page tells where the work is now: a reader is helped, not lost."""
    return bool(RELOCATED.search(f"{' . '.join(heads(html))} . {own_words(html)[:500]}"))


def _a_name(html: HtmlPage) -> bool:
    """Whether a title is a heading's message and more, which makes it the name of something."""
    messages = [words.lower() for words in map(nothing_but, html.headings[:3]) if words]
    title = html.title.lower()
    return any(m in title for m in messages) and not nothing_but_a_name_beside(html.title)


def _means_itself(html: HtmlPage) -> bool:
    own = own_words(html)
    marked = re.search(r"error-?404|not-?found", html.marks, re.IGNORECASE)
    return bool(marked or told(own[:400]) or weight(own) < 60) and not is_text(html)


def doubtful_error(html: HtmlPage) -> str:
    """The message, where the page has more to say: certain only with the same page at a nonsense address."""
    if html.solid >= 4 * TEXT or relocated(html):
        return ""
    words = next(iter(_messages(html)), "") or drawn_large(html)
    return words or (told(own_words(html)[:400]) if html.solid < TEXT else "")


def error_in_words(html: HtmlPage) -> str:
    """A sentence that speaks to the reader, on a page that says little else."""
    own = own_words(html)
    if is_text(html) or weight(own) > 0.7 * MESSAGE or relocated(html):
        return ""
    for heading in heads(html):
        # One that is nothing but the message has been weighed before.
        if not nothing_but(heading) and not _a_name(html) and (words := told(heading)):
            return words
    if words := told(own[:400]):
        return words
    words = said(own) if weight(own) < 120 and not particulars(html) else ""
    return words if len(words) > 0.4 * len(own) else ""


def service_over(html: HtmlPage) -> str:
    """The words with which a service says in a heading or its first words that it has come to its end.

    A text may say so of another; only the same page at an address that cannot exist makes it certain.
    """
    if is_text(html) or work_marks(html) or weight(html.prose) > MESSAGE:
        return ""
    said_by = f"{' . '.join(heads(html))} . {html.prose[:400]}"
    match = ENDED.search(said_by)
    only_for_now = walls.FOR_NOW.search(said_by) or walls.MAINTENANCE.search(said_by)
    return match[0] if match and not only_for_now else ""


def offer_over(html: HtmlPage) -> str:
    """The words that a post, a home or a lot on offer is gone, where title or first heading say nothing else."""
    if is_text(html) or work_marks(html) or weight(html.prose) > MESSAGE:
        return ""
    for text in (html.title, *html.headings[:2]):
        match = EXPIRED.search(text)
        if match and (len(match[0]) > 0.5 * len(text) or _POINTS.match(text[: match.start()])):
            return match[0]
    return ""


def drawn_large(html: HtmlPage) -> str:
    """The number 404 by itself at the beginning or the end of a few words, its figures apart or not."""
    own = html.prose
    if weight(own) > LITTLE or html.solid >= TEXT or particulars(html):
        return ""
    match = re.match(r"\W*4\s*0\s*4\b(?!\s*[.,]?\d)|.*\b4\s*0\s*4\W*$", own, re.DOTALL)
    return "404" if match else ""


def no_results(html: HtmlPage) -> str:
    """The words with which a search says that it found nothing, or nothing."""
    if weight(html.prose) > 2 * MESSAGE or is_text(html):
        return ""
    said_by = f"{' . '.join(heads(html))} . {html.prose[:800]}"
    for match in NO_RESULTS.finditer(said_by):
        if not _OF_A_PART.search(said_by[: match.start()]) and not _GOES_ON.match(
            said_by[match.end() :]
        ):
            return match[0]
    return ""


def nothing_shown(html: HtmlPage) -> str:
    """What is missing on a page that shows nothing, or nothing."""
    shown = html.text or html.media or html.password
    nothing = not (shown or html.scripts or html.frames or html.refresh)
    if nothing and not html.title:
        return "a page without a word"
    if _FOLDER.match(html.title) and not html.links:
        return "a folder without a file"
    return "a page whose content is left empty" if html.hollow and not html.scripts else ""


def error_in_json(text: str) -> str:
    """What an error object says."""
    if len(text) > 3000:
        return ""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(data, dict) or len(data) > 8 or data.get("status") in ("ok", "success"):
        return ""
    return _error_of(data, 0)


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


def error_in_plain_text(text: str) -> str:
    """A few words of plain text, or an error in XML."""
    if len(text) > 800:
        return ""
    if re.search(r"<(?:\w+:)?(?:error|fault|exception)[\s/>]", text, re.IGNORECASE):
        plain = re.sub(r"<[^>]*>", " ", text)
        match = re.search(r"NoSuch\w+|\w*NotFound\w*|idDoesNotExist", text)
        return match[0] if match else said(plain)
    return told(text) if len(text) < 200 and "<" not in text[:5] else ""
