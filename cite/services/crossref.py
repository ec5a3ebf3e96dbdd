"""Crossref: articles, chapters, books and preprints, with what was published about them since.

https://api.crossref.org/swagger-ui/index.html. Since December 2025 five single records or one list a second,
one request at once; ten, three and three for those who give a mail address. Each answer says its own limits.
DOIs are looked up one by one: in a filter, a comma or one malformed DOI costs the whole list.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from cite.model.entries import Name
from cite.model.indexes import FindWork
from cite.model.works import Update, UpdateKind, Work, WorkKind
from cite.services.answers import (
    IndexSettings,
    date_of,
    items,
    mapping,
    text,
    texts,
)
from cite.services.index import Index

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


class Crossref(Index):
    """One instance of the REST interface. A search that it does not like is answered 400, which says nothing."""

    def __init__(self, settings: IndexSettings) -> None:
        self._mail = settings.contact if "@" in settings.contact else ""
        super().__init__(settings, 180 if self._mail else 60, 3 if self._mail else 1)

    def address(self, ask: FindWork) -> str:
        """The record of a DOI, or a search."""
        if ask.doi:
            mail = f"?mailto={quote(self._mail)}" if self._mail else ""
            return f"{self._base}/works/{quote(ask.doi, safe='')}{mail}"
        mail = f"&mailto={quote(self._mail)}" if self._mail else ""
        query = quote(ask.query[:800], safe="")
        return f"{self._base}/works?query.bibliographic={query}&rows={ROWS}&select={_SELECT}{mail}"

    def works(self, ask: FindWork, value: Mapping[str, Any]) -> Iterable[Work] | None:
        """Those that have a DOI."""
        if value.get("status") != "ok":
            return None
        message = mapping(value.get("message"))
        listed = [message] if ask.doi else items(message.get("items"))
        return [work_of(one) for one in listed if text(one.get("DOI"))]


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
