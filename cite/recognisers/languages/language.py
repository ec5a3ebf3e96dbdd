"""What the notes of a language are written with: its words of the trade, as data.

A language is a file here that fills in a `Language`, and a line in `known`. Words are given as they are
printed, parted by `|`; a full stop at the end of a word of four letters or more may be left out in print.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import Enum


class Script(Enum):
    """What a language is written in."""

    LATIN = "Latin"
    CYRILLIC = "Cyrillic"
    ARABIC = "Arabic"
    EAST_ASIAN = "East Asian"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of notes. Every list of words is one string, its words parted by `|`."""

    code: str
    """ISO 639-1."""
    name: str
    script: Script = Script.LATIN
    common: str = ""
    """Words that show the language: articles, prepositions, conjunctions."""
    months: str = ""
    """Twelve, in order; spellings of one month parted by blanks."""
    seasons: str = ""
    ordinals: str = ""
    """From the first on, as editions are counted."""
    signals: str = ""
    """What leads up to a citation: see, compare, quoted after."""
    ibid: str = ""
    """The work cited just before."""
    same_author: str = ""
    """In the place of an author: the one of the work before."""
    cited: str = ""
    """The work of that author cited earlier: op. cit. and its kin."""
    container: str = ""
    """What stands between a chapter and its book."""
    edited_by: str = ""
    """Before the names of editors."""
    editors: str = ""
    """Behind the names of editors, in brackets or not."""
    translated_by: str = ""
    """Before the names of translators."""
    editions: str = ""
    volumes: str = ""
    numbers: str = ""
    pages: str = ""
    here: str = ""
    """Between the pages of an article and the page meant."""
    conjunctions: str = ""
    """Between the last two names of a list."""
    others: str = ""
    """Behind the names of a list that is cut short."""
    accessed: str = ""
    """Before the date on which an address was seen."""
    available: str = ""
    """Before an address."""
    doctoral: str = ""
    masters: str = ""
    undated: str = ""
    reports: str = ""
    """First words of titles that bodies publish."""
    places: str = ""
    """Cities that publish."""
    houses: str = ""
    """Words that publishers have in their names, and houses."""
    periodicals: str = ""
    """Words that journals and newspapers have in their names."""
    bodies: str = ""
    """Words that institutions have in their names."""
    archives: str = ""
    """Words that archives have in their names."""
    given: str = ""
    """Given names that are common, and no family names."""
    pages_behind: str = ""
    """Words that stand behind the pages they count."""
    family_first: bool = False
    """Whether the family name comes first, with nothing between."""
    two_surnames: bool = False
    """Whether people bear two family names, and are known by the first."""


def words(text: str) -> tuple[str, ...]:
    """The words of a list."""
    return tuple(word for part in text.split("|") if (word := part.strip()))


def spelt(listed: Iterable[str]) -> str:
    """A regular expression, without groups, for any of some words, longest first.

    White space may be left out behind a full stop; the last full stop is needed only of short words, which
    could be others without it. Words are looked up by their first letter, since lists are long and texts are
    searched with them from every letter on.
    """
    first: dict[str, list[str]] = {}
    for word in sorted(dict.fromkeys(listed), key=len, reverse=True):
        first.setdefault(word[0].casefold(), []).append(word)
    return "(?:" + "|".join(map(_alike, first.values())) + ")" if first else r"(?!)"


def _alike(listed: Sequence[str]) -> str:
    """Words with the same first letter, which is looked at first; in either case where both are listed."""
    letters = sorted({word[0] for word in listed})
    return f"(?=[{re.escape(''.join(letters))}])(?:{'|'.join(map(_spelt, listed))})"


_SHORT = 4
"""Letters below which a word without its full stop may be another."""


def _spelt(word: str) -> str:
    body = word.removesuffix(".")
    pattern = re.sub(r"(?:\\ )+", lambda _: r"\s+", re.escape(body))
    pattern = pattern.replace(r"\.\s+", r"\.\s*")
    pattern += r"(?!\w)" if body[-1:].isalnum() and body[-1] < "\u2e80" else ""
    if word == body:
        return pattern
    return pattern + (r"\." if len(body.split()[-1]) < _SHORT else r"\.?")


WORD_LISTS = frozenset(one.name for one in fields(Language) if one.type in ("str", str)) - {
    "code",
    "name",
    "months",
}
"""The names of the lists of words."""
