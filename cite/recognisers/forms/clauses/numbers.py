"""Clauses of figures: editions, volumes, numbers, dates, pages and pinpoints."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import date_at
from cite.recognisers.fields.numbers import pages
from cite.recognisers.forms.clauses.reading import Clause, Reading
from cite.recognisers.forms.clauses.words import RANGE, RANGES, ROMAN, any_word
from cite.recognisers.text.vocabulary import YEAR

_PAGES = re.compile(
    rf"(?:{any_word('pages')})\s*(?:{any_word('pages')}\s*)?(?P<pages>{RANGES})", re.IGNORECASE
)
_PAGES_BEFORE = re.compile(rf"(?P<pages>{RANGES})\.?\s?(?:{any_word('pages_behind')})")
_HERE = re.compile(
    rf"(?:{any_word('here')})\s*(?:{any_word('pages')}\s*)?(?P<pin>{RANGES})", re.IGNORECASE
)
_PIN_BEHIND = re.compile(rf"\s?:\s?(?P<pin>{RANGE})\s*\.?\s*$", re.IGNORECASE)
_NUM = r"(?:\d{1,4}(?:\s?[-–/]\s?\d{1,4})?|[IVXLC]{1,8}(?:/\d{1,2})?)(?!\w)"
VOLUME = re.compile(rf"(?:{any_word('volumes')})\s*(?P<volume>{_NUM})", re.IGNORECASE)
_PLACE_FOLLOWS = rf"[.,]\s[^\W\d_][^,;:()\d]{{1,40}}(?::\s|\s{YEAR})"
_TITLED = re.compile(
    rf"{VOLUME.pattern}[.:,]\s(?P<title>[^\W\d_„“«][^;()]{{4,200}}?)(?={_PLACE_FOLLOWS})",
    re.IGNORECASE,
)
NUMBER = re.compile(rf"(?:{any_word('numbers')})\s*(?P<number>{_NUM})", re.IGNORECASE)
_REVISED_WORD = (
    "durchges|überarb|erw|verb|akt|neubearb|neu bearb|unveränd|erg|korr|bearb|ergänz|erweitert|verbessert|überarbeitet"
    "|aktualisiert"
)
_REVISED = rf"(?:(?:{_REVISED_WORD})\w*\.?,?|völlig|vollst\.|u\.|und)"
"""What was done to a German edition: `5., durchges. u. akt. Aufl.`"""
_ORDINAL_END = r"\.?\s?[ªºᵉaoe]|ème|eme|re|de|te|ste|st|nd|rd|th"
_CHANGED = r",?\s(?:rev|aum|corr|ampl|erw|überarb|verb|herz)\w*\.?"
_EDITION = re.compile(
    rf"(?:(?P<edition>\d{{1,2}})(?:{_ORDINAL_END})?\.?,?\s?(?:{_REVISED}\s){{0,4}}(?:{any_word('editions')})"
    rf"|(?:{any_word('editions')})\s?(?P<edition2>\d{{1,2}}))(?:{_CHANGED})?",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"(?:[©c]\.?\s?|a\.\s?a\.\s?|s\.\s?a\.\s)?\[?(?P<year>{YEAR})(?:\s?[-–/]\s?\d{{2,4}})?[a-z]?\]?(?![\w])(?:\s?م(?!\w))?"
)
_LISTED = re.compile(RANGES)
_BARE = re.compile(
    rf"(?P<first>\d{{1,4}}|[IVXLC]{{1,8}}|{ROMAN})(?:\s?(?P<dash>[-–—/:])\s?(?P<second>\d{{1,4}}))?(?![\w])(?:\s?(?:ff?|ss?)\.)?"
)


def edition_named(reading: Reading, at: int, end: int) -> int | None:
    """`2e éd.`, `3. Aufl.`, `wyd. 2`."""
    match = _EDITION.match(reading.text, at, end)
    if not match:
        return None
    group = "edition" if match["edition"] else "edition2"
    reading.put("edition", match[group], Span(*match.span(group)))
    return match.end()


def volume_titled(reading: Reading, at: int, end: int) -> int | None:
    """`Bd. 3: Von der Reformära bis zur Doppelrevolution. München 1987`: a volume with a title of its own."""
    match = _TITLED.match(reading.text, at, end)
    if not match or match["title"].count(",") > 2 or reading.article:
        return None
    reading.put("volume", match["volume"], Span(*match.span("volume")))
    reading.put("titleaddon", match["title"], Span(*match.span("title")))
    return match.end()


def number_named(name: str, pattern: re.Pattern[str]) -> Clause:
    """A clause for a number behind the word that says what it counts."""

    def read(reading: Reading, at: int, end: int) -> int | None:
        match = pattern.match(reading.text, at, end)
        if not match or (
            name == "number"
            and not reading.article
            and "booktitle" not in reading.fields
            and reading.quoted_title
        ):
            return None
        if name == "number" and reading.locator and not reading.article:
            return match.end()  # `p. 8, n. 3`: a note on the page
        reading.put(name, re.sub(r"\s?[-–]\s?", "–", match[name]), Span(*match.span(name)))
        return match.end()

    return read


def pages_named(reading: Reading, at: int, end: int) -> int | None:
    """Pages behind their word, and the pinpoint behind a colon."""
    match = _PAGES.match(reading.text, at, end) or _PAGES_BEFORE.match(reading.text, at, end)
    if not match:
        return None
    stop = _put_pages(reading, Span(*match.span("pages")), end)
    return max(stop, match.end())


def _put_pages(reading: Reading, span: Span, end: int) -> int:
    """Pages of an article, or of a chapter where they are a range; else a pinpoint. Where they end."""
    listed = [pages(one) for one in re.split(r",\s?", reading.text[span.start : span.end])]
    own = reading.article or ("booktitle" in reading.fields and "–" in listed[0])
    if own and "pages" not in reading.fields:
        first = re.sub(r"\s?(?:ff?|ss?|sgg?)\.$", "", listed[0])
        reading.put("pages", first, span)
        listed = listed[1:]
    behind = _PIN_BEHIND.match(reading.text, span.end)
    if behind and "pages" in reading.fields:
        reading.locator = reading.locator or pages(behind["pin"])
        return end
    if listed and not reading.locator:
        reading.locator = ", ".join(listed)
    return span.end


def page_meant(reading: Reading, at: int, end: int) -> int | None:
    """`aldaar 460`, `hier S. 50`: of an article the page that is meant."""
    match = _HERE.match(reading.text, at, end)
    if not match:
        return None
    reading.locator = reading.locator or ", ".join(map(pages, re.split(r",\s?", match["pin"])))
    return match.end()


def full_date(reading: Reading, at: int, end: int) -> int | None:
    """A date with its month."""
    found = date_at(reading.text, at)
    if not found or not found.date.month or found.span.end > end:
        return None
    reading.put("year", found.date.year, found.span)
    reading.put("month", found.date.month, found.span)
    reading.put("day", found.date.day or 0, found.span)
    return found.span.end


def year_alone(reading: Reading, at: int, end: int) -> int | None:
    """A year; a second one must be the same."""
    match = _YEAR.match(reading.text, at, end)
    if not match:
        return None
    if "year" in reading.fields and reading.fields["year"][0] != int(match["year"]):
        return None
    reading.put("year", int(match["year"]), Span(*match.span("year")))
    return match.end()


def number_alone(reading: Reading, at: int, end: int) -> int | None:
    """A number without a word: volume, number or pages, by what is known and what follows."""
    match = _BARE.match(reading.text, at, end)
    if not match:
        return None
    if reading.article and re.search(r"\w", reading.text[match.end() : end]):
        if (step := _serial(reading, match)) is not None:
            return step
    if match["first"].isupper() and not match["first"].isdigit():
        return None
    found = _LISTED.match(reading.text, at, end)
    return _put_pages(reading, Span(*found.span()), end) if found else None


def _serial(reading: Reading, match: re.Match[str]) -> int | None:
    """Of a number that others follow: the volume with its number, the number; a range behind a year is pages."""
    first, second = match["first"], match["second"]
    ranged = second is not None and first.isdigit() and int(second) > int(first)
    if "volume" not in reading.fields and (first.isupper() or first.isdigit()):
        if ranged and "year" in reading.fields:
            return None
        reading.put("volume", first, Span(*match.span("first")))
        if second:
            reading.put("number", second, Span(*match.span("second")))
        return match.end()
    if "number" not in reading.fields and first.isdigit() and not second:
        reading.put("number", first, Span(*match.span("first")))
        return match.end()
    return None
