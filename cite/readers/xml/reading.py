"""A tree of XML walked once, from its first tag to its last: paragraphs, notes and what calls them.

What each tag means is a table of the notation (jats.py, tei.py); what is done about it stands here. Text
nodes are counted as they come, so that each run knows where it stood: `Anchor.node` counts the texts and
tails of tags that are not empty, in the order of the document, from 0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from html import unescape
from typing import TYPE_CHECKING, Any, ClassVar

from cite.model.document import Anchor, Paragraph, ParagraphKind, Run, Style, plain
from cite.model.findings import Finding, Place
from cite.model.notes import About, Document, Embedded, Marker, Note, NoteForm
from cite.readers.markdown.labels import label_number
from cite.readers.prose import Call, Prose, merged
from cite.steps.reading.read_links import read_links
from cite.steps.reading.sentences import sentence_at, sentence_ends

if TYPE_CHECKING:
    from cite.formats.xml import Element


class Means(Enum):
    """What is done about a tag."""

    WORDS = auto()
    """Its words are part of what stands around it."""
    BLOCK = auto()
    """Its words are a paragraph."""
    SECTION = auto()
    """Paragraphs; headings in it are a level deeper."""
    NOTHING = auto()
    """It is left out."""
    BLANK = auto()
    """A break of a line."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the tags around a text make of it."""

    style: Style = Style.PLAIN
    href: str | None = None
    level: int = 0
    """Of the section."""
    kind: ParagraphKind = ParagraphKind.TEXT
    depth: int = 0
    """Of lists and quotations."""


@dataclass(slots=True)
class OpenNote:
    """A note whose words are being gathered."""

    prose: Prose
    id: str
    label: str
    form: NoteForm
    run: int | None
    standing_apart: bool
    """Whether it stands in no paragraph, so that only what points at it can call it."""
    called: bool = True
    embedded: tuple[Embedded, ...] = ()


def head_of(content: bytes) -> bytes:
    """The beginning of what may be XML, in single bytes; nothing where it does not begin with a tag."""
    head = content[:65536].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head if head.startswith(b"<") else b""


def local(element: "Element") -> str:
    """The name of a tag without its namespace; nothing for an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def squeezed(text: str) -> str:
    """With single blanks."""
    return " ".join(text.split())


def words(element: "Element | None") -> str:
    """All text in a tag, with single blanks."""
    return "" if element is None else squeezed("".join(map(str, element.itertext())))


def line_of(element: "Element") -> int | None:
    """The line on which a tag begins, from 1."""
    line: Any = element.sourceline
    return line or None


_ID = "{http://www.w3.org/XML/1998/namespace}id"


def id_of(element: "Element") -> str:
    """The name by which others point at a tag."""
    return element.get("id") or element.get(_ID) or ""


class TreeReading:
    """One pass over one tree."""

    MEANINGS: ClassVar[Mapping[str, Means]]
    STYLES: ClassVar[Mapping[str, Style]]
    KINDS: ClassVar[Mapping[str, ParagraphKind]]
    format: ClassVar[str]

    def __init__(self, path: str, root: "Element") -> None:
        self.path = path
        self.root = root
        self.node = 0
        self.paragraph = 0
        self.flow = Prose()
        self.open: OpenNote | None = None
        self.body: list[Paragraph] = []
        self.calls: list[tuple[int, Call, str]] = []
        """With the paragraph each stands in, and its sentence."""
        self.notes: list[OpenNote] = []
        self.entries: list[OpenNote] = []
        self.findings: list[Finding] = []
        self.labelled = False
        """Whether any note has a label of its own."""

    def document(self) -> Document:
        """Everything in the tree."""
        self.walk(self.root, Around())
        self.close()
        self.labelled = any(one.label for one in self.notes)
        labels = self._labels()
        notes = tuple(self._note(one, label) for one, label in zip(self.notes, labels, strict=True))
        by_id = {one.id: index for index, one in reversed(list(enumerate(self.notes))) if one.id}
        markers = tuple(self._marker(*call, by_id, labels) for call in self.calls)
        entries = tuple(
            self._note(one, one.label or str(number)) for number, one in enumerate(self.entries, 1)
        )
        return Document(
            self.path, "", tuple(self.body), markers, notes, tuple(self.findings),
            self.labelled or not self.notes,
            self.format, self.about(), entries,
        )  # fmt: skip

    def about(self) -> About:
        """What the document says of itself."""
        raise NotImplementedError

    def means(self, element: "Element", name: str) -> Means:
        """What is done about a tag."""
        return self.MEANINGS.get(name, Means.WORDS)

    def special(self, element: "Element", name: str, around: Around) -> bool:
        """Notes, markers, entries: whether a tag was taken care of by the notation itself."""
        raise NotImplementedError

    def href(self, element: "Element", name: str) -> str | None:
        """The address that a tag leads to."""
        raise NotImplementedError

    def style(self, element: "Element", name: str) -> Style:
        """The typography of a tag."""
        return self.STYLES.get(name, Style.PLAIN)

    # The walk

    def walk(self, element: "Element", around: Around) -> None:
        """A tag and all that stands in it; what follows it is its parent's."""
        name = local(element)
        if not name:
            self.text(_entity(element), around, counted=False)
            return
        if self.special(element, name, around):
            return
        match self.means(element, name):
            case Means.NOTHING:
                self.skip(element)
            case Means.BLANK:
                self.text(" ", around, counted=False)
                self.inside(element, around)
            case Means.WORDS:
                self.inside(element, self._within(element, name, around))
            case Means.BLOCK:
                self._block(element, name, around)
            case Means.SECTION:
                self._section(element, around)

    def inside(self, element: "Element", around: Around) -> None:
        """The words and tags in a tag."""
        if element.text:
            self.text(element.text, around)
        for child in element:
            self.walk(child, around)
            if child.tail:
                self.text(child.tail, around)

    def text(self, text: str, around: Around, counted: bool = True) -> None:
        """Words, which go wherever words go at the moment."""
        prose = self.open.prose if self.open else self.flow
        at = Anchor(0, 0, node=self.node) if counted else None
        prose.add(text, around.style, around.href, at)
        self.node += counted

    def skip(self, element: "Element") -> None:
        """A tag left out: only its texts are counted."""
        for one in element.iter():
            self.node += bool(one.text and isinstance(one.tag, str))
            self.node += bool(one.tail and one is not element)

    def _within(self, element: "Element", name: str, around: Around) -> Around:
        style = around.style | self.style(element, name)
        href = self.href(element, name) or around.href
        if style == around.style and href == around.href:
            return around
        return replace(around, style=style, href=href)

    def _block(self, element: "Element", name: str, around: Around) -> None:
        kind = self.KINDS.get(name, around.kind)
        nested = kind in (ParagraphKind.LIST_ITEM, ParagraphKind.QUOTATION)
        depth = around.depth + (nested and name in self.KINDS)
        inner = replace(around, kind=kind, depth=depth)
        self.begin(element, inner)
        self.inside(element, self._within(element, name, inner))
        self.begin(element, around)

    def _section(self, element: "Element", around: Around) -> None:
        self.close()
        self.inside(element, replace(around, level=around.level + 1))
        self.close()

    def begin(self, element: "Element", around: Around) -> None:
        """A new paragraph, of the body or of a note."""
        if self.open:
            self.open.prose.part()
            return
        self.close()
        level = around.depth
        if around.kind is ParagraphKind.HEADING:
            level = min(6, max(1, around.level))
        elif around.kind not in (ParagraphKind.LIST_ITEM, ParagraphKind.QUOTATION):
            level = 0
        self.flow = Prose(around.kind, level, line_of(element))

    def close(self) -> None:
        """The paragraph of the body is at its end."""
        if self.open:
            self.open.prose.part()
            return
        prose, self.flow = self.flow, Prose()
        runs = prose.finished()
        if not runs and not prose.calls:
            return
        place = self.place(prose.line)
        text = plain(runs)
        links, findings = read_links(runs, place, None)
        self.findings += findings
        ends = sentence_ends(text) if prose.calls else ()
        for call in prose.calls:
            at = min(call.offset, len(text))
            self.calls.append((len(self.body), call, sentence_at(text, at, ends)))
        self.body.append(Paragraph(merged(runs), place, prose.kind, prose.level, links))

    def place(self, line: int | None, offset: int = 0) -> Place:
        """Of what begins the next paragraph."""
        self.paragraph += 1
        return Place(self.path, line, paragraph=self.paragraph, character=offset + 1)

    # Notes and what calls them

    def take_note(
        self, element: "Element", note: OpenNote, around: Around, into: list[OpenNote]
    ) -> None:
        """A note's words, gathered apart from those around it."""
        outer, self.open = self.open, note
        note.prose.line = line_of(element)
        into.append(note)
        self.inside(element, replace(around, kind=ParagraphKind.TEXT, style=Style.PLAIN, href=None))
        self.open = outer

    def call(self, element: "Element", label: str, target: str) -> None:
        """A marker, here."""
        if self.open:
            return
        anchor = Anchor(0, 0, node=self.node)
        self.flow.calls.append(Call(label, target, self.flow.length, line_of(element), anchor))

    @property
    def in_paragraph(self) -> bool:
        """Whether words of the body stand before this, in its paragraph."""
        return self.open is None and self.flow.length > 0

    def _labels(self) -> list[str]:
        """Of each note: its own, else that of the first marker that names it, else which one it is."""
        called: dict[str, str] = {}
        for _, call, _ in self.calls:
            if call.target and call.label:
                called.setdefault(call.target, call.label)
        return [
            one.label or called.get(one.id, "") or str(number)
            for number, one in enumerate(self.notes, 1)
        ]

    def _note(self, note: OpenNote, label: str) -> Note:
        runs = note.prose.finished()
        place = self.place(note.prose.line)
        links, findings = read_links(runs, place, label)
        self.findings += findings
        return Note(
            label, merged(runs), plain(runs), place, links, label_number(label),
            form=note.form, run=self._run(note), embedded=_embedded(note, runs), called=note.called,
        )  # fmt: skip

    def _run(self, note: OpenNote) -> int | None:
        """Its chapter; notes that are numbered here, for want of a label, are in no sequence with others."""
        if note.label or not self.labelled:
            return note.run
        return -1 - (note.run or 0)

    def _marker(
        self,
        paragraph: int,
        call: Call,
        sentence: str,
        by_id: Mapping[str, int],
        labels: Sequence[str],
    ) -> Marker:
        index = by_id.get(call.target)
        label = labels[index] if index is not None else call.label
        home = self.body[paragraph].place
        place = replace(home, line=call.line or home.line, character=call.offset + 1)
        return Marker(label, place, paragraph, call.offset, sentence, call.anchor, index)


def _embedded(note: OpenNote, runs: Sequence[Run]) -> tuple[Embedded, ...]:
    """Those that are to span the whole of a note get its length now."""
    size = len(plain(runs))
    return tuple(
        replace(one, span=replace(one.span, end=min(one.span.end, size)))
        for one in note.embedded
        if one.span.start < size
    )


def _entity(element: "Element") -> str:
    """What an entity stands for that HTML knows, as JATS files take for granted; else nothing."""
    text = element.text or ""
    meant = unescape(text)
    return "" if meant == text else meant


def first(elements: Iterable["Element"]) -> "Element | None":
    """The first, if there is one."""
    return next(iter(elements), None)
