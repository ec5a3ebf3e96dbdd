"""Whether two names are of one periodical or one book of chapters, abbreviations understood."""

from collections.abc import Iterable, Sequence

from cite.recognisers.text.folding import fold
from cite.steps.works.votes import Vote

_SMALL = frozenset(
    "the a an of and for in on de des du la le les l der die das und fur zur el y et e i og och van het to a b c d series section part".split()
)


def vote_on_containers(cited: str, found: Iterable[str]) -> Vote:
    """Whether one may be the other, word by word or abbreviated, or by its initials."""
    mine = _words(cited)
    named = [words for name in found if (words := _words(name))]
    if not mine or not named:
        return Vote.SILENT
    return Vote.AGREES if any(_alike(mine, theirs) for theirs in named) else Vote.DIFFERS


def _alike(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    if _abbreviates(mine, theirs) or _abbreviates(theirs, mine):
        return True
    joined = ("".join(mine), "".join(theirs))
    initials = ("".join(word[0] for word in mine), "".join(word[0] for word in theirs))
    return (len(joined[0]) > 1 and joined[0] == initials[1]) or (
        len(joined[1]) > 1 and joined[1] == initials[0]
    )


def _abbreviates(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether each word of one begins a word of the other, in order, from its first word or near it."""
    at = 0
    for word in short:
        while at < len(full) and not _begins(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return len(short) >= len(full) / 3


def _begins(short: str, full: str) -> bool:
    """`chem` begins `chemical`, `intl` and `natl` have the letters of a word in their order."""
    if full.startswith(short):
        return True
    if len(short) < 3 or short[0] != full[0] or len(short) >= len(full):
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)


def _words(name: str) -> list[str]:
    return [word for word in fold(name.replace("&", " and ")).split() if word not in _SMALL]
