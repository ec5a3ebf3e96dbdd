"""Clauses that name what a work stands in: a periodical, a book with its editors."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import date_at
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.fields.titles import inside_marks
from cite.recognisers.forms.clauses.people import BY_THE_SAME, read_names
from cite.recognisers.forms.clauses.reading import Reading
from cite.recognisers.forms.clauses.words import (
    GAP,
    PERIODICAL,
    ROLE,
    ROLE_BEHIND,
    any_word,
    begins_a_name,
)
from cite.recognisers.text.vocabulary import YEAR

IN = re.compile(rf"(?i:{any_word('container')})(?![\w.])\s*:?\s*")


def second_title(reading: Reading, at: int, end: int) -> int | None:
    """A second title, marked as such: the periodical, for what introduces a book was read before."""
    mark = next((m for m in reading.marks if m.start <= at < m.end), None)
    if mark is None or reading.container or not reading.fields:
        return None
    inner = inside_marks(reading.text, mark)
    reading.put("journal", reading.text[inner.start : inner.end], inner)
    reading.container = mark
    return mark.end


def host(reading: Reading, at: int, end: int) -> int | None:
    """`in «Rivista»`, `dans Anne Marchal (dir.), *Frontières*`, `[w:] *Handel*`, `In: MENDES, Rita (org.). *Cidade*`."""
    lead = IN.match(reading.text, at, end)
    if not lead or lead.end() == at or reading.container:
        return None
    begin = lead.end()
    if same := BY_THE_SAME.match(reading.text, begin, end):
        begin = same.end()
    mark = next((m for m in reading.marks if m.start >= begin), None)
    between = reading.text[begin : mark.start] if mark and mark.start - begin < 200 else ""
    if mark and (not between.strip() or _editors(reading, begin, between)):
        inner = inside_marks(reading.text, mark)
        value = reading.text[inner.start : inner.end]
        periodical = not between.strip() and (
            reading.text[mark.start] in '«„“"' or bool(_VOLUME_BEHIND.match(reading.text, mark.end))
        )
        reading.put("journal" if periodical else "booktitle", value, inner)
        reading.container = mark
        return mark.end
    return _contained_in_plain_type(reading, begin, end)


_VOLUME_BEHIND = re.compile(rf"[\s,]*(?:(?:Jg|Vol)\.\s?)?\d{{1,4}}(?:/\d{{1,4}})?,?\s\(?{YEAR}")
"""`22 (1999)`: what only periodicals have behind their name."""
_ARTICLES = ("la ", "il ", "lo ", "de ", "le ", "el ", "die ", "der ", "das ")
_NUMBERED = re.compile(
    rf"\s*[,،]?\s*(?:\d{{1,4}}\s?\(|{any_word('volumes')}|{any_word('numbers')}|[IVXLC]+[,\s])"
)
_PERIODICAL_NAME = re.compile(r"[^\W\d_][^,;:()\[\]«»„“”\"،؛\d.]{2,100}")


def periodical(reading: Reading, at: int, end: int) -> int | None:
    """Behind a quoted title a periodical in plain type, by its words or by the volume that follows."""
    if not reading.quoted_title or reading.container or reading.loose:
        return None
    match = _PERIODICAL_NAME.match(reading.text, at, end)
    if not match or not (begins_a_name(match[0]) or match[0].startswith(_ARTICLES)):
        return None
    name = match[0].rstrip()
    stop = at + len(name)
    numbered = _NUMBERED.match(reading.text, stop, end)
    gap = GAP.match(reading.text, stop, end)
    day = date_at(reading.text, gap.end()) if gap else None
    if not (PERIODICAL.search(name) or numbered or (day and day.date.day)):
        return None
    reading.put("journal", name, Span(at, at + len(name)))
    reading.container = Span(at, at + len(name))
    return at + len(name)


def _editors(reading: Reading, at: int, between: str) -> bool:
    role = ROLE_BEHIND.search(between)
    words = (between[: role.start()] if role else between).strip(" ,:.،")
    names = read_names(words)
    if not names:
        return False
    where = at + between.index(words)
    reading.put("editor", names, Span(where, where + len(words)))
    return True


_HOSTING_BOOK = r"[^\d«»“”\"()،,]{4,160}?"
_PLAIN_HOST = re.compile(
    r"(?P<names>[^()\d«»“”\"]{3,120}?)\s*\(\s*(?P<role>[^()\d]{2,20})\)[,:،.]?\s*"
    rf"(?P<book>{_HOSTING_BOOK})(?=\s*[,.(،])"
)
_EDITION_BEHIND = rf"\d{{1,2}}\.,?\s(?:[a-zäöü.]+\s){{0,4}}(?:{any_word('editions')})"
_PLACE_BEHIND = rf"[^\W\d_][^,;:()\d]{{1,40}}(?::\s|\s{YEAR})"
_BOOK_ENDS = rf"[,.]\s(?:(?:{any_word('volumes')})\s?[\dIVX]|{_EDITION_BEHIND}|(?:{any_word('edited_by')})|{_PLACE_BEHIND})"
_PLAIN_BOOK = re.compile(rf"(?P<book>[^\W\d_][^«»“”\"()،;]{{3,160}}?)(?={_BOOK_ENDS})")
"""A book in plain type, up to a volume, an edition, its editors or the place where it appeared."""
_PLAIN_JOURNAL = re.compile(
    r"(?P<journal>[^\W\d_][^,()\d«»“”\"]{2,100}?),?\s(?=\d{1,4}\s?(?:\(|,|\.|/)|[IVXLC]+\s?\()"
)


def _contained_in_plain_type(reading: Reading, at: int, end: int) -> int | None:
    """The same where nothing is marked: `in: Ute Kern/Jens Roth (Hrsg.), Arbeit am Meer, …`."""
    host = _PLAIN_HOST.match(reading.text, at, end)
    if host and ROLE.fullmatch(host["role"]) and (names := read_names(host["names"])):
        reading.put("editor", names, Span(*host.span("names")))
        reading.put("booktitle", host["book"].strip(), Span(*host.span("book")))
        reading.container = Span(*host.span("book"))
        return host.end()
    if BY_THE_SAME.search(reading.text, max(0, at - _PRONOUN), at):
        return _own_book(reading, at, end)
    journal = _PLAIN_JOURNAL.match(reading.text, at, end)
    if journal and (
        _VOLUME_BEHIND.match(reading.text, journal.end("journal"))
        or not could_be_names(journal["journal"])
    ):
        reading.put("journal", journal["journal"].strip(), Span(*journal.span("journal")))
        reading.container = Span(*journal.span("journal"))
        return journal.end("journal")
    return None


_PRONOUN = 14


def _own_book(reading: Reading, at: int, end: int) -> int | None:
    """`in: ders., Gesammelte Aufsätze, Bd. 1`: a book by the author of the chapter."""
    book = _PLAIN_BOOK.match(reading.text, at, end)
    if not book:
        return None
    reading.put("booktitle", book["book"].strip(), Span(*book.span("book")))
    reading.container = Span(*book.span("book"))
    return book.end()
