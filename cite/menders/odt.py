"""OpenDocument texts with their links mended: addresses in words and as targets, everything else as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cite.formats.package import Package, is_zip
from cite.formats.xml import parse_xml, written
from cite.model.document import Anchor
from cite.model.mending import Change, Mending, Style
from cite.readers.odt.names import q
from cite.steps.mending.phrases import behind
from cite.steps.mending.shown import shows_its_address

if TYPE_CHECKING:
    from cite.formats.xml import Element

_CONTENT = "content.xml"
_HREF = q("xlink:href")


class Odt:
    """Packed or as one flat file."""

    def mend(self, content: bytes, mending: Mending) -> bytes:
        """The file with the changes made; every part but the text is as it was."""
        if not mending.changes:
            return content
        package = Package(content) if is_zip(content) else None
        root = parse_xml(
            package.read(_CONTENT) if package else content, _CONTENT if package else ""
        )
        slots = list(_slots(root))
        links = [one for one in root.iter() if _HREF in one.attrib]
        for change in sorted(mending.changes, key=_where, reverse=True):
            _write(change, slots, links)
        return package.rewritten({_CONTENT: written(root)}) if package else written(root)


@dataclass(slots=True)
class _Slot:
    """A text of the tree: that of an element, or what follows one."""

    element: "Element"
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def put(self, start: int, end: int, words: str) -> None:
        """Other words for a stretch of it."""
        made = self.text[:start] + words + self.text[end:]
        if self.is_tail:
            self.element.tail = made
        else:
            self.element.text = made

    @property
    def link(self) -> "Element | None":
        """The link that it stands in."""
        around = self.element.getparent() if self.is_tail else self.element
        while around is not None and around.tag != q("text:a"):
            around = around.getparent()
        return around


def _slots(element: "Element") -> Iterator[_Slot]:
    """What `Anchor.node` counts: texts and tails that are not empty, in the order of the part."""
    if element.text:
        yield _Slot(element, False)
    for child in element:
        yield from _slots(child)
        if child.tail:
            yield _Slot(child, True)


def _stretch(change: Change) -> Sequence[Anchor]:
    return (change.link.anchor,) if change.link.anchor else change.link.pieces


def _where(change: Change) -> tuple[int, int]:
    """Later first, so that what stands before keeps its place."""
    stretch = _stretch(change)
    return (stretch[0].node or 0, stretch[0].start) if stretch else (-1, 0)


def _write(change: Change, slots: Sequence[_Slot], links: Sequence["Element"]) -> None:
    stretch = _stretch(change)
    if change.style is Style.APPEND and stretch:
        last = stretch[-1]
        _append(change, slots[last.node or 0], last.end)
        return
    target = change.link.href_anchor
    if target is not None and target.attribute:
        links[target.node or 0].set(_HREF, change.new)
    if shows_its_address(change.link):
        for at, one in reversed(list(enumerate(stretch))):
            slots[one.node or 0].put(one.start, one.end, change.new if at == 0 else "")


def _append(change: Change, slot: _Slot, end: int) -> None:
    """Where the copy is, behind the link or the words."""
    phrase = behind(change)
    words = f"{phrase.before} {change.new}{phrase.after}"
    link = slot.link
    if link is None:
        slot.put(end, end, words)
    else:
        link.tail = words + (link.tail or "")
