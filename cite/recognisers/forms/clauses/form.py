"""Notes of the Continent and beyond, clause by clause: `M. Rossi, *Storia dei porti*, il Mulino, Bologna 1998, p. 45.`

Each clause between commas says by itself what it is, by a word of its language or by its place in the order.
The form fits only where every clause is explained; what is left over makes it step aside.
"""

import re
from collections.abc import Iterator

from cite.model.document import Span
from cite.recognisers.fields.law_reports import find_report
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.fields.titles import end_of_names, inside_marks
from cite.recognisers.forms.clauses.containers import IN, host, periodical, second_title
from cite.recognisers.forms.clauses.numbers import (
    NUMBER,
    VOLUME,
    edition_named,
    full_date,
    number_alone,
    number_named,
    page_meant,
    pages_named,
    volume_titled,
    year_alone,
)
from cite.recognisers.forms.clauses.people import (
    BY_THE_SAME,
    EDITED,
    TRANSLATED,
    names_at_the_head,
    people_behind,
    read_names,
)
from cite.recognisers.forms.clauses.reading import Clause, Reading, Words
from cite.recognisers.forms.clauses.settling import settled
from cite.recognisers.forms.clauses.words import GAP, HOUSE, NOTHING, PLACE, any_word, begins_a_name
from cite.recognisers.languages.known import abbreviations, language_of, script_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR, either

_DOCTORAL = rf"{any_word('doctoral')}|tese\s\(doutorado[^()]*\)"
_MASTERS = rf"dissertação\s\(mestrado[^()]*\)|{any_word('masters')}"
_UNPRINTED = either(
    "inédita | inédite | dactylographiée | non publiée | niet gepubliceerd | mps | maszynopis"
)
_IN_A_SUBJECT = r"\s(?:en|in|em|di|d’|de|z)\s?[a-zà-ž][\w’ ]{2,30}?(?=[,.;)])"
_THESIS = re.compile(
    rf"(?:(?P<doctor>{_DOCTORAL})|(?P<master>{_MASTERS}))(?:\s{_UNPRINTED})?(?:{_IN_A_SUBJECT})?",
    re.IGNORECASE,
)
_WORDS_END = rf"\s*(?:[,;:()\[،؛]|$)|\s+\[?{YEAR}(?!\w)|(?<=[^\W\d_]{{3}})\.(?:\s|$)"
_WORDS = re.compile(rf"(?:[^\W\d_]|[’'‘](?=\w))[^,;:()\[\]«»„“”\"،؛\d]*?(?={_WORDS_END})")
_LONGEST = 700
_MOST_CLAUSES = 24


def read_clauses(draft: Draft) -> bool:
    """A citation every clause of which is explained; False for any other, and for one in English."""
    text = draft.rest()
    if not 12 < len(text.strip()) < _LONGEST:
        return False
    if not is_foreign(draft.text):
        return False
    for reading, at in _beginnings(draft, text):
        reading.on_the_web = "url" in draft.fields
        if _go_on(reading, at, len(text.rstrip())) and settled(reading):
            _commit(draft, reading)
            return True
    return False


def is_foreign(text: str) -> bool:
    """Whether a citation is written in another language than English."""
    if (report := find_report(text)) and report.match["year"]:
        return False  # `91 J. Am. Hist. 32 (2004)`: `Am.` is no German word there
    language = language_of(text)
    return language is not None and language.code != "en"


def _beginnings(draft: Draft, text: str) -> Iterator[tuple[Reading, int]]:
    """Every way in which the citation can begin: its names and its title, and where they end."""
    marks = sorted(
        (
            m
            for m in (*draft.part.italics, *draft.part.quotes)
            if not draft.used[m.start] and text[m.start : m.end].strip(" .,")
        ),
        key=lambda mark: mark.start,
    )
    if marks:
        head = text[: marks[0].start]
        reading = Reading(text, marks[1:])
        if not _IN_AT_END.search(head) and names_at_the_head(reading, head):
            inner = inside_marks(draft.text, marks[0])
            reading.put("title", draft.text[inner.start : inner.end], inner)
            reading.quoted_title = marks[0] in draft.part.quotes
            yield reading, marks[0].end
        else:
            yield from _title_in_plain_type(text, head, marks)
            yield from _plain_beginnings(text, marks)
    elif script_of(text) is Script.ARABIC:
        yield from _arabic_beginnings(text)
    else:
        yield from _plain_beginnings(text, [])


_IN_AT_END = re.compile(rf",\s*{IN.pattern}$")


def _title_in_plain_type(text: str, head: str, marks: list[Span]) -> Iterator[tuple[Reading, int]]:
    """`OLIVEIRA, João. A pesca. *Revista*, …`: names, a title in plain type, and what it stands in marked."""
    for stop in re.finditer(r"(?<=[^\W\d_]{2})\.\s+", head):
        names = read_names(head[: stop.start()])
        if not names:
            continue
        inside = re.compile(rf"[.?!]\s+(?={IN.pattern})|[.?!]?\s*$").search(head, stop.end())
        end = inside.start() if inside else len(head)
        title = head[stop.end() : end].strip(" .,:")
        if len(title.split()) < 2:
            continue
        reading = Reading(text, marks)
        reading.put("author", names, Span(0, stop.start()))
        at = head.index(title, stop.end())
        reading.put("title", title, Span(at, at + len(title)))
        yield reading, end
        return


def _arabic_beginnings(text: str) -> Iterator[tuple[Reading, int]]:
    """`أحمد محمود، تاريخ الموانئ، القاهرة: …`: the author, then the title, each up to a comma."""
    cuts = [match.start() for match in re.finditer(r"،|,|(?=\()", text)][:8]
    if len(cuts) < 2:
        return
    names = read_names(text[: cuts[0]])
    if not names:
        return
    for cut in cuts[1:]:
        title = text[cuts[0] + 1 : cut].strip(" .،")
        if len(title) < 2:
            continue
        reading = Reading(text, [])
        first = text[: cuts[0]].strip()
        reading.put("author", names, Span(text.index(first), text.index(first) + len(first)))
        at = text.index(title, cuts[0])
        reading.put("title", title, Span(at, at + len(title)))
        yield reading, cut


def _plain_beginnings(text: str, marks: list[Span]) -> Iterator[tuple[Reading, int]]:
    """`Otto Brandt, Die Elbinseln, Diss. phil., Kiel 1987`: names, then the shortest title that lets the rest be read.

    Words quoted in a title, `Die Polarisierung der „Geschlechtscharaktere“`, are the title's own.
    """
    colon, comma = text.find(": ") + 2, text.find(", ") + 2
    for at in dict.fromkeys((colon, comma, end_of_names(text))):
        same = BY_THE_SAME.fullmatch(text[:at].lstrip())
        if at < 3 or not (same or could_be_names(text[:at].rstrip(" :"))):
            continue
        for stop in _title_ends(text, at, marks):
            title = text[at:stop].strip(" ,.:")
            reading = Reading(text, [mark for mark in marks if mark.start >= stop])
            if len(title) < 4 or not (title[0].isupper() or title[0] in "„“"):
                continue
            if _NO_TITLE.search(title):
                break
            if not names_at_the_head(reading, text[:at]):
                break
            where = text.index(title, at)
            reading.put("title", title, Span(where, where + len(title)))
            reading.plain = True
            yield reading, stop


_NO_TITLE = re.compile(rf"^[^\W\d_]\.|^\[|\s{YEAR}[.:]\s|,\s[Ii]n:?\s")
"""What a title has not: initials at its head, a year that closes the names, the word before a container."""
_TITLE_ENDS = re.compile(r"[,.]\s|(?=\s\()|(?<=[?!])\s")
_MOST_TITLES = 6
"""Ends of a title that are tried."""
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def _title_ends(text: str, at: int, marks: list[Span]) -> list[int]:
    """Where a title may end: at no word that is abbreviated, and within no quotation."""
    ends = []
    for match in _TITLE_ENDS.finditer(text, at):
        word = _LAST_WORD.search(text, at, match.start())
        cut_short = match[0][:1] == "." and word and word[0].lower() in abbreviations()
        if not cut_short and not any(mark.start < match.start() < mark.end for mark in marks):
            ends.append(match.start())
    return ends[:_MOST_TITLES]


def _go_on(reading: Reading, at: int, end: int) -> bool:
    """Whether everything from here to the end is explained."""
    while at < end:
        gap = GAP.match(reading.text, at, end)
        if gap:
            at = gap.end()
            continue
        reading.clauses += 1
        if reading.clauses > _MOST_CLAUSES:
            return False
        step = next((found for clause in _CLAUSES if (found := clause(reading, at, end))), None)
        if step is None or step <= at:
            return False
        at = step
    return True


def _bracket(reading: Reading, at: int, end: int) -> int | None:
    """What stands in brackets is read as what stands outside."""
    if reading.text[at] not in "([":
        return None
    if nothing := NOTHING.match(reading.text, at):
        return nothing.end()
    close = reading.text.find(")" if reading.text[at] == "(" else "]", at)
    if close < 0 or close >= end:
        return None
    if series := _SERIES.match(reading.text, at, close + 1):
        group = "series" if series["series"] else "counted"
        reading.put("series", series[group], Span(*series.span(group)))
        return series.end()
    return close + 1 if _go_on(reading, at + 1, close) else None


_SERIES = re.compile(
    r"\((?:=\s?(?P<series>[^()=]{4,160})|(?P<counted>[^\W\d_][^()=]{6,150}?,?\s(?:[A-Z][a-z]{0,2}\.\s?)?\d{1,3}))\)"
)
"""`(= Gesammelte Schriften, Bd. 1)`, `(Handbuch der deutschen Geschichte 13)`."""


def _nothing(reading: Reading, at: int, end: int) -> int | None:
    """Words that say nothing of the work: undated, available at."""
    match = NOTHING.match(reading.text, at, end)
    return match.end() if match else None


def _thesis(reading: Reading, at: int, end: int) -> int | None:
    match = _THESIS.match(reading.text, at, end)
    if not match:
        return None
    reading.entry_type = "phdthesis" if match["doctor"] else "mastersthesis"
    return match.end()


def _words(reading: Reading, at: int, end: int) -> int | None:
    """A place, a house or a school: words that stand for themselves."""
    known = PLACE.match(reading.text, at, end) or HOUSE.match(reading.text, at, end)
    match = known or _WORDS.match(reading.text, at, end)
    if not match:
        return None
    words = match[0].rstrip()
    if not known and not (begins_a_name(words) and len(words) > 1 and len(words.split()) < 10):
        return None
    stop = at + len(words)
    dated = bool(_YEAR_NEXT.match(reading.text, stop, end))
    leads = bool(_COLON_NEXT.match(reading.text, stop, end))
    reading.loose.append(Words(Span(at, stop), words, dated, leads))
    return stop


_YEAR_NEXT = re.compile(rf"\s+\[?{YEAR}(?!\w)")
_COLON_NEXT = re.compile(r"\s?:")
_CLAUSES: tuple[Clause, ...] = (
    _nothing,
    _bracket,
    host,
    second_title,
    people_behind("translator", TRANSLATED),
    people_behind("editor", EDITED),
    _thesis,
    periodical,
    edition_named,
    page_meant,
    volume_titled,
    number_named("volume", VOLUME),
    number_named("number", NUMBER),
    pages_named,
    full_date,
    year_alone,
    number_alone,
    _words,
)
"""In order of certainty: the first that fits takes its stretch."""


def _commit(draft: Draft, reading: Reading) -> None:
    for name, (value, span) in reading.fields.items():
        draft.put(name, value, span)
    draft.title = reading.fields["title"][1]
    draft.container = reading.container
    draft.entry_type = reading.entry_type
    draft.locator = reading.locator
    draft.use(Span(0, len(draft.text)))
