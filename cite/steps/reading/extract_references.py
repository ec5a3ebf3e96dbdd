"""A note to what it cites: cut into pieces, and each of them read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cite.model.document import Span
from cite.model.findings import Finding, Level
from cite.model.notes import Note
from cite.model.references import Citation, Item, NoteKind, ReadNote
from cite.recognisers.confidence.signs import Context
from cite.recognisers.labels.labels import Labelled, is_one_entry, label_citation
from cite.recognisers.languages.known import is_covered
from cite.recognisers.segment.citation_signs import is_law
from cite.recognisers.segment.cross_references import (
    by_the_same,
    container_begins,
    read_cross_reference,
)
from cite.recognisers.segment.italic_names import without_italic_names
from cite.recognisers.segment.signals import is_note
from cite.recognisers.text.typography import Typeset, typeset
from cite.steps.reading.by_the_same import (
    assumed_author,
    by_a_dash,
    by_a_possessive,
    by_a_pronoun,
    is_pointed,
)
from cite.steps.reading.cut_note import cut_note
from cite.steps.reading.pieces import Piece, PieceKind
from cite.steps.reading.read_citation import read_citation
from cite.steps.reading.split_notes import LONGEST, whole_note
from cite.steps.reading.take_embedded import take_embedded

LOW_CONFIDENCE = 0.7
"""Below it a finding says so: at this it names most of the wrong readings and few of the right ones."""
_MOSTLY = 0.6
"""The share of entries that makes notes a bibliography."""


def read_notes(notes: Sequence[Note]) -> list[ReadNote]:
    """What the notes of a document say, each for itself.

    Whether most of them are entries of a bibliography only says what is likely of one that could be either.
    """
    texts = without_italic_names([typeset(note.runs, note.links) for note in notes])
    labels = [_labels(text) for text in texts]
    entries = [
        bool(found) and is_one_entry(found) and not is_law(text)
        for text, found in zip(texts, labels, strict=True)
    ]
    bibliography = sum(entries) > _MOSTLY * len(entries) and not _are_notes(texts)
    read: list[ReadNote] = []
    for note, text, found, entry in zip(notes, texts, labels, entries, strict=True):
        pieces = cut_note(text, entry, bibliography)
        context = Context(found, pieces=len(pieces), listed=bibliography)
        pieces = tuple(replace(piece, context=context) for piece in pieces)
        parsed = _read(note, text, pieces, _last_named(read))
        read.append(take_embedded(parsed))
    return read


def _labels(text: Typeset) -> tuple[Labelled, ...]:
    """What the model takes the words of a note for; nothing of one that is too long to be a citation."""
    if len(text.text) > LONGEST:
        return ()
    return label_citation(text.text, text.italics, text.quotes)


_SOME = 0.04
"""The share of signals and pointers back that no bibliography has."""


def _are_notes(texts: Sequence[Typeset]) -> bool:
    """Whether some of them point back, or begin as only notes do: see, ibid., op. cit."""
    signs = sum(is_note(text.text) for text in texts)
    return signs > _SOME * len(texts)


_NEAR = 6
"""Notes in which the author of the work before is looked for."""


def _last_named(read: Sequence[ReadNote]) -> tuple[Item, ...]:
    """The work before, as far as it names an author: ibid. names none, the note before it does."""
    for note in reversed(read[-_NEAR:]):
        for item in reversed(note.items):
            if isinstance(item, Citation) or item.names:
                return (item,)
            if item.form not in ("ibid", "id"):
                return ()
    return ()


def read_bibliography(entries: Sequence[Note]) -> list[ReadNote]:
    """What the entries of a bibliography say: each is one citation, whatever its punctuation."""
    texts = [typeset(note.runs, note.links) for note in entries]
    read: list[ReadNote] = []
    for note, text in zip(entries, texts, strict=True):
        (piece,) = whole_note(text)
        piece = replace(piece, context=Context(_labels(text), listed=True))
        parsed = by_a_dash(_read(note, text, (piece,)), read[-1:])
        read.append(take_embedded(parsed))
    return read


def _read(
    note: Note, text: Typeset, pieces: Sequence[Piece], before: Sequence[Item] = ()
) -> ReadNote:
    items: list[Item] = []
    findings: list[Finding] = []
    for piece in pieces:
        part = text.within(piece.span.start, piece.span.end)
        match piece.kind:
            case PieceKind.CITATION:
                citation = _citation(text, piece, items, before)
                findings += assumed_author(note, part, citation, items or before)
                items.append(citation)
            case PieceKind.CROSS_REFERENCE:
                items.append(read_cross_reference(part, piece.span, piece.signal))
    findings += [*_not_understood(note, text), *_uncertain(note, items)]
    commentary = any(piece.kind is PieceKind.COMMENTARY for piece in pieces)
    return ReadNote(note, _kind(items), tuple(items), tuple(findings), commentary)


def _uncertain(note: Note, items: Sequence[Item]) -> Iterator[Finding]:
    """Where to look: readings that may well be wrong."""
    for item in items:
        if isinstance(item, Citation) and item.confidence < LOW_CONFIDENCE:
            message = (
                f"Note {note.label} was read as a {item.entry.entry_type}, which is right with a "
                f"probability of {item.confidence:.2f}; compare the entry with the note."
            )
            yield Finding("low-confidence", Level.INFO, message, note=note.label)


_FIGURES = re.compile(r"\d{2}")


def _not_understood(note: Note, text: Typeset) -> Iterator[Finding]:
    """A note that may cite something, in a script whose references nobody taught us."""
    if not is_covered(text.text) and _FIGURES.search(text.text):
        message = (
            f"Note {note.label} is in a script whose references cite does not know how to read; "
            "enter what it cites by hand."
        )
        yield Finding("script-not-read", Level.INFO, message, note=note.label)


def _citation(
    text: Typeset, piece: Piece, items: Sequence[Item], before: Sequence[Item]
) -> Citation:
    """A piece that cites a work, with what the note says before it."""
    part = text.within(piece.span.start, piece.span.end)
    if (at := container_begins(part)) is not None:
        return _within_a_volume(text, piece, piece.span.start + at)
    if (pronoun := by_the_same(part.text)) and (not piece.entry or is_pointed(pronoun)):
        return by_a_pronoun(text, piece, pronoun, items or before)
    citation = read_citation(part, piece)
    if piece.form == "journal":
        return _with_what_it_leaves_out(citation, items)
    return by_a_possessive(text, citation, items)


def _with_what_it_leaves_out(citation: Citation, items: Sequence[Item]) -> Citation:
    """Of a group of articles, the authors and the journal that are printed once for all."""
    last = items[-1] if items else None
    if not isinstance(last, Citation):
        return citation
    told = {
        name: last.entry.fields[name] for name in ("author", "journal") if name in last.entry.fields
    }
    fields = {**told, **citation.entry.fields}
    return replace(citation, entry=replace(citation.entry, fields=fields))


def _within_a_volume(text: Typeset, piece: Piece, at: int) -> Citation:
    """`J. Wood, ‘On Fences’ in Rowe, op. cit., n. 7`: a work, and the pointer to the volume it stands in."""
    head = replace(piece, span=Span(piece.span.start, len(_IN.sub("", text.text[:at]))))
    citation = read_citation(text.within(head.span.start, head.span.end), head)
    span = Span(at, piece.span.end)
    volume = read_cross_reference(text.within(at, piece.span.end), span, "")
    return replace(
        citation,
        entry=replace(citation.entry, entry_type="incollection"),
        span=piece.span,
        locator=volume.locator,
        container=replace(volume, locator=""),
    )


_IN = re.compile(r"[\s,.]+[Ii]n:?\s+$")


def _kind(items: list[Item]) -> NoteKind:
    if not items:
        return NoteKind.COMMENTARY
    kinds = {type(item) for item in items}
    if len(kinds) > 1:
        return NoteKind.MIXED
    return NoteKind.CITATION if Citation in kinds else NoteKind.CROSS_REFERENCE
