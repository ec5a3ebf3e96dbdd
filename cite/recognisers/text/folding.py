"""Text folded for comparison, so that spelling, accents and punctuation tell nothing apart."""

import re
import unicodedata
from functools import lru_cache

_FOLDS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th"})


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """Lower case, accents and punctuation gone, one space between words."""
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_FOLDS)).replace("’", "")
        text = _NOT_ASCII.sub(_unaccented, text)
    return " ".join(_WORD.findall(text.replace("'", "")))


_WORD = re.compile(r"\w+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def _unaccented(letters: re.Match[str]) -> str:
    return "".join(c for c in letters[0] if not unicodedata.combining(c))
