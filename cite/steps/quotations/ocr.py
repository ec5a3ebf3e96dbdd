"""Letters that optical recognition takes for others: excused where they make no word, never in figures."""

from functools import cache, lru_cache
from typing import Any

from cite.steps.quotations.lexicon import is_number, kind_of

_ALIKE = (
    ("rn", "m"), ("nn", "m"), ("ni", "m"), ("in", "m"), ("cl", "d"), ("ci", "d"), ("vv", "w"), ("ii", "u"), ("li", "h"),
    ("lj", "h"), ("tl", "h"), ("fi", "f"), ("fl", "f"), ("1", "l"), ("i", "l"), ("!", "l"), ("t", "l"), ("j", "l"), ("0", "o"), ("5", "s"), ("8", "b"), ("6", "b"),
    ("9", "g"), ("q", "g"), ("c", "e"), ("o", "e"), ("b", "h"), ("n", "h"), ("f", "s"), ("y", "v"), ("n", "u"), ("x", "k"), ("a", "e"),
)  # fmt: skip
"""What is read, and the letter that it may be; either may be the printed one."""
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")


@lru_cache(maxsize=4096)
def misread(quoted: str, found: str) -> bool:
    """Whether a word of a source is the quoted one misread: a word against none, letters that look alike.

    Nothing that counts, denies, permits or bounds is ever excused.
    """
    if (
        is_number(quoted)
        or kind_of(quoted)
        or kind_of(found)
        or len(quoted) < 3
        or not quoted.isalpha()
    ):
        return False
    if found.isdigit() or not _may_be(quoted, found):
        return False
    return _is_word(quoted) and not _is_word(found)


def _may_be(quoted: str, found: str) -> bool:
    """Whether one becomes the other by exchanges of letters that look alike, two at most."""
    from rapidfuzz.distance import Levenshtein

    if abs(len(quoted) - len(found)) > 2 or Levenshtein.distance(quoted, found) > 4:
        return False
    forms = {found}
    for _ in range(2):
        forms |= {form for one in forms for form in _exchanged(one)}
        if quoted in forms:
            return True
    return False


def _exchanged(word: str) -> set[str]:
    found: set[str] = set()
    for one, other in _ALIKE:
        for read, printed in ((one, other), (other, one)):
            at = word.find(read)
            while at >= 0:
                found.add(word[:at] + printed + word[at + len(read) :])
                at = word.find(read, at + 1)
    return found


def _is_word(word: str) -> bool:
    return any(_knows(language, word) for language in LANGUAGES)


def _knows(language: str, word: str) -> bool:
    return bool(_dictionary(language).known([word]))


@cache
def _dictionary(language: str) -> Any:
    from spellchecker import SpellChecker

    return SpellChecker(language=language)
