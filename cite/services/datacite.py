"""DataCite: data sets, software, preprints, theses and reports of repositories.

https://support.datacite.org/docs/api. A thousand requests in five minutes for those who give a mail address.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from cite.model.entries import Name
from cite.model.indexes import FindWork
from cite.model.works import Work, WorkKind
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
    "journalarticle": WorkKind.ARTICLE, "book": WorkKind.BOOK, "bookchapter": WorkKind.CHAPTER, "preprint": WorkKind.PREPRINT,
    "report": WorkKind.REPORT, "dissertation": WorkKind.THESIS, "dataset": WorkKind.DATASET, "software": WorkKind.DATASET,
    "conferencepaper": WorkKind.CHAPTER, "conferenceproceeding": WorkKind.PROCEEDINGS, "peerreview": WorkKind.REVIEW,
}  # fmt: skip


class DataCite(Index):
    """One instance of the REST interface."""

    def __init__(self, settings: IndexSettings) -> None:
        super().__init__(settings, 180, 2)
        self._mail = settings.contact if "@" in settings.contact else ""

    def address(self, ask: FindWork) -> str:
        """The record of a DOI, or a search."""
        mail = f"mailto={quote(self._mail)}" if self._mail else ""
        if ask.doi:
            return f"{self._base}/dois/{quote(ask.doi, safe='')}{'?' if mail else ''}{mail}"
        words = quote(ask.query[:800], safe="")
        return f"{self._base}/dois?query={words}&page[size]={ROWS}{'&' if mail else ''}{mail}"

    def works(self, ask: FindWork, value: Mapping[str, Any]) -> Iterable[Work] | None:
        """By the attributes of each."""
        data = value.get("data")
        if not isinstance(data, dict if ask.doi else list):
            return None
        listed = [data] if ask.doi else items(data)
        return [work_of(mapping(one).get("attributes")) for one in listed]


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
