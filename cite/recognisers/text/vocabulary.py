"""Words and figures that more than one recogniser knows, and how a pattern is made of a list of them."""

import re
from collections.abc import Iterable

YEAR = r"(?:1[4-9]|20)\d\d"
"""A year in which something citable was printed."""
DASH = r"[-–—‑‐−⁠]"
"""What stands between the ends of a range; the last is a word joiner."""
MONTHS = {
    "january": 1, "jan": 1, "janvier": 1, "januar": 1, "enero": 1, "february": 2, "feb": 2, "février": 2,
    "februar": 2, "febrero": 2, "march": 3, "mar": 3, "mars": 3, "märz": 3, "marzo": 3, "april": 4,
    "apr": 4, "avril": 4, "abril": 4, "may": 5, "mai": 5, "mayo": 5, "june": 6, "jun": 6, "juin": 6,
    "juni": 6, "junio": 6, "july": 7, "jul": 7, "juillet": 7, "juli": 7, "julio": 7, "august": 8,
    "aug": 8, "août": 8, "agosto": 8, "september": 9, "sept": 9, "sep": 9, "septembre": 9,
    "septiembre": 9, "october": 10, "oct": 10, "octobre": 10, "oktober": 10, "octubre": 10,
    "november": 11, "nov": 11, "novembre": 11, "noviembre": 11, "december": 12, "dec": 12,
    "décembre": 12, "dezember": 12, "diciembre": 12,
}  # fmt: skip
"""Names of months and their short forms, in lower case and without a full stop."""
SEASONS = ("spring", "summer", "autumn", "fall", "winter", "frühjahr", "sommer", "herbst")


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, taken as they stand, the longest first.

    A blank in a word stands for any white space.
    """
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(_escaped(word) for word in longest_first) + ")"


def _escaped(word: str) -> str:
    return r"\s".join(re.escape(part) for part in word.split(" "))


MONTH = either(MONTHS) + r"\.?"
SEASON = either(SEASONS)
