"""What a note says: citations with their entries, cross references, commentary; and where references come from."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from cite.model.document import Link, Span
from cite.model.entries import Entry, Name, PartialDate, possible_date
from cite.model.findings import Finding, Place
from cite.model.inputs import Beside
from cite.model.notes import Document, Note, NoteRef, TextLink
from cite.model.quotations import Quotation


class NoteKind(StrEnum):
    """What a note does."""

    CITATION = "citation"
    CROSS_REFERENCE = "cross-reference"
    MIXED = "mixed"
    """A citation and a cross reference."""
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
    container: "CrossReference | None" = None
    """The volume it stands in, where that is named only by pointing back: in *Rowe, op. cit.*"""


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
    target: NoteRef | None = None
    """The note with the full citation; None while unresolved."""
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
    has_commentary: bool = False
    """Whether it says something besides what it cites."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """Every note of one document, read and resolved."""

    path: str
    notes: tuple[ReadNote, ...]
    findings: tuple[Finding, ...] = ()
    links: tuple[TextLink, ...] = ()
    """Addresses in the text itself, in order."""
    digest: str = ""
    """SHA-256 of the article's bytes, hexadecimal."""
    appeared: PartialDate | None = None
    """When the article says that it appeared."""


@dataclass(frozen=True, slots=True, order=True)
class ReferenceId:
    """Which reference this is, in any process. A work that two articles cite is a reference of each."""

    input: str
    """Name of the input."""
    index: int
    """Within that input, from 0."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What gets checked: a work, where it is cited, and the addresses given for it."""

    key: str
    entry: Entry
    links: tuple[Link, ...] = ()
    notes: tuple[NoteRef, ...] = ()
    """The notes that cite it, cross references included; empty for a .bib or a list."""
    sentence: str = ""
    """The sentence of the article that cites it first."""
    raw: str = ""
    """The note, entry or line it was read from."""
    place: Place | None = None
    id: ReferenceId = ReferenceId("", 0)
    quotations: tuple[Quotation, ...] = ()
    """What the article quotes from it; looked for only where quotations are checked."""
    appeared: PartialDate | None = None
    """When the article that cites it appeared, where that says so: no note has seen what came later."""
    in_text: bool = False
    """Whether it is an address of the text itself, which no note cites."""

    @property
    def label(self) -> str | None:
        """The label of the note that cites it first."""
        return self.notes[0].label if self.notes else None

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


@runtime_checkable
class ReadsBeside(Protocol):
    """A notation that names files beside its own: chapters, a bibliography."""

    def read_beside(self, path: str, content: bytes, beside: Beside) -> Document | ReferenceList:
        """What stands in it and in those. Raises InputError where nothing can be read."""
