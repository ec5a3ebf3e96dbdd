"""What a work stands in: the periodical of an article, the book of a chapter, the site of a page."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.imprint_words import is_periodical, is_place
from cite.recognisers.fields.law_reports import find_report, put_report
from cite.recognisers.fields.names import could_be_names, is_organisation
from cite.recognisers.fields.titles import inside_marks, read_addition
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR

_IN = re.compile(r"[\s,.;]*[(\[]?\b(?:in|In|IN|en|dans|En|Dans)\b:?\s+(?=\S)")
_PUBLISHED_IN = re.compile(
    r"[\s,.;(]*(?:(?:paper|presented|lecture|talk|poster|presentation|originally|first|reprinted|published|delivered|given)\s+)*(?:at|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:paper|lecture|talk|poster|presentation|presented|keynote|address)\b", re.IGNORECASE
)
_EDITED = re.compile(
    r"\b(?:eds?\b\.?|edited by|hrsg\b\.?(?: von)?|hg\b\.?|éds?\.|dirs?\.|coord\.)", re.IGNORECASE
)
_BOOK_IMPRINT = re.compile(
    r"\s*,?\s*(?:\d+\w*\s+)?\(?(?:\s*\(?(?:eds?\b|edited|vol\.\s*\d+\s+of|[^()]{0,60}?\beds?\b\.?)|[^()\d]{2,60}:\s*[^()\d]{2,90},)",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(
    r"\b(?:Proceedings|Conference|Symposium|Workshop|Congress|Actes|Tagung|Proc\.)\b"
)
_NUMBERED = re.compile(
    r"(?P<name>.*?[^\W\d]),?\s+(?P<volume>\d{1,4})(?:\s?\((?P<number>\d{1,3}(?:[-–]\d+)?)\))?"
)
_YEAR_AND_VOLUME = re.compile(
    r"[\s,]*[(\[](?P<year>(?:1[4-9]|20)\d\d)[)\]][\s,]*(?:(?P<volume>\d{1,4})(?:\s?\((?P<number>\d{1,3}(?:[-–/]\d{1,3})?)\)|[:.](?P<number2>\d{1,2}))?)?[\s,]*$"
)


_NEWSPAPER = re.compile(
    r"[,.]?\s+(?P<journal>[A-Z][^,()\d“”\"]{2,60}?)(?:\s\([A-Z][^()\d]{2,30}\))?,?\s+\(?(?=(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:[-–]\d+)?,?\s+|\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+|(?:[A-Z][a-z]{2,8}\.?\s+))(?:1[6-9]|20)\d\d)"
)


def read_container(draft: Draft) -> None:
    """The container of a title that stands in one."""
    title = draft.title
    quoted = title in draft.part.quotes
    tail = draft.text[title.end :]
    introduced = _IN.match(tail)
    italic = _next_italic(draft, title.end, 220 if introduced else 130)
    if not introduced and _law_article(draft, italic):
        return
    if italic and (quoted or introduced or _follows_plain_title(draft, italic)):
        _marked_container(draft, italic, introduced)
    elif (
        not quoted
        and (news := _NEWSPAPER.match(tail))
        and (is_periodical(news["journal"]) or (news[0].endswith("(") and "url" in draft.fields))
    ):
        draft.put_group("journal", news, "journal", title.end)
        draft.container = draft.spans["journal"]
    elif introduced:
        _plain_book(draft, title.end + introduced.end(), italic_title=not quoted)
    elif quoted or title not in draft.part.italics:
        _plain_periodical(draft, title.end)


def _next_italic(draft: Draft, start: int, within: int) -> Span | None:
    for span in draft.part.italics:
        if span.start >= start - 1 and span.end > start and span.start - start <= within:
            words = draft.text[span.start : span.end].strip(" ,.")
            if len(words) > 1 and not draft.used[span.start]:
                return span
    return None


def _follows_plain_title(draft: Draft, italic: Span) -> bool:
    return draft.title not in draft.part.italics and italic.start >= draft.title.end


def _law_article(draft: Draft, italic: Span | None) -> bool:
    """`(2001) 117 LQR 42` or `, 73 Yale L.J. 733 (1964)` right behind the title."""
    start = draft.title.end
    report = find_report(draft.text, start, min(len(draft.text), start + 160))
    if (
        not report
        or draft.text[start : report.span.start].strip(" ,.;")
        or any(draft.used[report.span.start : report.span.end])
    ):
        return False
    if italic and not (
        report.match.start("journal") <= italic.start + 1
        and italic.end <= report.match.end("journal") + 2
    ):
        return False
    put_report(draft, report)
    if report.has("paren"):
        for found in find_dates(report.match["paren"] + report.match["year"]):
            draft.put("month", found.date.month or 0, Span(*report.match.span("paren")))
    return True


def _marked_container(draft: Draft, italic: Span, introduced: re.Match[str] | None) -> None:
    text = draft.text
    between = text[draft.title.end : italic.start]
    if dated := _YEAR_AND_VOLUME.match(between):
        for name in ("year", "volume", "number"):
            draft.put_group(name, dated, name, draft.title.end)
        draft.put_group("number", dated, "number2", draft.title.end)
    inner = inside_marks(text, italic)
    words = text[inner.start : inner.end]
    if leading := re.match(r"[Ii]n:?\s+", words):
        inner = Span(inner.start + leading.end(), inner.end)
    if numbered := _NUMBERED.fullmatch(text[inner.start : inner.end]):
        if (
            not introduced
            and re.match(r"\s*(?:\(|,|:)", text[italic.end :])
            and len(numbered["volume"]) < 4
        ):
            draft.put_group("volume", numbered, "volume", inner.start)
            draft.put_group("number", numbered, "number", inner.start)
            inner = Span(inner.start, inner.start + numbered.end("name"))
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


_COUNTED = re.compile(
    rf",?\s(?:Bd\.\s)?\d{{1,4}}(?:[.:/]\d{{1,3}})?,?\s?\((?:[^()\d]{{1,20}}\s)?{YEAR}\)"
)
_COUNTED_AT_END = re.compile(rf",?\s\d{{1,4}},?\s?\({YEAR}\)")
"""A volume and its year: `in: *Archiv* 22 (1999)` is a periodical, whatever introduces it."""
_ADDITIONS = {"booktitle": "booktitleaddon", "journal": "journaltitleaddon"}
_TRANSLATED_INSIDE = re.compile(r"(?P<name>[^\[\]]{4,200}?)\s\[[^\[\]]{4,200}\]")


def _is_book(draft: Draft, between: str, italic: Span) -> bool:
    if _EDITED.search(between):
        return True
    after = draft.text[italic.end :]
    return bool(
        _PROCEEDINGS.search(draft.text[italic.start : italic.end])
        and not re.match(r"\s*,?\s*(?:vol\.?\s*)?\d", after)
    ) or (bool(_BOOK_IMPRINT.match(after)) and not re.match(r"\s*,?\s*(?:vol|no|\d)", after))


def _plain_book(draft: Draft, start: int, italic_title: bool) -> None:
    """`in` and a book in plain type, up to its editors, its imprint or its pages."""
    text = draft.rest(start)
    stop = re.search(
        r"\s*[,.]?\s*(?:\(|\[|\b(?:eds?\.|edited by|hrsg|herausgegeben|éd\.|dir\.|vol\.\s*\d|pp?\.\s*\d|trans\.)|<|https?:|\d{1,4}[,\s]+(?:\d{1,4}\s*)?\(|;|$)",
        text, re.IGNORECASE,
    )  # fmt: skip
    end = stop.start() if stop else len(text)
    words = text[:end]
    owners = re.match(
        r"(?P<names>[^:“\"()\d]{3,200}?)[\s,]*\(?\b(?:editors?|eds?|hrsg|hg|dir)\b\.?\)?[\s,:]+",
        text,
        re.IGNORECASE,
    )
    if owners and could_be_names(owners["names"]) and not is_organisation(owners["names"]):
        _plain_book_after_editors(draft, start, owners)
        return
    sentence = re.search(r"(?<=[a-z]{3})\.\s+(?=[A-Z])|,\s+(?=(?:[A-Z][\w. ]+:\s)|\d{4}\b)", words)
    words = words[: sentence.start()] if sentence else words
    for comma in re.finditer(r",\s+", words):
        if is_place(words[comma.end() :].split(",")[0]):
            words = words[: comma.start()]
            break
    inner = words.strip(" ,.")
    if len(inner) > 2:
        at = start + text.index(inner)
        if counted := _COUNTED_AT_END.search(inner + text[text.index(inner) + len(inner) :][:12]):
            inner = inner[: counted.start()] if counted.start() < len(inner) else inner
            draft.put("journal", inner, Span(at, at + len(inner)))
            draft.container = draft.spans["journal"]
            draft.use(Span(draft.title.end, start))
            return
        draft.put("booktitle", inner, Span(at, at + len(inner)))
        draft.container = Span(at, at + len(inner))
        if italic_title and (
            page := re.match(
                r"\s+(?P<pages>\d{1,4})(?:,\s*(?P<pin>\d{1,4}(?:[-–]\d+)?))?\s*(?=\()",
                draft.text[at + len(inner) :],
            )
        ):
            draft.put_group("pages", page, "pages", at + len(inner))
            draft.locator = page["pin"] or ""
            draft.use(Span(at + len(inner), at + len(inner) + page.end()))
    draft.use(Span(draft.title.end, start))


def _plain_book_after_editors(draft: Draft, start: int, owners: re.Match[str]) -> None:
    at = start + owners.end()
    text = draft.rest(at)
    stop = re.search(r"\s*(?:\(|\[|,\s+\d|\.\s|,\s*vol|,\s+pp?\.|https?:|;|$)", text)
    inner = text[: stop.start() if stop else len(text)].strip(" ,.")
    if inner:
        where = at + text.index(inner)
        draft.put("booktitle", inner, Span(where, where + len(inner)))
        draft.container = Span(where, where + len(inner))


_PERIODICAL = re.compile(
    r"^[\s,.;:—–-]*(?P<name>(?:[Tt]he\s+)?(?:\d{4}\s+)?[A-ZÀ-ŽА-Я\u4e00-\u9fff][^\d;()“”\"<>\[\]]{0,140}?(?:\s\d{4}:\s[^\d,;()“”\"<>\[\]]{3,90})?)"
    r"(?=\s*(?:[,.]?\s*(?i:\bvols?\b|\bnos?\b|\biss(?:ue|\.)|\bpp?\.|\bsec\.|\bBd\b|\bNr\b|https?:|www\.|<|\d)|[;(\[]|$|,\s*(?i:accessed|retrieved|last|n\.d))|[.,]\s)"
)
_EDITED_NEXT = re.compile(r"[\s,.]*(?:[Ee]d\.|[Ee]ds\.|[Ee]dited)\s")
_ABBREVIATED = re.compile(r"[A-Z][\w’']{0,7}")
_MORE_WORDS = re.compile(
    r"\.?\s(?:(?:[A-Z][\w’']*\.?|of|and|the|on|in|for|&)\s?){1,7}(?=[\s,]*(?:vol\.?\s*|[A-Z])?\d)"
)
_MONTHLY = re.compile(
    r"(?:,?\s+|^)(?:\d{1,2}\s+)?(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|"
    r"Nov(?:ember|\.)?|Dec(?:ember|\.)?|Spring|Summer|Autumn|Fall|Winter)\b"
)
_NOT_A_PERIODICAL = re.compile(
    r"^(?:unpublished|forthcoming|manuscript|interview|letter|paper|working (?:paper|draft)|draft|ms\b|ibid|see\b|quoted|cited|in\b|at\b|trans|edited|ed\.|eds\.|accessed|retrieved|last|available|"
    r"compiled|selected|annotated|introduced|prepared|transcribed|with an? |introduction|foreword|preface|PhD|Ph\.D|MA\b|doctoral|master|dissertation|thesis|translated|typescript|my translation|emphasis|this\b|my\b|we\b|I\b|ca?\b\.?|circa|preprint|submitted)",
    re.IGNORECASE,
)


def _plain_periodical(draft: Draft, start: int) -> None:
    """A periodical, site or body named in plain type behind a quoted title."""
    text = draft.rest(start)
    match = _PERIODICAL.match(text)
    if not match:
        return
    name = _whole_name(text, match)
    begin = match.start("name")
    if month := _MONTHLY.search(name):
        name = name[: month.start()]
    if not name.strip(" ,.") or _NOT_A_PERIODICAL.match(name) or is_place(name.rstrip(" .:")):
        return
    if re.match(r"[^,(]{2,40}:\s*[A-Z][^,]{2,60},\s*\d{4}", text[begin:]):
        return
    name = name.rstrip(" .,:–—-")
    span = Span(start + begin, start + begin + len(name))
    field = "booktitle" if _EDITED_NEXT.match(text, begin + len(name)) else "journal"
    draft.put(field, name, span)
    draft.container = span


def _whole_name(text: str, match: re.Match[str]) -> str:
    """A name with commas inside, as in `Gender, Place & Culture`, goes on to its `and`."""
    begin, end = match.span("name")
    name = match["name"]
    if text[end : end + 1] == "." and _ABBREVIATED.fullmatch(name.split()[-1]):
        more = _MORE_WORDS.match(text, end)
        if more and not _MONTHLY.search(more[0]):
            return text[begin : more.end()].rstrip()
    if "," in name:
        first = name.split(",")[0]
        if re.fullmatch(
            r"[^,]{2,60},(?:\s[^,]{2,40},){0,3}?,?\s(?:[^,]{0,40}\s)?(?:and|&)\s[^,]{2,60}", name
        ):
            return name
        return first
    if text[end : end + 1] == ",":
        more = re.match(
            r",\s(?:[A-Z][^\d,;()“”]{1,40},\s)?(?:[A-Z][^\d,;()“”]{0,40}\s)?(?:and|&)\s[A-Z][^\d,;()“”\"]{1,60}?(?=\s*(?:\d|\(|,|\.|$))",
            text[end:],
        )
        if more:
            return text[begin : end + more.end()]
    return name
