"""The Internet Archive's Wayback Machine: CDX first, TimeMap second, the availability API as a hint.

The availability API answers `{}` for pages that are archived, so an empty answer of its is no answer.
CDX and TimeMap share one pool of about thirty requests a minute; four fifths of that are used.
"""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from cite.archives.answers import (
    Answers,
    absent,
    ask_timemap,
    broken_off,
    failed,
    found,
    paces,
    raw_copy,
    says_none,
    timemap,
    timestamp,
    turned_away,
)
from cite.archives.cdx import MOST, Row, all_passed_over, captures, number
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
from cite.recognisers.addresses.archive_address import archive_address, parse_timestamp

_FIELDS = ("timestamp", "original", "mimetype", "statuscode", "digest", "length")
"""What is asked of the index, in the order of a Row."""
_AVAILABILITY = {"https://web.archive.org": "https://archive.org"}
"""The host that answers for availability, where it is another one."""


class Wayback:
    """One instance of the Wayback Machine's interfaces."""

    def __init__(self, settings: ArchiveSettings) -> None:
        self.name = settings.name
        self.title = settings.title or settings.name
        self.folds_spellings = settings.folds_spellings
        self.base = settings.base.rstrip("/")
        self._below = re.sub(r"^https?://", "", self.base) + "/"
        self._paces = paces(settings, 24, 480)
        self.per_minute = self._paces.index.per_minute

    def next_fetch(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable]
    ) -> Fetch | None:
        """CDX; once more for good captures only; the TimeMap and then availability where CDX failed."""
        answers = tuple(so_far)
        if not answers:
            return self._cdx(ask)
        if turned_away(answers[-1]):
            return None
        rows = self._rows(answers[0])
        if rows is not None:
            wanting = len(answers) == 1 and all_passed_over(rows)
            return self._cdx(ask, "&filter=statuscode:200") if wanting else None
        if len(answers) == 1:
            return ask_timemap(f"{self.base}/web/timemap/link/{ask.url}", ask)
        if len(answers) == 2 and timemap(answers[1], self.name) is None:
            if not says_none(answers[1]):
                return self._availability(ask)
        return None

    def _cdx(self, ask: FindMementos, more: str = "") -> Fetch:
        query = f"url={quote(ask.url, safe='')}&output=json&fl={','.join(_FIELDS)}{more}"
        near = f"&sort=closest&closest={timestamp(ask.near)}&limit={MOST}"
        return Fetch(f"{self.base}/cdx/search/cdx?{query}{near}", body_limit=4_000_000)

    def _availability(self, ask: FindMementos) -> Fetch:
        host = _AVAILABILITY.get(self.base, self.base)
        query = f"url={quote(ask.url, safe='')}&timestamp={timestamp(ask.near)}"
        return Fetch(f"{host}/wayback/available?{query}")

    def read(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable], at: datetime
    ) -> TimeMap:
        """Captures from rows, links, or the hint."""
        answers = tuple(so_far)
        rows = self._rows(answers[0]) if answers else None
        if rows is None:
            return self._without_cdx(ask, answers, at)
        for more in answers[1:]:
            rows += self._rows(more) or []
        mementos, odd = captures(rows, self.name, lambda row: self._uri_m(row.timestamp, row.url))
        if mementos:
            full = f"only the {MOST} captures nearest to the date" if len(rows) >= MOST else ""
            return found(ask, answers, at, mementos, full, odd)
        if rows:
            return failed(ask, answers, at, f"the archive's index makes no sense: {odd}")
        return absent(ask, answers, at)

    def _without_cdx(self, ask: FindMementos, answers: Answers, at: datetime) -> TimeMap:
        if len(answers) > 1 and (links := timemap(answers[1], self.name)):
            if links.mementos:
                return found(ask, answers, at, links.mementos, broken_off(answers[1]))
            if not broken_off(answers[1]):
                return absent(ask, answers, at)
        if len(answers) > 1 and says_none(answers[1]):
            return absent(ask, answers, at)
        if len(answers) > 2 and (hint := self._hint(answers[2])):
            return found(
                ask, answers, at, [hint], "its index did not answer: one capture by a hint"
            )
        first = answers[0] if answers else None
        garbled = isinstance(first, Fetched) and first.status == 200
        words = "the archive's answer is no index of captures" if garbled else ""
        return failed(ask, answers, at, words)

    def _uri_m(self, time: str, url: str) -> str:
        return f"{self.base}/web/{time}/{url}"

    def _rows(self, answer: Fetched | Unreachable) -> list[Row] | None:
        """Rows of a CDX answer without header and resume key; None for what is no CDX answer."""
        if not isinstance(answer, Fetched) or answer.status != 200:
            return None
        try:
            table = json.loads(answer.body)
        except (ValueError, RecursionError):
            return None
        if not isinstance(table, list) or not all(isinstance(row, list) for row in table):
            return None
        names = [str(cell) for cell in table[0]] if table else []
        if table and not {"timestamp", "original"} <= set(names):
            return None
        rows = [dict(zip(names, map(_cell, row), strict=False)) for row in table[1:]]
        return [Row(*(row.get(name, "") for name in _FIELDS)) for row in rows if len(row) > 1]

    def _hint(self, answer: Fetched | Unreachable) -> Memento | None:
        """The capture that the availability API names, if it names one."""
        if not isinstance(answer, Fetched) or answer.status != 200:
            return None
        try:
            closest = json.loads(answer.body)["archived_snapshots"]["closest"]
            when, url = parse_timestamp(str(closest["timestamp"])), str(closest["url"])
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        address = archive_address(url, self.base)
        if when is None or address is None or not address.original:
            return None
        uri_m = self._uri_m(timestamp(when), address.original)
        status = number(str(closest.get("status", "")))
        return Memento(uri_m, address.original, when, self.name, status)

    def pool(self, url: str) -> Pool | None:
        """Index and TimeMaps together, copies by themselves."""
        if url.startswith(f"{_AVAILABILITY.get(self.base, self.base)}/wayback/available"):
            return self._paces.index
        if not url.startswith(self.base):
            return None
        rest = url[len(self.base) :]
        if rest.startswith(("/cdx/", "/web/timemap/")):
            return self._paces.index
        return self._paces.replay if rest.startswith("/web/") else None

    def recognises(self, url: str) -> Memento | None:
        """A replay address of this archive."""
        address = archive_address(url, self.base)
        if address is None or not re.sub(r"^https?://(?:www\.)?", "", url).startswith(self._below):
            return None
        return Memento(url, address.original, address.time, self.name) if address.time else None

    def raw(self, memento: Memento) -> str | None:
        """The capture as it was received, without banner and rewriting."""
        return raw_copy(memento, self.base)

    def listed(self, memento: Memento) -> str | None:
        """The copy with its banner, which never stands around nothing."""
        return memento.uri_m


def _cell(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
