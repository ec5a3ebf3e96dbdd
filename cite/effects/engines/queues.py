"""A line over two queues of a cluster's scheduler: what both ends of it agree on.

Messages are a kind and bytes, which Dask sends as they are. Each end says every few seconds that it is there, so
that neither waits for one that is gone without a word: a killed client leaves no worker asking.
"""

import asyncio
from collections.abc import Awaitable, Callable
from enum import StrEnum

from cite.effects.engines.line import LineBroken

PING = 5.0
"""Seconds between two signs of life."""
SILENCE = 60.0
"""Seconds without one after which the other end is taken to be gone."""
ROOM = 16
"""Messages that may lie in a queue before whoever sends more has to wait."""
BREATH = 0.02
"""Seconds after a message in which the next one gathers: each costs the scheduler as much as a request does."""
PIECE = 1 << 23
"""Bytes of a message at most: the scheduler holds as many of them as there is room for."""


class Sign(StrEnum):
    """What a message is."""

    HERE = "here"
    """The first of a worker."""
    PING = "ping"
    DATA = "data"
    END = "end"
    """The other end is done."""


Message = tuple[str, bytes]
Put = Callable[[Message], Awaitable[None]]
Get = Callable[[float], Awaitable[Message]]
"""Of the next message, waited for so many seconds. Raises TimeoutError."""


def names(line: str) -> tuple[str, str]:
    """Of the queue to the worker, and of the one from it."""
    return f"{line}-to", f"{line}-from"


class QueueLine:
    """One end: puts into one queue, and gets from the other."""

    def __init__(self, put: Put, get: Get) -> None:
        """Either raises whatever it meets where the scheduler or the other end is gone."""
        self._put = put
        self._get = get

    async def send(self, data: bytes) -> None:
        """In pieces. Raises LineBroken."""
        for at in range(0, len(data), PIECE):
            await self.say(Sign.DATA, data[at : at + PIECE])
        await asyncio.sleep(BREATH)

    async def receive(self) -> bytes:
        """The next bytes; signs of life are taken in silence. Raises LineBroken."""
        while True:
            try:
                sign, data = await self._next(SILENCE)
            except TimeoutError as error:
                raise LineBroken(f"nothing was heard of it for {SILENCE:g} seconds") from error
            if sign == Sign.DATA:
                return data
            if sign != Sign.PING:
                raise LineBroken("it was ended")

    async def say(self, sign: Sign, data: bytes = b"") -> None:
        """Put one message. Raises LineBroken."""
        try:
            await self._put((sign.value, data))
        except Exception as error:  # Dask raises whatever it meets
            raise LineBroken(f"its scheduler does not answer ({type(error).__name__})") from error

    async def ping(self) -> None:
        """Say for as long as the line lasts that this end is there. Raises LineBroken."""
        while True:
            await asyncio.sleep(PING)
            await self.say(Sign.PING)

    async def begun(self, patience: float) -> None:
        """Wait for a worker to be there. Raises TimeoutError, LineBroken."""
        sign, _ = await self._next(patience)
        if sign != Sign.HERE:
            raise LineBroken("it was ended before it began")

    async def _next(self, patience: float) -> tuple[str, bytes]:
        try:
            sign, data = await self._get(patience)
        except (TimeoutError, LineBroken):
            raise
        except Exception as error:  # Dask raises whatever it meets
            raise LineBroken(f"its scheduler does not answer ({type(error).__name__})") from error
        return sign, bytes(data)
