"""Citation keys, readable, collision-free and steady; and which entries are one work.

Works are looked up by what identifies them, never one against all: ten thousand entries take no longer
each than ten.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from cite.model.entries import Entry, Name
from cite.model.findings import Finding, Level
from cite.model.references import Reference
from cite.recognisers.text.folding import fold

_SMALL = frozenset(
    "a an the of on in for and to from with at by le la les der die das el los un une ein eine v vs".split()
)
_ANYBODY = "*"
_LAW = frozenset(("jurisdiction", "legislation", "legal"))
_COMPARED = 150
"""Characters of two titles that are compared letter by letter, which takes their product."""
_TELLING = 40
"""A word in more titles than this by one author says nothing about which of them is meant."""


class Works:
    """The works met so far, by key."""

    def __init__(self, known: Mapping[str, Entry] | None = None) -> None:
        self._entries: dict[str, Entry] = {}
        self._by_identifier: dict[tuple[str, str], str] = {}
        self._by_title: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_word: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_note: defaultdict[str, list[str]] = defaultdict(list)
        self._by_year: dict[tuple[str, str], str] = {}
        """Works of which no more is known than names and a year."""
        self._last_number: Counter[str] = Counter()
        for key, entry in (known or {}).items():
            self.add(key, entry)

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def add(self, key: str, entry: Entry) -> None:
        """Remember a work."""
        self._entries[key] = entry
        for identifier in _identifiers(entry):
            self._by_identifier.setdefault(identifier, key)
        title, who = _title(entry), fold(_who(entry))
        if not title and "year" in entry.fields:
            self._by_year.setdefault(_people_and_year(entry), key)
        if title:
            self._by_title[title, who].append(key)
            self._by_title[title, _ANYBODY].append(key)
        for word in set(title.split()):
            self._by_word[who, word].append(key)
        if note := _note_of(entry):
            self._by_note[note].append(key)

    def same(self, entry: Entry, note: str = "") -> str | None:
        """The key of this work, if it was met: by identifier, by title, or by the very note it was read from.

        The last finds an entry whose title its owner has corrected by hand since.
        """
        for identifier in _identifiers(entry):
            if identifier in self._by_identifier:
                return self._by_identifier[identifier]
        title, who = _title(entry), fold(_who(entry))
        if not title and not set(entry.fields) - _SHORT:
            return self._by_year.get(_people_and_year(entry))
        for somebody in (who, "") if who else (_ANYBODY,):
            for key in self._by_title.get((title, somebody), ())[:_TELLING]:
                if same_work(entry, self._entries[key]):
                    return key
        before = [
            key
            for key in self._by_note.get(" ".join(note.split()), ())
            if _fits(entry, self._entries[key])
        ]
        return before[0] if len(before) == 1 else None

    def near(self, entry: Entry) -> str | None:
        """The key of a work that looks like this one cited in another way: a person should look."""
        who, words = fold(_who(entry)), set(_title(entry).split())
        shared: Counter[str] = Counter()
        for word in words:
            keys = self._by_word.get((who, word), [])
            shared.update(keys if len(keys) <= _TELLING else ())
        likely = [key for key, count in shared.most_common(3) if 3 * count >= len(words)]
        return next((key for key in likely if nearly_same_work(entry, self._entries[key])), None)

    def new_key(self, entry: Entry) -> str:
        """`arnott2009rights`, or `arnott2009rightsb` where that is taken."""
        stem = stem_for(entry)
        number = max(1, self._last_number[stem])
        key = stem if number == 1 else stem + _suffix(number)
        while key in self._entries:
            number += 1
            key = stem + _suffix(number)
        self._last_number[stem] = number
        return key


_SHORT = frozenset(("author", "editor", "year", "volume"))


def _people_and_year(entry: Entry) -> tuple[str, str]:
    names = entry.fields.get("author") or entry.fields.get("editor") or ()
    people = [name.family or name.literal for name in names] if isinstance(names, tuple) else []
    return fold(" ".join(people)), str(entry.fields.get("year", ""))


def _note_of(entry: Entry) -> str:
    """The note that an entry was written from, as it was kept in it."""
    note = str(entry.fields.get("annotation", ""))
    return " ".join(re.sub(r"^Note \S+: ", "", note).split()) if note.startswith("Note ") else ""


def _fits(entry: Entry, before: Entry) -> bool:
    """Whether two readings of one note can be one work: a note may cite several."""
    years = {one.fields["year"] for one in (entry, before) if "year" in one.fields}
    return len(years) < 2 and fold(_who(entry)) == fold(_who(before))


def near_duplicates(references: Sequence[Reference]) -> Iterable[Finding]:
    """A finding for each reference that says almost what an earlier one says under another key."""
    works = Works()
    for at, reference in enumerate(references):
        twin = works.same(reference.entry)
        place = twin or works.near(reference.entry)
        key = references[int(place)].key if place else reference.key
        if key != reference.key:
            how = "the same work" if twin else "almost the same work"
            message = f"{key} and {reference.key} are {how}; is it one?"
            yield Finding("near-duplicate", Level.WARNING, message, reference.place)
        # By place, not by key: files of different hands may use one key for two works.
        works.add(str(at), reference.entry)


def each_under_its_own_key(references: Sequence[Reference]) -> Iterable[Reference]:
    """Bibliographies of different hands may have one key for two works: the later one gets another.

    A work that is there already, or a key that one file has twice, is not repeated: the first counts.
    """
    works = Works()
    files: dict[str, str] = {}
    for reference in references:
        key, file = reference.key, reference.place.path if reference.place else ""
        if key in works:
            if files[key] == file or same_work(works[key], reference.entry):
                continue
            key = works.new_key(reference.entry)
            reference = replace(reference, key=key, entry=replace(reference.entry, key=key))
        works.add(key, reference.entry)
        files[key] = file
        yield reference


def stem_for(entry: Entry) -> str:
    """Family name, year, first telling word of the title; `brown1954board` for a case of law."""
    title = str(entry.fields.get("title", ""))
    year = entry.fields.get("year", "")
    who, words = _ascii(_who(entry)), _telling(title)
    if entry.entry_type in _LAW:
        who, words = "", _parties(title) or words
    if who:
        return f"{who}{year}{''.join(words[:1])}"
    first, second = (*words, "", "")[:2]
    if not first:
        first = _ascii(_site(entry))
    against = entry.entry_type in _LAW and bool(_parties(title))
    stem = f"{first}{year}{second}" if against else f"{first}{second}{year}"
    return stem if stem and not stem.isdigit() else f"reference{year}"


def _parties(title: str) -> list[str]:
    """The first word of either side."""
    sides = re.split(r"\s+(?:v|vs|c)\.?\s+", title, maxsplit=1)
    words = [next(iter(_telling(side)), "") for side in sides]
    return words if len(words) == 2 and all(words) else []


def _site(entry: Entry) -> str:
    """The name of the site, where there is nothing but an address."""
    host = re.match(r"\w+://(?:www\.)?([\w-]{1,63})", str(entry.fields.get("url", "")))
    return host[1] if host else ""


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


def _telling(title: str) -> list[str]:
    """Words that say something, in ASCII."""
    words = [word for word in fold(title).split() if word not in _SMALL]
    spelt = [_ascii(word) for word in words if len(word) > 2 or not word.isascii()]
    return [word for word in spelt if word]


def _ascii(text: str) -> str:
    """In letters that every program takes as a key, whatever the script."""
    folded = fold(text)
    if not folded.isascii():
        from anyascii import anyascii

        folded = anyascii(folded).lower()
    return re.sub(r"[^a-z0-9]", "", folded)


def _title(entry: Entry) -> str:
    return fold(str(entry.fields.get("title", "")))


def _identifiers(entry: Entry) -> list[tuple[str, str]]:
    """What names this work and no other; the ISBN of a chapter names the book around it."""
    names = ("doi", "eprint") if "booktitle" in entry.fields else ("doi", "isbn", "eprint")
    return [(name, str(value).lower()) for name in names if (value := entry.fields.get(name))]


def same_work(one: Entry, other: Entry) -> bool:
    """Whether two entries describe one work: an identifier in common, or title, year and first name."""
    mine, theirs = dict(_identifiers(one)), dict(_identifiers(other))
    for name in mine.keys() & theirs.keys():
        return mine[name] == theirs[name]
    title, rival = _title(one), _title(other)
    if not title or title != rival:
        return False
    years = one.fields.get("year"), other.fields.get("year")
    return (None in years or years[0] == years[1]) and (
        not _who(one) or not _who(other) or fold(_who(one)) == fold(_who(other))
    )


def nearly_same_work(one: Entry, other: Entry) -> bool:
    """Whether two entries look like one work cited in two ways.

    Titles that differ in a number are parts or years of a series.
    """
    title, rival = _title(one), _title(other)
    if min(len(title), len(rival)) < 12 or fold(_who(one)) != fold(_who(other)):
        return False
    if re.findall(r"\d+", title) != re.findall(r"\d+", rival):
        return False
    if one.fields.get("doi") and other.fields.get("doi"):
        return False
    matcher = SequenceMatcher(None, title[:_COMPARED], rival[:_COMPARED], autojunk=False)
    return matcher.quick_ratio() > 0.9 and matcher.ratio() > 0.9
