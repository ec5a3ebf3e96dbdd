"""Family names as the language of a citation has them: two in Spanish, capitals where a list shouts them."""

import re
from dataclasses import replace

from cite.model.entries import Name
from cite.recognisers.languages.known import language_of
from cite.recognisers.languages.language import Language, words
from cite.recognisers.text.draft import Draft

_ROLES = ("author", "editor", "translator")
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
_PARTICLES = frozenset("de del la las los y e da do dos das di van von der".split())


def settle_surnames(draft: Draft) -> None:
    """The names of a draft that is read, as the language of the citation has them."""
    people = [role for role in _ROLES if isinstance(draft.fields.get(role), tuple)]
    if not people:
        return
    language = language_of(draft.text)
    if language is None or not (language.two_surnames or language.family_first):
        return
    settled = _two if language.two_surnames else _first
    for role in people:
        names = draft.fields[role]
        printed = draft.text[draft.spans[role].start : draft.spans[role].end]
        if isinstance(names, tuple):
            draft.fields[role] = tuple(settled(name, printed, language) for name in names)


def _first(name: Name, printed: str, language: Language) -> Name:
    """`Kovács István` is Kovács."""
    if name.literal or not name.given or f"{name.family}," in printed or "." in name.given:
        return name
    family, *given = f"{name.given} {name.family}".split()
    return replace(name, family=family, given=" ".join(given))


def _two(name: Name, printed: str, language: Language) -> Name:
    """`Ana Ruiz Peña` is Ruiz Peña, `María Teresa Olmedo` Olmedo: the words that are no given names."""
    given = name.given.split()
    if (
        len(given) < 2
        or name.literal
        or name.particle
        or f"{name.family}," in printed.replace(" ,", ",")
    ):
        return name
    last = given[-1]
    known = {word.lower() for word in words(language.given)}
    if last.lower() in known or _INITIAL.fullmatch(last) or last.lower() in _PARTICLES:
        return name
    return replace(name, family=f"{last} {name.family}", given=" ".join(given[:-1]))
