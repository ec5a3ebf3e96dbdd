"""Values between this process and those that it started itself: pickled, each behind its length.

Pickles are read of nobody else: the pipes are between a parent and its child, and no address leads to them.
"""

import asyncio
import pickle
import struct
from dataclasses import dataclass
from typing import Any

from cite.effects.web.cookies import Cookies
from cite.model.evidence import Fetch, Fetched, Hop, Unreachable

_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Job:
    """One request that a worker is to make."""

    number: int
    ask: Fetch
    url: str
    before: tuple[Hop, ...]
    cookies: Cookies
    ahead: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it."""

    number: int
    answer: Fetched | Unreachable | None
    """None where the worker failed, by a defect of ours."""
    cookies: Cookies
    requests: int
    """Made by the worker since it began."""
    failure: str = ""


def framed(value: object) -> bytes:
    """A value as it goes over the pipe."""
    pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(pickled)) + pickled


async def next_value(reader: asyncio.StreamReader) -> Any:
    """The next value; None where the other end has closed the pipe, were it amid a value."""
    try:
        (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
        return pickle.loads(await reader.readexactly(length))
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
