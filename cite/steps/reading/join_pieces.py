"""The pieces of a note joined where one only carries on, or only begins, the other."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.forms.archival import is_archival
from cite.recognisers.segment.citation_signs import has_verb
from cite.recognisers.text.typography import Typeset
from cite.recognisers.text.vocabulary import CAPITAL, YEAR, either
from cite.steps.reading.pieces import Piece, PieceKind


def join_pieces(typeset: Typeset, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces that are left, in order."""
    joined: list[Piece] = []
    for piece in pieces:
        _append(typeset, joined, piece)
    return tuple(_demoted(typeset, joined))


_OF_TRANSLATION = either(
    "my | our | author | author’s | author's | authors | translation | translations | emphasis | emphases | italics"
)
_WHOSE = either(
    "translation | translations | added | mine | original | our | ours | own | emphasis | italics"
)
_HEREAFTER = (
    r"hereafter\b.*|hereinafter\b.*|cited (?:hereafter|as)\b.*"
    r"|subsequent (?:references|citations)\b.*|all translations\b.*"
)
_REMARK = re.compile(
    rf"^\W*(?:{_OF_TRANSLATION}\b.{{0,60}}?{_WHOSE}?|{_HEREAFTER})\W*$", re.IGNORECASE
)
"""`my translation`, `emphasis added`, `hereafter cited as …`: what is said of a citation behind it."""


def _append(typeset: Typeset, pieces: list[Piece], piece: Piece) -> None:
    """The piece joined to the last one, or behind it."""
    if pieces and (joined := _joined(typeset, pieces[-1], piece)):
        pieces[-1] = joined
    else:
        pieces.append(piece)


def _joined(typeset: Typeset, last: Piece, piece: Piece) -> Piece | None:
    """The one piece that two make."""
    both = Span(last.span.start, piece.span.end)
    text = typeset.text[piece.span.start : piece.span.end]
    argued, argues = (one.kind is PieceKind.COMMENTARY for one in (last, piece))
    if argues and not argued and _REMARK.match(text):
        return Piece(last.kind, last.span, last.signal, text.strip(" .()"))
    if last.kind is PieceKind.CITATION and _carries_on(typeset, last, piece):
        return Piece(last.kind, both, last.signal)
    if argued and argues:
        return Piece(last.kind, both)
    if _begins(typeset, last, piece):
        return Piece(piece.kind, both, last.signal)
    return None


_MANY_WORDS = 25
"""More than a title has."""


def _demoted(typeset: Typeset, pieces: list[Piece]) -> Iterator[Piece]:
    """A quotation before a citation by others is what they said, not a title."""
    for piece, following in zip_longest(pieces, pieces[1:]):
        part = typeset.within(piece.span.start, piece.span.end)
        cited = following is not None and following.kind is not PieceKind.COMMENTARY
        if (
            piece.kind is PieceKind.CITATION
            and not piece.signal
            and _is_only_a_quotation(part)
            and (cited or len(part.text.split()) > _MANY_WORDS)
        ):
            yield Piece(PieceKind.COMMENTARY, piece.span)
        else:
            yield piece


def _is_only_a_quotation(part: Typeset) -> bool:
    if len(part.quotes) != 1 or part.italics:
        return False
    return len(part.text.strip(" .")) <= part.quotes[0].end - part.quotes[0].start + 1


_SEEN = (
    r"\(?(?:last\s+)?"
    + either(
        "accessed | visited | retrieved | available | consulted | abgerufen | zuletzt | archived | updated | modified"
    )
    + r"\b"
)
_NUMBER_OF = either(
    "vol | no | p | pp | ISBN | ISSN | issue | PMID | PMC | arXiv | bibcode | hdl | OCLC | S2CID | JSTOR"
)
_IMPRINT = rf"\(\d{{4}}\)|\d|\((?:[^()]{{2,90}}:\s)?[^()]{{2,90}}{YEAR}\)"
_ADDED = either(
    "In | Edited | Compiled | Selected | Introduced | Annotated | Translated | Trans | Ed | Eds | Reprint | Repr | "
    "Revised | Rev"
)
_ADDITION = rf"(?:{_ADDED}|\w+ edition|\d\w\w? ed)\b[.:]?\s"
_DEGREE = r"Ph\.?D\.?\b|(?:Master|Doctoral|MA|M\.A\.)\b"
_CONTINUES = re.compile(
    rf"^\s*(?:https?:|www\.|doi\b|<|{_SEEN}|{_NUMBER_OF}\b\.?|{_IMPRINT}|{_ADDITION}|{_DEGREE})",
    re.IGNORECASE,
)
"""What begins an address, an imprint, an addition: nothing that begins a citation."""


def _carries_on(typeset: Typeset, last: Piece, piece: Piece) -> bool:
    """Whether a piece only adds a container, a date, an imprint or an address to the citation before it."""
    between = typeset.text[last.span.end : piece.span.start]
    if ";" in between or piece.signal or piece.kind is PieceKind.CROSS_REFERENCE:
        return False
    part = typeset.within(piece.span.start, piece.span.end)
    continues = bool(_CONTINUES.match(part.text))
    says_something = has_verb(part) and not (part.links and continues)
    if _begins_marked(part.quotes) or says_something:
        return False
    before = typeset.within(last.span.start, last.span.end)
    return (
        continues
        or _is_shelf(part)
        or _is_container(before, part)
        or _is_imprint(part)
        or (_is_dated_first(before) and _is_place_and_house(part))
        or (piece.kind is PieceKind.COMMENTARY and _is_fragment(part))
    )


def _begins_marked(marks: tuple[Span, ...]) -> bool:
    return bool(marks) and marks[0].start < 3


def _is_plain(part: Typeset, longest: int) -> bool:
    return not (part.quotes or part.italics) and len(part.text) <= longest


def _is_shelf(part: Typeset) -> bool:
    """`Box 12, Folder 3`: where in an archive a document lies."""
    return _is_plain(part, 199) and is_archival(part.text)


def _is_container(before: Typeset, part: Typeset) -> bool:
    return _lacks_container(before) and (
        _begins_marked(part.italics) or bool(_CONTAINER_BEGINS.match(part.text))
    )


_CONTAINER_BEGINS = re.compile(rf"(?:The\s)?{CAPITAL}[^“\"‘]{{3,160}}$")
"""`Journal of the American Oriental Society 12 (1999): 3`, `Cross Validated`: no names before a title."""
_TRANSLATION = re.compile(r"\[[^\[\]]{2,300}\]")


def _lacks_container(part: Typeset) -> bool:
    """Whether a citation ends with its quoted title, or with a translation of it."""
    if not part.quotes:
        return False
    behind = _TRANSLATION.sub("", part.text[part.quotes[-1].end :])
    return not behind.strip(" .,")


_LONGEST_ADDITION = 140
"""Characters."""
_PLACE_COLON = re.compile(rf"{CAPITAL}[\w .,’'-]{{1,50}}:\s+{CAPITAL}")


def _is_imprint(part: Typeset) -> bool:
    """`12 May 1943.`, `Oxford: Clarendon Press, 1999.`"""
    if not _is_plain(part, _LONGEST_ADDITION):
        return False
    dates = find_dates(part.text)
    return bool(dates) and (dates[0].span.start < 4 or bool(_PLACE_COLON.match(part.text)))


_DATED_FIRST = re.compile(rf"[^()]{{3,300}}\({YEAR}[a-z]?(?:,\s[^()]{{3,20}})?\)[.,:]")


def _is_dated_first(before: Typeset) -> bool:
    """`Gigerenzer, G. (2008). *Rationality*.`: the year behind the names, so that none follows at the end."""
    match = _DATED_FIRST.match(before.text)
    return bool(match) and could_be_names(before.text[: before.text.index("(")]) if match else False


def _is_place_and_house(part: Typeset) -> bool:
    return _is_plain(part, _LONGEST_ADDITION) and bool(_PLACE_COLON.match(part.text))


def _is_fragment(part: Typeset) -> bool:
    """`Harvard Business School.`: a few words that end as a sentence does and name no one."""
    text = part.text
    return (
        _is_plain(part, _LONGEST_ADDITION)
        and text.endswith((".", ")", "]", "”"))
        and len(text.split()) <= 12
        and text[:1].isupper()
        and not could_be_names(text.split(",")[0])
    )


_LONGEST_BEGINNING = 400
"""Characters of authors."""


def _begins(typeset: Typeset, last: Piece, piece: Piece) -> bool:
    """Whether the piece before is the authors, or a title, of this one: `Doe, Jane. *Title*. 1999.`"""
    between = typeset.text[last.span.end : piece.span.start]
    pointed = piece.signal or piece.kind is PieceKind.CROSS_REFERENCE
    if last.kind is not PieceKind.COMMENTARY or pointed or ";" in between:
        return False
    before = typeset.text[last.span.start : last.span.end]
    first_words = typeset.text[piece.span.start : piece.span.end].split(",")[0].split("“")[0]
    return (
        len(before) < _LONGEST_BEGINNING
        and could_be_names(before.rstrip("."))
        and not could_be_names(first_words)
    )
