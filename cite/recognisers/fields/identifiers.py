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
    from stdnum import isbn

    return bool(isbn.is_valid(text))


def valid_issn(text: str) -> bool:
    """Whether the check digit of an ISSN is right."""
    from stdnum import issn

    return bool(issn.is_valid(text))


def wrong_numbers(text: str) -> Iterator[tuple[str, str]]:
    """ISBNs and ISSNs in a text whose check digit is wrong: a digit was mistyped or made up."""
    for name, pattern, valid in (("ISBN", _ISBN, valid_isbn), ("ISSN", _ISSN, valid_issn)):
        for match in pattern.finditer(text):
            if not valid(match["id"]):
                yield name, match["id"]
