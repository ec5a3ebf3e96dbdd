"""The record that a citation means, among those that a search brought."""

from collections.abc import Iterable
from dataclasses import dataclass

from cite.model.entries import Entry
from cite.model.works import Work, WorkKind
from cite.steps.works.compare import Comparison, Relation, compare


@dataclass(frozen=True, slots=True)
class Choice:
    """The record that is the work, and those that are something near it."""

    found: Comparison | None
    related: tuple[Comparison, ...] = ()
    """Preprints, other editions, reviews, notices, the book of a chapter: told, and put in no one's place."""


def choose(entry: Entry | None, raw: str, candidates: Iterable[Work]) -> Choice:
    """The best of those that are accepted; the version of record before its twins."""
    comparisons = [compare(entry, raw, work) for work in candidates]
    accepted = [one for one in comparisons if one.accepted]
    found = max(accepted, key=lambda one: (*one.rank, _precedence(one.work)), default=None)
    near = [one for one in comparisons if one.relation not in (Relation.SAME, Relation.OTHER)]
    return Choice(found, tuple(sorted(near, key=lambda one: one.rank, reverse=True)))


def _precedence(work: Work) -> int:
    """Records that are deposits of the same work give way to the one that was published."""
    return 0 if work.kind in (WorkKind.PREPRINT, WorkKind.DATASET, WorkKind.OTHER) else 1
