"""What a piece of a note is: a citation, a pointer back to one, or neither."""

import re

from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.segment.citation_signs import has_verb, is_citation
from cite.recognisers.segment.cross_references import (
    by_the_same,
    container_begins,
    names_and_page,
    short_case,
)
from cite.recognisers.segment.signals import CROSS_REFERENCE
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.pieces import PieceKind


def kind_of(part: Typeset, signalled: bool) -> PieceKind | None:
    """What a piece is: a citation, a pointer back, or neither."""
    text = part.text
    reference = CROSS_REFERENCE.search(text)
    if reference and container_begins(part):
        return PieceKind.CITATION
    if reference and _is_cross_reference(part, reference):
        return PieceKind.CROSS_REFERENCE
    marked = part.quotes or part.italics
    if (names_and_page(text) and not marked) or short_case(text):
        return PieceKind.CROSS_REFERENCE
    return PieceKind.CITATION if is_citation(part, signalled) else None


_LONGEST, _LONGEST_BEFORE_IBID = 160, 120
"""Characters before words that point back, of what is about them."""
_ARGUMENT = 120
"""Characters beyond which a piece with a verb is an argument that points back by the way."""
_SHORT = 40
"""Characters before `ibid.` that may hold a verb: what they say leads up to it."""


def _is_cross_reference(part: Typeset, reference: re.Match[str]) -> bool:
    """Whether the words that point back are what the piece is about, and no full citation stands before them."""
    before = part.text[: reference.start()].strip(" ,(")
    if reference["id"] and _names_another_work(part):
        return False
    if reference["supra"] or reference["nn"]:
        return _points_to_a_note(part, reference, before)
    if reference["id"] and before and not could_be_names(before):
        return False
    argues = len(before) > _SHORT and has_verb(part.within(0, reference.start()))
    return len(before) < _LONGEST_BEFORE_IBID and not argues


def _points_to_a_note(part: Typeset, reference: re.Match[str], before: str) -> bool:
    """`Doe (n 12)`, `supra note 3`: the note is named, or nothing but names stands there."""
    if not (reference["label"] or reference["label2"]):
        named = not before or could_be_names(before)
        return named and len(part.text) < _LONGEST and not has_verb(part)
    if _is_initial(reference, before):
        return False
    full = is_citation(part.within(0, reference.start()), False) and bool(find_dates(before))
    argues = len(part.text) > _ARGUMENT and has_verb(part)
    return not full and len(before) < _LONGEST and not argues


def _is_initial(reference: re.Match[str], before: str) -> bool:
    """`J N 12`: letters that look like a pointer, with no name before them."""
    bare = reference["nn"] and not reference["nn"].startswith("(") and not reference["above"]
    return bool(bare and before and len(before) < 4 and not re.search(r"\d{4}", before))


def _names_another_work(part: Typeset) -> bool:
    """`Id., *Surveiller et punir*, Paris, 1975`: a title and a date behind a pronoun for its author."""
    pronoun = by_the_same(part.text)
    if not pronoun:
        return False
    begins = any(0 <= mark.start - pronoun.end() < 3 for mark in (*part.italics, *part.quotes))
    return begins and bool(find_dates(part.text[pronoun.end() :]))
