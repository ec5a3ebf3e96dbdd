"""Which indexes would be expected to hold a work, and what they are asked. Grey literature is in none of them."""

import re
from dataclasses import dataclass

from cite.model.entries import Entry, Name
from cite.steps.works.people import first_of

_SCHOLARLY = frozenset(("article", "periodical", "suppperiodical", "review"))
_BOOKS = frozenset(("book", "mvbook", "collection", "mvcollection", "reference", "bookinbook"))
_PARTS = frozenset(("incollection", "inbook", "inproceedings", "inreference", "proceedings"))
_DATA = frozenset(("dataset", "software"))
_PRESS = re.compile(
    r"\b(?:times|guardian|post|herald|tribune|gazette|telegraph|observer|chronicle|independent|mirror|express|daily|news|newspaper|bbc|cnn|"
    r"reuters|associated press|afp|economist|newsweek|spiegel|zeitung|welt|zeit|tageszeitung|monde|figaro|libération|país|mundo|repubblica|corriere|stampa|"
    r"folha|globo|nrc|volkskrant|presse|journal de|al jazeera|magazine|weekly|blog|press release)\b",
    re.I,
)
LEAST_TITLE = 2
"""Words a title needs to be searched for."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a work without an identifier is looked for."""

    indexes: tuple[str, ...] = ()
    why_none: str = ""
    """What kind of work it is, where no index holds such."""


def route(entry: Entry) -> Route:
    """The indexes for a kind of work; none for press, law, archives, reports and pages."""
    kind = entry.entry_type
    if kind in _DATA:
        return Route(("datacite",))
    if kind in _BOOKS:
        return (
            Route(("openlibrary", "crossref"))
            if _named(entry)
            else Route((), "a book without a title or author")
        )
    if kind in _PARTS:
        return (
            Route(("crossref",))
            if _named(entry)
            else Route((), "a chapter without a title or author")
        )
    if kind in _SCHOLARLY:
        if _is_press(entry):
            return Route((), "an article of the press")
        return (
            Route(("crossref",))
            if _known_enough(entry)
            else Route((), "an article of which too little is said")
        )
    return Route((), _KINDS.get(kind, "a work of a kind that indexes of works do not hold"))


_KINDS = {
    "online": "a page of the web", "report": "a report", "techreport": "a report", "misc": "a work of no known kind",
    "unpublished": "an unpublished work", "thesis": "a thesis", "phdthesis": "a thesis", "mastersthesis": "a thesis",
    "jurisdiction": "a case", "legislation": "a statute", "legal": "a legal text", "legaladminmaterial": "a legal text",
    "manual": "a manual", "booklet": "a booklet", "letter": "a letter", "video": "a film", "audio": "a recording", "patent": "a patent",
}  # fmt: skip


def _is_press(entry: Entry) -> bool:
    """A newspaper or magazine: said so, or dated to the day without volume and pages, or by its name."""
    if str(entry.fields.get("entrysubtype", "")) in ("newspaper", "magazine"):
        return True
    journal = str(entry.fields.get("journaltitle") or entry.fields.get("journal") or "")
    placed = entry.fields.get("volume") or entry.fields.get("issue") or entry.fields.get("number")
    return not placed and ("day" in entry.fields or bool(_PRESS.search(journal)) or not journal)


def _named(entry: Entry) -> bool:
    people = any(entry.fields.get(role) for role in ("author", "editor"))
    return people and len(str(entry.fields.get("title", "")).split()) >= 1


def _known_enough(entry: Entry) -> bool:
    """Three of the five fields at least: with fewer no record could ever be accepted."""
    pages = entry.fields.get("pages") or entry.fields.get("eid")
    told = (
        entry.fields.get("title"),
        entry.fields.get("author"),
        entry.fields.get("year"),
        entry.fields.get("volume"),
        pages,
    )
    return sum(bool(one) for one in told) >= 3


def bibliographic(entry: Entry) -> str:
    """What is said of a work as one line, as searches want it: no note, no page quoted, nothing of the article."""
    people = entry.fields.get("author") or entry.fields.get("editor") or ()
    names = " ".join(_name(one) for one in people[:3]) if isinstance(people, tuple) else ""
    fields = [
        str(entry.fields.get(name, ""))
        for name in ("title", "journaltitle", "journal", "booktitle", "volume", "pages", "year")
    ]
    return " ".join(filter(None, (names, *fields)))[:600]


def _name(name: Name) -> str:
    return name.literal or name.family


def first_author(entry: Entry) -> str:
    """Family name of the first author or editor."""
    people = entry.fields.get("author") or entry.fields.get("editor") or ()
    first = first_of(people) if isinstance(people, tuple) else None
    return _name(first) if first else ""
