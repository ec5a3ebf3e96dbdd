"""Text as it flows through a tree of tags: set run by run, with the places at which it calls notes.

What readers of word processors' files and of pages share. Each walks its own tree and sets `Line`s; the
blocks they become are put together to a `Document` here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from cite.formats.traced import Traced
from cite.model.document import Anchor, Paragraph, ParagraphKind, Run, Span, Style, cut, plain
from cite.model.findings import Finding, Place
from cite.model.notes import Embedded, Marker
from cite.steps.reading.read_links import read_links
from cite.steps.reading.sentences import sentence_at, sentence_ends


@dataclass(frozen=True, slots=True)
class Call:
    """A call to a note, where the text has it."""

    key: str
    """Which note, as the format says it; nothing where only its label tells."""
    label: str = ""
    """As printed, where the format does not number by itself."""
    anchor: Anchor | None = None
    place: Place | None = None
    """Where it stands, in formats of lines; in others its paragraph and offset tell."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, with the calls that stand in it."""

    runs: tuple[Run, ...]
    place: Place
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    calls: tuple[tuple[int, Call], ...] = ()
    """Each with its offset in the text."""
    embedded: tuple[Embedded, ...] = ()
    label: str = ""
    """What an automatic list prints before it."""
    rule: bool = False
    """Whether a line is drawn above it."""
    anchor: Anchor | None = None

    @property
    def text(self) -> str:
        """The words alone."""
        return plain(self.runs)


class Line:
    """A paragraph while it is being set."""

    def __init__(self) -> None:
        self.length = 0
        self._runs: list[Run] = []
        self._words: list[str] = []
        self._last = Run("")
        self._calls: list[tuple[int, Call]] = []
        self._embedded: list[Embedded] = []

    def add(
        self,
        text: str,
        style: Style = Style.PLAIN,
        href: str | None = None,
        anchor: Anchor | None = None,
        href_anchor: Anchor | None = None,
        pieces: tuple[tuple[int, int], ...] = (),
    ) -> None:
        """Some more text, joined to the last run where typography and source go on."""
        if not text:
            return
        self.length += len(text)
        last = self._last
        if self._words and (last.style, last.href, last.href_anchor) == (style, href, href_anchor):
            if last.anchor is None and anchor is None:
                self._words.append(text)
                return
            if not pieces and _goes_on(last.anchor, anchor, text):
                assert last.anchor and anchor
                self._words.append(text)
                whole = Anchor(last.anchor.start, anchor.end, anchor.part, anchor.node)
                self._last = Run("", style, href, whole, href_anchor)
                return
        self._flush()
        self._words = [text]
        self._last = Run("", style, href, anchor, href_anchor, pieces)
        if pieces or (anchor is not None and anchor.end - anchor.start != len(text)):
            self._flush()

    def call(self, call: Call) -> None:
        """A call to a note, here."""
        self._calls.append((self.length, call))

    @property
    def has_calls(self) -> bool:
        """Whether a note is called in it."""
        return bool(self._calls)

    def describe(self, embedded: Embedded) -> None:
        """Works described by the file, whose citation has just been set."""
        self._embedded.append(embedded)

    def block(
        self,
        place: Place,
        kind: ParagraphKind = ParagraphKind.TEXT,
        level: int = 0,
        label: str = "",
    ) -> Block:
        """What was set, blank ends taken off."""
        self._flush()
        calls, embedded = tuple(self._calls), tuple(self._embedded)
        return trimmed(Block(_evened(self._runs), place, kind, level, calls, embedded, label))

    def _flush(self) -> None:
        if self._words:
            last = self._last
            self._runs.append(
                Run(
                    "".join(self._words),
                    last.style,
                    last.href,
                    last.anchor,
                    last.href_anchor,
                    last.pieces,
                )
            )
            self._words = []


_OVER_BLANKS = Style.ITALIC | Style.BOLD | Style.SMALL_CAPS


def _evened(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs of which blanks share the typography of the words on both sides, as a reader sees it."""
    evened = list(runs)
    for at in range(1, len(runs) - 1):
        if runs[at].text.isspace():
            shared = evened[at - 1].style & runs[at + 1].style & _OVER_BLANKS
            if shared & ~runs[at].style:
                evened[at] = replace(runs[at], style=runs[at].style | shared)
    return tuple(evened)


def _goes_on(last: Anchor | None, anchor: Anchor | None, text: str) -> bool:
    """Whether a stretch of the source goes on, letter by letter."""
    return (
        last is not None
        and anchor is not None
        and (last.part, last.node, last.end) == (anchor.part, anchor.node, anchor.start)
        and anchor.end - anchor.start == len(text)
    )


_MANY_BLANKS = re.compile(r"[ \t\n\r\f]{2,}")
_BLANKS = str.maketrans("\t\n\r\f", "    ")


def folded(words: str, traced: Traced | None) -> tuple[str, Traced | None]:
    """White space as one blank each, the places of the letters kept."""
    if _MANY_BLANKS.search(words):
        traced = traced.sub(_MANY_BLANKS, lambda _: " ") if traced else None
        words = _MANY_BLANKS.sub(" ", words)
    return words.translate(_BLANKS), traced


def trimmed(block: Block) -> Block:
    """A block without blanks at its ends, its calls kept at their places."""
    runs = block.runs
    if not runs or not (runs[0].text[0].isspace() or runs[-1].text[-1].isspace()):
        return block
    text = block.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return part_of(block, min(start, end), end)


def part_of(block: Block, start: int, end: int) -> Block:
    """A stretch of a block's text; calls before it and after it go to its ends."""
    if start == 0 and end == sum(len(run.text) for run in block.runs):
        return block
    calls = tuple((min(max(at - start, 0), end - start), call) for at, call in block.calls)
    embedded = tuple(_shifted(one, -start, end - start) for one in block.embedded)
    return replace(block, runs=cut(block.runs, start, end), calls=calls, embedded=embedded)


def _shifted(embedded: Embedded, by: int, most: int) -> Embedded:
    start, end = (min(max(at + by, 0), most) for at in (embedded.span.start, embedded.span.end))
    return replace(embedded, span=Span(start, end))


def stretches(runs: Sequence[Run], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Run, ...]]:
    """The runs of several stretches of their text, in order and apart; gone through once."""
    index = at = 0
    for start, end in spans:
        found: list[Run] = []
        while index < len(runs):
            size = len(runs[index].text)
            first, last = max(start - at, 0), min(end - at, size)
            if first < last:
                found.append(runs[index].cut(first, last))
            if end < at + size:
                break
            at += size
            index += 1
        yield tuple(found)


def without(block: Block, gone: Sequence[tuple[int, int]]) -> Block:
    """A block without some stretches of its text, in order; what stood in them or after them moves up."""
    kept = pairwise([0, *(at for stretch in gone for at in stretch), len(block.text)])
    runs = [run for some in stretches(block.runs, list(kept)[::2]) for run in some]
    starts = [start for start, _ in gone]
    before = list(accumulate((end - start for start, end in gone), initial=0))

    def moved(at: int) -> int:
        index = bisect_right(starts, at)
        if index and at < gone[index - 1][1]:
            return starts[index - 1] - before[index - 1]
        return at - before[index]

    calls = sorted(((moved(at), call) for at, call in block.calls), key=lambda one: one[0])
    embedded = tuple(
        replace(one, span=Span(moved(one.span.start), moved(one.span.end)))
        for one in block.embedded
    )
    return replace(block, runs=tuple(runs), calls=tuple(calls), embedded=embedded)


def joined(
    blocks: Iterable[Block],
) -> tuple[tuple[Run, ...], tuple[Embedded, ...], tuple[int, ...]]:
    """Several paragraphs as one text, a blank between them; the works that it describes; where each begins."""
    runs: list[Run] = []
    embedded: list[Embedded] = []
    breaks: list[int] = []
    length = 0
    for block in blocks:
        if not block.runs:
            continue
        if runs:
            runs.append(Run(" "))
            length += 1
            breaks.append(length)
        size = len(block.text)
        embedded += (_shifted(one, length, length + size) for one in block.embedded)
        runs += block.runs
        length += size
    return tuple(runs), tuple(embedded), tuple(breaks)


@dataclass(frozen=True, slots=True)
class Called:
    """How the note of a call is printed, and which it is."""

    label: str
    target: int | None
    """Index into the document's notes."""


def body_of(
    blocks: Sequence[Block], notes: Mapping[str, Called]
) -> tuple[tuple[Paragraph, ...], tuple[Marker, ...], tuple[Finding, ...]]:
    """Blocks as paragraphs with their addresses, their calls as markers; what is wrong with the addresses.

    A call to a note that is not there keeps the label it is printed with; one that prints nothing is dropped.
    """
    paragraphs: list[Paragraph] = []
    markers: list[Marker] = []
    findings: list[Finding] = []
    for index, block in enumerate(blocks):
        links, wrong = read_links(block.runs, block.place, None)
        findings += wrong
        paragraphs.append(
            Paragraph(block.runs, block.place, block.kind, block.level, links, block.anchor)
        )
        text = block.text if block.calls else ""
        ends = sentence_ends(text) if block.calls else ()
        for at, call in block.calls:
            called = notes.get(call.key) or Called(call.label, None)
            if called.label or call.label:
                markers.append(
                    Marker(
                        called.label or call.label, call.place or _at(block.place, at), index, at,
                        sentence_at(text, at, ends), call.anchor, called.target,
                    )
                )  # fmt: skip
    return tuple(paragraphs), tuple(markers), tuple(findings)


def _at(place: Place, offset: int) -> Place:
    """The place of a character of a paragraph, in formats that count these."""
    return replace(place, character=offset + 1) if place.paragraph is not None else place
