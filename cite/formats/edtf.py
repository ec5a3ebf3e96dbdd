"""Dates beyond one day, month or year of our era: ranges, seasons, circa, BCE, open ends.

Read from EDTF level 1 (ISO 8601-2) as biblatex writes it, and from what people write in a year: `1989--1994`,
`1988/89`, `c. 1960`, `44 BC`, `Spring 1999`. What is none of these is no date here, and stays as it was written.
"""

import re
from dataclasses import dataclass

NO_DATE = "XXXX"
"""A year that is not given (ISO 8601-2, 4.3)."""

Parts = tuple[int, ...]
"""Year, month, day, as many as are known; years before our era are negative."""

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTHS = {
    month: number
    for number, month in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_ISO = re.compile(
    r"(?P<year>-?\d{4,6})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T\S*)?(?P<sign>[?~%]?)"
)
_NOTHING = ("", "..", "open", "unknown", "*")
_YEARS = re.compile(r"(?P<first>\d{4})\s*(?:-{1,3}|[‐‑–—/])\s*(?P<last>\d{4}|\d{2})")
_CIRCA = re.compile(
    r"(?:c(?:a|irca)?\.?|um|vers|около)\s*(?P<year>\d{3,4})|\[?(?P<asked>\d{4})\s*\?\]?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<year>\d{1,5})\s*(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr\.|av\. J\.-C\.)", re.IGNORECASE
)
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)})\s+(?P<year>\d{{4}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issued:
    """When a work appeared, where that is more than one date of our era."""

    start: Parts | None
    """None where only the end is known."""
    end: Parts | None = None
    ranges: bool = False
    """Whether it goes from somewhere to somewhere; without an `end` it goes on."""
    circa: bool = False
    season: int | None = None
    """1 for spring to 4 for winter."""

    @property
    def is_simple(self) -> bool:
        """Whether a year, month and day say all of it."""
        plain = self.start is not None and self.start[0] > 0
        return plain and not self.ranges and not self.circa and self.season is None

    def __str__(self) -> str:
        """As EDTF has it."""
        start = _written(self.start, self.season) if self.start else ""
        sign = "~" if self.circa else ""
        if not self.ranges:
            return f"{start}{sign}"
        return f"{start}{sign}/{_written(self.end) if self.end else ''}"


def parse(text: str) -> Issued | None:
    """A date as biblatex or a person wrote it; None for what is no date that can be told."""
    text = text.strip().strip("{}")
    if "/" in text and (found := _interval(text)):
        return found
    if (iso := _ISO.fullmatch(text)) and (point := _point(iso)):
        return point
    for pattern, make in _FORMS:
        if match := pattern.fullmatch(text):
            return make(match)
    return None


def with_months(year: int, months: str) -> Issued | None:
    """A year with a month that is more than one: `3--4`, `jun/jul`, `Summer`; None for what is none of these."""
    if season := _SEASONS.get(months.strip().lower()):
        return Issued((year,), season=season - 20)
    found = [_month(word) for word in re.findall(r"[^\W\d_]+|\d+", months.lower())]
    if len(found) == 2 and all(found) and re.search(r"[-–—/]", months):
        return Issued((year, found[0] or 1), (year, found[1] or 1), ranges=True)
    return None


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return _MONTHS.get(word[:3])


def _interval(text: str) -> Issued | None:
    first, _, last = text.partition("/")
    ends: list[Issued | None] = []
    for part in (first.strip(), last.strip()):
        iso = _ISO.fullmatch(part)
        point = _point(iso) if iso else None
        if point is None and part.lower() not in _NOTHING:
            return None
        ends.append(point)
    start, end = ends
    if start is None and end is None:
        return None
    circa = any(one and one.circa for one in ends)
    return Issued(start.start if start else None, end.start if end else None, True, circa)


def _point(iso: re.Match[str]) -> Issued | None:
    month, day = (int(iso[name]) if iso[name] else None for name in ("month", "day"))
    circa = bool(iso["sign"])
    if month and 21 <= month <= 24 and day is None:
        return Issued((int(iso["year"]),), circa=circa, season=month - 20)
    if (month and not 1 <= month <= 12) or (day and not 1 <= day <= 31):
        return None
    parts = tuple(part for part in (int(iso["year"]), month, day) if part is not None)
    return Issued(parts, circa=circa)


def _years(match: re.Match[str]) -> Issued | None:
    first, last = match["first"], match["last"]
    end = int(last if len(last) == 4 else first[:2] + last)
    return Issued((int(first),), (end,), ranges=True) if end > int(first) else None


def _circa(match: re.Match[str]) -> Issued:
    return Issued((int(match["year"] or match["asked"]),), circa=True)


def _before(match: re.Match[str]) -> Issued:
    return Issued((-int(match["year"]),))


def _season(match: re.Match[str]) -> Issued:
    return Issued((int(match["year"]),), season=_SEASONS[match["season"].lower()] - 20)


_FORMS = ((_YEARS, _years), (_CIRCA, _circa), (_BEFORE, _before), (_SEASON, _season))


def _written(parts: Parts, season: int | None = None) -> str:
    year = f"{parts[0]:04d}" if parts[0] >= 0 else f"-{-parts[0]:04d}"
    rest = [season + 20] if season else parts[1:]
    return "-".join([year, *(f"{part:02d}" for part in rest)])
