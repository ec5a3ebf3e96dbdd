"""Where a note is in italics, in quotation marks, in brackets, or an address: what splitting must not cut."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from cite.model.document import Link, Run, Span, Style, plain
from cite.recognisers.text.vocabulary import either

_QUOTES = (
    re.compile(r"„[^“”„]{1,1000}[“”]"),
    re.compile(r"„[^“”„\"]{1,1000}\"(?!\w)"),
    re.compile(r"“[^“”]{1,1500}(?:”|$)"),
    re.compile(r"«[^«»]{1,1000}»"),
    re.compile(r"»(?=\w)[^«»]{1,1000}«"),
    re.compile(r"(?<!\w)”(?=\w)[^“”]{1,300}”"),
    re.compile(r"(?<!\w)\"[^\"\n]{1,1500}\"(?!\w)"),
    re.compile(r"(?<![\w’'])‘(?:[^‘’]|’(?=\w)|‘[^‘’]{1,200}’){2,600}?’(?![\w])"),
    re.compile(r"(?<![\w'])'(?!\s)(?:[^']|'(?=\w)){3,600}?(?<!\s)'(?![\w])"),
)
_SINGLE = 7
"""Where the patterns of single quotation marks begin."""


@dataclass(frozen=True)
class Typeset:
    """A note's text and what its typography marks out; all spans are offsets into `text`."""

    text: str
    italics: tuple[Span, ...]
    quotes: tuple[Span, ...]
    """Quotation marks inside italics belong to a title and are not counted."""
    links: tuple[Link, ...]

    @cached_property
    def marks(self) -> tuple[Span, ...]:
        """Quotations and italics, in order."""
        return tuple(sorted((*self.quotes, *self.italics), key=lambda span: span.start))

    @cached_property
    def protected(self) -> bytes:
        """One byte a character: 1 where nothing may be cut."""
        mask = bytearray(len(self.text))
        for span in (*self.quotes, *self.italics, *(link.span for link in self.links)):
            for at in range(span.start, min(span.end, len(mask))):
                mask[at] = 1
        opened: list[int] = []
        for at, char in enumerate(self.text):
            if char in "([" and not mask[at]:
                opened.append(at)
            elif char in ")]" and opened and not mask[at]:
                start = opened.pop()
                if at - start < 400 and not self._cites(start, at):
                    mask[start : at + 1] = b"\1" * (at + 1 - start)
        return bytes(mask)

    def _cites(self, start: int, end: int) -> bool:
        """Whether a bracket holds citations of its own: it may be cut like the text around it."""
        if not _CITING.match(self.text, start, end):
            return False
        near = _from(self.marks, start, end, lambda mark: mark.start)
        return any(start < mark.start and mark.end <= end for mark in near)

    @cached_property
    def closings(self) -> frozenset[int]:
        """Where a full stop stands just inside the end of a quotation or of italics, and in no address."""
        ends = {span.end - back for span in (*self.quotes, *self.italics) for back in (1, 2)}
        linked = {at for link in self.links for at in ends & {link.span.end - 2, link.span.end - 3}}
        return frozenset(ends - linked)

    def within(self, start: int, end: int) -> "Typeset":
        """The same for a stretch of the text, offsets counted from its start."""
        links = tuple(
            Link(
                link.url,
                link.shown,
                link.href,
                Span(link.span.start - start, link.span.end - start),
            )
            for link in _from(self.links, start, end, lambda link: link.span.start)
            if start <= link.span.start < end
        )
        italics = tuple(_cut(self.italics, start, end))
        return Typeset(self.text[start:end], italics, tuple(_cut(self.quotes, start, end)), links)


_CITING = re.compile(
    r"\(\s?(?:but\s)?(?:see|cf\.|compare|e\.\s?g\.|vgl\.|siehe|as in|citing|quoted in|cited in)[\s,]",
    re.IGNORECASE,
)
_T = TypeVar("_T")


def _from(items: Sequence[_T], start: int, end: int, key: Callable[[_T], int]) -> Sequence[_T]:
    """Of items in order those that may touch a stretch: looked up, not gone through."""
    first = max(0, bisect_left(items, start, key=key) - 1)
    return items[first : bisect_left(items, end, key=key)]


def _cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for span in _from(spans, start, end, lambda span: span.start):
        if span.start < end and span.end > start:
            yield Span(max(span.start, start) - start, min(span.end, end) - start)


def typeset(runs: Sequence[Run], links: Sequence[Link]) -> Typeset:
    """What the typography of a note marks out."""
    text = plain(runs)
    italics = _italics(runs)
    quotes = tuple(
        quote
        for quote in _quotes(text)
        if not any(title.start <= quote.start and quote.end <= title.end for title in italics)
    )
    return Typeset(text, italics, quotes, tuple(links))


def _italics(runs: Sequence[Run]) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = reach = 0
    for run in runs:
        end = at + len(run.text)
        if Style.ITALIC in run.style:
            if run.text.strip() and spans and reach == at:
                spans[-1] = Span(spans[-1].start, end)
            elif run.text.strip():
                spans.append(Span(at, end))
            if run.text.strip() or reach == at:
                reach = end
        at = end
    text = plain(runs)
    titles = [span for span in spans if not _WORDING.fullmatch(text[span.start : span.end])]
    return tuple(_around_cases(text, titles))


_ROMAN_CASE = re.compile(
    r"\s?(?:[A-Z][\w.’' ]{1,60}\s)?(?:vs?|c)\.?(?:\s[A-Z][\w.’' ]{1,60})?\s?|\s[A-Z][\w.’' ]{1,60}\sv\.?\s"
)
"""What stands in roman between the italics of one case: `*Doe* v. *Roe*`, `*In re* Doe v. Roe *Ltd*`."""


_ROMAN_COLON = re.compile(r"(?P<closing>[”\"’]?):\s")
"""Between a title and its subtitle, the first perhaps quoted: `“*Esli mir obrushitsia*”: *Sovetskoe obshchestvo*`."""


def _around_cases(text: str, titles: Sequence[Span]) -> Iterator[Span]:
    """Italics on both sides of a case in roman type, or of a colon, are one title."""
    waiting: Span | None = None
    for span in titles:
        if waiting and _ROMAN_CASE.fullmatch(text, waiting.end, span.start):
            waiting = Span(waiting.start, span.end)
            continue
        if waiting and (colon := _ROMAN_COLON.fullmatch(text, waiting.end, span.start)):
            quoted = bool(colon["closing"]) and text[waiting.start - 1 : waiting.start] in '“"‘'
            waiting = Span(waiting.start - quoted, span.end)
            continue
        if waiting:
            yield waiting
        waiting = span
    if waiting:
        yield waiting


_WORDING_WORDS = (
    r"e\.\s?g|ibid(?:em)?|id(?:em)?|op\.?\s?cit|loc\.?\s?cit|et\s+al|et\s+seq|inter\s+alia|a\.a\.O|i\.e|"
    + either(
        "see | see also | also | but | cf | compare | contra | accord | for example | generally | in | supra | infra | passim | "
        "reprinted in | quoted in | quoting | citing | cited in | available at | and | with | ed | eds | trans | vgl | siehe | "
        "ders | dies | ebd | v | vs | n | note | hereinafter | sic | c | ca | viz | or | at"
    )
)
_BETWEEN = r"[\s.,;:()\[\]]*"
_WORDING = re.compile(rf"{_BETWEEN}(?:(?:{_WORDING_WORDS}){_BETWEEN}){{1,5}}", re.IGNORECASE)


def _quotes(text: str) -> tuple[Span, ...]:
    """Outermost quotations, in order. Single quotation marks count where no double ones enclose them."""
    double = [Span(*m.span()) for pattern in _QUOTES[:_SINGLE] for m in pattern.finditer(text)]
    single = [Span(*m.span()) for pattern in _QUOTES[_SINGLE:] for m in pattern.finditer(text)]
    outer = [span for span in single if _encloses(span, double)]
    found: list[Span] = []
    for span in sorted(
        (*outer, *double, *single), key=lambda span: (span not in outer, span not in double)
    ):
        at = bisect_left(found, span.start, key=lambda other: other.start)
        before, after = found[at - 1 : at] if at else [], found[at : at + 1]
        if not any(
            span.start < other.end and other.start < span.end for other in (*before, *after)
        ):
            found.insert(at, span)
    return tuple(found)


def _encloses(span: Span, others: Sequence[Span]) -> bool:
    """Whether single marks hold double ones whole, as in 'Theory, "Pure Theory" and Values'."""
    first = bisect_left(others, span.start, key=lambda other: other.start)
    inside = [other for other in others[first : first + 8] if other.start < span.end]
    cut = first > 0 and others[first - 1].end > span.start
    return bool(inside) and not cut and all(other.end <= span.end for other in inside)


def unquoted(text: str) -> str:
    """A quotation without its marks and the punctuation printed inside them."""
    text = text.strip()
    if text[:1] in _OPENING:
        text = text[1:]
        text = text[:-1] if text[-1:] in _CLOSING else text
    return text.strip().rstrip(",;").strip()


_OPENING, _CLOSING = "“”„‟\"'‘«»", "”“\"'’»«"
