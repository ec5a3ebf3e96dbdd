"""What stands behind a title in brackets or before the year: edition, series, place, publisher, occasion."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.imprint_words import (
    is_place,
    is_place_with_region,
    is_press,
    is_publisher,
    is_region,
)
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR

_END = re.compile(
    rf"[\s,;]*(?:(?:c\.|ca\.|©|c|copyright|repr\.,?|reprinted|\[)\s*)?(?P<year>{YEAR})(?:[-–/](?:\d\d){{1,2}})?[a-z]?\]?(?:\s*[\[(]\s*(?:orig\.?\s*)?{YEAR}\s*[\])])?\s*$|[\s,]*(?P<state>forthcoming|in press|n\.\s?d\.?|undated|im Erscheinen|à paraître)\.?\s*$",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"(?<![\w-])(?P<edition>\d{1,2}\s?(?:st|nd|rd|th|d|\.)?|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Rr]ev(?:ised|\.)?|[Nn]ew|[Ee]xpanded|[Uu]pdated|[Aa]bridged|[Ee]nlarged)"
    r"(?:\s+(?:rev(?:ised|\.)?|and|expanded|updated|enlarged))*\s+(?:edn?|edition|ed|Aufl(?:age)?|éd|Ausg)\b\.?,?"
)
_VERSION = re.compile(r"(?<!\w)(?:[Vv]ersion|[Vv]ers\.|v\.?)\s?(?P<version>\d+(?:\.\d+)+\w*)")
_SERIES_IN_BRACKETS = re.compile(
    r"(?:[\w’' &:-]+ )?(?:[Ss]eries|[Ss]tudies|Library|Papers?|Monographs?)(?:,? (?:no\.|vol\.)? ?\d+)?"
)

_SUPPLEMENT = re.compile(
    r"[\s,]*(?:\d+(?:st|nd|rd|th) supp|supp|with supplement|paperback|pbk|[Vv]ol\.? \d+|\d+ vols?\.?)[\s,]+",
    re.IGNORECASE,
)
_REPRINT = re.compile(
    rf"(?:{YEAR}|1st ed\.[^;,]*)[;,]\s*(?:repr(?:int(?:ed)?|\.)?|reissued?)[,:]?\s*", re.IGNORECASE
)
_THESIS = re.compile(
    r"\b(?:(?:[Uu]npublished\s+)?(?P<phd>Ph\.?\s?D\.?|DPhil|D\.\s?Phil\.?|[Dd]octoral|[Ee]d\.?D\.?|S\.?J\.?D\.?|Habilitation)|(?P<master>[Mm]aster[’']?s?|M\.?\s?A\.?|M\.?\s?S\.?c?\.?|M\.?\s?Phil\.?|LL\.?M\.?|B\.?A\.?|[Bb]achelor[’']?s?|[Dd]iploma|[Ss]enior))"
    r"\.?,?\s*(?:(?:[Uu]npublished|in\s[\w ]{3,30})\s)?(?:thesis|diss(?:ertation\b|\.|\b)|[Tt]hesis|[Dd]iss(?:ertation\b|\.))|\b(?:[Uu]npublished )?(?P<plain>[Dd]issertation|[Dd]iss\.|[Tt]hesis|[Tt]hèse|Habilitationsschrift)\b"
)
_EVENT = re.compile(
    r"^(?:(?:unpublished\s+)?(?:conference\s+)?(?:paper|lecture|talk|poster|presentation|keynote(?: address)?|panel|address|installation|exhibition|performance)\b[^,]{0,20}?(?:\s(?:presented|delivered|given))?(?:\s+(?:at|to|for|in))?|presented\s+at)[\s,]+(?:the\s+)?",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^(?:arguing|noting|discussing|describing|explaining|stating|holding|quoting|citing|observing|suggesting|concluding|finding|emphasis|italics|internal|footnotes?|citations?|"
    r"on file|hereinafter|hereafter|translation|my |author|same|collecting|calling|claiming|showing|providing|listing|reporting|criticizing|comparing|\W?[a-z]+ing\s)",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"^(?:blog|website|web\s?page|podcast|video|film|PDF|pdf|online|weblog|newsletter|dataset|print|paperback|ebook|Kindle(?: edition)?|Tweet|DVD|CD|MSS?|manuscript|preprint\b.*|submitted\b.*|working paper|draft|unpublished(?: manuscript| paper)?|self-published|privately printed|(?:original )?emphasis.*)$",
    re.IGNORECASE,
)
_MEDIUM_AND_DATE = re.compile(
    r"(?P<medium>dataset|data set|software|video|film|podcast|map|poster|slides|blog|database|sound recording|recording),\s*(?=\D{0,20}(?:1[89]|20)\d\d)",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(
    r"(?<=[.,])\s(?:Print|Web|Film|DVD|CD|Television|Radio|E-book|Kindle file|PDF file|MS)\.?\s*$"
)
_SEASON_OR_MONTH = re.compile(
    r"(?:(?:Early |Late )?(?:Spring|Summer|Autumn|Fall|Winter|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Michaelmas|Easter|Christmas)\.?[-–/& ]{0,3}){1,3}"
)


@dataclass(frozen=True, slots=True)
class _Bracket:
    start: int
    end: int
    text: str


def read_imprint(draft: Draft) -> None:
    """Edition, series, place and publisher, school, event: in brackets first, else in running text."""
    if medium := _LAST_WORD.search(draft.text, draft.title.end):
        draft.use(Span(*medium.span()))
    _edition(draft)
    if version := _VERSION.search(draft.rest(draft.title.end)):
        draft.put_group("version", version, "version", draft.title.end)
        draft.use(Span(draft.title.end + version.start(), draft.title.end + version.end()))
    for bracket in sorted(_brackets(draft), key=lambda bracket: ":" not in bracket.text):
        _bracket(draft, bracket)
    if "publisher" not in draft.fields and "institution" not in draft.fields:
        _running_imprint(draft)


def _brackets(draft: Draft) -> list[_Bracket]:
    """Outermost round brackets behind the title that no one has read."""
    found: list[_Bracket] = []
    depth, start = 0, 0
    text = draft.text
    for at in range(draft.title.end, len(text)):
        if text[at] == "(":
            start = at if depth == 0 else start
            depth += 1
        elif text[at] == ")" and depth:
            depth -= 1
            if depth == 0 and not draft.used[start]:
                found.append(_Bracket(start + 1, at, draft.rest(start + 1, at)))
    return found


def _edition(draft: Draft) -> None:
    after = draft.title.end
    if match := _EDITION.search(draft.rest(after)):
        value = match["edition"].strip()
        if not re.fullmatch(r"\d{1,2}", value) or re.search(r"ed", match[0]):
            start = after + match.start("edition")
            draft.put("edition", value, Span(start, start + len(value)))
            draft.use(Span(after + match.start(), after + match.end()))


def _bracket(draft: Draft, bracket: _Bracket) -> None:
    words = bracket.text.strip()
    if medium := _MEDIUM_AND_DATE.match(words):
        at = bracket.start + bracket.text.index(words)
        draft.put("type", medium["medium"].lower(), Span(at, at + len(medium["medium"])))
        bracket = _Bracket(
            at + medium.end(), bracket.end, bracket.text[bracket.text.index(words) + medium.end() :]
        )
        words = bracket.text.strip()
    if not words:
        return
    if _REMARK.match(words) and not _END.search(words):
        draft.trailing = draft.trailing or draft.text[bracket.start : bracket.end].strip()
        draft.use(Span(bracket.start - 1, bracket.end + 1))
    elif _MEDIUM.match(words):
        draft.use(Span(bracket.start - 1, bracket.end + 1))
        draft.fields.setdefault("type", words.lower())
        draft.spans.setdefault("type", Span(bracket.start, bracket.end))
    elif thesis := _THESIS.search(words):
        _thesis(draft, thesis, bracket.start + bracket.text.index(words), bracket.end)
    elif event := _EVENT.match(words):
        _event(draft, bracket.start + bracket.text.index(words) + event.end(), bracket.end)
    else:
        _place_and_publisher(draft, bracket.start, bracket.end, bracketed=True)


def _place_and_publisher(draft: Draft, start: int, end: int, bracketed: bool) -> None:
    """The words before the year: `place: publisher`, a publisher, or a place."""
    text = draft.rest(start, end)
    dated = _END.search(text)
    if dated is None:
        if bracketed and ":" in text and not find_dates(text):
            _split_imprint(draft, start, text)
        return
    before = text[: dated.start()]
    words = before.strip(" ,;")
    full = find_dates(text)
    if full and full[-1].date.month:
        if not words or full[-1].span.start <= len(before) - len(before.lstrip()):
            return
        before = text[: full[-1].span.start]
        words = before.strip(" ,;")
        if bracketed and words and (is_place(words) or is_place_with_region(words)):
            at = start + before.index(words)
            draft.put("address", words, Span(at, at + len(words)))
        return
    if words and _SEASON_OR_MONTH.fullmatch(words):
        return
    if dated["year"]:
        draft.put(
            "year", int(dated["year"]), Span(start + dated.start("year"), start + dated.end("year"))
        )
    else:
        state = dated["state"].lower().replace(" ", "")
        if state not in ("n.d.", "n.d", "undated"):
            draft.put(
                "pubstate",
                dated["state"].lower(),
                Span(start + dated.start("state"), start + dated.end("state")),
            )
    if reprint := _REPRINT.match(before):
        before = " " * reprint.end() + before[reprint.end() :]
    if words:
        _split_imprint(draft, start, before)
    if bracketed:
        draft.use(Span(start - 1, end + 1))


def _split_imprint(draft: Draft, start: int, text: str) -> None:
    """What is left when edition, people and year are gone."""
    pieces = [(m.start(), m[0]) for m in re.finditer(r"[^;]+", text)]
    pieces = [piece for piece in pieces if piece[1].strip(" ,")]
    if not pieces:
        return
    if len(pieces) > 1 and ":" not in pieces[0][1]:
        joined = next((index for index, piece in enumerate(pieces) if ":" in piece[1]), None)
        if joined is not None and all(
            is_place(p[1]) or is_place_with_region(p[1]) for p in pieces[:joined]
        ):
            pieces = [
                (pieces[0][0], text[pieces[0][0] : pieces[joined][0] + len(pieces[joined][1])])
            ]
        else:
            pieces = pieces[joined:] if joined is not None else pieces[-1:]
    offset, words = pieces[0]
    while (series := _SUPPLEMENT.match(words)) or (
        series := re.match(r".*\S\s*,?\s{4,}(?=\S)", words)
    ):
        offset, words = offset + series.end(), words[series.end() :]
    place, colon, publisher = _at_colon(words)
    if colon:
        _put_place(draft, start + offset, place)
        _put_publisher(draft, start + offset + len(place) + len(colon), publisher)
    else:
        _place_or_publisher(draft, start + offset, words)


def _at_colon(words: str) -> tuple[str, str, str]:
    match = re.match(r"(?P<place>[^:]{2,90}?)(?P<colon>\s*:\s*)(?P<publisher>.+)", words, re.DOTALL)
    return (match["place"], match["colon"], match["publisher"]) if match else (words, "", "")


def _put_place(draft: Draft, start: int, words: str) -> None:
    place = words.strip(" ,.;")
    while "," in place and not (is_place(place) or is_place_with_region(place)):
        head, _, tail = place.partition(",")
        if not (is_place_with_region(tail.strip()) or is_place(tail.strip())):
            break
        if is_place(head):
            break
        place = tail.strip()
    if place:
        at = start + words.rindex(place)
        draft.put("address", place, Span(at, at + len(place)))


def _put_publisher(draft: Draft, start: int, words: str) -> None:
    publisher = words.strip(" ,;:")
    publisher = re.sub(r",\s+(?:on behalf|for|in association).*$", "", publisher)
    if publisher.endswith(".") and not re.search(
        r"\b(?:Co|Inc|Ltd|Bros|Univ|Pr|Publ?|Assoc|Govt|Off|Press)\.$|\.[A-Z]\.$", publisher
    ):
        publisher = publisher[:-1]
    if publisher:
        at = start + words.index(publisher)
        draft.put("publisher", publisher, Span(at, at + len(publisher)))


def _place_or_publisher(draft: Draft, start: int, text: str) -> None:
    """Without a colon: `Clarendon Press`, `Paris`, `London, Routledge`, `Routledge, London`, `White Paper, Cm 7656`."""
    words = text.strip(" ,;:")
    if words.endswith(".") and not re.search(r"\b(?:Co|Inc|Ltd|[A-Z])\.$", words):
        words = words[:-1]
    if not words:
        return
    at = start + text.index(words)
    alone = text.rstrip().endswith((":", ","))
    for pattern, is_this in _IMPRINTS:
        match = pattern.fullmatch(words)
        if match and is_this(match, alone):
            for name, value in match.groupdict().items():
                if value:
                    span = Span(at + match.start(name), at + match.end(name))
                    _put_part(draft, name, span)
            return
    _put_publisher(draft, at, words)


def _put_part(draft: Draft, name: str, span: Span) -> None:
    if name == "publisher":
        _put_publisher(draft, span.start, draft.text[span.start : span.end])
    else:
        draft.put(name, draft.text[span.start : span.end], span)


_IsThis = Callable[[re.Match[str], bool], bool]


def _is_place_alone(match: re.Match[str], ended: bool) -> bool:
    """A known place; or one name with a comma or a colon before the year, where houses stand without."""
    words = match["address"]
    if is_place(words) or is_place_with_region(words):
        return True
    return ended and bool(_TOWN.fullmatch(words)) and not is_publisher(words)


def _is_place_with_house(match: re.Match[str], ended: bool) -> bool:
    place, house = match["address"], match["publisher"]
    if is_place(place) or is_place_with_region(place):
        return not (is_region(house) or is_place(house))
    return not (is_publisher(place) or is_place(house) or is_place_with_region(house)) and bool(
        _TOWN.fullmatch(place)
    )


def _is_house_with_place(match: re.Match[str], ended: bool) -> bool:
    place = match["address"]
    known = is_place(place) or is_place_with_region(place)
    return known or (is_press(match["publisher"]) and bool(_TOWN.fullmatch(place)))


def _is_place_then_press(match: re.Match[str], ended: bool) -> bool:
    house = match["publisher"]
    return (
        is_place(match["address"])
        and is_press(house)
        and not house.startswith(("University", "UP", "&", "and "))
    )


def _is_series_with_house(match: re.Match[str], ended: bool) -> bool:
    return bool(_SERIES_IN_BRACKETS.fullmatch(match["series"])) and is_publisher(match["publisher"])


_TOWN = re.compile(
    r"(?:(?:Le|La|Les|El|Al|The|New|San|St\.?|Saint|Bad|Den|Port|Santa|São|Los|Las|Fort|North|South|East|West) )?"
    r"[A-ZÀ-Ž][\w’'-]{2,20}(?: [A-ZÀ-Ž][\w’'-]{2,20}| (?:am|an der|sur|upon|on) [A-ZÀ-Ž]\w+){0,2}"
)
"""What a town can be called that is in no list."""
_IMPRINTS: tuple[tuple[re.Pattern[str], _IsThis], ...] = (
    (re.compile(r"(?P<address>.+)", re.DOTALL), _is_place_alone),
    (re.compile(r"(?P<series>.+),\s*(?P<publisher>[^,]+)"), _is_series_with_house),
    (
        re.compile(r"(?P<address>[^,]+(?:,\s*[^,]+)?),\s*(?P<publisher>.+)", re.DOTALL),
        _is_place_with_house,
    ),
    (re.compile(r"(?P<address>[^,]+),\s*(?P<publisher>.+)", re.DOTALL), _is_place_with_house),
    (
        re.compile(r"(?P<publisher>.+?),\s*(?P<address>[^,]+(?:,\s*[^,]+)?)", re.DOTALL),
        _is_house_with_place,
    ),
    (re.compile(r"(?P<address>\S+)\s+(?P<publisher>\S.*)", re.DOTALL), _is_place_then_press),
)
"""Ways to print an imprint without a colon, and what tells each. Asked in this order."""


def _thesis(draft: Draft, match: re.Match[str], start: int, end: int) -> None:
    draft.entry_type = "mastersthesis" if match["master"] else "phdthesis"
    draft.use(Span(start + match.start(), start + match.end()))
    text = draft.rest(start + match.end(), end)
    offset = start + match.end()
    dated = _END.search(text)
    if dated and dated["year"]:
        draft.put(
            "year",
            int(dated["year"]),
            Span(offset + dated.start("year"), offset + dated.end("year")),
        )
    before = text[: dated.start()] if dated else text
    school = before.strip(" ,.;:")
    school = re.sub(r"^(?:at|in|submitted to)\s+(?:the\s+)?", "", school)
    if dated or len(school) < 90:
        if school:
            at = offset + text.index(school)
            draft.put("school", school, Span(at, at + len(school)))
    draft.use(Span(start, end))


def _event(draft: Draft, start: int, end: int) -> None:
    """An occasion, its place and its date: `ACH2019, Pittsburgh, PA, July 25, 2019`."""
    text = draft.rest(start, end)
    dates = find_dates(text)
    dates = [found for found in dates if found.date.month] or dates[-1:]
    stop = dates[0].span.start if dates else len(text)
    if dates:
        span = Span(start + dates[0].span.start, start + dates[0].span.end)
        draft.put("year", dates[0].date.year, span)
        draft.put("month", dates[0].date.month or 0, span)
        draft.put("day", dates[0].date.day or 0, span)
    words = text[:stop].strip(" ,;")
    if not words:
        return
    name, comma, place = words.partition(", ")
    if comma and not (is_place(place) or is_place_with_region(place) or len(place.split(",")) == 2):
        name, place = words, ""
    at = start + text.index(name)
    proceedings = name.startswith("Proceedings")
    draft.put("booktitle" if proceedings else "eventtitle", name, Span(at, at + len(name)))
    if place:
        where = start + text.index(place)
        draft.put("venue", place, Span(where, where + len(place)))
    if not proceedings:
        draft.entry_type = draft.entry_type or "unpublished"
    draft.use(Span(start, end))


_ONE_TOWN = re.compile(r"[A-ZÀ-Ž][a-zà-ž-]{2,20}(?:,\s[A-ZÀ-Ž][\w ]{2,20})?")
_PLACE_COLON = re.compile(
    rf"(?:^|[.,;(]\s*|\s{{2,}})(?P<place>[A-ZÀ-Ž][\w .’'/&-]{{1,40}}?(?:,\s[A-Z][\w.’ ]{{1,20}})?):\s*(?P<publisher>[A-ZÀ-Ž][^:;()\d]{{1,90}}?)[,.]?\s*(?=\(?(?:c\.?\s?|©)?{YEAR}|\[|$|,\s*pp?\.|,\s*(?:forthcoming|n\.d))"
)


def _running_imprint(draft: Draft) -> None:
    """`Title. Place: Publisher, Year.` or `Title, Publisher, Year`, without brackets."""
    after = draft.after
    text = draft.rest(after)
    if thesis := _THESIS.search(text):
        if thesis.start() < 60:
            stop = re.search(rf"{YEAR}|[;]|\.\s", text[thesis.end() :])
            end = thesis.end() + (stop.end() if stop else len(text) - thesis.end())
            _thesis(draft, thesis, after, after + end)
            return
    if match := _PLACE_COLON.search(text):
        if (
            not could_be_names(match["place"])
            or is_place(match["place"])
            or is_publisher(match["publisher"])
        ):
            _put_place(draft, after + match.start("place"), match["place"])
            _put_publisher(draft, after + match.start("publisher"), match["publisher"])
            return
    dates = find_dates(text)
    if not dates or dates[0].date.month:
        if "journal" in draft.fields:
            return
        _publisher_without_year(draft, after, text, dates[0].span.start if dates else len(text))
        return
    before = text[: dates[0].span.start]
    region = before.rstrip(" ,.(")
    begin = max(region.rfind(". ") + 1, region.rfind(") ") + 1, region.rfind("   ") + 1)
    region_text = region[begin:]
    words = region_text.strip(" ,.")
    if not words or len(words) > 110 or re.search(r"\b(?:pp?|vol|no)\.", words):
        return
    placed = is_place(words) or is_place_with_region(words)
    bare = re.search(r"\w $", before) is not None and draft.title in draft.part.italics
    placed = placed or (("booktitle" in draft.fields or bare) and bool(_ONE_TOWN.fullmatch(words)))
    if is_press(words) or (
        placed and "journal" not in draft.fields and not _ONE_TOWN.fullmatch(words)
    ):
        _place_or_publisher(draft, after + begin, region_text)
    elif placed and "journal" not in draft.fields:
        at = after + begin + region_text.index(words)
        draft.put("address", words, Span(at, at + len(words)))


def _publisher_without_year(draft: Draft, after: int, text: str, end: int) -> None:
    """APA puts the year first and the publisher last: `Title. Oxford University Press.`"""
    if "year" not in draft.fields:
        return
    for match in re.finditer(
        r"(?:^|\.\s+|\s{3,})(?P<body>[A-ZÀ-Ž][^.()\d]{2,80}(?:\b[A-Z]\.[^.()\d]{0,40})*)(?=\.?\s*(?:$|https?|\())",
        text[:end].rstrip(),
    ):
        words = match["body"].strip(" ,")
        if is_press(words):
            _place_or_publisher(draft, after + match.start("body"), match["body"])
            return
