"""OpenAlex: a second look for whoever has a key. What Unpaywall says is the same data, and no second vote.

https://docs.openalex.org. Single records are free, a thousand searches a day with a free key.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from cite.model.evidence import Fetch, Fetched, Pool, Unreachable
from cite.model.indexes import FindWork, Records
from cite.model.works import Update, UpdateKind, Work, WorkKind
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
    told_by_headers,
    year_in,
)

ROWS = 20
KINDS = {
    "article": WorkKind.ARTICLE, "review": WorkKind.ARTICLE, "book": WorkKind.BOOK, "book-chapter": WorkKind.CHAPTER,
    "preprint": WorkKind.PREPRINT, "report": WorkKind.REPORT, "dissertation": WorkKind.THESIS, "dataset": WorkKind.DATASET,
    "peer-review": WorkKind.REVIEW, "erratum": WorkKind.NOTICE, "retraction": WorkKind.NOTICE,
}  # fmt: skip


class OpenAlex:
    """One instance of the REST interface."""

    def __init__(self, settings: IndexSettings) -> None:
        self.name = settings.name
        self.title = settings.title
        self._base = settings.base.rstrip("/")
        self._key = settings.key
        self._pool = pool_of(settings, 300, 2)
        self.per_minute = self._pool.per_minute

    def next_fetch(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable]) -> Fetch | None:
        """One request: the record of a DOI, or a search."""
        if tuple(so_far):
            return None
        key = f"api_key={quote(self._key)}"
        if ask.doi:
            return Fetch(
                f"{self._base}/works/doi:{quote(ask.doi, safe='/')}?{key}", body_limit=BODY
            )
        words = quote(f"{ask.author} {ask.title}".strip()[:400], safe="")
        return Fetch(f"{self._base}/works?search={words}&per-page={ROWS}&{key}", body_limit=BODY)

    def read(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable], at: datetime) -> Records:
        """Its records. 404 says that there is none, all else nothing."""
        answers = tuple(so_far)
        if not answers:
            return failed(ask, answers, at)
        last = answers[-1]
        if ask.doi and isinstance(last, Fetched) and last.status == 404:
            return found(ask, answers, at, ())
        value = mapping(json_of(last))
        listed = [value] if ask.doi and value.get("id") else value.get("results")
        if not isinstance(listed, list):
            good = isinstance(last, Fetched) and last.status == 200
            return failed(ask, answers, at, "its answer is not in its own format" if good else "")
        return found(ask, answers, at, [work_of(one) for one in items(listed)])

    def pool(self, url: str) -> Pool | None:
        """Every address below its base."""
        return self._pool if url.startswith(f"{self._base}/") else None

    def told(self, pool: Pool, answer: Fetched) -> Pool:
        """As its headers say."""
        return told_by_headers(self._pool, pool, answer)


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
