"""An event loop whose time passes only when everybody waits: a year of sleeping takes no longer than its work."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
MOST_REAL_SECONDS = 5.0
"""To wait for another thread where nothing is planned."""


class _Selector(selectors.DefaultSelector):
    """Where the loop would wait for the time, the time is moved on instead."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Whoever is ready; else time passes at once."""
        ready: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:
            return super().select(MOST_REAL_SECONDS)
        self.now += max(timeout, 0.0)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """asyncio's own loop, on a time of its own."""

    def __init__(self, begins: float = 0.0) -> None:
        self._virtual = _Selector()
        self._virtual.now = begins
        super().__init__(self._virtual)

    def time(self) -> float:
        """Seconds, as everything that sleeps or times out counts them."""
        return self._virtual.now


def run(work: Coroutine[Any, Any, T], begins: float = 0.0) -> T:
    """Run to the end, from a second of the simulation on."""
    with asyncio.Runner(loop_factory=lambda: VirtualLoop(begins)) as runner:
        return runner.run(work)
