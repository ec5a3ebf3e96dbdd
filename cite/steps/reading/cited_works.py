"""The works cited so far in a document, found again by the names or the short title that point back at them."""

import re
from collections import defaultdict
from collections.abc import Sequence

from cite.model.entries import Entry, Name
from cite.model.notes import NoteRef
from cite.recognisers.text.folding import fold


class CitedWorks:
    """Works by key, each with the notes that give it in full.

    Looked up by a family name or by a word of the title, never one against all.
    """

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._notes: defaultdict[str, list[NoteRef]] = defaultdict(list)
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, key: str, entry: Entry, note: NoteRef) -> None:
        """A full citation met in a note."""
        self._notes[key].append(note)
        if key in self._entries:
            return
        self._entries[key] = entry
        for name in {*_people(entry), *_acronyms(entry), *_family_names(entry)}:
            self._by_name[name].append(key)
        for word in set(_titles(entry).split()):
            self._by_word[word].append(key)

    def first(self, key: str) -> NoteRef:
        """The first note that gives the work in full."""
        return self._notes[key][0]

    def notes(self, key: str) -> Sequence[NoteRef]:
        """Every note that gives the work in full."""
        return self._notes[key]

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def named(self, names: Sequence[Name], title: str) -> list[tuple[str, NoteRef]]:
        """Keys and notes of works that fit the names and the short title; exact lists of names first."""
        wanted = [fold(surname(name)) for name in names if name.literal != "others"]
        spelt = [_spellings(name) for name in names if name.literal != "others"]
        short = fold(title.rstrip(". …"))
        found, exact = [], []
        for key in self._candidates(wanted, spelt, short):
            people = _people(self._entries[key])
            entry = self._entries[key]
            known = {*people, *_acronyms(entry), *_family_names(entry)}
            if wanted and not (
                all(spellings & known for spellings in spelt) or _shorthand(entry) in wanted
            ):
                continue
            if short and not _fits(short, self._entries[key]):
                continue
            found.append((key, self.first(key)))
            if wanted and people == wanted:
                exact.append(found[-1])
        return exact if len(found) > 1 and len(exact) == 1 else found

    def _candidates(
        self, wanted: Sequence[str], spelt: Sequence[set[str]], short: str
    ) -> Sequence[str]:
        if wanted:
            keys = [key for word in sorted(spelt[0]) for key in self._by_name.get(word, [])]
            return list(dict.fromkeys(keys)) or self._by_word.get(wanted[0].split(" ")[0], [])
        words = short.split()
        return min((self._by_word.get(word, []) for word in words), key=len, default=[])


def surname(name: Name) -> str:
    """What a person is called by."""
    return name.family or name.literal


def _spellings(name: Name) -> set[str]:
    """What a person may be called by: of two words without initials both may be the family's, as in Spanish."""
    double = f"{name.given} {name.family}" if name.given and "." not in name.given else ""
    return {fold(surname(name)), fold(double)} - {""}


def _fits(short: str, entry: Entry) -> bool:
    """Whether a short title begins the title, stands in it, or is the name it was given."""
    titles = _titles(entry)
    without_article = short.split(" ", 1)[1] if short.startswith(("the ", "a ", "an ")) else short
    return f" {short} " in f" {titles} " or f" {without_article} " in f" {titles} "


def _titles(entry: Entry) -> str:
    full = fold(str(entry.fields.get("title", "")))
    return f"{full} {fold(str(entry.fields.get('shorttitle', '')))}".strip()


def _acronyms(entry: Entry) -> list[str]:
    """A body may be named by its initials: `IPCC`."""
    names = entry.fields.get("author") or ()
    bodies = [name.literal for name in names if name.literal] if isinstance(names, tuple) else []
    initials = ["".join(re.findall(r"\b[A-Z]", body)).lower() for body in bodies]
    return [acronym for acronym in initials if len(acronym) > 2]


_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")


def _family_names(entry: Entry) -> list[str]:
    """Family names with their particles; and what a Chinese or Japanese name may begin with, one to three characters."""
    names = entry.fields.get("author") or entry.fields.get("editor") or ()
    whole = [name.literal for name in names] if isinstance(names, tuple) else []
    people = names if isinstance(names, tuple) else ()
    return [fold(f"{name.particle} {name.family}") for name in people if name.particle] + [
        fold(name[:length])
        for name in whole
        if _EAST_ASIAN.fullmatch(name)
        for length in range(1, min(4, len(name)))
    ]


def _shorthand(entry: Entry) -> str:
    return fold(str(entry.fields.get("shorttitle", "")))


def _people(entry: Entry) -> list[str]:
    names = entry.fields.get("author") or entry.fields.get("editor") or ()
    if not isinstance(names, tuple):
        return []
    return [fold(surname(name)) for name in names if name.literal != "others"]
