"""The task that a cluster's worker is given: to ask the web for one shard, over a line that the task names.

The task holds the name of the line and nothing else; how to ask, and what, comes over the line.
"""

import asyncio
from contextlib import suppress
from functools import partial

from distributed import Queue, secede

from cite.effects.engines.line import LineBroken
from cite.effects.engines.queues import ROOM, Message, QueueLine, Sign, names
from cite.effects.engines.worker import serve
from cite.effects.loop import run


def ask_for_shard(line: str) -> None:
    """Serve until the run is over, or nothing more is heard of it."""
    secede()  # it lasts as long as the run: another shard, whose worker was lost, must not wait for its end
    to_worker, from_worker = (Queue(name, maxsize=ROOM) for name in names(line))

    async def put(message: Message) -> None:
        await asyncio.to_thread(from_worker.put, message)

    async def get(patience: float) -> Message:
        message: Message = await asyncio.to_thread(partial(to_worker.get, timeout=patience))
        return message

    run(_serve(QueueLine(put, get)))


async def _serve(line: QueueLine) -> None:
    with suppress(LineBroken):
        await line.say(Sign.HERE)
        pinging = asyncio.create_task(line.ping())
        try:
            await serve(line)
        finally:
            pinging.cancel()
