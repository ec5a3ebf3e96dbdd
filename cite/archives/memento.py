"""Any archive that speaks Memento (RFC 7089): its TimeMap in link format, else its TimeGate."""

import email.utils
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

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
    turned_away,
)
from cite.formats.link_format import Links, absolute, http_date, parse_links
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
from cite.recognisers.addresses.archive_address import archive_address

MOST_PAGES = 4
"""TimeMaps read of one that is cut into several."""


class MementoArchive:
    """One archive, by the address before its `timemap/link/`."""

    def __init__(self, settings: ArchiveSettings) -> None:
        self.name = settings.name
        self.title = settings.title or settings.name
        self.folds_spellings = settings.folds_spellings
        self.base = settings.base.rstrip("/")
        self._timemap = settings.timemap or f"{self.base}/timemap/link/"
        gate = "timegate/" if settings.kind == "perma" else ""
        self._timegate = settings.timegate or f"{self.base}/{gate}"
        self._paces = paces(settings, 30, 120)
        self.per_minute = self._paces.index.per_minute

    def next_fetch(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable]
    ) -> Fetch | None:
        """The TimeMap and the pages of it around the date; the TimeGate where there is no TimeMap."""
        answers = tuple(so_far)
        if not answers:
            return ask_timemap(self._timemap + ask.url, ask)
        if turned_away(answers[-1]) or says_none(answers[0]):
            return None
        links = timemap(answers[0], self.name)
        if links is None:
            return self._ask_timegate(ask) if len(answers) == 1 else None
        asked = {answer.ask.url for answer in answers}
        page = _nearest_page(links, ask.near, asked) if len(answers) <= MOST_PAGES else None
        return ask_timemap(page, ask) if page else None

    def _ask_timegate(self, ask: FindMementos) -> Fetch:
        date = email.utils.format_datetime(ask.near, usegmt=True)
        return Fetch(self._timegate + ask.url, follow=False, headers=(("Accept-Datetime", date),))

    def read(
        self, ask: FindMementos, so_far: Iterable[Fetched | Unreachable], at: datetime
    ) -> TimeMap:
        """Captures from links. 404 is how both say that there are none (RFC 7089 section 4.5.3)."""
        answers = tuple(so_far)
        if not answers:
            return failed(ask, answers, at)
        if says_none(answers[0]):
            return absent(ask, answers, at)
        if timemap(answers[0], self.name) is None:
            return self._by_timegate(ask, answers, at)
        pages = [links for answer in answers if (links := timemap(answer, self.name))]
        mementos = [memento for links in pages for memento in links.mementos]
        broken = next(filter(None, map(broken_off, answers)), "")
        if mementos:
            unread = len(pages) > 1 and "only the pages of its TimeMap around the date"
            return found(ask, answers, at, mementos, broken, unread or "")
        if broken or len(pages) < len(answers):
            return failed(
                ask, answers, at, f"its TimeMap broke off: {broken or 'a page is missing'}"
            )
        return absent(ask, answers, at)

    def _by_timegate(self, ask: FindMementos, answers: Answers, at: datetime) -> TimeMap:
        gate = answers[1] if len(answers) > 1 else None
        if isinstance(gate, Fetched):
            mementos = self._behind(gate)
            if mementos:
                return found(ask, answers, at, mementos, "its TimeMap was not to be had")
            if gate.status == 404 and _not_found(answers[0]):
                return absent(ask, answers, at)
        first = answers[0]
        garbled = isinstance(first, Fetched) and first.status == 200
        return failed(ask, answers, at, "the archive's answer is no TimeMap" if garbled else "")

    def _behind(self, gate: Fetched) -> list[Memento]:
        """The captures that a TimeGate's answer names: in its links, or where it sends the asker."""
        header = ", ".join(value for name, value in gate.headers if name == "link")
        links = parse_links(header, self.name)
        named = [
            replace(m, uri_m=uri_m)
            for m in links.mementos
            if (uri_m := absolute(gate.url, m.uri_m))
        ]
        place = gate.header("location") or gate.header("content-location")
        if place and gate.status < 400:
            uri_m = absolute(gate.url, place)
            address = archive_address(uri_m, self.base)
            when = http_date(gate.header("memento-datetime")) or (address.time if address else None)
            if uri_m and when and uri_m not in {memento.uri_m for memento in named}:
                named.append(Memento(uri_m, links.original, when, self.name))
        asked = gate.ask.url.removeprefix(self._timegate)
        return [replace(memento, uri_r=memento.uri_r or asked) for memento in named]

    def pool(self, url: str) -> Pool | None:
        """TimeMaps and TimeGates together, copies by themselves."""
        if url.startswith(self._timemap):
            return self._paces.index
        return self._paces.replay if url.startswith((f"{self.base}/", self._timegate)) else None

    def recognises(self, url: str) -> Memento | None:
        """A replay address below its base."""
        return copy_below(url, self.base, self.name)

    def raw(self, memento: Memento) -> str | None:
        """Raw captures where the address has the usual form, else None."""
        return raw_copy(memento, self.base)

    def listed(self, memento: Memento) -> str | None:
        """The copy as its TimeMap has it, which is all that some archives serve."""
        return memento.uri_m


def _not_found(answer: Fetched | Unreachable) -> bool:
    return isinstance(answer, Fetched) and answer.status == 404


def _nearest_page(links: Links, near: datetime, asked: set[str]) -> str | None:
    """The page not yet asked for whose captures come nearest to the date."""

    def distance(page: tuple[str, datetime | None, datetime | None]) -> float:
        _, first, last = page
        if first and near < first:
            return (first - near).total_seconds()
        if last and near > last:
            return (near - last).total_seconds()
        return 0.0

    pages = [page for page in links.pages if page[0] not in asked and (page[1] or page[2])]
    return min(pages, key=distance)[0] if pages else None
