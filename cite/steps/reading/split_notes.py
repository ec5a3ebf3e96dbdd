"""A note cut into pieces: citations, cross references, and the argument between them.

Cuts fall at semicolons, at sentence ends and before a second work. What only carries on the citation before
it (a date, a place, an address, a container) stays with it; what only begins one (authors) goes with the next.
"""

import re
from collections.abc import Iterator

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.forms.archival import is_archival
from cite.recognisers.segment.boundaries import sentences
from cite.recognisers.segment.citation_signs import has_verb, is_citation
from cite.recognisers.segment.cross_references import (
    by_the_same,
    container_begins,
    names_and_page,
    short_case,
)
from cite.recognisers.segment.signals import CROSS_REFERENCE, leading_signal, middle_signals
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.pieces import Piece, PieceKind

_CONTINUES = re.compile(
    r"^\s*(?:https?:|www\.|doi\b|DOI\b|<|\(?(?:last\s+)?(?:accessed|visited|retrieved|available|consulted|abgerufen|zuletzt|archived|updated|modified)\b|"
    r"(?:vol|no|pp?|ISBN|ISSN|issue|PMID|PMC|arXiv|bibcode|hdl|OCLC|S2CID|JSTOR)\b\.?|\(\d{4}\)|\d|\((?:[^()]{2,90}:\s)?[^()]{2,90}(?:1[4-9]|20)\d\d\)|"
    r"(?:In|in|Edited|Compiled|Selected|Introduced|Annotated|Translated|Trans|Ed|Eds|Reprint|Repr|Revised|Rev|\w+ edition|\d\w\w? ed)\b[.:]?\s|Ph\.?D\.?\b|(?:Master|Doctoral|MA|M\.A\.)\b)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^\W*(?:(?:my|our|author[’']?s?|translations?|emphas[ie]s|italics)\b.{0,60}?(?:translations?|added|mine|original|ours?|own|emphasis|italics)?|hereafter\b.*|hereinafter\b.*|cited (?:hereafter|as)\b.*|subsequent (?:references|citations)\b.*|all translations\b.*)\W*$",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"(?:and\s+)?(?:(?:van|von|de|der|den|la|le|du)\s){0,3}[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){0,2},\s+[A-ZÀ-Ž][\w.’' -]{0,40}"
)


_CONJUNCTION = re.compile(
    r"^(?:and|or|und|et|&|as well as)\b[,\s]*|[\s,]*\b(?:and|or|und|et|&)$", re.IGNORECASE
)


LONGEST = 3000
"""Characters of the longest citation; a work with forty authors has half as many."""
_BLANK = re.compile(r"\s{60}")


def split_note(typeset: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note, in order."""
    pieces: list[Piece] = []
    for start, end in _joined_lists(typeset, sentences(typeset)):
        for piece in _classify(typeset, start, end):
            _append(typeset, pieces, piece)
    return tuple(_demoted(typeset, pieces))


def whole_note(typeset: Typeset, entry: bool = True) -> tuple[Piece, ...]:
    """One piece: an entry of a bibliography is one citation, whatever its punctuation."""
    return (Piece(PieceKind.CITATION, Span(0, len(typeset.text)), entry=entry),)


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


def _append(typeset: Typeset, pieces: list[Piece], piece: Piece) -> None:
    last = pieces[-1] if pieces else None
    text = typeset.text[piece.span.start : piece.span.end]
    if (
        last
        and last.kind is not PieceKind.COMMENTARY
        and piece.kind is PieceKind.COMMENTARY
        and _REMARK.match(text)
    ):
        pieces[-1] = Piece(last.kind, last.span, last.signal, text.strip(" .()"))
    elif last and last.kind is PieceKind.CITATION and _carries_on(typeset, last, piece):
        pieces[-1] = Piece(last.kind, Span(last.span.start, piece.span.end), last.signal)
    elif last and last.kind is PieceKind.COMMENTARY and piece.kind is PieceKind.COMMENTARY:
        pieces[-1] = Piece(last.kind, Span(last.span.start, piece.span.end))
    elif last and _begins(typeset, last, piece):
        pieces[-1] = Piece(piece.kind, Span(last.span.start, piece.span.end), last.signal)
    else:
        pieces.append(piece)


def _demoted(typeset: Typeset, pieces: list[Piece]) -> Iterator[Piece]:
    """A quotation before a citation by others is what they said, not a title."""
    for at, piece in enumerate(pieces):
        part = typeset.within(piece.span.start, piece.span.end)
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        only_quote = (
            len(part.quotes) == 1
            and not part.italics
            and len(part.text.strip(" .")) <= part.quotes[0].end - part.quotes[0].start + 1
        )
        if (
            piece.kind is PieceKind.CITATION
            and only_quote
            and (
                (following is not None and following.kind is not PieceKind.COMMENTARY)
                or len(part.text.split()) > 25
            )
            and not piece.signal
        ):
            yield Piece(PieceKind.COMMENTARY, piece.span)
        else:
            yield piece


def _classify(typeset: Typeset, start: int, end: int) -> Iterator[Piece]:
    """One sentence: a citation or cross reference, perhaps after an argument that ends in `see`."""
    text = typeset.text[start:end]
    if len(text) > LONGEST or _BLANK.search(text):
        yield Piece(PieceKind.COMMENTARY, Span(start, end))
        return
    signal_end = leading_signal(text)
    lead = text[:signal_end].strip()
    begins = [(start, start + signal_end, _CONJUNCTION.sub("", lead))]
    begins += [
        (start + a, _after_blanks(typeset.text, start + b), text[a:b].strip())
        for a, b in middle_signals(text)
        if a >= signal_end and not typeset.protected[start + a]
    ]
    stops = [where for where, _, _ in begins[1:]] + [end]
    pieces = [
        _piece(typeset, body, stop, signal, body == start + signal_end)
        for (_, body, signal), stop in zip(begins, stops, strict=True)
        if body < stop
    ]
    if len(pieces) > 1 and all(piece.kind is PieceKind.COMMENTARY for piece in pieces):
        yield Piece(PieceKind.COMMENTARY, Span(start, end))
        return
    for at, piece in enumerate(pieces):
        if piece.kind is PieceKind.COMMENTARY:
            begin = begins[at][0]
            if typeset.text[begin : piece.span.end].strip(" ,(;—–-:"):
                yield Piece(PieceKind.COMMENTARY, Span(begin, piece.span.end))
        else:
            yield piece


def _after_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \u00a0":
        at += 1
    return at


def _piece(typeset: Typeset, start: int, end: int, signal: str, leading: bool) -> Piece:
    kind = kind_of(typeset.within(start, end), bool(signal))
    if kind is None:
        return Piece(PieceKind.COMMENTARY, Span(start, end))
    return Piece(kind, Span(start, end), signal)


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


def _is_cross_reference(part: Typeset, reference: re.Match[str]) -> bool:
    """Whether the words that point back are what the piece is about, and no full citation stands before them."""
    before = part.text[: reference.start()].strip(" ,(")
    if reference["id"] and _names_another_work(part):
        return False
    if reference["supra"] or reference["nn"]:
        labelled = reference["label"] or reference["label2"]
        if not labelled:
            return (
                len(part.text) < 160
                and not has_verb(part)
                and (not before or could_be_names(before))
            )
        if (
            reference["nn"]
            and not reference["nn"].startswith("(")
            and not reference["above"]
            and before
            and not re.search(r"\d{4}", before)
            and len(before) < 4
        ):
            return False
        full = is_citation(part.within(0, reference.start()), False) and bool(find_dates(before))
        return not full and len(before) < 160 and not (has_verb(part) and len(part.text) > 120)
    if reference["id"] and before and not could_be_names(before):
        return False
    return len(before) < 120 and not (
        has_verb(part.within(0, reference.start())) and len(before) > 40
    )


def _names_another_work(part: Typeset) -> bool:
    """`Id., *Surveiller et punir*, Paris, 1975`: a title and a date behind a pronoun for its author."""
    pronoun = by_the_same(part.text)
    if not pronoun:
        return False
    begins = any(0 <= mark.start - pronoun.end() < 3 for mark in (*part.italics, *part.quotes))
    return begins and bool(find_dates(part.text[pronoun.end() :]))


def _carries_on(typeset: Typeset, last: Piece, piece: Piece) -> bool:
    """Whether a piece only adds a container, a date, an imprint or an address to the citation before it."""
    text = typeset.text[piece.span.start : piece.span.end]
    part = typeset.within(piece.span.start, piece.span.end)
    between = typeset.text[last.span.end : piece.span.start]
    if ";" in between or piece.signal or piece.kind is PieceKind.CROSS_REFERENCE:
        return False
    if part.quotes and part.quotes[0].start < 3:
        return False
    if has_verb(part) and not (part.links and _CONTINUES.match(text)):
        return False
    if _CONTINUES.match(text):
        return True
    if is_archival(text) and len(text) < 200 and not (part.quotes or part.italics):
        return True
    before = typeset.within(last.span.start, last.span.end)
    if _lacks_container(before) and (
        (part.italics and part.italics[0].start < 3) or _starts_container(text)
    ):
        return True
    if part.quotes or part.italics or len(text) > 140:
        return False
    dates = find_dates(text)
    if dates and dates[0].span.start < 4:
        return True
    if re.match(r"[A-ZÀ-Ž][\w .,’'-]{1,50}:\s+[A-ZÀ-Ž]", text) and dates:
        return True
    return (
        piece.kind is PieceKind.COMMENTARY
        and text.endswith((".", ")", "]", "”"))
        and len(text.split()) <= 12
        and text[:1].isupper()
        and not could_be_names(text.split(",")[0])
    )


def _lacks_container(part: Typeset) -> bool:
    """Whether a citation ends with its quoted title, or with a translation of it."""
    if not part.quotes:
        return False
    behind = re.sub(r"\[[^\[\]]{2,300}\]", "", part.text[part.quotes[-1].end :])
    return not behind.strip(" .,")


def _starts_container(text: str) -> bool:
    """`Journal of the American Oriental Society 12 (1999): 3`, `Cross Validated`: no names before a title."""
    return bool(re.match(r"(?:The\s)?[A-ZÀ-Ž][^“\"‘]{3,160}$", text))


def _begins(typeset: Typeset, last: Piece, piece: Piece) -> bool:
    """Whether the piece before is the authors, or a title, of this one: `Doe, Jane. *Title*. 1999.`"""
    if (
        last.kind is not PieceKind.COMMENTARY
        or piece.signal
        or piece.kind is PieceKind.CROSS_REFERENCE
    ):
        return False
    text = typeset.text[last.span.start : last.span.end]
    if ";" in typeset.text[last.span.end : piece.span.start]:
        return False
    return (
        len(text) < 400
        and could_be_names(text.rstrip("."))
        and not could_be_names(
            typeset.text[piece.span.start : piece.span.end].split(",")[0].split("“")[0]
        )
    )
