"""`python -m cite.effects.web.worker`: one process of several that ask the web for another. See `processes`."""

import asyncio
import sys
from datetime import UTC, datetime

from cite.effects.loop import run
from cite.effects.net.network import Transport
from cite.effects.web.cookies import Cookies
from cite.effects.web.frames import Done, Job, framed, next_value
from cite.effects.web.hop import Hops
from cite.effects.web.pace import Pace


async def serve() -> None:
    """Make every request that standard input asks for, until that is closed."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin.buffer)
    out, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, sys.stdout.buffer)
    options = await next_value(reader)
    hops = Hops(options, Pace(options), Transport(options), lambda: datetime.now(UTC))
    under_way: set[asyncio.Task[None]] = set()

    async def make(job: Job) -> None:
        try:
            answer = await hops.hop(job.ask, job.url, job.before, job.cookies, job.ahead)
            done = framed(Done(job.number, answer, job.cookies, hops.requests))
        except Exception as error:  # told to the parent, which would wait for ever
            failure = f"{type(error).__name__}: {error}"
            done = framed(Done(job.number, None, Cookies(), hops.requests, failure))
        out.write(done)

    while (job := await next_value(reader)) is not None:
        task = asyncio.create_task(make(job))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
    for task in under_way:
        task.cancel()
    await hops.aclose()


if __name__ == "__main__":
    run(serve())
