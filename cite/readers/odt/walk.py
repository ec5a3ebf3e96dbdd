"""The text of an OpenDocument, walked in order: paragraphs, notes where they are called, citations, links.

Deleted text stands apart from the body in this format, so what is read is what changes leave when accepted;
comments and tables of contents are no part of the text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cite.formats.citation_fields import is_bibliography, read_citation_field
from cite.formats.csl_json import described
from cite.formats.traced import Traced
from cite.model.document import Anchor, ParagraphKind, Span, Style
from cite.model.findings import Place
from cite.model.notes import Embedded
from cite.readers.flow import Block, Call, Line, folded
from cite.readers.odt.names import q
from cite.readers.odt.styles import Styles, numeral

if TYPE_CHECKING:
    from cite.formats.xml import Element

_PARAGRAPH, _HEADING, _SPAN, _LINK, _NOTE = (
    q(f"text:{name}") for name in ("p", "h", "span", "a", "note")
)
_HREF = q("xlink:href")
_LEFT_OUT = frozenset(
    map(
        q,
        (
            "text:tracked-changes", "office:annotation", "text:table-of-content", "text:alphabetical-index",
            "text:illustration-index", "text:table-index", "text:user-index", "text:object-index",
            "text:hidden-text", "text:ruby-text", "office:forms", "text:sequence-decls", "text:user-field-decls",
            "text:variable-decls", "draw:object", "draw:object-ole", "text:index-title-template",
            "text:bibliography-source",
        ),
    )
)  # fmt: skip
_BLOCKS = frozenset(
    map(q, ("text:list", "table:table", "text:section", "draw:text-box", "text:bibliography"))
)
_CODE = re.compile(r"\s*(?:ADDIN\s+)?(?:ZOTERO_(?:ITEM|BIBL)|CSL_CITATION)\b")
_KINDS_OF_MARKS = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "conference": "paper-conference",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference", "journal": "article-journal",
    "mastersthesis": "thesis", "phdthesis": "thesis", "techreport": "report", "unpublished": "manuscript",
    "www": "webpage",
}  # fmt: skip
_VARIABLES_OF_MARKS = (
    ("title", "title"), ("container-title", "journal"), ("container-title", "booktitle"), ("volume", "volume"),
    ("issue", "number"), ("page", "pages"), ("publisher", "publisher"), ("publisher", "institution"),
    ("publisher-place", "address"), ("URL", "url"), ("ISBN", "isbn"), ("edition", "edition"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WalkedNote:
    """A note, where it is called."""

    key: str
    endnote: bool
    label: str
    """As the file says that it is printed; else nothing."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What text is set in."""

    style: Style = Style.PLAIN
    href: str | None = None
    href_anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class _Around:
    """What a paragraph stands in."""

    kind: ParagraphKind = ParagraphKind.TEXT
    depth: int = 0
    """How many lists."""
    list_style: str = ""
    bibliography: bool = False


class Walk:
    """Through one part."""

    def __init__(self, path: str, part: str, styles: Styles, codes: Mapping[str, str]) -> None:
        self.path, self.part, self.styles, self.codes = path, part, styles, codes
        self.notes: list[WalkedNote] = []
        self.bibliography: list[Block] = []
        self.title = ""
        self._node = self._href = self._paragraphs = 0
        self._line = Line()
        self._blank = True
        self._label = ""
        self._later: list[Block] = []
        self._open: dict[str, tuple[int, int]] = {}
        self._lines = self._current = 0

    def count(self, element: "Element") -> None:
        """Count an element whose children are walked by themselves."""
        self._node += bool(element.text)
        self._href += _HREF in element.attrib

    def count_tail(self, element: "Element") -> None:
        """Count what follows an element that was passed over."""
        self._node += bool(element.tail)

    def pass_over(self, element: "Element") -> None:
        """Count what stands in an element that is left out: places are counted over the whole part."""
        for one in element.iter():
            self._node += bool(one.text)
            self._href += _HREF in one.attrib
            if one is not element:
                self._node += bool(one.tail)

    def blocks(self, element: "Element", around: _Around = _Around()) -> Iterator[Block]:
        """The paragraphs of an element of the body, in order."""
        if element.tag in _LEFT_OUT:
            self.pass_over(element)
            return
        if element.tag in (_PARAGRAPH, _HEADING):
            yield from self._paragraph(element, around)
            return
        inside = self._inside(element, around)
        self.count(element)
        count = self.styles.start(inside.list_style, inside.depth) - 1
        for child in element:
            if child.tag == q("text:list-item"):
                value = child.get(q("text:start-value"), "")
                count = int(value) if value.isdigit() and len(value) < 7 else count + 1
                self._label = self.styles.label(inside.list_style, inside.depth, count)
            yield from self.blocks(child, inside)
            self.count_tail(child)

    def _inside(self, element: "Element", around: _Around) -> _Around:
        tag = element.tag
        if tag == q("text:list"):
            style = element.get(q("text:style-name")) or around.list_style
            return replace(
                around, kind=ParagraphKind.LIST_ITEM, depth=around.depth + 1, list_style=style
            )
        if tag == q("table:table"):
            return replace(around, kind=ParagraphKind.TABLE)
        if tag == q("text:bibliography"):
            return replace(around, bibliography=True)
        if tag == q("text:section") and is_bibliography(element.get(q("text:name"), "")):
            return replace(around, bibliography=True)
        return around

    def _paragraph(self, element: "Element", around: _Around) -> Iterator[Block]:
        self._paragraphs += 1
        self._lines += 1
        place = Place(self.path, part=self.part, paragraph=self._paragraphs, character=1)
        outer, later, blank, current = self._line, self._later, self._blank, self._current
        self._current = self._lines
        label, self._label = self._label, ""
        self._line, self._later, self._blank = Line(), [], True
        name = element.get(q("text:style-name"), "")
        style, _ = self.styles.letters("paragraph", name, Style.PLAIN)
        self._inline(element, _State(style))
        kind, level = self._kind(element, name, around)
        block = self._line.block(place, kind, level, label)
        found = [block, *self._later]
        self._line, self._later, self._blank, self._current = outer, later, blank, current
        if around.bibliography and block.runs and kind is not ParagraphKind.HEADING:
            self.bibliography.append(block)
        if not self.title and self.styles.is_title(name):
            self.title = block.text
        yield from found

    def _kind(self, element: "Element", name: str, around: _Around) -> tuple[ParagraphKind, int]:
        if element.tag == _HEADING:
            level = element.get(q("text:outline-level"), "1")
            return ParagraphKind.HEADING, min(
                int(level), 6
            ) if level.isdigit() and level != "0" else 1
        if around.kind is ParagraphKind.LIST_ITEM:
            return around.kind, around.depth
        return (around.kind, 0) if around.kind is ParagraphKind.TABLE else self.styles.kind(name)

    # Within a paragraph

    def _inline(self, element: "Element", state: _State) -> None:
        self._text(element.text, state)
        for child in element:
            self._element(child, state)
            self._text(child.tail, state)

    def _element(self, child: "Element", state: _State) -> None:
        tag = child.tag
        if tag == _SPAN:
            style, hidden = self.styles.letters(
                "text", child.get(q("text:style-name"), ""), state.style
            )
            if hidden:
                self.pass_over(child)
            else:
                self._inline(child, replace(state, style=style))
        elif tag == _LINK:
            href = child.get(_HREF, "").strip()
            anchor = Anchor(0, len(child.get(_HREF, "")), self.part, self._href, "xlink:href")
            self._href += _HREF in child.attrib
            self._inline(
                child, replace(state, href=href or None, href_anchor=anchor if href else None)
            )
        elif tag == _NOTE:
            self._note(child)
        elif tag in (q("text:s"), q("text:tab"), q("text:line-break")):
            self._add(" ", state, None)
        elif tag == q("text:reference-mark-start") or tag == q("text:bookmark-start"):
            self._open[child.get(q("text:name"), "")] = (self._current, self._line.length)
        elif tag == q("text:reference-mark-end") or tag == q("text:bookmark-end"):
            self._mark_ends(child.get(q("text:name"), ""))
        elif tag == q("text:bibliography-mark"):
            self._bibliography_mark(child, state)
        elif tag in _LEFT_OUT:
            self.pass_over(child)
        elif tag in _BLOCKS or tag == _PARAGRAPH:
            self._later += self.blocks(child)
        else:
            self._href += _HREF in child.attrib
            self._inline(child, state)

    def _text(self, words: str | None, state: _State) -> None:
        if not words:
            return
        node, self._node = self._node, self._node + 1
        traced: Traced | None = Traced(words)
        if self._blank:
            bare = words.lstrip(" \t\n\r\f")
            traced = Traced(bare, (0,), (len(words) - len(bare),))
            words = bare
        words, traced = folded(words, traced)
        if not words or traced is None:
            return
        anchor = Anchor(traced.origin(0), traced.ends_at(len(words)), self.part, node)
        self._add(words, state, anchor, traced.pieces(0, len(words)))

    def _add(
        self,
        words: str,
        state: _State,
        anchor: Anchor | None,
        pieces: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self._blank = words[-1] == " " and anchor is not None
        self._line.add(words, state.style, state.href, anchor, state.href_anchor, pieces)

    def _note(self, element: "Element") -> None:
        key = f"note:{len(self.notes)}"
        anchor = Anchor(0, 0, self.part, self._node)
        endnote = element.get(q("text:note-class")) == "endnote"
        self._node += bool(element.text)
        label, blocks = "", []
        at = len(self.notes)
        self.notes.append(WalkedNote(key, endnote, "", ()))
        self._line.call(Call(key, "", anchor))
        self._blank = False
        for child in element:
            if child.tag == q("text:note-citation"):
                label = child.get(q("text:label")) or "".join(map(str, child.itertext()))
                self.pass_over(child)
            elif child.tag == q("text:note-body"):
                blocks = list(self.blocks(child))
            else:
                self.pass_over(child)
            self.count_tail(child)
        self.notes[at] = WalkedNote(key, endnote, " ".join(label.split()), tuple(blocks))

    def _mark_ends(self, name: str) -> None:
        line, start = self._open.pop(name, (0, 0))
        code = self.codes.get(name, name)
        if _CODE.match(code) and (found := read_citation_field(code, {})):
            span = Span(start if line == self._current else 0, self._line.length)
            self._line.describe(Embedded(span, found.entries, found.origin, found.locators))

    def _bibliography_mark(self, element: "Element", state: _State) -> None:
        """A citation of LibreOffice's own, which carries its work in attributes."""
        start = self._line.length
        self._inline(element, state)
        told = {
            variable: text
            for variable, name in reversed(_VARIABLES_OF_MARKS)
            if (text := element.get(q(f"text:{name}"), "").strip())
        }
        kind = _KINDS_OF_MARKS.get(element.get(q("text:bibliography-type"), ""), "document")
        authors = [
            {"literal": name.strip()} for name in element.get(q("text:author"), "").split(";")
        ]
        year = element.get(q("text:year"), "")
        issued = {"date-parts": [[year]]} if year.isdigit() else {}
        entry = described({"type": kind, **told, "author": authors, "issued": issued})
        if entry and told:
            span = Span(start, self._line.length)
            self._line.describe(Embedded(span, (entry,), "LibreOffice"))


def label_of(note: WalkedNote, count: int) -> str:
    """The label of a note: as the file has it, else as both kinds are usually printed."""
    return note.label or numeral(count, "i" if note.endnote else "1")
