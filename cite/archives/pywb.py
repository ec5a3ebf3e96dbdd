"""Archives run with pywb. Its CDX is one JSON object a line; revisits carry no status.

An empty CDX is also what a collection that does not exist answers, so emptiness is asked about twice.
Its framed replay answers 200 with a Memento-Datetime for addresses it never archived, so only its index
is believed, and only raw (`id_`) replay is looked at.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from cite.archives.answers import (
    Answers,
    absent,
    ask_timemap,
    broken_off,
    copy_below,
    failed,
    found,
    paces,
    raw_copy,
    says_none,
    timemap,
    timestamp,
    turned_away,
)
from cite.archives.cdx import MOST, Row, all_passed_over, captures
from cite.model.evidence import (
    Fetch,
    Fetched,
    FindMementos,
    Memento,
    Pool,
    TimeMap,
    Unreachable,
)
from cite.model.options import ArchiveSettings


class Pywb:
    """One collection of a pywb server."""

    def __init__(self, settings: ArchiveSettings) -> None:
        self.name = settings.name
        self.title = settings.title or settings.name
        self.folds_spellings = True
        self.base = settings.base.rstrip("/")
        self._paces = paces(settings, 60, 300)
        self.per_minute = self._paces.index.per_minute

    def next_fetch(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable]
    ) -> Fetch | None:
        """CDX, nearest first; the TimeMap where that is empty or failed; the collection's own page."""
        answers = tuple(so_far)
        if not answers:
            return self._cdx(ask)
        if turned_away(answers[-1]):
            return None
        if rows := _rows(answers[0]):
            wanting = len(answers) == 1 and all_passed_over(rows)
            return self._cdx(ask, "&filter=status:200") if wanting else None
        if len(answers) == 1:
            return ask_timemap(f"{self.base}/timemap/link/{ask.url}", ask)
        silent = timemap(answers[1], self.name) is None and not says_none(answers[1])
        if len(answers) == 2 and silent and rows is not None:
            return Fetch(f"{self.base}/")
        return None

    def _cdx(self, ask: FindMementos, more: str = "") -> Fetch:
        near = f"&sort=closest&closest={timestamp(ask.near)}&limit={MOST}"
        return Fetch(
            f"{self.base}/cdx?url={quote(ask.url, safe='')}&output=json{more}{near}",
            body_limit=4_000_000,
        )

    def read(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable], at: datetime
    ) -> TimeMap:
        """Captures from the lines, else from the TimeMap; none where both say so."""
        answers = tuple(so_far)
        rows = [row for answer in answers[:1] for row in _rows(answer) or ()]
        if not rows:
            return self._without_rows(ask, answers, at)
        if len(answers) > 1:
            rows += _rows(answers[1]) or []
        mementos, odd = captures(rows, self.name, lambda r: f"{self.base}/{r.timestamp}/{r.url}")
        if not mementos:
            return failed(ask, answers, at, f"the archive's index makes no sense: {odd}")
        full = f"only the {MOST} captures nearest to the date" if len(rows) >= MOST else ""
        return found(ask, answers, at, mementos, full, odd, broken_off(answers[0]))

    def _without_rows(self, ask: FindMementos, answers: Answers, at: datetime) -> TimeMap:
        if len(answers) > 1:
            links = timemap(answers[1], self.name)
            if links and links.mementos:
                return found(ask, answers, at, links.mementos, broken_off(answers[1]))
            if says_none(answers[1]) or (links and not broken_off(answers[1])):
                return absent(ask, answers, at)
        if len(answers) > 2:
            home = answers[2]
            if isinstance(home, Fetched) and home.status == 200 and home.url.startswith(self.base):
                return absent(ask, answers, at)
            return failed(ask, answers, at, f"there seems to be no collection at {self.base}")
        first = answers[0] if answers else None
        garbled = isinstance(first, Fetched) and first.status == 200 and _rows(first) is None
        words = "the archive's answer is no index of captures" if garbled else ""
        return failed(ask, answers, at, words)

    def pool(self, url: str) -> Pool | None:
        """Index and TimeMaps together, copies by themselves."""
        if not url.startswith(f"{self.base}/"):
            return None
        index = url.startswith((f"{self.base}/cdx?", f"{self.base}/timemap/"))
        return self._paces.index if index else self._paces.replay

    def recognises(self, url: str) -> Memento | None:
        """A replay address of this collection."""
        return copy_below(url, self.base, self.name)

    def raw(self, memento: Memento) -> str | None:
        """The capture as it was received."""
        return raw_copy(memento, self.base)

    def listed(self, memento: Memento) -> str | None:
        """Nothing: raw copies are always there, and framed ones are no proof of anything."""
        return None


def _rows(answer: Fetched | Unreachable) -> list[Row] | None:
    """Rows of a CDX answer, none for an empty one; None for what is no CDX answer."""
    if not isinstance(answer, Fetched) or answer.status != 200:
        return None
    lines = [line for line in answer.body.decode("utf-8", "replace").split("\n") if line.strip()]
    rows = [row for line in lines if (row := _row(line))]
    if not rows and (lines or answer.flaws):
        return None
    return rows


def _row(line: str) -> Row | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or "timestamp" not in row:
        return None
    names = ("timestamp", "url", "mime", "status", "digest", "length")
    return Row(*(str(row.get(name) or "") for name in names))
