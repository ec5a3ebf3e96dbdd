"""Workers as processes of this machine, one for each core, each at the end of a pipe."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cite.effects.engines.line import LineBroken
from cite.effects.engines.worker import serve
from cite.effects.loop import run
from cite.model.options import Options

PIECE = 1 << 18
FAREWELL = 5.0
"""Seconds for a process to end by itself."""


class Processes:
    """Started when they are first needed."""

    def __init__(self, options: Options) -> None:
        self.count = options.workers or _cores()
        """One for each core that this process may use, where nothing else is wanted."""
        self.pids: dict[int, int] = {}
        """Of each shard's process, the last that it had."""

    async def __aenter__(self) -> "Processes":
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing outlasts its line."""

    @asynccontextmanager
    async def line(self, number: int) -> AsyncIterator["Pipe"]:
        """A process begun, which ends with the block."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "cite.effects.engines.processes",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            # It imports what this process imports, and nothing from where it happens to be started.
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            # Ctrl-C is for this process, which ends the others when it has what they had.
            start_new_session=True,
        )  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        self.pids[number] = process.pid
        try:
            yield Pipe(process.stdout, process.stdin)
        finally:
            process.stdin.close()
            await _ended(process)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Once it has ended, by itself or, where something in it never comes back, not."""
    try:
        async with asyncio.timeout(FAREWELL):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pipe:
    """A line over two streams."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def send(self, data: bytes) -> None:
        """Raises LineBroken where the other end is closed."""
        try:
            self._writer.write(data)
            await self._writer.drain()
        except ConnectionError as error:
            raise LineBroken("its process ended") from error

    async def receive(self) -> bytes:
        """Raises LineBroken where the other end is closed."""
        piece = await self._reader.read(PIECE)
        if not piece:
            raise LineBroken("its process ended")
        return piece


async def _serve_standard_streams() -> None:
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=PIECE)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin.buffer)
    transport, protocol = await loop.connect_write_pipe(
        asyncio.streams.FlowControlMixin, sys.stdout.buffer
    )
    await serve(Pipe(reader, asyncio.StreamWriter(transport, protocol, None, loop)))


if __name__ == "__main__":
    run(_serve_standard_streams())
