"""Whether an archived copy shows the work: by its index, by the copy itself, along archived redirects."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from cite.formats.link_format import absolute, http_date
from cite.formats.page import read_page
from cite.model.evidence import (
    Archive,
    Evidence,
    Fault,
    Fetch,
    Fetched,
    FindMementos,
    Memento,
    MementosOutcome,
    TimeMap,
    Unreachable,
)
from cite.recognisers.addresses.archive_address import archive_address
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.consider import same_page
from cite.steps.copies.choose_memento import SERVING, Candidate, unusable_by_index
from cite.steps.copies.url_variants import same_address_filed
from cite.steps.pages.onward import onward
from cite.steps.pages.recognise_detour import Detour, detour
from cite.steps.pages.recognise_page import unusable

_REFUSED, _UNKNOWN = MementosOutcome.REFUSED, MementosOutcome.UNKNOWN
MOST_REDIRECTS = 10
ANOTHER_CAPTURE = timedelta(hours=1)
"""How far a copy's own time may be from the one it was asked for."""


class Copies:
    """Copies of one cited address, in the light of what has been seen of them."""

    def __init__(
        self, archives: Mapping[str, Archive], evidence: Evidence, url: str, blind: bool = False
    ) -> None:
        self._archives = archives
        self._evidence = evidence
        self._url = url
        self._blind = blind
        parts = split_url(url)
        self._wants_pdf = parts.path.lower().endswith(".pdf") or parts.query.lower().endswith(
            ".pdf"
        )
        self._same_fault: dict[str, str] = {}
        self.looks: list[str] = []
        """What was asked for beyond the index, each with its answer."""
        self.looked_at: set[str] = set()
        """The addresses of those copies."""

    def by_index(self, memento: Memento, now: datetime, page: str) -> Candidate:
        """What the archive's index says of a copy that it lists for a page."""
        fault = unusable_by_index(memento, self._wants_pdf, now)
        if not same_address_filed(memento.uri_r, page):
            fault = f"it is of another address, {memento.uri_r}"
        return Candidate(memento, memento.datetime, fault)

    def assess(self, bare: Candidate, led: frozenset[str] = frozenset()) -> Candidate:
        """What the copy itself shows, or what must be asked to know; redirects of `led` led there."""
        digest = bare.memento.digest
        if digest and (fault := self._same_fault.get(digest, "")):
            return replace(bare, fault=f"its content is that of another capture: {fault}")
        ask = self._look(bare.memento)
        if ask is None:
            return bare
        answer = self._evidence.get(ask)
        if answer is None and self._blind:
            return _by_index_alone(bare)
        if answer is None:
            return replace(bare, pending=ask)
        came = answer.status if isinstance(answer, Fetched) else getattr(answer, "detail", "")
        self.looks.append(f"{ask.url} → {came}")
        self.looked_at.add(ask.url)
        return self._weigh(bare, answer, led)

    def _look(self, memento: Memento) -> Fetch | None:
        """The raw copy; the copy as listed where the archive does not serve raw ones."""
        archive = self._archives.get(memento.archive)
        if archive is None:
            return None
        addresses = filter(None, (archive.raw(memento), archive.listed(memento)))
        asks = [Fetch(url, follow=False) for url in dict.fromkeys(addresses)]
        for ask in asks[:-1]:
            answer = self._evidence.get(ask)
            if answer is None or not _not_served(answer):
                return ask
        return asks[-1] if asks else None

    def _weigh(self, bare: Candidate, answer: object, led: frozenset[str]) -> Candidate:
        if isinstance(answer, Unreachable):
            fault = f"its copy cannot be had: {answer.detail}"
            refused = answer.fault is Fault.LEFT_ALONE
            return replace(bare, fault=fault, withheld=_REFUSED if refused else _UNKNOWN)
        assert isinstance(answer, Fetched)
        if (answer.status >= 400 or answer.status == 204) and not _archived(answer):
            fault = f"the archive does not show it: it answers {answer.status}"
            refused = answer.status in (401, 403, 429, 451)
            return replace(bare, fault=fault, withheld=_REFUSED if refused else _UNKNOWN)
        if fault := _another(bare.memento, answer):
            return replace(bare, fault=fault)
        if target := self._onward(bare.memento, answer):
            return self._follow(bare, target, led)
        if answer.status not in SERVING:
            return replace(bare, fault=f"its copy answers {answer.status}")
        fault = self._fault_of_page(answer)
        if fault and answer.flaws:
            fault = f"its copy did not come whole: {answer.flaws[0]}"
            return replace(bare, fault=fault, withheld=_UNKNOWN)
        if fault and bare.memento.digest:
            self._same_fault[bare.memento.digest] = fault
        return replace(bare, fault=fault)

    def _fault_of_page(self, answer: Fetched) -> str:
        if self._wants_pdf and read_page(answer).kind == "html":
            return "it is a web page where a PDF was cited"
        return unusable(answer)

    def _onward(self, memento: Memento, answer: Fetched) -> str:
        """Where an archived answer sent its reader, as it was then; nothing where it did not."""
        location = answer.header("location") if 300 <= answer.status < 400 else ""
        if not location and answer.status in SERVING and (found := onward(answer)):
            location = found[0]
        if not location:
            return ""
        here = absolute(answer.url, location)
        address = archive_address(here)
        if address and address.original and split_url(here).host == split_url(answer.url).host:
            return address.original
        return (absolute(memento.uri_r, location) or location).partition("#")[0]

    def _follow(self, bare: Candidate, target: str, led: frozenset[str]) -> Candidate:
        """An archived redirect serves where it leads to a capture that does, near its own time."""
        if same_page(target, bare.memento.uri_r):
            return replace(bare, fault=f"it only leads to another spelling, {target}")
        if not _askable(target):
            return replace(bare, fault=f"it leads to what is no page, {target[:200]}")
        led |= {bare.memento.uri_r}
        if target in led or len(led) > MOST_REDIRECTS:
            return replace(bare, fault="its redirects do not come to an end")
        ask = FindMementos(target, bare.memento.archive, bare.memento.datetime)
        answer = self._evidence.get(ask)
        if answer is None and self._blind:
            return _by_index_alone(bare)
        if answer is None:
            return replace(bare, pending=ask)
        assert isinstance(answer, TimeMap)
        self.looks += [f"{bare.memento.uri_m} → leads to {target}", *answer.via]
        if answer.outcome is not MementosOutcome.FOUND:
            fault = f"it leads to {target}: {answer.detail}"
            absent = answer.outcome is MementosOutcome.ABSENT
            return replace(bare, fault=fault, withheld=None if absent else answer.outcome)
        return self._land(bare, target, answer, led | {target})

    def _detour(self, end: Memento) -> str:
        """What kind of place the redirects ended at, where it is not the work."""
        ask = self._look(end)
        answer = self._evidence.get(ask) if ask else None
        if not isinstance(answer, Fetched):
            return ""
        place = detour(self._url, end.uri_r, read_page(answer))
        return _PLACES[place] if place else ""

    def _land(
        self, bare: Candidate, target: str, answer: TimeMap, led: frozenset[str]
    ) -> Candidate:
        at = bare.memento.datetime
        nearest = sorted(answer.mementos, key=lambda m: (abs(m.datetime - at), m.datetime))
        listed = (self.by_index(memento, answer.at, target) for memento in nearest)
        landing = next((candidate for candidate in listed if not candidate.fault), None)
        if landing is None:
            return replace(bare, fault=f"it leads to {target}, of which no capture can serve")
        there = self.assess(landing, led)
        if there.fault:
            fault = f"it leads to {target}: {there.fault}"
            return replace(bare, fault=fault, withheld=there.withheld)
        if there.pending is None and (place := self._detour((landing.memento, *there.chain)[-1])):
            return replace(bare, fault=f"it leads to {place}, {target}")
        return replace(
            bare, when=there.when, pending=there.pending, chain=(landing.memento, *there.chain)
        )


_PLACES = {
    Detour.LOGIN: "a log-in page",
    Detour.CONSENT: "a question about cookies",
    Detour.ERROR: "an error page",
    Detour.HOME: "the front page",
    Detour.SEARCH: "a search page",
    Detour.SECTION: "the section above it",
}
LONGEST = 4000
"""Characters of an address that is asked for."""


def _by_index_alone(bare: Candidate) -> Candidate:
    """A capture that nobody can look at now: it serves if the index says that it is a page, and no redirect."""
    if bare.memento.status in SERVING:
        return replace(bare, unseen=True)
    fault = "nobody has looked at it, and its index does not say that it is a page"
    return replace(bare, fault=fault, withheld=_UNKNOWN)


def _askable(url: str) -> bool:
    return split_url(url).scheme in ("http", "https") and len(url) <= LONGEST


def _archived(answer: Fetched) -> bool:
    """Whether a status is the archived one: with a Memento-Datetime it is, without it is the archive's own."""
    return bool(answer.header("memento-datetime"))


def _not_served(answer: object) -> bool:
    return isinstance(answer, Fetched) and answer.status >= 400 and not _archived(answer)


def _another(memento: Memento, answer: Fetched) -> str:
    """Whether the archive gives another capture in place of the one asked for."""
    given = http_date(answer.header("memento-datetime"))
    if given and abs(given - memento.datetime) > ANOTHER_CAPTURE:
        return f"the archive gives its capture of {given:%Y-%m-%d %H:%M} instead"
    if not given and 300 <= answer.status < 400:
        address = archive_address(absolute(answer.url, answer.header("location")))
        if address and address.time and same_page(address.original, memento.uri_r):
            if abs(address.time - memento.datetime) > ANOTHER_CAPTURE:
                return f"the archive sends on to its capture of {address.time:%Y-%m-%d %H:%M}"
    return ""
