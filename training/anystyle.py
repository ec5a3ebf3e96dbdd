"""AnyStyle's labelled references (BSD-2-Clause): one element a field, words and punctuation inside it."""

from pathlib import Path

from lxml import etree

from cite.model.document import Run
from training.gold import (
    GoldCitation,
    GoldDocument,
    GoldNote,
    Labelled,
    Segment,
    fields_of,
    monographs_settled,
    split_volume,
    trimmed,
    type_of,
)

_LABELS = {
    "author": "author", "editor": "editor", "translator": "translator", "title": "title", "journal": "journal",
    "container-title": "booktitle", "collection-title": "series", "edition": "edition", "date": "date",
    "pages": "pages", "publisher": "publisher", "location": "address", "genre": "genre", "url": "url",
    "doi": "doi", "isbn": "id", "citation-number": "label", "note": "note", "medium": "note", "source": "journal",
    "director": "note", "producer": "note",
}  # fmt: skip
_BLOCK = 20
"""Neighbours are often of one bibliography, so they are held apart together."""


def documents(path: Path) -> list[GoldDocument]:
    """The references in blocks; every fifth block is held apart."""
    sequences = list(etree.parse(str(path)).getroot())
    blocks = [sequences[at : at + _BLOCK] for at in range(0, len(sequences), _BLOCK)]
    return [
        GoldDocument(
            "anystyle-core",
            f"block {number}",
            tuple(_note(str(n), sequence) for n, sequence in enumerate(block, 1)),
            held=number % 5 == 4,
        )
        for number, block in enumerate(blocks)
    ]


def _note(label: str, sequence: etree._Element) -> GoldNote:
    labelled = Labelled()
    for element in sequence:
        text = " ".join((element.text or "").split())
        if labelled.text and text:
            labelled.add(" ")
        start = len(labelled.text)
        if element.tag == "volume":
            labelled.add(text)
            labelled.segments += split_volume(labelled.text, start, len(labelled.text))
        else:
            labelled.add(text, _LABELS[str(element.tag)])
    return entry(label, labelled)


def entry(label: str, labelled: Labelled) -> GoldNote:
    """A note that is one entry of a bibliography."""
    segments = [
        trimmed(labelled.text, segment) for segment in monographs_settled(labelled.segments)
    ]
    kept = tuple(segment for segment in segments if segment.end > segment.start)
    return GoldNote(label, (Run(labelled.text),), kept, (citation(labelled.text, kept),))


def citation(text: str, segments: tuple[Segment, ...]) -> GoldCitation:
    """The citation that some segments of a text make up."""
    start = min((segment.start for segment in segments), default=0)
    return GoldCitation(start, fields_of(text, segments), type_of(text, segments))
