"""Archives run with pywb. Its CDX is one JSON object a line; revisits carry no status.

Its replay answers 200 with a Memento-Datetime for addresses it never archived when framed, so only its
CDX is believed, and only raw (`id_`) replay is looked at.
"""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from cite.archives.wayback import MOST, failure, parse_timestamp, said, timestamp
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


class Pywb:
    """One collection of a pywb server."""

    def __init__(self, settings: ArchiveSettings) -> None:
        self.name = settings.name
        self.base = settings.base.rstrip("/")
        self.pool = f"cdx {self.base}"
        self.per_minute = settings.per_minute or 600

    def next_fetch(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable]
    ) -> Fetch | None:
        """One CDX query, nearest first."""
        if list(so_far):
            return None
        near = f"&sort=closest&closest={timestamp(ask.near)}&limit={MOST}"
        return Fetch(
            f"{self.base}/cdx?url={quote(ask.url, safe='')}&output=json{near}", body_limit=4_000_000
        )

    def read(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable], at: datetime
    ) -> TimeMap:
        """Captures from the lines; revisits get the status of the capture they repeat."""
        answers = list(so_far)
        via = tuple(said(answer) for answer in answers)
        if not answers:
            return TimeMap(ask, at, MementosOutcome.UNKNOWN, detail="the archive was not asked")
        answer = answers[0]
        if not isinstance(answer, Fetched) or answer.status != 200:
            if isinstance(answer, Fetched) and answer.status == 404:
                return TimeMap(
                    ask, at, MementosOutcome.UNKNOWN, (), "the archive has no such collection", via
                )
            outcome, detail = failure(answer)
            return TimeMap(ask, at, outcome, (), detail, via)
        lines = [
            line for line in answer.body.decode("utf-8", "replace").split("\n") if line.strip()
        ]
        rows = [row for line in lines if (row := _row(line))]
        if lines and not rows:
            return TimeMap(
                ask, at, MementosOutcome.UNKNOWN, (), "the archive's answer is no CDX", via
            )
        known = {
            str(row.get("digest")): row for row in rows if str(row.get("status", "")).isdigit()
        }
        mementos = tuple(m for row in rows if (m := self._memento(row, known)))
        outcome = MementosOutcome.FOUND if mementos else MementosOutcome.ABSENT
        detail = "" if mementos else "the archive has no capture of it"
        return TimeMap(ask, at, outcome, mementos, detail, via, len(rows) < MOST)

    def _memento(
        self, row: dict[str, object], known: dict[str, dict[str, object]]
    ) -> Memento | None:
        when = parse_timestamp(str(row.get("timestamp", "")))
        url = str(row.get("url", ""))
        if when is None or not url:
            return None
        if row.get("mime") == "warc/revisit":
            row = {
                **known.get(str(row.get("digest")), {}),
                **{k: v for k, v in row.items() if k not in ("mime", "status")},
            }
        status = str(row.get("status", ""))
        return Memento(
            f"{self.base}/{row['timestamp']}/{url}", url, when, self.name, int(status) if status.isdigit() else None,
            str(row.get("mime") or "") or None, str(row.get("digest") or "") or None,
        )  # fmt: skip

    def recognises(self, url: str) -> Memento | None:
        """A replay address of this collection."""
        if not url.startswith(f"{self.base}/"):
            return None
        match = re.match(
            r"(?P<time>\d{4,14})(?:[a-z]{2}_)?/(?P<url>https?://.+)$", url[len(self.base) + 1 :]
        )
        when = parse_timestamp(match["time"]) if match else None
        return Memento(url, match["url"], when, self.name) if match and when else None

    def raw(self, memento: Memento) -> str | None:
        """The capture as it was received."""
        return re.sub(rf"^({re.escape(self.base)}/\d{{4,14}})/", r"\1id_/", memento.uri_m)


def _row(line: str) -> dict[str, object] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) and "timestamp" in row else None
