"""A citation that typography leaves open, read by what its words are taken for."""

import re
from collections.abc import Callable

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import split_names
from cite.recognisers.fields.numbers import pages
from cite.recognisers.labels.labels import Labelled, label_citation
from cite.recognisers.labels.trim import trim
from cite.recognisers.text.draft import Draft


def read_by_labels(draft: Draft) -> None:
    """Every field that the labels give, in the order of the text; what is known already stays."""
    for found in label_citation(draft.text, draft.part.italics, draft.part.quotes):
        span = trim(draft.text, found.span, found.label)
        if draft.rest(span.start, span.end).strip():
            _READ.get(found.label, _ignore)(draft, found, span)
        draft.use(found.span)
    _settle(draft)


def _ignore(draft: Draft, found: Labelled, span: Span) -> None:
    """Labels of what is no field: punctuation, numbers of entries, remarks."""


def _text(name: str) -> Callable[[Draft, Labelled, Span], None]:
    def read(draft: Draft, found: Labelled, span: Span) -> None:
        value = re.sub(r"\s+", " ", draft.text[span.start : span.end])
        draft.put(name, value, span, found.confidence)

    return read


_EDITORS = re.compile(
    r"[\s,(\[]*(?:eds?|editors?|hrsg|hgg?|dirs?|coords?|comps?|orgs?|a cura di)\b(?!\w)",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    r"\b(?:trans|transl|translated|tr|trad|übers|traduit)\b\.?(?:\s+(?:by|von|par))?\s*$",
    re.IGNORECASE,
)
_GIVEN_IN_BRACKETS = re.compile(r"(?<=\w) \((?P<given>[A-ZÀ-Ž][\w’'. -]{1,30})\)")


def _names(name: str) -> Callable[[Draft, Labelled, Span], None]:
    def read(draft: Draft, found: Labelled, span: Span) -> None:
        role = name
        if name == "author" and "author" not in draft.fields and "title" not in draft.fields:
            role = "editor" if _EDITORS.match(draft.text, span.end) else "author"
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


_PRINTED = frozenset(
    ("journal", "booktitle", "address", "edition", "volume", "pages", "isbn", "doi", "institution")
)
"""What the web does without."""
_MEETING = re.compile(
    r"\b(?:Proc|Proceedings|Conf|Conference|Symp|Symposium|Workshop|Congress|Colloquium|[Mm]eeting|Advances in Neural)\b"
    r"|^[A-Z]{3,}(?:[’'-]?\s?\d{2,4})?$"
)


_YEARS = re.compile(r"((?:1[4-9]|20)\d\d)[–-](?:1[4-9]|20)\d\d")
"""Of a work in several volumes: no page was meant."""


def _settle(draft: Draft) -> None:
    """What the labels leave for the whole to say."""
    fields = draft.fields
    _own_pages(draft)
    for name in ("title", "booktitle", "journal"):
        _without_tail(draft, name)
    if "title" in draft.spans:
        draft.title = draft.spans["title"]
    if not draft.entry_type and _THESIS.search(draft.text):
        draft.entry_type = "phdthesis"
    if not fields.keys() & {"author", "editor"} and _before_title(draft, "publisher"):
        body = str(fields["publisher"])
        _rename(draft, "publisher", "author")
        fields["author"] = (Name(literal=body),)
    if "number" in fields and "booktitle" in fields and not fields.keys() & _OF_BOOKS:
        if not _MEETING.search(str(fields["booktitle"])):
            _rename(draft, "booktitle", "journal")
    if draft.entry_type.endswith("thesis") and "publisher" in fields:
        _rename(draft, "publisher", "school")
    elif draft.entry_type == "techreport" and "publisher" in fields:
        _rename(draft, "publisher", "institution")
    elif (
        ("url" in fields or "eprint" in fields)
        and "title" in fields
        and not fields.keys() & _PRINTED
    ):
        draft.entry_type = draft.entry_type or "online"
    elif _MEETING.search(str(fields.get("booktitle", ""))):
        draft.entry_type = draft.entry_type or "inproceedings"
    if (
        "editor" in fields
        and fields["editor"] == fields.get("author")
        and not _EDITORS.search(_around_editor(draft))
    ):
        del fields["editor"], draft.spans["editor"]
    if "year" not in fields and (years := _YEARS.fullmatch(str(fields.get("pages", "")))):
        draft.put("year", int(years[1]), draft.spans["pages"], draft.confidence.get("pages", 1.0))
        del fields["pages"], draft.spans["pages"]
    if "title" not in fields and "booktitle" in fields and "journal" not in fields:
        _rename(draft, "booktitle", "title")


_PAGE_RANGE = re.compile(r"\d+–\d+")


def _own_pages(draft: Draft) -> None:
    """A range is the pages of an article where nothing else is: a pinpoint stands beside them."""
    if "pages" in draft.fields or "journal" not in draft.fields:
        return
    if _PAGE_RANGE.fullmatch(draft.locator):
        at = draft.text.rfind(draft.locator.split("–")[0])
        draft.put("pages", draft.locator, Span(at, at + len(draft.locator)))
        draft.locator = ""


_THESIS = re.compile(
    r"\b(?:thèse de|doctoral (?:thesis|dissertation)|Ph\.?\s?D\.? (?:thesis|diss)|tesis doctoral)",
    re.IGNORECASE,
)
_OF_BOOKS = frozenset(("editor", "publisher", "address", "edition"))
_LAST_EDITION = re.compile(
    r"[.,(]\s*(?P<edition>\d{1,2}(?:st|nd|rd|th|e|ª|\.)?|[Rr]ev(?:ised)?)\.?\s*(?:edn?|edition|aufl|éd)\.?$"
)
_LAST_SEASON = re.compile(r",\s*(?:Spring|Summer|Autumn|Fall|Winter)$")


def _without_tail(draft: Draft, name: str) -> None:
    """An edition behind a title, a season behind a periodical: labels take them along where a stop is all there is."""
    value, span = draft.fields.get(name), draft.spans.get(name)
    if not isinstance(value, str) or span is None:
        return
    match = _LAST_SEASON.search(value) if name == "journal" else _LAST_EDITION.search(value)
    if match is None or not match.start():
        return
    printed = draft.text[span.start : span.end]
    cut = len(printed) - (len(value) - match.start())
    draft.fields[name], draft.spans[name] = (
        value[: match.start()],
        Span(span.start, span.start + cut),
    )
    if name != "journal":
        where = printed.rfind(match["edition"]) + span.start
        draft.put("edition", match["edition"], Span(where, where + len(match["edition"])))


def _before_title(draft: Draft, name: str) -> bool:
    span = draft.spans.get(name)
    return span is not None and "title" in draft.spans and span.end <= draft.spans["title"].start


def _around_editor(draft: Draft) -> str:
    span = draft.spans.get("editor", Span(0, 0))
    return (
        f"{draft.text[max(0, span.start - 14) : span.start]}|{draft.text[span.end : span.end + 8]}"
    )


def _rename(draft: Draft, old: str, new: str) -> None:
    value, span, confidence = (
        draft.fields.pop(old),
        draft.spans.pop(old),
        draft.confidence.pop(old, 1.0),
    )
    draft.put(new, value, span, confidence)
