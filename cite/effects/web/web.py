"""Fetch to answer: each asked once at a time, and again where no answer came. The door to the web."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx

from cite.effects.net.network import Transport
from cite.effects.web.chain import Onward, walk
from cite.effects.web.hop import Hops
from cite.effects.web.pace import Pace
from cite.effects.web.retry_after import LONGEST_WAIT, retry_after
from cite.model.evidence import Clock, Fault, Fetch, Fetched, Unreachable
from cite.model.options import Options

if TYPE_CHECKING:
    from tenacity import RetryCallState

RETRY_STATUSES = frozenset({429, 500, 502, 503, 504, *range(520, 531)})
RETRY_FAULTS = frozenset(
    {Fault.RESET, Fault.CONNECT_TIMEOUT, Fault.READ_TIMEOUT, Fault.NAME_LOOKUP}
)


class Web:
    """Asks the web, politely, and never raises for anything that the web does."""

    def __init__(
        self,
        options: Options,
        pace: Pace | None = None,
        onward: Onward | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Clock = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._options = options
        self._onward = onward
        self._hops = Hops(options, pace or Pace(options), transport or Transport(options), clock)
        self._clock = clock
        self._sleep = sleep
        self._under_way: dict[Fetch, asyncio.Task[Fetched | Unreachable]] = {}

    async def __aenter__(self) -> "Web":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._hops.aclose()

    @property
    def requests(self) -> int:
        """Requests made so far."""
        return self._hops.requests

    async def fetch(
        self, ask: Fetch, retries: int | None = None, ahead: bool = False
    ) -> Fetched | Unreachable:
        """The answer; asked once even where several want it at the same time.

        `retries` is for who keeps a pace of its own, and takes no further attempts without a turn;
        `ahead` for what belongs to something already begun.
        """
        task = self._under_way.get(ask)
        if task is None:
            most = self._options.retries if retries is None else retries
            task = asyncio.get_running_loop().create_task(self._with_retries(ask, most, ahead))
            self._under_way[ask] = task
            task.add_done_callback(lambda _: self._under_way.pop(ask, None))
        return await asyncio.shield(task)

    async def _walk(self, ask: Fetch, ahead: bool) -> Fetched | Unreachable:
        most = self._options.max_redirects
        return await walk(ask, self._hops, self._onward, most, self._clock, ahead)

    async def _with_retries(self, ask: Fetch, retries: int, ahead: bool) -> Fetched | Unreachable:
        first: Fetched | Unreachable | None = await self._walk(ask, ahead)
        assert first is not None
        if not _worth_retrying(first) or not retries:
            return first
        from tenacity import AsyncRetrying, retry_if_result

        async def attempt() -> Fetched | Unreachable:
            # The first answer is had already: tenacity is only entered where something failed.
            nonlocal first
            if first is not None:
                answer, first = first, None
                return answer
            return await self._walk(ask, ahead)

        def pause(state: "RetryCallState") -> float:
            return self._pause(_outcome(state), state.attempt_number - 1)

        retrying = AsyncRetrying(
            retry=retry_if_result(_worth_retrying),
            stop=lambda state: state.attempt_number > retries or pause(state) > LONGEST_WAIT,
            wait=pause,
            sleep=self._sleep,
            retry_error_callback=_outcome,
        )
        answer: Fetched | Unreachable = await retrying(attempt)
        return replace(answer, attempts=retrying.statistics["attempt_number"])

    def _pause(self, answer: Fetched | Unreachable, attempt: int) -> float:
        """Seconds before the next attempt: what the server asks for, else 1, 2, 4 … with jitter."""
        if (
            isinstance(answer, Fetched)
            and (asked := retry_after(answer, self._clock())) is not None
        ):
            return asked
        return float(min(30.0, 0.5 * 2**attempt) * (0.75 + random.random() / 2))


def _outcome(state: "RetryCallState") -> Fetched | Unreachable:
    assert state.outcome is not None
    answer: Fetched | Unreachable = state.outcome.result()
    return answer


def _worth_retrying(answer: Fetched | Unreachable) -> bool:
    if isinstance(answer, Fetched):
        return answer.status in RETRY_STATUSES
    return answer.fault in RETRY_FAULTS
