"""Works that came described with the file, honoured before what their text was read as."""

from collections.abc import Sequence
from dataclasses import replace

from cite.model.document import Span
from cite.model.entries import Entry
from cite.model.notes import Embedded
from cite.model.references import Citation, Item, NoteKind, ReadNote

_FROM_THE_TEXT = ("url", "urldate", "doi")
"""What descriptions often leave out and the text beside them has."""


def take_embedded(read: ReadNote) -> ReadNote:
    """The note with each work as its description has it, at its place; what else it says stays as it was read."""
    if not read.note.embedded:
        return read
    items: list[Item] = list(read.items)
    for described in read.note.embedded:
        at_its_place = [item for item in items if _overlap(item.span, described.span)]
        items = [item for item in items if item not in at_its_place]
        items += _citations(described, at_its_place)
    guessed = any(isinstance(item, Citation) and item in read.items for item in items)
    items.sort(key=lambda item: item.span.start)
    findings = read.findings if guessed else ()
    return replace(read, items=tuple(items), kind=_kind(read.kind, items), findings=findings)


def _citations(described: Embedded, parsed: Sequence[Item]) -> list[Citation]:
    locators = described.locators or ("",) * len(described.entries)
    alone = len(described.entries) == 1 and len(parsed) == 1
    found = []
    for entry, locator in zip(described.entries, locators, strict=True):
        like = parsed[0] if alone else None
        read_entry = like.entry if isinstance(like, Citation) else None
        found.append(
            Citation(
                _completed(entry, read_entry),
                described.span,
                like.signal if like else "",
                locator or (like.locator if like else ""),
                like.trailing if like else "",
            )
        )
    return found


def _completed(entry: Entry, read: Entry | None) -> Entry:
    """With the address and date of access that only the text has."""
    told = read.fields if read else {}
    missing = {
        name: told[name] for name in _FROM_THE_TEXT if name in told and name not in entry.fields
    }
    return replace(entry, fields={**entry.fields, **missing}) if missing else entry


def _kind(kind: NoteKind, items: Sequence[Item]) -> NoteKind:
    """A note that cites a work is no mere commentary, whatever its words looked like."""
    if kind is NoteKind.CROSS_REFERENCE and all(isinstance(item, Citation) for item in items):
        return NoteKind.CITATION
    return NoteKind.CITATION if kind is NoteKind.COMMENTARY and items else kind


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
