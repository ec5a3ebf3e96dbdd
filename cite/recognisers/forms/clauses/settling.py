"""What the clauses make together: places and houses told apart, the kind of work concluded."""

import re

from cite.model.document import Span
from cite.recognisers.forms.clauses.reading import Reading, Words
from cite.recognisers.forms.clauses.words import BODY, HOUSE_WORD, PLACES, any_word

_REPORT = re.compile(rf"\s*(?:{any_word('reports')})")


def settled(reading: Reading) -> bool:
    """Whether what was found makes a work, once clauses without a word of their own have found their place."""
    fields = reading.fields
    if reading.entry_type:
        return _at_a_school(reading)
    if reading.article:
        return _in_a_periodical(reading)
    if not _imprinted(reading):
        return False
    if ("url" in fields or reading.on_the_web) and not fields.keys() & {
        "publisher",
        "address",
        "booktitle",
    }:
        reading.entry_type = "online"
        return True
    if "booktitle" in fields:
        reading.entry_type = "incollection"
        return bool(fields.keys() & {"year", "publisher", "address"})
    if _is_report(reading):
        reading.entry_type = "techreport"
    elif fields.keys() & {"publisher", "address", "edition"} and not reading.quoted_title:
        reading.entry_type = "book"
    return "year" in fields and bool(reading.entry_type)


def _at_a_school(reading: Reading) -> bool:
    schools = [one for one in reading.loose if BODY.search(one.text)] or reading.loose[:1]
    for one in schools[:1]:
        reading.put("school", one.text, one.span)
    for one in reading.loose:
        if one not in schools[:1]:
            if not _is_place(one):
                return False
            reading.put("address", one.text, one.span)
    return "year" in reading.fields


def _in_a_periodical(reading: Reading) -> bool:
    """An article has a place at most, where its journal appears."""
    for one in reading.loose:
        if not _is_place(one):
            return False
        reading.put("address", one.text, one.span)
    reading.entry_type = "article"
    return "year" in reading.fields


def _imprinted(reading: Reading) -> bool:
    """Places and houses told apart: by a colon, by a year that follows a place, by what is known, by their order."""
    loose = reading.loose
    if reading.plain and not all(
        _is_place(one) or _is_house(one) or one.dated or one.leads for one in loose
    ):
        return False
    places = [one for one in loose if _is_place(one)]
    if len(places) > 1 and not loose[0].leads:
        loose = [_joined(reading, places), *(one for one in loose if one not in places)]
    match loose:
        case []:
            return True
        case [one]:
            alone = _is_house(one) and not one.leads and not _is_place(one)
            reading.put("publisher" if alone else "address", one.text, one.span)
            return True
        case [one, other]:
            place, house = (other, one) if _house_first(one, other) else (one, other)
            reading.put("address", place.text, place.span)
            reading.put("publisher", house.text, house.span)
            return True
    return False


def _house_first(one: Words, other: Words) -> bool:
    if one.leads or _is_place(one):
        return False
    return other.dated or _is_place(other) or (_is_house(one) and not _is_house(other))


def _joined(reading: Reading, places: list[Words]) -> Words:
    """`Bonn, Leipzig`: several places are one value, as printed."""
    span = Span(places[0].span.start, places[-1].span.end)
    return Words(span, reading.text[span.start : span.end], dated=False, leads=True)


def _is_place(one: Words) -> bool:
    return one.text in PLACES


def _is_house(one: Words) -> bool:
    return bool(HOUSE_WORD.search(one.text) or (BODY.search(one.text) and not one.dated))


def _is_report(reading: Reading) -> bool:
    """A work by a body that calls itself a report, or that a body alone answers for."""
    author, _ = reading.fields.get("author", ((), None))
    title, _ = reading.fields["title"]
    by_a_body = isinstance(author, tuple) and len(author) == 1 and bool(author[0].literal)
    return by_a_body and (bool(_REPORT.match(str(title))) or "publisher" not in reading.fields)
