"""What a work stands in: the periodical of an article, the book of a chapter, the site of a page."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.imprint_words import is_periodical, is_place
from cite.recognisers.fields.law_reports import find_report, put_report
from cite.recognisers.fields.names import could_be_names, is_organisation
from cite.recognisers.fields.plain_periodicals import read_plain_periodical
from cite.recognisers.fields.titles import inside_marks, read_addition
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR

_IN = re.compile(r"[\s,.;]*[(\[]?\b(?:in|In|IN|en|dans|En|Dans)\b:?\s+(?=\S)")
_NAME_BEFORE_DATE = r"[A-Z][^,()\d“”\"]{2,60}?"
_PLACE_IN_BRACKETS = r"(?:\s\([A-Z][^()\d]{2,30}\))?"
_MONTH_WORD = r"[A-Z][a-z]{2,8}\.?\s+"
_DAY_OR_MONTH = rf"{_MONTH_WORD}\d{{1,2}}(?:[-–]\d+)?,?\s+|\d{{1,2}}\s+{_MONTH_WORD}|{_MONTH_WORD}"
_NEWSPAPER = re.compile(
    rf"[,.]?\s+(?P<journal>{_NAME_BEFORE_DATE}){_PLACE_IN_BRACKETS},?\s+\(?(?=(?:{_DAY_OR_MONTH})(?:1[6-9]|20)\d\d)"
)
_NEAR, _FAR = 130, 220
"""Characters behind a title within which italics are its container; where `in` stands between, they may be further."""


def read_container(draft: Draft) -> None:
    """The container of a title that stands in one."""
    title = draft.title
    quoted = title in draft.part.quotes
    tail = draft.text[title.end :]
    introduced = _IN.match(tail)
    italic = _next_italic(draft, title.end, _FAR if introduced else _NEAR)
    if not introduced and _reads_law_article(draft, italic):
        return
    if italic and (quoted or introduced or _follows_plain_title(draft, italic)):
        _read_marked(draft, italic, introduced)
    elif not quoted and (news := _newspaper(draft, tail)):
        draft.put_group("journal", news, "journal", title.end)
        draft.container = draft.spans["journal"]
    elif introduced:
        _read_plain_book(draft, title.end + introduced.end(), italic_title=not quoted)
    elif quoted or title not in draft.part.italics:
        read_plain_periodical(draft, title.end)


def _newspaper(draft: Draft, tail: str) -> re.Match[str] | None:
    """`*Title*, New York Times, 12 May 1943`."""
    news = _NEWSPAPER.match(tail)
    if news is None:
        return None
    on_a_page = news[0].endswith("(") and "url" in draft.fields
    return news if on_a_page or is_periodical(news["journal"]) else None


def _next_italic(draft: Draft, start: int, within: int) -> Span | None:
    for span in draft.part.italics:
        if span.start >= start - 1 and span.end > start and span.start - start <= within:
            words = draft.text[span.start : span.end].strip(" ,.")
            if len(words) > 1 and not draft.used[span.start]:
                return span
    return None


def _follows_plain_title(draft: Draft, italic: Span) -> bool:
    return draft.title not in draft.part.italics and italic.start >= draft.title.end


_LAW_REPORT_ENDS = 160
"""Characters behind a title by which the journal of a law article has ended."""


def _reads_law_article(draft: Draft, italic: Span | None) -> bool:
    """`(2001) 117 LQR 42` or `, 73 Yale L.J. 733 (1964)` right behind the title."""
    start = draft.title.end
    report = find_report(draft.text, start, min(len(draft.text), start + _LAW_REPORT_ENDS))
    if (
        not report
        or draft.text[start : report.span.start].strip(" ,.;")
        or any(draft.used[report.span.start : report.span.end])
    ):
        return False
    journal = Span(*report.match.span("journal"))
    if italic and not (journal.start <= italic.start + 1 and italic.end <= journal.end + 2):
        return False
    put_report(draft, report)
    if report.has("paren"):
        for found in find_dates(report.match["paren"] + report.match["year"]):
            draft.put("month", found.date.month or 0, Span(*report.match.span("paren")))
    return True


_ISSUE = r"\s?\((?P<number>\d{1,3}(?:[-–/]\d{1,3})?)\)"
_YEAR_AND_VOLUME = re.compile(
    rf"""
    [\s,]* [(\[] (?P<year>{YEAR}) [)\]] [\s,]*
    (?: (?P<volume>\d{{1,4}}) (?: {_ISSUE} | [:.](?P<number2>\d{{1,2}}) )? )? [\s,]* $
    """,
    re.VERBOSE,
)
"""`(2001) 117(3) `: the year and the volume before a journal's name."""
_NUMBERED = re.compile(
    r"(?P<name>.*?[^\W\d]),?\s+(?P<volume>\d{1,4})(?:\s?\((?P<number>\d{1,3}(?:[-–]\d+)?)\))?"
)
_LEADING_IN = re.compile(r"[Ii]n:?\s+")
_BEHIND_NUMBER = re.compile(r"\s*(?:\(|,|:)")
_VOLUME_AND_YEAR = rf",?\s\d{{1,4}},?\s?\({YEAR}\)"
_COUNTED_AT_END = re.compile(_VOLUME_AND_YEAR)
_COUNTED = re.compile(
    rf",?\s(?:Bd\.\s)?\d{{1,4}}(?:[.:/]\d{{1,3}})?,?\s?\((?:[^()\d]{{1,20}}\s)?{YEAR}\)"
)
"""A volume and its year: `in: *Archiv* 22 (1999)` is a periodical, whatever introduces it."""
_ADDITIONS = {"booktitle": "booktitleaddon", "journal": "journaltitleaddon"}
_TRANSLATED_INSIDE = re.compile(r"(?P<name>[^\[\]]{4,200}?)\s\[[^\[\]]{4,200}\]")


def _read_marked(draft: Draft, italic: Span, introduced: re.Match[str] | None) -> None:
    """A container in italics, and what stands between it and the title."""
    text = draft.text
    between = text[draft.title.end : italic.start]
    if dated := _YEAR_AND_VOLUME.match(between):
        for name in ("year", "volume", "number"):
            draft.put_group(name, dated, name, draft.title.end)
        draft.put_group("number", dated, "number2", draft.title.end)
    inner = inside_marks(text, italic)
    if leading := _LEADING_IN.match(text[inner.start : inner.end]):
        inner = Span(inner.start + leading.end(), inner.end)
    if not introduced:
        inner = _without_volume(draft, inner, italic)
    counted = _COUNTED.match(text, italic.end)
    book = _is_book(draft, between, italic) or (introduced and not counted)
    name = "booktitle" if book else "journal"
    if bracketed := _TRANSLATED_INSIDE.fullmatch(text, inner.start, inner.end):
        inner = Span(*bracketed.span("name"))
    draft.put(name, text[inner.start : inner.end], inner)
    draft.use(italic)
    if introduced:
        draft.use(Span(draft.title.end, draft.title.end + introduced.end()))
    draft.container = Span(italic.start, read_addition(draft, italic.end, _ADDITIONS[name]))


def _without_volume(draft: Draft, inner: Span, italic: Span) -> Span:
    """`*Past and Present 12* (1957)`: a volume that is printed in italics with the name."""
    numbered = _NUMBERED.fullmatch(draft.text[inner.start : inner.end])
    a_year = numbered and len(numbered["volume"]) == 4
    if not numbered or a_year or not _BEHIND_NUMBER.match(draft.text[italic.end :]):
        return inner
    draft.put_group("volume", numbered, "volume", inner.start)
    draft.put_group("number", numbered, "number", inner.start)
    return Span(inner.start, inner.start + numbered.end("name"))


_EDITED = re.compile(
    r"\b(?:eds?\b\.?|edited by|hrsg\b\.?(?: von)?|hg\b\.?|éds?\.|dirs?\.|coord\.)", re.IGNORECASE
)
_EDITED_OR_OF_A_SET = r"\s*\(?(?:eds?\b|edited|vol\.\s*\d+\s+of|[^()]{0,60}?\beds?\b\.?)"
_PLACE_AND_HOUSE = r"[^()\d]{2,60}:\s*[^()\d]{2,90},"
_BOOK_IMPRINT = re.compile(
    rf"\s*,?\s*(?:\d+\w*\s+)?\(?(?:{_EDITED_OR_OF_A_SET}|{_PLACE_AND_HOUSE})",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(
    r"\b(?:Proceedings|Conference|Symposium|Workshop|Congress|Actes|Tagung|Proc\.)\b"
)
_VOLUME_NEXT = re.compile(r"\s*,?\s*(?:vol\.?\s*)?\d")
_NUMBER_NEXT = re.compile(r"\s*,?\s*(?:vol|no|\d)")


def _is_book(draft: Draft, between: str, italic: Span) -> bool:
    if _EDITED.search(between):
        return True
    after = draft.text[italic.end :]
    proceedings = _PROCEEDINGS.search(draft.text[italic.start : italic.end])
    if proceedings and not _VOLUME_NEXT.match(after):
        return True
    return bool(_BOOK_IMPRINT.match(after)) and not _NUMBER_NEXT.match(after)


_EDITED_OR_COUNTED = (
    r"\b(?:eds?\.|edited by|hrsg|herausgegeben|éd\.|dir\.|vol\.\s*\d|pp?\.\s*\d|trans\.)"
)
_NUMBERS_AND_BRACKET = r"\d{1,4}[,\s]+(?:\d{1,4}\s*)?\("
_BOOK_ENDS = re.compile(
    rf"\s*[,.]?\s*(?:\(|\[|{_EDITED_OR_COUNTED}|<|https?:|{_NUMBERS_AND_BRACKET}|;|$)",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[a-z]{3})\.\s+(?=[A-Z])|,\s+(?=(?:[A-Z][\w. ]+:\s)|\d{4}\b)")
_EDITORS_FIRST = re.compile(
    r"(?P<names>[^:“\"()\d]{3,200}?)[\s,]*\(?\b(?:editors?|eds?|hrsg|hg|dir)\b\.?\)?[\s,:]+",
    re.IGNORECASE,
)
_PAGES_BEHIND = re.compile(r"\s+(?P<pages>\d{1,4})(?:,\s*(?P<pin>\d{1,4}(?:[-–]\d+)?))?\s*(?=\()")


def _read_plain_book(draft: Draft, start: int, italic_title: bool) -> None:
    """`in` and a book in plain type, up to its editors, its imprint or its pages."""
    text = draft.rest(start)
    editors = _EDITORS_FIRST.match(text)
    if editors and could_be_names(editors["names"]) and not is_organisation(editors["names"]):
        _read_plain_book_after_editors(draft, start + editors.end())
        return
    inner = _plain_book_in(text)
    if len(inner) > 2:
        at = start + text.index(inner)
        if counted := _COUNTED_AT_END.search(text[at - start : at - start + len(inner) + 12]):
            _put_container(draft, "journal", at, inner[: counted.start()])
        else:
            _put_container(draft, "booktitle", at, inner)
            if italic_title:
                _read_pages_behind(draft, at + len(inner))
    draft.use(Span(draft.title.end, start))


def _plain_book_in(text: str) -> str:
    """The title of a book at the beginning of a text: up to its imprint, a sentence's end or a place."""
    stop = _BOOK_ENDS.search(text)
    words = text[: stop.start()] if stop else text
    if sentence := _SENTENCE_ENDS.search(words):
        words = words[: sentence.start()]
    for comma in re.finditer(r",\s+", words):
        if is_place(words[comma.end() :].split(",")[0]):
            words = words[: comma.start()]
            break
    return words.strip(" ,.")


def _read_pages_behind(draft: Draft, at: int) -> None:
    """`in Essays on Law 41, 43 (Oxford …`: the pages of a chapter and the one meant, as law reviews have them."""
    if page := _PAGES_BEHIND.match(draft.text, at):
        draft.put_group("pages", page, "pages")
        draft.locator = page["pin"] or ""
        draft.use(Span(at, page.end()))


_BOOK_AFTER_EDITORS_ENDS = re.compile(r"\s*(?:\(|\[|,\s+\d|\.\s|,\s*vol|,\s+pp?\.|https?:|;|$)")


def _read_plain_book_after_editors(draft: Draft, start: int) -> None:
    text = draft.rest(start)
    stop = _BOOK_AFTER_EDITORS_ENDS.search(text)
    inner = text[: stop.start() if stop else len(text)].strip(" ,.")
    if inner:
        _put_container(draft, "booktitle", start + text.index(inner), inner)


def _put_container(draft: Draft, field: str, at: int, name: str) -> None:
    span = Span(at, at + len(name))
    draft.put(field, name, span)
    draft.container = span
