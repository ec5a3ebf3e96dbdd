"""One end of a line: asks the other end, and answers what it is asked."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any, NamedTuple

from cite.effects.engines.frames import Frame, Kind, Unpacking, packed
from cite.effects.engines.line import EngineFailed, Line
from cite.model.errors import CiteError


class Reply(NamedTuple):
    """What a question came to: plain data, and bytes beside it."""

    value: Any = None
    body: bytes = b""


Asking = Callable[[Kind, Any], Awaitable[Reply]]
Answering = Callable[[Frame], Awaitable[Reply]]


class Peer:
    """Questions outlast the line: those still open are asked again over the next one."""

    def __init__(self, answering: Answering) -> None:
        self.replies = 0
        """Had by now."""
        self._answering = answering
        self._numbers = count(1)
        self._open: dict[int, tuple[bytes, asyncio.Future[Reply]]] = {}
        self._outgoing = bytearray()
        self._has_outgoing = asyncio.Event()

    async def ask(self, kind: Kind, value: Any) -> Reply:
        """What the other end says; waits for as long as that takes, over several lines if need be."""
        number = next(self._numbers)
        question = packed(Frame(kind, number, value))
        future: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self._open[number] = question, future
        self._put(question)
        try:
            return await future
        finally:
            self._open.pop(number, None)

    def give_up(self, error: Exception) -> None:
        """Nobody will answer what is open."""
        for _, future in self._open.values():
            if not future.done():
                future.set_exception(error)

    async def live(self, line: Line, first: Frame | None = None) -> None:
        """Speak over one line, `first` before all else, until it breaks. Raises LineBroken, EngineFailed."""
        self._outgoing.clear()
        if first:
            self._put(packed(first))
        for question, _ in tuple(self._open.values()):
            self._put(question)
        sending = asyncio.create_task(self._send(line))
        receiving = asyncio.create_task(self._receive(line))
        try:
            await asyncio.wait([sending, receiving], return_when=asyncio.FIRST_COMPLETED)
            for done in (sending, receiving):
                if done.done():
                    done.result()
        finally:
            await _ended(sending, receiving)

    def _put(self, data: bytes) -> None:
        self._outgoing += data
        self._has_outgoing.set()

    async def _send(self, line: Line) -> None:
        """Whatever has gathered while the line was busy goes as one piece."""
        while True:
            await self._has_outgoing.wait()
            self._has_outgoing.clear()
            data, self._outgoing = bytes(self._outgoing), bytearray()
            await line.send(data)

    async def _receive(self, line: Line) -> None:
        unpacking, under_way = Unpacking(), set[asyncio.Task[None]]()
        try:
            while True:
                for frame in unpacking.feed(await line.receive()):
                    if frame.kind in (Kind.REPLY, Kind.FAILED):
                        self._take(frame)
                    else:
                        task = asyncio.create_task(self._answer(frame))
                        under_way.add(task)
                        task.add_done_callback(under_way.discard)
        finally:
            # Whoever asked is gone with the line.
            await _ended(*under_way)

    def _take(self, frame: Frame) -> None:
        if frame.number == 0 and frame.kind is Kind.FAILED:
            raise EngineFailed(f"a worker cannot begin: {frame.value}")
        _, future = self._open.get(frame.number, (b"", None))
        if future is None or future.done():
            return
        self.replies += 1
        if frame.kind is Kind.FAILED:
            future.set_exception(EngineFailed(f"a worker failed: {frame.value}"))
        else:
            future.set_result(Reply(frame.value, frame.body))

    async def _answer(self, question: Frame) -> None:
        try:
            reply = await self._answering(question)
            self._put(packed(Frame(Kind.REPLY, question.number, *reply)))
        except CiteError as error:
            self._put(packed(Frame(Kind.FAILED, question.number, str(error))))
        except Exception as error:  # told to the other end, which would wait for ever
            failure = f"{type(error).__name__}: {error}"
            self._put(packed(Frame(Kind.FAILED, question.number, failure)))


async def _ended(*tasks: asyncio.Task[Any]) -> None:
    """Tasks stopped, and done with."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
