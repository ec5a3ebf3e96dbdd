"""Cross references followed to the work they mean, in one pass in reading order, each with its reason.

A form that fits two works is left open and said; a guess would be believed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cite.model.entries import Entry, Name
from cite.model.findings import Finding, Level, in_order
from cite.model.notes import Note, NoteId, NoteRef, roman_to_int
from cite.model.references import Citation, CrossReference, Item, NoteKind, ReadDocument, ReadNote
from cite.steps.reading.cited_works import CitedWorks, surname
from cite.steps.reading.key_entries import Works


@dataclass(slots=True)
class _Reading:
    """What a reader remembers at some point of the notes."""

    path: str
    published: Works
    """Works whose keys are out in the world already."""
    met: Works = field(default_factory=Works)
    by_note: dict[NoteId, tuple[str, ...]] = field(default_factory=dict)
    """Keys cited in each note, cross references resolved."""
    by_label: dict[str | int, NoteRef] = field(default_factory=dict)
    """The last note so far under each label, and under what it counts: xvi and 16 are one."""
    cited: CitedWorks = field(default_factory=CitedWorks)
    last_note: NoteRef | None = None
    ahead: dict[str, NoteRef] = field(default_factory=dict)
    """Every note of the document by its label, for pointers to notes behind."""
    findings: list[Finding] = field(default_factory=list)

    def labelled(self, label: str) -> NoteRef | None:
        """An earlier note of that label, whatever numerals it is written in; the nearest where chapters restart."""
        number = _number(label)
        return self.by_label.get(label) or (None if number is None else self.by_label.get(number))

    def met_note(self, note: Note, keys: tuple[str, ...]) -> None:
        self.by_note[note.id] = keys
        self.by_label[note.label] = note.ref
        if (number := _number(note.label)) is not None:
            self.by_label[number] = note.ref

    def find(self, code: str, level: Level, message: str, note: ReadNote) -> None:
        place = note.note.place
        self.findings.append(Finding(code, level, message, place, note.note.label))


def resolve(
    path: str, read: Sequence[ReadNote], known: Mapping[str, Entry] | None = None
) -> ReadDocument:
    """All notes of a document with keys given and cross references followed.

    `known` holds entries published before, by key: the same work keeps its key.
    """
    reading = _Reading(path, Works(known))
    reading.ahead = {note.note.label: note.note.ref for note in read}
    notes: list[ReadNote] = []
    for note in read:
        items: list[Item] = []
        here: str | None = None
        for item in note.items:
            items.append(_item(reading, note, item, here))
            here = _key(items[-1]) or here
        keys = tuple(key for item in items if (key := _key(item)))
        reading.met_note(note.note, keys)
        if items:
            reading.last_note = note.note.ref
        place = note.note.place
        own = tuple(replace(finding, place=finding.place or place) for finding in note.findings)
        notes.append(replace(note, items=tuple(items), kind=_kind(note, items), findings=own))
    findings = [finding for note in notes for finding in note.findings] + reading.findings
    findings.sort(key=in_order)
    return ReadDocument(path, tuple(notes), tuple(findings))


def _key(item: Item) -> str | None:
    return item.entry.key if isinstance(item, Citation) else item.key


def _kind(note: ReadNote, items: Sequence[Item]) -> NoteKind:
    """A citation found to be a short form makes the note a cross reference."""
    if note.kind is NoteKind.COMMENTARY:
        return note.kind
    kinds = {type(item) for item in items}
    if len(kinds) > 1:
        return NoteKind.MIXED
    return NoteKind.CITATION if Citation in kinds else NoteKind.CROSS_REFERENCE


def _item(reading: _Reading, note: ReadNote, item: Item, here: str | None) -> Item:
    if isinstance(item, CrossReference):
        return _follow(reading, note, item, here)
    if (short := _as_short_form(reading, note, item)) is not None:
        return _follow(reading, note, short, here)
    if item.container is None:
        return replace(item, entry=_keyed(reading, note, item.entry))
    volume = _follow(reading, note, item.container, here)
    fields = {**item.entry.fields, **({"crossref": volume.key} if volume.key else {})}
    entry = _keyed(reading, note, replace(item.entry, fields=fields))
    return replace(item, entry=entry, container=volume)


def _keyed(reading: _Reading, note: ReadNote, entry: Entry) -> Entry:
    """The entry under its key: that of the same work met before, or published before, or a new one."""
    key = reading.met.same(entry)
    if key is not None:
        reading.cited.add(key, entry, note.note.ref)
        return replace(entry, key=key)
    if near := reading.met.near(entry):
        reading.find(
            "near-duplicate", Level.WARNING,
            f"Notes {reading.cited.first(near).label} and {note.note.label} cite almost the same work ({near}); is it one?", note,
        )  # fmt: skip
    key = reading.published.same(entry, note.note.text)
    if key is None or key in reading.met:
        key = reading.published.new_key(entry)
        reading.published.add(key, entry)
    keyed = replace(entry, key=key)
    reading.met.add(key, keyed)
    reading.cited.add(key, keyed, note.note.ref)
    return keyed


def _number(label: str) -> int | None:
    return int(label) if label.isdecimal() and len(label) < 9 else roman_to_int(label)


_SHORT_FIELDS = frozenset(
    (
        "author",
        "editor",
        "title",
        "journal",
        "pages",
        "shorttitle",
        "institution",
        "publisher",
        "volume",
    )
)
"""What a short form can have: a work given in full has a year, a publisher or an address too."""
_NAMES_AND_YEAR = frozenset(("author", "editor", "year", "volume"))
_INTERVIEW = frozenset(("author", "title", "type"))


def _as_short_form(reading: _Reading, note: ReadNote, item: Citation) -> CrossReference | None:
    """A citation that gives no more than a work given in full before is a pointer to that work."""
    fields = item.entry.fields
    names = fields.get("author") or fields.get("editor") or ()
    if not isinstance(names, tuple) or item.container:
        return None
    if not set(fields) - _NAMES_AND_YEAR:
        return _by_year(reading, item, names)
    if set(fields) == _INTERVIEW and fields["type"] == "interview":
        return _interview_again(reading, item, names)
    if set(fields) - _SHORT_FIELDS:
        return None
    if "title" not in fields:
        return _by_other_words(reading, item, names)
    return _by_short_title(reading, note, item, names)


def _by_year(reading: _Reading, item: Citation, names: tuple[Name, ...]) -> CrossReference | None:
    """`Moser 1981`, where an earlier note gives that work with its title."""
    year = item.entry.fields.get("year")
    works = [reading.cited[key] for key, _ in reading.cited.named(names, "")]
    full = [work for work in works if "title" in work.fields and work.fields.get("year") == year]
    if year is None or len(full) != 1:
        return None
    title = str(full[0].fields["title"])
    return CrossReference(
        "short", item.span, item.signal, item.locator, item.trailing, names, title
    )


def _interview_again(
    reading: _Reading, item: Citation, names: tuple[Name, ...]
) -> CrossReference | None:
    """`Interview with Morrow`, where an earlier note says when and where that was."""
    works = [reading.cited[key] for key, _ in reading.cited.named(names, "")]
    before = [work for work in works if work.fields.get("type") == "interview"]
    if len(before) != 1:
        return None
    title = str(before[0].fields.get("title", ""))
    return CrossReference(
        "short", item.span, item.signal, item.locator, item.trailing, names, title
    )


def _by_short_title(
    reading: _Reading, note: ReadNote, item: Citation, names: tuple[Name, ...]
) -> CrossReference | None:
    """`Mosteller, “A Statistical Study”, 132`, `Data Feminism, 77`: names and the beginning of a title."""
    fields = item.entry.fields
    title = str(fields["title"])
    if not names and not item.locator and "pages" not in fields:
        return None
    matches = reading.cited.named(names, title)
    if not matches:
        if names and _surnames_alone(names):
            reading.find(
                "unresolved-cross-reference", Level.WARNING,
                f"Note {note.note.label} has the form of a short title, “{title}”, and no earlier note cites such a work.", note,
            )  # fmt: skip
        return None
    locator = item.locator or str(fields.get("pages", ""))
    return CrossReference("short", item.span, item.signal, locator, item.trailing, names, title)


def _by_other_words(
    reading: _Reading, item: Citation, names: tuple[Name, ...]
) -> CrossReference | None:
    """`Thomas, The Burning Library, 461`, in plain type: a title that was taken for a house or a periodical."""
    words = [str(item.entry.fields[name]) for name in _TAKEN_FOR if name in item.entry.fields]
    if not names or len(words) != 1 or len(reading.cited.named(names, words[0])) != 1:
        return None
    return CrossReference(
        "short", item.span, item.signal, item.locator, item.trailing, names, words[0]
    )


_TAKEN_FOR = ("journal", "publisher", "institution")


def _surnames_alone(names: Sequence[Name]) -> bool:
    return all(not name.given and (name.family or name.literal == "others") for name in names)


def _to(reading: _Reading, item: CrossReference, key: str, reason: str) -> CrossReference:
    return replace(item, key=key, target=reading.cited.first(key), reason=reason)


def _open(item: CrossReference, reason: str) -> CrossReference:
    return replace(item, reason=reason, confidence=0.0)


_WORDS = {
    "ibid": "ibid.", "id": "id.", "op-cit": "op. cit.", "loc-cit": "loc. cit.", "supra": "supra",
    "short": "the short form",
}  # fmt: skip


def _follow(
    reading: _Reading, note: ReadNote, item: CrossReference, here: str | None
) -> CrossReference:
    """The first resolver whose form this is; what stays open is a finding."""
    found = next(
        resolver(reading, note, item, here) for applies, resolver in RESOLVERS if applies(item)
    )
    if found.key is None:
        ambiguous = "either" in found.reason
        code = "ambiguous-cross-reference" if ambiguous else "unresolved-cross-reference"
        reading.find(code, Level.WARNING, f"Note {note.note.label}: {found.reason}.", note)
    return found


def _ibid(
    reading: _Reading, note: ReadNote, item: CrossReference, here: str | None
) -> CrossReference:
    """The work cited just before: earlier in this note, else the one work of the note before."""
    word = _WORDS[item.form]
    if here:
        return _to(reading, item, here, f"{word} means the work cited just before it in this note")
    before = reading.last_note
    if before is None:
        return _open(item, f"{word} stands before any citation")
    keys = list(dict.fromkeys(reading.by_note.get(before.id, ())))
    if item.names:
        keys = [key for key in keys if key in dict(reading.cited.named(item.names, ""))] or keys
    if not keys:
        return _open(item, f"{word} follows note {before.label}, which itself points nowhere")
    if len(keys) > 1:
        return _ibid_after_several(reading, note, item, keys, before)
    found = _to(
        reading, item, keys[0], f"{word} means the work cited in the note before, {before.label}"
    )
    return replace(found, target=before) if before in reading.cited.notes(keys[0]) else found


def _ibid_after_several(
    reading: _Reading, note: ReadNote, item: CrossReference, keys: Sequence[str], before: NoteRef
) -> CrossReference:
    """The one work that has the page named; else the note is certain, and which of its works is not."""
    word = _WORDS[item.form]
    paged = [key for key in keys if _has_page(reading.cited[key], item.locator)]
    if len(paged) == 1:
        reason = f"{word} means the work in note {before.label} that has page {item.locator}"
        return _to(reading, item, paged[0], reason)
    reading.find(
        "ibid-after-several-works", Level.WARNING,
        f"Note {note.note.label}: {word} follows note {before.label}, which cites {len(keys)} works.", note,
    )  # fmt: skip
    return _one_note(reading, item, keys, f"{word} follows note {before.label}")


def _has_page(work: Entry, locator: str) -> bool:
    """Whether the page cited is among those of an article or a chapter, or soon behind its first."""
    within = re.fullmatch(r"(\d+)(?:[-–](\d+))?", str(work.fields.get("pages", "")))
    page = re.match(r"\d+", locator)
    if within is None or page is None:
        return False
    first = int(within[1])
    return first <= int(page[0]) <= (int(within[2]) if within[2] else first + _ARTICLE)


_ARTICLE = 100
"""Pages of a long article, where only its first is known."""


def _one_note(
    reading: _Reading, item: CrossReference, keys: Sequence[str], reason: str
) -> CrossReference:
    """Several works: the last one is the likeliest; which of them is meant is left to a person."""
    found = _open(item, f"{reason}, which cites {len(keys)} works, and it may mean either")
    return replace(found, target=reading.cited.first(keys[-1]), confidence=0.5)


def _by_label(
    reading: _Reading, note: ReadNote, item: CrossReference, here: str | None
) -> CrossReference:
    """`supra note 12`: the note of that number, and within it the author or short title named."""
    pointed = reading.labelled(item.label)
    if pointed is None:
        ahead = reading.ahead.get(item.label)
        where = "stands behind it" if ahead else "is not there before it"
        return replace(_open(item, f"it points at note {item.label}, which {where}"), target=ahead)
    keys = list(dict.fromkeys(reading.by_note[pointed.id]))
    if item.names or item.title:
        named = dict(reading.cited.named(item.names, item.title))
        keys = [key for key in keys if key in named] or keys
        if not keys and len(named) == 1:
            keys = list(named)
    if not keys:
        reason = f"it points at note {item.label}, which cites nothing"
        return replace(_open(item, reason), target=pointed)
    if len(keys) > 1:
        found = _one_note(reading, item, keys, f"it points at note {item.label}")
        return replace(found, target=pointed)
    found = _to(reading, item, keys[0], f"it names note {item.label}")
    return replace(found, target=pointed) if pointed in reading.cited.notes(keys[0]) else found


def _by_name(
    reading: _Reading, note: ReadNote, item: CrossReference, here: str | None
) -> CrossReference:
    """`Arnott, op. cit.`: the one work by the names, or of the short title, given."""
    word = _WORDS.get(item.form, item.form)
    if not item.names and not item.title:
        if item.form in ("op-cit", "loc-cit") and reading.last_note:
            keys = list(dict.fromkeys(reading.by_note.get(reading.last_note.id, ())))
            if len(keys) == 1:
                return _to(reading, item, keys[0], f"{word} with no name means the work cited last")
        return _open(item, f"{word} names no author, title or note")
    matches = reading.cited.named(item.names, item.title)
    who = " and ".join(surname(name) for name in item.names) or f"“{item.title}”"
    if not matches:
        return _open(item, f"{word} names {who}, and no earlier note cites such a work")
    if len(matches) > 1:
        labels = ", ".join(note.label for _, note in matches)
        return _open(item, f"{word} names {who}, and it may mean either work, in notes {labels}")
    key, first = matches[0]
    return _to(
        reading, item, key, f"{word}: the only earlier work by {who} is in note {first.label}"
    )


Applies = Callable[[CrossReference], bool]
Resolver = Callable[[_Reading, ReadNote, CrossReference, str | None], CrossReference]
"""The last is the key of the work cited just before in the note, if any."""

RESOLVERS: tuple[tuple[Applies, Resolver], ...] = (
    (lambda item: bool(item.label), _by_label),
    (lambda item: item.form in ("ibid", "id") and not item.title, _ibid),
    (lambda item: True, _by_name),
)
"""Asked in this order: a number names its note; ibid. its neighbour; the rest a name or a short title."""
