"""What was said or shown on an occasion: a paper, a lecture, an exhibition."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.imprint_words import is_known_place
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import either

_SPOKEN_OR_SHOWN = either(
    "paper | lecture | talk | poster | presentation | keynote | keynote address | panel | address | installation | "
    "exhibition | performance"
)
_GIVEN = rf"(?:\s{either('presented | delivered | given')})?(?:\s+{either('at | to | for | in')})?"
EVENT = re.compile(
    rf"""
    ^ (?: (?:unpublished\s+)? (?:conference\s+)? {_SPOKEN_OR_SHOWN} \b [^,]{{0,20}}? {_GIVEN}
        | presented\s+at )
    [\s,]+ (?:the\s+)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before the name of an occasion."""


def read_event(draft: Draft, start: int, end: int) -> None:
    """An occasion, its place and its date: `ACH2019, Pittsburgh, PA, July 25, 2019`."""
    text = draft.rest(start, end)
    words = text[: _put_date(draft, start, text)].strip(" ,;")
    if not words:
        return
    name, place = _name_and_place(words)
    at = start + text.index(name)
    proceedings = name.startswith("Proceedings")
    draft.put("booktitle" if proceedings else "eventtitle", name, Span(at, at + len(name)))
    if place:
        where = start + text.index(place)
        draft.put("venue", place, Span(where, where + len(place)))
    if not proceedings:
        draft.entry_type = draft.entry_type or "unpublished"
    draft.use(Span(start, end))


def _put_date(draft: Draft, start: int, text: str) -> int:
    """The first full date of a text, else its last year; and where in the text it begins."""
    dates = find_dates(text)
    found = next((one for one in dates if one.date.month), dates[-1] if dates else None)
    if found is None:
        return len(text)
    span = Span(start + found.span.start, start + found.span.end)
    draft.put("year", found.date.year, span)
    draft.put("month", found.date.month or 0, span)
    draft.put("day", found.date.day or 0, span)
    return found.span.start


def _name_and_place(words: str) -> tuple[str, str]:
    """Parted at the first comma, where a place with its region, or a known one, stands behind it."""
    name, comma, place = words.partition(", ")
    if comma and (is_known_place(place) or len(place.split(",")) == 2):
        return name, place
    return words, ""
