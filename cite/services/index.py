"""An index of works that answers a question by one list of records: what all such indexes share."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from cite.model.evidence import Fetch, Fetched, Pool, Unreachable
from cite.model.indexes import FindWork, Records
from cite.model.works import Work
from cite.services.answers import (
    BODY,
    IndexSettings,
    failed,
    found,
    json_of,
    mapping,
    pool_of,
    told_by_headers,
)


class Index:
    """One instance of an interface. What differs is where it is asked, and how its records are written."""

    def __init__(self, settings: IndexSettings, per_minute: float, at_once: int) -> None:
        self.name = settings.name
        self.title = settings.title
        self._base = settings.base.rstrip("/")
        self._pool = pool_of(settings, per_minute, at_once)
        self.per_minute = self._pool.per_minute

    def address(self, ask: FindWork) -> str:
        """Where a question is put."""
        raise NotImplementedError

    def works(self, ask: FindWork, value: Mapping[str, Any]) -> Iterable[Work] | None:
        """The works in its JSON; None for what is not in its own format."""
        raise NotImplementedError

    def next_fetch(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable]) -> Fetch | None:
        """One request."""
        return None if tuple(so_far) else Fetch(self.address(ask), body_limit=BODY)

    def read(self, ask: FindWork, so_far: Iterable[Fetched | Unreachable], at: datetime) -> Records:
        """Its records. To a DOI, 404 says that it has none; all else that is not in its format says nothing."""
        answers = tuple(so_far)
        if not answers:
            return failed(ask, answers, at)
        last = answers[-1]
        if ask.doi and isinstance(last, Fetched) and last.status == 404:
            return found(ask, answers, at, ())
        works = self.works(ask, mapping(json_of(last)))
        return (
            failed(ask, answers, at, _unlike(last))
            if works is None
            else found(ask, answers, at, works)
        )

    def pool(self, url: str) -> Pool | None:
        """Every address below its base."""
        return self._pool if url.startswith(f"{self._base}/") else None

    def told(self, pool: Pool, answer: Fetched) -> Pool:
        """As its headers say."""
        return told_by_headers(self._pool, pool, answer)


def _unlike(answer: Fetched | Unreachable) -> str:
    """In words, where a good answer is none of the index."""
    good = isinstance(answer, Fetched) and answer.status == 200
    return "its answer is not in its own format" if good else ""
