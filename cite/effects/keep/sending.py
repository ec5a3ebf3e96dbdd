"""The queue of addresses on their way to archives: handed over at each keeper's pace, resumed after a kill.

What is about to be sent is written down before it leaves, and what became of it before anything else is
done. So a run that is killed leaves at most one address of which it is open whether the keeper has it, and
that one is looked for before it is sent again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from cite.effects.store.store import Store
from cite.model.evidence import Clock
from cite.model.keeping import Fate, Keeper, KeeperAnswer, KeeperRequest, Sending

OPEN = frozenset({Fate.WAITING, Fate.SENDING, Fate.SENT})
PATIENCE = timedelta(minutes=2)
"""How long a run waits for a keeper before it leaves the rest in the queue."""
SPACING = timedelta(seconds=1)
"""Between any two requests to one keeper."""

Ask = Callable[[Keeper, KeeperRequest], Awaitable[KeeperAnswer]]
Told = Callable[[Sending], None]


@dataclass(slots=True)
class Delivered:
    """What a run of the queue came to."""

    sendings: dict[tuple[str, str], Sending]
    halted: dict[str, str] = field(default_factory=dict)
    """By keeper, why nothing more was asked of it."""
    again_at: dict[str, datetime] = field(default_factory=dict)
    """By keeper, when the rest of its queue can go."""
    interrupted: bool = False


class Sender:
    """Works through the queue. Every keeper at its own pace, all at once."""

    def __init__(
        self,
        store: Store,
        ask: Ask,
        clock: Clock = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        told: Told = lambda _: None,
    ) -> None:
        self._store = store
        self._ask = ask
        self._clock = clock
        self._sleep = sleep
        self._told = told

    async def run(self, keepers: Mapping[str, Keeper], sendings: Iterable[Sending]) -> Delivered:
        """Every sending as far as it gets in this run."""
        delivered = Delivered({(one.keeper, one.url): one for one in sendings})
        for sending in delivered.sendings.values():
            self._store.queue.put(sending)
        work = [asyncio.create_task(self._work(one, delivered)) for one in keepers.values()]
        try:
            await asyncio.gather(*work)
        except asyncio.CancelledError:
            delivered.interrupted = True
        finally:
            for task in work:
                task.cancel()
            await asyncio.gather(*work, return_exceptions=True)
        return delivered

    async def _work(self, keeper: Keeper, delivered: Delivered) -> None:
        """One keeper's part of the queue."""
        pool = f"save {keeper.base}"
        last: datetime | None = None
        while keeper.name not in delivered.halted:
            mine = [one for one in delivered.sendings.values() if one.keeper == keeper.name]
            asked = max((one.asked for one in mine if one.asked), default=None)
            turn = asked + timedelta(minutes=1) / keeper.per_minute if asked else None
            due = [(_due(keeper, one, turn), one) for one in mine if one.fate in OPEN]
            if not due:
                return
            when, sending = min(due, key=lambda pair: (pair[0], pair[1].fate is not Fate.SENT))
            hold = self._store.paces.hold_on(pool)
            when = max([when, *(t for t in (hold and hold[0], last and last + SPACING) if t)])
            now = self._clock()
            if when - now > PATIENCE:
                delivered.again_at[keeper.name] = when
                return
            if when > now:
                await self._sleep((when - now).total_seconds())
            last = self._clock()
            await self._step(keeper, sending, pool, delivered)

    async def _step(
        self, keeper: Keeper, sending: Sending, pool: str, delivered: Delivered
    ) -> None:
        """One request: written down before it leaves, its answer before anything else."""
        request = keeper.request(sending)
        if request.method == "POST":
            sending = replace(sending, asked=self._clock())
            self._store.queue.put(replace(sending, fate=Fate.SENDING, since=self._clock()))
        answer = await self._ask(keeper, request)
        step = keeper.read(sending, answer, self._clock())
        self._store.queue.put(step.sending)
        delivered.sendings[step.sending.keeper, step.sending.url] = step.sending
        if step.hold:
            self._store.paces.hold(pool, self._clock() + step.hold, step.sending.detail)
        if step.halt:
            delivered.halted[keeper.name] = step.halt
        if step.sending.fate is not sending.fate:
            self._told(step.sending)


def _due(keeper: Keeper, sending: Sending, turn: datetime | None) -> datetime:
    """When it may be asked about: a hand-over not before the pace gives it its turn."""
    due = sending.not_before or datetime.min.replace(tzinfo=UTC)
    return max(due, turn) if turn and keeper.request(sending).method == "POST" else due
