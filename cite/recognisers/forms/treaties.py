"""Treaties, resolutions and documents of the United Nations."""

import re

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import ENGLISH_MONTHS_IN_FULL, either

_SERIES_OF_LEAGUES = r"U\.?N\.?T\.?S\.?|UNTS|L\.?N\.?T\.?S\.?|E\.?T\.?S\.?|C\.?E\.?T\.?S\.?"
_SERIES_OF_STATES = r"U\.?S\.?T\.?|I\.?L\.?M\.?|T\.?I\.?A\.?S\.?|Consol\.\s?T\.?S\.?"
_SERIES_BY_VOLUME = rf"{_SERIES_OF_LEAGUES}|{_SERIES_OF_STATES}"
_SERIES_BY_NUMBER = (
    r"(?:E\.?T\.?S\.?|C\.?E\.?T\.?S\.?|T\.?I\.?A\.?S\.?)(?:\sNo\.?)?|S\.?\s?Treaty\s?Doc\.?\s?No\.?"
)
_TREATY_SERIES = re.compile(
    rf"(?<![\w.])(?P<volume>\d{{1,4}})\s+(?P<journal>{_SERIES_BY_VOLUME})\s+(?P<pages>\d{{1,5}})"
    r"(?:,\s*(?P<pin>\d{1,5}(?:[-–]\d+)?))?"
    rf"|(?P<journal2>{_SERIES_BY_NUMBER})\s*(?P<number>\d{{1,5}}(?:[-–]\d+)?)"
)
_BEGINNING = either(
    "Vienna | European | International | American | African | Optional | Additional | Geneva | Hague | Rome | Second | "
    "First | Third | Fourth | United | UN | U.N. | Council | Inter-American | Universal | General | Framework | Montreal | "
    "Kyoto | Paris | Single | Arab | Supplementary"
)
_INSTRUMENT = either(
    "Convention | Treaty | Covenant | Protocol | Charter | Agreement | Pact | Statute | Declaration | Accord"
)
_TREATY = re.compile(rf"(?:{_BEGINNING}\b[\w ,-]{{0,60}}?\s)?\b{_INSTRUMENT}\b")
_SYMBOL_BEHIND_WORD = r"\bU\.?N\.?\s+(?:ESCOR\s+)?Docs?\.?(?:\s+No\.?)?:?\s*(?P<symbol>[A-Z][\w]*(?:[/.][\w().]+){1,8}(?:-\w+)?)"
_ORGAN = either("A | S | E | CCPR | CEDAW | CRC | CAT | CERD | HRI | TD | ST | FCCC | UNEP")
_SERIES_SYMBOL = (
    rf"{either('RES | HRC | CN | C | PV | INF | AC | CONF | SR | WG | GC | Sub | Res | Add | L | Rev')}"
    r"\.?[/.\d]*[\w()./-]*"
)
_DOCUMENT = re.compile(
    rf"{_SYMBOL_BEHIND_WORD}|(?<![\w/])(?P<bare>{_ORGAN}/(?:{_SERIES_SYMBOL}|\d{{1,3}}/[\w./()-]+))"
)
_RESOLVING = (
    r"G\.?A\.?|General Assembly|UNGA|UNSC|S\.?C\.?|Security Council|H\.?R\.?C\.?|Human Rights Council|E\.?S\.?C\.?"
    r"|ECOSOC|Commission on Human Rights"
)
_RESOLUTION_NUMBER = r"\d{1,4}(?:/\d{1,4})?(?:\s?\([IVXLC]+\))?(?:\s?[A-Z]\b)?|\([IVXLC]+\)"
_RESOLUTION = re.compile(
    rf"(?P<title>(?:(?:UN|U\.N\.)\s+)?(?:{_RESOLVING})\s+[Rr]es(?:olution|\.)?(?:\s+[Nn]o\.?)?\s*"
    rf"(?P<number>{_RESOLUTION_NUMBER}))"
)
_OPENED = re.compile(
    rf"\(\s*(?:{either('adopted | signed | opened | concluded | done | entered')}[^()]{{4,160}}"
    r"|[^()]{4,60},\s*(?:adopted|entered)[^()]{4,100})\)"
)
_OPENING = re.compile(r",?\s(?:opened for signature|adopted|signed|concluded|done at)\b")
_PART_WORD = r"arts?\.?|articles?|§|paras?\.?|¶+|annex|pmbl\.?|preamble"
_LOCATOR = re.compile(
    rf",?\s+(?P<pin>(?:{_PART_WORD})\s*[\dIVX][\w().,–-]*(?:\s?(?:and|&)\s?\d[\w()]*)?)",
    re.IGNORECASE,
)


def read_treaty(draft: Draft) -> bool:
    """A treaty with its date or its series; it has no author, and its title no quotation marks."""
    text = draft.rest()
    match = _TREATY.search(text[:180])
    if not match or draft.part.quotes or not _begins_title(text, match.start()):
        return False
    series = _TREATY_SERIES.search(text)
    opened = _OPENED.search(text)
    dates = find_dates(text)
    dated = next((found for found in dates if found.date.month), None)
    if (
        not series
        and not opened
        and not _article_of(draft, text, match.end())
        and not (dated and dated.span.start < 250 and _DOCUMENT.search(text))
    ):
        return False
    stops = [
        found.start()
        for found in (
            series,
            opened,
            _LOCATOR.search(text, match.end()),
            _OPENING.search(text, match.end()),
            _RESOLUTION.search(text),
            _DOCUMENT.search(text),
        )
        if found
    ]
    stops += [
        found.span.start
        for found in dates
        if found.date.month or text[found.span.start - 1 : found.span.start] in ("(",)
    ]
    start = len(text) - len(text.lstrip())
    title = text[start : min([s for s in stops if s > match.start()] or [len(text)])].rstrip(
        " ,;([."
    )
    draft.entry_type = "legislation"
    draft.put("title", title, Span(start, start + len(title)))
    draft.title = Span(start, start + len(title))
    _put_series(draft, series)
    _put_document(draft, text)
    if dated:
        _put_date(draft, dated.date.year, dated.date.month, dated.date.day, dated.span)
    elif dates:
        _put_date(draft, dates[0].date.year, None, None, dates[0].span)
    _locate(draft, text, start + len(title))
    if opened:
        draft.use(Span(*opened.span()))
    return True


def _article_of(draft: Draft, text: str, at: int) -> bool:
    """`European Convention on Human Rights, art 8`: its article is named, and no one else is."""
    found = _LOCATOR.search(text, at)
    if found is None or draft.part.italics:
        return False
    return len(text) < 250 and found.start() - at < 170


def _begins_title(text: str, at: int) -> bool:
    """Whether the words before can belong to the title: capitals and small words alone."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text[:at])
    return (
        len(words) < 14
        and all(w[0].isupper() or len(w) < 4 or w in ("against", "other", "between") for w in words)
        and "," not in text[:at]
    )


def _put_series(draft: Draft, series: re.Match[str] | None) -> None:
    if not series:
        return
    if series["journal"]:
        for name in ("volume", "journal", "pages"):
            draft.put_group(name, series, name)
        draft.locator = draft.locator or (series["pin"] or "")
    else:
        draft.put_group("journal", series, "journal2")
        draft.put_group("number", series, "number")
    draft.use(Span(*series.span()))


def _put_date(draft: Draft, year: int, month: int | None, day: int | None, span: Span) -> None:
    draft.put("year", year, span)
    draft.put("month", month or 0, span)
    draft.put("day", day or 0, span)


def _put_document(draft: Draft, text: str) -> None:
    if document := _DOCUMENT.search(text):
        group = "symbol" if document["symbol"] else "bare"
        value = document[group].rstrip(".,;")
        draft.put("number", value, Span(document.start(group), document.start(group) + len(value)))
        draft.use(Span(document.start(), document.start(group) + len(value)))


def _locate(draft: Draft, text: str, at: int) -> None:
    if not draft.locator and (pin := _LOCATOR.search(text, at)):
        draft.locator = pin["pin"].strip(" ,.")
        draft.use(Span(*pin.span()))


def read_un_document(draft: Draft) -> bool:
    """A document by its symbol: a resolution is an enactment, anything else a report."""
    text = draft.rest()
    document, resolution = _DOCUMENT.search(text), _RESOLUTION.search(text)
    if not document and not (resolution and resolution.start() < 60):
        return False
    first = min(found.start() for found in (document, resolution) if found)
    head = text[:first]
    _put_document(draft, text)
    if resolution and (not document or resolution.start() < document.start()):
        _resolution(draft, text, resolution)
    else:
        draft.entry_type = "techreport"
        _document_title(draft, head)
        if not draft.fields.get("title"):
            draft.title = Span(0, 0)
    dates = [found for found in find_dates(draft.rest()) if found.span.start >= draft.title.end]
    dates.sort(key=lambda found: found.date.month is None)
    if dates:
        best = dates[0]
        _put_date(draft, best.date.year, best.date.month, best.date.day, best.span)
    _locate(draft, draft.rest(), draft.title.end)
    return bool(draft.fields.get("title"))


_RESOLUTION_TITLE = re.compile(
    r",\s+(?P<title>[A-Z](?!\.N\.|N\s)[^,();]{6,200}?)(?=\s*(?:[,(;]|$))"
)


def _resolution(draft: Draft, text: str, resolution: re.Match[str]) -> None:
    draft.entry_type = "legislation"
    head = text[: resolution.start()]
    quoted = _marked(draft)
    if quoted:
        _put_marked(draft, quoted)
    elif head.strip(" ,"):
        _document_title(draft, head)
    if "title" not in draft.fields and (named := _RESOLUTION_TITLE.match(text, resolution.end())):
        draft.put_group("title", named, "title")
    if "title" not in draft.fields:
        draft.put_group("title", resolution, "title")
    draft.title = Span(*resolution.span("title"))
    if "number" not in draft.fields:
        draft.put_group("number", resolution, "number")
    draft.use(Span(*resolution.span()))


def _marked(draft: Draft) -> Span | None:
    spans = [*draft.part.quotes, *(s for s in draft.part.italics if s.end - s.start > 12)]
    return min(spans, key=lambda span: span.start, default=None)


def _put_marked(draft: Draft, span: Span) -> None:
    title = draft.text[span.start : span.end].strip(" ,.“”‘’'\"")
    at = draft.text.index(title, span.start)
    draft.put("title", title, Span(at, at + len(title)))
    draft.title = span
    head = draft.text[: span.start].strip(" ,:;")
    if head and could_be_names(head):
        draft.put("author", split_names(head), Span(0, span.start))


_DAY_AND_MONTH = rf",\s+\(?(?:\d{{1,2}}\s+)?{either(month[:3] for month in ENGLISH_MONTHS_IN_FULL)}"
_BEHIND_DOCUMENT_TITLE = re.compile(
    rf",\s+(?:at\s|¶|para|delivered|transmitted|prepared)|\s+\((?:1|2)\d{{3}}\)|{_DAY_AND_MONTH}"
)


def _document_title(draft: Draft, head: str) -> None:
    """Issuing body, then title, in plain type or marked: `U.N. Secretary-General, *Report …*`."""
    if marked := _marked(draft):
        _put_marked(draft, marked)
        return
    text = head.rstrip(" ,(")
    cut = re.match(r"\s*(?P<body>[^,]{3,90}),\s+(?=(?:[A-Z“]))", text)
    body = cut["body"].strip() if cut else ""
    rest = cut.end() if cut and _is_body(body) else len(head) - len(head.lstrip())
    title = text[rest:].strip(" ,;")
    title = _BEHIND_DOCUMENT_TITLE.split(title)[0].strip(" ,")
    if cut and _is_body(body):
        draft.put("author", (Name(literal=body),), Span(cut.start("body"), cut.end("body")))
    if title:
        at = draft.text.find(title, rest)
        if at >= 0:
            draft.put("title", title, Span(at, at + len(title)))
            draft.title = Span(at, at + len(title))


def _is_body(text: str) -> bool:
    return bool(_BODY.match(text))


_BODY = re.compile(
    r"U\.?N\.?\b|UN[A-Z]{2,}|Comm(?:\.|ission|ittee)|Sec(?:retary|urity|’y)|Int[’']l|"
    + either(
        "United Nations | Human Rights | Econ. | Special Rapporteur | General Assembly | Office of | Hum. R | World | Rep. of | "
        "ECOSOC | G.A."
    )
)
