"""Citations in plain type whose form leaves no doubt: of law reviews, articles, chapters, and newspapers."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.law_reports import find_report, put_report
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.fields.numbers import pages
from cite.recognisers.fields.titles import end_of_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR

_RANGE = r"\d{1,4}(?:[-–]\d{1,4})?"
_PIN_OF_BOOK = rf"\s+(?P<pin>{_RANGE}(?:,\s*{_RANGE})*(?:\s+n\.\d+)?)"
_BOOK_REVIEW_STYLE = re.compile(
    rf"(?P<head>[^()]{{8,400}}?)(?:{_PIN_OF_BOOK})?\s*\((?P<inside>[^()]{{0,120}}?){YEAR}\)"
)
_HEAD = r"(?P<head>[^()]{8,300}?)"
_CHAPTER = re.compile(
    rf"{_HEAD},\s+in:?\s+(?P<book>[^()]{{4,200}}?)\s+(?P<pages>\d{{1,4}})(?:,\s*(?P<pin>\d{{1,4}}(?:[-–]\d+)?))?"
    rf"\s*\([^()]{{0,140}}?{YEAR}\)"
)
_SPACED_RANGE = r"\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
_ARTICLE_IN = re.compile(
    rf"{_HEAD},\s+in:\s+(?P<journal>[^()\d]{{4,120}}?),?\s+(?P<volume>\d{{1,4}})\s?\({YEAR}\)"
    rf"(?:,?\s+(?:H\.|Heft|Nr\.)\s?(?P<number>\d{{1,3}}))?,?\s+(?:SS?\.|pp?\.)\s?(?P<pages>{_SPACED_RANGE})"
    rf"(?:,\s+hier\s+(?:SS?\.\s?)?(?P<pin>{_SPACED_RANGE}))?"
)
_STUDENT_NOTE = re.compile(
    r"\s*(?:Note|Comment|Recent Case|Book Note|Editorial|Case Note),\s+(?=[A-Z])"
)
_PLACE_IN_BRACKETS = r"(?:\s+\([A-Z][^()\d]{2,30}\))?"
_DAY = r"[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:[-–]\d+)?,\s+|\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+"
_NEWSPAPER = re.compile(
    rf"(?P<head>.{{8,400}}?),\s+(?P<journal>[A-Z][^,()\d]{{2,60}}?){_PLACE_IN_BRACKETS},?\s+\(?(?=(?:{_DAY}){YEAR}\b)"
)

_ESPECIALLY = r"(?:insbesondere\s+|insb\.\s+|esp\.\s+)?"
_PIN = rf"[,:]?\s*{_ESPECIALLY}(?:S\.|pp?\.|at)?\s*(?P<pin>\d{{1,4}}(?:\s?[-–—]\s?\d{{1,4}})?)(?:\s?ff?\.?)?"
_AUTHOR_YEAR = re.compile(
    rf"\s*(?P<names>[^\d“”\"‘’():;]{{2,80}}?),?\s+\(?(?P<year>{YEAR})[a-z]?\)?\s*(?:{_PIN})?(?:[^A-ZÀ-Ž\d]{{0,120}})"
)


def read_author_year(draft: Draft) -> bool:
    """`Geiger 1964, S. 65–83`, `Feest/Blankenburg 1972`: families, a year, a pinpoint, and nothing else."""
    match = _AUTHOR_YEAR.fullmatch(draft.text)
    if not match or not could_be_names(match["names"]):
        return False
    names = split_names(match["names"])
    if any(name.given or len(name.literal.split()) > 1 for name in names):
        return False
    draft.put("author", names, Span(*match.span("names")))
    draft.put_group("year", match, "year")
    draft.locator = pages(match["pin"] or "")
    draft.use(Span(*match.span()))
    return True


def read_law_review(draft: Draft) -> bool:
    """`Charles A. Reich, The New Property, 73 Yale L.J. 733 (1964)`."""
    text = draft.rest()
    report = find_report(text)
    if not report or len(text[: report.span.start].strip(" ,")) < 8 or report.span.start > 400:
        return False
    _head(draft, 0, report.span.start)
    put_report(draft, report)
    if report.has("paren"):
        for found in find_dates(report.match["paren"] + report.match["year"]):
            draft.put("month", found.date.month or 0, Span(*report.match.span("paren")))
    return True


def read_article_in(draft: Draft) -> bool:
    """`Thomas Dreyer, Das Recht der Nähe, in: Archiv für Kulturgeschichte 12 (2001), S. 44–60, hier S. 50`."""
    match = _ARTICLE_IN.match(draft.rest())
    if not match:
        return False
    _head(draft, 0, match.end("head"))
    for name in ("journal", "volume", "number", "pages"):
        draft.put_group(name, match, name)
    draft.locator = pages(match["pin"] or "")
    draft.container = Span(*match.span("journal"))
    draft.use(Span(match.end("head"), match.start("volume")))
    draft.use(Span(match.start("pages"), match.end()))
    return True


def read_chapter(draft: Draft) -> bool:
    """`Kay Deaux, A Model of Gender, in Theoretical Perspectives 89, 93 (Deborah L. Rhode ed., 1990)`."""
    text = draft.rest()
    match = _CHAPTER.match(text)
    if not match:
        return False
    _head(draft, 0, match.end("head"))
    draft.put_group("booktitle", match, "book")
    draft.put_group("pages", match, "pages")
    draft.locator = pages(match["pin"] or "")
    draft.container = Span(*match.span("book"))
    draft.use(Span(match.end("head"), match.end("pin") if match["pin"] else match.end("pages")))
    return True


def read_newspaper(draft: Draft) -> bool:
    """`Seth Mydans, Police Chief Removed, N.Y. Times, Mar. 1, 1991`."""
    text = draft.rest()
    match = _NEWSPAPER.match(text)
    if not match or could_be_names(match["head"]):
        return False
    _head(draft, 0, match.end("head"))
    draft.put_group("journal", match, "journal")
    draft.container = Span(*match.span("journal"))
    return True


def read_law_review_book(draft: Draft) -> bool:
    """`Deborah L. Rhode, Justice and Gender 56 (1989)`: nothing between title, page and year."""
    text = draft.rest()
    match = _BOOK_REVIEW_STYLE.match(text)
    if not match or ":" in match["inside"] or end_of_names(match["head"]) == 0:
        return False
    if (could_be_names(match["head"]) and not match["pin"]) or re.search(
        r"\.\s+[A-Z][a-z]", match["head"][end_of_names(match["head"]) :]
    ):
        return False
    _head(draft, 0, match.end("head"))
    if match["pin"]:
        draft.locator = ", ".join(pages(one) for one in re.split(r",\s*", match["pin"]))
        draft.use(Span(*match.span("pin")))
    return True


_TITLE_WITH_COUNTRY = r"(?P<head>(?:[^()]|\([A-Z][A-Za-z]{1,5}\)){8,400}?)"
_BOOK = re.compile(
    rf"{_TITLE_WITH_COUNTRY},?\s*\((?P<inside>[^()]{{0,140}}?{YEAR}(?:[,;]\s*[^()]{{2,80}})?)\)(?P<rest>[^()]{{0,60}})$"
)
"""A title may name an act, and the act its country: `Review of the Companies Act 2001 (Cth)`."""
_PAPER = r"(?:Law Com\.?|Cm(?:nd|d)?\.?|Report|HC|HL|Working Paper)\s(?:[Nn]os?\.?\s)?[\d-]+"
_VOLUME = r"(?:[Vv]ol(?:ume|s?\.|s)?|Bd\.?|Band|[Tt]ome)\s(?:\d{1,3}|[IVX]{1,5})"
_EDITION = r"(?:\d{1,2}(?:st|nd|rd|th|d)|[Rr]ev(?:ised|\.)?)\s(?:edn?\b\.?|edition)"
_BEHIND_THE_TITLE = re.compile(rf",\s+(?:{_PAPER}|{_VOLUME}|{_EDITION})$")


def read_plain_book(draft: Draft) -> bool:
    """`AV Dicey, The Law of the Constitution (10th edn, Macmillan 1959) 39`: names, title, imprint, pinpoint."""
    match = _BOOK.match(draft.rest().rstrip())
    if not match or not (at := end_of_names(match["head"])):
        return False
    number = _BEHIND_THE_TITLE.search(match["head"])
    end = number.start() if number else match.end("head")
    title = match["head"][at:end].strip(" ,.")
    if len(title) < 4 or re.search(r"[.;]\s+[A-Z][a-z]|\d[,:(]", title):
        return False
    _head(draft, 0, end)
    return True


def _head(draft: Draft, start: int, end: int) -> None:
    """Authors, then the title: all that is left."""
    text = draft.rest(start, end)
    unsigned = _STUDENT_NOTE.match(text)
    at = unsigned.end() if unsigned else end_of_names(text)
    if signed := _STUDENT_NOTE.match(text, at):
        at = signed.end()
    if not text[at:].strip(" ,.;:"):
        at = 0
    title = text[at:].strip(" ,;:")
    title = title[:-1] if title.endswith(".") and not re.search(r"\b[A-Z]\.$", title) else title
    if title:
        where = start + text.index(title, at)
        draft.put("title", title, Span(where, where + len(title)))
        draft.title = Span(where, where + len(title))
