"""The words of a citation: what each is by itself, whatever stands around it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cite.recognisers.labels.lexicons import kinds_of

_TOKEN = re.compile(
    r"(?:https?://|www\.|doi\.org/|10\.\d{4,9}/)[^\s<>\"“”]*[^\s<>\"“”.,;:)\]]"
    r"|\d+|[^\W\d_](?:[^\W\d_]|[’'‐-](?=[^\W\d_]))*|\S"
)
MAX_TOKENS = 1500
"""Longer texts are no citations; what comes after is not labelled."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, an address or a punctuation mark."""

    text: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        found.append(Token(match[0], match.start(), match.end()))
        if len(found) == MAX_TOKENS:
            break
    return found


@dataclass(frozen=True, slots=True)
class Word:
    """What is to be seen of a word by itself, and what of it is seen from its neighbours."""

    own: tuple[str, ...]
    shape: str
    kinds: tuple[str, ...]
    brief: str
    """Its kind where it is a word of the trade, else its shape."""
    as_before: tuple[str, ...]
    as_after: tuple[str, ...]


@lru_cache(maxsize=20_000)
def word_of(text: str) -> Word:
    """The word behind a token."""
    folded = text.casefold()
    shape = shape_of(text)
    kinds = kinds_of(folded)
    own = [f"w={folded}" if len(folded) <= 24 else "w=long", f"s={shape}"]
    if text[0].isalpha():
        own += [
            f"p={folded[:3]}",
            f"e={folded[-2:]}",
            f"e3={folded[-3:]}",
            f"n={min(len(text), 8)}",
        ]
    own += [f"k={kind}" for kind in kinds]
    near = folded if len(folded) <= 12 and not text.isdigit() else shape
    return Word(
        tuple(own),
        shape,
        kinds,
        kinds[0] if kinds else shape,
        (f"-w={near}", f"-s={shape}", *(f"-k={kind}" for kind in kinds)),
        (f"+w={near}", f"+s={shape}", *(f"+k={kind}" for kind in kinds)),
    )


_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_ROMAN = re.compile(r"[IVXL]{2,}|[ivxl]{2,}")


def shape_of(text: str) -> str:
    """Kind of characters, in a few letters: `X` a capital, `Xx` a name-like word, `d4` four figures."""
    first = text[0]
    if first.isdigit():
        if _YEAR.fullmatch(text):
            return "year"
        return "url" if len(text) > 6 and "/" in text else f"d{min(len(text), 6)}"
    if not first.isalpha():
        return first
    if len(text) > 8 and text.startswith(("http", "www.", "doi.org/")):
        return "url"
    if len(text) == 1:
        return "X" if text.isupper() else "x"
    if _ROMAN.fullmatch(text):
        return "roman"
    if text.isupper():
        return "XX" if len(text) < 4 else "XXX"
    if text.islower():
        return "xx"
    if not first.isupper() and not first.islower():
        return "letters"
    return ("X-" if "-" in text else "Xx") if first.isupper() else "xX"
