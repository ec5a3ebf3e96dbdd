"""OpenDocument texts with their links mended, every change tracked.

The target of a link cannot be tracked by itself, so a link that leads elsewhere is a deleted link and an inserted
one. What Zotero keeps in marks is left alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cite.formats.package import Package, is_zip
from cite.formats.xml import element, parse_xml, written
from cite.menders.odt.marks import end_of_mark
from cite.menders.odt.tracked import Tracking, copy_of
from cite.model.document import Anchor
from cite.model.mending import Change, Mending, Style
from cite.readers.odt.names import q
from cite.steps.mending.phrases import behind
from cite.steps.mending.shown import shows_its_address

if TYPE_CHECKING:
    from cite.formats.xml import Element

_CONTENT = "content.xml"
_HREF, _TYPE = q("xlink:href"), q("xlink:type")
_LINK, _SPAN = q("text:a"), q("text:span")
_WORDS = {_LINK, _SPAN, q("text:s"), q("text:tab"), q("text:line-break")}
"""What a link may hold and be set twice, as deleted and as inserted."""


class Odt:
    """Packed or as one flat file."""

    def mend(self, content: bytes, mending: Mending) -> bytes:
        """The file with tracked changes; every part but the text is as it was."""
        if not mending.changes:
            return content
        package = Package(content) if is_zip(content) else None
        root = parse_xml(
            package.read(_CONTENT) if package else content, _CONTENT if package else ""
        )
        _Writer(root, Tracking(root, mending.made)).write(mending.changes)
        return package.rewritten({_CONTENT: written(root)}) if package else written(root)


@dataclass(slots=True)
class _Slot:
    """A text of the tree: that of an element, or what follows one."""

    element: "Element"
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    @property
    def around(self) -> "Element | None":
        """The element that it stands in."""
        return self.element.getparent() if self.is_tail else self.element

    @property
    def link(self) -> "Element | None":
        """The link that it stands in."""
        around = self.around
        while around is not None and around.tag != _LINK:
            around = around.getparent()
        return around

    def cut(self, start: int, end: int, made: Sequence["Element"]) -> None:
        """Elements instead of a stretch of it; what stood behind the stretch follows the last."""
        text = self.text
        if self.is_tail:
            self.element.tail = text[end:]
            put_behind(self.element, made)
            self.element.tail = text[:start]
        else:
            made[-1].tail = (made[-1].tail or "") + text[end:]
            self.element.text = text[:start]
            for at, one in enumerate(made):
                self.element.insert(at, one)


def put_behind(last: "Element", made: Sequence["Element"]) -> None:
    """Elements right behind another, before the text that follows it."""
    tail, last.tail = last.tail, None
    parent = last.getparent()
    assert parent is not None
    at = parent.index(last) + 1
    for offset, one in enumerate(made):
        parent.insert(at + offset, one)
    made[-1].tail = (made[-1].tail or "") + (tail or "") or None


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


@dataclass(slots=True)
class _Writer:
    """Writes changes into a tree, the last first."""

    root: "Element"
    tracking: Tracking
    slots: list[_Slot] = field(init=False)
    targets: list["Element"] = field(init=False)
    """What `Anchor.node` counts where it is of an attribute: elements that lead somewhere."""

    def __post_init__(self) -> None:
        self.slots = list(_slots(self.root))
        self.targets = [one for one in self.root.iter() if _HREF in one.attrib]

    def write(self, changes: Sequence[Change]) -> None:
        """Words in no link as they come; of each link its target and its words together."""
        replaced: dict[int, tuple[Element, list[Change]]] = {}
        ordered = sorted(changes, key=_where, reverse=True)
        for change in ordered:
            link = self._link(change)
            if link is not None and change.style is not Style.APPEND:
                replaced.setdefault(id(link), (link, []))[1].append(change)
        for change in ordered:
            link = self._link(change)
            if change.style is Style.APPEND:
                self._append(change, link)
            elif link is None:
                self._replace(change)
            elif together := replaced.pop(id(link), None):
                self._lead_elsewhere(*together)

    def _link(self, change: Change) -> "Element | None":
        """The link of the file that a change is about."""
        target = change.link.href_anchor
        if target is not None and target.attribute:
            return self.targets[target.node or 0]
        stretch = _stretch(change)
        return self.slots[stretch[0].node or 0].link if stretch else None

    def _replace(self, change: Change) -> None:
        """Words deleted piece by piece, and others inserted with the first piece."""
        for at, one in reversed(list(enumerate(_stretch(change)))):
            slot = self.slots[one.node or 0]
            gone = self.tracking.deleted(slot.text[one.start : one.end], slot.around)
            come = self.tracking.inserted(change.new) if at == 0 else []
            slot.cut(one.start, one.end, [gone, *come])

    def _lead_elsewhere(self, link: "Element", changes: Sequence[Change]) -> None:
        """A link deleted, and one inserted that leads to the new address, or shows it."""
        leads = next((one for one in changes if one.link.href is not None), None)
        shows = next((one for one in changes if shows_its_address(one.link)), None)
        if any(one.tag not in _WORDS for one in link.iter()):
            if leads:
                link.set(_HREF, leads.new)
            return
        made = _showing(link, shows.new) if shows else copy_of(link)
        if leads:
            made.set(_HREF, leads.new)
        come = self.tracking.inserted(made)
        put_behind(link, come)
        around = link.getparent()
        assert around is not None
        start = come[0]
        around.remove(link)
        start.addprevious(self.tracking.deleted(link, around))

    def _append(self, change: Change, link: "Element | None") -> None:
        """Where the copy is, behind the link or the words."""
        phrase = behind(change)
        if link is not None:
            copy = element(_LINK, {_TYPE: "simple", _HREF: change.new}, change.new)
            made = self.tracking.inserted(f"{phrase.before} ", copy, phrase.after)
            mark = end_of_mark(link)
            put_behind(link if mark is None else mark, made)
        elif stretch := _stretch(change):
            slot = self.slots[stretch[-1].node or 0]
            made = self.tracking.inserted(f"{phrase.before} {change.new}{phrase.after}")
            mark = end_of_mark(slot.element)
            if mark is None:
                slot.cut(stretch[-1].end, stretch[-1].end, made)
            else:
                put_behind(mark, made)


def _showing(link: "Element", words: str) -> "Element":
    """A link with other words, in the typography of its first ones."""
    made = element(_LINK, {str(name): str(value) for name, value in link.items()})
    span = next(iter(link), None)
    if not link.text and span is not None and span.tag == _SPAN:
        made.append(element(_SPAN, {str(k): str(v) for k, v in span.items()}, words))
    else:
        made.text = words
    return made
