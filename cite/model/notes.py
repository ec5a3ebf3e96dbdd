"""Markers, notes, and the numerals that bind them."""

import re
from dataclasses import dataclass, field

from cite.model.document import Link, Paragraph, Run, plain
from cite.model.findings import Finding

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
    line: int
    column: int
    paragraph: int | None = None
    """Index into `Document.body`."""
    offset: int | None = None
    """Where in that paragraph's text the marker stands."""
    sentence: str = ""
    """The sentence it closes or stands in, markers left out."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note, with its typography and addresses."""

    label: str
    runs: tuple[Run, ...]
    """The note without its label."""
    markup: str
    """The source of the note, as written, label included."""
    line: int
    links: tuple[Link, ...] = ()
    number: int | None = None
    """What its label counts, where it counts: xvi, 16 and p are all 16."""
    markers: tuple[Marker, ...] = ()
    """The markers bound to it."""

    @property
    def text(self) -> str:
        """The words alone. Spans in links, items and fields are offsets into this."""
        return plain(self.runs)

    @property
    def sentence(self) -> str:
        """The sentence of the body that cites it first, or nothing."""
        return self.markers[0].sentence if self.markers else ""


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


@dataclass(frozen=True, slots=True)
class BoundNotes:
    """The notes of one document, each with its markers, and what is wrong between them."""

    path: str
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...] = field(default=())
