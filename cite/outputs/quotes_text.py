"""Quotations and their verdicts as plain lines for a terminal, each difference shown both ways."""

import textwrap
from collections import Counter
from collections.abc import Sequence

from cite.formats.safe_text import safe
from cite.model.findings import where
from cite.model.quotations import JudgedQuotation, QuotedDocument, QuoteVerdict
from cite.outputs.words import counted

_WORDS = {
    QuoteVerdict.EXACT: "exact",
    QuoteVerdict.FAITHFUL: "faithful",
    QuoteVerdict.ALTERED: "ALTERED",
    QuoteVerdict.TRUNCATED: "TRUNCATED",
    QuoteVerdict.JOINED: "JOINED",
    QuoteVerdict.ELSEWHERE: "elsewhere",
    QuoteVerdict.NOT_FOUND: "NOT FOUND",
    QuoteVerdict.UNREADABLE: "source not readable",
    QuoteVerdict.OTHER_LANGUAGE: "other language",
}
_RED, _GREEN, _END = "\x1b[31m", "\x1b[32m", "\x1b[0m"


def quotes_text(documents: Sequence[QuotedDocument], width: int = 80, colour: bool = False) -> str:
    """Each quotation with its verdict; sound ones in a line, the others with the passage."""
    parts = []
    for document in documents:
        parts.append(_head(document))
        parts += [_quotation(one, width, colour) for one in document.quotations]
    return "\n".join(parts)


def _head(document: QuotedDocument) -> str:
    counts = Counter(one.judgement.verdict for one in document.quotations)
    told = ", ".join(f"{counts[one]} {one.value}" for one in QuoteVerdict if counts[one])
    return f"{safe(document.path)}: {counted(len(document.quotations), 'quotation')}{': ' if told else ''}{told}"


def _quotation(judged: JudgedQuotation, width: int, colour: bool) -> str:
    quotation, judgement = judged.quotation, judged.judgement
    note = f", note {safe(quotation.note.label)}" if quotation.note else ""
    head = f"  {_WORDS[judgement.verdict]}  ({where(quotation.place)}{note})"
    if judgement.verdict.sound:
        words = textwrap.shorten(safe(quotation.text), max(20, width - 8), placeholder=" …")
        return f"{head}\n      {words}"
    lines = [head, _filled(quotation.text, width)]
    lines += [f"      {line}" for line in map(safe, judgement.reasons)]
    for one in judgement.differences:
        quoted, source = safe(one.quoted) or "(nothing)", safe(one.source) or "(nothing)"
        if colour:
            quoted, source = f"{_RED}{quoted}{_END}", f"{_GREEN}{source}{_END}"
        lines.append(f"      {one.kind.value}: quoted {quoted}, source {source}")
    if judgement.passage:
        lines.append(_filled(f"source: {judgement.passage}", width))
    return "\n".join(lines)


def _filled(text: str, width: int) -> str:
    return textwrap.fill(
        safe(" ".join(text.split())),
        max(40, width),
        initial_indent=" " * 6,
        subsequent_indent=" " * 6,
    )
