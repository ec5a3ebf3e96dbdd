"""A note in Chinese or Japanese, cut into pieces: semicolons and full stops part its citations."""

from collections.abc import Iterator

from cite.model.document import Span
from cite.recognisers.segment.east_asian import (
    cites,
    leading_words,
    middle_words,
    parts_of,
    points_back,
)
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.pieces import Piece, PieceKind


def split_east_asian(typeset: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note, in order."""
    pieces: list[Piece] = []
    for start, end in parts_of(typeset.text):
        for piece in _pieces(typeset.text, start, end):
            last = pieces[-1] if pieces else None
            if last and piece.kind is last.kind is PieceKind.COMMENTARY:
                pieces[-1] = Piece(piece.kind, Span(last.span.start, piece.span.end))
            else:
                pieces.append(piece)
    return tuple(pieces)


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    led = leading_words(text[start:end])
    if not led and (middle := middle_words(text[start:end])):
        yield Piece(PieceKind.COMMENTARY, Span(start, start + middle[0]))
        start, led = start + middle[0], middle[1] - middle[0]
    body = text[start + led : end]
    signal = text[start : start + led].strip(" :：,，")
    span = Span(start + led, end)
    if points_back(body):
        yield Piece(PieceKind.CROSS_REFERENCE, span, signal)
    elif cites(body):
        yield Piece(PieceKind.CITATION, span, signal)
    else:
        yield Piece(PieceKind.COMMENTARY, Span(start, end))
