"""A way to one worker and back: a pipe, or a cluster's queues."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from cite.model.errors import CiteError


class LineBroken(Exception):
    """The other end is gone, or does not speak as it should. What was under way is asked again elsewhere."""


class EngineFailed(CiteError):
    """Workers that ask the web cannot be had, or were lost time and again."""


class Line(Protocol):
    """Bytes there and back, in order. Ends with the worker at its other end: the next is another line."""

    async def send(self, data: bytes) -> None:
        """Returns when there is room for more. Raises LineBroken."""

    async def receive(self) -> bytes:
        """The next piece, of any size. Raises LineBroken."""


class Workers(Protocol):
    """Where workers come from."""

    @property
    def count(self) -> int:
        """How many shards there are to be, a worker for each."""

    def line(self, number: int) -> AbstractAsyncContextManager[Line]:
        """A line to a worker begun for this shard. Raises LineBroken, EngineFailed."""
