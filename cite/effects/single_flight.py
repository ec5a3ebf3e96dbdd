"""One piece of work at a time for one key, however many want what comes of it."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class SingleFlight(Generic[K, V]):
    """The first who wants a thing sees to it, without a task of its own; the others wait for that."""

    def __init__(self) -> None:
        self._under_way: dict[K, asyncio.Future[V]] = {}

    async def of(self, key: K, work: Callable[[], Awaitable[V]]) -> V:
        """What comes of the work. Where the first was stopped or failed, the next of those who wait does it anew."""
        while (begun := self._under_way.get(key)) is not None:
            await asyncio.wait([begun])
            if not begun.cancelled():
                return begun.result()
        begun = self._under_way[key] = asyncio.get_running_loop().create_future()
        try:
            found = await work()
            begun.set_result(found)
            return found
        finally:
            del self._under_way[key]
            begun.cancel()
