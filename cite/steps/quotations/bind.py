"""Quotations bound to the notes that their markers call, and to the pages and works that those name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cite.model.notes import Marker, Note, NoteId, NoteRef
from cite.model.quotations import Quotation
from cite.model.references import ReadNote, Reference
from cite.steps.quotations.find import quotation_pages


def with_notes(quotations: Iterable[Quotation], notes: Sequence[ReadNote]) -> tuple[Quotation, ...]:
    """Each quotation with what the note that its marker calls says of it; as it is where it calls none."""
    called = {_which(marker): read.note.ref for read in notes for marker in read.note.markers}
    labels = _only_labels([read.note for read in notes])
    by_id = {read.note.id: read for read in notes}
    found = []
    for one in quotations:
        note = one.marker and (called.get(_which(one.marker)) or labels.get(one.marker.label))
        found.append(_told(one, note, by_id[note.id]) if note else one)
    return tuple(found)


def _which(marker: Marker) -> tuple[object, ...]:
    return marker.label, marker.paragraph, marker.offset


def _only_labels(notes: Sequence[Note]) -> Mapping[str, NoteRef]:
    """Labels that one note alone has: enough to know it by."""
    found: dict[str, list[NoteRef]] = {}
    for note in notes:
        found.setdefault(note.label, []).append(note.ref)
    return {label: refs[0] for label, refs in found.items() if len(refs) == 1}


def _told(quotation: Quotation, note: NoteRef, read: ReadNote) -> Quotation:
    """A quotation with its note: pages, the note's own words, whether it is the note's only work."""
    alone = len(read.items) == 1
    return replace(
        quotation,
        note=note,
        pinpoints=quotation_pages(read.items[0].locator) if alone else frozenset(),
        beside=f"{quotation.beside} {read.note.text}",
        shared=not alone,
    )


def quoted_from(
    references: Iterable[Reference], quotations: Sequence[Quotation]
) -> tuple[Reference, ...]:
    """References with what is quoted from them: by the notes that cite them."""
    by_note: dict[NoteId, list[Quotation]] = {}
    for one in quotations:
        if one.note:
            by_note.setdefault(one.note.id, []).append(one)
    return tuple(
        replace(
            reference,
            quotations=tuple(one for note in reference.notes for one in by_note.get(note.id, ())),
        )
        for reference in references
    )
