"""Words and figures that more than one recogniser knows, and how a pattern is made of a list of them."""

import re
from collections.abc import Iterable
from itertools import chain

from cite.recognisers.languages.english import ENGLISH
from cite.recognisers.languages.known import month_names, words_of
from cite.recognisers.languages.language import words

CAPITAL = "[A-ZÀ-Ž]"
"""What a name, a title or a sentence begins with in the Latin script."""
YEAR = r"(?:1[4-9]|20)\d\d"
"""A year in which something citable was printed."""
DASH = r"[-–—‑‐−⁠]"
"""What stands between the ends of a range; the last is a word joiner."""
MONTHS = month_names()
"""Names of months and their short forms, in lower case and without a full stop."""
SEASONS = words_of("seasons")
ENGLISH_MONTHS = tuple(name.capitalize() for name in month_names(ENGLISH))
ENGLISH_MONTHS_IN_FULL = tuple(spelt.split()[0].capitalize() for spelt in words(ENGLISH.months))
ENGLISH_SEASONS = tuple(name.capitalize() for name in words(ENGLISH.seasons))
ORDINALS = words(ENGLISH.ordinals)
"""First to tenth."""


def either(*lists: str | Iterable[str]) -> str:
    """A pattern for any word of some lists, taken as it stands, the longest first.

    A list may be one string, its words parted by `|`. A blank in a word stands for any white space.
    """
    return "(?:" + "|".join(_escaped(word) for word in _longest_first(lists)) + ")"


def capital_or_not(*lists: str | Iterable[str]) -> str:
    """The same for words that may begin a sentence: `First` and `first`, not `FIRST`."""
    spelt = (f"[{word[0].upper()}{word[0]}]{_escaped(word[1:])}" for word in _longest_first(lists))
    return "(?:" + "|".join(spelt) + ")"


def _longest_first(lists: Iterable[str | Iterable[str]]) -> list[str]:
    listed = (words(one) if isinstance(one, str) else one for one in lists)
    return sorted(chain.from_iterable(listed), key=len, reverse=True)


def _by_first_letter(listed: Iterable[str]) -> str:
    """The same in any case: looked up by the first letter, since there are hundreds and every text is searched."""
    first: dict[str, list[str]] = {}
    for word in sorted(listed, key=len, reverse=True):
        first.setdefault(word[0], []).append(_escaped(word[1:]))
    groups = (
        f"(?-i:[{letter}{letter.upper()}])(?i:{'|'.join(group)})" for letter, group in first.items()
    )
    return "(?:" + "|".join(groups) + ")"


def _escaped(word: str) -> str:
    return r"\s".join(re.escape(part) for part in word.split(" "))


MONTH = _by_first_letter(MONTHS) + r"\.?"
SEASON = either(SEASONS)
