"""A note in the manner of German law journals cut into pieces: citations where their forms are found."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cite.model.document import Span
from cite.recognisers.segment.continental import Found, find_continental
from cite.recognisers.text.typography import Typeset
from cite.recognisers.text.vocabulary import YEAR
from cite.steps.reading.pieces import Piece, PieceKind

_LEAD = 12
"""Words that lead up to a citation; more are an argument."""
_KINDS = {
    "work": PieceKind.CITATION,
    "short": PieceKind.CITATION,
    "back": PieceKind.CROSS_REFERENCE,
}


def split_continental(typeset: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note, in order; none where it has no citation in these forms, or one in another."""
    found = find_continental(typeset)
    between = pairwise(
        [0, *(edge for one in found for edge in (one.start, one.end)), len(typeset.text)]
    )
    others = any(_IMPRINT.search(typeset.text, *edges) for edges in list(between)[::2])
    return () if others or not found else tuple(_pieces(typeset.text, found))


_IMPRINT = re.compile(rf"\([^()]{{2,90}}[\s,]{YEAR}\)")


def _pieces(text: str, found: list[Found]) -> Iterator[Piece]:
    at = 0
    for one in found:
        yield from _argument(text, at, one.lead)
        lead = text[one.lead : one.start].lstrip(" .,;:–—-\u00a0").rstrip(" ,;:–—-\u00a0")
        leads = len(lead.split()) <= _LEAD
        if not leads:
            yield from _argument(text, one.lead, one.start)
        end = one.start + len(text[one.start : one.end].rstrip(" ;,"))
        yield Piece(
            _KINDS[one.kind], Span(one.start, end), lead if leads else "", form="continental"
        )
        at = one.end
    yield from _argument(text, at, len(text))


def _argument(text: str, start: int, end: int) -> Iterator[Piece]:
    """What is said between two citations, where it says something."""
    if len(re.findall(r"[^\W\d_]{2,}", text[start:end])) > 1:
        yield Piece(PieceKind.COMMENTARY, Span(start, end))
