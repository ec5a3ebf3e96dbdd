"""A document as a reader found it: text with its typography, and addresses as shown and as pointed to."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Flag, StrEnum, auto
from operator import itemgetter

from cite.model.findings import Place


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `text[start:end]`, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of the source as it came, before anything was cleaned: what an edit there needs.

    In a text format `start` and `end` are code points of the decoded source, line ends folded to one. In a
    package or another tree of XML they are code points of one text node.
    """

    start: int
    end: int
    part: str = ""
    """The file within a package; empty where the input is one file."""
    node: int | None = None
    """The text node, counted from 0 in the order of its part; None in a text format. Which nodes count, each
    reader says."""
    attribute: str = ""
    """Where the stretch is of an attribute's value, its qualified name; `node` then counts the elements that
    have it."""

    def within(self, start: int, end: int) -> "Anchor":
        """A stretch of it, in code points from its start."""
        first = self.start
        return Anchor(first + start, first + end, self.part, self.node, self.attribute)


class Style(Flag):
    """Typography that carries meaning in a note."""

    PLAIN = 0
    ITALIC = auto()
    BOLD = auto()
    SMALL_CAPS = auto()
    SUPERSCRIPT = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one typography."""

    text: str
    style: Style = Style.PLAIN
    href: str | None = None
    """The address this run links to, as the source has it once its notation is undone."""
    anchor: Anchor | None = None
    """Where its text stands in the source; None where it stands nowhere as one stretch."""
    href_anchor: Anchor | None = None
    """Where `href` is written in the source, if that can be edited."""
    pieces: tuple[tuple[int, int], ...] = ()
    """Where its text is no plain copy of its anchor: offsets into it, each with the place from which it is one."""

    def source(self, start: int, end: int) -> Anchor | None:
        """Where a stretch of its text stands in the source; None where that cannot be told."""
        if self.anchor is None or not 0 <= start < end <= len(self.text):
            return None
        if not self.pieces and self.anchor.end - self.anchor.start != len(self.text):
            return self.anchor if (start, end) == (0, len(self.text)) else None
        first, last = self._origin(start), self._origin(end - 1) + 1
        return replace(self.anchor, start=first, end=last) if first < last else None

    def cut(self, start: int, end: int) -> "Run":
        """The run from one offset to another, with its place in the source."""
        if (start, end) == (0, len(self.text)):
            return self
        behind = [(at - start, origin) for at, origin in self.pieces if start < at < end]
        pieces = ((0, self._origin(start)), *behind) if self.pieces and start < end else ()
        return replace(
            self, text=self.text[start:end], anchor=self.source(start, end), pieces=pieces
        )

    def _origin(self, at: int) -> int:
        assert self.anchor is not None
        behind = bisect_right(self.pieces, at, key=itemgetter(0))
        if not behind:
            return self.anchor.start + at
        offset, origin = self.pieces[behind - 1]
        return origin + at - offset


@dataclass(frozen=True, slots=True)
class Link:
    """An address as shown and as pointed to."""

    url: str
    """The cleaned address the author meant."""
    shown: str
    """The text a reader sees."""
    href: str | None
    """The target as the source has it; None for a bare address that links nowhere."""
    span: Span
    """Where `shown` stands in the text of its note or paragraph."""
    anchor: Anchor | None = None
    """Where `shown` stands in the source, before it was cleaned."""
    href_anchor: Anchor | None = None
    """Where `href` is written in the source."""
    pieces: tuple[Anchor, ...] = ()
    """Where `shown` stands where it stands in several nodes, one after another; `anchor` is then None."""
    place: Place | None = None
    """Its line and column, in formats of lines."""
    within: "Link | None" = None
    """The link in whose words a bare address stands, where that leads elsewhere."""
    in_code: bool = False
    """Whether a bare address is a part of program text: what is written there is an example, or somebody's data."""


class ParagraphKind(StrEnum):
    """What a paragraph of the body is."""

    TEXT = "text"
    HEADING = "heading"
    QUOTATION = "quotation"
    LIST_ITEM = "list-item"
    TABLE = "table"
    """A cell."""
    CODE = "code"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the body, in document order."""

    runs: tuple[Run, ...]
    place: Place
    """Of its first character."""
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    """Of a heading, 1 to 6; of a list item or quotation, how deep it is nested, from 1."""
    links: tuple[Link, ...] = ()
    """Addresses that stand in the text itself, markers' own left out."""
    anchor: Anchor | None = None
    """Where it stands in the source, as written."""
    breaks: tuple[int, ...] = ()
    """Offsets into its text at which the source, or a page, begins a new line."""

    @property
    def line(self) -> int:
        """Its line in a text format, from 1; 0 where the format has none."""
        return self.place.line or 0

    @property
    def text(self) -> str:
        """The words alone."""
        return plain(self.runs)


def plain(runs: Iterable[Run]) -> str:
    """The words of some runs, typography dropped."""
    return "".join(run.text for run in runs)


def cut(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of a stretch of their text, each with its place in the source."""
    found: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            found.append(run.cut(first, last))
        at += len(run.text)
    return tuple(found)


def anchor_of(runs: Sequence[Run]) -> Anchor | None:
    """Where some runs stand in the source, if they do so in one text."""
    first, last = (runs[0].anchor, runs[-1].anchor) if runs else (None, None)
    if first is None or last is None or (first.part, first.node) != (last.part, last.node):
        return None
    return replace(first, end=last.end) if first.start <= last.end else None
