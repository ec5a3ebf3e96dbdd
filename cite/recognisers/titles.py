"""The title and its container, where typography shows them: quoted, italic, or both."""

import re

from cite.model.document import Span
from cite.recognisers.dates import find_dates
from cite.recognisers.draft import Draft
from cite.recognisers.law import law_article
from cite.recognisers.names import could_be_names
from cite.recognisers.typography import unquoted

_IN = re.compile(
    r"[\s,.]*\b(?:in|In|en|dans|presented at|paper presented at|Proceedings of)\b:?\s*$"
)
_EDITED = re.compile(
    r"\b(?:eds?\b\.?|edited by|hrsg\.?(?: von)?|éd\.?|dir\.)\s*(?:by\s+)?", re.IGNORECASE
)


def shows_title(draft: Draft) -> bool:
    """Whether typography says what the title is."""
    quote, italic = _marked(draft)
    if quote:
        return quote.start < 250
    return italic is not None and not _is_reporter(draft.text, italic)


def _marked(draft: Draft) -> tuple[Span | None, Span | None]:
    """The first quotation, and the first italics behind it."""
    text = draft.text
    quotes = [
        s
        for s in draft.part.quotes
        if not draft.used[s.start] and len(unquoted(text[s.start : s.end])) > 2
    ]
    quote = quotes[0] if quotes else None
    italic = next(
        (
            s
            for s in draft.part.italics
            if not draft.used[s.start]
            and len(text[s.start : s.end].strip(" ,.")) > 2
            and (quote is None or s.start >= quote.end)
        ),
        None,
    )
    return quote, italic


def read_title(draft: Draft) -> None:
    """The title, and its container if that is marked too."""
    text = draft.text
    quote, italic = _marked(draft)
    if quote and quote.start < 250:
        draft.put("title", _title_text(text[quote.start : quote.end]), quote)
        if italic and italic.start - quote.end < 160:
            between = text[quote.end : italic.start]
            value = text[italic.start : italic.end].strip(" ,.")
            draft.put(
                "booktitle" if _IN.search(between) or _EDITED.search(between) else "journal",
                value,
                italic,
            )
            if _IN.search(between):
                draft.use(Span(quote.end, italic.start))
            draft.title = Span(quote.start, italic.end)
        else:
            draft.title = Span(quote.start, _plain_container(draft, quote.end))
    elif italic:
        draft.put("title", text[italic.start : italic.end].strip(" ,."), italic)
        draft.title = italic


def _title_text(quoted: str) -> str:
    title = unquoted(quoted)
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _is_reporter(text: str, span: Span) -> bool:
    """Italics that name a periodical behind a plain title: `Title, *New York Times*, 3 May 2001`."""
    before = text[: span.start].strip(" ,")
    return (
        "," in before
        and not could_be_names(before)
        and bool(re.match(r"\s*,?\s*(?:\d|vol|no)", text[span.end :]))
    )


_CONTAINER = re.compile(
    r"^[\s,.]*(?P<intro>in:?\s+|In:?\s+)?(?P<name>(?:the\s+|The\s+)?[A-ZÀ-Ž][^\d,;()“”\"<>\[\]]{2,110}?)(?=\s*(?:[,;(\[<]|\d|\bvol\b|\bno\b|$|\.\s*(?:\d|$|[A-Z]|\()))"
)


def _plain_container(draft: Draft, start: int) -> int:
    """A periodical or book named in plain type after a quoted title."""
    text = draft.rest(start)
    law = re.match(
        r"[\s,]*[(\[](?P<year>\d{4})[)\]]\s*(?P<volume>\d{1,3})?\s*(?P<journal>[A-Z][A-Za-z.&’' ]{1,60}?)\s+(?P<pages>\d{1,5})(?:[,\s]+(?P<pin>\d{1,5}(?:[-–]\d+)?))?",
        text,
    )
    blue = re.match(
        r"[\s,]*(?P<volume>\d{1,4})\s+(?P<journal>[A-Z][\w.&’' ]{1,60}?)\s+(?P<pages>\d{1,5})(?:,\s*(?P<pin>\d{1,5}(?:[-–]\d+)?))?\s*\((?P<year>\d{4})\)",
        text,
    )
    if match := law or blue:
        law_article(draft, match, start)
        return start + match.end()
    match = _CONTAINER.match(text)
    if not match:
        return start
    name = match["name"].strip(" .,:")
    span = Span(start + match.start("name"), start + match.start("name") + len(name))
    if find_dates(name) or (
        could_be_names(name) and _EDITED.search(text[match.end() : match.end() + 12])
    ):
        return start
    draft.put("booktitle" if match["intro"] else "journal", name, span)
    return span.end
