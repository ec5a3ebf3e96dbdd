"""Quotations in the body of an article, each with the note that cites its source; and what is in marks and is none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cite.formats.lines import Lines
from cite.model.document import Paragraph, ParagraphKind
from cite.model.findings import Place
from cite.model.notes import Document, Marker
from cite.model.quotations import PassedOver, Quotation, Shape
from cite.steps.quotations.marks import Marked, marked
from cite.steps.reading.place_at import place_at
from cite.steps.reading.sentences import sentence_ends

LEAST_WORDS = 4
"""Words in marks that are a quotation even where no note follows at once."""
LEAST_OF_BLOCK = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in marks or in blocks of its own."""

    quotations: tuple[Quotation, ...]
    passed_over: tuple[PassedOver, ...]


def find_quotations(document: Document) -> Found:
    """Quotations in reading order; those of headings, captions, tables and notes are not looked at."""
    finder = _Finder(document)
    for index, paragraph in enumerate(document.body):
        finder.paragraph(index, paragraph)
    return Found(tuple(finder.quotations), tuple(finder.passed_over))


class _Finder:
    """One pass over one body."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = Lines(document.source) if document.source else None
        self.quotations: list[Quotation] = []
        self.passed_over: list[PassedOver] = []
        self.markers: dict[int, list[Marker]] = {}
        for marker in document.markers:
            if marker.paragraph is not None and marker.offset is not None:
                self.markers.setdefault(marker.paragraph, []).append(marker)
        self.done = -1
        """Index of the last paragraph that a quotation of several paragraphs took in."""

    def paragraph(self, index: int, paragraph: Paragraph) -> None:
        if index <= self.done:
            return
        if paragraph.kind is ParagraphKind.QUOTATION:
            self._block(index)
        elif paragraph.kind in (ParagraphKind.TEXT, ParagraphKind.LIST_ITEM):
            if self._lost_its_markup(index, paragraph):
                self._unmarked(index, paragraph)
            else:
                self._inline(index, paragraph)

    # Blocks

    def _block(self, index: int) -> None:
        body = self.document.body
        last = index
        while last + 1 < len(body) and body[last + 1].kind is ParagraphKind.QUOTATION:
            last += 1
        self.done = last
        parts = [body[at].text.strip() for at in range(index, last + 1)]
        markers = [marker for at in range(index, last + 1) for marker in self.markers.get(at, ())]
        marker = markers[-1] if markers else self._introducing(index)
        parts = [part for part in parts if not _ATTRIBUTION_LINE.match(part)] or parts
        text = _unquoted(_ATTRIBUTION_LINE_WITHIN.sub("", "\n".join(parts)))
        if len(text.split()) < 3:
            return
        introduction = body[index - 1].text[-200:] if index else ""
        self.quotations.append(
            Quotation(
                text,
                body[index].place,
                Shape.BLOCK,
                marker,
                sentence=introduction.strip(),
                beside=introduction,
            )
        )

    def _introducing(self, index: int) -> Marker | None:
        """The marker at the end of the paragraph that leads to a block."""
        if index == 0:
            return None
        before = self.document.body[index - 1]
        markers = self.markers.get(index - 1, [])
        near = [
            marker for marker in markers if (marker.offset or 0) >= len(before.text.rstrip()) - 3
        ]
        return near[-1] if near else None

    def _lost_its_markup(self, index: int, paragraph: Paragraph) -> bool:
        text = paragraph.text.rstrip()
        if index == 0 or paragraph.kind is not ParagraphKind.TEXT:
            return False
        before = self.document.body[index - 1]
        leads = before.kind is ParagraphKind.TEXT and re.search(r"[:：]\s*$", before.text)
        closed = any(
            (marker.offset or 0) >= len(text) - 1 for marker in self.markers.get(index, ())
        )
        whole = bool(re.match(r"[\"“„«‘']", text)) and bool(re.search(r"[\"”“»’'][.,]?$", text))
        return bool(leads) and closed and not whole and len(text.split()) >= LEAST_OF_BLOCK

    def _unmarked(self, index: int, paragraph: Paragraph) -> None:
        introduction = self.document.body[index - 1].text
        marker = self.markers[index][-1]
        self.quotations.append(
            Quotation(
                paragraph.text.strip(),
                paragraph.place,
                Shape.UNMARKED,
                marker,
                sentence=introduction[-200:].strip(),
            )
        )

    # Within paragraphs

    def _inline(self, index: int, paragraph: Paragraph) -> None:
        text = paragraph.text
        found = list(marked(text))
        if not found:
            return
        ends = sentence_ends(text)
        for one in found:
            text_of, last = self._over_paragraphs(index, one)
            marker, adjacent = _note_of(one, text, self.markers.get(last, []), ends, last != index)
            place = self._place(paragraph, one.start)
            if reason := why_no_quotation(one, text, marker is not None, adjacent):
                self.passed_over.append(PassedOver(one.text, place, reason))
                continue
            sentence = _sentence_around(text, one, ends)
            beside = text[one.end : one.end + 80]
            self.quotations.append(
                Quotation(text_of, place, Shape.INLINE, marker, sentence=sentence, beside=beside)
            )

    def _over_paragraphs(self, index: int, one: Marked) -> tuple[str, int]:
        """The whole of a quotation that opens every paragraph with a mark and closes only the last."""
        body = self.document.body
        parts, last = [one.text], index
        while not one.closed and last + 1 < len(body):
            following = body[last + 1].text
            if not following.startswith(one.opening):
                break
            close = following.find(one.closing, 1)
            last += 1
            parts.append(following[1 : close if close > 0 else len(following)])
            if close > 0:
                break
        self.done = max(self.done, last if last > index else -1)
        return "\n".join(parts), last

    def _place(self, paragraph: Paragraph, offset: int) -> Place:
        """Where a quotation begins in the source, as exactly as the format tells."""
        return place_at(paragraph, offset, self.lines)


_ATTRIBUTION_LINE = re.compile(r"\s*[—–]\s*[A-ZÀ-Ž][^.]{2,100}\.?$")
_ATTRIBUTION_LINE_WITHIN = re.compile(r"\n\s*[—–]\s*[A-ZÀ-Ž][^.\n]{2,100}\.?\s*$")


def _unquoted(text: str) -> str:
    """The words of a block that is in marks besides."""
    text = text.strip()
    if len(text) > 2 and text[0] in '"“„«‘' and text.rstrip(".,")[-1:] in '"”“»’':
        inner = text[1:].rstrip(".,")[:-1]
        if not re.search(r"[\"“”„«»]", inner):
            return inner
    return text


# What is in marks and is no quotation ------------------------------------------------------------------------

_TERM = re.compile(
    r"\b(?:terms?|(?<!own )words?|phrases?|expressions?|notions?|concepts?|labels?|slogans?|categor(?:y|ies)|so[- ]called|called|calls|named|known as|dubbed|termed|"
    r"nicknamed|meaning|means|defined as|begriffe?s?|wort|worte|ausdruck|sogenannte[nrs]?|mots?|termes?|expression|dits?|dite|término|palabra|llamad[oa]s?|"
    r"termine|parola|cosiddett[oa]|woord|begrip|zogenaamde)\s*(?:of|as|like|such as)?\s*$",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:entitled|titled|headlined|headed|called|named|betitelt|intitulée?s?|titulad[oa]s?|intitolat[oa]|getiteld|tituled)\s*[,:]?\s*$",
    re.I,
)
_TITLED = re.compile(
    r"\b(?:articles?|essays?|reports?|books?|novels?|films?|movies?|documentar(?:y|ies)|chapters?|papers?|stud(?:y|ies)|songs?|poems?|"
    r"plays?|pamphlets?|lectures?|talks?|posts?|editorials?|columns?|series|episodes?|posters?|paintings?|project|campaign|programme|program|conference|workshop|exhibition|"
    r"aufsatz|buch|artikel|article|livre|libro)\s*(?:on|about)?\s*$",
    re.I,
)
_AFTER_A_TITLE = re.compile(
    r"\s*(?:\(\s*(?:[A-Z][^()]{0,60},?\s*)?\d{4}\)|,?\s+in\s+(?:the\s+)?[A-Z*_])"
)
_SMALL = frozenset(
    "a an the of on in for and to from with at by or as is de la le les du des et der die das und von el los y il di e".split()
)


def why_no_quotation(one: Marked, text: str, cited: bool, adjacent: bool) -> str:
    """What words in marks are, if they are no quotation: a term, a title, a word held at arm's length."""
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", one.text)
    before = text[max(0, one.start - 60) : one.start]
    after = text[one.end : one.end + 90]
    if not words:
        return "nothing in it"
    if len(words) <= 6 and _TERM.search(before) and not (adjacent and len(words) > 3):
        return "a term"
    if _is_title(words, one, before, after):
        return "a title"
    if len(words) == 1:
        return "a single word"
    if len(words) < LEAST_WORDS and not adjacent:
        return "a word or two held at arm's length"
    return ""


def _is_title(words: Sequence[str], one: Marked, before: str, after: str) -> bool:
    if one.text.rstrip()[-1:] in ".;" and len(words) > 3:
        return False
    telling = [word for word in words if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in telling)
    in_capitals = len(telling) > 1 and capitals >= 0.8 * len(telling)
    named = bool(_NAMED.search(before)) and one.text[:1].isupper()
    announced = bool(_TITLED.search(before)) and capitals >= 0.5 * len(telling)
    return (
        named
        or announced
        or (in_capitals and len(words) >= 3)
        or bool(in_capitals and _AFTER_A_TITLE.match(after))
    )


# The note ----------------------------------------------------------------------------------------------------


def _note_of(
    one: Marked, text: str, markers: Sequence[Marker], ends: Sequence[int], later: bool
) -> tuple[Marker | None, bool]:
    """The marker that cites a quotation, and whether it closes it: at its end, in its sentence, soon after."""
    if later:
        return (markers[0], True) if markers else (None, False)
    for marker in markers:
        offset = marker.offset or 0
        if one.end - 2 <= offset <= one.end + 3 and not re.search(r"\w", text[one.end : offset]):
            return marker, True
    stop = next((end for end in ends if end >= one.end), len(text))
    start = max((end for end in ends if end <= one.start), default=0)
    after = [marker for marker in markers if one.end <= (marker.offset or 0) <= stop + 1]
    if after:
        return after[0], False
    inside = [marker for marker in markers if one.start < (marker.offset or 0) < one.end]
    if inside:
        return inside[-1], True
    before = [marker for marker in markers if start < (marker.offset or 0) <= one.start]
    if before:
        return before[-1], False
    second = next((end for end in ends if end > stop), len(text))
    soon = [marker for marker in markers if stop < (marker.offset or 0) <= second + 1]
    return (soon[0] if soon else None), False


def _sentence_around(text: str, one: Marked, ends: Sequence[int]) -> str:
    start = max((end for end in ends if end <= one.start), default=0)
    stop = next((end for end in ends if end >= one.end), len(text))
    return text[start:stop].strip()


_OF_PARAGRAPHS = re.compile(r"\b(?:paras?|paragraphs?|Rn|Abs|pkt|cons)\b\.?|¶+|\[(?=\d)", re.I)
_OF_OTHERS = re.compile(
    r"§|\b(?:arts?|articles?|sections?|ss?|nn?|notes?|ch|chapters?|lines?|cols?|vol|fig)\b", re.I
)


def quotation_pages(locator: str) -> frozenset[str]:
    """The pages that a pinpoint names, and its paragraphs behind a pilcrow; none where it names notes or sections."""
    if _OF_OTHERS.search(locator):
        return frozenset()
    if _OF_PARAGRAPHS.search(locator):
        return frozenset(f"¶{number}" for number in _pages(locator))
    return frozenset(_pages(locator))


def _pages(locator: str) -> Iterator[str]:
    for match in re.finditer(r"(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?(\s?ff?\b)?", locator):
        first, last = match[1], match[2] or match[1]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        end = int(last) + (2 if match[3] else 0)
        if int(first) <= end <= int(first) + 200:
            yield from (str(page) for page in range(int(first), end + 1))
