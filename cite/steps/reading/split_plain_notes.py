"""A note of a document in plain type, cut into pieces by what its words are taken for.

Without italics little marks where one work ends: full stops part the fields of one as well as two works,
and an argument has the capitals of a title. The model that labels citations has seen notes of both kinds.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from cite.model.document import Span
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.forms.archival import names_an_interview
from cite.recognisers.labels.labels import Labelled, label_citation
from cite.recognisers.segment.citation_signs import is_law
from cite.recognisers.segment.signals import CROSS_REFERENCE, leading_signal
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.kind_of_piece import kind_of
from cite.steps.reading.pieces import Piece, PieceKind
from cite.steps.reading.split_notes import split_note

_PARTS = frozenset(("end", "signal", "comment"))
_LOOSE = frozenset(("other", "note", "label", "locator"))
_SURE = 0.75
_REMARK = 8
"""Words of a remark behind a citation; what is longer is an argument."""


def split_plain_note(typeset: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note of a document without italics, in order.

    Cut by punctuation where it points back or cites law, whose forms are few and known, and where labels
    are in doubt.
    """
    again = any(map(names_an_interview, typeset.text.split(";")))
    if again or _marked(typeset) or CROSS_REFERENCE.search(typeset.text) or is_law(typeset):
        return split_note(typeset)
    found = label_citation(typeset.text, (), typeset.quotes)
    weights = [one.span.end - one.span.start for one in found]
    sure = sum(one.confidence * weight for one, weight in zip(found, weights, strict=True))
    if not found or sure / sum(weights) < _SURE:
        return split_note(typeset)
    pieces: list[Piece] = []
    for piece in _pieces(typeset, found):
        if _is_remark(typeset, pieces, piece):
            text = typeset.text[piece.span.start : piece.span.end].strip(" .,;()")
            pieces[-1] = replace(pieces[-1], trailing=text)
        else:
            pieces.append(piece)
    return tuple(pieces)


def _marked(typeset: Typeset) -> bool:
    """`Vgl. Stein, ‘Bodies That Speak’`: a signal, names, and a quoted title."""
    signal = leading_signal(typeset.text)
    if typeset.quotes and not signal:
        return typeset.quotes[0].start < 2
    if not typeset.quotes:
        return False
    return could_be_names(typeset.text[signal : typeset.quotes[0].start])


def _pieces(typeset: Typeset, found: tuple[Labelled, ...]) -> Iterator[Piece]:
    signal = ""
    work: list[Labelled] = []
    for one in (*found, Labelled("end", Span(len(typeset.text), len(typeset.text)), 1.0)):
        if one.label not in _PARTS:
            if work or one.label not in _LOOSE or _opens(typeset, one):
                work.append(one)
            continue
        if work:
            yield _piece(typeset, work, signal)
            work, signal = [], ""
        if one.label == "signal":
            signal = typeset.text[one.span.start : one.span.end].strip()
        elif one.label == "comment":
            yield Piece(PieceKind.COMMENTARY, one.span)


def _piece(typeset: Typeset, work: list[Labelled], signal: str) -> Piece:
    start, end = work[0].span.start, work[-1].span.end
    while end > start and typeset.text[end - 1] in " ;,":
        end -= 1
    kind = kind_of(typeset.within(start, end), bool(signal))
    if kind is None:
        kind = PieceKind.CITATION if _names_a_work(typeset, work, start) else PieceKind.COMMENTARY
    return Piece(kind, Span(start, end), signal)


def _opens(typeset: Typeset, one: Labelled) -> bool:
    """`A report by …`: words at the head of a note that are no field belong to what follows."""
    words = typeset.text[one.span.start : one.span.end].split()
    return one.label == "other" and one.span.start == 0 and len(words) > 1


def _names_a_work(typeset: Typeset, work: list[Labelled], start: int) -> bool:
    """Whether its labels are those of a work: more than a title, or than a name and a year far apart.

    What begins in mid-sentence is an argument, unless names begin it.
    """
    labels = {one.label for one in work} - _LOOSE
    begins = work[0].label in ("author", "editor") or not typeset.text[start].islower()
    short = work[-1].span.end - start < _SHORT
    return begins and len(labels) > 1 and (short or bool(labels & _NAMING))


_NAMING = frozenset(("title", "journal", "booktitle", "publisher", "xref"))
"""Labels of what a work is: a name and a year far apart are more likely an argument."""
_SHORT = 60
"""Characters of names with a year and a page."""


def _is_remark(typeset: Typeset, pieces: list[Piece], piece: Piece) -> bool:
    """`, emphasis added`, `(footnotes omitted)`: a few words behind a citation, in the same sentence."""
    if piece.kind is not PieceKind.COMMENTARY or not pieces:
        return False
    last = pieces[-1]
    between = typeset.text[last.span.end : piece.span.start]
    text = typeset.text[piece.span.start : piece.span.end].strip(" ,")
    follows = last.kind is not PieceKind.COMMENTARY and not re.search(r"[.;]", between)
    return follows and len(text.split()) <= _REMARK and not text[:1].isupper()
