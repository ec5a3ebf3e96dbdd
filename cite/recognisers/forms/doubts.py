"""What speaks against a reading: the measure by which the better of two readings is chosen."""

import re

from cite.model.document import Span
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR

_NO_TITLE = re.compile(rf"[“”„\[\]]|\({YEAR}\)|,\s(?:pp?|S)\.\s?\d|\b(?:vol|no)\.\s\d|https?:")
"""What has no place in a title: a reading that has it there has swallowed a part of the note."""


def doubts(draft: Draft) -> float:
    """How much speaks against a reading; 0 where nothing does."""
    fields = draft.fields
    title = str(fields.get("title", ""))
    against = 4 * _left_over(draft)
    against += 0.0 if title else 1.0
    against += 0.0 if "year" in fields else 0.5
    against += 1.0 if _NO_TITLE.search(title) else 0.0
    against += 0.5 if title and len(title.split()) < 4 and could_be_names(title) else 0.0
    against += 0.5 if _unsigned(draft) else 0.0
    against += 0.7 * sum(not _is_read(draft, mark) for mark in _marks(draft))
    against += 0.4 if {"number", "volume"} & set(fields) and not _stands_in(draft) else 0.0
    return against + 1 - _least(draft)


def _left_over(draft: Draft) -> float:
    """The share of letters that no field accounts for."""
    left = len(re.findall(r"[^\W\d_]", draft.rest()))
    return left / max(1, len(re.findall(r"[^\W\d_]", draft.text)))


def _unsigned(draft: Draft) -> bool:
    """Whether it has words before its title and no one who wrote or edited it."""
    head = draft.text[: draft.spans["title"].start] if "title" in draft.spans else ""
    named = {"author", "editor", "translator"} & set(draft.fields)
    return bool(re.search(r"[^\W\d_]{2}", head)) and not named


def _marks(draft: Draft) -> list[Span]:
    """Quotations and italics of more than a word or two, which authors set for a title or a container."""
    marks = (*draft.part.quotes, *draft.part.italics)
    return [mark for mark in marks if mark.end - mark.start > 8][:3]


def _is_read(draft: Draft, mark: Span) -> bool:
    """Whether what is marked became one field whole, give or take the punctuation in it."""
    for name in ("title", "journal", "booktitle", "series", "shorttitle", "titleaddon"):
        span = draft.spans.get(name)
        if span and abs(span.start - mark.start) < 4 and abs(span.end - mark.end) < 5:
            return True
        if span and mark.start - 1 <= span.start and span.end <= mark.end + 1 and name != "title":
            return True
        if name == "title" and span and span.start <= mark.start + 2 and mark.end <= span.end + 2:
            return True
    return False


def _stands_in(draft: Draft) -> bool:
    known = {"journal", "booktitle", "series", "publisher", "address", "institution", "edition"}
    return bool(known & set(draft.fields)) or bool(draft.entry_type)


def _least(draft: Draft) -> float:
    """How sure the least sure of the fields that matter is."""
    sure = [draft.confidence.get(name, 1.0) for name in ("title", "author", "journal", "booktitle")]
    return min(sure)
