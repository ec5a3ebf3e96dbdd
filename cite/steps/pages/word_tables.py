"""Tables of words by language, made into one expression each.

A table has a line for each language, which begins with its code. A word stands for all that begin with it;
`!` ends it, a `-` before it lets it begin within another, `_` is white space, `~` a few characters of the same
sentence. Scripts without blanks have no beginnings. Round and square brackets and `?` are those of expressions.
"""

import re
from collections.abc import Iterable

from cite.steps.pages.wording import Wording

_SPACED = re.compile(r"[(\[]*[\w&/]*[\u0000-\u058f]")
"""How words of scripts begin that set them apart by blanks: Latin, Greek, Cyrillic, Armenian."""
_MARKS = {
    "_": r"\s+",
    "_?": r"\s*",
    "~": r"[^.!?]{0,12}?",
    "!": r"(?!\w)",
    "'": "[’']",
    "(": "(?:",
}
_BETWEEN, _BETWEEN_DENSE = r"[^.!?]{0,60}?", r"[^!?。！？]{0,30}?"
"""How far apart a thing and what is said of it stand in one sentence."""


def pattern_of(table: str) -> Wording:
    """Any word of a table."""
    return Wording(_any_of(w for line in _lines(table) for w in line[1:]))


def sentence_of(table: str) -> Wording:
    """A thing and what is said of it, in one sentence and either order.

    In each line a `|` stands between the things and what is said of them.
    """
    said = []
    for language, *words in _lines(table):
        middle = words.index("|")
        thing, fate = _any_of(words[:middle]), _any_of(words[middle + 1 :])
        between = _BETWEEN_DENSE if language in _DENSE else _BETWEEN
        said.append(f"(?:{thing}){between}(?:{fate})|(?:{fate}){between}(?:{thing})")
    return Wording("|".join(said))


_DENSE = ("zh", "ja", "ko")


def _lines(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def _any_of(stems: Iterable[str]) -> str:
    stems = tuple(dict.fromkeys(stems))
    begun = [stem for stem in stems if not stem.startswith("-") and _SPACED.match(stem)]
    inside = [stem.lstrip("-") for stem in stems if stem not in begun]
    alternatives = [*map(_expression, inside)]
    if begun:
        alternatives.append(rf"(?<!\w)(?:{'|'.join(map(_expression, begun))})")
    return "|".join(alternatives)


def _expression(stem: str) -> str:
    return re.sub(r"_\?|[_~!'(]", lambda mark: _MARKS[mark[0]], stem)
