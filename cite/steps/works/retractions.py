"""What became of a work after it was published: by direction, source and date, one kind never taken for another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cite.model.entries import PartialDate
from cite.model.verdicts import WorkStatus
from cite.model.works import Update, UpdateKind, Work
from cite.steps.works.titles import announces_notice

_STATUS = {
    UpdateKind.RETRACTION: WorkStatus.RETRACTED,
    UpdateKind.WITHDRAWAL: WorkStatus.WITHDRAWN,
    UpdateKind.REMOVAL: WorkStatus.WITHDRAWN,
    UpdateKind.CONCERN: WorkStatus.CONCERN,
    UpdateKind.PARTIAL_RETRACTION: WorkStatus.CORRECTED,
    UpdateKind.CORRECTION: WorkStatus.CORRECTED,
}
_GRAVEST = (WorkStatus.RETRACTED, WorkStatus.WITHDRAWN, WorkStatus.CONCERN, WorkStatus.CORRECTED)
_WORDS = {
    UpdateKind.RETRACTION: "retracted",
    UpdateKind.PARTIAL_RETRACTION: "retracted in part",
    UpdateKind.WITHDRAWAL: "withdrawn",
    UpdateKind.REMOVAL: "removed",
    UpdateKind.CONCERN: "under an expression of concern",
    UpdateKind.CORRECTION: "corrected",
    UpdateKind.REINSTATEMENT: "reinstated",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of a work, and by which events."""

    status: WorkStatus = WorkStatus.NONE
    events: tuple[Update, ...] = ()
    """Of this work, oldest first."""
    is_notice: bool = False
    """Whether the record is itself a notice about another work: citing it as such is sound."""
    disputed: bool = False
    """Whether sources say different things."""

    @property
    def words(self) -> tuple[str, ...]:
        """Each event in a line: what, when, by which notice, who says so."""
        sources: dict[tuple[str, PartialDate | None, str], list[str]] = {}
        for one in self.events:
            what = _WORDS.get(one.kind, one.label or one.kind.value)
            notice = one.notice if one.notice != one.work else ""
            sources.setdefault((what, one.date, notice), []).append(one.source)
        return tuple(
            f"{what}{f' on {date}' if date else ''}{f' by {notice}' if notice else ''} ({' and '.join(who)})"
            for (what, date, notice), who in sources.items()
        )


def standing(work: Work | None, doi: str, listed: Iterable[Update] = ()) -> Standing:
    """How a work stands, by its own record and by what is listed elsewhere."""
    doi = doi.lower()
    own = work.updates if work else ()
    is_notice = _is_notice(work, doi)
    about = [one for one in own if one.work == doi and not (is_notice and _turned_round(one, own))]
    events = _in_order(_distinct((*about, *(one for one in listed if one.work == doi))))
    told = [one for one in events if one.kind in _STATUS or one.kind is UpdateKind.REINSTATEMENT]
    status = _status(told)
    return Standing(status, tuple(told), is_notice, _disputed(told))


def _is_notice(work: Work | None, doi: str) -> bool:
    """`update-to` alone makes no notice: retracted papers carry it too, and some point at themselves."""
    if work is None:
        return False
    announces = [one for one in work.updates if one.notice == doi and one.work not in ("", doi)]
    return announces_notice(work.title) and bool(announces or not work.updates)


def _turned_round(event: Update, every: Sequence[Update]) -> bool:
    """Whether the record of a notice is said to be updated by the very work that it is about."""
    return any(one.notice == event.work and one.work == event.notice for one in every)


def _distinct(events: Iterable[Update]) -> list[Update]:
    """One event told by two is kept of each: they may date it otherwise; told twice by one, once."""
    return list({(one.kind, one.notice, one.source, one.date): one for one in events}.values())


def _in_order(events: Sequence[Update]) -> list[Update]:
    return sorted(
        events, key=lambda one: (one.date.bounds[0].timestamp() if one.date else 0.0, one.kind)
    )


def _status(events: Sequence[Update]) -> WorkStatus:
    """The gravest kind that no later reinstatement took back."""
    back = max(
        (at for at, one in enumerate(events) if one.kind is UpdateKind.REINSTATEMENT), default=-1
    )
    standing_events = [one for at, one in enumerate(events) if at > back and one.kind in _STATUS]
    kinds = {_STATUS[one.kind] for one in standing_events}
    return next((status for status in _GRAVEST if status in kinds), WorkStatus.NONE)


def _disputed(events: Sequence[Update]) -> bool:
    """Whether two sources call one notice by different names, or one took back what another upholds."""
    by_notice: dict[str, dict[str, set[UpdateKind]]] = {}
    for one in events:
        by_notice.setdefault(one.notice, {}).setdefault(one.source, set()).add(one.kind)
    kinds = [list(sources.values()) for sources in by_notice.values() if len(sources) > 1]
    return any(one != several[0] for several in kinds for one in several) or any(
        one.kind is UpdateKind.REINSTATEMENT for one in events
    )
