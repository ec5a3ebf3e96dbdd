"""A stretch of text known to be names, cut into its persons: bibliographies list them in every order.

`Doe, J., Roe, R. & Poe, E.`, `Doe JR, Roe R`, `Doe, Jane, and Richard Roe`, `J. Doe; R. Roe`, `DOE Jane`.
What tells them apart: a name in natural order has two words or more, so a lone word is half of an inverted
one; and what consists of initials alone belongs to the family name before it.
"""

import re

from cite.model.references import Name
from cite.recognisers.names import inverted, is_organisation, read_name

_AND = r"(?:and|und|et|y|e|en|og|och|with)\b|&"
_SEPARATOR = re.compile(rf"(?:\s*,)*\s+(?:{_AND})\s+|\s*&\s*|(?:\s*,)+\s*|\s*·\s*")
_OTHERS = re.compile(
    r"[\s,;]*(?:(?:and|&|und)\s+)?(?:\bet\.?\s*al(?:ii|\b)\.?|\band\s+(?:\d+\s+)?others\b|\bu\.\s?a\.|\bи др\.?|\.\s?\.\s?\.|…).*$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"[\s,(\[]*(?:\b(?:eds?|editors?|hrsg|hg|herausgeber|trans|translators?|dir|coord|comps?|org)\b\.?[)\]]?)+[\s.,]*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:in|by|von|par|edited\s+by|translated\s+by|trans\.|eds?\.|hrsg\.(?:\s+von)?|with)\s*:?\s+",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_a-zà-ž]{1,2}\.?[\s‐-]*|[A-Z][a-z]\.[\s‐-]*){1,4}|[A-ZÀ-Ž]{1,3}")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|2nd|3rd)\.?")
_PARTICLES = frozenset(
    "van von der den de du del della di da dos das la le ter ten af al el bin ibn ben vom zu zur d'".split()
)


def split_name_list(text: str) -> tuple[Name, ...]:
    """The persons and bodies named, in order; `others` as a literal where the list breaks off."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:—–-|")
    text = _ROLE.sub("", _LEAD.sub("", text)).strip(" ,;:")
    shortened = _OTHERS.sub("", text).strip(" ,;:")
    names = _persons(shortened)
    if shortened != text:
        names.append(Name(literal="others"))
    return tuple(name for name in names if name != Name())


def _persons(text: str) -> list[Name]:
    if not text:
        return []
    if ";" in text:
        return [
            name
            for part in re.split(rf"\s*;\s*(?:(?:{_AND})\s+)?", text)
            for name in _semicolon_part(part)
        ]
    if "/" in text and not is_organisation(text):
        return [name for part in text.split("/") for name in _persons(part.strip())]
    parts = [part for part in _SEPARATOR.split(text) if part.strip(" .")]
    if is_organisation(text) and not any(_is_initials(part) for part in parts):
        if not any(_is_personal(part) for part in parts[1:]):
            return [Name(literal=text)]
    return _paired(parts)


def _semicolon_part(part: str) -> list[Name]:
    """Between semicolons one inverted name, or a list by itself."""
    family, comma, given = part.partition(",")
    if comma and "," not in given and not re.search(rf"\s(?:{_AND})\s", given):
        return [_inverted(family, given)]
    return _persons(part.strip(" ,"))


def _paired(parts: list[str]) -> list[Name]:
    """Parts joined to persons, from the left."""
    names: list[Name] = []
    at = 0
    while at < len(parts):
        part = parts[at].strip()
        after = parts[at + 1].strip() if at + 1 < len(parts) else ""
        if _SUFFIX.fullmatch(part) and names:
            names[-1] = _with_suffix(names[-1], part)
        elif names and all(word in _PARTICLES for word in part.split()):
            names[-1] = Name(names[-1].family, names[-1].given, part, names[-1].suffix)
        elif after and _belongs(part, after, parts[at + 2 : at + 3]):
            names.append(_inverted(part, after))
            at += 1
        else:
            names.append(_alone(part))
        at += 1
    return names


def _belongs(part: str, after: str, beyond: list[str]) -> bool:
    """Whether a part is a family name, and the one after it the given name."""
    if not _cased(part) or (is_organisation(part) and " " in part):
        return False
    if _SUFFIX.fullmatch(after):
        return False
    if _is_initials(after):
        return not _is_initials(part.split()[-1]) or len(part.split()) == 1
    if _surname_then_initials(part):
        return False
    lone = len(_content(part)) == 1
    if lone:
        return len(after.split()) <= 3 and not is_organisation(after)
    single = len(_content(after)) == 1 or _given_with_initial(after)
    return single and not (beyond and _is_initials(beyond[0])) and not _has_initials(part)


def _content(part: str) -> list[str]:
    return [word for word in part.split() if word.casefold() not in _PARTICLES]


def _is_initials(part: str) -> bool:
    words = [word for word in part.split() if word.casefold() not in _PARTICLES]
    return (
        bool(words)
        and all(_INITIALS.fullmatch(word) for word in words)
        and part.upper()[:1] == part[:1]
    )


def _has_initials(part: str) -> bool:
    return any(re.fullmatch(r"(?:[^\W\d_a-z]\.-?)+", word) for word in part.split())


def _given_with_initial(part: str) -> bool:
    """`Jane M.`: a given name and an initial, so no family name."""
    words = part.split()
    return len(words) == 2 and bool(re.fullmatch(r"[^\W\d_a-z]\.?", words[1])) and len(words[0]) > 2


def _surname_then_initials(part: str) -> bool:
    """`Doe JR`, `van der Berg A.B.`."""
    words = part.split()
    return (
        len(words) > 1
        and bool(_INITIALS.fullmatch(words[-1]))
        and not _INITIALS.fullmatch(words[0])
    )


def _is_personal(part: str) -> bool:
    return _has_initials(part) or _surname_then_initials(part)


def _cased(part: str) -> bool:
    """Whether its script has capitals: others are left as printed."""
    return any(char.isupper() for char in part)


def _inverted(family: str, given: str) -> Name:
    family, given = family.strip(" ."), given.strip(" ,")
    words = given.split()
    suffix = words.pop() if len(words) > 1 and _SUFFIX.fullmatch(words[-1]) else ""
    particles: list[str] = []
    while len(words) > 1 and words[-1].casefold() in _PARTICLES and words[-1][0].islower():
        particles.insert(0, words.pop())
    if not family or not words:
        return Name(literal=(family or given))
    name = inverted(" ".join([*particles, family]), " ".join(words))
    return _with_suffix(name, suffix) if suffix else name


def _alone(part: str) -> Name:
    part = part.strip(" ,")
    if not _cased(part):
        return Name(literal=part)
    words = part.split()
    if is_organisation(part) and not _is_personal(part):
        return Name(literal=part)
    if _surname_then_initials(part):
        cut = next(at for at, word in enumerate(words) if at and _INITIALS.fullmatch(word))
        return _inverted(" ".join(words[:cut]), " ".join(words[cut:]))
    loud = [word for word in words if len(word) > 2 and word.isupper() and "." not in word]
    if loud and len(loud) < len(words) and words[0] in loud:
        return _inverted(" ".join(loud), " ".join(word for word in words if word not in loud))
    if len(words) == 1:
        return Name(literal=part.rstrip("."))
    full_stop = part.endswith(".") and len(words[-1]) > 3 and not _SUFFIX.fullmatch(words[-1])
    return read_name(part.rstrip(".") if full_stop else part)


def _with_suffix(name: Name, suffix: str) -> Name:
    return Name(name.family, name.given, name.particle, suffix.rstrip("."), name.literal)
