"""Books: their pages in the order of the spine, with notes that stand in files of their own.

Anchors are offsets into the decoded page that `part` names, as those of pages of the web are.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from cite.formats.package import Package, is_zip
from cite.formats.xml import parse_xml
from cite.model.entries import PartialDate, possible_date
from cite.model.errors import InputError
from cite.model.notes import About, Document
from cite.readers.html.page import Page
from cite.readers.html.reader import page_source, read_pages

if TYPE_CHECKING:
    from cite.formats.xml import Element

_MIMETYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_ROOTFILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_CIPHER = "{http://www.w3.org/2001/04/xmlenc#}CipherReference"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


class Epub:
    """Books in EPUB 2 and 3."""

    name = "epub"

    def recognises(self, path: str, content: bytes) -> bool:
        """An archive that says so of itself, or holds what only books hold."""
        return is_zip(content) and (_MIMETYPE in content[:200] or _CONTAINER.encode() in content)

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, calls and notes of all pages, in the order of reading. Raises InputError."""
        package = Package(content)
        opf = _opf(package)
        root = parse_xml(package.read(opf), opf)
        pages = [
            Page.read(part, page_source(package.read(part))[0])
            for part in _spine(package, opf, root)
        ]
        if not pages:
            raise InputError("has no pages in its spine")
        document = Document(path, "", format=Epub.name, about=_about(root))
        read = read_pages(document, pages, with_lines=False)
        return replace(read, numbered_by_hand=False)  # paragraphs are counted page by page


def _opf(package: Package) -> str:
    """The part that lists all others."""
    if _CONTAINER in package:
        for one in parse_xml(package.read(_CONTAINER), _CONTAINER).iter(_ROOTFILE):
            if (part := unquote(str(one.get("full-path", "")))) in package:
                return part
    part = next((name for name in package.names if name.endswith(".opf")), "")
    if not part:
        raise InputError("has no list of its parts, so it is no EPUB book")
    return part


def _spine(package: Package, opf: str, root: "Element") -> Iterator[str]:
    """The pages in the order of reading, the table of contents left out. Raises InputError for one that is locked."""
    folder = posixpath.dirname(opf)
    locked = _locked(package)
    items = {str(one.get("id")): one for one in root.iter(f"{_OPF}item")}
    met: set[str] = set()
    for one in root.iter(f"{_OPF}itemref"):
        item = items.get(str(one.get("idref")))
        if item is None or "nav" in str(item.get("properties", "")).split():
            continue
        part = posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href", "")))))
        if part in met or part not in package or item.get("media-type") not in _PAGES:
            continue
        if part in locked:
            raise InputError("is encrypted; cite reads books without a lock")
        met.add(part)
        yield part


def _locked(package: Package) -> frozenset[str]:
    """Parts that are encrypted; fonts often are, and are not needed."""
    if _ENCRYPTION not in package:
        return frozenset()
    root = parse_xml(package.read(_ENCRYPTION), _ENCRYPTION)
    return frozenset(unquote(str(one.get("URI", ""))) for one in root.iter(_CIPHER))


def _about(root: "Element") -> About:
    title = " ".join((root.findtext(f".//{_DC}title") or "").split())[:500]
    language = (root.findtext(f".//{_DC}language") or "").strip()
    return About(title, _date(root.findtext(f".//{_DC}date") or ""), language)


def _date(text: str) -> PartialDate | None:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text.strip())
    numbers = [int(part) for part in found.groups() if part] if found else []
    return possible_date(*numbers) if numbers else None
