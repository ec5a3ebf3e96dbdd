"""Citation keys: readable, collision-free, and steady against those already published."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from cite.model.references import Entry, Name

_SMALL = frozenset(
    "a an the of on in for and to from with at by le la les der die das el los un une ein eine".split()
)
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


def key_for(entry: Entry, taken: Collection[str]) -> str:
    """`arnott2009rights`: family name, year, first word of the title that says something."""
    stem = _ascii(_who(entry)) + str(entry.fields.get("year", "")) + _ascii(_word(entry))
    stem = stem or "reference"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}{_suffix(number)}"
    return key


def _suffix(number: int) -> str:
    return chr(ord("a") + number - 1) if number <= 26 else f"-{number}"


def _who(entry: Entry) -> str:
    for role in ("author", "editor"):
        names = entry.fields.get(role)
        if isinstance(names, tuple) and names:
            return _short(names[0])
    for role in ("institution", "organization", "journal"):
        if isinstance(body := entry.fields.get(role), str):
            return _short(Name(literal=body))
    return ""


def _short(name: Name) -> str:
    """A family name, or the initials of a long body: `hrw`."""
    if name.family:
        return name.family
    words = [
        word for word in re.sub(r"\([^)]*\)", "", name.literal).split() if fold(word) not in _SMALL
    ]
    return "".join(word[0] for word in words) if len(words) > 2 else "".join(words)


def _word(entry: Entry) -> str:
    title = entry.fields.get("title")
    if not isinstance(title, str):
        return ""
    words = [word for word in fold(title).split() if word not in _SMALL and len(word) > 2]
    return words[0] if words else ""


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text).encode("ascii", "ignore").decode())


def same_work(one: Entry, other: Entry) -> bool:
    """Whether two entries describe one work: an identifier in common, or title, year and first name."""
    for name in ("doi", "isbn", "eprint"):
        a, b = one.fields.get(name), other.fields.get(name)
        if a and b:
            return str(a).lower() == str(b).lower()
    title, rival = fold(str(one.fields.get("title", ""))), fold(str(other.fields.get("title", "")))
    if not title or title != rival:
        return False
    years = one.fields.get("year"), other.fields.get("year")
    return (None in years or years[0] == years[1]) and (
        not _who(one) or not _who(other) or fold(_who(one)) == fold(_who(other))
    )


def nearly_same_work(one: Entry, other: Entry) -> bool:
    """Whether two entries look like one work cited in two ways: a person should look."""
    title, rival = fold(str(one.fields.get("title", ""))), fold(str(other.fields.get("title", "")))
    if min(len(title), len(rival)) < 12 or fold(_who(one)) != fold(_who(other)):
        return False
    matcher = SequenceMatcher(None, title, rival)
    return matcher.quick_ratio() > 0.9 and matcher.ratio() > 0.9


def known_key(entry: Entry, known: Mapping[str, Entry]) -> str | None:
    """The key under which a work was published before."""
    return next((key for key, other in known.items() if same_work(entry, other)), None)
