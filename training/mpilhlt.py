"""Footnotes of German law journals (mpilhlt, BSD-2-Clause): several works a note, signals, pointers to other notes."""

import re
from pathlib import Path

from lxml import etree

from cite.model.document import Run
from cite.model.entries import Name
from training.gold import (
    GoldCitation,
    GoldCrossReference,
    GoldDocument,
    GoldNote,
    Labelled,
    Segment,
    fields_of,
    monographs_settled,
    trimmed,
    type_of,
)

_NS = "{http://www.tei-c.org/ns/1.0}"
_LABELS = {
    "author": "author", "editor": "editor", "date": "date", "publisher": "publisher", "pubPlace": "address",
    "orgName": "publisher", "edition": "edition", "idno": "id", "citedRange": "locator", "ref": "xref",
}  # fmt: skip
_TITLES = {"a": "title", "j": "journal", "m": "monograph", "s": "series"}
_SCOPES = {"volume": "volume", "page": "pages", "issue": "number"}
_NOTES = {"signal": "signal", "comment": "comment", "document-type": "note"}


def documents(folder: Path) -> list[GoldDocument]:
    """One document an article, all held apart: others score on them too."""
    return [_document(path) for path in sorted(folder.glob("mpilhlt-*.xml"))]


def _document(path: Path) -> GoldDocument:
    notes: list[GoldNote] = []
    for instance in etree.parse(str(path)).getroot().iter("{*}instance"):
        raw = re.sub(r"^\d+\s+", "", " ".join((instance.findtext("{*}input") or "").split()))
        note = instance.find(f".//{_NS}note")
        if note is not None and raw:
            notes.append(_note(note.get("n") or str(len(notes) + 1), raw, note))
    return GoldDocument("mpilhlt", path.stem, tuple(notes), held=True)


def _note(label: str, raw: str, note: etree._Element) -> GoldNote:
    """The elements of a note laid over the text as printed: the markup's own white space means nothing."""
    labelled = Labelled(raw)
    items: list[GoldCitation | GoldCrossReference] = []
    at = 0
    for child in note:
        kind = etree.QName(child).localname
        if kind == "bibl":
            before = len(labelled.segments)
            at = _lay(child, "", labelled, at)
            labelled.segments[before:] = [
                trimmed(raw, segment) for segment in monographs_settled(labelled.segments[before:])
            ]
            segments = tuple(labelled.segments[before:])
            items.append(_item(raw, child, segments))
        elif kind == "note":
            at = _lay(child, _NOTES.get(child.get("type") or "", "comment"), labelled, at)
    segments = tuple(trimmed(raw, segment) for segment in labelled.segments)
    return GoldNote(label, (Run(raw),), tuple(s for s in segments if s.end > s.start), tuple(items))


def _lay(element: etree._Element, label: str, labelled: Labelled, at: int) -> int:
    at = _place(element.text, label, labelled, at)
    for child in element:
        if isinstance(child.tag, str):
            at = _lay(child, label or _label(child), labelled, at)
        at = _place(child.tail, label, labelled, at)
    return at


def _place(text: str | None, label: str, labelled: Labelled, at: int) -> int:
    words = (text or "").split()
    if not words:
        return at
    pattern = r"\s*".join(re.escape(word) for word in words)
    match = re.compile(pattern).search(labelled.text, at)
    if match is None or match.start() - at > 200:
        return at
    last = labelled.segments[-1] if labelled.segments else None
    if label:
        if last and last.label == label and not labelled.text[last.end : match.start()].strip():
            labelled.segments[-1] = Segment(label, last.start, match.end())
        else:
            labelled.segments.append(Segment(label, *match.span()))
    return match.end()


def _label(element: etree._Element) -> str:
    name = etree.QName(element).localname
    if name == "title":
        return _TITLES.get(element.get("level") or "", "title")
    if name == "biblScope":
        return _SCOPES.get(element.get("unit") or "", "other")
    return _LABELS.get(name, "")


def _item(
    raw: str, bibl: etree._Element, segments: tuple[Segment, ...]
) -> GoldCitation | GoldCrossReference:
    start = min((segment.start for segment in segments), default=0)
    ref = bibl.find(f"{_NS}ref")
    if ref is not None:
        note = next((r.get("n") for r in bibl.iter(f"{_NS}ref") if r.get("n")), None)
        return GoldCrossReference(start, note)
    fields = fields_of(raw, segments)
    for role in ("author", "editor"):
        if names := tuple(_name(person) for person in bibl.findall(f"{_NS}{role}")):
            fields[role] = names
    locators = [raw[s.start : s.end] for s in segments if s.label == "locator"]
    return GoldCitation(start, fields, type_of(raw, segments), "; ".join(locators))


def _name(element: etree._Element) -> Name:
    given = " ".join(_words(f) for f in element.iter(f"{_NS}forename"))
    family = " ".join(_words(s) for s in element.iter(f"{_NS}surname"))
    words = _words(element)
    return Name(family, given) if family and given else Name(literal=family or words)


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
