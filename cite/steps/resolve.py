"""Cross references followed to the work they mean, in one pass in reading order, each with its reason.

A form that fits two works is left open and said; a guess would be believed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cite.model.findings import Finding, Level, Place
from cite.model.notes import roman_to_int
from cite.model.references import (
    Citation,
    CrossReference,
    Entry,
    Item,
    Name,
    NoteKind,
    ReadDocument,
    ReadNote,
)
from cite.steps.key_entries import fold, key_for, known_key, nearly_same_work, same_work


@dataclass(frozen=True, slots=True)
class _Cited:
    """A work already met, and the note that gave it in full."""

    entry: Entry
    label: str


@dataclass(slots=True)
class _Reading:
    """What a reader remembers at some point of the notes."""

    path: str
    known: Mapping[str, Entry]
    works: dict[str, _Cited] = field(default_factory=dict)
    by_note: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys cited in each note, cross references resolved."""
    last_note: str | None = None
    findings: list[Finding] = field(default_factory=list)

    def find(self, code: str, level: Level, message: str, note: ReadNote) -> None:
        place = Place(self.path, note.note.line, 1)
        self.findings.append(Finding(code, level, message, place, note.note.label))


def resolve(
    path: str, read: Sequence[ReadNote], known: Mapping[str, Entry] | None = None
) -> ReadDocument:
    """All notes of a document with keys given and cross references followed.

    `known` holds entries published before, by key: the same work keeps its key.
    """
    reading = _Reading(path, known or {})
    notes: list[ReadNote] = []
    for note in read:
        items: list[Item] = []
        for item in note.items:
            items.append(_item(reading, note, item, items))
        keys = tuple(key for item in items if (key := _key(item)))
        reading.by_note[note.note.label] = keys
        if items:
            reading.last_note = note.note.label
        place = Place(path, note.note.line, 1)
        own = tuple(replace(finding, place=finding.place or place) for finding in note.findings)
        notes.append(replace(note, items=tuple(items), kind=_kind(note, items), findings=own))
    findings = [finding for note in notes for finding in note.findings] + reading.findings
    findings.sort(key=lambda finding: (finding.place.line or 0) if finding.place else 0)
    return ReadDocument(path, tuple(notes), tuple(findings))


def _key(item: Item) -> str | None:
    return item.entry.key if isinstance(item, Citation) else item.key


def _kind(note: ReadNote, items: Sequence[Item]) -> NoteKind:
    """A citation found to be a short form makes the note a cross reference."""
    if note.kind in (NoteKind.COMMENTARY, NoteKind.MIXED):
        return note.kind
    kinds = {type(item) for item in items}
    if len(kinds) > 1:
        return NoteKind.MIXED
    return NoteKind.CITATION if Citation in kinds else NoteKind.CROSS_REFERENCE


def _item(reading: _Reading, note: ReadNote, item: Item, earlier: Sequence[Item]) -> Item:
    if isinstance(item, CrossReference):
        return _follow(reading, note, item, earlier)
    if (short := _as_short_form(reading, item)) is not None:
        return _follow(reading, note, short, earlier)
    return replace(item, entry=_keyed(reading, note, item.entry))


def _keyed(reading: _Reading, note: ReadNote, entry: Entry) -> Entry:
    """The entry under its key: that of the same work met before, or published before, or a new one."""
    for key, cited in reading.works.items():
        if same_work(entry, cited.entry):
            return replace(entry, key=key)
    for key, cited in reading.works.items():
        if nearly_same_work(entry, cited.entry):
            reading.find(
                "near-duplicate", Level.WARNING,
                f"Notes {cited.label} and {note.note.label} cite almost the same work ({key}); is it one?", note,
            )  # fmt: skip
    key = known_key(entry, reading.known) or key_for(entry, {*reading.works, *reading.known})
    keyed = replace(entry, key=key)
    reading.works[key] = _Cited(keyed, note.note.label)
    return keyed


def _as_short_form(reading: _Reading, item: Citation) -> CrossReference | None:
    """`Mosteller, “A Statistical Study”, 132`: a name and the beginning of a title met before."""
    fields = item.entry.fields
    if set(fields) - {"author", "title", "pages"} or "author" not in fields:
        return None
    names = fields["author"]
    title = str(fields.get("title", ""))
    if not isinstance(names, tuple):
        return None
    matches = _matching(reading, names, title)
    if not matches or (not title and len(matches) > 1):
        return None
    locator = item.locator or str(fields.get("pages", ""))
    return CrossReference("short", item.span, item.signal, locator, item.trailing, names, title)


def _follow(
    reading: _Reading, note: ReadNote, item: CrossReference, earlier: Sequence[Item]
) -> CrossReference:
    if item.form in ("ibid", "id") and not item.names:
        found = _ibid(reading, note, item, earlier)
    elif item.label and item.form != "infra":
        found = _by_label(reading, note, item)
    else:
        found = _by_name(reading, note, item)
    if found.key is None:
        code = (
            "ambiguous-cross-reference"
            if "either" in found.reason
            else "unresolved-cross-reference"
        )
        reading.find(code, Level.WARNING, f"Note {note.note.label}: {found.reason}.", note)
    return found


def _to(reading: _Reading, item: CrossReference, key: str, reason: str) -> CrossReference:
    return replace(item, key=key, target=reading.works[key].label, reason=reason)


def _open(item: CrossReference, reason: str) -> CrossReference:
    return replace(item, reason=reason, confidence=0.0)


_FORMS = {
    "ibid": "ibid.",
    "id": "id.",
    "op-cit": "op. cit.",
    "loc-cit": "loc. cit.",
    "supra": "supra",
    "short": "the short form",
}


def _ibid(
    reading: _Reading, note: ReadNote, item: CrossReference, earlier: Sequence[Item]
) -> CrossReference:
    """The work cited just before: earlier in this note, else the one work of the note before."""
    here = [key for other in earlier if (key := _key(other))]
    word = _FORMS[item.form]
    if here:
        return _to(
            reading, item, here[-1], f"{word} means the work cited just before it in this note"
        )
    before = reading.last_note
    if before is None:
        return _open(item, f"{word} stands before any citation")
    keys = list(dict.fromkeys(reading.by_note.get(before, ())))
    if not keys:
        return _open(item, f"{word} follows note {before}, which itself points nowhere")
    if len(keys) > 1:
        reading.find(
            "ibid-after-several-works", Level.WARNING,
            f"Note {note.note.label}: {word} follows note {before}, which cites {len(keys)} works; the last one is taken.", note,
        )  # fmt: skip
        found = _to(
            reading,
            item,
            keys[-1],
            f"{word} after several works in note {before}: the last of them is taken",
        )
        return replace(found, confidence=0.5)
    return _to(reading, item, keys[0], f"{word} means the work cited in the note before, {before}")


def _by_label(reading: _Reading, note: ReadNote, item: CrossReference) -> CrossReference:
    """`supra note 12`: the note of that number, and within it the author named."""
    wanted = roman_to_int(item.label) or (int(item.label) if item.label.isdigit() else None)
    label = next(
        (name for name in reading.by_note if name == item.label or _number(name) == wanted), None
    )
    if label is None:
        return _open(item, f"it points at note {item.label}, which is not there before it")
    keys = list(dict.fromkeys(reading.by_note[label]))
    if item.names or item.title:
        keys = [
            key for key in keys if key in dict(_matching(reading, item.names, item.title))
        ] or keys
    if not keys:
        return _open(item, f"it points at note {item.label}, which cites nothing")
    if len(keys) > 1:
        return _open(item, f"note {item.label} cites {len(keys)} works and it may mean either")
    found = _to(reading, item, keys[0], f"it names note {item.label}")
    return replace(found, target=label)


def _number(label: str) -> int | None:
    return int(label) if label.isdigit() else roman_to_int(label)


def _by_name(reading: _Reading, note: ReadNote, item: CrossReference) -> CrossReference:
    """`Arnott, op. cit.`: the one work by the names, or of the short title, given."""
    word = _FORMS.get(item.form, item.form)
    if not item.names and not item.title:
        if item.form in ("op-cit", "loc-cit") and reading.last_note:
            keys = list(dict.fromkeys(reading.by_note.get(reading.last_note, ())))
            if len(keys) == 1:
                return _to(reading, item, keys[0], f"{word} with no name means the work cited last")
        return _open(item, f"{word} names no author, title or note")
    matches = _matching(reading, item.names, item.title)
    who = " and ".join(_surname(name) for name in item.names) or f"“{item.title}”"
    if not matches:
        return _open(item, f"{word} names {who}, and no earlier note cites such a work")
    if len(matches) > 1:
        labels = ", ".join(cited.label for _, cited in matches)
        return _open(item, f"{word} names {who}, and it may mean either work, in notes {labels}")
    key, cited = matches[0]
    return _to(
        reading, item, key, f"{word}: the only earlier work by {who} is in note {cited.label}"
    )


def _matching(reading: _Reading, names: Sequence[Name], title: str) -> list[tuple[str, _Cited]]:
    """Works met that fit the names and the beginning of a title; exact name lists before partial ones."""
    wanted = [fold(_surname(name)) for name in names if name.literal != "others"]
    short = fold(title.rstrip(". …"))
    found, exact = [], []
    for key, cited in reading.works.items():
        people = _people(cited.entry)
        full = fold(str(cited.entry.fields.get("title", "")))
        if wanted and not all(name in people for name in wanted):
            continue
        if short and not (full.startswith(short) or f" {short} " in f" {full} "):
            continue
        found.append((key, cited))
        if wanted and people == wanted:
            exact.append((key, cited))
    return exact if len(found) > 1 and len(exact) == 1 else found


def _people(entry: Entry) -> list[str]:
    names = entry.fields.get("author") or entry.fields.get("editor") or ()
    return (
        [fold(_surname(name)) for name in names if name.literal != "others"]
        if isinstance(names, tuple)
        else []
    )


def _surname(name: Name) -> str:
    return name.family or name.literal
