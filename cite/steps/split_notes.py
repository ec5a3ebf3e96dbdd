"""A note cut into pieces: citations, cross references, and the argument between them.

Cuts fall at semicolons and sentence ends outside quotations, italics, brackets and addresses. A sentence
that only carries on the citation before it (a date, a place, an address) stays with it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cite.model.document import Span
from cite.recognisers.dates import find_accessed, find_dates
from cite.recognisers.names import could_be_names
from cite.recognisers.signals import CROSS_REFERENCE, leading_signal, middle_signal
from cite.recognisers.typography import Typeset


class PieceKind(Enum):
    """What a piece of a note does."""

    CITATION = "citation"
    CROSS_REFERENCE = "cross-reference"
    COMMENTARY = "commentary"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a note."""

    kind: PieceKind
    span: Span
    signal: str = ""


_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs?|vols?|nos?|nr|eds?|trans|pp?|ch|chap|cf|e\.g|i\.e|etc|al|op|loc|cit|ibid|Ibid|id|Id|"
    r"Rev|Univ|Dept|Inc|Ltd|Co|Corp|Assoc|Soc|Int|Intl|Am|Eur|Proc|Conf|Stat|Cong|Sess|Sec|Art|para|paras|fig|n|nn|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Mass|Conn|Calif|Ill|Penn|Minn|Wash|Ph|D|Esq|Gen|Col|Hon|No|Vol|ff|rev|repr|approx|ca|c|S|Bd|Hrsg|hrsg|Aufl|Nr|Abs|Anm|vgl|Vgl|bzw|u\.a|z\.B|Mgmt|Exec|Doc|Res|Supp|Cir|Ct|App|Crim|Civ|Int'l|Nat'l|Govt|Gov|Ass'n|L|J|Q)|\.[A-Z])$"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|been|be|being|argues?|argued|notes?|noted|"
    r"writes|wrote|says|said|shows?|showed|suggests?|became|seems?|refers?|referred|provides?|made|makes|took|takes|thank|thanks|"
    r"discuss(?:es|ed)|describes?|described|cannot|don't|doesn’t|we|I|you|they|who|whose|which|because|although|however)\b"
)
_CONTINUES = re.compile(
    r"^\s*(?:https?:|www\.|doi\b|DOI\b|<|\(?(?:last\s+)?(?:accessed|visited|retrieved|available|consulted|abgerufen|zuletzt)\b|(?:vol|no|pp?|ISBN|ISSN|issue)\b\.?|\(\d{4}\)|\d)",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"\((?:[^()]{2,90}:\s*)?[^()]{2,120},?\s*(?:n\.d\.|forthcoming|(?:c\.?\s?)?1[4-9]\d\d|20\d\d)[^()]{0,30}\)"
)
_BLUEBOOK = re.compile(r"\b\d{1,4}\s+(?:[A-Z][\w.&’']*\.?\s?){1,7}\s?§?§?\s?\d{1,5}\b")
_OSCOLA = re.compile(r"[(\[](?:1[6-9]|20)\d\d[)\]]\s*\d{0,3}\s*[A-Z][\w.() ]{0,60}\s\d+")
_PAGED = re.compile(
    r"\b(?:vol\.?\s*\d|no\.\s*\d|pp?\.\s*\d|\d+\s*\(\d{4}\)\s*:|\d+:\d+)", re.IGNORECASE
)
_UN_DOCUMENT = re.compile(
    r"\b(?:UN\s+Doc\.?|[AES]/(?:RES|HRC|CN|C)[./\d]|General\s+Assembly\s+[Rr]es|Convention\s+on|Protocol\s+to|U\.?S\.?C\.?\s*§|[Aa]ct\s+(?:of\s+)?(?:1[6-9]|20)\d\d)"
)
_CASE = re.compile(r"\b[A-Z][\w.’'&-]+(?:\s[A-Z&][\w.’'&-]*){0,5}\s+(?:v|vs)\.?\s+[A-Z]")


def split_note(typeset: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note, in order."""
    pieces: list[Piece] = []
    for start, end in _sentences(typeset):
        for piece in _classify(typeset, start, end):
            last = pieces[-1] if pieces else None
            if last and last.kind is PieceKind.CITATION and _carries_on(typeset, last, piece):
                pieces[-1] = Piece(last.kind, Span(last.span.start, piece.span.end), last.signal)
            elif last and last.kind is PieceKind.COMMENTARY and piece.kind is PieceKind.COMMENTARY:
                pieces[-1] = Piece(last.kind, Span(last.span.start, piece.span.end))
            elif last and _begins(typeset, last, piece):
                pieces[-1] = Piece(piece.kind, Span(last.span.start, piece.span.end), last.signal)
            else:
                pieces.append(piece)
    return tuple(pieces)


def _sentences(typeset: Typeset) -> Iterator[tuple[int, int]]:
    """Stretches between cuts, without outer white space."""
    text, protected = typeset.text, typeset.protected
    start = 0
    for match in re.finditer(r";|\.(?=[\s”\"’')\]]|$)|[?!](?=\s)", text):
        at = match.start()
        if protected[at] and not _closes_quote(typeset, at):
            continue
        end = match.end()
        while end < len(text) and text[end] in "”\"’')":
            end += 1
        if match[0] != ";" and not _is_sentence_end(text, at, end):
            continue
        if text[start:end].strip(" ;."):
            yield _trim(text, start, end - (match[0] == ";"))
        start = end
    if text[start:].strip(" ;."):
        yield _trim(text, start, len(text))


def _closes_quote(typeset: Typeset, at: int) -> bool:
    return any(span.end - 1 == at + 1 for span in typeset.quotes)


def _is_sentence_end(text: str, at: int, end: int) -> bool:
    before = text[max(0, at - 14) : at]
    if text[at] == "." and (
        _ABBREVIATED.search(before) or re.search(r"(?:^|[\s(-])[A-Z]$", before)
    ):
        return (
            bool(re.search(r"\b(?:et al|cit|[Ii]bid|Inc|Ltd)$", before))
            and text[end : end + 2].strip().isupper()
        )
    following = text[end:].lstrip(" \u00a0")[:1]
    return (
        not following or following.isupper() or following.isdigit() or following in "“‘\"'<(h[*«„"
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \u00a0;,":
        start += 1
    while end > start and text[end - 1] in " \u00a0;":
        end -= 1
    return start, end


def _classify(typeset: Typeset, start: int, end: int) -> Iterator[Piece]:
    """One sentence: a citation or cross reference, perhaps after an argument that ends in `see`."""
    text = typeset.text[start:end]
    signal_end = leading_signal(text)
    lead = text[:signal_end].strip()
    at = start + signal_end
    if kind := _kind(typeset.within(at, end), bool(lead)):
        yield Piece(kind, Span(at, end), lead)
        return
    middle = middle_signal(text)
    if middle and (kind := _kind(typeset.within(start + middle[1], end), True)):
        if text[: middle[0]].strip(" ,(;—–-"):
            yield Piece(PieceKind.COMMENTARY, Span(start, start + middle[0]))
        signal = text[middle[0] : middle[1]].strip()
        begin = start + middle[1]
        while begin < end and typeset.text[begin] == " ":
            begin += 1
        yield Piece(kind, Span(begin, end), signal)
        return
    yield Piece(PieceKind.COMMENTARY, Span(start, end))


def _kind(part: Typeset, signalled: bool) -> PieceKind | None:
    text = part.text
    reference = CROSS_REFERENCE.search(text)
    if reference and (
        reference.start() < 90 or could_be_names(text[: reference.start()].split("(")[0])
    ):
        if (
            reference.lastgroup in ("supra", "nn", "label", "label2")
            or reference["supra"]
            or reference["nn"]
        ):
            if reference["label"] or reference["label2"] or len(text) < 160:
                return PieceKind.CROSS_REFERENCE
        elif len(text[: reference.start()]) < 90 or not part.quotes:
            return PieceKind.CROSS_REFERENCE
    if names_and_page(text):
        return PieceKind.CROSS_REFERENCE
    return PieceKind.CITATION if _is_citation(part, signalled) else None


_NAMES_AND_PAGE = re.compile(
    r"(?P<names>[^\d“\"‘]{2,80}?),\s*(?:pp?\.\s*)?(?P<pin>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\.?$"
)


def names_and_page(text: str) -> re.Match[str] | None:
    """`Doe and Roe, 17.`: a short form of nothing but names and a page."""
    match = _NAMES_AND_PAGE.fullmatch(text.strip())
    return match if match and could_be_names(match["names"]) else None


def _is_citation(part: Typeset, signalled: bool) -> bool:
    """Enough of what only citations have; a sentence that argues needs more of it."""
    text = part.text
    prose = _prose(part)
    verbs = len(_FINITE.findall(prose))
    score = 0.0
    dates = find_dates(prose + " ".join(re.findall(r"\([^()]*\)", text)))
    first = min((span.start for span in (*part.quotes, *part.italics)), default=None)
    heading = text[:first].strip(" ,.:") if first is not None else ""
    if first is not None and (not heading or could_be_names(heading)):
        score += 1.5
    elif first is not None:
        score += 0.3
    if part.quotes and part.italics:
        score += 1
    if dates:
        score += 0.8
    if _IMPRINT.search(text):
        score += 1.5
    if _BLUEBOOK.search(text) or _OSCOLA.search(text) or _CASE.search(text):
        score += 2
    if _UN_DOCUMENT.search(text):
        score += 1
    if _PAGED.search(text):
        score += 0.8
    if part.links:
        score += 1
    if find_accessed(text):
        score += 1
    if signalled:
        score += 0.5
    head = re.split(r"[,:.(“\"‘]", text, maxsplit=1)[0]
    if could_be_names(head) and len(head.split()) > 1 and "," in text:
        score += 0.8
    return score - 0.9 * min(verbs, 4) >= 1.5


def _prose(part: Typeset) -> str:
    """The words outside quotations, italics and addresses."""
    chars = list(part.text)
    for span in (*part.quotes, *part.italics, *(link.span for link in part.links)):
        for at in range(span.start, min(span.end, len(chars))):
            chars[at] = " "
    return re.sub(r"\([^()]*\)", " ", "".join(chars))


def _carries_on(typeset: Typeset, last: Piece, piece: Piece) -> bool:
    """Whether a sentence only adds a date, an imprint or an address to the citation before it."""
    text = typeset.text[piece.span.start : piece.span.end]
    part = typeset.within(piece.span.start, piece.span.end)
    between = typeset.text[last.span.end : piece.span.start]
    if ";" in between or piece.signal or piece.kind is PieceKind.CROSS_REFERENCE:
        return False
    if _FINITE.search(_prose(part)) and not part.links:
        return False
    if _CONTINUES.match(text):
        return True
    if part.quotes or part.italics or len(text) > 140:
        return False
    dates = find_dates(text)
    return bool(dates and dates[0].span.start < 4) or (
        piece.kind is PieceKind.COMMENTARY
        and len(text.split()) <= 12
        and not _FINITE.search(text)
        and text[:1].isupper()
    )


def _begins(typeset: Typeset, last: Piece, piece: Piece) -> bool:
    """Whether the piece before is the authors, or a title, of this one: `Doe, Jane. *Title*. 1999.`"""
    if last.kind is not PieceKind.COMMENTARY or piece.signal:
        return False
    text = typeset.text[last.span.start : last.span.end]
    if ";" in typeset.text[last.span.end : piece.span.start]:
        return False
    return len(text) < 200 and could_be_names(text.rstrip("."))
