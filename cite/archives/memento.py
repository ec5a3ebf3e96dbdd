"""Any archive that speaks Memento (RFC 7089): its TimeMap, in link format."""

from collections.abc import Iterable
from datetime import datetime

from cite.archives.wayback import Wayback, failure, said
from cite.formats.link_format import parse_link_format
from cite.model.evidence import (
    Fetch,
    Fetched,
    FindMementos,
    Memento,
    MementosOutcome,
    TimeMap,
    Unreachable,
)
from cite.model.options import ArchiveSettings


class MementoArchive:
    """One archive, by the address before its `timemap/link/`."""

    def __init__(self, settings: ArchiveSettings) -> None:
        self.name = settings.name
        self.base = settings.base.rstrip("/")
        self.pool = f"timemap {self.base}"
        self.per_minute = settings.per_minute or 30

    def next_fetch(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable]
    ) -> Fetch | None:
        """One TimeMap."""
        if list(so_far):
            return None
        return Fetch(f"{self.base}/timemap/link/{ask.url}", body_limit=16_000_000)

    def read(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable], at: datetime
    ) -> TimeMap:
        """Captures from links. 404 is how a TimeMap says that there are none (RFC 7089 section 4.5.3)."""
        answers = list(so_far)
        via = tuple(said(answer) for answer in answers)
        if not answers:
            return TimeMap(ask, at, MementosOutcome.UNKNOWN, detail="the archive was not asked")
        answer = answers[0]
        if isinstance(answer, Fetched) and answer.status == 404:
            return TimeMap(
                ask, at, MementosOutcome.ABSENT, (), "the archive has no capture of it", via
            )
        if not isinstance(answer, Fetched) or answer.status != 200:
            outcome, detail = failure(answer)
            return TimeMap(ask, at, outcome, (), detail, via)
        mementos = parse_link_format(answer.body.decode("utf-8", "replace"), self.name)
        if not mementos:
            return TimeMap(
                ask,
                at,
                MementosOutcome.UNKNOWN,
                (),
                "the archive's answer lists no capture and is no TimeMap that says so",
                via,
            )
        return TimeMap(ask, at, MementosOutcome.FOUND, mementos, "", via, not answer.truncated)

    def recognises(self, url: str) -> Memento | None:
        """A replay address below its base."""
        return Wayback(
            ArchiveSettings(self.name, "wayback", self.base.removesuffix("/web"))
        ).recognises(url)

    def raw(self, memento: Memento) -> str | None:
        """Raw captures where the address has the usual form, else None."""
        import re

        raw, times = re.subn(
            r"(/\d{14})(?:[a-z]{2}_)?/(?=https?:)", r"\1id_/", memento.uri_m, count=1
        )
        return raw if times else None
