"""Markers, notes, and the numerals that bind them."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from cite.model.corrections import NO_CORRECTIONS, Corrections
from cite.model.document import Anchor, Link, Paragraph, Run, Span, plain
from cite.model.entries import Entry, PartialDate
from cite.model.findings import Finding, Place

_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman_to_int(numeral: str) -> int | None:
    """The value of a Roman numeral from i to mmmcmxcix in its one valid form, else None.

    Case is folded, but a numeral in mixed case (`Iv`) is refused.
    """
    if not numeral or numeral not in (numeral.lower(), numeral.upper()):
        return None
    if not _ROMAN.fullmatch(numeral):
        return None
    rest, value = numeral.lower(), 0
    for worth, letters in _VALUES:
        while rest.startswith(letters):
            value, rest = value + worth, rest[len(letters) :]
    return value


def int_to_roman(number: int) -> str:
    """The lower-case Roman numeral of 1 … 3999; ValueError outside."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    letters = ""
    for worth, numeral in _VALUES:
        times, number = divmod(number, worth)
        letters += numeral * times
    return letters


@dataclass(frozen=True, slots=True)
class Marker:
    """A call to a note, in the body."""

    label: str
    """As printed: `iv`, `12`, `*`, or the name in `[^name]`."""
    place: Place
    paragraph: int | None = None
    """Index into `Document.body`."""
    offset: int | None = None
    """Where in that paragraph's text the marker stands."""
    sentence: str = ""
    """The sentence it closes or stands in, markers left out."""
    anchor: Anchor | None = None
    """Where it stands in the source, brackets and tags included."""
    target: int | None = None
    """Index into `Document.notes` of the note it calls, where the format itself says which; else its label binds it."""

    @property
    def line(self) -> int:
        """Its line in a text format, from 1; 0 where the format has none."""
        return self.place.line or 0

    @property
    def column(self) -> int:
        """Its column in a text format, from 1; 0 where the format has none."""
        return self.place.column or 0


class NoteForm(StrEnum):
    """Where a document keeps a note."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    MARGIN = "margin"
    ENTRY = "entry"
    """An entry of the bibliography."""


@dataclass(frozen=True, slots=True, order=True)
class NoteId:
    """Which note this is. Labels are what is printed: they start again with each chapter."""

    input: str
    """Name of the input."""
    run: int
    """Chapter or other stretch in which labels do not repeat, from 0."""
    index: int
    """Within the run, from 0."""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A note pointed at: which one it is, and how it is called."""

    id: NoteId
    label: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """Works whose description came with the file: a reference manager's field, a structured reference."""

    span: Span
    """Where their citation stands in the note's text."""
    entries: tuple[Entry, ...]
    """As described, in order; honoured before the text is parsed, and compared with it."""
    origin: str = ""
    """Who described them: `Zotero`, `Word`, `JATS`."""
    locators: tuple[str, ...] = ()
    """The pinpoint of each, or nothing; as long as `entries`, or empty."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note, with its typography and addresses."""

    label: str
    runs: tuple[Run, ...]
    """The note without its label."""
    markup: str
    """The source of the note, as written, label included."""
    place: Place
    links: tuple[Link, ...] = ()
    number: int | None = None
    """What its label counts, where it counts: xvi, 16 and p are all 16."""
    markers: tuple[Marker, ...] = ()
    """The markers bound to it."""
    id: NoteId = NoteId("", 0, 0)
    """Given when notes are bound; a reader leaves it."""
    form: NoteForm = NoteForm.ENDNOTE
    run: int | None = None
    """Chapter or section whose numbering it belongs to, where the format says so; else numbers falling back tell."""
    anchor: Anchor | None = None
    """Where it stands in the source, as written."""
    embedded: tuple[Embedded, ...] = ()
    """Descriptions of works that came with the file."""
    breaks: tuple[int, ...] = ()
    """Offsets into its text at which a paragraph or item of the note begins, the first left out."""
    called: bool = True
    """Whether a marker is meant to call it; a declaration among the notes has no number and none."""

    @property
    def line(self) -> int:
        """Its line in a text format, from 1; 0 where the format has none."""
        return self.place.line or 0

    @property
    def ref(self) -> NoteRef:
        """How others point at it."""
        return NoteRef(self.id, self.label)

    @property
    def text(self) -> str:
        """The words alone. Spans in links, items and fields are offsets into this."""
        return plain(self.runs)

    @property
    def sentence(self) -> str:
        """The sentence of the body that cites it first, or nothing."""
        return self.markers[0].sentence if self.markers else ""


@dataclass(frozen=True, slots=True)
class TextLink:
    """An address that stands in the text itself, outside its notes."""

    link: Link
    place: Place
    """Of the paragraph it stands in, or of itself where that is known."""
    sentence: str
    """The sentence it stands in."""


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself."""

    title: str = ""
    date: PartialDate | None = None
    """When it appeared: it bounds the copies of what its undated notes cite."""
    language: str = ""
    """BCP 47, as declared."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader found in an article, before markers and notes are bound."""

    path: str
    source: str
    """The decoded text; empty for formats that are not text."""
    body: tuple[Paragraph, ...] = ()
    markers: tuple[Marker, ...] = ()
    """Candidates, in document order."""
    notes: tuple[Note, ...] = ()
    """Candidates, in document order."""
    findings: tuple[Finding, ...] = ()
    """What the reader repaired or could not read."""
    numbered_by_hand: bool = True
    """Whether labels are what readers see; `[^x]` names and word processors' notes number themselves."""
    format: str = ""
    """Name of the reader: `markdown`, `docx`."""
    about: About = About()
    bibliography: tuple[Note, ...] = ()
    """Entries of a bibliography that the format itself marks as such, in order."""
    digest: str = ""
    """SHA-256 of the input's bytes, hexadecimal: whoever writes the article back sees whether it is the same."""
    corrections: Corrections = NO_CORRECTIONS
    """What a person reads otherwise, from the file beside it."""


@dataclass(frozen=True, slots=True)
class BoundNotes:
    """The notes of one document, each with its markers, and what is wrong between them."""

    path: str
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...] = field(default=())
    links: tuple[TextLink, ...] = ()
    """Addresses in the text itself, in order."""
    document: Document | None = None
    """What they were bound in: the body for quotations and rules, the source for those who write it back."""
