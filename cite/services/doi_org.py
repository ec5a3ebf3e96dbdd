"""doi.org: whether a DOI exists at all, and who registered it. Nobody else can say that one does not.

https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation
"""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from cite.model.evidence import Fetch, Fetched, Pool, Unreachable
from cite.model.indexes import FindWork, LookupOutcome, Records
from cite.services.answers import IndexSettings, failed, items, json_of, pool_of, said, text

_NOT_THERE = ("DOI does not exist", "Invalid DOI")


class DoiOrg:
    """The list of registration agencies."""

    def __init__(self, settings: IndexSettings) -> None:
        self.name = settings.name
        self.title = settings.title
        self._base = settings.base.rstrip("/")
        self._pool = pool_of(settings, 120, 2)
        self.per_minute = self._pool.per_minute

    def next_fetch(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable]) -> Fetch | None:
        """One request."""
        return None if tuple(so_far) else Fetch(f"{self._base}/ra/{quote(ask.doi, safe='/')}")

    def read(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable], at: datetime) -> Records:
        """Found with its agency, none where it says in words that there is no such DOI."""
        answers = tuple(so_far)
        listed = items(json_of(answers[-1])) if answers else []
        record = listed[0] if listed else {}
        agency, status = text(record.get("RA")), text(record.get("status"))
        if agency:
            return Records(ask, at, LookupOutcome.FOUND, agency=agency, via=said(answers))
        if status in _NOT_THERE:
            return Records(ask, at, LookupOutcome.NONE, detail=status, via=said(answers))
        good = bool(answers) and isinstance(answers[-1], Fetched) and answers[-1].status == 200
        return failed(ask, answers, at, "its answer is not in its own format" if good else "")

    def pool(self, url: str) -> Pool | None:
        """Its list of agencies; addresses of works at doi.org are the web's."""
        return self._pool if url.startswith(f"{self._base}/ra/") else None
