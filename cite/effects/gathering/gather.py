"""Asks until no verifier has a question left, reference by reference."""

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from cite.effects.gathering.answerer import Answerer
from cite.effects.gathering.desk import MOST_PAGES, FrontDesk
from cite.effects.gathering.engine import Engine, LocalEngine
from cite.effects.gathering.reachability import Reachability
from cite.effects.gathering.rounds import Round, Rounds
from cite.effects.gathering.services import Services
from cite.effects.gathering.spread import spread
from cite.effects.store.store import Store
from cite.effects.web.web import Web
from cite.model.asks import Ask
from cite.model.conditions import Conditions
from cite.model.evidence import Clock, Evidence, NetworkState, Service
from cite.model.options import Options
from cite.model.references import Reference
from cite.model.report import HostFigures
from cite.model.verdicts import Heard, Verifier

RECALLED_AT_ONCE = 500
"""References whose answers are read from the store together."""

Conclude = Callable[[Reference, Evidence, Collection[Ask]], None]
"""Told which reference has no question left, what is known of it, and all that was wanted for it, in order."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a run got to know, and how."""

    evidence: Evidence
    from_store: frozenset[Ask]
    conditions: frozenset[Conditions]
    """Under which the answers were had, those of the store and those of today."""
    requests: int
    interrupted: bool = False
    caveats: tuple[str, ...] = ()
    """What a reader is to know of how it was asked."""
    hosts: tuple[HostFigures, ...] = ()
    """Those asked, most often first."""
    seconds: float = 0.0
    """How long it took."""

    @property
    def network(self) -> NetworkState:
        """What became known of our own network."""
        return self.evidence.network


async def gather(
    references: Sequence[Reference],
    verifiers: Sequence[Verifier],
    answerer: Answerer,
    conclude: Conclude | None = None,
) -> Gathered:
    """Everything the verifiers want to know about the references.

    What only concluded references wanted is forgotten on the way; all is held where nobody concludes.
    Raises EndlessQuestions, StoreError.
    """

    async def follow(rounds: Rounds, turn: Round) -> None:
        await _follow(rounds, turn, answerer)
        if conclude:
            wanted = tuple(rounds.named)
            conclude(rounds.reference, answerer.evidence(), wanted)
            answerer.let_go(wanted)

    interrupted = False
    try:
        async with asyncio.TaskGroup() as group:
            for some in _batches(_in_order(references), RECALLED_AT_ONCE):
                await answerer.room()
                begun = [Rounds(reference, verifiers) for reference in some]
                turns = [_next(rounds, answerer) for rounds in begun]
                answerer.recall({ask for turn in turns for ask in turn.open})
                for rounds, turn in zip(begun, turns, strict=True):
                    group.create_task(follow(rounds, turn))
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        interrupted = True
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from None
    finally:
        answerer.flush()
    known = answerer.known
    return Gathered(
        answerer.evidence(),
        frozenset(known.from_store),
        frozenset(known.all_conditions),
        answerer.requests,
        interrupted,
    )


async def _follow(rounds: Rounds, turn: Round, answerer: Answerer) -> None:
    """One reference, round by round, until nothing is open or nobody can tell."""
    while turn.open:
        answerer.recall(turn.open)
        # What the store knew may raise further questions; what it did not is asked.
        questions = [ask for ask in turn.open if ask not in answerer.known.answers]
        # What has begun is finished first, so that few pages are held at a time.
        answer = partial(answerer.answer, ahead=turn.number > 0)
        if len(questions) < 2:
            answers = [await answer(ask) for ask in questions]
        else:
            answers = await asyncio.gather(*map(answer, questions))
        if questions and answerer.offline and not any(answers):
            return
        turn = _next(rounds, answerer)


def _next(rounds: Rounds, answerer: Answerer) -> Round:
    turn = rounds.next(answerer.evidence())
    answerer.hold(turn.new)
    return turn


def _in_order(references: Sequence[Reference]) -> Sequence[Reference]:
    """As they stand where all can be under way at once."""
    return spread(references) if len(references) > MOST_PAGES else references


def _batches(references: Sequence[Reference], size: int) -> Iterator[Sequence[Reference]]:
    return (references[at : at + size] for at in range(0, len(references), size))


def answerer_for(
    options: Options,
    store: Store,
    web: Web | None,
    services: Mapping[str, Service[Any, Any]],
    clock: Clock = lambda: datetime.now(UTC),
    engine: Engine | None = None,
    heard: Heard | None = None,
) -> Answerer:
    """One that asks services from here, and pages from here or by an engine; without a web, one that only knows the
    store."""
    if web is None:
        return Answerer(options, store, None, clock)
    here = LocalEngine(web, Reachability(options, partial(web.fetch, retries=0), clock))
    in_turn = Services(services, store.paces, options.retries, clock)
    at_once = 4 * options.slots
    desk = FrontDesk(here, in_turn, store.answers.put, engine, heard, at_once)
    return Answerer(options, store, desk, clock)
