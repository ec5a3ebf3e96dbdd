"""What a note says: citations with their entries, cross references, commentary; and where references come from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from cite.model.document import Link, Span
from cite.model.findings import Finding, Place
from cite.model.notes import Document, Note


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


class NoteKind(StrEnum):
    """What a note does."""

    CITATION = "citation"
    CROSS_REFERENCE = "cross-reference"
    MIXED = "mixed"
    COMMENTARY = "commentary"


@dataclass(frozen=True, slots=True)
class Citation:
    """A work cited in a note."""

    entry: Entry
    span: Span
    """Where it stands in the note's text."""
    signal: str = ""
    """What introduces it: `See, for example,`."""
    locator: str = ""
    """The pinpoint: `1716`, `paras 4-7`; never part of the entry's pages."""
    trailing: str = ""
    """A remark after it: `among many others`."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A work named only by pointing back: ibid., op. cit., supra note 3, a short title."""

    form: str
    """`ibid`, `id`, `op-cit`, `loc-cit`, `supra`, `short`, `hereafter`."""
    span: Span
    signal: str = ""
    locator: str = ""
    trailing: str = ""
    names: tuple[Name, ...] = ()
    """Authors named with it: *J Arnott*, op. cit."""
    title: str = ""
    """Short title named with it."""
    label: str = ""
    """Note it points at by label: supra note *12*."""
    target: str | None = None
    """Label of the note with the full citation; None while unresolved."""
    key: str | None = None
    """Key of the entry it means; None while unresolved."""
    reason: str = ""
    """Why that target, or why none."""
    confidence: float = 1.0


Item = Citation | CrossReference


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note and what it says, item by item, in order."""

    note: Note
    kind: NoteKind
    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """Every note of one document, read and resolved."""

    path: str
    notes: tuple[ReadNote, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """What gets checked: a work, where it is cited, and the addresses given for it."""

    key: str
    entry: Entry
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    """Labels of the notes that cite it, cross references included; empty for a .bib or a list."""
    sentence: str = ""
    """The sentence of the article that cites it first."""
    raw: str = ""
    """The note, entry or line it was read from."""
    place: Place | None = None

    @property
    def cited_as_of(self) -> PartialDate | None:
        """The date its author saw it: access date first, else the work's own."""
        accessed = str(self.entry.fields.get("urldate", ""))
        found = re.match(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", accessed.strip())
        parts = [int(part) for part in found.groups() if part] if found else []
        return (possible_date(*parts) if parts else None) or self.entry.date


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """References that came as such: from a .bib file or a list of addresses."""

    path: str
    references: tuple[Reference, ...]
    findings: tuple[Finding, ...] = ()


class Reader(Protocol):
    """One input notation."""

    name: str

    def recognises(self, path: str, content: bytes) -> bool:
        """Whether this is the notation, going by content before extension."""

    def read(self, path: str, content: bytes) -> Document | ReferenceList:
        """What stands in it. Raises InputError where nothing can be read."""
