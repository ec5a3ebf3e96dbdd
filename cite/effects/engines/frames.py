"""What goes over a line: plain data as JSON, and bytes beside it. Nothing that is received can be code."""

import json
import struct
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from cite.effects.engines.line import LineBroken

_LENGTHS = struct.Struct(">II")
LONGEST = (1 << 30) + (1 << 24)
"""Bytes of one frame: the largest body that `--body-limit` can ask for, and what is told beside it."""


class Kind(StrEnum):
    """What a frame is."""

    SETTINGS = "settings"
    """The first to a worker: how it is to ask."""
    FETCH = "fetch"
    """A page is wanted, at the end of its redirects."""
    HOP = "hop"
    """One request is wanted, of whoever its host belongs to."""
    REPLY = "reply"
    FAILED = "failed"
    """In place of a reply: a defect of ours, in words."""


class Frame(NamedTuple):
    """One message."""

    kind: Kind
    number: int = 0
    """Of the question; its reply has the same. Settings have none."""
    value: Any = None
    """JSON."""
    body: bytes = b""


def packed(frame: Frame) -> bytes:
    """A frame as it goes over a line."""
    head = json.dumps([frame.kind, frame.number, frame.value]).encode("ascii")
    return _LENGTHS.pack(len(head), len(frame.body)) + head + frame.body


class Unpacking:
    """Frames out of bytes that come in pieces of any size."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, piece: bytes) -> Iterator[Frame]:
        """The frames that are whole by now. Raises LineBroken for what is none."""
        self._held += piece
        at = 0
        while (end := self._end(at)) is not None:
            yield self._frame(at)
            at = end
        del self._held[:at]

    def _end(self, at: int) -> int | None:
        """Where the frame that begins here ends; None where more has to come."""
        if len(self._held) - at < _LENGTHS.size:
            return None
        lengths = sum(_LENGTHS.unpack_from(self._held, at))
        if lengths > LONGEST:
            raise LineBroken("what came over the line is no message of ours")
        end = at + _LENGTHS.size + lengths
        return end if end <= len(self._held) else None

    def _frame(self, at: int) -> Frame:
        head_length, body_length = _LENGTHS.unpack_from(self._held, at)
        begin = at + _LENGTHS.size
        body = begin + head_length
        try:
            kind, number, value = json.loads(self._held[begin:body])
            return Frame(
                Kind(kind), int(number), value, bytes(self._held[body : body + body_length])
            )
        except (ValueError, TypeError) as error:
            raise LineBroken("what came over the line is no message of ours") from error
