"""Where a note can be cut: at semicolons, at the ends of sentences, and before a second work in one sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from cite.recognisers.fields.names import could_be_names
from cite.recognisers.fields.titles import end_of_names
from cite.recognisers.languages.known import abbreviations
from cite.recognisers.segment.signals import leading_signal
from cite.recognisers.text.typography import Typeset
from cite.recognisers.text.vocabulary import MONTH, YEAR, either

_STOP = re.compile(r";|\.(?=[\s”\"’')\]]|$)|[?!](?=[\s”\"’')\]]|$)")
_CLOSING = "”\"’')]"
_BEFORE_WORD = r"(?:^|[\s(\[“\"'‘/–-])"
_ABBREVIATIONS = either(
    "Dr | Mr | Mrs | Ms | Prof | St | v | vs | vol | vols | no | nos | nr | ed | eds | trans | transl | tr | übers | trad | "
    "hg | dir | coord | p | pp | ch | chap | cf | viz | op | loc | Ibid | Id | art | arts | para | paras | fig | figs | n | nn | "
    "sec | secs | ff | repr | rev | approx | ca | c | Bd | Hrsg | hrsg | Hg | Aufl | Nr | Abs | Anm | vgl | Vgl | bzw | ibid | "
    "id | suppl | ser | esp | comp | comps | intro | fol | fols | col | cols | pt | pts | bk | tit | cl | amend | Ph | Jr | Sr"
)
_SPACED_ABBREVIATION = r"e\.\s?g|i\.\s?e|u\.\s?a|z\.\s?B|[A-Z]\.\s?[A-Z]|[A-Z]"
_BEFORE_MORE = r"(?:al|cit)(?=\.\s*[a-z,(\d])"
_ALWAYS_ABBREVIATED = re.compile(
    rf"{_BEFORE_WORD}(?:{_ABBREVIATIONS}|{_SPACED_ABBREVIATION}|{_BEFORE_MORE})$"
)
_LAST_WORD = re.compile(r"(?<![\w’'])[^\W\d_]{1,10}(?:\.[^\W\d_]{1,4})*$")
_CAPITALISED = re.compile(r"(?:^|[\s(\[“\"'‘.&-])[A-ZÀ-Ž][\w’']{0,6}$")
_LEGAL_TAIL = re.compile(r"(?:[’'](?:l|n|t|rs|y)|[A-Z]\.)$")
_STARTERS = either(
    "The | This | These | Those | That | There | Then | They | Their | It | Its | In | On | For | As | At | A | An | And | But | "
    "By | Of | If | Is | See | Cf | Compare | Contra | However | Although | Though | While | When | Where | With | From | To | "
    "He | She | His | Her | We | Our | I | My | One | Some | Many | Most | Also | Among | Another | Other | Both | Such | Since | "
    "Thus | Here | Note | Not | No | Ibid | Id | Quoted | Cited | Available | Accessed | Emphasis | Translation | Hereafter | "
    "Vgl | Siehe | Voir | Der | Die | Das | Le | La | Les | El | Los | According | After | Before | During | Only | Even | Yet | "
    "More | Further | Similarly | Likewise | Indeed | Moreover | Unless | Until | What | Who | Why | How | Which | All | "
    "Several | Two | Three | Paper | Photo | Interview | Letter"
)
_STARTER = re.compile(rf"{_STARTERS}(?=[\s,:])")


def sentences(typeset: Typeset) -> list[tuple[int, int]]:
    """Stretches between cuts, in order, without outer white space and semicolons."""
    found: list[tuple[int, int]] = []
    for start, end in _between_stops(typeset):
        cuts = sorted(
            {start, *_second_works(typeset, start, end), *_joined(typeset, start, end), end}
        )
        found += [_trim(typeset.text, a, b) for a, b in pairwise(cuts)]
    return [(start, end) for start, end in found if typeset.text[start:end].strip(" .,;:)")]


_YEAR_IN_BRACKETS = r"\((?:[^()]{0,60}\s)?(?:1[6-9]|20)\d\d\)(?:\s\([^()]{3,120}\))?"
_LINK = r"overrul(?:ing|ed by)|abrogat(?:ing|ed by)|" + either(
    "with | and | quoting | citing | affirming | reversing | aff’g | rev’g | aff'g | rev'g"
)
_JOINED = re.compile(rf"{_YEAR_IN_BRACKETS},\s+(?:{_LINK})\s+(?=[A-Z])")


def _joined(typeset: Typeset, start: int, end: int) -> Iterator[int]:
    """Where a law note joins a second work to the first: `Compare A (1973), with B (1995)`."""
    for match in _JOINED.finditer(typeset.text, start, end):
        following = typeset.text[match.end() : end]
        if re.search(r"\d{4}", following) and (end_of_names(following) or " v. " in following[:90]):
            yield match.end()


def _between_stops(typeset: Typeset) -> Iterator[tuple[int, int]]:
    text, protected = typeset.text, typeset.protected
    start = 0
    for match in _STOP.finditer(text):
        at = match.start()
        if at < start or (protected[at] and at not in typeset.closings):
            continue
        end = match.end()
        while end < len(text) and text[end] in _CLOSING and match[0] != ";":
            end += 1
        if match[0] == ";" or _is_sentence_end(typeset, start, at, end):
            yield start, at if match[0] == ";" else end
            start = end
    yield start, len(text)


def _is_sentence_end(typeset: Typeset, start: int, at: int, end: int) -> bool:
    """Whether a stop at `at`, whose closing marks end at `end`, ends the sentence that began at `start`."""
    text = typeset.text
    following = text[end : end + 60].lstrip(" \u00a0\n")
    if not following:
        return True
    if not _may_begin_a_sentence(following) or _is_inside_a_title(typeset, at, end, following[0]):
        return False
    if text[at] == "." and _within_a_head(text, start, at, end):
        return False
    before = text[max(start, at - 24) : at]
    if _ORDINAL.search(before) and _COUNTED.match(following):
        return False
    if text[at] != "." or before.endswith((")", "]", "”", "’", '"')) or end > at + 1:
        return True
    return _ends_behind_word(typeset, before, following, end)


_MAY_END = re.compile(r"\b(?:al|cit|[Ii]bid|Inc|Ltd|Jr|[A-Z]\.[A-Z])$")
"""Abbreviations that end a sentence as often as not."""


def _ends_behind_word(typeset: Typeset, before: str, following: str, end: int) -> bool:
    """Whether the full stop behind a word is more than that of an abbreviation."""
    starts = bool(_STARTER.match(following))
    word = _LAST_WORD.search(before)
    if word and word[0].lower() in abbreviations() and not starts:
        return False
    if _ALWAYS_ABBREVIATED.search(before):
        return starts and bool(_MAY_END.search(before))
    if _LEGAL_TAIL.search(before):
        return starts
    if _CAPITALISED.search(before):
        return starts or _work_begins(typeset, end)
    return True


_YEAR_BEHIND = re.compile(rf"\s*\({YEAR}[a-z]?(?:[,/][^()]{{1,25}})?\)")
_YEAR_BEFORE = re.compile(rf"\s*\({YEAR}[a-z]?(?:[,/][^()]{{1,25}})?\)$")
_LONGEST_HEAD = 400


def _within_a_head(text: str, start: int, at: int, end: int) -> bool:
    """Whether a full stop stands in `World Health Organization. (2018). `: names, and the year behind them."""
    head = text[max(start, at - _LONGEST_HEAD) : at]
    if year := _YEAR_BEFORE.search(head):
        head = head[: year.start()]
    elif not _YEAR_BEHIND.match(text, end):
        return False
    return could_be_names(head[leading_signal(head) :])


def _may_begin_a_sentence(following: str) -> bool:
    """Capitals, figures, marks, and addresses do; small letters do not."""
    first = following[0]
    known = first.isupper() or first.isdigit() or first in "“‘\"'<([*«„#¿¡" or ord(first) > 0x2E80
    return known or following.startswith("http")


def _is_inside_a_title(typeset: Typeset, at: int, end: int, first: str) -> bool:
    """`“Who Goes There?” (1938)`: a stop before the mark that closes a title, behind which its citation goes on."""
    if at not in typeset.closings:
        return False
    asks = typeset.text[at] in "?!"
    return first in "([<" or first.isdigit() or (asks and not _work_begins(typeset, end))


_ORDINAL = re.compile(r"(?:^|[\s(,–-])\d{1,2}$")
_COUNTED_WORDS = (
    "Aufl | Ausg | Bd | Band | Jg | Jahrgang | Teil | Kap | Hälfte | Halbbd | Lfg | Lieferung | Senat | Kammer | "
    "Zivilsenat | Jahrhundert | Jh | unveränd | überarb | neubearb | erw"
)
_COUNTED = re.compile(rf"{either(_COUNTED_WORDS)}|{MONTH}\s", re.IGNORECASE)
"""What a German ordinal counts: `2. Aufl.`, `12. März`."""


def _work_begins(typeset: Typeset, at: int) -> bool:
    """Whether names and a marked title follow."""
    following = bisect_left(typeset.marks, at, key=lambda span: span.start)
    mark = next(iter(typeset.marks[following : following + 1]), None)
    if mark is None or mark.start - at > 200:
        return False
    head = typeset.text[at : mark.start].strip(" ,.:\u00a0")
    return bool(head) and could_be_names(head)


_WRITING = either(
    "review | review essay | essay | article | discussion | account | study | chapter"
)
_AND = rf",?\s+(?:and|&|as well as|with|und|et|y)\s+(?:(?:also\s+)?(?:in|see)\s+|(?:the\s)?{_WRITING}\s(?:by|of|in)\s)?"
_GAP = re.compile(rf"(?<=[)\d”’\"\]])(?P<gap>{_AND}|,\s+)(?P<names>[^()\d;:“”\"]{{4,160}}?),?\s*$")


def _second_works(typeset: Typeset, start: int, end: int) -> Iterator[int]:
    """Where names and a title follow a work that is complete: `*One* (1999), and Jane Roe, *Two* (2001)`."""
    first, last = (
        bisect_left(typeset.marks, edge, key=lambda span: span.start) for edge in (start, end)
    )
    marks = typeset.marks[first:last]
    for previous, mark in pairwise(marks):
        gap_start = max(previous.end, start)
        match = _GAP.search(typeset.text, gap_start, mark.start)
        if match and _names_in(typeset, match, gap_start):
            yield match.start("names")
        elif (closed := IMPRINT.match(typeset.text, gap_start, mark.start)) and IMPRINT.match(
            typeset.text, mark.end
        ):
            yield closed.end()


_PLACE_AND_HOUSE = r"[^():]{2,60}:\s[^()]{2,90}?,?\s"
_HOUSE_WORD = either(
    "Press | Books | OUP | CUP | Hart | Routledge | Verlag | Publishing | Publishers"
)
_HOUSE_ALONE = rf"[^()]{{0,60}}\b{_HOUSE_WORD}\b[^()]{{0,30}}?\s"
IMPRINT = re.compile(
    rf"[”’\"']?[^()\n]{{0,90}}?\((?:{_PLACE_AND_HOUSE}|{_HOUSE_ALONE}){YEAR}[^()]{{0,25}}\)"
    r"(?:[,:]?\s*(?:pp?\.\s*)?\d[\d–-]*)?"
)
"""Behind a title: nobody gives place and publisher, or a press and a year, who does not cite."""


def _names_in(typeset: Typeset, match: re.Match[str], gap_start: int) -> bool:
    """Whether a gap ends one work and names the authors of the next."""
    names = match["names"].strip(" ,")
    gap = typeset.text[gap_start : match.start() + 1]
    joined = match["gap"].strip(" ,") != ""
    protected = typeset.protected[match.start()] and typeset.text[match.start() - 1] not in ')]”"’'
    return bool(
        not protected
        and re.search(r"\d", gap)
        and could_be_names(names)
        and not re.search(r"\b(?:eds?|trans|in)\b", names)
        and (joined or len(names.split()) > 1)
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \u00a0;,\n\t":
        start += 1
    while end > start and text[end - 1] in " \u00a0;\n\t":
        end -= 1
    return start, end
