"""What stands behind a title in brackets or before the year: edition, series, place, publisher, occasion."""

import re
from dataclasses import dataclass

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.editions import read_edition, read_version
from cite.recognisers.fields.events import EVENT, read_event
from cite.recognisers.fields.imprint_words import is_known_place, is_place, is_press, is_publisher
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.fields.place_and_publisher import (
    put_place,
    put_publisher,
    read_place_and_publisher,
    read_without_colon,
)
from cite.recognisers.fields.theses import THESIS, read_thesis
from cite.recognisers.fields.year_at_end import YEAR_AT_END, put_year_or_state
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import CAPITAL, ENGLISH_MONTHS, ENGLISH_SEASONS, YEAR, either

_LAST_WORD = re.compile(
    rf"(?<=[.,])\s{either('Print | Web | Film | DVD | CD | Television | Radio | E-book | Kindle file | PDF file | MS')}\.?\s*$"
)


@dataclass(frozen=True, slots=True)
class _Bracket:
    """Round brackets that no one has read, without the brackets themselves."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        return self.text.strip()

    @property
    def at(self) -> int:
        """Where its words begin."""
        return self.start + len(self.text) - len(self.text.lstrip())

    @property
    def whole(self) -> Span:
        """With the brackets."""
        return Span(self.start - 1, self.end + 1)


def read_imprint(draft: Draft) -> None:
    """Edition, series, place and publisher, school, event: in brackets first, else in running text."""
    if medium := _LAST_WORD.search(draft.text, draft.title.end):
        draft.use(Span(*medium.span()))
    read_edition(draft)
    read_version(draft)
    for bracket in sorted(_brackets(draft), key=lambda bracket: ":" not in bracket.text):
        _read_bracket(draft, _without_medium(draft, bracket))
    if "publisher" not in draft.fields and "institution" not in draft.fields:
        _read_running_text(draft)


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


_MEDIUM_AND_DATE = re.compile(
    r"(?P<medium>"
    + either(
        "dataset | data set | software | video | film | podcast | map | poster | slides | blog | database | "
        "sound recording | recording"
    )
    + r"),\s*(?=\D{0,20}(?:1[89]|20)\d\d)",
    re.IGNORECASE,
)


def _without_medium(draft: Draft, bracket: _Bracket) -> _Bracket:
    """`(dataset, May 2003)`: the medium read, and the rest of the bracket."""
    medium = _MEDIUM_AND_DATE.match(bracket.words)
    if medium is None:
        return bracket
    word, at = medium["medium"], bracket.at
    draft.put("type", word.lower(), Span(at, at + len(word)))
    begin = at + medium.end()
    return _Bracket(begin, bracket.end, bracket.text[begin - bracket.start :])


_REMARK = re.compile(
    "^(?:"
    + either(
        "arguing | noting | discussing | describing | explaining | stating | holding | quoting | citing | observing | "
        "suggesting | concluding | finding | emphasis | italics | internal | footnote | citation | on file | "
        "hereinafter | hereafter | translation | author | same | collecting | calling | claiming | showing | providing | "
        "listing | reporting | criticizing | comparing"
    )
    + r"|my |\W?[a-z]+ing\s)",
    re.IGNORECASE,
)
"""What an author says of the source, and no part of its imprint."""
_MEDIUM = re.compile(
    either(
        "blog | website | webpage | web page | podcast | video | film | PDF | online | weblog | newsletter | dataset | "
        "print | paperback | ebook | Kindle | Kindle edition | Tweet | DVD | CD | MS | MSS | manuscript | working paper | "
        "draft | unpublished | unpublished manuscript | unpublished paper | self-published | privately printed"
    )
    + r"|preprint\b.*|submitted\b.*|(?:original )?emphasis.*",
    re.IGNORECASE,
)


def _read_bracket(draft: Draft, bracket: _Bracket) -> None:
    words = bracket.words
    if not words:
        return
    if _REMARK.match(words) and not YEAR_AT_END.search(words):
        draft.trailing = draft.trailing or draft.text[bracket.start : bracket.end].strip()
        draft.use(bracket.whole)
    elif _MEDIUM.fullmatch(words):
        draft.use(bracket.whole)
        draft.fields.setdefault("type", words.lower())
        draft.spans.setdefault("type", Span(bracket.start, bracket.end))
    elif thesis := THESIS.search(words):
        read_thesis(draft, thesis, bracket.at, bracket.end)
    elif event := EVENT.match(words):
        read_event(draft, bracket.at + event.end(), bracket.end)
    else:
        _read_place_publisher_year(draft, bracket)


def _read_place_publisher_year(draft: Draft, bracket: _Bracket) -> None:
    """`Oxford: Clarendon Press, 1999`, or what of it is there."""
    text = draft.rest(bracket.start, bracket.end)
    dates = find_dates(text)
    if dated := YEAR_AT_END.search(text):
        if dates and dates[-1].date.month:
            _read_place_before_date(draft, bracket.start, text[: dates[-1].span.start])
        else:
            _read_before_year(draft, bracket, text, dated)
    elif ":" in text and not dates:
        read_place_and_publisher(draft, bracket.start, text)


def _read_place_before_date(draft: Draft, start: int, before: str) -> None:
    """`(London, 12 May 1943)`: no book is published on a day, so that what else stands there is no publisher."""
    words = before.strip(" ,;")
    if is_known_place(words):
        at = start + before.index(words)
        draft.put("address", words, Span(at, at + len(words)))


_PART_OF_YEAR = either("Michaelmas | Easter | Christmas", ENGLISH_MONTHS, ENGLISH_SEASONS)
_SEASON_OR_MONTH = re.compile(rf"(?:(?:Early |Late )?{_PART_OF_YEAR}\.?[-–/& ]{{0,3}}){{1,3}}")
_REPRINT = re.compile(
    rf"(?:{YEAR}|1st ed\.[^;,]*)[;,]\s*(?:repr(?:int(?:ed)?|\.)?|reissued?)[,:]?\s*", re.IGNORECASE
)


def _read_before_year(draft: Draft, bracket: _Bracket, text: str, dated: re.Match[str]) -> None:
    before = text[: dated.start()]
    words = before.strip(" ,;")
    if _SEASON_OR_MONTH.fullmatch(words):
        return
    put_year_or_state(draft, dated, bracket.start)
    if words:
        reprint = _REPRINT.match(before)
        blank = reprint.end() if reprint else 0
        read_place_and_publisher(draft, bracket.start, " " * blank + before[blank:])
    draft.use(bracket.whole)


def _read_running_text(draft: Draft) -> None:
    """`Title. Place: Publisher, Year.` or `Title, Publisher, Year`, without brackets."""
    after = draft.after
    text = draft.rest(after)
    if _reads_thesis(draft, after, text) or _reads_at_colon(draft, after, text):
        return
    dates = find_dates(text)
    if dates and not dates[0].date.month:
        _read_up_to_year(draft, after, text[: dates[0].span.start])
    elif "journal" not in draft.fields:
        _read_behind_first_year(draft, after, text[: dates[0].span.start] if dates else text)


_NEAR_TITLE = 60
"""Characters behind a title within which its kind is said."""
_THESIS_ENDS = re.compile(rf"{YEAR}|;|\.\s")


def _reads_thesis(draft: Draft, after: int, text: str) -> bool:
    thesis = THESIS.search(text)
    if thesis is None or thesis.start() >= _NEAR_TITLE:
        return False
    stop = _THESIS_ENDS.search(text, thesis.end())
    read_thesis(draft, thesis, after, after + (stop.end() if stop else len(text)))
    return True


_BEFORE_PLACE = r"(?:^|[.,;(]\s*|\s{2,})"
_PLACE = rf"{CAPITAL}[\w .’'/&-]{{1,40}}?(?:,\s[A-Z][\w.’ ]{{1,20}})?"
_PUBLISHER = rf"{CAPITAL}[^:;()\d]{{1,90}}?"
_BEHIND_PUBLISHER = rf"\(?(?:c\.?\s?|©)?{YEAR}|\[|$|,\s*pp?\.|,\s*(?:forthcoming|n\.d)"
_PLACE_COLON = re.compile(
    rf"{_BEFORE_PLACE}(?P<place>{_PLACE}):\s*(?P<publisher>{_PUBLISHER})[,.]?\s*(?={_BEHIND_PUBLISHER})"
)


def _reads_at_colon(draft: Draft, after: int, text: str) -> bool:
    match = _PLACE_COLON.search(text)
    if match is None:
        return False
    place, publisher = match["place"], match["publisher"]
    if could_be_names(place) and not is_place(place) and not is_publisher(publisher):
        return False
    put_place(draft, after + match.start("place"), place)
    put_publisher(draft, after + match.start("publisher"), publisher)
    return True


_LONGEST = 110
"""Characters of an imprint in running text."""
_NUMBERED = re.compile(r"\b(?:pp?|vol|no)\.")
_TOWN_ALONE = re.compile(rf"{CAPITAL}[a-zà-ž-]{{2,20}}(?:,\s{CAPITAL}[\w ]{{2,20}})?")


def _read_up_to_year(draft: Draft, after: int, before: str) -> None:
    """The words right before the first year, from the last sentence or bracket on."""
    text = before.rstrip(" ,.(")
    begin = max(text.rfind(". ") + 1, text.rfind(") ") + 1, text.rfind("   ") + 1)
    text = text[begin:]
    words = text.strip(" ,.")
    if not words or len(words) > _LONGEST or _NUMBERED.search(words):
        return
    town = bool(_TOWN_ALONE.fullmatch(words))
    placed = is_known_place(words) or (town and _place_is_due(draft, before))
    in_journal = "journal" in draft.fields
    if is_press(words) or (placed and not town and not in_journal):
        read_without_colon(draft, after + begin, text)
    elif placed and not in_journal:
        at = after + begin + text.index(words)
        draft.put("address", words, Span(at, at + len(words)))


def _place_is_due(draft: Draft, before: str) -> bool:
    """Whether a town of no list may be the place: in a book of chapters, or between a title and a year with no comma."""
    bare = re.search(r"\w $", before) is not None and draft.title in draft.part.italics
    return "booktitle" in draft.fields or bare


_SENTENCE_BEGINS = r"(?:^|\.\s+|\s{3,})"
_WITH_INITIALS = r"(?:\b[A-Z]\.[^.()\d]{0,40})*"
_LAST_SENTENCE = re.compile(
    rf"{_SENTENCE_BEGINS}(?P<body>{CAPITAL}[^.()\d]{{2,80}}{_WITH_INITIALS})(?=\.?\s*(?:$|https?|\())"
)


def _read_behind_first_year(draft: Draft, after: int, text: str) -> None:
    """APA puts the year first and the publisher last: `Title. Oxford University Press.`"""
    if "year" not in draft.fields:
        return
    for match in _LAST_SENTENCE.finditer(text.rstrip()):
        if is_press(match["body"].strip(" ,")):
            read_without_colon(draft, after + match.start("body"), match["body"])
            return
