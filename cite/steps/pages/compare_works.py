"""Whether a page is the cited work under other words, another work, or neither that can be told.

A title is translated, sharpened, cut to a number; what stays is the number, the date, the author, the words
in the address. And a page without any of these is another work only where it is plainly a work: a few
words in place of one prove nothing.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from cite.formats.page import Page
from cite.model.entries import PartialDate
from cite.model.references import Reference
from cite.recognisers.addresses.url_parts import split_url
from cite.recognisers.text.folding import fold
from cite.steps.pages.compare_titles import (
    LEAST_TO_COMPARE,
    author_there,
    cited_title,
    language_of,
    letters_in_common,
    listing,
    no_word_in_common,
    nothing_in_common,
    other_language,
    rare_words,
)
from cite.steps.pages.page_shape import PageShape, Shape
from cite.steps.pages.recognise_gate import SOME_LINKS, speaks_of_gates
from cite.steps.pages.weigh_text import LITTLE, weight

_NUMBER = re.compile(
    r"(?<![\w.])(?:[A-Z]{1,6}[-_./ ]?)?\d+(?:[/.:_-][A-Z]?\d+)+(?!\w)|\b[A-Z]{1,6}[-_/]?\d{3,}\b|(?<!\w)\d{5,}(?!\w)"
)
"""What numbers of documents, cases, standards, shelves look like: in groups, behind letters, or long."""
_CODE = re.compile(r"(?=[\w.:-]*(?:\d|[._].*[._]))[\w.:-]{5,60}")
"""A segment of an address that names an item: with a figure, or in groups."""
_WEB_FILE = re.compile(r"\.(?:html?|php|aspx?|jsp|pdf|cfm|shtml)$", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_FIELDS = ("doi", "isbn", "issn", "number", "eprint", "eid", "pages")
_A_LIST = 4
"""Headings from which a page that says nothing beside them is a list."""
_BEGINNING = 5000
"""Characters of a page in which it names itself."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a page without the cited title has of the work."""

    words: str
    by_address: bool = False
    """Whether only the address says so, which a page for any address may echo."""


def agreement(reference: Reference, page: Page, url: str) -> Agreement | None:
    """The most telling thing that a page shares with the work, if it shares one."""
    if number := _number_in_common(reference, page):
        return Agreement(f"it has the number “{number}”")
    if _same_issue(reference, page):
        return Agreement("it is the issue that is cited, by volume and number")
    if _same_day(reference, page):
        return Agreement(f"it gives the date that is cited, {reference.entry.date}")
    if author_there(reference, page):
        return Agreement("it names an author that is cited")
    if _in_translation(reference, page):
        return Agreement(
            "it is in another language, and gives the year and the versions of a translation"
        )
    if code := _code_in_common(page, url):
        return Agreement(f"it names the item of the address, “{code}”", by_address=True)
    if _of_that_name(reference, page, url) and not _contradicted(reference, page):
        return Agreement("its address has the words of the cited title", by_address=True)
    return None


def another_work(reference: Reference, page: Page, there: PageShape, url: str, alone: bool) -> str:
    """What a page calls itself that is plainly another work; nothing where it may be the same, or none.

    `alone` says that no other address gives the page: then a shorter text will do, if it is no gate's.
    """
    plainly = there.shape is Shape.WORK or listing(page) or (alone and _a_short_text(page, there))
    if not plainly or agreement(reference, page, url):
        return ""
    if _perhaps_translated(reference, page) and not _contradicted(reference, page):
        return ""
    return nothing_in_common(reference, page)


def _perhaps_translated(reference: Reference, page: Page) -> bool:
    """Whether a title whose language nothing tells may be the translation of a page that is not in English."""
    fields = reference.entry.fields
    told = str(fields.get("langid") or fields.get("language") or "")
    sample = language_of(page.html.prose[:_BEGINNING] or page.text[:_BEGINNING])
    abroad = bool(sample) and "en" not in sample
    title = cited_title(reference)
    untold = not told and not language_of(title) and not letters_in_common(title, page)
    return abroad and untold


def _a_short_text(page: Page, there: PageShape) -> bool:
    """Whether a page holds a text, if not a long one, with nothing to press and no word of a gate."""
    still = not (page.html.buttons or page.html.fields)
    return there.shape in (Shape.FRONT, Shape.MESSAGE) and still and not speaks_of_gates(page.html)


def something_else(
    reference: Reference, page: Page, there: PageShape, url: str, alone: bool
) -> str:
    """What a short page says that has nothing of the work; nothing where that cannot be told."""
    if another_work(reference, page, there, url, alone):
        return ""
    untold = (Shape.WORK, Shape.PICTURE, Shape.SHELL, Shape.GATE)
    if page.kind != "html" or there.shape in untold or agreement(reference, page, url):
        return ""
    if not no_word_in_common(reference, page) or listing(page):
        return ""
    if weight(page.html.prose) >= LEAST_TO_COMPARE and other_language(cited_title(reference), page):
        return ""
    return " — ".join(dict.fromkeys(filter(None, (page.html.title, page.html.prose))))[:160]


def _number_in_common(reference: Reference, page: Page) -> str:
    """A number of the work that the page gives where it names itself."""
    fields = reference.entry.fields
    wanted = [str(fields[name]) for name in _FIELDS if fields.get(name)]
    numbers = [
        match[0] for value in (cited_title(reference), *wanted) for match in _NUMBER.finditer(value)
    ]
    numbers += [value for name in ("doi", "isbn") if (value := str(fields.get(name, "")))]
    there = " ".join((*page.titles, page.text[:_BEGINNING])).lower()
    return next((number for number in numbers if _stands_in(number.lower(), there)), "")


def _stands_in(number: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(number)}(?!\w)", text))


def _same_issue(reference: Reference, page: Page) -> bool:
    """Whether the page's title or headings give the volume, the number and the year that are cited."""
    fields = reference.entry.fields
    named = [str(fields[name]) for name in ("volume", "number") if fields.get(name)]
    year = str(reference.entry.date.year) if reference.entry.date else ""
    figures = re.findall(r"\d+", " ".join(page.titles))
    return len(named) == 2 and bool(year) and all(name in figures for name in (*named, year))


def _same_day(reference: Reference, page: Page) -> bool:
    date = reference.entry.date
    if date is None or date.day is None:
        return False
    return any(re.sub(r"[/.]", "-", told)[:10] == str(date) for told in page.html.dates)


def _in_translation(reference: Reference, page: Page) -> bool:
    """Whether the page is in another language, is to be had in the title's, and gives its year."""
    title, date = cited_title(reference), reference.entry.date
    if not other_language(title, page) or date is None:
        return False
    there = " ".join((*page.titles, *page.html.dates, page.text[:_BEGINNING]))
    return bool(language_of(title) & page.html.languages) and str(date.year) in _YEARS.findall(
        there
    )


def _code_in_common(page: Page, url: str) -> str:
    """A segment of the address that stands in the page's title, headings or first words."""
    parts = split_url(url)
    segments = re.split(r"[/?&=;]", unquote(f"{parts.path}?{parts.query}"))
    codes = [_WEB_FILE.sub("", segment) for segment in segments]
    codes = [code for code in codes if _CODE.fullmatch(code) and not _YEARS.fullmatch(code)]
    path = unquote(parts.path).strip("/")
    codes += [match[0] for match in re.finditer(r"[\w.-]*\d[\w.-]*(?:/\d[\w.-]*)+", path)]
    there = _joined(" ".join((*page.titles, page.html.prose[:1500])))
    return next((code for code in codes if _stands_in(_joined(code), there)), "")


def _joined(text: str) -> str:
    """A text in which codes are written one way, whatever joins their parts."""
    return re.sub(r"[_\s/.:-]+", "-", text.lower())


def _of_that_name(reference: Reference, page: Page, url: str) -> bool:
    """Whether the address has most words of the title, as it was made of them."""
    if _only_leads_on(page):
        return False
    rare = set(rare_words(reference, page))
    slug = set(fold(unquote(split_url(url).path).replace("_", " ").replace("-", " ")).split())
    return len(rare & slug) >= 3 and len(rare & slug) >= 0.5 * len(rare)


def _only_leads_on(page: Page) -> bool:
    """Whether a page is a list of links under headings of their own, as a section is: no work under any name."""
    html = page.html
    headed = len(html.headings) >= _A_LIST and html.links >= SOME_LINKS
    return headed and weight(html.prose) < LITTLE


def _contradicted(reference: Reference, page: Page) -> bool:
    """Whether the page gives an author and a date of its own, and neither is that of the work."""
    date = reference.entry.date
    years = [int(year) for told in page.html.dates for year in _YEARS.findall(told)[:1]]
    other_time = bool(date and years) and all(not _near(year, date) for year in years)
    others = bool(reference.entry.fields.get("author")) and bool(page.html.authors)
    return other_time or others


def _near(year: int, date: PartialDate | None) -> bool:
    return date is not None and abs(year - date.year) <= 1
