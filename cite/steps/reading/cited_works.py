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
        for name in {*_people(entry), *_acronyms(entry)}:
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
        short = fold(title.rstrip(". …"))
        found, exact = [], []
        for key in self._candidates(wanted, short):
            people = _people(self._entries[key])
            known = {*people, *_acronyms(self._entries[key])}
            if wanted and not (set(wanted) <= known or _shorthand(self._entries[key]) in wanted):
                continue
            if short and not _fits(short, self._entries[key]):
                continue
            found.append((key, self.first(key)))
            if wanted and people == wanted:
                exact.append(found[-1])
        return exact if len(found) > 1 and len(exact) == 1 else found

    def _candidates(self, wanted: Sequence[str], short: str) -> Sequence[str]:
        if wanted:
            return self._by_name.get(wanted[0], []) or self._by_word.get(
                wanted[0].split(" ")[0], []
            )
        words = short.split()
        return min((self._by_word.get(word, []) for word in words), key=len, default=[])


def surname(name: Name) -> str:
    """What a person is called by."""
    return name.family or name.literal


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


def _shorthand(entry: Entry) -> str:
    return fold(str(entry.fields.get("shorttitle", "")))


def _people(entry: Entry) -> list[str]:
    names = entry.fields.get("author") or entry.fields.get("editor") or ()
    if not isinstance(names, tuple):
        return []
    return [fold(surname(name)) for name in names if name.literal != "others"]
