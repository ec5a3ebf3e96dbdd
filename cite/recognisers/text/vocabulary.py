"""Words and figures that more than one recogniser knows, and how a pattern is made of a list of them."""

import re
from collections.abc import Iterable

from cite.recognisers.languages.known import month_names

YEAR = r"(?:1[4-9]|20)\d\d"
"""A year in which something citable was printed."""
DASH = r"[-–—‑‐−⁠]"
"""What stands between the ends of a range; the last is a word joiner."""
MONTHS = month_names()
"""Names of months and their short forms, in lower case and without a full stop."""
SEASONS = ("spring", "summer", "autumn", "fall", "winter", "frühjahr", "sommer", "herbst")


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, taken as they stand, the longest first.

    A blank in a word stands for any white space.
    """
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(_escaped(word) for word in longest_first) + ")"


def _by_first_letter(words: Iterable[str]) -> str:
    """The same in any case: looked up by the first letter, since there are hundreds and every text is searched."""
    first: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        first.setdefault(word[0], []).append(_escaped(word[1:]))
    groups = (
        f"(?-i:[{letter}{letter.upper()}])(?i:{'|'.join(group)})" for letter, group in first.items()
    )
    return "(?:" + "|".join(groups) + ")"


def _escaped(word: str) -> str:
    return r"\s".join(re.escape(part) for part in word.split(" "))


MONTH = _by_first_letter(MONTHS) + r"\.?"
SEASON = either(SEASONS)
