"""A labelled stretch cut back to its value: without outer punctuation and the words that introduce it."""

import re

from cite.model.document import Span

_OUTER = " \t\n\u00a0.,;:()[]{}<>/|–—-·“”„‟\"'‘’«»‚‹›`´"
_LEAD = {
    "booktitle": re.compile(r"(?:in|dans|en)\b\s*:?\s*(?=\S)", re.IGNORECASE),
    "journal": re.compile(r"in\b\s*:\s*(?=\S)", re.IGNORECASE),
    "pages": re.compile(r"(?:pp?|pages?|pgs?|S|s|Seiten|p[áa]gs?)\b\s?\.?\s*(?=[\dA-Zivxlc])"),
    "locator": re.compile(r"(?:at|pp?|pages?|S)\b\s?\.?\s*(?=\d)"),
    "volume": re.compile(
        r"(?:vols?|volume|bd|band|tome|jg|v|t)\b\s?\.?\s*(?=[\dA-Z])", re.IGNORECASE
    ),
    "number": re.compile(
        r"(?:nos?|nr|number|issue|iss|heft|n)\b\s?[.°º]?\s*(?=\w)|n[°º]\s*", re.IGNORECASE
    ),
}
_ROLE = re.compile(
    r"[\s,]*[(\[]?\b(?:a cura di|hgg?|hrsg|eds?|éds?|editors?|dirs?|coords?|orgs?|comps?|trans|translators?)\b[.)\]]*$",
    re.IGNORECASE,
)
_TAIL = {
    "author": _ROLE,
    "editor": _ROLE,
    "translator": _ROLE,
    "edition": re.compile(
        r"\s*\b(?:edition|edn?|aufl(?:age)?|éd(?:ition)?)\b[.)\]]*$", re.IGNORECASE
    ),
}
_ABBREVIATED = re.compile(r"(?<!\w)(?:\w|al|[JS]r|[Rr]ev|Yu)\.$")
_DOTTED = frozenset(("author", "editor", "translator", "edition"))
"""Fields whose last full stop may be their own."""
_PAIRS = {")": "(", "]": "["}


def trim(text: str, span: Span, label: str) -> Span:
    """The span without what does not belong to the value of a field."""
    start, end = _shrunk(text, span.start, span.end)
    if (lead := _LEAD.get(label)) and (match := lead.match(text, start, end)):
        start, end = _shrunk(text, match.end(), end)
    if (tail := _TAIL.get(label)) and (match := tail.search(text[start : end + 1])):
        if match.start():
            start, end = _shrunk(text, start, start + match.start())
    if label in _DOTTED and _ABBREVIATED.search(text[start : end + 1]):
        end += 1
    return Span(start, max(start, end))


def _shrunk(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER:
        opening = _PAIRS.get(text[end - 1])
        part = text[start:end]
        if opening and part.count(opening) >= part.count(text[end - 1]):
            break
        end -= 1
    return start, end
