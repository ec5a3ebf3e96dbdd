"""Quotations bound to the notes that their markers call, and to the pages and works that those name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cite.model.notes import Marker, Note, NoteRef
from cite.model.quotations import Quotation
from cite.model.references import ReadNote
from cite.steps.quotations.find import quotation_pages


def with_notes(quotations: Iterable[Quotation], notes: Sequence[ReadNote]) -> tuple[Quotation, ...]:
    """Each quotation with the note that its marker calls; without one where the marker calls none."""
    called = {_which(marker): read.note.ref for read in notes for marker in read.note.markers}
    labels = _only_labels([read.note for read in notes])
    return tuple(
        replace(one, note=called.get(_which(one.marker)) or labels.get(one.marker.label))
        if one.marker
        else one
        for one in quotations
    )


def _which(marker: Marker) -> tuple[object, ...]:
    return marker.label, marker.paragraph, marker.offset


def _only_labels(notes: Sequence[Note]) -> Mapping[str, NoteRef]:
    """Labels that one note alone has: enough to know it by."""
    found: dict[str, list[NoteRef]] = {}
    for note in notes:
        found.setdefault(note.label, []).append(note.ref)
    return {label: refs[0] for label, refs in found.items() if len(refs) == 1}


def pinpoints_of(quotation: Quotation, notes: Sequence[ReadNote]) -> frozenset[str]:
    """The pages that the note of a quotation names; none where it cites several works, or no page."""
    read = _note_of(quotation, notes)
    if read is None or len(read.items) != 1:
        return frozenset()
    return quotation_pages(read.items[0].locator)


def beside(quotation: Quotation, notes: Sequence[ReadNote]) -> str:
    """What stands next to a quotation and in its note: where a translation would be owned up to."""
    read = _note_of(quotation, notes)
    return f"{quotation.beside} {read.note.text if read else ''}"


def _note_of(quotation: Quotation, notes: Sequence[ReadNote]) -> ReadNote | None:
    if quotation.note is None:
        return None
    return next((read for read in notes if read.note.id == quotation.note.id), None)
