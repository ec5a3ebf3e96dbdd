"""Bibliographic facts to render: works of every kind, with pieces of real ones put together anew.

From words of our own alone, or with titles, periodicals and houses from the labelled sets and from the
references that Crossref published (facts, MIT-licensed collection), where those are at hand.
"""

import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from training import words
from training.gold import GoldDocument

_T = TypeVar("_T")
Item = dict[str, Any]
"""A work in CSL JSON."""


@dataclass(slots=True)
class Pools:
    """What is drawn from: half from our own words, half from elsewhere where there is any."""

    articles: list[str] = field(default_factory=list)
    books: list[str] = field(default_factory=list)
    journals: list[str] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)
    houses: list[tuple[str, str]] = field(default_factory=list)


_GOOD = re.compile(r"(?=.*[A-Za-z]{3})[^\n{}<>*“”\"]{4,160}")


def pools(documents: Iterable[GoldDocument], crossref: Path) -> Pools:
    """What labelled documents and Crossref's sample of references offer."""
    found = Pools()
    for document in documents:
        for note in document.notes:
            parts = {s.label: note.text[s.start : s.end] for s in note.segments}
            title = parts.get("title", "")
            if document.source == "grobid" and re.search(r"\s[.,:;]|[a-z][A-Z]", note.text):
                continue
            (found.articles if {"journal", "booktitle"} & set(parts) else found.books).append(title)
            found.journals.append(parts.get("journal", ""))
            found.meetings.append(parts.get("booktitle", ""))
            if "publisher" in parts and "address" in parts:
                found.houses.append((parts["publisher"], parts["address"]))
    if crossref.is_file():
        sample = [one for one in json.loads(crossref.read_text("utf-8")) if isinstance(one, dict)]
        found.articles += [one.get("article-title", "") for one in sample]
        found.books += [one.get("volume-title", "") for one in sample]
        found.journals += [one.get("journal-title", "") for one in sample]
    for name in ("articles", "books", "journals", "meetings"):
        kept = dict.fromkeys(value for value in getattr(found, name) if _GOOD.fullmatch(value))
        setattr(found, name, list(kept))
    return found


class Maker:
    """Makes works, the same ones for the same seed."""

    def __init__(self, seed: int, more: Pools | None = None) -> None:
        self._random = random.Random(seed)
        self._more = more or Pools()
        self._count = 0

    def item(self, kinds: Sequence[str]) -> Item:
        """One work of one of the kinds named."""
        self._count += 1
        kind = self._random.choice(kinds)
        item: Item = {"id": f"w{self._count}", "type": kind}
        item |= getattr(self, "_" + kind.replace("-", "_"))()
        if "issued" not in item:
            item["issued"] = {"date-parts": [[self._year()]]}
        return item

    def _article_journal(self) -> Item:
        item: Item = {
            "author": self.people(),
            "title": self._article(),
            "container-title": self._pick(
                words.JOURNALS + words.SHORT_JOURNALS, self._more.journals
            ),
            "volume": str(self._random.randint(1, 190)),
            "page": self._pages(),
        }
        if self._chance(0.55):
            item["issue"] = str(self._random.randint(1, 12))
        if self._chance(0.15):
            item["DOI"] = (
                f"10.{self._random.randint(1000, 9999)}/{self._random.randint(10**5, 10**8)}"
            )
        if self._chance(0.12):
            item["issued"] = {"date-parts": [[self._year(), self._random.randint(1, 12)]]}
        return item

    def _book(self) -> Item:
        item: Item = {"title": self._book_title(), **self._imprint()}
        role = "editor" if self._chance(0.15) else "author"
        item[role] = self.people()
        if self._chance(0.15):
            item["edition"] = str(self._random.randint(2, 9))
        if self._chance(0.1):
            item["translator"] = self.people(2)
        if self._chance(0.08):
            item["collection-title"] = (
                f"{self._random.choice(('Studies in', 'New Perspectives on', 'Library of'))} {self._subject().title()}"
            )
        if self._chance(0.08):
            item["volume"] = str(self._random.randint(1, 6))
        return item

    def _chapter(self) -> Item:
        item: Item = {
            "author": self.people(3), "title": self._article(), "container-title": self._book_title(),
            "editor": self.people(3), "page": self._pages(), **self._imprint(),
        }  # fmt: skip
        if self._chance(0.15):
            del item["editor"]
        return item

    def _paper_conference(self) -> Item:
        meeting = f"Proceedings of the {self._random.choice(('First', 'Third', '5th', '12th', '23rd', 'Annual', 'International'))} {self._random.choice(('Conference on', 'Workshop on', 'Symposium on', 'Congress on'))} {self._subject().title()}"
        item: Item = {
            "author": self.people(5), "title": self._article(),
            "container-title": self._pick([meeting], self._more.meetings), "page": self._pages(),
        }  # fmt: skip
        if self._chance(0.5):
            item |= self._imprint()
        if self._chance(0.2):
            item["editor"] = self.people(3)
        return item

    def _article_newspaper(self) -> Item:
        item: Item = {
            "title": self._article(), "container-title": self._random.choice(words.PAPERS), "issued": self._day(),
        }  # fmt: skip
        if self._chance(0.8):
            item["author"] = self.people(2)
        if self._chance(0.3):
            item["page"] = str(self._random.randint(1, 40))
        if self._chance(0.4):
            item |= self._online()
        return item

    def _report(self) -> Item:
        body = self._random.choice(words.BODIES)
        item: Item = {"title": self._book_title()}
        if self._chance(0.5):
            item["author"] = [{"literal": body}]
            item["publisher"] = self._random.choice(words.BODIES) if self._chance(0.3) else body
        else:
            item |= {"author": self.people(3), "publisher": body}
        if self._chance(0.4):
            item["publisher-place"] = self._random.choice(
                ("London", "New York", "Geneva", "Washington, DC", "Paris")
            )
        if self._chance(0.4):
            item |= {
                "genre": self._random.choice(
                    ("Report", "Technical Report", "Working Paper", "Research Report")
                ),
                "number": str(self._random.randint(1, 999)),
            }
        if self._chance(0.3):
            item["issued"] = {"date-parts": [[self._year(), self._random.randint(1, 12)]]}
        if self._chance(0.4):
            item |= self._online()
        return item

    def _thesis(self) -> Item:
        genre = (
            "PhD thesis",
            "PhD diss.",
            "doctoral dissertation",
            "Master’s thesis",
            "DPhil thesis",
            "MA thesis",
            "Unpublished PhD thesis",
        )
        return {
            "author": self.people(1), "title": self._book_title(), "genre": self._random.choice(genre),
            "publisher": self._random.choice(words.UNIVERSITIES),
        }  # fmt: skip

    def _webpage(self) -> Item:
        item: Item = {
            "title": self._article(),
            "container-title": self._random.choice(words.SITES),
            **self._online(),
        }
        if self._chance(0.6):
            item["author"] = self.people(2)
        elif self._chance(0.5):
            item["author"] = [{"literal": self._random.choice(words.BODIES)}]
        if self._chance(0.5):
            item["issued"] = self._day()
        return item

    def _legal_case(self) -> Item:
        first, second = self._random.sample(words.PARTIES, 2)
        item: Item = {
            "title": f"{first} v {second}", "container-title": self._random.choice(words.REPORTERS),
            "page": str(self._random.randint(1, 1200)),
        }  # fmt: skip
        if self._chance(0.7):
            item["volume"] = str(self._random.randint(1, 600))
        return item

    def people(self, most: int = 4) -> list[dict[str, str]]:
        """One to `most` persons."""
        count = min(most, self._random.choice((1, 1, 1, 1, 2, 2, 3, 4, 6)))
        return [self._person() for _ in range(count)]

    def _person(self) -> dict[str, str]:
        family = self._random.choice(words.PARTICLED if self._chance(0.08) else words.FAMILIES)
        given = self._random.choice(words.GIVEN)
        if self._chance(0.35):
            given += f" {self._random.choice('ABCDEFGHJKLMNPRSTW')}."
        return {"family": family, "given": given}

    def _article(self) -> str:
        return self._pick([self._made_title(0.3)], self._more.articles)

    def _book_title(self) -> str:
        return self._pick([self._made_title(0.5)], self._more.books)

    def _made_title(self, catchy: float) -> str:
        subject, other = self._subject(), self._subject()
        form = self._random.random()
        if form < 0.25:
            title = f"{subject.title() if self._chance(0.5) else subject.capitalize()} and {other} in {self._random.choice(words.PLACES_TOLD)}"
        elif form < 0.65:
            title = f"{self._random.choice(words.ADJECTIVES)} {subject.title() if self._chance(0.5) else subject}"
            if self._chance(0.4):
                title += f" in {self._random.choice(words.PLACES_TOLD)}"
        else:
            title = f"{subject[0].upper()}{subject[1:]}, {other} and {self._subject()}"
        if self._chance(catchy):
            title = f"{self._random.choice(words.CATCHES)}: {title}"
        if self._chance(0.12):
            start = self._random.randint(1500, 1950)
            title += f", {start}–{start + self._random.randint(2, 90)}"
        return title

    def _subject(self) -> str:
        return self._random.choice(words.SUBJECTS)

    def _imprint(self) -> Item:
        own = [house.partition("@")[::2] for house in words.HOUSES]
        publisher, place = self._pick(own, self._more.houses)
        return (
            {"publisher": publisher, "publisher-place": place}
            if place
            else {"publisher": publisher}
        )

    def _online(self) -> Item:
        host = self._random.choice(
            (
                "www.example.org",
                "example.com",
                "hrw.org",
                "www.theguardian.com",
                "programminghistorian.org",
                "www.gov.uk",
            )
        )
        item: Item = {
            "URL": f"http{self._random.choice(('', 's'))}://{host}/{self._random.choice(('news', 'en/lessons', 'reports', 'articles', '2012/05'))}/{self._random.choice(words.GIVEN).lower()}-{self._random.randint(1, 9999)}"
        }
        if self._chance(0.5):
            item["accessed"] = self._day()
        return item

    def _day(self) -> Item:
        return {
            "date-parts": [
                [
                    self._random.randint(1985, 2023),
                    self._random.randint(1, 12),
                    self._random.randint(1, 28),
                ]
            ]
        }

    def _year(self) -> int:
        return (
            self._random.randint(1985, 2023)
            if self._chance(0.75)
            else self._random.randint(1780, 1985)
        )

    def _pages(self) -> str:
        first = self._random.choice((self._random.randint(1, 99), self._random.randint(100, 1900)))
        return f"{first}-{first + self._random.randint(2, 45)}"

    def _chance(self, chance: float) -> bool:
        return self._random.random() < chance

    def _pick(self, own: Sequence[_T], more: Sequence[_T]) -> _T:
        return self._random.choice(more if more and self._chance(0.6) else own)
