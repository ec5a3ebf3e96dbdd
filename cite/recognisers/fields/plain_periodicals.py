"""A periodical, site or body named in plain type behind a quoted title."""

import re

from cite.model.document import Span
from cite.recognisers.fields.imprint_words import is_place
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import (
    ENGLISH_MONTHS,
    ENGLISH_MONTHS_IN_FULL,
    ENGLISH_SEASONS,
    either,
)

_SIGNS = r"\d;()“”\"<>\[\]"
"""What no name of a periodical has in it."""
_FIRST_LETTER = r"[A-ZÀ-ŽА-Я\u4e00-\u9fff]"
_YEAR_OF_CONFERENCE = rf"(?:\s\d{{4}}:\s[^,{_SIGNS}]{{3,90}})?"
_NAME = rf"(?:[Tt]he\s+)?(?:\d{{4}}\s+)?{_FIRST_LETTER}[^{_SIGNS}]{{0,140}}?{_YEAR_OF_CONFERENCE}"
_NUMBER_BEHIND = (
    r"(?i:\bvols?\b|\bnos?\b|\biss(?:ue|\.)|\bpp?\.|\bsec\.|\bBd\b|\bNr\b|https?:|www\.|<|\d)"
)
_SEEN_BEHIND = r"(?i:accessed|retrieved|last|n\.d)"
_PERIODICAL = re.compile(
    rf"^[\s,.;:—–-]*(?P<name>{_NAME})"
    rf"(?=\s*(?:[,.]?\s*{_NUMBER_BEHIND}|[;(\[]|$|,\s*{_SEEN_BEHIND})|[.,]\s)"
)
_MONTH_OR_SEASON = rf"{either(ENGLISH_MONTHS_IN_FULL, ENGLISH_SEASONS)}|{either(ENGLISH_MONTHS)}\.?"
_MONTHLY = re.compile(rf"(?:,?\s+|^)(?:\d{{1,2}}\s+)?(?:{_MONTH_OR_SEASON})\b")
_NOT_A_PERIODICAL = re.compile(
    r"^(?:"
    + either(
        "unpublished | forthcoming | manuscript | interview | letter | paper | working paper | working draft | draft | "
        "ibid | quoted | cited | trans | edited | ed. | eds. | accessed | retrieved | last | available | compiled | "
        "selected | annotated | introduced | prepared | transcribed | introduction | foreword | preface | PhD | Ph.D | "
        "doctoral | master | dissertation | thesis | typescript | my translation | emphasis | circa | preprint | submitted"
    )
    + rf"|{either('ms | see | in | at | MA | this | my | we | I | c | ca')}\b|with an? )",
    re.IGNORECASE,
)
_PLACE_PUBLISHER_YEAR = re.compile(r"[^,(]{2,40}:\s*[A-Z][^,]{2,60},\s*\d{4}")
_EDITED_NEXT = re.compile(r"[\s,.]*(?:[Ee]d\.|[Ee]ds\.|[Ee]dited)\s")


def read_plain_periodical(draft: Draft, start: int) -> None:
    """The name that begins at `start`, as a journal, or a book where its editors stand behind it."""
    text = draft.rest(start)
    match = _PERIODICAL.match(text)
    if not match:
        return
    name = _whole_name(text, match)
    begin = match.start("name")
    if month := _MONTHLY.search(name):
        name = name[: month.start()]
    if not name.strip(" ,.") or _NOT_A_PERIODICAL.match(name) or is_place(name.rstrip(" .:")):
        return
    if _PLACE_PUBLISHER_YEAR.match(text, begin):
        return
    name = name.rstrip(" .,:–—-")
    span = Span(start + begin, start + begin + len(name))
    field = "booktitle" if _EDITED_NEXT.match(text, begin + len(name)) else "journal"
    draft.put(field, name, span)
    draft.container = span


_ABBREVIATED = re.compile(r"[A-Z][\w’']{0,7}")
_MORE_WORDS = re.compile(
    r"\.?\s(?:(?:[A-Z][\w’']*\.?|of|and|the|on|in|for|&)\s?){1,7}(?=[\s,]*(?:vol\.?\s*|[A-Z])?\d)"
)
_LISTED = re.compile(
    r"[^,]{2,60},(?:\s[^,]{2,40},){0,3}?,?\s(?:[^,]{0,40}\s)?(?:and|&)\s[^,]{2,60}"
)
_NAME_PART = r"[A-Z][^\d,;()“”]"
_MORE_OF_LIST = re.compile(
    rf",\s(?:{_NAME_PART}{{1,40}},\s)?(?:{_NAME_PART}{{0,40}}\s)?(?:and|&)\s"
    r"[A-Z][^\d,;()“”\"]{1,60}?(?=\s*(?:\d|\(|,|\.|$))"
)


def _whole_name(text: str, match: re.Match[str]) -> str:
    """A name with full stops or commas inside, as in `Gender, Place & Culture`, goes on to its end."""
    begin, end = match.span("name")
    name = match["name"]
    behind = text[end : end + 1]
    if behind == "." and _ABBREVIATED.fullmatch(name.split()[-1]):
        more = _MORE_WORDS.match(text, end)
        if more and not _MONTHLY.search(more[0]):
            return text[begin : more.end()].rstrip()
    if "," in name:
        return name if _LISTED.fullmatch(name) else name.split(",")[0]
    if behind == "," and (more := _MORE_OF_LIST.match(text, end)):
        return text[begin : more.end()]
    return name
