"""What styles of OpenDocument say: typography, kinds of paragraph, numbers of lists."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cite.model.document import ParagraphKind, Style
from cite.model.notes import int_to_roman
from cite.readers.odt.names import q

if TYPE_CHECKING:
    from cite.formats.xml import Element

_CHAIN = 20
"""Styles are built on styles; more than so many on one another are a loop."""
_KINDS = (
    (re.compile(r"quot|block ?text|zitat", re.IGNORECASE), ParagraphKind.QUOTATION),
    (re.compile(r"^(?:caption|illustration|table|figure|drawing)$|caption", re.IGNORECASE), ParagraphKind.CAPTION),
    (re.compile(r"preformatted|source.?code|^code\b", re.IGNORECASE), ParagraphKind.CODE),
)  # fmt: skip
_TITLE = re.compile(r"(?:sub)?title$", re.IGNORECASE)
_CODE = re.compile(r"source.?text|teletype|verbatim|inline.?code", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    parent: str
    on: Style
    off: Style
    outline: int
    hidden: bool


@dataclass
class Styles:
    """The styles of a document, those it made by itself as well."""

    _named: dict[tuple[str, str], _Named] = field(default_factory=dict)
    _lists: dict[str, dict[int, tuple[str, str, str, int]]] = field(default_factory=dict)

    @classmethod
    def read(cls, roots: Iterable["Element"]) -> "Styles":
        """The styles that some parts define."""
        styles = cls()
        for root in roots:
            for one in root.iter(q("style:style")):
                key = (one.get(q("style:family"), ""), one.get(q("style:name"), ""))
                styles._named[key] = _read(one)
            for one in root.iter(q("text:list-style")):
                levels = one.iterfind(q("text:list-level-style-number"))
                styles._lists[one.get(q("style:name"), "")] = dict(map(_level, levels))
        return styles

    def letters(self, family: str, name: str, outer: Style) -> tuple[Style, bool]:
        """The typography of text in a style within another typography, and whether it is hidden."""
        said, style, hidden = Style.PLAIN, outer, False
        for one in self._chain(family, name):
            style = (style | (one.on & ~said)) & ~(one.off & ~said)
            said |= one.on | one.off
            hidden = hidden or one.hidden
            if family == "text" and _CODE.search(one.name):
                style |= Style.CODE
        return style, hidden

    def kind(self, name: str) -> tuple[ParagraphKind, int]:
        """What a paragraph in a style is, and its level."""
        for one in self._chain("paragraph", name):
            if one.outline or _TITLE.fullmatch(one.name):
                return ParagraphKind.HEADING, min(one.outline or 1, 6)
            for pattern, kind in _KINDS:
                if pattern.search(one.name):
                    return kind, 1 if kind is ParagraphKind.QUOTATION else 0
        return ParagraphKind.TEXT, 0

    def is_title(self, name: str) -> bool:
        """Whether a style is the one for the title of the document."""
        return any(one.name == "Title" for one in self._chain("paragraph", name))

    def label(self, list_style: str, level: int, count: int) -> str:
        """What a list prints before an item; nothing for bullets."""
        prefix, notation, suffix, _ = self._lists.get(list_style, {}).get(level, ("", "", "", 1))
        return f"{prefix}{numeral(count, notation)}{suffix}" if notation else ""

    def start(self, list_style: str, level: int) -> int:
        """With which number a list begins."""
        return self._lists.get(list_style, {}).get(level, ("", "", "", 1))[3]

    def _chain(self, family: str, name: str) -> list[_Named]:
        chain: list[_Named] = []
        while (named := self._named.get((family, name))) and len(chain) < _CHAIN:
            chain.append(named)
            name = named.parent
        return chain


def _read(style: "Element") -> _Named:
    on = off = Style.PLAIN
    letters = style.find(q("style:text-properties"))
    hidden = False
    if letters is not None:
        for told, wanted, one in (
            (letters.get(q("fo:font-style")), ("italic", "oblique"), Style.ITALIC),
            (letters.get(q("fo:font-weight")), ("bold", "600", "700", "800", "900"), Style.BOLD),
            (letters.get(q("fo:font-variant")), ("small-caps",), Style.SMALL_CAPS),
        ):
            on |= one if told in wanted else Style.PLAIN
            off |= one if told and told not in wanted else Style.PLAIN
        if position := letters.get(q("style:text-position")):
            raised = bool(re.match(r"super|[1-9]", position))
            on |= Style.SUPERSCRIPT if raised else Style.PLAIN
            off |= Style.PLAIN if raised else Style.SUPERSCRIPT
        hidden = letters.get(q("text:display")) == "none"
    name = style.get(q("style:display-name")) or style.get(q("style:name"), "").replace("_20_", " ")
    outline = style.get(q("style:default-outline-level"), "")
    parent = style.get(q("style:parent-style-name"), "")
    return _Named(name, parent, on, off, int(outline) if outline.isdigit() else 0, hidden)


def _level(level: "Element") -> tuple[int, tuple[str, str, str, int]]:
    def whole(name: str) -> int:
        text = level.get(q(name), "1")
        return int(text) if text.isdigit() and len(text) < 7 else 1

    told = (
        level.get(q("style:num-prefix"), ""),
        level.get(q("style:num-format"), ""),
        level.get(q("style:num-suffix"), ""),
    )
    return whole("text:level"), (*told, whole("text:start-value"))


def numeral(count: int, notation: str) -> str:
    """A number in one of the notations of `style:num-format`."""
    if notation in ("i", "I") and 0 < count < 4000:
        return int_to_roman(count) if notation == "i" else int_to_roman(count).upper()
    if notation in ("a", "A") and count > 0:
        return chr(ord(notation) + (count - 1) % 26) * ((count - 1) // 26 + 1)
    return str(count)
