"""The words of an imprint parted into a place and a publisher, with a colon between them or without."""

import re
from collections.abc import Callable

from cite.model.document import Span
from cite.recognisers.fields.imprint_words import (
    is_known_place,
    is_place,
    is_press,
    is_publisher,
    is_region,
)
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import CAPITAL, capital_or_not, either

_SUPPLEMENT = re.compile(
    r"[\s,]*(?:\d+(?:st|nd|rd|th) supp|supp|with supplement|paperback|pbk|vol\.? \d+|\d+ vols?\.?)[\s,]+",
    re.IGNORECASE,
)
_BLANKED = re.compile(r".*\S\s*,?\s{4,}(?=\S)")
"""Words up to what other recognisers have read."""
_PARTED_BY_COLON = re.compile(
    r"(?P<place>[^:]{2,90}?)(?P<colon>\s*:\s*)(?P<publisher>.+)", re.DOTALL
)


def read_place_and_publisher(draft: Draft, start: int, text: str) -> None:
    """What is left of an imprint, from `start` on, when edition, people and year are gone."""
    if (found := _telling_piece(text)) is None:
        return
    offset, words = found
    while passed := _SUPPLEMENT.match(words) or _BLANKED.match(words):
        offset, words = offset + passed.end(), words[passed.end() :]
    if parted := _PARTED_BY_COLON.match(words):
        put_place(draft, start + offset, parted["place"])
        put_publisher(draft, start + offset + parted.start("publisher"), parted["publisher"])
    else:
        read_without_colon(draft, start + offset, words)


def _telling_piece(text: str) -> tuple[int, str] | None:
    """Of an imprint with semicolons, the piece that names the publisher and where it begins.

    `Paris; London: Seuil` is two places and their publisher; `3rd ed.; Paris: Seuil` is a remark and an imprint.
    """
    pieces = [(m.start(), m[0]) for m in re.finditer(r"[^;]+", text) if m[0].strip(" ,")]
    if len(pieces) < 2 or ":" in pieces[0][1]:
        return pieces[0] if pieces else None
    colon = next((index for index, (_, words) in enumerate(pieces) if ":" in words), None)
    if colon is None:
        return pieces[-1]
    if not all(is_known_place(words) for _, words in pieces[:colon]):
        return pieces[colon]
    start, (last, words) = pieces[0][0], pieces[colon]
    return start, text[start : last + len(words)]


def put_place(draft: Draft, start: int, text: str) -> None:
    """The place in a text that begins at `start`: what stands before a known place and a comma is none."""
    place = text.strip(" ,.;")
    while "," in place and not is_known_place(place):
        head, _, tail = place.partition(",")
        if not is_known_place(tail.strip()) or is_place(head):
            break
        place = tail.strip()
    if place:
        at = start + text.rindex(place)
        draft.put("address", place, Span(at, at + len(place)))


_ON_BEHALF = re.compile(r",\s+(?:on behalf|for|in association).*$")
_ABBREVIATED = re.compile(
    rf"\b{either('Co | Inc | Ltd | Bros | Univ | Pr | Pub | Publ | Assoc | Govt | Off | Press')}\.$|\.[A-Z]\.$"
)


def put_publisher(draft: Draft, start: int, text: str) -> None:
    """The publisher in a text that begins at `start`."""
    publisher = _ON_BEHALF.sub("", text.strip(" ,;:"))
    if publisher.endswith(".") and not _ABBREVIATED.search(publisher):
        publisher = publisher[:-1]
    if publisher:
        at = start + text.index(publisher)
        draft.put("publisher", publisher, Span(at, at + len(publisher)))


_ABBREVIATED_AT_END = re.compile(r"\b(?:Co|Inc|Ltd|[A-Z])\.$")


def read_without_colon(draft: Draft, start: int, text: str) -> None:
    """`Clarendon Press`, `Paris`, `London, Routledge`, `Routledge, London`, `White Paper, Cm 7656`."""
    words = text.strip(" ,;:")
    if words.endswith(".") and not _ABBREVIATED_AT_END.search(words):
        words = words[:-1]
    if not words:
        return
    at = start + text.index(words)
    alone = text.rstrip().endswith((":", ","))
    for pattern, is_this in _IMPRINTS:
        match = pattern.fullmatch(words)
        if match and is_this(match, alone):
            _put_parts(draft, at, match)
            return
    put_publisher(draft, at, words)


def _put_parts(draft: Draft, offset: int, match: re.Match[str]) -> None:
    for name, value in match.groupdict().items():
        if not value:
            continue
        span = Span(offset + match.start(name), offset + match.end(name))
        printed = draft.text[span.start : span.end]
        if name == "publisher":
            put_publisher(draft, span.start, printed)
        else:
            draft.put(name, printed, span)


_IsThis = Callable[[re.Match[str], bool], bool]


def _is_place_alone(match: re.Match[str], ended: bool) -> bool:
    """A known place; or one name with a comma or a colon before the year, where houses stand without."""
    words = match["address"]
    return is_known_place(words) or (ended and _is_town(words) and not is_publisher(words))


def _is_place_with_house(match: re.Match[str], ended: bool) -> bool:
    place, house = match["address"], match["publisher"]
    if is_known_place(place):
        return not (is_region(house) or is_place(house))
    return _is_town(place) and not (is_publisher(place) or is_known_place(house))


def _is_house_with_place(match: re.Match[str], ended: bool) -> bool:
    place = match["address"]
    return is_known_place(place) or (is_press(match["publisher"]) and _is_town(place))


def _is_place_then_press(match: re.Match[str], ended: bool) -> bool:
    house = match["publisher"]
    belongs_to_place = house.startswith(("University", "UP", "&", "and "))
    return is_place(match["address"]) and is_press(house) and not belongs_to_place


def _is_series_with_house(match: re.Match[str], ended: bool) -> bool:
    return bool(_SERIES.fullmatch(match["series"])) and is_publisher(match["publisher"])


_SERIES_WORD = rf"{capital_or_not('series | studies')}|Library|Papers?|Monographs?"
_SERIES = re.compile(rf"(?:[\w’' &:-]+ )?(?:{_SERIES_WORD})(?:,? (?:no\.|vol\.)? ?\d+)?")
_FIRST_OF_TOWN = either(
    "Le | La | Les | El | Al | The | New | San | St | St. | Saint | Bad | Den | Port | Santa | São | Los | Las | Fort | "
    "North | South | East | West"
)
_ON_A_RIVER = rf"{either('am | an der | sur | upon | on')} {CAPITAL}\w+"
_TOWN_NAME = rf"{CAPITAL}[\w’'-]{{2,20}}"
_TOWN = re.compile(rf"(?:{_FIRST_OF_TOWN} )?{_TOWN_NAME}(?: {_TOWN_NAME}| {_ON_A_RIVER}){{0,2}}")
"""What a town can be called that is in no list."""


def _is_town(words: str) -> bool:
    return bool(_TOWN.fullmatch(words))


_IMPRINTS: tuple[tuple[re.Pattern[str], _IsThis], ...] = tuple(
    (re.compile(pattern, re.DOTALL), is_this)
    for pattern, is_this in (
        (r"(?P<address>.+)", _is_place_alone),
        (r"(?P<series>.+),\s*(?P<publisher>[^,]+)", _is_series_with_house),
        (r"(?P<address>[^,]+(?:,\s*[^,]+)?),\s*(?P<publisher>.+)", _is_place_with_house),
        (r"(?P<address>[^,]+),\s*(?P<publisher>.+)", _is_place_with_house),
        (r"(?P<publisher>.+?),\s*(?P<address>[^,]+(?:,\s*[^,]+)?)", _is_house_with_place),
        (r"(?P<address>\S+)\s+(?P<publisher>\S.*)", _is_place_then_press),
    )
)
"""Ways to print an imprint without a colon, and what tells each. Asked in this order."""
