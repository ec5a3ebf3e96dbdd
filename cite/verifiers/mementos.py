"""Which archived copy should stand in for a link that is not sound?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from cite.model.evidence import (
    Archive,
    Ask,
    Evidence,
    Fetch,
    Fetched,
    FindMementos,
    Memento,
    MementosOutcome,
    TimeMap,
    Unreachable,
)
from cite.model.references import PartialDate, Reference
from cite.model.verdicts import (
    LinkClass,
    LinkState,
    MementoChoice,
    Opinion,
    Verifier,
)
from cite.steps.choose_memento import RULES, choose, distance_days, ranked, unusable_by_index
from cite.steps.consider import askable, settled, split_url
from cite.steps.judge import judge
from cite.steps.recognise_page import unusable
from cite.steps.url_variants import variants

MOST_LOOKED_AT = 5
"""Captures looked at before giving up on an archive's index."""


class Mementos:
    """Asks archives for captures near the date of the note, once every other question is answered and the link is not sound.

    Why it matters: an archived copy from the wrong year shows another text. The capture nearest to the
    middle of the note's own date is taken, the date of access before the date of the work; captures of
    errors, walls, parked and empty pages are passed over, and each is named with its reason. An archive
    that fails is `refused` or `unknown`; that is never the same as having no copy.

    What to do: put the copy in place of the link, or beside it.

    Example: note of June 2009, captures of March 2009 and 2023: the one of March 2009.
    """

    name = "mementos"
    codes: tuple[str, ...] = ("archived-copy",)

    def __init__(
        self, archives: Mapping[str, Archive], others: Sequence[Verifier], rule: str = "nearest"
    ) -> None:
        self._archives = archives
        self._others = others
        self._rule = rule

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Captures at the next archive; then the pages of the best candidates, one after another."""
        for url in self._wanted(reference, evidence):
            yield from self._next(reference, url, evidence)

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """One choice for each link that is not sound."""
        for url in self._wanted(reference, evidence):
            yield self._choice(reference, url, evidence)

    def choices(self, reference: Reference, evidence: Evidence) -> Iterable[MementoChoice]:
        """The choice for every link, sound or not: `cite mementos`."""
        for link in reference.links:
            yield self._choice(reference, link.url, evidence)

    def _wanted(self, reference: Reference, evidence: Evidence) -> Iterable[str]:
        """Links that need a copy; all of them where no other verifier has a say."""
        if not self._others:
            yield from (link.url for link in reference.links)
            return
        if any(
            ask not in evidence.answers
            for other in self._others
            for ask in other.asks(reference, evidence)
        ):
            return
        opinions = [o for other in self._others for o in other.weigh(reference, evidence)]
        for link in judge(reference, evidence, opinions).links:
            unaskable = link.state in (
                LinkState.UNSUPPORTED,
                LinkState.NOT_JUDGED,
                LinkState.REFUSED,
            )
            if (
                link.link_class is not LinkClass.OK
                and not unaskable
                and settled(link.url, evidence)
            ):
                yield link.url

    def _near(self, reference: Reference) -> tuple[datetime, datetime, datetime, str]:
        """Middle, start and end of the date that a copy is wanted for, and the date in words."""
        date = reference.cited_as_of
        if date is None:
            now = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
            return now, now, now, "today, for want of a date in the note"
        why = (
            "the date of access"
            if reference.entry.fields.get("urldate")
            else "the date of the work"
        )
        start, end = date.bounds
        return date.middle, start, end, f"{_in_words(date)}, {why}"

    def _spellings(self, url: str) -> list[tuple[str, str]]:
        target = askable(url).partition("#")[0]
        return [(target, ""), *variants(target)]

    def _asks_for(self, reference: Reference, url: str) -> list[tuple[FindMementos, str]]:
        near = self._near(reference)[0]
        return [
            (FindMementos(spelling, name, near), words)
            for name in self._archives
            for spelling, words in self._spellings(url)[:3]
        ]

    def _next(self, reference: Reference, url: str, evidence: Evidence) -> Iterable[Ask]:
        for ask, _ in self._asks_for(reference, url):
            answer = evidence.get(ask)
            if answer is None:
                # One archive and one spelling after another: the first copy that serves is enough.
                yield ask
                return
            if isinstance(answer, TimeMap) and answer.outcome is MementosOutcome.FOUND:
                pending, usable = self._inspection(reference, url, answer, evidence)
                if pending is not None:
                    yield pending
                    return
                if usable:
                    return
            elif isinstance(answer, TimeMap) and answer.outcome is not MementosOutcome.ABSENT:
                continue

    def _inspection(
        self, reference: Reference, url: str, answer: TimeMap, evidence: Evidence
    ) -> tuple[Ask | None, bool]:
        """The next candidate to look at, or whether one has been found usable."""
        candidates = self._candidates(reference, answer)
        pdf = _is_pdf(url)
        looked = 0
        for memento in candidates:
            if unusable_by_index(memento, pdf):
                continue
            look = self._look(memento)
            if look is None:
                return None, True
            seen = evidence.get(look)
            if seen is None:
                return (look, False) if looked < MOST_LOOKED_AT else (None, False)
            looked += 1
            if not _fault(seen):
                return None, True
            if looked >= MOST_LOOKED_AT:
                return None, False
        return None, False

    def _candidates(self, reference: Reference, answer: TimeMap) -> list[Memento]:
        middle, _, end, _ = self._near(reference)
        return ranked(answer.mementos, middle, end, self._rule)

    def _look(self, memento: Memento) -> Fetch | None:
        raw = self._archives[memento.archive].raw(memento)
        return Fetch(raw, follow=False) if raw else None

    def _choice(self, reference: Reference, url: str, evidence: Evidence) -> MementoChoice:
        middle, start, end, words = self._near(reference)
        via: list[str] = []
        details: list[str] = []
        outcomes: list[MementosOutcome] = []
        rejected: tuple[tuple[Memento, str], ...] = ()
        for ask, changed in self._asks_for(reference, url):
            answer = evidence.get(ask)
            if not isinstance(answer, TimeMap):
                continue
            via += answer.via
            outcomes.append(answer.outcome)
            if answer.outcome is not MementosOutcome.FOUND:
                details.append(f"{ask.archive}: {answer.detail}")
                continue
            candidates = self._candidates(reference, answer)
            faults = self._faults(candidates, url, evidence)
            chosen, passed = choose(candidates, faults)
            rejected += passed
            if chosen is not None:
                return MementoChoice(
                    url, chosen, MementosOutcome.FOUND, RULES[self._rule], words,
                    distance_days(chosen, start, end, middle), rejected, tuple(via), changed,
                )  # fmt: skip
            details.append(f"{ask.archive}: none of its {len(candidates)} captures can serve")
        outcome = _worst(outcomes)
        if outcome is MementosOutcome.FOUND:
            outcome = MementosOutcome.ABSENT
        detail = "; ".join(dict.fromkeys(details))
        return MementoChoice(
            url, None, outcome, RULES[self._rule], words, None, rejected, tuple(via), detail
        )

    def _faults(
        self, candidates: Sequence[Memento], url: str, evidence: Evidence
    ) -> dict[str, str]:
        """By URI-M why a capture cannot serve: the index's word, then what the copy itself shows."""
        pdf = _is_pdf(url)
        faults: dict[str, str] = {}
        for memento in candidates:
            reason = unusable_by_index(memento, pdf)
            if not reason and (look := self._look(memento)) is not None:
                seen = evidence.get(look)
                reason = _fault(seen) if seen is not None else ""
                if seen is None and not self._first_usable(candidates, memento, faults):
                    reason = "it was not looked at"
            if reason:
                faults[memento.uri_m] = reason
        return faults

    def _first_usable(
        self, candidates: Sequence[Memento], memento: Memento, faults: Mapping[str, str]
    ) -> bool:
        """Whether a better candidate is already known to serve, so that this one need not be looked at."""
        return any(other.uri_m not in faults for other in candidates[: candidates.index(memento)])


def _worst(outcomes: Sequence[MementosOutcome]) -> MementosOutcome:
    """Absent only where every archive said so."""
    for outcome in (
        MementosOutcome.UNKNOWN,
        MementosOutcome.REFUSED,
        MementosOutcome.ABSENT,
        MementosOutcome.FOUND,
    ):
        if outcome in outcomes:
            return outcome
    return MementosOutcome.NOT_ASKED


def _fault(seen: object) -> str:
    """What is wrong with a capture that was looked at."""
    if isinstance(seen, Unreachable):
        return f"its copy cannot be had: {seen.detail}"
    if not isinstance(seen, Fetched):
        return "its copy cannot be had"
    if seen.status != 200:
        return f"its copy answers {seen.status}"
    return unusable(seen)


def _is_pdf(url: str) -> bool:
    return split_url(url).path.lower().endswith(".pdf")


_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def _in_words(date: PartialDate) -> str:
    parts = [
        str(date.day) if date.day else "",
        _MONTHS[date.month - 1] if date.month else "",
        str(date.year),
    ]
    return " ".join(part for part in parts if part)
