"""XML to trees, hardened. The only module that knows lxml.

No entity is expanded, no DTD loaded, nothing fetched; depth, number of tags and size of texts are bounded
(libxml2's own bounds, which `huge_tree` would lift, and one on tags).
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cite.model.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element = _Element
    """A tag with what stands in it; for annotations alone, so that lxml is loaded only when it is used."""

MOST_TAGS = 6_000_000
"""A tree takes some hundred bytes for each."""


def _settings() -> dict[str, Any]:
    return {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
    }


def parse_xml(content: bytes, part: str = "") -> "Element":
    """The root of a document. A DTD may be named, as JATS does, but is not read.

    Raises InputError, in one line that names `part`, for what is not well-formed, declares entities of its
    own, or is nested or tagged beyond the bounds.
    """
    from lxml import etree

    _bounded(content, part)
    try:
        root = etree.fromstring(content, etree.XMLParser(**_settings()))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _not_read(error, part) from None
    _no_entities(root, part)
    return root


def element(name: str, attributes: Mapping[str, str] | None = None, text: str = "") -> "Element":
    """A new tag, `{namespace}name`."""
    from lxml import etree

    made = etree.Element(name, attrib=dict(attributes or {}))
    made.text = text or None
    return made


def written(root: "Element") -> bytes:
    """A tree as a document in UTF-8, as word processors write theirs."""
    from lxml import etree

    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def children(content: bytes, under: str, part: str = "") -> Iterator["Element"]:
    """Each child of the first element `under` (`{namespace}name`), in order; freed once the next is asked for.

    Raises InputError as `parse_xml` does, but only when it comes to where the fault is.
    """
    from lxml import etree

    _bounded(content, part)
    events = etree.iterparse(BytesIO(content), events=("start", "end"), **_settings())
    parent = None
    try:
        for event, element in events:
            if parent is None:
                if event == "start" and element.getparent() is None:
                    _no_entities(element, part)
                if event == "start" and element.tag == under:
                    parent = element
            elif event == "end" and element is parent:
                return
            elif event == "end" and element.getparent() is parent:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del parent[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _not_read(error, part) from None


def _bounded(content: bytes, part: str) -> None:
    if content.count(b"<") > MOST_TAGS:
        raise InputError(f"{_of(part)}has more than {MOST_TAGS:,} tags")


def _no_entities(root: "Element", part: str) -> None:
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise InputError(f"{_of(part)}declares entities of its own, which are not expanded")


def _not_read(error: Exception, part: str) -> InputError:
    reason = " ".join(str(error).split())[:200]
    if "depth" in reason:
        return InputError(f"{_of(part)}is nested too deeply")
    if "amplification" in reason:
        return InputError(f"{_of(part)}has entities that expand beyond all measure")
    return InputError(f"{_of(part)}is no well-formed XML: {reason}")


def _of(part: str) -> str:
    return f"its part {part} " if part else ""
