"""A document as lines that a person can compare."""

from collections.abc import Iterator

from cite.model.document import Link
from cite.model.entries import FieldValue, Name
from cite.model.notes import Document, Note
from cite.steps.reading.find_notes import find_notes


def shown(document: Document) -> str:
    """What was read, line by line: about, markers, notes, entries, body."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    about = document.about
    yield f"{document.format} | {about.title} | {about.date} | {about.language}"
    notes = find_notes(document).notes
    bound = {marker.place: note.label for note in notes for marker in note.markers}
    for marker in document.markers:
        target = document.notes[marker.target].label if marker.target is not None else bound.get(marker.place)  # fmt: skip
        yield f"marker {marker.label} -> {target} | {marker.sentence}"
    for note in document.notes:
        uncalled = "" if note.called else ", called by nothing"
        yield f"note {note.label} {note.form}{uncalled} | {_flat(note.text)}"
        yield from _of_note(note)
    for note in document.bibliography:
        yield f"entry {note.label} | {_flat(note.text)}"
        yield from _of_note(note)
    for paragraph in document.body:
        level = f" {paragraph.level}" if paragraph.level else ""
        yield f"{paragraph.kind}{level} | {_flat(paragraph.text)}"
        yield from map(_link, paragraph.links)


def _of_note(note: Note) -> Iterator[str]:
    yield from map(_link, note.links)
    for described in note.embedded:
        for entry in described.entries:
            fields = " ".join(f"{name}={_value(value)}" for name, value in entry.fields.items())
            yield f"  = {entry.entry_type} {fields}"


def _link(link: Link) -> str:
    return f"  {link.url}"


def _value(value: FieldValue) -> str:
    return "; ".join(map(_name, value)) if isinstance(value, tuple) else str(value)


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    return ", ".join(
        filter(None, (" ".join(filter(None, (name.particle, name.family))), name.given))
    )


def _flat(text: str) -> str:
    return text.replace("\n", " / ")
