"""A work described: names, dates at the precision of print, and its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cite.model.document import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A person split into family and given, or an organisation as one literal."""

    family: str = ""
    given: str = ""
    particle: str = ""
    """`van der`, `de la`: printed before the family name, left out of sorting."""
    suffix: str = ""
    """`Jr`, `III`."""
    literal: str = ""
    """An organisation, or a name that cannot be split; the other parts are then empty."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date at the precision at which it was printed."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """First instant, and the first instant after it, both UTC."""
        first = datetime(self.year, self.month or 1, self.day or 1, tzinfo=UTC)
        if self.day:
            return first, first + timedelta(days=1)
        if self.month:
            years, months = divmod(self.month, 12)
            return first, datetime(self.year + years, months + 1, 1, tzinfo=UTC)
        return first, datetime(self.year + 1, 1, 1, tzinfo=UTC)

    @property
    def middle(self) -> datetime:
        """The instant half-way: what 'nearest to the date' is measured from."""
        first, after = self.bounds
        return first + (after - first) / 2

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)


def possible_date(
    year: int, month: int | None = None, day: int | None = None
) -> PartialDate | None:
    """A date at the finest precision at which there is one: 31 February 2010 is February 2010."""
    for parts in ((year, month, day if month else None), (year, month), (year,)):
        date = PartialDate(*parts)
        try:
            assert date.bounds
        except (ValueError, OverflowError):
            continue
        return date
    return None


FieldValue = str | int | tuple[Name, ...]
"""Text, a number (`year`, `month`, `day`), or names (`author`, `editor`, `translator`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A work, as BibTeX would have it, not yet escaped for BibTeX."""

    entry_type: str
    """biblatex's: article, book, incollection, report, online, thesis, jurisdiction, …"""
    fields: Mapping[str, FieldValue]
    """Lower-case biblatex names. Dates are `year`, `month` (1–12), `day`; access dates `urldate`."""
    key: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Per field, where its value stands in the note's text."""
    confidence: Mapping[str, float] = field(default_factory=dict)
    """Per field, 0 … 1."""

    @property
    def date(self) -> PartialDate | None:
        """When the work says it was made."""
        year = self.fields.get("year")
        if not isinstance(year, int) or not 1 <= year <= 9998:
            return None
        month, day = self.fields.get("month"), self.fields.get("day")
        return possible_date(
            year, month if isinstance(month, int) else None, day if isinstance(day, int) else None
        )
