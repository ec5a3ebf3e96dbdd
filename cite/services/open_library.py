"""Open Library: books, by title and author or by ISBN.

https://openlibrary.org/dev/docs/api/search. About one request a second, three for those who say who they are.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from cite.model.indexes import FindWork
from cite.model.works import Work, WorkKind
from cite.services.answers import (
    IndexSettings,
    items,
    mapping,
    name_in_order,
    text,
    texts,
    year_in,
)
from cite.services.index import Index

ROWS = 20
_FIELDS = "key,title,subtitle,alternative_title,author_name,publish_year,first_publish_year,publisher,isbn"


class OpenLibrary(Index):
    """One instance of its search."""

    def __init__(self, settings: IndexSettings) -> None:
        super().__init__(settings, 60, 1)

    def address(self, ask: FindWork) -> str:
        """An ISBN, or a title with the family name of its author."""
        wanted = (
            f"isbn={quote(ask.isbn, safe='')}"
            if ask.isbn
            else f"title={quote(ask.title[:300], safe='')}"
            + (f"&author={quote(ask.author[:100], safe='')}" if ask.author else "")
        )
        return f"{self._base}/search.json?{wanted}&limit={ROWS}&fields={_FIELDS}"

    def works(self, ask: FindWork, value: Mapping[str, Any]) -> Iterable[Work] | None:
        """Its works; an empty list says that it has none."""
        docs = value.get("docs")
        return [work_of(one) for one in items(docs)] if isinstance(docs, list) else None


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
