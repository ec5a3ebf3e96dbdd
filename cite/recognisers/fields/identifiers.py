"""Identifiers of works: DOI, ISBN, ISSN, arXiv, PMID, handles; those with check digits are checked."""

import re
from collections.abc import Iterator

from cite.model.document import Span

_DOI = re.compile(
    r"(?:\bdoi:?\s*(?:https?://(?:dx\.)?doi\.org/)?|\bhttps?://(?:dx\.)?doi\.org/|(?<![\w/.]))(?P<id>10\.\d{4,9}/[^\s<>\"“”]+)",
    re.I,
)
_ISBN = re.compile(
    r"\bISBN(?:-1[03])?:?\s*(?P<id>(?:97[89][-\s]?)?\d(?:[-\s]?\d){8}[-\s]?[\dX])\b", re.I
)
_ISSN = re.compile(r"\be?ISSN:?\s*(?P<id>\d{4}-\d{3}[\dX])\b", re.I)
_ARXIV = re.compile(
    r"\barXiv:\s*(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", re.I
)
_PMID = re.compile(r"\bPMID:?\s*(?P<id>\d{4,9})\b")


def find_identifiers(text: str) -> Iterator[tuple[str, str, Span]]:
    """Field name, value and place of each identifier; those that fail their check digit are left out."""
    for match in _DOI.finditer(text):
        value = _trim(match["id"])
        yield "doi", value, Span(match.start(), match.start("id") + len(value))
    for name, pattern, valid in (
        ("isbn", _ISBN, valid_isbn),
        ("issn", _ISSN, valid_issn),
        ("eprint", _ARXIV, bool),
        ("pmid", _PMID, bool),
    ):
        for match in pattern.finditer(text):
            if valid(match["id"]):
                yield name, re.sub(r"\s", "", match["id"]), Span(*match.span())


def _trim(doi: str) -> str:
    while doi and (doi[-1] in ".,;:'’" or (doi[-1] == ")" and doi.count(")") > doi.count("("))):
        doi = doi[:-1]
    return doi


def valid_isbn(text: str) -> bool:
    """Whether the check digit of an ISBN-10 or ISBN-13 is right."""
    digits = re.sub(r"[-\s]", "", text).upper()
    if len(digits) == 13 and digits.isdigit():
        return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
    if len(digits) == 10 and digits[:9].isdigit():
        values = [int(d) for d in digits[:9]] + [10 if digits[9] == "X" else int(digits[9])]
        return sum(value * (10 - i) for i, value in enumerate(values)) % 11 == 0
    return False


def valid_issn(text: str) -> bool:
    """Whether the check digit of an ISSN is right."""
    digits = text.replace("-", "").upper()
    values = [10 if d == "X" else int(d) for d in digits]
    return sum(value * (8 - i) for i, value in enumerate(values)) % 11 == 0
