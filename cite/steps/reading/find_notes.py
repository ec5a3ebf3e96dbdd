"""Markers bound to notes; what is missing, repeated, skipped or out of order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cite.model.document import Style
from cite.model.findings import Finding, Level, Place, in_order, where
from cite.model.notes import BoundNotes, Document, Marker, Note, NoteId, int_to_roman, roman_to_int


def find_notes(document: Document) -> BoundNotes:
    """Bind each marker to its note. Labels may start anywhere, and start again with each chapter."""
    alone = _called_once_each(document)
    runs = _runs_of_notes(document.notes, alone)
    bound, stray = _bind(document.markers, runs, _positions(runs), alone)
    notes = tuple(
        replace(note, markers=tuple(bound[at, index]), id=NoteId(document.path, at, index))
        for at, run in enumerate(runs)
        for index, note in enumerate(run)
    )
    findings = [
        *document.findings,
        *_unbound(document, stray, notes),
        *_sequence(document, runs),
        *_order(document, runs, bound),
        *_quotes(document.path, notes),
    ]
    findings.sort(key=in_order)
    return BoundNotes(document.path, document.markers, notes, tuple(findings), document=document)


def _called_once_each(document: Document) -> frozenset[str]:
    """Labels that as many markers call as notes bear: where chapters have one note each, each has its marker."""
    calls = Counter(_key(marker.label) for marker in document.markers)
    notes = Counter(_key(note.label) for note in document.notes)
    return frozenset(label for label, count in notes.items() if count > 1 and calls[label] == count)


def _runs_of_notes(notes: Sequence[Note], alone: frozenset[str]) -> list[list[Note]]:
    """Notes in runs: a new one begins where the numbers fall back to the first of the last run."""
    runs: list[list[Note]] = []
    for note in notes:
        last = runs[-1] if runs else None
        restarts = last and _restarts(last, note, alone)
        if last is None or restarts:
            runs.append([note])
        else:
            last.append(note)
    return runs


def _restarts(run: Sequence[Note], note: Note, alone: frozenset[str]) -> bool:
    """Where the format knows chapters, they tell; else a number that falls back to the first of the run."""
    if note.run is not None or run[-1].run is not None:
        return note.run != run[-1].run
    if note.number is None or note.number != run[0].number:
        return False
    return len(run) > 1 or _key(note.label) in alone


def _positions(runs: Iterable[Sequence[Note]]) -> list[tuple[int, int]]:
    """The (run, note) of each note, in the order of the document."""
    return [(at, index) for at, run in enumerate(runs) for index in range(len(run))]


def _bind(
    markers: Sequence[Marker],
    runs: Sequence[Sequence[Note]],
    positions: Sequence[tuple[int, int]],
    alone: frozenset[str],
) -> tuple[dict[tuple[int, int], list[Marker]], list[Marker]]:
    """Markers by (run, note). Each run claims the markers up to where its labels start again.

    Where the format itself says which note a marker calls, that binds, whatever its label.
    """
    by_label: list[dict[str, int]] = []
    for run in runs:
        labels: dict[str, int] = {}
        for index, note in enumerate(run):
            labels.setdefault(_key(note.label), index)
        by_label.append(labels)
    bound: dict[tuple[int, int], list[Marker]] = defaultdict(list)
    stray: list[Marker] = []
    current, seen = 0, -1
    for marker in markers:
        if marker.target is not None and 0 <= marker.target < len(positions):
            bound[positions[marker.target]].append(marker)
            continue
        label = _key(marker.label)
        if (
            len(runs) > 1
            and current + 1 < len(runs)
            and by_label[current].get(label) == 0
            and (seen > 0 or (seen == 0 and len(runs[current]) == 1 and label in alone))
        ):
            current, seen = current + 1, -1
        at = current if runs and label in by_label[current] else None
        if at is None:
            at = next((n for n, labels in enumerate(by_label) if label in labels), None)
        if at is None:
            stray.append(marker)
            continue
        index = by_label[at][label]
        seen = max(seen, index)
        bound[at, index].append(marker)
    return bound, stray


def _key(label: str) -> str:
    """Numerals bind whatever their case; names do not."""
    return label.casefold() if roman_to_int(label) else label


def _unbound(
    document: Document, stray: Iterable[Marker], notes: Iterable[Note]
) -> Iterator[Finding]:
    for marker in stray:
        place = marker.place
        yield Finding(
            "marker-without-note", Level.ERROR,
            f"The marker {marker.label} calls a note that is not there.", place, marker.label,
        )  # fmt: skip
    for note in notes:
        if not note.markers and note.called:
            yield Finding(
                "note-without-marker", Level.WARNING,
                f"Nothing in the text calls note {note.label}.", note.place, note.label,
            )  # fmt: skip


def _sequence(document: Document, runs: Iterable[Sequence[Note]]) -> Iterator[Finding]:
    """Duplicates everywhere; gaps and disorder only where labels are printed as they are."""
    for run in runs:
        first: dict[str, Note] = {}
        previous: Note | None = None
        for note in run:
            place = note.place
            if not note.called:
                continue
            if note.label in first:
                yield Finding(
                    "duplicate-label", Level.ERROR,
                    f"Note {note.label} is there twice, first {where(first[note.label].place)}.", place, note.label,
                )  # fmt: skip
                continue
            first[note.label] = note
            if document.numbered_by_hand and previous and previous.number and note.number:
                yield from _step(previous, note, place)
            previous = note


def _step(previous: Note, note: Note, place: Place) -> Iterator[Finding]:
    before = previous.number or 0
    step = (note.number or 0) - before
    if step > 1:
        missing = _as_printed(before + 1, note.label)
        yield Finding(
            "gap-in-notes", Level.WARNING,
            f"After note {previous.label} comes {note.label}; {missing} is missing.", place, note.label,
        )  # fmt: skip
    elif step < 0:
        yield Finding(
            "notes-out-of-order", Level.WARNING,
            f"Note {note.label} stands after note {previous.label}.", place, note.label,
        )  # fmt: skip


def _as_printed(number: int, like: str) -> str:
    if like.isdigit():
        return str(number)
    numeral = int_to_roman(number) if 0 < number < 4000 else str(number)
    return numeral.upper() if like.isupper() else numeral


def _order(
    document: Document,
    runs: Sequence[Sequence[Note]],
    bound: dict[tuple[int, int], list[Marker]],
) -> Iterator[Finding]:
    """The first marker of each note should come after the first marker of the note before it."""
    if not document.numbered_by_hand:
        return
    for at, run in enumerate(runs):
        highest: tuple[Note, Marker] | None = None
        for index, note in enumerate(run):
            if not bound.get((at, index)) or note.number is None:
                continue
            marker = bound[at, index][0]
            if highest and marker.place.order < highest[1].place.order:
                yield Finding(
                    "markers-out-of-order", Level.WARNING,
                    f"The text calls note {note.label} before note {highest[0].label}.",
                    marker.place, note.label,
                )  # fmt: skip
            else:
                highest = (note, marker)


def _quotes(path: str, notes: Iterable[Note]) -> Iterator[Finding]:
    """Quotation marks of one kind that open and never close, or the other way round."""
    for note in notes:
        text = "".join(run.text for run in note.runs if Style.CODE not in run.style)
        german = "„" in text
        unbalanced = (
            text.count('"') % 2
            or (not german and text.count("“") != text.count("”"))
            or text.count("«") != text.count("»")
        )
        if unbalanced and not _measures(text):
            yield Finding(
                "unbalanced-quotes", Level.WARNING,
                f"A quotation mark in note {note.label} has no partner.", note.place, note.label,
            )  # fmt: skip


def _measures(text: str) -> bool:
    """Whether a straight quotation mark stands for inches or seconds: 12\"."""
    return bool(re.search(r"\d\"", text)) and text.count("“") == text.count("”")
