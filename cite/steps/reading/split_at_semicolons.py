"""A note in Cyrillic or in Arabic, cut into pieces at its semicolons."""

from collections.abc import Iterator

from cite.model.document import Span
from cite.recognisers.languages.language import Script
from cite.recognisers.segment.semicolons import cites, leading_words, parts_of
from cite.recognisers.segment.signals import CROSS_REFERENCE
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.pieces import Piece, PieceKind

_LONGEST_BACK = 160
"""Characters of a piece that points back: names, a short title and a page."""


def split_at_semicolons(typeset: Typeset, script: Script) -> tuple[Piece, ...]:
    """The pieces of a note, in order."""
    pieces: list[Piece] = []
    for piece in _pieces(typeset.text, script):
        last = pieces[-1] if pieces else None
        if last and piece.kind is last.kind is PieceKind.COMMENTARY:
            pieces[-1] = Piece(piece.kind, Span(last.span.start, piece.span.end))
        else:
            pieces.append(piece)
    return tuple(pieces)


def _pieces(text: str, script: Script) -> Iterator[Piece]:
    for start, end in parts_of(text):
        led = leading_words(text[start:end], script)
        signal = text[start : start + led].strip(" :,")
        body = text[start + led : end]
        span = Span(start + led, end)
        if CROSS_REFERENCE.search(body) and len(body) < _LONGEST_BACK:
            yield Piece(PieceKind.CROSS_REFERENCE, span, signal)
        elif cites(body, bool(led)):
            yield Piece(PieceKind.CITATION, span, signal)
        else:
            yield Piece(PieceKind.COMMENTARY, Span(start, end))
