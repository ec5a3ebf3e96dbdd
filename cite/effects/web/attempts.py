"""Attempts at one answer: what is asked again, how often and after how long. One policy, for web and archives."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Set
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from cite.effects.web.retry_after import LONGEST_WAIT, retry_after
from cite.model.evidence import Clock, Fault, Fetched, Unreachable

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

RETRY_STATUSES = frozenset({429, 500, 502, 503, 504, *range(520, 531)})
RETRY_FAULTS = frozenset(
    {Fault.RESET, Fault.CONNECT_TIMEOUT, Fault.READ_TIMEOUT, Fault.NAME_LOOKUP}
)
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
"""Seconds between two attempts where the server does not say how long."""


Once = Callable[[], Awaitable[Fetched | Unreachable]]


class Attempts:
    """How often something is asked where no answer comes, or one that may pass."""

    def __init__(
        self,
        retries: int,
        clock: Clock,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        statuses: Set[int] = RETRY_STATUSES,
        first_pause: float = FIRST_PAUSE,
        jitter: float = 0.25,
    ) -> None:
        """`retries` are attempts beyond the first, `statuses` those of answers that may pass; pauses begin
        with `first_pause` seconds, and vary by `jitter` of themselves, so that what failed together is not
        asked together again."""
        self._retries = retries
        self._clock = clock
        self._sleep = sleep
        self._statuses = statuses
        self._first_pause = first_pause
        self._jitter = jitter

    async def at(self, once: Once, retries: int | None = None) -> Fetched | Unreachable:
        """The last answer, with the number of attempts that it took; `retries` where it is not the usual."""
        made = 0

        async def attempt(_: int) -> Fetched | Unreachable:
            nonlocal made
            made += 1
            return await once()

        answer: Fetched | Unreachable = await self._retrying(
            attempt, self._retries if retries is None else retries
        )
        return replace(answer, attempts=made) if made > 1 else answer

    @cached_property
    def _retrying(self) -> "AsyncRetrying":
        """One for all that is asked, thousands at once: what it knows of each is in the state it hands round.

        Its own bookkeeping is shared, so nothing reads that, and no hook here may suspend.
        """
        from cite.effects.web.plain_hooks import PlainHooks

        return PlainHooks(
            retry=self._may_pass,
            wait=self._pause,
            stop=_enough,
            sleep=self._sleep,
            retry_error_callback=_outcome,
        )

    def _may_pass(self, state: "RetryCallState") -> bool:
        assert state.outcome is not None
        return not state.outcome.failed and may_pass(_outcome(state), self._statuses)

    def _pause(self, state: "RetryCallState") -> float:
        """Seconds before the next attempt: those that the server asks for, else about twice as many each time."""
        answer = _outcome(state)
        asked = retry_after(answer, self._clock()) if isinstance(answer, Fetched) else None
        if asked is not None:
            return asked
        pause = usual_pause(state.attempt_number, self._first_pause)
        return pause * random.uniform(1 - self._jitter, 1 + self._jitter)


def may_pass(answer: Fetched | Unreachable, statuses: Set[int] = RETRY_STATUSES) -> bool:
    """Whether what came is worth another attempt."""
    if isinstance(answer, Fetched):
        return answer.status in statuses
    return answer.fault in RETRY_FAULTS


def usual_pause(attempt: int, first: float = FIRST_PAUSE) -> float:
    """Seconds after an attempt, counted from 1, where the server does not say how many."""
    return float(min(LONGEST_PAUSE, first * 2.0 ** (attempt - 1)))


def _enough(state: "RetryCallState") -> bool:
    """Whether the attempts are used up, or the next would be too long in coming."""
    return bool(state.attempt_number > state.args[0]) or state.upcoming_sleep > LONGEST_WAIT


def _outcome(state: "RetryCallState") -> Fetched | Unreachable:
    assert state.outcome is not None
    answer: Fetched | Unreachable = state.outcome.result()
    return answer
