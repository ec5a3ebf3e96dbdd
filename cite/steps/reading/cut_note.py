"""Which of the ways to cut a note into citations suits it."""

import re
from collections.abc import Sequence

from cite.recognisers.forms.journals_only import journals_only
from cite.recognisers.languages.known import any_of, script_of
from cite.recognisers.languages.language import Script
from cite.recognisers.segment.citation_signs import begins_as_entry, is_law
from cite.recognisers.segment.continental import pages_bare
from cite.recognisers.segment.signals import CROSS_REFERENCE
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.pieces import Piece, PieceKind
from cite.steps.reading.split_at_semicolons import split_at_semicolons
from cite.steps.reading.split_by_clauses import split_by_clauses
from cite.steps.reading.split_continental import split_continental
from cite.steps.reading.split_east_asian import split_east_asian
from cite.steps.reading.split_notes import LONGEST, split_note, whole_note
from cite.steps.reading.split_plain_notes import split_plain_note

_SEVERAL = re.compile(
    r"[)\d]\s*;\s+(?:and\s+|see\s+|but\s+|cf\.\s+|also\s+)*"
    rf"(?:[A-ZÀ-Ž][\w.’-]*|{any_of('same_author', Script.LATIN)})[\s,]"
)
"""A semicolon behind a citation that is complete, and a name or a word for the one just named."""


def cut_note(text: Typeset, entry: bool, bibliography: bool) -> tuple[Piece, ...]:
    """An entry is not cut; in a bibliography nothing is that does not point back."""
    if (pieces := _in_other_scripts(text, entry)) is not None:
        return pieces
    if len(text.text) > LONGEST:
        return split_note(text)
    if articles := journals_only(text):
        return tuple(
            Piece(PieceKind.CITATION, span, entry=entry, form="journal") for span in articles
        )
    if not bibliography and (pieces := _by_closed_forms(text)):
        return pieces
    if pieces := _uncut(text, entry, bibliography):
        return pieces
    return split_note(text) if text.italics or is_law(text) else split_plain_note(text)


def _in_other_scripts(text: Typeset, entry: bool) -> tuple[Piece, ...] | None:
    """The pieces of a note that is not in Latin script; none of an entry in which nothing was found so."""
    script = script_of(text.text)
    if script is Script.LATIN:
        return None
    east_asian = script is Script.EAST_ASIAN
    pieces = split_east_asian(text) if east_asian else split_at_semicolons(text, script)
    return pieces if not entry or _cites_something(pieces) else None


def _uncut(text: Typeset, entry: bool, bibliography: bool) -> tuple[Piece, ...]:
    """The note whole, where it is an entry of a bibliography, or stands in one, and cites one work."""
    refers = CROSS_REFERENCE.search(text.text)
    several = refers or _SEVERAL.search(text.text)
    marked = several and len(text.quotes) + len(text.italics) > 1
    if bibliography and not marked and (entry or not (refers or is_law(text))):
        return whole_note(text)
    if not entry or several:
        return ()
    if begins_as_entry(text.text):
        return whole_note(text)
    return () if text.quotes or text.italics else whole_note(text, entry=False)


def _cites_something(pieces: Sequence[Piece]) -> bool:
    """Whether a note has more in it than commentary."""
    return any(piece.kind is not PieceKind.COMMENTARY for piece in pieces)


def _by_closed_forms(text: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note of which nothing but citations in known forms, and what leads up to them, is left."""
    if pages_bare(text.text):
        return split_continental(text) or split_by_clauses(text)
    return split_by_clauses(text) or split_continental(text)
