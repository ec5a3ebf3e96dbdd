"""Dates as printed, in words and figures, at day, month or year precision; and dates of access."""

import re
from dataclasses import dataclass

from cite.model.document import Span
from cite.model.entries import PartialDate
from cite.recognisers.languages.known import any_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.vocabulary import MONTH, MONTHS, SEASON, YEAR, either

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL_END = "(?:st|nd|rd|th)?"
_TO_DAY = rf"(?:\s?[-–]\s?{_DAY})?"
_MONTH_FIGURE = "0?[1-9]|1[0-2]"
_NO_PAGE = r"(?<!\bp\.\s)(?<!\bp\s)(?<!pp\.\s)(?<!\bat\s)(?<!:\s)"
_DATE = re.compile(
    rf"""(?<![\w/–—-])(?:
      (?P<d1>{_DAY})(?:st|nd|rd|th|\.)?{_TO_DAY}\s+(?:of\s+|de\s+)?(?P<m1>{MONTH}),?\s+(?:de\s+)?(?P<y1>{YEAR})
    | (?P<y8>{YEAR}),\s+(?P<m8>{MONTH})(?:\s+(?P<d8>{_DAY}){_ORDINAL_END})?(?!\d|,?\s+{YEAR})
    | (?P<m2>{MONTH})\s+(?P<d2>{_DAY}){_ORDINAL_END}{_TO_DAY},?\s+(?P<y2>{YEAR})
    | (?P<m3>{MONTH})(?:\s?[-–/&]\s?{MONTH})?,?\s+(?:de\s+)?(?P<y3>{YEAR})
    | (?P<y4>{YEAR})-(?P<m4>0[1-9]|1[0-2])-(?P<d4>0[1-9]|[12]\d|3[01])
    | (?P<d6>{_DAY})[./-](?P<m6>{_MONTH_FIGURE})[./-](?P<y6>{YEAR})
    | {SEASON},?\s+(?P<y7>{YEAR})
    | {_NO_PAGE}(?P<y5>{YEAR})(?:\s?[-–/]\s?(?:\d\d)?\d\d)?
    )(?![\w-]|\.\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_SEEN = any_of("accessed", Script.LATIN, Script.CYRILLIC, Script.ARABIC)
_LOOKED_AT = either("accessed | visited | retrieved | consulted | checked | viewed")
_SEEN_ABROAD = (
    rf"zuletzt\s+(?:abgerufen|besucht)|abgerufen|consult[ée]e?|consultado|acessado|(?<!\w){_SEEN}"
)
_ACCESSED = re.compile(
    rf"""[(\[,.;]?\s{{0,3}}(?:and\s+)?
        (?: (?:date\s+)?(?:last\s+)?(?:{_LOOKED_AT}|access(?:ed)?\s+date) | {_SEEN_ABROAD} )
        \s*(?:on|at|am|le|el|em|:)?\s*:?\s*""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands."""

    date: PartialDate
    span: Span


def find_dates(text: str) -> list[FoundDate]:
    """Every date in a text, in order. A bare four-figure number counts when it can be a year."""
    return [FoundDate(_date(match), Span(*match.span())) for match in _DATE.finditer(text)]


def date_at(text: str, at: int) -> FoundDate | None:
    """The date that begins at an offset."""
    match = _DATE.match(text, at)
    return FoundDate(_date(match), Span(*match.span())) if match else None


def _date(match: re.Match[str]) -> PartialDate:
    groups = {key: value for key, value in match.groupdict().items() if value}
    year = next(int(value) for key, value in groups.items() if key[0] == "y")
    month = next((_month(value) for key, value in groups.items() if key[0] == "m"), None)
    day = next((int(value) for key, value in groups.items() if key[0] == "d"), None)
    if day and month:
        try:
            PartialDate(year, month, day).bounds  # noqa: B018 - raises for 31 June
        except ValueError:
            day = None
    return PartialDate(year, month, day)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower().rstrip(".")]


def find_accessed(text: str) -> tuple[PartialDate, Span] | None:
    """The date on which an address was seen, and the whole phrase that says so."""
    for match in _ACCESSED.finditer(text):
        date = _DATE.match(text, match.end())
        if date:
            end = date.end()
            if end < len(text) and text[end] in ")]":
                end += 1
            return _date(date), Span(match.start(), end)
    return None
