"""Words in quotation marks, of every style and language; marks within marks belong to the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PAIRS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", "\"": "\"", "'": "'",
    "”": "”", "’": "’", "「": "」", "『": "』", "〝": "〞",
}  # fmt: skip
"""What opens, and what may close it: English, German, French, Danish, Swedish, Japanese ways."""
LONGEST = 6000
MOST_LEFT_OPEN = 200
"""Marks of one paragraph that open and never close, beyond which nothing more is looked for in it."""
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[{—–\-/:“„«‘\"'’*_])$")
_STRAIGHT = frozenset("\"'’”")
"""Marks that close as well as open, or that are apostrophes: what stands around them tells."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in marks: where their opening mark stands, and behind their closing one."""

    text: str
    start: int
    end: int
    opening: str
    closing: str
    closed: bool = True
    """Whether a mark closes it; else it runs to the end of its paragraph."""


def marked(text: str) -> Iterator[Marked]:
    """Stretches in marks, outermost only, in order."""
    at, left_open = 0, 0
    while at < len(text) and left_open < MOST_LEFT_OPEN:
        mark = text[at]
        if mark in PAIRS and _opens(text, at) and (end := _close(text, at)):
            yield Marked(text[at + 1 : end], at, end + 1, mark, text[end])
            at = end + 1
        elif mark in "“„«" and at == len(text) - len(text.lstrip()) and len(text) > 40:
            # A quotation of several paragraphs closes only the last.
            yield Marked(
                text[at + 1 :].rstrip(), at, len(text), mark, PAIRS[mark][-1], closed=False
            )
            return
        else:
            left_open += mark in PAIRS and _opens(text, at)
            at += 1


def _opens(text: str, at: int) -> bool:
    following = text[at + 1 : at + 2]
    if not following or following.isspace():
        # French marks stand apart from their words.
        return (
            text[at] in "«»"
            and text[at + 1 : at + 2] in ("\u00a0", "\u202f", " ")
            and _may_follow(text, at)
        )
    if text[at] in "'’" and following.isdigit():
        return False  # the ’90s
    if text[at] in _STRAIGHT or text[at] in "»›":
        return _may_follow(text, at) and (following.isalnum() or following in "[(“‘«„…\"'.¿¡")
    return True


def _may_follow(text: str, at: int) -> bool:
    return at == 0 or bool(_BEFORE_OPENING.search(text[at - 1]))


def _close(text: str, at: int) -> int:
    """Where the mark stands that closes one; 0 where none does."""
    mark, closers = text[at], PAIRS[text[at]]
    limit = min(len(text), at + LONGEST)
    if mark in "'‘’‚":
        return _close_of_single(text, at, closers, limit)
    depth = 0
    for end in range(at + 1, limit):
        char = text[end]
        if char == mark and mark not in closers and _opens(text, end):
            depth += 1
        elif char in closers and (mark not in _STRAIGHT or _closes(text, end)):
            if depth == 0:
                return end
            depth -= 1
    return 0


def _closes(text: str, end: int) -> bool:
    """Whether a mark that could open as well closes: words before it, none behind."""
    return not text[end - 1].isspace() and not text[end + 1 : end + 2].isalpha()


def _close_of_single(text: str, at: int, closers: str, limit: int) -> int:
    """A closing mark that is no apostrophe: rather one next to punctuation than one behind an *s*."""
    first = 0
    depth = 0
    inner = {"“": "”", "«": "»", "„": "“"}
    waiting = ""
    for end in range(at + 1, limit):
        char = text[end]
        if waiting:
            waiting = "" if char == waiting else waiting
            continue
        if char in inner and inner[char] in text[end:limit]:
            waiting = inner[char]
        elif char == text[at] and char not in closers and _opens(text, end):
            depth += 1
        elif char in closers and end > at + 1 and _closes(text, end):
            if text[end + 1 : end + 2].isalnum() and not text[end + 1].isdigit():
                continue
            if depth:
                depth -= 1
                continue
            sure = (
                text[end - 1] in ".,;:!?…)]"
                or text[end + 1 : end + 2] in tuple(".,;:!?)]—–")
                or end + 1 == len(text)
            )
            if sure or text[end - 1] != "s":
                return end
            first = first or end
    return first
