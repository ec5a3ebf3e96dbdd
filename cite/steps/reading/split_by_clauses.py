"""A note of another language than English, cut at its semicolons where every part can be read clause by clause.

Full stops part the fields of one work in some languages and two works in others; that nothing is left over
says more than any of them.
"""

from collections.abc import Iterator

from cite.model.document import Span
from cite.recognisers.fields.addresses import read_addresses
from cite.recognisers.forms.clauses.form import is_foreign, read_clauses
from cite.recognisers.forms.judgments import names_a_judgment, read_judgment
from cite.recognisers.forms.shelves import read_shelf
from cite.recognisers.segment.cross_references import by_the_same
from cite.recognisers.segment.signals import CROSS_REFERENCE, leading_signal
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.pieces import Piece, PieceKind

_LONGEST = 1200


def split_by_clauses(typeset: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note; none where some part of it is anything but a citation in such a form."""
    if len(typeset.text) > _LONGEST or not (
        is_foreign(typeset.text) or names_a_judgment(typeset.text)
    ):
        return ()
    pieces: list[Piece] = []
    for start, end in _parts(typeset):
        piece = _piece(typeset, start, end)
        if piece is None:
            return ()
        pieces.append(piece)
    return tuple(pieces) if any(one.kind is PieceKind.CITATION for one in pieces) else ()


def _parts(typeset: Typeset) -> Iterator[tuple[int, int]]:
    """Between semicolons outside brackets and titles; those between two names part no works."""
    start = 0
    for at, char in enumerate(typeset.text):
        if (
            char == ";"
            and not typeset.protected[at]
            and any(c.isdigit() for c in typeset.text[start:at])
        ):
            yield start, at
            start = at + 1
    yield start, len(typeset.text)


def _piece(typeset: Typeset, start: int, end: int) -> Piece | None:
    text = typeset.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    begin = start + leading_signal(text[start:end])
    signal = text[start:begin].strip(" ,:")
    part = typeset.within(begin, end)
    if CROSS_REFERENCE.search(part.text):
        return None
    draft = Draft(part)
    read_addresses(draft)
    fits = read_judgment(draft) or read_shelf(draft) or read_clauses(draft)
    form = "clauses" if by_the_same(part.text) else ""
    return Piece(PieceKind.CITATION, Span(begin, end), signal, form=form) if fits else None
