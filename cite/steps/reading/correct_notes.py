"""What people corrected, put in place of what was read; before works are keyed and pointers followed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cite.model.corrections import NO_WORK, Correction, Corrections, words_digest
from cite.model.document import Span
from cite.model.entries import Entry
from cite.model.findings import Finding, Level, Place
from cite.model.references import Citation, CrossReference, Item, NoteKind, ReadNote

_DOUBT = "uncertain-reference"


def correct_notes(
    path: str, notes: Sequence[ReadNote], corrections: Corrections
) -> tuple[list[ReadNote], tuple[Finding, ...]]:
    """The notes as a person reads them, and a finding for each correction that found nothing to correct."""
    met: Counter[str] = Counter()
    used: list[Correction] = []
    corrected = []
    for note in notes:
        digest = words_digest(note.note.text)
        met[digest] += 1
        wanted = corrections.about(digest, met[digest])
        fitting = _fitting(note, wanted)
        used += fitting
        corrected.append(_corrected(note, fitting) if fitting else note)
    return corrected, tuple(_stale(path, corrections, used))


def _fitting(note: ReadNote, wanted: Sequence[Correction]) -> list[Correction]:
    """Those of works that it has, and of works that are added to them one by one."""
    most = sum(isinstance(item, Citation) for item in note.items)
    fitting = []
    for one in sorted(wanted, key=lambda one: one.work):
        if one.work <= most + 1:
            most = max(most, one.work)
            fitting.append(one)
    return fitting


def _corrected(note: ReadNote, corrections: Sequence[Correction]) -> ReadNote:
    by_work = {one.work: one for one in corrections}
    items: list[Item] = []
    number = 0
    for item in note.items:
        if isinstance(item, CrossReference):
            items.append(item)
            continue
        number += 1
        correction = by_work.get(number)
        if correction is None:
            items.append(item)
        elif correction.entry_type != NO_WORK:
            items.append(_read_as(item, correction))
    added = [one for one in corrections if one.work > number and one.entry_type != NO_WORK]
    items += [_read_as(_new(note), one) for one in added]
    doubts = tuple(one for one in note.findings if one.code != _DOUBT)
    return replace(note, items=tuple(items), kind=_kind(items), findings=doubts)


def _new(note: ReadNote) -> Citation:
    """A work of which nothing was read; its addresses are those of the whole note."""
    return Citation(Entry("misc", {}), Span(0, len(note.note.text)))


def _read_as(item: Citation, correction: Correction) -> Citation:
    """What a person says is certain; the rest stays as sure as it was."""
    told = correction.fields
    entry = item.entry
    kept = {name: value for name, value in entry.fields.items() if name not in told}
    fields = {**kept, **{name: value for name, value in told.items() if value not in ("", ())}}
    spans = {name: span for name, span in entry.spans.items() if name not in told}
    sure = {**entry.confidence, **{name: 1.0 for name in told if name in fields}}
    kind = correction.entry_type or entry.entry_type
    confidence = {name: sure[name] for name in sure if name in fields}
    return replace(item, entry=Entry(kind, fields, entry.key, spans, confidence), confidence=1.0)


def _kind(items: Sequence[Item]) -> NoteKind:
    kinds = {type(item) for item in items}
    if not kinds:
        return NoteKind.COMMENTARY
    if len(kinds) > 1:
        return NoteKind.MIXED
    return NoteKind.CITATION if Citation in kinds else NoteKind.CROSS_REFERENCE


def _stale(path: str, corrections: Corrections, used: Sequence[Correction]) -> Iterator[Finding]:
    """Only of a file that names its article: another's notes may be what one without a name is about."""
    for one in corrections.every if corrections.article else ():
        if one not in used:
            label = f", last seen as note {one.label}" if one.label else ""
            message = f"{corrections.path or 'A correction'} corrects work {one.work} of a note that is not there in those words{label}."
            yield Finding("stale-correction", Level.WARNING, message, Place(path))
