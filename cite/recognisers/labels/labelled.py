"""A citation that typography leaves open, read by what its words are taken for."""

import re
from collections.abc import Callable

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import split_names
from cite.recognisers.fields.numbers import pages
from cite.recognisers.labels.labels import Labelled, label_citation
from cite.recognisers.labels.settle import is_followed_by_editors, settle
from cite.recognisers.labels.trim import trim
from cite.recognisers.text.draft import Draft


def read_by_labels(draft: Draft) -> None:
    """Every field that the labels give, in the order of the text; what is known already stays."""
    for found in label_citation(draft.text, draft.part.italics, draft.part.quotes):
        span = trim(draft.text, found.span, found.label)
        if draft.rest(span.start, span.end).strip():
            _READ.get(found.label, _ignore)(draft, found, span)
        draft.use(found.span)
    settle(draft)


def _ignore(draft: Draft, found: Labelled, span: Span) -> None:
    """Labels of what is no field: punctuation, numbers of entries, remarks."""


def _text(name: str) -> Callable[[Draft, Labelled, Span], None]:
    def read(draft: Draft, found: Labelled, span: Span) -> None:
        value = re.sub(r"\s+", " ", draft.text[span.start : span.end])
        draft.put(name, value, span, found.confidence)

    return read


_TRANSLATED = re.compile(
    r"\b(?:trans|transl|translated|tr|trad|übers|traduit)\b\.?(?:\s+(?:by|von|par))?\s*$",
    re.IGNORECASE,
)
_GIVEN_IN_BRACKETS = re.compile(
    r"(?<=\w) \((?!Host|Director|Producer|Writer|Presenter)(?P<given>[A-ZÀ-Ž][\w’'. -]{1,30})\)"
)


def _names(name: str) -> Callable[[Draft, Labelled, Span], None]:
    def read(draft: Draft, found: Labelled, span: Span) -> None:
        role = name
        if name == "author" and "author" not in draft.fields and "title" not in draft.fields:
            role = "editor" if is_followed_by_editors(draft.text, span.end) else "author"
        elif name == "editor" and _TRANSLATED.search(
            draft.text[max(0, span.start - 20) : span.start]
        ):
            role = "translator"
        names = split_names(
            _GIVEN_IN_BRACKETS.sub(r", \g<given>", draft.text[span.start : span.end])
        )
        known = draft.fields.get(role)
        if isinstance(known, tuple):
            draft.fields[role] = (*known, *names)
            first = draft.spans[role]
            draft.spans[role] = Span(min(first.start, span.start), max(first.end, span.end))
        else:
            draft.put(role, names, span, found.confidence)

    return read


def _date(draft: Draft, found: Labelled, span: Span) -> None:
    text = draft.text[span.start : span.end]
    dates = sorted(find_dates(text), key=lambda date: -len(str(date.date)))
    year = re.search(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)", text)
    if dates:
        date = dates[0].date
        draft.put("year", date.year, span, found.confidence)
        if draft.fields["year"] == date.year:
            draft.put("month", date.month or "", span, found.confidence)
            draft.put("day", date.day or "", span, found.confidence)
    elif year:
        draft.put("year", int(year[0]), span, found.confidence)


def _pages(draft: Draft, found: Labelled, span: Span) -> None:
    text = draft.text[span.start : span.end]
    total = re.match(r"\s*(?:pp?|S|s|leaves)\b", draft.text[span.end : span.end + 8])
    if re.fullmatch(r"\d+\s?(?:pp?|S|s|leaves)\.?", text) or (total and text.isdigit()):
        return  # how many pages there are
    if re.search(r"\d|^[ivxlcIVXLC]+$", text):
        draft.put("pages", pages(text), span, found.confidence)


_SET = re.compile(r"\s*(?:vols|volumes|Bde|Bände|tomes|tomos)\b", re.IGNORECASE)


def _volume(draft: Draft, found: Labelled, span: Span) -> None:
    if not _SET.match(draft.text, span.end):  # how many volumes there are
        _text("volume")(draft, found, span)


def _locator(draft: Draft, found: Labelled, span: Span) -> None:
    draft.locator = draft.locator or pages(draft.text[span.start : span.end])


def _genre(draft: Draft, found: Labelled, span: Span) -> None:
    text = draft.text[span.start : span.end]
    if re.search(r"thesis|diss|thèse|habil", text, re.IGNORECASE):
        master = re.search(r"master|\bM\.?\s?(?:A|S|Sc|Phil)\b", text)
        draft.entry_type = draft.entry_type or ("mastersthesis" if master else "phdthesis")
    elif re.search(r"\breport|\btech|working paper|memo", text, re.IGNORECASE):
        draft.entry_type = draft.entry_type or "techreport"


def _number_of_report(draft: Draft, found: Labelled, span: Span) -> None:
    if draft.entry_type == "techreport" and span.end - span.start < 25:
        _text("number")(draft, found, span)


def _url(draft: Draft, found: Labelled, span: Span) -> None:
    if "doi" not in draft.fields and re.match(r"https?:|www\.", draft.text[span.start :]):
        _text("url")(draft, found, span)


_READ: dict[str, Callable[[Draft, Labelled, Span], None]] = {
    "author": _names("author"), "editor": _names("editor"), "translator": _names("translator"), "title": _text("title"),
    "journal": _text("journal"), "booktitle": _text("booktitle"), "series": _text("series"), "volume": _volume,
    "number": _text("number"), "edition": _text("edition"), "publisher": _text("publisher"), "address": _text("address"),
    "date": _date, "pages": _pages, "locator": _locator, "genre": _genre, "url": _url,
    "id": _number_of_report,
}  # fmt: skip
