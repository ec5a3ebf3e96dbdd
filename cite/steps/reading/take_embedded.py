"""Works that came described with the file, honoured before what their text was read as; where the two disagree."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cite.model.document import Span
from cite.model.entries import Entry
from cite.model.findings import Finding, Level
from cite.model.notes import Embedded, Note, NoteForm
from cite.model.references import Citation, CrossReference, Item, NoteKind, ReadNote
from cite.recognisers.text.folding import fold

_FROM_THE_TEXT = ("url", "urldate", "doi")
"""What descriptions often leave out and the text beside them has."""
_COMPARED = ("year", "volume", "number", "pages", "doi")
"""Fields of which text and description should say the same."""
_POINTS_BACK = frozenset(("ibid", "id", "op-cit", "loc-cit", "supra"))
"""Forms of cross references that stay what they are, though the file knows the work: readers see them."""
_SURE = 0.5


def take_embedded(read: ReadNote) -> ReadNote:
    """The note with each work as its description has it, at its place; what else it says stays as it was read."""
    if not read.note.embedded:
        return read
    items: list[Item] = list(read.items)
    differing: list[Finding] = []
    for described in read.note.embedded:
        at_its_place = [item for item in items if _overlap(item.span, described.span)]
        items = [item for item in items if item not in at_its_place]
        items += _items(read.note, described, at_its_place)
        differing += _differing(read.note, described, at_its_place)
    guessed = any(isinstance(item, Citation) and item in read.items for item in items)
    items.sort(key=lambda item: item.span.start)
    findings = (*(read.findings if guessed else ()), *differing)
    return replace(read, items=tuple(items), kind=_kind(read.kind, items), findings=findings)


def _items(note: Note, described: Embedded, parsed: Sequence[Item]) -> list[Item]:
    locators = described.locators or ("",) * len(described.entries)
    paired = len(described.entries) == len(parsed)
    found: list[Item] = []
    for number, (entry, locator) in enumerate(zip(described.entries, locators, strict=True)):
        like = parsed[number] if paired else None
        if isinstance(like, CrossReference) and _stays(note, like):
            found.append(like)
            continue
        read_entry = like.entry if isinstance(like, Citation) else None
        found.append(
            Citation(
                _completed(entry, read_entry),
                like.span if like and len(parsed) > 1 else described.span,
                like.signal if like else "",
                locator or (like.locator if like else ""),
                like.trailing if like else "",
            )
        )
    return found


def _stays(note: Note, item: CrossReference) -> bool:
    return note.form is not NoteForm.ENTRY and item.form in _POINTS_BACK


def _completed(entry: Entry, read: Entry | None) -> Entry:
    """With the address and date of access that only the text has."""
    told = read.fields if read else {}
    missing = {
        name: told[name] for name in _FROM_THE_TEXT if name in told and name not in entry.fields
    }
    return replace(entry, fields={**entry.fields, **missing}) if missing else entry


def _differing(note: Note, described: Embedded, parsed: Sequence[Item]) -> Iterator[Finding]:
    """Where the text of a full citation says otherwise than the description of its work."""
    if len(described.entries) != len(parsed):
        return
    for entry, item in zip(described.entries, parsed, strict=True):
        if not isinstance(item, Citation) or not _is_full(item, entry):
            continue
        text = note.text[item.span.start : item.span.end]
        told = [
            f"{name} {item.entry.fields[name]}, not {entry.fields[name]}"
            for name in _COMPARED
            if _differs(name, entry, item.entry, text)
        ]
        if told:
            origin = described.origin or "that came with the file"
            message = (
                f"Note {note.label} says {'; '.join(told)} as the description of {origin} has it."
            )
            yield Finding("description-differs", Level.WARNING, message, note.place, note.label)


def _is_full(item: Citation, entry: Entry) -> bool:
    """Whether the text cites the work by its title: then what else it says is of the same work."""
    read, known = (fold(str(one.fields.get("title", ""))) for one in (item.entry, entry))
    return bool(read) and (read in known or known in read) and bool(known)


def _differs(name: str, entry: Entry, read: Entry, text: str) -> bool:
    """Whether both have a field, they say different things, and the text has nowhere what the description says."""
    known, said = entry.fields.get(name), read.fields.get(name)
    if known is None or said is None or isinstance(known, tuple) or isinstance(said, tuple):
        return False
    if read.confidence.get(name, 1.0) < _SURE:
        return False
    wanted, found = _bare(name, known), _bare(name, said)
    return wanted != found and bool(wanted) and bool(found) and wanted not in _bare(name, text)


def _bare(name: str, value: str | int) -> str:
    """What counts in a value: of pages, the first."""
    bare = str(value).lower().translate(_DASHES)
    return bare.partition("-")[0].strip() if name == "pages" and len(bare) < 40 else bare.strip()


_DASHES = str.maketrans("–—‐‑−", "-----")


def _kind(kind: NoteKind, items: Sequence[Item]) -> NoteKind:
    """A note that cites a work is no mere commentary, whatever its words looked like."""
    if kind is NoteKind.CROSS_REFERENCE and all(isinstance(item, Citation) for item in items):
        return NoteKind.CITATION
    return NoteKind.CITATION if kind is NoteKind.COMMENTARY and items else kind


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
