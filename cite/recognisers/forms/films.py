"""Films: the title, who directed it, the company and the year.

*The Third Man*, dir. by Carol Reed (London Films, 1949)
*Citizen Kane* (dir. Orson Welles, 1941)
Fritz Lang, dir., *Metropolis* (UFA, 1927)
"""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.fields.titles import inside_marks
from cite.recognisers.languages.known import language_of
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR

_DIRECTED = r"(?:dir(?:ected)?\.?\s(?:by\s)?|regia di\s|Regie:?\s|réal(?:\.|isé)\s(?:par\s)?|reż\.\s|dirigida por\s)"
_BEHIND = re.compile(rf"[\s,.]*\(?{_DIRECTED}(?P<director>[^(),;:\d]{{3,80}}?)(?=\s*[(),;:.]|$)")
_BEFORE = re.compile(r"(?P<director>[^(),;:\d]{3,80}),?\s\(?dir(?:ector|\.)\)?[.,]?\s*")
_RELEASED = re.compile(rf"[\s,.;(]*(?P<company>[^();\d]{{2,80}}?)?[,;:]?\s*\(?(?P<year>{YEAR})")


def read_film(draft: Draft) -> bool:
    """A film, told by the word for its director."""
    marked = next((mark for mark in draft.part.italics if not draft.used[mark.start]), None)
    if marked is None or draft.part.quotes:
        return False
    text = draft.rest()
    behind = _BEHIND.match(text, marked.end)
    directed = behind if marked.start < 2 else _BEFORE.fullmatch(text, 0, marked.start)
    if (
        directed is None
        or not could_be_names(directed["director"])
        or _is_directed_book(text, marked)
    ):
        return False
    draft.entry_type = "misc"
    inner = inside_marks(draft.text, marked)
    draft.put("title", draft.text[inner.start : inner.end], inner)
    draft.title = marked
    director = directed["director"].strip(" ,.")
    at = directed.start("director") + directed["director"].index(director)
    draft.put("author", split_names(director), Span(at, at + len(director)))
    draft.put("authortype", "director", Span(*directed.span()))
    draft.put("type", "film", marked)
    _released(draft, max(marked.end, directed.end()))
    draft.use(Span(0, len(draft.text)))
    return True


def _is_directed_book(text: str, title: Span) -> bool:
    """`R. Chartier (dir.), *Les usages*`, in French: who directs a book is its editor."""
    if text[title.end :].lstrip().startswith("("):
        return False
    language = language_of(text)
    return (
        language is not None and language.code in ("fr", "es", "pt") and "film" not in text.lower()
    )


def _released(draft: Draft, after: int) -> None:
    """`(London Films, 1949)`: the company, and the first year named."""
    match = _RELEASED.match(draft.text, after)
    if match is None:
        for found in find_dates(draft.rest(after))[:1]:
            span = Span(after + found.span.start, after + found.span.end)
            draft.put("year", found.date.year, span)
        return
    draft.put_group("year", match, "year")
    if company := (match["company"] or "").strip(" ,:"):
        at = match.start("company") + match["company"].index(company)
        draft.put("howpublished", company, Span(at, at + len(company)))
