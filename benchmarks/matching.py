"""Real references matched against a simulated index of works and their nearest neighbours.

Run: .venv/bin/python benchmarks/matching.py [SAMPLE]
SAMPLE are Crossref's sample references: strings, and fields as publishers deposit them. A record is made of each
(what the string says is read by cite; the comparison sees only the string), then blurred as indexes blur; around
it stand works that are not it: the same title by others, the next paper of the author, another paper of the
volume, the second part, a review, a corrigendum, a preprint. A quarter of the true works is held out of the
index, so that there is only what is near. A search brings the twenty records with most words in common.
"""

import json
import math
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cite.model.document import Run
from cite.model.entries import Entry, Name
from cite.model.notes import Note
from cite.model.references import Citation
from cite.model.works import Work, WorkKind
from cite.recognisers.text.folding import fold
from cite.steps.reading.extract_references import read_bibliography
from cite.steps.works.choose import choose

SAMPLE = Path("../shared/data/crossref/matcher/sample-refs-2000.json")
ROWS = 20
WORDS = "growth decay models urban protein policy optical memory surface rural signal transport labour climate neural binding".split()


@dataclass(frozen=True)
class Query:
    """A reference, as fields or as a string, and the record that it means."""

    raw: str
    entry: Entry | None
    truth: Work


def of_string(number: int, raw: str) -> Query | None:
    """The record of a printed string; None where too little of it can be read to know a work by it."""
    (note,) = read_bibliography([Note(str(number), (Run(raw),), raw, 1)])
    entries = [item.entry for item in note.items if isinstance(item, Citation)]
    if len(entries) != 1:
        return None
    return Query(raw, None, record(f"s{number}", entries[0]))


def of_fields(number: int, deposited: Mapping[str, str]) -> Query:
    """The record of a deposited reference: it has a title even where the reference has none."""
    fields: dict[str, object] = {
        ours: deposited[theirs]
        for theirs, ours in (
            ("volume", "volume"),
            ("first-page", "pages"),
            ("issue", "number"),
            ("journal-title", "journaltitle"),
        )
        if theirs in deposited
    }
    title = (
        deposited.get("article-title")
        or deposited.get("volume-title")
        or deposited.get("series-title")
    )
    if title:
        fields["title"] = title
    if year := re.match(r"\d{4}", deposited.get("year", "")):
        fields["year"] = int(year[0])
    if deposited.get("author"):
        fields["author"] = (
            Name(family=re.sub(r"\s+[A-Z]\.?(?:\s?[A-Z]\.?)*$", "", deposited["author"])),
        )
    kind = "article" if "journal-title" in deposited else "book"
    entry = Entry(kind, fields)  # type: ignore[arg-type]
    return Query("", entry, record(f"f{number}", entry))


def record(key: str, entry: Entry) -> Work:
    chance = random.Random(key)
    fields = entry.fields
    people = fields.get("author")
    title = str(fields.get("title") or " ".join(chance.choice(WORDS) for _ in range(7)))
    container = str(fields.get("journaltitle") or fields.get("booktitle") or "")
    year = fields.get("year")
    return Work(
        identifier=key,
        kind=WorkKind.ARTICLE
        if "journaltitle" in fields
        else WorkKind.CHAPTER
        if "booktitle" in fields
        else WorkKind.BOOK,
        titles=(title,),
        authors=tuple(name for name in people if isinstance(name, Name))
        if isinstance(people, tuple)
        else (),
        years=(int(str(year)),) if year else (),
        containers=(container,) if container else (),
        volume=str(fields.get("volume", "")),
        issue=str(fields.get("number", "")),
        pages=str(fields.get("pages", "")),
    )


def identifiable(work: Work) -> bool:
    """Whether a work could be known by rule at all: three fields of five, a title of its own among them or not."""
    told = (work.titles[0], work.authors, work.years, work.volume, work.pages)
    return sum(bool(one) for one in told) >= 3


def blurred(work: Work, chance: random.Random) -> Work:
    """The record as an index would have it: years off by one, accents lost or mangled, titles retyped."""
    title = work.titles[0]
    if chance.random() < 0.1:
        title = title.replace(" and ", " &amp; ")
    if chance.random() < 0.1:
        title = title.upper()
    if chance.random() < 0.08:
        title += ": " + " ".join(chance.choice(WORDS) for _ in range(4))
    if chance.random() < 0.05 and len(title) > 30:
        at = chance.randrange(5, len(title) - 5)
        title = title[:at] + title[at + 1 :]
    years = work.years
    if years and chance.random() < 0.08:
        years = (years[0] + chance.choice((-1, 1)),)
    authors = work.authors
    if authors and chance.random() < 0.05:
        authors = tuple(
            replace(name, family=name.family.encode().decode("latin-1")) for name in authors
        )
    pages = work.pages
    if pages.isdigit() and chance.random() < 0.7:
        pages = f"{pages}-{int(pages) + chance.randrange(3, 20)}"
    return replace(work, titles=(title,), years=years, authors=authors, pages=pages)


def neighbours(work: Work, chance: random.Random) -> Iterator[Work]:
    other = (
        Name(
            family=chance.choice(("Moreau", "Tanaka", "Okafor", "Lindqvist", "Petrov")), given="T."
        ),
    )
    words = " ".join(chance.choice(WORDS) for _ in range(8))
    volume = str(int(work.volume) + 1) if work.volume.isdigit() else work.volume
    page = str(chance.randrange(100, 9000))
    year = tuple(one + 1 for one in work.years)
    long_title = len(work.titles[0].split()) > 3
    near = [
        replace(work, titles=(words,), pages=page),
        replace(work, titles=(words,), authors=other, pages=page),
        replace(
            work, titles=(words,), volume=volume, years=year, pages=work.pages if volume else page
        ),
        replace(work, authors=other, volume="", pages="", kind=WorkKind.BOOK),
        replace(
            work,
            titles=(f"{work.titles[0]}. By {chance.choice('JKLM')}. Doe. 312 pp.",),
            authors=other,
            years=year,
            kind=WorkKind.ARTICLE,
        ),
        replace(work, titles=(f"Corrigendum to: {work.titles[0]}",), pages=page),
        replace(work, volume="", pages="", containers=("arXiv",), kind=WorkKind.PREPRINT),
    ]
    if long_title and work.kind is WorkKind.ARTICLE:
        near.append(
            replace(work, titles=(f"{work.titles[0]}. II. {words}",), pages=page, volume=volume)
        )
    for number, one in enumerate(near):
        yield replace(one, identifier=f"{work.identifier}~{number}")


class Index:
    """Records by the words in them, rare words counting most."""

    def __init__(self, works: Sequence[Work]) -> None:
        self.works = works
        self.postings: dict[str, list[int]] = defaultdict(list)
        for at, work in enumerate(works):
            for word in self._words(work):
                self.postings[word].append(at)

    @staticmethod
    def _words(work: Work) -> set[str]:
        names = " ".join(name.family or name.literal for name in work.authors)
        years = " ".join(str(year) for year in work.years)
        return set(
            fold(
                " ".join((*work.titles, names, *work.containers, work.volume, work.pages, years))
            ).split()
        )

    def search(self, query: Query) -> list[Work]:
        entry = query.entry
        text = query.raw or " ".join(
            " ".join(n.family for n in value if isinstance(n, Name))
            if isinstance(value, tuple)
            else str(value)
            for value in (entry.fields.values() if entry else ())
        )
        scores: Counter[int] = Counter()
        for word in set(fold(text).split()):
            places = self.postings.get(word, ())
            weight = math.log(1 + len(self.works) / (1 + len(places)))
            for at in places:
                scores[at] += weight  # type: ignore[assignment]
        return [self.works[at] for at, _ in scores.most_common(ROWS)]


def run(path: Path, show: int) -> None:
    sample = json.loads(path.read_text("utf-8"))
    strings = [one for one in sample if isinstance(one, str)]
    fields = [one for one in sample if isinstance(one, dict)]
    chance = random.Random(15)
    queries = [query for n, raw in enumerate(strings) if (query := of_string(n, raw))]
    queries += [
        of_fields(n, one) for n, one in enumerate(chance.sample(fields, 2000 - len(strings)))
    ]
    asked = [query for query in queries if identifiable(query.truth)]
    works: list[Work] = []
    inside: set[str] = set()
    for query in asked:
        if chance.random() >= 0.25:
            inside.add(query.truth.identifier)
            works.append(blurred(query.truth, chance))
        works += neighbours(query.truth, chance)
    index = Index(works)
    pairs = [(query, index.search(query)) for query in asked]
    start = time.process_time()
    choices = [
        (query, choose(query.entry, query.raw, candidates).found) for query, candidates in pairs
    ]
    spent = time.process_time() - start
    print(
        f"{len(asked)} references of {len(sample)} ({len(strings)} strings), {len(works)} records, {spent:.1f} s"
    )
    for name, chosen in (
        ("strings", [pair for pair in choices if pair[0].raw]),
        ("fields", [pair for pair in choices if not pair[0].raw]),
        ("all", choices),
    ):
        found = [(query, one.work.identifier) for query, one in chosen if one]
        right = sum(identifier == query.truth.identifier for query, identifier in found)
        there = sum(query.truth.identifier in inside for query, _ in chosen)
        print(
            f"{name:8} precision {right / len(found):.4f}  recall {right / there:.4f}  ({len(found)} accepted, {there} in the index)"
        )
    shown = 0
    for query, one in choices:
        said = one.work.identifier if one else "-"
        wanted = query.truth.identifier if query.truth.identifier in inside else "-"
        if said != wanted and shown < show:
            shown += 1
            print(
                f"\n{wanted} -> {said}: {query.raw or (query.entry and dict(query.entry.fields))}"
            )
            print("  truth", query.truth)
            if one:
                print("  chose", one.work, one.votes, one.container)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    paths = [Path(word) for word in sys.argv[1:] if not word.isdigit()]
    run(paths[0] if paths else SAMPLE, numbers[0] if numbers else 0)
