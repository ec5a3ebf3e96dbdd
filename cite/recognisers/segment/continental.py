"""A note of a German law journal cut into its citations, pointers back, and what is said around them.

Nothing in it is in italics, and nouns have the capitals of names. So citations are looked for by their
forms, which are few and closed: what stands between them is lead or argument.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cite.recognisers.forms.continental import (
    PEOPLE,
    is_sound_name,
    match_short,
    match_short_title,
    match_work,
)
from cite.recognisers.forms.decisions import match_decision
from cite.recognisers.text.typography import Typeset
from cite.recognisers.text.vocabulary import YEAR

_NOTE_WORD = r"(?:N|Fn|Anm|Fußn)\.\s?\d{1,4}"
_ABOVE = r"(?:siehe\s|s\.\s)?(?:oben|o\.|aaO|a\.\s?a\.\s?O\.)?,?\s?"
_POINTER = (
    rf"\((?:{_ABOVE}{_NOTE_WORD}|vorige\s(?:N|Fn|Anm)\.)\)"
    r"|a\.\s?a\.\s?O\.(?:\s\((?:Fn|N|Anm)\.\s?\d+\))?"
)
_CHAPTER = r"(?:Chapter|Kap\.|Rn\.|Rdnr\.)\s?\w+"
_PLACE = (
    rf"(?:S\.\s?)?(?:a\.\s?a\.\s?O\.|\d{{1,4}}(?:\s?[-–—]\s?\d{{1,4}})?(?:\s?ff?\.?)?|{_CHAPTER})"
)
_BACK = re.compile(
    rf"(?P<names>{PEOPLE}|[Dd](?:ers|ies)\.)(?P<title>,\s[^;()]{{4,120}}?,\sin:\s[^;()]{{4,120}}?)?,?\s(?:{_POINTER})"
    rf"(?P<pin>(?:,?\s{_PLACE})(?:,\s\d{{1,4}}(?:\s?ff?\.)?)*)?[.]{{0,2}}"
)
_POINTS_BACK = r"\((?:oben|vorige)\s(?:N|Fn|Anm)\."
_PAGES_FOLLOW = r"\d\sff?\.|(?<![A-Z]\.)(?<![A-Z]\.\s)\bS\.?\s?\d"
_SIGN = re.compile(
    rf"{_PAGES_FOLLOW}|{_POINTS_BACK}|\ba\.\s?a\.\s?O\.|\b(?:Hrsg|Aufl)\.|[a-zäöüß]/[A-ZÄÖÜ][a-zäöüß]"
    rf"|,\sin:\s[A-Z]|\d\s\((?!{YEAR})\d{{1,4}}\)(?=[.;]|$)"
)
"""What only such notes have."""
_BEGINS = re.compile(
    r"\s*(?:Vgl\.|Siehe|Dazu|Hierzu|Näher|Ausführlich\w*|Klassisch|Grundlegend|Kritisch|So|Anders)\s"
)
_OTHER_LAW = re.compile(r"\sv\.?\s[A-Z]|\bU\.?\s?N\.\s|U\.S\.")
_WORDS = re.compile(
    r"\b(?:und|der|die|das|des|dem|den|für|über|bei|zur|zum|im|ein|eine|auch|etwa|dazu|näher|siehe|vgl)\b",
    re.IGNORECASE,
)
_QUOTED_TITLE = re.compile(r"[^\W\d_.][,.:]\s(?:[“‘\"']|„[^“”]{3,200}[“”][,.])")
_AT_A_WORD = re.compile(
    r"(?<![\w/’'-])(?<!\ba\.)(?<!\ba\.\s)(?=[A-ZÄÖÜÀ-Ž]|(?:van|von|de)\s[A-Z]|(?:ders|dies)\.)"
)
_DASH = r"(?<=[.)\d“”\"])\s[-–—]{1,2}\s(?=[A-ZÄÖÜ])"
_FULL_STOP = r"(?<=[a-zäöüß”“\"]{3})[.!?:](?=\s[A-ZÄÖÜ„])|(?<=[)\d])[.](?=\s[A-ZÄÖÜ])"
_CLOSES = re.compile(rf";|{_DASH}|{_FULL_STOP}")


@dataclass(frozen=True, slots=True)
class Found:
    """A citation or a pointer back, and where its clause begins."""

    kind: str
    """`work`, `short`, `back`."""
    lead: int
    start: int
    end: int


_BARE = re.compile(
    rf"\)\s\d{{1,4}}(?:\sff?\.)?(?=[\s.;]|$)|\d\s\((?!{YEAR})\d{{1,4}}(?:\sff?\.)?\)|{_POINTS_BACK}"
    r"|,\sin:\s(?:[A-Z][\w-]+/)*[A-Z][\w-]+\s\d"
)


def pages_bare(text: str) -> bool:
    """Whether pages stand bare behind brackets or names, as law journals have them, and not behind `S.`."""
    return bool(_BARE.search(text))


def reads_as_continental(part: Typeset) -> bool:
    """Whether a note can be of this kind."""
    text = part.text
    if part.italics or part.links or _QUOTED_TITLE.search(text) or _OTHER_LAW.search(text):
        return False
    return (
        bool(_SIGN.search(text) or _BEGINS.match(text))
        or len({word.lower() for word in _WORDS.findall(text)}) > 1
    )


def find_continental(part: Typeset) -> list[Found]:
    """Every citation of a note in these forms, in order."""
    return list(_found(part.text)) if reads_as_continental(part) else []


def _found(text: str) -> Iterator[Found]:
    at = lead = 0
    closes = [match.end() for match in _CLOSES.finditer(text)]
    for place in _AT_A_WORD.finditer(text):
        start = place.start()
        if start < at:
            continue
        lead = max([lead, *(close for close in closes if close <= start)])
        open_since = text.rfind("(", at, start)
        if -1 < open_since < start - 1 and text.find(")", open_since, start) < 0:
            continue  # within an imprint
        found = _at(text, start)
        if found is None:
            continue
        kind, end = found
        yield Found(kind, max(at, lead), start, end)
        at = end


def _at(text: str, start: int) -> tuple[str, int] | None:
    """What begins at a place, and where it ends."""
    if decision := match_decision(text, start):
        return "work", decision[-1].end()
    back = _BACK.match(text, start)
    if back and (back["names"].endswith(".") or is_sound_name(back["names"])):
        return "back", back.end()
    work, short = match_work(text, start), match_short(text, start)
    if short and not _stands_alone(text, start, short):
        short = None
    if work and not (short and short.end() > work.end("authors") + 1):
        return "work", work.end()
    named = short or match_short_title(text, start)
    return ("short", named.end()) if named and _stands_alone(text, start, named) else None


def _stands_alone(text: str, start: int, short: re.Match[str]) -> bool:
    return _is_introduced(text, start, bool(short["page"])) and _is_over(text, start, short)


_LEADS = frozenset(
    "bei von vgl siehe sowie und ebenso auch so etwa dazu hierzu näher insbesondere insbes insb schon bereits zuletzt kritisch anders "
    "ähnlich dagegen dafür ausführlich ausführlicher grundlegend klassisch explizit nur noch aber s nach laut nachweise statt aller".split()
)


def _is_introduced(text: str, start: int, paged: bool) -> bool:
    """Whether what stands before a name can lead up to a citation; an article or an adjective makes it a noun."""
    word = re.search(r"([^\W\d_]+)[.,:]?\s$", text[:start][-30:])
    if paged and re.search(r"(?:^|[.;]\s)(?:Zur|Zum|Zu|Für|Bei)\s[^.;]{3,80}$", text[:start]):
        return True
    closing = text[:start].rstrip()[-1:]
    if not word or closing in ";.":
        return True
    before = word[1]
    if closing and closing in ",:":
        return before.lower() in _LEADS
    return before.lower() in _LEADS or (
        before[0].islower() and len(before) > 3 and before[-1] == "t"
    )


def _is_over(text: str, start: int, short: re.Match[str]) -> bool:
    """A name and a year without a page cite where they stand at the head of the note or end their clause."""
    rest = text[short.end() :].lstrip(" ")
    return (
        bool(short["page"])
        or start == 0
        or not rest
        or rest[0] in ".;,)"
        or rest[:3] in ("und", "sow")
    )
