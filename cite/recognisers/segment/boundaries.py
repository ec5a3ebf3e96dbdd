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
from cite.recognisers.text.vocabulary import MONTH, YEAR

_STOP = re.compile(r";|\.(?=[\s”\"’')\]]|$)|[?!](?=[\s”\"’')\]]|$)")
_CLOSING = "”\"’')]"
_ALWAYS_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[“\"'‘/–-])(?:Dr|Mr|Mrs|Ms|Prof|St|vs?|vols?|nos?|nr|eds?|trans|transl|tr|übers|trad|hg|dir|coord|pp?|ch|chap|cf|e\.\s?g|i\.\s?e|viz|op|loc|Ibid|Id|al(?=\.\s*[a-z,(\d])|"
    r"art|arts|para|paras|fig|figs|nn?|sec|secs|ff|repr|rev|approx|ca|c|Bd|Hrsg|hrsg|Hg|Aufl|Nr|Abs|Anm|vgl|Vgl|bzw|u\.\s?a|z\.\s?B|ibid|id|suppl|ser|esp|"
    r"comp|comps|intro|cit(?=\.\s*[a-z,(\d])|fol|fols|col|cols|pt|pts|bk|tit|cl|amend|Ph|Jr|Sr|[A-Z]\.\s?[A-Z]|[A-Z])$"
)
_LAST_WORD = re.compile(r"(?<![\w’'])[^\W\d_]{1,10}(?:\.[^\W\d_]{1,4})*$")
_CAPITALISED = re.compile(r"(?:^|[\s(\[“\"'‘.&-])[A-ZÀ-Ž][\w’']{0,6}$")
_LEGAL_TAIL = re.compile(r"(?:[’'](?:l|n|t|rs|y)|[A-Z]\.)$")
_STARTER = re.compile(
    r"(?:The|This|These|Those|That|There|Then|They|Their|It|Its|In|On|For|As|At|An?|And|But|By|Of|If|Is|See|Cf|Compare|Contra|But|However|Although|Though|While|"
    r"When|Where|With|From|To|He|She|His|Her|We|Our|I|My|One|Some|Many|Most|Also|Among|Another|Other|Both|Such|Since|Thus|Here|Note|Not|No|"
    r"Ibid|Id|Quoted|Cited|Available|Accessed|Emphasis|Translation|Hereafter|Vgl|Siehe|Voir|Der|Die|Das|Le|La|Les|El|Los|According|After|Before|During|"
    r"Only|Even|Yet|More|Further|Similarly|Likewise|Indeed|Moreover|Unless|Until|What|Who|Why|How|Which|All|Several|Two|Three|Paper|Photo|Interview|Letter)(?=[\s,:])"
)


def sentences(typeset: Typeset) -> list[tuple[int, int]]:
    """Stretches between cuts, in order, without outer white space and semicolons."""
    found: list[tuple[int, int]] = []
    for start, end in _between_stops(typeset):
        cuts = sorted(
            {start, *_second_works(typeset, start, end), *_joined(typeset, start, end), end}
        )
        found += [_trim(typeset.text, a, b) for a, b in pairwise(cuts)]
    return [(start, end) for start, end in found if typeset.text[start:end].strip(" .,;:)")]


_JOINED = re.compile(
    r"\((?:[^()]{0,60}\s)?(?:1[6-9]|20)\d\d\)(?:\s\([^()]{3,120}\))?,\s+(?:with|and|overrul(?:ing|ed by)|abrogat(?:ing|ed by)|quoting|citing|affirming|"
    r"reversing|aff’g|rev’g|aff'g|rev'g)\s+(?=[A-Z])"
)


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
    text = typeset.text
    following = text[end : end + 60].lstrip(" \u00a0\n")
    if not following:
        return True
    first = following[0]
    if not (
        first.isupper() or first.isdigit() or first in "“‘\"'<(h[*«„#¿¡" or ord(first) > 0x2E80
    ):
        return False
    if first == "h" and not following.startswith("http"):
        return False
    if at in typeset.closings and (
        first in "([<" or first.isdigit() or (text[at] in "?!" and not _work_begins(typeset, end))
    ):
        return False
    if text[at] == "." and _within_a_head(text, start, at, end):
        return False
    before = text[max(start, at - 24) : at]
    if _ORDINAL.search(before) and _COUNTED.match(following):
        return False
    if text[at] != "." or before.endswith((")", "]", "”", "’", '"')) or end > at + 1:
        return True
    word = _LAST_WORD.search(before)
    if word and word[0].lower() in abbreviations() and not _STARTER.match(following):
        return False
    if _ALWAYS_ABBREVIATED.search(before):
        return bool(
            re.search(r"\b(?:al|cit|[Ii]bid|Inc|Ltd|Jr|[A-Z]\.[A-Z])$", before)
            and _STARTER.match(following)
        )
    if _LEGAL_TAIL.search(before):
        return bool(_STARTER.match(following))
    if _CAPITALISED.search(before):
        return bool(_STARTER.match(following)) or _work_begins(typeset, end)
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


_ORDINAL = re.compile(r"(?:^|[\s(,–-])\d{1,2}$")
_COUNTED = re.compile(
    rf"(?:Aufl|Ausg|Bd|Band|Jg|Jahrgang|Teil|Kap|Hälfte|Halbbd|Lfg|Lieferung|Senat|Kammer|Zivilsenat|Jahrhundert|Jh|unveränd|überarb|neubearb|erw|{MONTH}\s)",
    re.IGNORECASE,
)
"""What a German ordinal counts: `2. Aufl.`, `12. März`."""


def _work_begins(typeset: Typeset, at: int) -> bool:
    """Whether names and a marked title follow."""
    following = bisect_left(typeset.marks, at, key=lambda span: span.start)
    mark = next(iter(typeset.marks[following : following + 1]), None)
    if mark is None or mark.start - at > 200:
        return False
    head = typeset.text[at : mark.start].strip(" ,.:\u00a0")
    return bool(head) and could_be_names(head)


_GAP = re.compile(
    r"(?<=[)\d”’\"\]])(?P<gap>,?\s+(?:and|&|as well as|with|und|et|y)\s+(?:(?:also\s+)?(?:in|see)\s+)?|,\s+)(?P<names>[^()\d;:“”\"]{4,160}?),?\s*$"
)


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


IMPRINT = re.compile(
    r"[”’\"']?[^()\n]{0,90}?\((?:[^():]{2,60}:\s[^()]{2,90}?,?\s|[^()]{0,60}\b(?:Press|Books|OUP|CUP|Hart|Routledge|Verlag|Publishing|Publishers)\b[^()]{0,30}?\s)(?:1[4-9]|20)\d\d[^()]{0,25}\)"
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
