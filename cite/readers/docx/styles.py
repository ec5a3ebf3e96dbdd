"""What styles say of paragraphs and of letters: headings, quotations, italics that no run repeats."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cite.model.document import ParagraphKind, Style
from cite.readers.docx.names import VAL, number, toggle, value, w

if TYPE_CHECKING:
    from cite.formats.xml import Element

_TOGGLES = (("i", Style.ITALIC), ("b", Style.BOLD), ("smallCaps", Style.SMALL_CAPS))
_CHAIN = 20
"""Styles are built on styles; more than so many on one another are a loop."""
_HEADING = re.compile(r"heading (\d)$|(?:title|subtitle)$")
_KINDS = (
    (re.compile(r"quot|block ?text|zitat|citation|epigraph"), ParagraphKind.QUOTATION),
    (re.compile(r"caption|beschriftung"), ParagraphKind.CAPTION),
    (re.compile(r"source ?code|preformatted|^code\b|verbatim"), ParagraphKind.CODE),
)
_CODE = re.compile(r"html code|verbatim|source text|inline code")
NOTES_NUMBER = re.compile(r"(?:foot|end)note (?:reference|anchor|characters|symbol)")
"""Names of the styles that raise a call to a note."""


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    based_on: str
    on: Style
    off: Style
    raised: bool | None
    hidden: bool | None
    outline: int | None
    list: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph style makes of its paragraphs."""

    kind: ParagraphKind
    level: int
    list: tuple[str, int] | None
    """Numbering and level of a list, where the style has one."""
    name: str


@dataclass
class Styles:
    """The styles of a document."""

    root: "Element | None" = None
    _looks: dict[str, Look] = field(default_factory=dict)
    _letters: dict[tuple[str, str], tuple[Style, bool]] = field(default_factory=dict)

    @cached_property
    def _named(self) -> dict[str, _Named]:
        found = self.root.iterfind(w("style")) if self.root is not None else ()
        return {one.get(w("styleId"), ""): _read(one) for one in found}

    @cached_property
    def usual(self) -> str:
        """The style of a paragraph that names none."""
        found = self.root.iterfind(w("style")) if self.root is not None else ()
        usual = (
            one.get(w("styleId"), "")
            for one in found
            if one.get(w("type")) == "paragraph" and one.get(w("default")) in ("1", "true", "on")
        )
        return next(usual, "")

    @cached_property
    def language(self) -> str:
        """That of the document, as declared for its text."""
        found = (
            self.root.find(f"{w('docDefaults')}//{w('lang')}") if self.root is not None else None
        )
        return (found.get(VAL) or "") if found is not None else ""

    def look(self, style: str) -> Look:
        """What a paragraph style makes of its paragraphs."""
        if style not in self._looks:
            self._looks[style] = self._look(style)
        return self._looks[style]

    def letters(self, paragraph: str, character: str) -> tuple[Style, bool]:
        """The typography that two styles give together, and whether it hides the text.

        What both switch on is off again: italics within italics are roman (17.7.3).
        """
        key = (paragraph, character)
        if key not in self._letters:
            above, within = self._resolved(paragraph), self._resolved(character)
            on = above[0] ^ within[0]
            raised = within[1] if within[1] is not None else bool(above[1])
            on |= Style.SUPERSCRIPT if raised else Style.PLAIN
            if any(_CODE.search(one.name) for one in self._chain(character)):
                on |= Style.CODE
            self._letters[key] = (on, bool(above[2] if within[2] is None else within[2]))
        return self._letters[key]

    def _chain(self, style: str) -> list[_Named]:
        chain: list[_Named] = []
        while (named := self._named.get(style)) and len(chain) < _CHAIN:
            chain.append(named)
            style = named.based_on
        return chain

    def _resolved(self, style: str) -> tuple[Style, bool | None, bool | None]:
        on, said = Style.PLAIN, Style.PLAIN
        raised: bool | None = None
        hidden: bool | None = None
        for named in self._chain(style):
            on |= named.on & ~said
            said |= named.on | named.off
            raised = named.raised if raised is None else raised
            hidden = named.hidden if hidden is None else hidden
        return on, raised, hidden

    def _look(self, style: str) -> Look:
        chain = self._chain(style)
        listed = next((one.list for one in chain if one.list), None)
        name = chain[0].name if chain else style.lower()
        outline = next((one.outline for one in chain if one.outline is not None), None)
        if outline is not None and outline < 9:
            return Look(ParagraphKind.HEADING, min(outline + 1, 6), listed, name)
        for named in (*chain, _Named(name, "", Style.PLAIN, Style.PLAIN, None, None, None, None)):
            if heading := _HEADING.match(named.name):
                return Look(ParagraphKind.HEADING, min(int(heading[1] or 1), 6), listed, name)
            for pattern, kind in _KINDS:
                if pattern.search(named.name):
                    return Look(kind, 1 if kind is ParagraphKind.QUOTATION else 0, listed, name)
        return Look(ParagraphKind.TEXT, 0, listed, name)


def _read(style: "Element") -> _Named:
    letters, paragraph = style.find(w("rPr")), style.find(w("pPr"))
    on, off, raised = typography(letters)
    outline = value(paragraph, "outlineLvl")
    return _Named(
        name=(value(style, "name") or "").lower(),
        based_on=value(style, "basedOn") or "",
        on=on,
        off=off,
        raised=raised,
        hidden=toggle(letters, "vanish") if letters is not None else None,
        outline=number(outline, 9) if outline else None,
        list=list_of(paragraph),
    )


def typography(letters: "Element | None") -> tuple[Style, Style, bool | None]:
    """What properties of letters switch on, what off, and whether they raise."""
    on = off = Style.PLAIN
    if letters is None:
        return on, off, None
    for name, style in _TOGGLES:
        state = toggle(letters, name)
        on |= style if state else Style.PLAIN
        off |= style if state is False else Style.PLAIN
    aligned = value(letters, "vertAlign")
    return on, off, None if aligned is None else aligned == "superscript"


def list_of(paragraph: "Element | None") -> tuple[str, int] | None:
    """Numbering and level that properties of a paragraph give it; None where they give none."""
    listed = paragraph.find(w("numPr")) if paragraph is not None else None
    if listed is None:
        return None
    return value(listed, "numId") or "", number(value(listed, "ilvl"), 0)
