"""The Internet Archive's Wayback Machine: CDX first, TimeMap where that fails.

The availability API is not used: it answers `{}` for pages that are archived, so nothing follows from
it. CDX and TimeMap share one pool of about thirty requests a minute.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import quote

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

MOST = 60
"""Captures wanted around a date: enough to pass over the unusable ones."""
_REPLAY = re.compile(r"/web/(?P<time>\d{4,14})(?:[a-z]{2}_)?/(?P<url>.+)$")


def timestamp(when: datetime) -> str:
    """Fourteen digits, as replay addresses have them."""
    return when.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def parse_timestamp(digits: str) -> datetime | None:
    """A time from four to fourteen digits, the rest taken as early as can be."""
    try:
        return datetime.strptime(digits + "00000101000000"[len(digits) :], "%Y%m%d%H%M%S").replace(
            tzinfo=UTC
        )
    except ValueError:
        return None


def said(answer: Fetched | Unreachable) -> str:
    """What was asked and what came back, in a line."""
    came = str(answer.status) if isinstance(answer, Fetched) else f"{answer.fault}: {answer.detail}"
    return f"{answer.ask.url} → {came}"


def failure(answer: Fetched | Unreachable) -> tuple[MementosOutcome, str]:
    """An archive's own failure: refused or unknown, never absent."""
    if isinstance(answer, Unreachable):
        return MementosOutcome.UNKNOWN, f"the archive did not answer: {answer.detail}"
    if answer.status in (401, 403, 429, 451):
        return MementosOutcome.REFUSED, f"the archive answered {answer.status}"
    return (
        MementosOutcome.UNKNOWN,
        f"the archive answered {answer.status}, which says nothing about copies",
    )


class Wayback:
    """One instance of the Wayback Machine's interfaces."""

    def __init__(self, settings: ArchiveSettings) -> None:
        self.name = settings.name
        self.base = settings.base.rstrip("/")
        self.pool = f"cdx {self.base}"
        self.per_minute = settings.per_minute or 24

    def next_fetch(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable]
    ) -> Fetch | None:
        """CDX; then the TimeMap, if CDX did not answer sensibly."""
        answers = list(so_far)
        if not answers:
            query = f"url={quote(ask.url, safe='')}&output=json&fl=timestamp,original,mimetype,statuscode,digest,length"
            near = f"&sort=closest&closest={timestamp(ask.near)}&limit={MOST}"
            return Fetch(f"{self.base}/cdx/search/cdx?{query}{near}", body_limit=4_000_000)
        if len(answers) == 1 and self._rows(answers[0]) is None and _may_go_on(answers[0]):
            return Fetch(f"{self.base}/web/timemap/link/{ask.url}", body_limit=16_000_000)
        return None

    def read(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable], at: datetime
    ) -> TimeMap:
        """Captures from rows or links."""
        answers = list(so_far)
        via = tuple(said(answer) for answer in answers)
        if not answers:
            return TimeMap(
                ask, at, MementosOutcome.UNKNOWN, detail="the archive was not asked", via=via
            )
        rows = self._rows(answers[0])
        if rows is not None:
            mementos = tuple(m for row in rows if (m := self._memento(row)))
            if rows and not mementos:
                return TimeMap(
                    ask, at, MementosOutcome.UNKNOWN, (), "the archive's rows make no sense", via
                )
            outcome = MementosOutcome.FOUND if mementos else MementosOutcome.ABSENT
            return TimeMap(
                ask,
                at,
                outcome,
                mementos,
                "" if mementos else "the archive has no capture of it",
                via,
                len(rows) < MOST,
            )
        last = answers[-1]
        if len(answers) > 1 and isinstance(last, Fetched) and last.status == 200:
            found = parse_link_format(last.body.decode("utf-8", "replace"), self.name)
            if found:
                return TimeMap(ask, at, MementosOutcome.FOUND, found, "", via, not last.truncated)
        outcome, detail = failure(
            last if isinstance(last, Unreachable) or last.status != 200 else answers[0]
        )
        return TimeMap(ask, at, outcome, (), detail, via)

    def _rows(self, answer: Fetched | Unreachable) -> list[list[str]] | None:
        """Rows of a CDX answer without their header; None for what is no CDX answer."""
        if not isinstance(answer, Fetched) or answer.status != 200:
            return None
        if not answer.body.strip():
            return []
        try:
            rows = json.loads(answer.body)
        except ValueError:
            return None
        if not isinstance(rows, list):
            return None
        return [row for row in rows[1:] if isinstance(row, list) and len(row) >= 5]

    def _memento(self, row: list[str]) -> Memento | None:
        time, original, mime, status, digest = (str(cell) for cell in row[:5])
        when = parse_timestamp(time) if re.fullmatch(r"\d{4,14}", time) else None
        if when is None:
            return None
        code = int(status) if status.isdigit() else None
        length = int(row[5]) if len(row) > 5 and str(row[5]).isdigit() else None
        return Memento(
            f"{self.base}/web/{time}/{original}",
            original,
            when,
            self.name,
            code,
            mime,
            digest,
            length,
        )

    def recognises(self, url: str) -> Memento | None:
        """A replay address of this archive."""
        bare = re.sub(r"^https?://(?:www\.)?", "", url)
        home = re.sub(r"^https?://(?:www\.)?", "", self.base)
        match = _REPLAY.search(bare) if bare.startswith(home) else None
        when = parse_timestamp(match["time"]) if match else None
        if not match or not when:
            return None
        original = (
            match["url"]
            if "://" in match["url"]
            else re.sub(r"^(https?):/*", r"\1://", match["url"])
        )
        return Memento(
            url, original if "://" in original else f"http://{original}", when, self.name
        )

    def raw(self, memento: Memento) -> str | None:
        """The capture as it was received, without banner and rewriting."""
        return re.sub(r"(/web/\d{4,14})(?:[a-z]{2}_)?/", r"\1id_/", memento.uri_m, count=1)


def _may_go_on(answer: Fetched | Unreachable) -> bool:
    """Whether asking further is decent: not after a refusal."""
    return isinstance(answer, Unreachable) or answer.status not in (401, 403, 429, 451)
