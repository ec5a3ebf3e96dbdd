"""Links of notes with the line and column at which each stands itself."""

from collections.abc import Sequence
from dataclasses import replace

from cite.formats.lines import Lines
from cite.model.document import Link
from cite.model.findings import Place
from cite.model.notes import Document, Note


def placed(notes: Sequence[Note], document: Document) -> tuple[Note, ...]:
    """The notes; those of a format without lines as they are."""
    if not document.source or not any(note.links for note in notes):
        return tuple(notes)
    lines = Lines(document.source)
    return tuple(
        replace(note, links=tuple(_placed(link, note.place, lines) for link in note.links))
        if note.links and note.place.line
        else note
        for note in notes
    )


def _placed(link: Link, place: Place, lines: Lines) -> Link:
    anchor = link.anchor or link.href_anchor
    if anchor is None or anchor.part:
        return link
    line, column = lines.at(anchor.start)
    return replace(link, place=replace(place, line=line, column=column))
