"""A note cut into pieces: citations, cross references, and the argument between them.

Cuts fall at semicolons, at sentence ends and before a second work. What only carries on the citation before
it (a date, a place, an address, a container) stays with it; what only begins one (authors) goes with the next.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cite.model.document import Span
from cite.recognisers.segment.boundaries import sentences
from cite.recognisers.segment.signals import leading_signal, middle_signals
from cite.recognisers.text.typography import Typeset
from cite.recognisers.text.vocabulary import CAPITAL
from cite.steps.reading.join_pieces import join_pieces
from cite.steps.reading.kind_of_piece import kind_of
from cite.steps.reading.pieces import Piece, PieceKind

LONGEST = 3000
"""Characters of the longest citation; a work with forty authors has half as many."""
_BLANK = re.compile(r"\s{60}")
_CONJUNCTION = re.compile(
    r"^(?:and|or|und|et|&|as well as)\b[,\s]*|[\s,]*\b(?:and|or|und|et|&)$", re.IGNORECASE
)


def split_note(typeset: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note, in order."""
    cuts = _joined_lists(typeset, sentences(typeset))
    pieces = (piece for start, end in cuts for piece in _classify(typeset, start, end))
    return join_pieces(typeset, pieces)


def whole_note(typeset: Typeset, entry: bool = True) -> tuple[Piece, ...]:
    """One piece: an entry of a bibliography is one citation, whatever its punctuation."""
    return (Piece(PieceKind.CITATION, Span(0, len(typeset.text)), entry=entry),)


_PARTICLES = r"(?:(?:van|von|de|der|den|la|le|du)\s){0,3}"
_FAMILY = rf"{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+){{0,2}}"
_INVERTED = re.compile(rf"(?:and\s+)?{_PARTICLES}{_FAMILY},\s+{CAPITAL}[\w.’' -]{{0,40}}")


def _joined_lists(typeset: Typeset, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Authors listed with semicolons, `Gashi, I.; Stankovic, V.`, are one list and begin one citation."""
    waiting: int | None = None
    for start, end in cuts:
        text = typeset.text[start:end]
        followed = typeset.text[end : end + 2].startswith(";")
        if followed and _INVERTED.fullmatch(text.strip()):
            waiting = start if waiting is None else waiting
            continue
        yield (start if waiting is None else waiting), end
        waiting = None


def _classify(typeset: Typeset, start: int, end: int) -> Iterator[Piece]:
    """One sentence: a citation or cross reference, perhaps after an argument that ends in `see`."""
    text = typeset.text[start:end]
    if len(text) > LONGEST or _BLANK.search(text):
        yield Piece(PieceKind.COMMENTARY, Span(start, end))
        return
    stretches = list(_at_signals(typeset, start, end))
    pieces = [_piece(typeset, one) for one in stretches]
    if len(pieces) > 1 and all(piece.kind is PieceKind.COMMENTARY for piece in pieces):
        yield Piece(PieceKind.COMMENTARY, Span(start, end))
        return
    for one, piece in zip(stretches, pieces, strict=True):
        if piece.kind is not PieceKind.COMMENTARY:
            yield piece
        elif typeset.text[one.begin : one.end].strip(" ,(;—–-:"):
            yield Piece(PieceKind.COMMENTARY, Span(one.begin, one.end))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of a sentence up to the next signal."""

    begin: int
    """With the signal before them."""
    start: int
    """Without it."""
    end: int
    signal: str


def _at_signals(typeset: Typeset, start: int, end: int) -> Iterator[_Stretch]:
    """A sentence cut before every signal in it."""
    text = typeset.text[start:end]
    leading = leading_signal(text)
    begins = [(start, start + leading, _CONJUNCTION.sub("", text[:leading].strip()))]
    for a, b in middle_signals(text):
        if a >= leading and not typeset.protected[start + a]:
            begins.append((start + a, _after_blanks(typeset.text, start + b), text[a:b].strip()))
    stops = [*(begin for begin, _, _ in begins[1:]), end]
    for (begin, body, signal), stop in zip(begins, stops, strict=True):
        if body < stop:
            yield _Stretch(begin, body, stop, signal)


def _after_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \u00a0":
        at += 1
    return at


def _piece(typeset: Typeset, one: _Stretch) -> Piece:
    kind = kind_of(typeset.within(one.start, one.end), bool(one.signal))
    if kind is None:
        return Piece(PieceKind.COMMENTARY, Span(one.start, one.end))
    return Piece(kind, Span(one.start, one.end), one.signal)
