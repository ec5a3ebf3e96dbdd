"""Clauses that name people: authors before the title, editors and translators behind a word that says so."""

import re

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.forms.clauses.reading import Clause, Reading
from cite.recognisers.forms.clauses.words import BODY, PERIODICAL, ROLE_BEHIND, any_word
from cite.recognisers.languages.genitive import nominative
from cite.recognisers.languages.known import script_of
from cite.recognisers.languages.language import Script

EDITED = re.compile(rf"(?:{any_word('edited_by')})\s*:?\s*", re.IGNORECASE)
TRANSLATED = re.compile(rf"(?:{any_word('translated_by')})\s*:?\s*", re.IGNORECASE)


BY_THE_SAME = re.compile(rf"(?:{any_word('same_author')})\s?[,:.]{{0,2}}\s", re.IGNORECASE)
"""`ders., `: in the place of names."""


def names_at_the_head(reading: Reading, head: str) -> bool:
    """Whether nothing but names, with their role, stands before the title; and who they are."""
    role = ROLE_BEHIND.search(head)
    field = "editor" if role and role.start() > 2 else "author"
    words = (head[: role.start()] if role and role.start() > 2 else head).strip(" ,:،\u00a0")
    if words.endswith(".") and not re.search(r"(?:^|[\s.-])[A-ZÀ-Ž][a-z]?\.$", words):
        words = words[:-1]
    if not words.strip(" .,") or BY_THE_SAME.fullmatch(head.strip() + " "):
        return True
    names = read_names(words)
    if not names:
        return False
    at = head.index(words)
    reading.put(field, names, Span(at, at + len(words)))
    return True


_ARABIC_WORD = re.compile(r"[\u0621-\u064a\u064b-\u0652.]+")
_AND_ARABIC = re.compile(r"\s?[،,]\s?و?(?=[\u0621-\u064a])|\sو(?=ال?[\u0621-\u064a]{3,}\s)")


def read_names(words: str) -> tuple[Name, ...]:
    """The names in a stretch that is nothing else; none where it is."""
    words = words.strip(" ,;:،")
    if script_of(words) is Script.ARABIC:
        parts = [part.strip() for part in _AND_ARABIC.split(words) if part.strip()]
        if BODY.match(words) or PERIODICAL.match(words):
            return (Name(literal=words),)
        if all(
            1 < len(p.split()) < 6 and all(map(_ARABIC_WORD.fullmatch, p.split())) for p in parts
        ):
            return tuple(Name(p.split()[-1], " ".join(p.split()[:-1])) for p in parts)
        if len(parts) == 1 and len(words.split()) == 1:
            return (Name(family=words),)
        return ()
    if (BODY.search(words) and len(words.split()) < 14) and ";" not in words:
        personal = re.search(r"(?:^|[\s,])[A-ZÀ-Ž]\.", words)
        if not personal and words[0].isupper():
            return (Name(literal=words.strip(" .")),)
    return split_names(words) if could_be_names(words) else ()


def people_behind(name: str, pattern: re.Pattern[str]) -> Clause:
    """A clause for the names behind a word that says what they did."""

    def read(reading: Reading, at: int, end: int) -> int | None:
        lead = pattern.match(reading.text, at, end)
        found = _listed(reading.text, lead.end(), end) if lead else None
        if lead is None or found is None:
            return None
        words = reading.text[found.start : found.end]
        names = tuple(_out_of_genitive(one, lead[0]) for one in read_names(words))
        if not names:
            return None
        reading.put(name, names, found)
        return found.end

    return read


def _out_of_genitive(name: Name, role: str) -> Name:
    """Polish puts editors in the genitive behind `pod red.`; elsewhere a name stays as it is."""
    if not role.lower().startswith(("pod ", "w prz")):
        return name
    family = nominative(name.family)
    if family == name.family and re.search(r"[bcdfghjklłmnprstwzżźń]a$", family):
        family = family[:-1]
    return Name(family, name.given, name.particle, name.suffix, name.literal)


_MORE_NAMES = re.compile(r"\s*[,،]\s*")
_AND = re.compile(rf"\s(?:{any_word('conjunctions')}|&)\s")


def _listed(text: str, at: int, end: int) -> Span | None:
    """The names that begin here: up to a comma, and past it where the next clause is one more of them."""
    clause = re.compile(r"[^,;:()\[\]«»“”\"\d،]{3,90}")
    match = clause.match(text, at, end)
    if not match:
        return None
    stop = _sentence_end(text, at, match.end())
    while stop == match.end() and (comma := _MORE_NAMES.match(text, stop, end)):
        following = clause.match(text, comma.end(), end)
        if not following or not (
            _AND.search(following[0])
            or re.match(r"(?:[A-ZÀ-Ž][a-z]?\.\s?-?){1,3}\s?[A-ZÀ-Ž]", following[0])
        ):
            break
        match, stop = following, _sentence_end(text, following.start(), following.end())
    words = (
        text[at:stop].rstrip(" .,")
        if not re.search(r"[\s.][^\W\d_]\.$", text[at:stop])
        else text[at:stop]
    )
    return Span(at, at + len(words)) if words.strip() else None


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where a full stop that ends no initial ends the names."""
    match = re.compile(r"(?<=[^\W\d_]{3})\.(?=\s|$)").search(text, start, end)
    return match.start() if match else end
