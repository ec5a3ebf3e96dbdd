"""One part of a Word file, walked in document order: paragraphs, calls to notes, fields, what was changed.

Tracked changes are read as if accepted; comments, headers, footers and tables of contents are no part of
the text. Text nodes are counted as `COUNTED` says, in document order, skipped ones as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from cite.formats.citation_fields import (
    Described,
    read_citation_field,
    read_citation_tag,
)
from cite.model.document import Anchor, ParagraphKind, Span, Style
from cite.model.entries import Entry
from cite.model.findings import Place
from cite.model.notes import Embedded
from cite.readers.docx.fields import Field
from cite.readers.docx.lists import Lists
from cite.readers.docx.names import (
    ALTERNATE,
    CHOICE,
    MATH,
    MATH_TEXT,
    RELATED,
    SPACE,
    VAL,
    number,
    toggle,
    value,
    w,
)
from cite.readers.docx.notes import NoteCall, Numbering
from cite.readers.docx.parts import Relationship
from cite.readers.docx.styles import Look, Styles, list_of, typography
from cite.readers.flow import Block, Call, Line

if TYPE_CHECKING:
    from cite.formats.xml import Element

_PARAGRAPH, _RUN, _TABLE, _TEXT, _CODE = w("p"), w("r"), w("tbl"), w("t"), w("instrText")
_REFERENCES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
COUNTED = (_TEXT, _CODE, *_REFERENCES)
"""What `Anchor.node` counts in a part: texts, codes of fields, and calls to notes, whose stretch is empty."""
_GONE = frozenset(map(w, ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "tblPr")))
_BLANKS = {**dict.fromkeys(map(w, ("tab", "br", "cr", "ptab")), " "), w("noBreakHyphen"): "-"}
_BOX = w("txbxContent")
_CONTENTS = "Table of Contents"
_BIBLIOGRAPHIES = "Bibliographies"
_LONGEST_MARK = 8
_OPEN_BOOKMARKS = 20
"""As many are looked at, latest first, for one that a NOTEREF field may name."""


@dataclass
class Known:
    """What the whole file says, for the walk through one of its parts."""

    path: str
    styles: Styles
    lists: Lists
    sources: Mapping[str, Entry] = field(default_factory=dict)
    """Word's own sources, by tag."""
    bookmarks: Mapping[str, str] = field(default_factory=dict)
    """Codes that Zotero keeps apart, by the bookmark around their text."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the text that is being read is set, and where it leads."""

    paragraph: str
    """Its style."""
    href: str | None = None
    href_anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class _Manner:
    """What kind of paragraph is being set."""

    place: Place
    kind: ParagraphKind
    level: int
    label: str


class Walk:
    """Through one part."""

    def __init__(self, known: Known, part: str, related: Mapping[str, Relationship]) -> None:
        self.known, self.part, self.related = known, part, related
        self.calls: list[NoteCall] = []
        self.sections: list[Numbering] = []
        """How each section that has ended numbers its notes."""
        self.bibliography: list[Block] = []
        self.title = ""
        """The first paragraph in the style for titles."""
        self.bookmarked: dict[str, str] = {}
        """Keys of notes, by the bookmark around their call."""
        self._node = self._paragraphs = self._page = self._lines = 0
        self._line = Line()
        self._manner: _Manner | None = None
        self._boxes: list[Block] = []
        self._fields: list[Field] = []
        self._open: dict[str, tuple[str, int, int]] = {}
        self._listing = self._in_bibliography = self._awaits_mark = False

    def blocks(
        self, element: "Element", kind: ParagraphKind = ParagraphKind.TEXT
    ) -> Iterator[Block]:
        """The paragraphs of an element of the body, of a cell or a note; those in tables are cells."""
        tag = element.tag
        if tag == _PARAGRAPH:
            yield from self._paragraph(element, kind)
        elif tag == w("sectPr"):
            self.sections.append(Numbering.read(element))
        elif tag in _GONE or (
            tag == w("tr") and element.find(f"{w('trPr')}/{w('del')}") is not None
        ):
            self._skip(element)
        elif tag == w("sdt"):
            yield from self._control(element, kind)
        else:
            inside = ParagraphKind.TABLE if tag == _TABLE else kind
            for child in self._chosen(element):
                yield from self.blocks(child, inside)

    def rest(self) -> Iterator[Block]:
        """What is still being set at the end of the text or of a note; fields never closed are closed."""
        if self._manner:
            yield self._set(self._manner)
        self._fields.clear()
        self._open.clear()
        self._awaits_mark = False

    def _control(self, control: "Element", kind: ParagraphKind) -> Iterator[Block]:
        gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
        holds = gallery.get(VAL) if gallery is not None else ""
        if holds == _CONTENTS:
            self._skip(control)
            return
        before, self._listing = self._listing, self._listing or holds == _BIBLIOGRAPHIES
        for child in self._chosen(control):
            yield from self.blocks(child, kind)
        self._listing = before

    def _chosen(self, element: "Element") -> Iterator["Element"]:
        """Its children; of alternatives the first choice, as the fallback says the same once more."""
        for child in element:
            if element.tag == ALTERNATE and child.tag != CHOICE:
                self._skip(child)
            else:
                yield child

    def _skip(self, element: "Element") -> None:
        self._node += sum(1 for _ in element.iter(*COUNTED))

    # Paragraphs

    def _paragraph(self, element: "Element", kind: ParagraphKind) -> Iterator[Block]:
        self._paragraphs += 1
        properties = element.find(w("pPr"))
        style = value(properties, "pStyle") or self.known.styles.usual
        if self._manner is None:
            self._line = Line()
            self._lines += 1
            self._manner = self._manner_of(properties, self.known.styles.look(style), kind)
            self._in_bibliography = self._listing or any(one.lists for one in self._fields)
        self._inline(element, _Setting(style))
        if not _mark_deleted(properties):
            block = self._set(self._manner)
            if not self.title and self.known.styles.look(style).name == "title":
                self.title = block.text
            yield block
        yield from self._boxes
        self._boxes = []
        section = properties.find(w("sectPr")) if properties is not None else None
        if section is not None:
            self.sections.append(Numbering.read(section))

    def _set(self, manner: _Manner) -> Block:
        self._manner = None
        block = self._line.block(manner.place, manner.kind, manner.level, manner.label)
        if self._in_bibliography and block.runs and manner.kind is not ParagraphKind.HEADING:
            self.bibliography.append(block)
        return block

    def _manner_of(self, properties: "Element | None", look: Look, kind: ParagraphKind) -> _Manner:
        place = Place(self.known.path, part=self.part, paragraph=self._paragraphs, character=1)
        listed = list_of(properties) or look.list
        if listed and look.list and not listed[0]:
            listed = (look.list[0], listed[1])
        outline = value(properties, "outlineLvl")
        label = self.known.lists.next_label(*listed) if listed else ""
        if outline and (level := number(outline, 9)) < 9:
            return _Manner(place, ParagraphKind.HEADING, min(level + 1, 6), label)
        if kind is ParagraphKind.TABLE:
            return _Manner(place, kind, 0, label)
        if look.kind is ParagraphKind.TEXT and listed and listed[0] in self.known.lists.levels:
            return _Manner(place, ParagraphKind.LIST_ITEM, listed[1] + 1, label)
        return _Manner(place, look.kind, look.level, label)

    # Within a paragraph

    def _inline(self, element: "Element", setting: _Setting) -> None:
        for child in self._chosen(element):
            tag = child.tag
            if tag == _RUN:
                self._run(child, setting)
            elif tag in _GONE:
                self._skip(child)
            elif tag == w("hyperlink"):
                self._inline(child, self._linked(child, setting))
            elif tag == w("fldSimple"):
                self._simple_field(child, setting)
            elif tag == w("bookmarkStart"):
                name = child.get(w("name"), "")
                self._open[child.get(w("id"), "")] = (name, self._lines, self._line.length)
            elif tag == w("bookmarkEnd"):
                self._bookmark_ends(child.get(w("id"), ""))
            elif tag == MATH:
                self._line.add("".join(text.text or "" for text in child.iter(MATH_TEXT)))
                self._skip(child)
            elif tag == w("sdt"):
                self._inline_control(child, setting)
            else:
                self._inline(child, setting)

    def _linked(self, element: "Element", setting: _Setting) -> _Setting:
        fragment = element.get(w("anchor"), "")
        related = self.related.get(element.get(RELATED, ""))
        if related is None:
            return replace(setting, href=f"#{fragment}", href_anchor=None) if fragment else setting
        href = f"{related.target}#{fragment}" if fragment else related.target
        return replace(setting, href=href, href_anchor=related.anchor)

    def _inline_control(self, control: "Element", setting: _Setting) -> None:
        start = self._line.length
        tag = value(control.find(w("sdtPr")), "tag") or ""
        for child in self._chosen(control):
            if child.tag == w("sdtContent"):
                self._inline(child, setting)
            else:
                self._skip(child)
        if described := read_citation_tag(tag):
            self._describe(described, start)

    def _simple_field(self, element: "Element", setting: _Setting) -> None:
        one = Field([(element.get(w("instr"), ""), None)])
        one.begin_result(self._lines, self._line.length)
        self._fields.append(one)
        self._inline(element, setting)
        self._field_ends()

    def _bookmark_ends(self, id: str) -> None:
        name, line, start = self._open.pop(id, ("", 0, 0))
        if code := self.known.bookmarks.get(name):
            self._field_described(code, line, start)

    def _run(self, run: "Element", setting: _Setting) -> None:
        properties = run.find(w("rPr"))
        style, hidden = self._letters(properties, setting.paragraph)
        if hidden:
            self._skip_shown(run)
            return
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self._text(child, style, setting)
            elif tag in _BLANKS:
                self._page += child.get(w("type")) == "page"
                self._add(_BLANKS[tag], style, setting, None)
            elif tag == _CODE:
                self._code(child)
            elif tag == w("fldChar"):
                self._field(child)
            elif tag in _REFERENCES:
                self._reference(child, _REFERENCES[tag])
            elif tag == w("sym"):
                self._add(_symbol(child.get(w("char"), "")), style, setting, None)
            elif tag == w("lastRenderedPageBreak"):
                self._page += 1
            elif len(child):
                self._boxed(child)

    def _skip_shown(self, run: "Element") -> None:
        """A hidden run: its text is not shown, but the fields it holds begin and end."""
        for child in run:
            if child.tag == w("fldChar"):
                self._field(child)
            elif child.tag == _CODE:
                self._code(child)
            else:
                self._skip(child)

    def _letters(self, properties: "Element | None", paragraph: str) -> tuple[Style, bool]:
        if properties is None:
            return self.known.styles.letters(paragraph, "")
        style, hidden = self.known.styles.letters(paragraph, value(properties, "rStyle") or "")
        on, off, raised = typography(properties)
        style = (style | on) & ~off
        if raised is not None:
            style = style | Style.SUPERSCRIPT if raised else style & ~Style.SUPERSCRIPT
        own = toggle(properties, "vanish")
        return style, hidden if own is None else own

    def _text(self, element: "Element", style: Style, setting: _Setting) -> None:
        text, node = element.text or "", self._node
        self._node += 1
        start = 0
        if element.get(SPACE) != "preserve":
            start = len(text) - len(text.lstrip())
            text = text.strip()
        for blank in "\t\n\r":
            text = text.replace(blank, " ")
        anchor = Anchor(start, start + len(text), self.part, node)
        self._add(text, style, setting, anchor)

    def _add(self, text: str, style: Style, setting: _Setting, anchor: Anchor | None) -> None:
        """Text as it is shown; a mark of the author's own belongs to the call before it."""
        if not all(one.shown for one in self._fields):
            return
        if self._awaits_mark and text.strip() and len(text.strip()) <= _LONGEST_MARK:
            self.calls[-1] = replace(self.calls[-1], mark=text.strip())
            self._awaits_mark = False
            return
        innermost = self._fields[-1] if self._fields else None
        if innermost and innermost.note and Style.SUPERSCRIPT in style and text.strip():
            self._line.call(Call(f"bookmark:{innermost.note}", text.strip(), anchor))
            return
        linking = next((one for one in reversed(self._fields) if one.href is not None), None)
        href, where = (
            (linking.href, linking.href_anchor) if linking else (setting.href, setting.href_anchor)
        )
        self._line.add(text, style, href, anchor, where)

    def _reference(self, element: "Element", form: str) -> None:
        anchor = Anchor(0, 0, self.part, self._node)
        self._node += 1
        call = NoteCall(form, element.get(w("id"), ""), len(self.sections), self._page)
        self.calls.append(call)
        self._line.call(Call(call.key, "", anchor))
        self._awaits_mark = element.get(w("customMarkFollows"), "0") in ("1", "true", "on")
        for name, _, _ in islice(reversed(self._open.values()), _OPEN_BOOKMARKS):
            self.bookmarked.setdefault(name, call.key)

    def _boxed(self, element: "Element") -> None:
        """Text in a box that floats beside the paragraph: paragraphs of its own, after this one."""
        if element.tag == _BOX:
            line, manner, boxes = self._line, self._manner, self._boxes
            self._manner = None
            self._boxes = [*boxes, *self._content(element)]
            self._line, self._manner = line, manner
        elif element.tag in COUNTED:
            self._node += 1
        else:
            for child in self._chosen(element):
                self._boxed(child)

    def _content(self, box: "Element") -> list[Block]:
        found: list[Block] = []
        for child in box:
            self._boxes = []
            found += self.blocks(child)
        manner: _Manner | None = self._manner
        return [*found, self._set(manner)] if manner else found

    # Fields

    def _code(self, element: "Element") -> None:
        text, node = element.text or "", self._node
        self._node += 1
        if self._fields and not self._fields[-1].shown:
            self._fields[-1].code.append((text, Anchor(0, len(text), self.part, node)))

    def _field(self, element: "Element") -> None:
        match element.get(w("fldCharType")):
            case "begin":
                self._fields.append(Field(data=element.findtext(w("fldData")) or ""))
            case "separate" if self._fields:
                self._fields[-1].begin_result(self._lines, self._line.length)
                self._in_bibliography |= self._fields[-1].lists
            case "end" if self._fields:
                self._field_ends()

    def _field_ends(self) -> None:
        one = self._fields.pop()
        if one.shown and all(outer.shown for outer in self._fields):
            self._field_described(one.instruction, one.line, one.start)

    def _field_described(self, code: str, line: int, start: int) -> None:
        if described := read_citation_field(code, self.known.sources):
            self._describe(described, start if line == self._lines else 0)

    def _describe(self, described: Described, start: int) -> None:
        span = Span(start, self._line.length)
        self._line.describe(Embedded(span, described.entries, described.origin, described.locators))


def _mark_deleted(properties: "Element | None") -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on with it."""
    letters = properties.find(w("rPr")) if properties is not None else None
    return letters is not None and (
        letters.find(w("del")) is not None or letters.find(w("moveFrom")) is not None
    )


def _symbol(code: str) -> str:
    """A character of a symbol font, where the letters of that font are those of Unicode."""
    try:
        at = int(code, 16)
    except ValueError:
        return ""
    plain = chr(at & 0xFF) if at & 0xFF00 == 0xF000 else chr(at) if at < 0xD800 else ""
    return plain if plain.isprintable() else ""
