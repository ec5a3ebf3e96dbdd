"""Names and words held against themselves: one spelling each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from cite.model.entries import Name
from cite.model.findings import Finding, Level
from cite.recognisers.text.folding import fold
from cite.steps.editing.article import BLANK, Article, Passage, Spot, listed, pattern
from cite.steps.editing.rule import Measured, Rule

_LEAST = 5
"""Letters from which one letter's difference is likelier a slip than another name."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


@dataclass(frozen=True, slots=True)
class _Use:
    """A name used somewhere in the text."""

    name: str
    passage: Passage
    start: int


# Persons: in the text as in the notes --------------------------------------------------------------------------


def _persons(article: Article) -> Iterator[Finding]:
    """A surname in the text that is one letter, or two letters changed about, from that of a note's author."""
    authors = _surnames(article)
    if not authors:
        return
    by_initial: defaultdict[str, list[str]] = defaultdict(list)
    for surname in authors:
        by_initial[fold(surname)[:1]].append(surname)
    found: defaultdict[tuple[str, str], list[Spot]] = defaultdict(list)
    for use in _capitalised(article.passages):
        if use.name in authors or len(use.name) < _LEAST:
            continue
        for surname in by_initial[fold(use.name)[:1]]:
            if _slip(use.name, surname) and _same_person(article, use, surname, authors[surname]):
                found[use.name, surname].append(Spot(article.place(use.passage, use.start)))
    for (name, surname), spots in found.items():
        labels = listed(
            list(dict.fromkeys(spot.note.label for spot in authors[surname] if spot.note))
        )
        message = f"“{name}” {{where}} is “{surname}” in note {labels}: one of the two is misspelt."
        yield pattern("name-spelt-two-ways", Level.WARNING, message, spots)


def _surnames(article: Article) -> Mapping[str, list[Spot]]:
    """Family names of authors, each with the notes that name it."""
    found: dict[str, list[Spot]] = {}
    for cited in article.cited():
        for field in ("author", "editor", "translator"):
            names = cited.entry.fields.get(field, ())
            for name in names if isinstance(names, tuple) else ():
                if isinstance(name, Name) and len(name.family) >= _LEAST:
                    found.setdefault(name.family, []).append(Spot.of(cited.note))
    return found


def _capitalised(passages: Iterable[Passage]) -> Iterator[_Use]:
    for passage in passages:
        for match in _WORD.finditer(passage.own):
            if match[0][0].isupper() and not match[0].isupper():
                yield _Use(_POSSESSIVE.sub("", match[0]), passage, match.start())


def _slip(one: str, other: str) -> bool:
    """Whether one is the other misspelt: a letter or two changed about, never an ending or a plural."""
    if one == other or one.startswith(other) or other.startswith(one):
        return False
    if fold(one) == fold(other):
        return one.lower() != other.lower()
    return OSA.distance(one.lower(), other.lower(), score_cutoff=1) <= 1


def _same_person(article: Article, use: _Use, surname: str, notes: Iterable[Spot]) -> bool:
    """Whether the text around speaks of that author: it names them, or calls their note."""
    if re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", use.passage.text):
        return True
    indexes = {marker.paragraph for spot in notes if spot.note for marker in spot.note.markers}
    return use.passage.index in indexes


# Bodies: in the text as elsewhere in the text --------------------------------------------------------------------

_PROPER = r"[A-ZÀ-Ž][\w’'-]*[\w’']"
_LONG_NAME = re.compile(
    rf"{_PROPER}(?:\s(?:(?:of|for|on|and|against|&)\s(?:the\s)?)?{_PROPER}){{2,8}}"
)


def _bodies(article: Article) -> Iterator[Finding]:
    """Names of three words and more that differ by one letter in one word."""
    uses: defaultdict[str, list[Spot]] = defaultdict(list)
    for passage in article.passages:
        for match in _LONG_NAME.finditer(passage.own):
            name = _POSSESSIVE.sub(
                "", re.sub(r"^(?:The|A|An|In|On)\s", "", match[0]).replace("’", "'")
            )
            uses[name].append(Spot(article.place(passage, match.start())))
    for cited in article.cited():
        for name in _bodies_of(cited.entry.fields.get("author")):
            uses[name].append(Spot.of(cited.note))
    for rarer, commoner in _variants(uses):
        message = f"“{rarer}” {{where}} is “{commoner}” elsewhere: is it one name?"
        spots = uses[rarer] + uses[commoner][:1]
        message = message.replace("{where} is", "{where} is also spelt").replace(" elsewhere", "")
        yield pattern("name-spelt-two-ways", Level.WARNING, message, spots)


def _bodies_of(names: object) -> Iterator[str]:
    for name in names if isinstance(names, tuple) else ():
        if isinstance(name, Name) and name.literal.count(" ") >= 2:
            yield name.literal


def _variants(uses: Mapping[str, list[Spot]]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ in one word by one letter, the rarer first; found by what they share."""
    alike: defaultdict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    for name in uses:
        words = name.split()
        if len(words) >= 3:
            for at in range(len(words)):
                alike[at, (*words[:at], "", *words[at + 1 :])].append(name)
    for (at, _), names in alike.items():
        for first, second in pairwise(names):
            one, other = first.split()[at], second.split()[at]
            last = at == len(first.split()) - 1
            if _one_letter(one, other, last):
                rarer, commoner = sorted((first, second), key=lambda name: len(uses[name]))
                yield rarer, commoner


def _one_letter(one: str, other: str, last: bool) -> bool:
    if min(len(one), len(other)) < _LEAST or one.lower() == other.lower():
        return False
    plural = one.rstrip("s") == other.rstrip("s")
    if last and plural:
        return False  # one commission, two commissions
    return OSA.distance(one, other, score_cutoff=1) <= 1


def _names(article: Article) -> Iterator[Finding]:
    yield from _persons(article)
    yield from _bodies(article)


# Words -----------------------------------------------------------------------------------------------------------

_HYPHENED = re.compile(rf"(?<![\w’'{BLANK}-])[a-zà-ž]+-[a-zà-ž]+(?![\w’'{BLANK}-])")
_CLOSED = re.compile(rf"(?<![\w’'{BLANK}.@/-])[a-zà-ž]{{6,}}(?![\w’'{BLANK}-])")
_CLEAR = 3
"""So many times as often must a spelling stand for the other to be a slip."""
_NOT_ONE_WORD = frozenset("re".split())
"""Prefixes that make another word with a hyphen than without: re-form, reform."""


def _plain_words(word: re.Pattern[str], passage: Passage) -> Iterator[str]:
    for match in word.finditer(passage.own):
        if not passage.is_set_off(match.start()):
            yield match[0]


def _words(article: Article) -> Iterator[Finding]:
    """One word with a hyphen and without, where one way is plainly the article's own."""
    hyphened: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    at: defaultdict[str, list[Spot]] = defaultdict(list)
    for passage in article.passages:
        hyphened.update(_plain_words(_HYPHENED, passage))
        closed.update(_plain_words(_CLOSED, passage))
    pairs = {
        word.replace("-", ""): word for word in hyphened if word.split("-")[0] not in _NOT_ONE_WORD
    }
    both = {one: pairs[one] for one in closed if one in pairs}
    rare: dict[str, str] = {}
    for plain, joined in both.items():
        first, second = sorted(((closed[plain], plain), (hyphened[joined], joined)))
        if second[0] >= _CLEAR * first[0]:
            rare[first[1]] = second[1]
    if not rare:
        return
    for passage in article.passages:
        for match in (*_HYPHENED.finditer(passage.own), *_CLOSED.finditer(passage.own)):
            if match[0] in rare:
                at[match[0]].append(Spot(article.place(passage, match.start())))
    counts = hyphened + closed
    told = "; ".join(
        f"“{one}” ({counts[one]}) beside “{usual}” ({counts[usual]})" for one, usual in rare.items()
    )
    spots = [spot for one in rare for spot in at[one]]
    yield pattern(
        "word-spelt-two-ways",
        Level.INFO,
        f"One word is spelt in two ways {{where}}: {told}.",
        spots,
    )


# Publishers and periodicals --------------------------------------------------------------------------------------

_NO_PART = frozenset(
    "the inc ltd limited llc plc gmbh co company corp books book publishers publisher publishing publications verlag "
    "éditions editions magazine newspaper online".split()
)


def _sources(article: Article) -> Iterator[Finding]:
    """Publishers and periodicals of the notes under several names, and periodicals in the text."""
    uses: defaultdict[tuple[str, str], dict[str, list[Spot]]] = defaultdict(dict)
    for cited in article.cited():
        for field in ("journal", "publisher", "institution"):
            value = " ".join(str(cited.entry.fields.get(field, "")).split())
            if value:
                kind = "periodical" if field == "journal" else "publisher"
                uses[kind, _core(value)].setdefault(value, []).append(Spot.of(cited.note))
    for (kind, core), names in _with_text(article, uses).items():
        told = {fold(name): name for name in names}
        if core and len(told) > 1:
            yield _several(kind, {name: names[name] for name in told.values()})
    yield from _renamed(article)


def _core(name: str) -> str:
    """A name without what may be left out of it: its article, its legal form."""
    words = fold(re.sub(r"\bUniv\.?(?=\s|$)|\bUP\b", _university, name)).split()
    kept = [word for word in words if word not in _NO_PART]
    if kept[-1:] == ["press"] and len(kept) > 1 and kept[-2] != "university":
        kept.pop()
    return " ".join(kept)


def _university(match: re.Match[str]) -> str:
    return "University Press" if match[0] == "UP" else "University"


def _with_text(
    article: Article, uses: Mapping[tuple[str, str], dict[str, list[Spot]]]
) -> Mapping[tuple[str, str], dict[str, list[Spot]]]:
    """Periodicals with what the text calls them, where it adds a word that they do not have."""
    found = {key: dict(names) for key, names in uses.items()}
    for (kind, core), names in uses.items():
        name = max(names, key=len)
        if kind != "periodical" or not core:
            continue
        longer = re.compile(rf"(?<!\w){re.escape(name)}\s(?:Magazine|Newspaper)(?!\w)")
        for passage in article.passages:
            for match in longer.finditer(passage.own):
                spot = Spot(article.place(passage, match.start()))
                found[kind, core].setdefault(match[0], []).append(spot)
    return found


def _several(kind: str, names: Mapping[str, list[Spot]]) -> Finding:
    told = " and ".join(f"“{name}”" for name in names)
    spots = [spot for found in names.values() for spot in found]
    message = f"One {kind} goes by several names {{where}}: {told}."
    return pattern("source-named-two-ways", Level.INFO, message, spots)


_HEADS = frozenset(
    "institute institutes foundation foundations fund network center centre initiative society project program programme trust".split()
)


def _renamed(article: Article) -> Iterator[Finding]:
    """Two publishers that share all but the last word and, by their addresses or the text, are one."""
    named: dict[str, list[tuple[Spot, str]]] = {}
    for cited in article.cited():
        for field in ("publisher", "institution"):
            value = " ".join(str(cited.entry.fields.get(field, "")).split())
            words = value.split()
            if len(words) >= 3 and words[-1].lower() in _HEADS:
                host = _host(str(cited.entry.fields.get("url", "")))
                named.setdefault(value, []).append((Spot.of(cited.note), host))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in named:
        groups[fold(" ".join(name.split()[:-1]))].append(name)
    for names in groups.values():
        hosts = [{host for _, host in named[name] if host} for name in names]
        if len(names) == 2 and hosts[0] & hosts[1]:
            spots = {name: [spot for spot, _ in named[name]] for name in names}
            yield _several("publisher", spots)


def _host(url: str) -> str:
    match = re.match(r"https?://(?:www\.)?([^/:?#]+)", url, re.I)
    return match[1].lower() if match else ""


RULES = (
    Rule(
        "name-spelt-two-ways",
        "Asks whether one person or body is spelt in two ways: in the text and in the notes, or within the text.",
        "a reader cannot look up a name that is misspelt, and its bearer will mind.",
        "see which spelling is right; the work's title page, or the body's own site, decides.",
        "“Moruea” in the text, “Moreau” in the note that cites her.",
        _names,
        Measured(5, 0),
    ),
    Rule(
        "word-spelt-two-ways",
        "Asks whether a word stands with a hyphen and without, where the article plainly prefers one of the two.",
        "hyphens lost at the ends of lines leave such words behind.",
        "spell it as the article does elsewhere; quotations and titles are left alone.",
        "“antislavery” once, “anti-slavery” thirty times.",
        _words,
        Measured(2, 0),
    ),
    Rule(
        "source-named-two-ways",
        "Asks whether one publisher or periodical goes by several names.",
        "a reader takes two names for two bodies.",
        "use one name, or say that the body changed its own.",
        "“The Tide Magazine” in the text, “The Tide” in the note.",
        _sources,
        Measured(16, 0),
    ),
)
