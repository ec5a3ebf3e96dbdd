"""Names of people and organisations, in either order, alone or in a list."""

import re

from cite.model.references import Name

_PARTICLES = frozenset(
    "van von der den de du del della di da dos das la le los ter ten af al el bin ibn ben vom zu zur y".split()
)
_SUFFIXES = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?$")
_DEGREES = re.compile(
    r",?\s*\b(?:Ph\.?\s?D|D\.?Phil|M\.?D|J\.?D|LL\.?[MB]|M\.?A|B\.?A|MSc|MPH|Q\.?C|Esq|OBE|CBE)\b\.?(?=[\s,;)]|$)"
)
_ET_AL = re.compile(
    r",?\s*(?:and|&)?\s*(?:\bet\.?\s+al(?:ii|\.)?|\band others|\bu\.\s?a\.)\s*,?", re.IGNORECASE
)
_INITIALS = re.compile(r"^(?:[A-ZÀ-ÞĀ-Ž]\.?-?){1,4}$")
_CAPITAL = re.compile(r"^[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я][\w'’.\-‐-]*$")
_ORGANISATION = re.compile(
    r"\b(?:Watch|Project|Organi[sz]ation|Foundations?|Institutes?|Institution|University|Council|Committee|"
    r"Commission|Ministry|Department|Dep['’]?t|Office|Bureau|Agency|Association|Society|Centre|Center|Group|Union|Nations|"
    r"International|Network|Program(?:me)?|Court|Bank|Fund|Government|Federation|League|Coalition|Alliance|"
    r"Library|Museum|Press|Company|Corporation|Corp|Inc|Ltd|LLC|Media|News|Service|Services|Party|Board|"
    r"Collaboration|Consortium|Laboratory|Observatory|Authority|Administration|Republic|Parliament|Congress|Senate|House|Amnesty|UN|UNHCR|UNICEF|WHO|ILO|"
    r"OECD|NATO|Force|Team|Editors?|Staff|Church|School|College|Academy|Trust|Initiative|Forum)\b"
)
_NO_NAME = frozenset(
    "The A An In On For From To Of And But See Also This That These Its His Her Our".split()
)


def split_names(text: str) -> tuple[Name, ...]:
    """The names in a list such as `J Arnott and A-L Crago` or `Doe, Jane, and Roe, Richard`."""
    text = _DEGREES.sub("", text).strip(" ,;:.\u2014-")
    text = re.sub(
        r",?\s*\(?\b(?:eds?|hrsg|trans|comp)\b\.?\)?$", "", text, flags=re.IGNORECASE
    ).strip(" ,")
    others = bool(_ET_AL.search(text))
    text = _ET_AL.sub("", text).strip(" ,")
    if not text:
        return ()
    names = [read_name(part) for part in _parts(text)]
    if others:
        names.append(Name(literal="others"))
    return tuple(name for name in names if name != Name())


def _parts(text: str) -> list[str]:
    """The list cut at `and`, `&`, semicolons and commas that do not invert a name."""
    if ";" in text:
        return [part for part in re.split(r"\s*;\s*(?:and\s+)?", text) if part]
    pieces = [p for p in re.split(r"\s*,?\s+(?:and|&|und|et|y|with)\s+", text) if p]
    parts: list[str] = []
    for piece in pieces:
        commas = [chunk for chunk in re.split(r"\s*,\s*", piece) if chunk]
        if is_organisation(piece) and not any(_looks_personal(chunk) for chunk in commas[1:]):
            parts.append(piece)
        elif len(commas) > 1 and _inverted(commas):
            parts += _pair(commas)
        else:
            parts += _with_suffixes(commas)
    return parts


def _inverted(chunks: list[str]) -> bool:
    """`Doe, Jane` or `Doe, J., Roe, R.`: single family names before given names."""
    if len(chunks) == 2 and not is_organisation(chunks[1]):
        words = chunks[0].split()
        family = words and all(word.lower() in _PARTICLES for word in words[:-1])
        return bool(family) and len(chunks[1].split()) <= 3
    return len(chunks) % 2 == 0 and all(_all_initials(given) for given in chunks[1::2])


def _all_initials(text: str) -> bool:
    return all(_INITIALS.match(word) for word in text.split())


def _pair(chunks: list[str]) -> list[str]:
    return [f"{family}, {given}" for family, given in zip(chunks[::2], chunks[1::2], strict=True)]


def _with_suffixes(chunks: list[str]) -> list[str]:
    joined: list[str] = []
    for chunk in chunks:
        if _SUFFIXES.match(chunk) and joined:
            joined[-1] += f" {chunk}"
        else:
            joined.append(chunk)
    return joined


def read_name(text: str) -> Name:
    """One name: `Jane van der Berg`, `Berg, Jane van der`, `J Doe`, or an organisation."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:")
    if not text:
        return Name()
    if is_organisation(text):
        return Name(literal=text)
    if "," in text:
        family, _, given = text.partition(",")
        return inverted(family, given)
    words = text.split()
    if len(words) == 1 or not any(c.isalpha() for c in text):
        return Name(literal=text)
    return _western(text, 1)


def inverted(family: str, given: str) -> Name:
    """A person whose family and given names the print keeps apart: `van der Berg`, `Jane`."""
    return _western(f"{given.strip()} {family.strip()}", len(family.split()))


def _western(text: str, family_words: int) -> Name:
    words = text.split()
    suffix = words.pop().rstrip(".,") if len(words) > 2 and _SUFFIXES.match(words[-1]) else ""
    at = max(1, len(words) - family_words)
    while at > 1 and words[at - 1].lower() in _PARTICLES and words[at - 1][0].islower():
        at -= 1
    family = words[at:]
    particle = []
    while len(family) > 1 and family[0].islower():
        particle.append(family.pop(0))
    return Name(" ".join(family).strip(" ,"), " ".join(words[:at]), " ".join(particle), suffix)


def is_organisation(text: str) -> bool:
    """Whether a name is that of a body rather than a person."""
    if _ORGANISATION.search(text):
        return True
    words = text.split()
    return len(words) > 1 and any(w in ("of", "for", "the", "on") for w in words)


def _looks_personal(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and not is_organisation(text) and all(_name_word(w) for w in words)


def _name_word(word: str) -> bool:
    return bool(_CAPITAL.match(word) or _INITIALS.match(word) or word.lower() in _PARTICLES)


def could_be_names(text: str) -> bool:
    """Whether a stretch of text can be nothing but names: what stands before a title must be."""
    text = _ET_AL.sub("", _DEGREES.sub("", text)).strip(" ,;:.")
    text = re.sub(r",?\s*\(?\b(?:eds?|hrsg|trans)\b\.?\)?$", "", text, flags=re.IGNORECASE)
    if not text or len(text) > 400 or re.search(r"\d", text) or not text[0].isalpha():
        return False
    for part in re.split(r"\s*[,;]\s*(?:and\s+|&\s+)?|\s+(?:and|&|und|et)\s+", text):
        words = re.sub(r"\([^)]*\)", "", part).split()
        if not words:
            continue
        organised = is_organisation(part) and len(words) <= 12 and words[0][0].isupper()
        article = words[0] in _NO_NAME and not (words[0] == "A" and len(words) == 2)
        personal = len(words) <= 5 and not article and all(_name_word(w) for w in words)
        if not organised and not personal:
            return False
    return True
