"""Crossref: articles, chapters, books and preprints, with what was published about them since.

https://api.crossref.org/swagger-ui/index.html. Since December 2025 five single records or one list a second,
one request at once; ten, three and three for those who give a mail address. Each answer says its own limits.
DOIs are looked up one by one: in a filter, a comma or one malformed DOI costs the whole list.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from cite.model.entries import Name
from cite.model.evidence import Fetch, Fetched, Pool, Unreachable
from cite.model.indexes import FindWork, Records
from cite.model.works import Update, UpdateKind, Work, WorkKind
from cite.services.answers import (
    BODY,
    IndexSettings,
    date_of,
    failed,
    found,
    items,
    json_of,
    mapping,
    pool_of,
    text,
    texts,
    told_by_headers,
)

ROWS = 20
_SELECT = ",".join(
    "DOI type title subtitle original-title short-title author editor issued published-print published-online "
    "container-title short-container-title volume issue page article-number publisher ISBN ISSN relation update-to".split()
)
"""Of a list only: on a single record the parameter is an error."""
KINDS = {
    "journal-article": WorkKind.ARTICLE, "proceedings-article": WorkKind.CHAPTER, "book-chapter": WorkKind.CHAPTER,
    "book-section": WorkKind.CHAPTER, "book-part": WorkKind.CHAPTER, "reference-entry": WorkKind.CHAPTER,
    "book": WorkKind.BOOK, "monograph": WorkKind.BOOK, "edited-book": WorkKind.BOOK, "reference-book": WorkKind.BOOK,
    "book-set": WorkKind.BOOK, "book-series": WorkKind.BOOK, "proceedings": WorkKind.PROCEEDINGS,
    "posted-content": WorkKind.PREPRINT, "report": WorkKind.REPORT, "report-component": WorkKind.REPORT,
    "dissertation": WorkKind.THESIS, "dataset": WorkKind.DATASET, "peer-review": WorkKind.REVIEW,
}  # fmt: skip
UPDATES = {
    "retraction": UpdateKind.RETRACTION, "partial_retraction": UpdateKind.PARTIAL_RETRACTION,
    "expression_of_concern": UpdateKind.CONCERN, "correction": UpdateKind.CORRECTION, "corrigendum": UpdateKind.CORRECTION,
    "erratum": UpdateKind.CORRECTION, "withdrawal": UpdateKind.WITHDRAWAL, "removal": UpdateKind.REMOVAL,
    "reinstatement": UpdateKind.REINSTATEMENT, "new_edition": UpdateKind.NEW_EDITION, "new_version": UpdateKind.NEW_EDITION,
}  # fmt: skip
"""Compared exactly: a type that is not here is told, and taken for nothing graver."""


class Crossref:
    """One instance of the REST interface."""

    def __init__(self, settings: IndexSettings) -> None:
        self.name = settings.name
        self.title = settings.title
        self._base = settings.base.rstrip("/")
        self._mail = settings.contact if "@" in settings.contact else ""
        self._pool = pool_of(settings, 180 if self._mail else 60, 3 if self._mail else 1)
        self.per_minute = self._pool.per_minute

    def next_fetch(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable]) -> Fetch | None:
        """One request: the record of a DOI, or a search."""
        if tuple(so_far):
            return None
        if ask.doi:
            mail = f"?mailto={quote(self._mail)}" if self._mail else ""
            return Fetch(f"{self._base}/works/{quote(ask.doi, safe='')}{mail}", body_limit=BODY)
        mail = f"&mailto={quote(self._mail)}" if self._mail else ""
        query = quote(ask.query[:800], safe="")
        return Fetch(
            f"{self._base}/works?query.bibliographic={query}&rows={ROWS}&select={_SELECT}{mail}",
            body_limit=BODY,
        )

    def read(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable], at: datetime) -> Records:
        """Its records. 404 says that there is none, 400 and all else nothing."""
        answers = tuple(so_far)
        if not answers:
            return failed(ask, answers, at)
        last = answers[-1]
        if ask.doi and isinstance(last, Fetched) and last.status == 404:
            return found(ask, answers, at, ())
        value = mapping(json_of(last))
        if value.get("status") != "ok":
            return failed(ask, answers, at, _unlike(last))
        message = mapping(value.get("message"))
        listed = [message] if ask.doi else items(message.get("items"))
        return found(ask, answers, at, [work_of(one) for one in listed if text(one.get("DOI"))])

    def pool(self, url: str) -> Pool | None:
        """Every address below its base."""
        return self._pool if url.startswith(f"{self._base}/") else None

    def told(self, pool: Pool, answer: Fetched) -> Pool:
        """As its headers say."""
        return told_by_headers(self._pool, pool, answer)


def _unlike(answer: Fetched | Unreachable) -> str:
    good = isinstance(answer, Fetched) and answer.status == 200
    return "its answer is not in its own format" if good else ""


def work_of(record: Any) -> Work:
    """One record, whatever is missing or odd in it."""
    record = mapping(record)
    doi = text(record.get("DOI")).lower()
    dates = [
        date_of(record.get(name))
        for name in ("published-print", "published-online", "issued", "published")
    ]
    updates = [
        *(_update(one, text(one.get("DOI")), doi) for one in items(record.get("updated-by"))),
        *(_update(one, doi, text(one.get("DOI"))) for one in items(record.get("update-to"))),
    ]
    relation = mapping(record.get("relation"))
    return Work(
        identifier=doi,
        kind=KINDS.get(text(record.get("type")), WorkKind.OTHER),
        titles=_titles(record),
        authors=_names(record.get("author")),
        editors=_names(record.get("editor")),
        years=tuple(dict.fromkeys(date.year for date in dates if date)),
        containers=(
            *texts(record.get("container-title")),
            *texts(record.get("short-container-title")),
        ),
        volume=text(record.get("volume")),
        issue=text(record.get("issue")),
        pages=text(record.get("page")) or text(record.get("article-number")),
        publisher=text(record.get("publisher")),
        edition=text(record.get("edition-number")),
        isbns=tuple(one.rpartition("/")[2] for one in texts(record.get("ISBN"))),
        issns=texts(record.get("ISSN")),
        preprint_of=tuple(
            text(one.get("id")).lower() for one in items(relation.get("is-preprint-of"))
        ),
        updates=tuple(updates),
    )


def _titles(record: Any) -> tuple[str, ...]:
    main, sub = texts(record.get("title")), texts(record.get("subtitle"))
    both = tuple(f"{one}: {two}" for one in main[:1] for two in sub[:1])
    others = (*texts(record.get("original-title")), *texts(record.get("short-title")))
    return tuple(dict.fromkeys((*main[:1], *both, *main[1:], *others)))


def _names(value: Any) -> tuple[Name, ...]:
    found_names = []
    for one in items(value):
        family, given = text(one.get("family")), text(one.get("given"))
        literal = text(one.get("name"))
        if family or literal:
            found_names.append(
                Name(family, given, suffix=text(one.get("suffix")))
                if family
                else Name(literal=literal)
            )
    return tuple(found_names)


def _update(one: Any, notice: str, work: str) -> Update:
    kind = text(one.get("type"))
    return Update(
        UPDATES.get(kind, UpdateKind.OTHER),
        notice.lower(),
        work.lower(),
        text(one.get("source")) or "publisher",
        date_of(one.get("updated")),
        text(one.get("label")) or kind,
    )
