"""Works: what an index says it has."""

from collections.abc import Sequence
from dataclasses import astuple
from datetime import datetime, timedelta
from typing import Any

from cite.effects.asks.compact import dumps, loads
from cite.effects.asks.kind import Desk, Kept
from cite.model.entries import Name, PartialDate
from cite.model.evidence import Answer, Look
from cite.model.indexes import FindWork, LookupOutcome, Records
from cite.model.options import Options
from cite.model.works import Update, UpdateKind, Work, WorkKind

ABSENCE_AGE = timedelta(days=1)


class FindingWorks:
    """What indexes answer. What an index could not say never serves again."""

    name = "works"
    asks = FindWork

    def detail(self, ask: FindWork) -> str:
        """The index, and what is looked for."""
        return "\x1f".join((ask.index, ask.doi, ask.isbn, ask.query, ask.title, ask.author))

    def keep(self, answer: Records) -> Kept:
        """The records, field by field."""
        value = {
            "o": answer.outcome.value, "d": answer.detail, "a": answer.agency, "v": answer.via,
            "w": [_kept(work) for work in answer.works],
        }  # fmt: skip
        return Kept(dumps(value))

    def recall(self, ask: FindWork, at: datetime, kept: Kept) -> Records:
        """Every record as it was read."""
        value = loads(kept.value)
        works = tuple(_recalled(work) for work in value["w"])
        outcome, via = LookupOutcome(value["o"]), tuple(value["v"])
        return Records(ask, at, outcome, works, value["d"], value["a"], via=via)

    def look(self, answer: Records) -> Look:
        """The outcome, and how many records."""
        return Look(answer.at, detail=f"{answer.outcome.value}: {len(answer.works)} records")

    def fresh(self, answer: Records, now: datetime, options: Options) -> bool:
        """Records as long as any answer, that there are none for a day, a failure never."""
        age = now - answer.at
        if answer.outcome is LookupOutcome.FOUND:
            return age <= options.max_age
        return answer.outcome is LookupOutcome.NONE and age <= min(ABSENCE_AGE, options.max_age)

    def kin(self, ask: FindWork) -> str:
        """No other question has its answer."""
        return ""

    def stand_in(self, others: Sequence[Records]) -> None:
        """Nothing stands in."""

    async def answer(self, ask: FindWork, desk: Desk) -> Answer:
        """The index's."""
        return await desk.consult(ask)


def _kept(work: Work) -> list[object]:
    names = [[list(astuple(name)) for name in people] for people in (work.authors, work.editors)]
    updates = [
        [one.kind.value, one.notice, one.work, one.source, astuple(one.date) if one.date else None, one.label]
        for one in work.updates
    ]  # fmt: skip
    return [
        work.identifier, work.kind.value, work.titles, *names, work.years, work.containers, work.volume, work.issue,
        work.pages, work.publisher, work.edition, work.isbns, work.issns, work.preprint_of, updates,
    ]  # fmt: skip


def _recalled(value: list[object]) -> Work:
    identifier, kind, titles, authors, editors, years, containers, *rest = value
    volume, issue, pages, publisher, edition, isbns, issns, preprint_of, updates = rest
    return Work(
        str(identifier), WorkKind(str(kind)), _tuple(titles), _names(authors), _names(editors), _tuple(years), _tuple(containers),
        str(volume), str(issue), str(pages), str(publisher), str(edition), _tuple(isbns), _tuple(issns), _tuple(preprint_of),
        tuple(_update(one) for one in _tuple(updates)),
    )  # fmt: skip


def _tuple(value: object) -> tuple[Any, ...]:
    assert isinstance(value, list)
    return tuple(value)


def _names(value: object) -> tuple[Name, ...]:
    return tuple(Name(*map(str, _tuple(parts))) for parts in _tuple(value))


def _update(value: object) -> Update:
    kind, notice, work, source, date, label = _tuple(value)
    when = PartialDate(*_tuple(date)) if date else None
    return Update(UpdateKind(kind), str(notice), str(work), str(source), when, str(label))
