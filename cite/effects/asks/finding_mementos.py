"""Captures: what an archive says it has of an address near an instant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cite.effects.asks.compact import dumps, loads
from cite.effects.asks.kind import Desk, Kept
from cite.model.evidence import Answer, FindMementos, Look, Memento, MementosOutcome, TimeMap
from cite.model.options import Options

ABSENCE_AGE = timedelta(days=1)
SETTLED = timedelta(days=90)
"""How far back captures are taken to be all in the index, so that a list of them does not age."""

_SAID = (MementosOutcome.ABSENT, MementosOutcome.FOUND)
"""Outcomes by which an archive said what it has, the better one last."""


class FindingMementos:
    """What archives answer. What an archive could not say never serves again."""

    name = "mementos"
    asks = FindMementos

    def detail(self, ask: FindMementos) -> str:
        """The archive, and the date that captures are wanted for."""
        return f"{ask.archive} {ask.near.isoformat()}"

    def keep(self, answer: TimeMap) -> Kept:
        """The captures and how they were found."""
        captures = [
            [m.uri_m, m.uri_r, m.datetime.timestamp(), m.archive, m.status, m.mime, m.digest, m.length]
            for m in answer.mementos
        ]  # fmt: skip
        value = {
            "o": answer.outcome.value, "d": answer.detail, "v": answer.via, "c": answer.complete, "m": captures,
        }  # fmt: skip
        return Kept(dumps(value))

    def recall(self, ask: FindMementos, at: datetime, kept: Kept) -> TimeMap:
        """Every capture as it was listed."""
        value = loads(kept.value)
        mementos = tuple(
            Memento(m[0], m[1], datetime.fromtimestamp(m[2], UTC), *m[3:]) for m in value["m"]
        )
        outcome, via = MementosOutcome(value["o"]), tuple(value["v"])
        return TimeMap(ask, at, outcome, mementos, value["d"], value["c"], via=via)

    def look(self, answer: TimeMap) -> Look:
        """The outcome, and how many captures."""
        words = f"{answer.outcome.value}: {len(answer.mementos)} captures"
        return Look(answer.at, None, None, None, words)

    def fresh(self, answer: TimeMap, now: datetime, options: Options) -> bool:
        """Captures of long ago always, that there are none for a day, a failure never."""
        age = now - answer.at
        match answer.outcome:
            case MementosOutcome.FOUND:
                return answer.ask.near < answer.at - SETTLED or age <= options.max_age
            case MementosOutcome.ABSENT:
                return age <= min(ABSENCE_AGE, options.max_age)
        return False

    def kin(self, ask: FindMementos) -> str:
        """The same archive, asked for whatever date."""
        return f"{ask.archive} "

    def stand_in(self, others: Sequence[TimeMap]) -> TimeMap | None:
        """A list of captures serves any date, the newest that is complete best of all; so does their absence."""
        said = [one for one in others if one.outcome in _SAID]
        if not said:
            return None
        best = max(said, key=lambda one: (_SAID.index(one.outcome), one.complete, one.at))
        words = "listed for another date" + ("" if best.complete else "; nearer captures may exist")
        return replace(best, detail=", ".join(filter(None, (best.detail, words))))

    async def answer(self, ask: FindMementos, desk: Desk) -> Answer:
        """The archive's."""
        return await desk.consult(ask)
