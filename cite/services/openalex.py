"""OpenAlex: a second look for whoever has a key. What Unpaywall says is the same data, and no second vote.

https://docs.openalex.org. Single records are free, a thousand searches a day with a free key.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from cite.model.indexes import FindWork
from cite.model.works import Update, UpdateKind, Work, WorkKind
from cite.services.answers import (
    IndexSettings,
    items,
    mapping,
    name_in_order,
    text,
    year_in,
)
from cite.services.index import Index

ROWS = 20
KINDS = {
    "article": WorkKind.ARTICLE, "review": WorkKind.ARTICLE, "book": WorkKind.BOOK, "book-chapter": WorkKind.CHAPTER,
    "preprint": WorkKind.PREPRINT, "report": WorkKind.REPORT, "dissertation": WorkKind.THESIS, "dataset": WorkKind.DATASET,
    "peer-review": WorkKind.REVIEW, "erratum": WorkKind.NOTICE, "retraction": WorkKind.NOTICE,
}  # fmt: skip


class OpenAlex(Index):
    """One instance of the REST interface."""

    def __init__(self, settings: IndexSettings) -> None:
        super().__init__(settings, 300, 2)
        self._key = settings.key

    def address(self, ask: FindWork) -> str:
        """The record of a DOI, or a search."""
        key = f"api_key={quote(self._key)}"
        if ask.doi:
            return f"{self._base}/works/doi:{quote(ask.doi, safe='/')}?{key}"
        words = quote(f"{ask.author} {ask.title}".strip()[:400], safe="")
        return f"{self._base}/works?search={words}&per-page={ROWS}&{key}"

    def works(self, ask: FindWork, value: Mapping[str, Any]) -> Iterable[Work] | None:
        """The one that was asked for, or those that were found."""
        listed = [value] if ask.doi and value.get("id") else value.get("results")
        return [work_of(one) for one in items(listed)] if isinstance(listed, list) else None


def work_of(record: Any) -> Work:
    """One record, whatever is missing or odd in it."""
    record = mapping(record)
    doi = text(record.get("doi")).lower().removeprefix("https://doi.org/")
    place = mapping(record.get("biblio"))
    source = mapping(mapping(record.get("primary_location")).get("source"))
    first, last = text(place.get("first_page")), text(place.get("last_page"))
    people = [
        text(mapping(one.get("author")).get("display_name"))
        for one in items(record.get("authorships"))
    ]
    retracted = record.get("is_retracted") is True
    return Work(
        identifier=doi or text(record.get("id")),
        kind=KINDS.get(text(record.get("type")), WorkKind.OTHER),
        titles=tuple(filter(None, (text(record.get("title")),))),
        authors=tuple(name_in_order(one) for one in people if one),
        years=tuple(
            year for value in (record.get("publication_year"),) if (year := year_in(value))
        ),
        containers=tuple(filter(None, (text(source.get("display_name")),))),
        volume=text(place.get("volume")),
        issue=text(place.get("issue")),
        pages=f"{first}-{last}" if first and last and first != last else first,
        updates=(Update(UpdateKind.RETRACTION, "", doi, "openalex"),) if retracted else (),
    )
