"""Marks between which a reference manager prints, and will print again: nothing is put between them."""

from typing import TYPE_CHECKING

from cite.readers.odt.names import q

if TYPE_CHECKING:
    from cite.formats.xml import Element

_STARTS = (q("text:reference-mark-start"), q("text:bookmark-start"))
_ENDS = (q("text:reference-mark-end"), q("text:bookmark-end"))
_PARAGRAPHS = (q("text:p"), q("text:h"))
_NAME = q("text:name")
_OF_ZOTERO = "ZOTERO"


def end_of_mark(node: "Element") -> "Element | None":
    """Where the mark ends that is open at an element, or right behind it; None outside of marks."""
    opened: set[str] = set()
    passed = False
    for one in _paragraph_of(node).iter():
        name = str(one.get(_NAME, ""))
        if one.tag in _STARTS and not passed and _OF_ZOTERO in name.upper():
            opened.add(name)
        elif one.tag in _ENDS and name in opened:
            if passed:
                return one
            opened.remove(name)
        passed = passed or one is node
    return None


def _paragraph_of(node: "Element") -> "Element":
    return next(node.iterancestors(*_PARAGRAPHS), node)
