"""GROBID's citation corpus (annotations CC BY 4.0): TEI, one `bibl` a reference, punctuation between elements."""

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from lxml import etree

from training.anystyle import entry
from training.gold import GoldDocument, GoldNote, Labelled

_SCOPES = {
    "pp": "pages", "page": "pages", "vol": "volume", "volume": "volume", "issue": "number", "chapter": "other",
}  # fmt: skip
_PARSER = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)


def documents(path: Path) -> list[GoldDocument]:
    """One document a file; a fifth of the files, by the hash of their names, is held apart."""
    found = []
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            stream = archive.extractfile(member) if member.name.endswith(".xml") else None
            if stream is None:
                continue
            tree = etree.fromstring(stream.read(), _PARSER)
            notes = tuple(_notes(tree))
            name = member.name.rpartition("/")[2]
            held = crc32(name.encode()) % 5 == 0
            found.append(GoldDocument("grobid", name, notes, held))
    return [document for document in found if document.notes]


def _notes(tree: etree._Element) -> Iterator[GoldNote]:
    for number, bibl in enumerate(tree.iter("{*}bibl", "bibl"), 1):
        labelled = Labelled()
        _walk(bibl, "", labelled)
        if len(labelled.segments) >= 2:
            yield entry(str(number), labelled)


def _walk(element: etree._Element, label: str, labelled: Labelled) -> None:
    """The text of an element in order; a label inside another takes over."""
    _add(element.text, label, labelled)
    for child in element:
        if isinstance(child.tag, str):
            _walk(child, _label(child) or label, labelled)
        _add(child.tail, label, labelled)


def _add(text: str | None, label: str, labelled: Labelled) -> None:
    words = re.sub(r"\s+", " ", text or "")
    if labelled.text.endswith(" ") or not labelled.text:
        words = words.lstrip()
    labelled.add(words, label)


def _label(element: etree._Element) -> str:
    name = etree.QName(element).localname
    kind = (element.get("level") or element.get("type") or element.get("unit") or "").lower()
    match name:
        case "author" | "editor" | "date" | "publisher":
            return name
        case "title":
            return {"a": "title", "j": "journal", "s": "series"}.get(kind, "monograph")
        case "biblScope":
            return _SCOPES.get(kind, "other")
        case "pubPlace":
            return "address"
        case "orgName":
            return "author" if kind == "collaboration" else "institution"
        case "idno":
            return "doi" if kind == "doi" else "id"
        case "ptr":
            return "url"
        case "note":
            return "genre" if kind == "report" else "note"
    return ""
