"""Open Library: books, by title and author or by ISBN.

https://openlibrary.org/dev/docs/api/search. About one request a second, three for those who say who they are.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from cite.model.evidence import Fetch, Fetched, Pool, Unreachable
from cite.model.indexes import FindWork, Records
from cite.model.works import Work, WorkKind
from cite.services.answers import (
    BODY,
    IndexSettings,
    failed,
    found,
    items,
    json_of,
    mapping,
    name_in_order,
    pool_of,
    text,
    texts,
    year_in,
)

ROWS = 20
_FIELDS = "key,title,subtitle,alternative_title,author_name,publish_year,first_publish_year,publisher,isbn"


class OpenLibrary:
    """One instance of its search."""

    def __init__(self, settings: IndexSettings) -> None:
        self.name = settings.name
        self.title = settings.title
        self._base = settings.base.rstrip("/")
        self._pool = pool_of(settings, 60, 1)
        self.per_minute = self._pool.per_minute

    def next_fetch(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable]) -> Fetch | None:
        """One request: an ISBN, or a title with the family name of its author."""
        if tuple(so_far):
            return None
        wanted = (
            f"isbn={quote(ask.isbn, safe='')}"
            if ask.isbn
            else f"title={quote(ask.title[:300], safe='')}"
            + (f"&author={quote(ask.author[:100], safe='')}" if ask.author else "")
        )
        return Fetch(
            f"{self._base}/search.json?{wanted}&limit={ROWS}&fields={_FIELDS}", body_limit=BODY
        )

    def read(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable], at: datetime) -> Records:
        """Its works; an empty list says that it has none."""
        answers = tuple(so_far)
        docs = mapping(json_of(answers[-1])).get("docs") if answers else None
        if not isinstance(docs, list):
            good = bool(answers) and isinstance(answers[-1], Fetched) and answers[-1].status == 200
            return failed(ask, answers, at, "its answer is not in its own format" if good else "")
        return found(ask, answers, at, [work_of(one) for one in items(docs)])

    def pool(self, url: str) -> Pool | None:
        """Every address below its base."""
        return self._pool if url.startswith(f"{self._base}/") else None


def work_of(record: Any) -> Work:
    """One work with the years of all its editions, whatever is missing or odd in it."""
    record = mapping(record)
    title, sub = text(record.get("title")), text(record.get("subtitle"))
    years = [
        year_in(one)
        for one in (*texts(record.get("publish_year")), text(record.get("first_publish_year")))
    ]
    return Work(
        identifier=text(record.get("key")),
        kind=WorkKind.BOOK,
        titles=tuple(
            dict.fromkeys(
                filter(
                    None,
                    (
                        title,
                        f"{title}: {sub}" if sub else "",
                        *texts(record.get("alternative_title")),
                    ),
                )
            )
        ),
        authors=tuple(name_in_order(one) for one in texts(record.get("author_name"))),
        years=tuple(dict.fromkeys(year for year in years if year)),
        publisher=text(record.get("publisher")),
        isbns=texts(record.get("isbn")),
    )
