"""DataCite: data sets, software, preprints, theses and reports of repositories.

https://support.datacite.org/docs/api. A thousand requests in five minutes for those who give a mail address.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from cite.model.entries import Name
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
    told_by_headers,
    year_in,
)

ROWS = 20
KINDS = {
    "journalarticle": WorkKind.ARTICLE, "book": WorkKind.BOOK, "bookchapter": WorkKind.CHAPTER, "preprint": WorkKind.PREPRINT,
    "report": WorkKind.REPORT, "dissertation": WorkKind.THESIS, "dataset": WorkKind.DATASET, "software": WorkKind.DATASET,
    "conferencepaper": WorkKind.CHAPTER, "conferenceproceeding": WorkKind.PROCEEDINGS, "peerreview": WorkKind.REVIEW,
}  # fmt: skip


class DataCite:
    """One instance of the REST interface."""

    def __init__(self, settings: IndexSettings) -> None:
        self.name = settings.name
        self.title = settings.title
        self._base = settings.base.rstrip("/")
        self._mail = settings.contact if "@" in settings.contact else ""
        self._pool = pool_of(settings, 180, 2)
        self.per_minute = self._pool.per_minute

    def next_fetch(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable]) -> Fetch | None:
        """One request: the record of a DOI, or a search."""
        if tuple(so_far):
            return None
        mail = f"mailto={quote(self._mail)}" if self._mail else ""
        if ask.doi:
            return Fetch(
                f"{self._base}/dois/{quote(ask.doi, safe='')}{'?' if mail else ''}{mail}",
                body_limit=BODY,
            )
        words = quote(ask.query[:800], safe="")
        return Fetch(
            f"{self._base}/dois?query={words}&page[size]={ROWS}{'&' if mail else ''}{mail}",
            body_limit=BODY,
        )

    def read(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable], at: datetime) -> Records:
        """Its records. 404 says that there is none, all else nothing."""
        answers = tuple(so_far)
        if not answers:
            return failed(ask, answers, at)
        last = answers[-1]
        if ask.doi and isinstance(last, Fetched) and last.status == 404:
            return found(ask, answers, at, ())
        data = mapping(json_of(last)).get("data")
        if not isinstance(data, dict if ask.doi else list):
            good = isinstance(last, Fetched) and last.status == 200
            return failed(ask, answers, at, "its answer is not in its own format" if good else "")
        listed = [data] if ask.doi else items(data)
        return found(ask, answers, at, [work_of(mapping(one).get("attributes")) for one in listed])

    def pool(self, url: str) -> Pool | None:
        """Every address below its base."""
        return self._pool if url.startswith(f"{self._base}/") else None

    def told(self, pool: Pool, answer: Fetched) -> Pool:
        """As its headers say."""
        return told_by_headers(self._pool, pool, answer)


def work_of(attributes: Any) -> Work:
    """One record, whatever is missing or odd in it."""
    record = mapping(attributes)
    container = mapping(record.get("container"))
    types = mapping(record.get("types"))
    kind = text(types.get("resourceTypeGeneral")).replace(" ", "").lower()
    first, last = text(container.get("firstPage")), text(container.get("lastPage"))
    preprint = tuple(
        text(one.get("relatedIdentifier")).lower()
        for one in items(record.get("relatedIdentifiers"))
        if text(one.get("relationType")) in ("IsPreprintOf", "IsPreviousVersionOf")
    )
    return Work(
        identifier=text(record.get("doi")).lower(),
        kind=WorkKind.PREPRINT
        if text(record.get("publisher")) == "arXiv"
        else KINDS.get(kind, WorkKind.OTHER),
        titles=tuple(
            dict.fromkeys(
                one for item in items(record.get("titles")) if (one := text(item.get("title")))
            )
        ),
        authors=tuple(_name(one) for one in items(record.get("creators"))),
        editors=tuple(
            _name(one)
            for one in items(record.get("contributors"))
            if text(one.get("contributorType")) == "Editor"
        ),
        years=tuple(year for value in (record.get("publicationYear"),) if (year := year_in(value))),
        containers=tuple(filter(None, (text(container.get("title")),))),
        volume=text(container.get("volume")),
        issue=text(container.get("issue")),
        pages=f"{first}-{last}" if first and last else first,
        publisher=text(record.get("publisher"))
        or text(mapping(record.get("publisher")).get("name")),
        preprint_of=preprint,
    )


def _name(one: Any) -> Name:
    family, given, whole = (
        text(one.get("familyName")),
        text(one.get("givenName")),
        text(one.get("name")),
    )
    if family:
        return Name(family, given)
    if text(one.get("nameType")) == "Organizational" or "," not in whole:
        return Name(literal=whole)
    return name_in_order(whole)
