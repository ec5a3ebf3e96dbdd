"""Where a note is in italics, in quotation marks, in brackets, or an address: what splitting must not cut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cite.model.document import Link, Run, Span, Style, plain

_QUOTES = (
    re.compile(r"“[^“”]{1,1500}(?:”|$)"),
    re.compile(r"„[^“”„]{1,1000}[“”]"),
    re.compile(r"«[^«»]{1,1000}»"),
    re.compile(r"(?<!\w)\"[^\"\n]{1,1500}\"(?!\w)"),
    re.compile(r"(?<![\w’'])‘(?:[^‘’]|’(?=\w)|‘[^‘’]{1,200}’){2,600}?’(?![\w])"),
    re.compile(r"(?<![\w'])'(?!\s)(?:[^']|'(?=\w)){3,600}?(?<!\s)'(?![\w])"),
)


@dataclass(frozen=True)
class Typeset:
    """A note's text and what its typography marks out; all spans are offsets into `text`."""

    text: str
    italics: tuple[Span, ...]
    quotes: tuple[Span, ...]
    """Quotation marks inside italics belong to a title and are not counted."""
    links: tuple[Link, ...]

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
                if at - start < 400:
                    mask[start : at + 1] = b"\1" * (at + 1 - start)
        return bytes(mask)

    def within(self, start: int, end: int) -> "Typeset":
        """The same for a stretch of the text, offsets counted from its start."""

        def cut(spans: Sequence[Span]) -> tuple[Span, ...]:
            return tuple(
                Span(max(span.start, start) - start, min(span.end, end) - start)
                for span in spans
                if span.start < end and span.end > start
            )

        links = tuple(
            Link(
                link.url,
                link.shown,
                link.href,
                Span(link.span.start - start, link.span.end - start),
            )
            for link in self.links
            if start <= link.span.start < end
        )
        return Typeset(self.text[start:end], cut(self.italics), cut(self.quotes), links)


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
    at = 0
    for run in runs:
        end = at + len(run.text)
        if Style.ITALIC in run.style and run.text.strip():
            if spans and spans[-1].end == at:
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(at, end))
        at = end
    return tuple(
        span for span in spans if not _WORDING.fullmatch(plain(runs)[span.start : span.end])
    )


_WORDING = re.compile(
    r"[\s.,;:()\[\]]*(?:(?:see|see also|also|but|cf|compare|contra|accord|e\.\s?g|for example|generally|in|ibid(?:em)?|id(?:em)?|op\.?\s?cit|loc\.?\s?cit|supra|infra|"
    r"et\s+al|et\s+seq|passim|inter\s+alia|reprinted in|quoted in|quoting|citing|cited in|available at|and|with|eds?|trans|vgl|siehe|ders|dies|ebd|a\.a\.O|v|vs|n|note|hereinafter|sic|ca?|viz|i\.e|or|at)[\s.,;:()\[\]]*){1,5}",
    re.IGNORECASE,
)


def _quotes(text: str) -> tuple[Span, ...]:
    """Outermost quotations, in order. Single quotation marks count where no double ones enclose them."""
    found: list[Span] = []
    for pattern in _QUOTES:
        for match in pattern.finditer(text):
            if not any(span.start < match.end() and match.start() < span.end for span in found):
                found.append(Span(*match.span()))
    return tuple(sorted(found, key=lambda span: span.start))


def unquoted(text: str) -> str:
    """A quotation without its marks and the punctuation printed inside them."""
    text = text.strip()
    if text[:1] in _OPENING:
        text = text[1:]
        text = text[:-1] if text[-1:] in _CLOSING else text
    return text.strip().rstrip(",;").strip()


_OPENING, _CLOSING = "“„‟\"'‘«", "”“\"'’»"
