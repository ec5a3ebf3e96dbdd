"""Whether the first author of a citation is the first author of a record."""

from collections.abc import Sequence

from cite.model.entries import Name
from cite.recognisers.text.folding import fold
from cite.steps.works.votes import Vote

_NOBODY = frozenset(
    (
        "anon",
        "anonymous",
        "anonym",
        "anonyme",
        "unavailable",
        "unknown",
        "no author",
        "na",
        "n a",
        "others",
        "et al",
    )
)


def first_of(names: Sequence[Name]) -> Name | None:
    """The first who is somebody: not *et al.*, not *Anonymous*."""
    return next((name for name in names if family_of(name) not in _NOBODY | {""}), None)


def family_of(name: Name) -> str:
    """The folded family name, or the whole of an organisation's; mojibake undone."""
    return fold(_mended(name.family or name.literal))


def _mended(text: str) -> str:
    """The text, and if UTF-8 was read as Latin-1 in it, what it was before."""
    if not any(sign in text for sign in "ÃÂÅÄâ€Ð"):
        return text
    from ftfy import fix_encoding

    return str(fix_encoding(text))


def vote_on_authors(cited: Sequence[Name], found: Sequence[Name], editors: Sequence[Name]) -> Vote:
    """Whether the first of the cited names is the first of a record's; its editors, where it has no authors."""
    mine = first_of(cited)
    theirs = first_of(found) or first_of(editors)
    if mine is None or theirs is None:
        return Vote.SILENT
    if same_person(mine, theirs):
        return Vote.AGREES if _initials_may_agree(mine, theirs) else Vote.SILENT
    if any(same_person(mine, other) for other in found[1:]):
        return Vote.NEAR
    return Vote.DIFFERS


def same_person(mine: Name, theirs: Name) -> bool:
    """Whether two names have one family name, or name one organisation, as far as spelling tells."""
    from rapidfuzz.distance import Indel

    one, other = family_of(mine), family_of(theirs)
    if not one or not other:
        return False
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    if mine.literal or theirs.literal:
        return _same_body(mine, theirs)
    if one == fold(_mended(theirs.given)) or other == fold(_mended(mine.given)):
        return True  # given and family name in the other order
    if _ends_with(one, other) or _ends_with(other, one):
        return True
    return len(one) > 4 and len(other) > 4 and Indel.normalized_similarity(one, other) >= 0.82


def _ends_with(longer: str, shorter: str) -> bool:
    """A particle or a first part more: `van der berg` and `berg`, `castano vinyals` and `castano`."""
    words = longer.split()
    return len(shorter) > 2 and len(words) > 1 and (words[-1] == shorter or words[0] == shorter)


def _same_body(mine: Name, theirs: Name) -> bool:
    """Organisations: the same words but for small ones, an acronym of them, or one within the other."""
    one, other = _whole(mine), _whole(theirs)
    if not one or not other:
        return False
    if set(one) == set(other) or "".join(one) == _acronym(other) or "".join(other) == _acronym(one):
        return True
    shorter, longer = sorted((set(one), set(other)), key=len)
    if len(shorter) >= 2 and shorter <= longer:
        return True
    people = bool(mine.family) != bool(theirs.family)
    return people and (
        one[-1] == other[-1] or (one[0] == other[0] and len(min(one, other, key=len)) == 1)
    )


def _whole(name: Name) -> list[str]:
    text = _mended(name.literal or f"{name.given} {name.particle} {name.family}")
    small = frozenset("the of and for de des la le les der die und des del el y".split())
    return [word.replace("isation", "ization") for word in fold(text).split() if word not in small]


def _acronym(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _initials_may_agree(mine: Name, theirs: Name) -> bool:
    """Whether the first initials do not contradict one another; a name without given names contradicts none."""
    one, other = fold(_mended(mine.given)), fold(_mended(theirs.given))
    if not one or not other or one == family_of(theirs) or other == family_of(mine):
        return True
    initials = {part[0] for part in one.split()} | set(
        one if one.isalpha() and len(one) <= 3 else ""
    )
    return other[0] in initials or one[0] in {part[0] for part in other.split()} | set(
        other if len(other) <= 3 else ""
    )
