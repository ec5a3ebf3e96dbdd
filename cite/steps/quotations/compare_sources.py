"""Quotations against the sources there are: each is judged by the one that speaks best for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cite.formats.source_text import SourceText
from cite.model.asks import Ask
from cite.model.quotations import (
    JudgedQuotation,
    Judgement,
    Quotation,
    QuoteVerdict,
    Shape,
)
from cite.steps.quotations.judge_quotation import judge_quotation
from cite.steps.quotations.source import Source, prepare

_SPEAKS_BEST = (
    QuoteVerdict.EXACT,
    QuoteVerdict.FAITHFUL,
    QuoteVerdict.ELSEWHERE,
    QuoteVerdict.TRUNCATED,
    QuoteVerdict.ALTERED,
    QuoteVerdict.JOINED,
    QuoteVerdict.OTHER_LANGUAGE,
    QuoteVerdict.UNREADABLE,
    QuoteVerdict.NOT_FOUND,
)


@dataclass(frozen=True)
class Text:
    """A source at hand: what it is called, and its text or why there is none."""

    name: str
    read: SourceText
    edition: str = ""
    """Which copy it is, where it is not the cited page as it stands."""
    ask: Ask | None = None
    """What was asked to have it; None for a file at hand."""

    @cached_property
    def source(self) -> Source:
        """Prepared once for all quotations."""
        return prepare(self.read.text, self.name)


def compare_with(quotation: Quotation, texts: Sequence[Text]) -> JudgedQuotation:
    """What the sources say of a quotation; a text that cannot be read says nothing against it."""
    judged = [(text, _by(quotation, text)) for text in texts]
    if not judged:
        none = Judgement(QuoteVerdict.UNREADABLE, reasons=("no source was to be had",))
        return JudgedQuotation(quotation, none)
    text, best = min(judged, key=lambda pair: _SPEAKS_BEST.index(pair[1].verdict))
    return JudgedQuotation(quotation, best, text.name, text.edition)


def _by(quotation: Quotation, text: Text) -> Judgement:
    if text.read.unreadable:
        return Judgement(QuoteVerdict.UNREADABLE, reasons=(text.read.unreadable,))
    judgement = judge_quotation(quotation.text, text.source, quotation.pinpoints, quotation.beside)
    if judgement.verdict is QuoteVerdict.NOT_FOUND and text.read.partial:
        return Judgement(QuoteVerdict.UNREADABLE, reasons=(text.read.partial,))
    return judgement


def best_of(judged: Sequence[JudgedQuotation]) -> JudgedQuotation:
    """What speaks best for a quotation of which several works were asked."""
    return min(judged, key=lambda one: _SPEAKS_BEST.index(one.judgement.verdict))


def was_no_quotation(judged: JudgedQuotation) -> bool:
    """Whether a paragraph that only might have been a block quotation is nowhere in its source: then it is none."""
    missing = judged.judgement.verdict in (QuoteVerdict.NOT_FOUND, QuoteVerdict.OTHER_LANGUAGE)
    return judged.quotation.shape is Shape.UNMARKED and missing
