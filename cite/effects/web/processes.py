"""The web asked by several processes, an event loop each.

Every host belongs to one of them, with all of its domain, and each request of a chain of redirects goes to the
process of its own host: slots, intervals and robots.txt are kept where the host is, as if there were one
process. Walks, retries, judging and the store stay here. A process that dies is started anew, and what it had
under way is asked again: that and nothing else.
"""

import asyncio
import os
import sys
from dataclasses import replace
from zlib import crc32

from cite.effects.web.cookies import Cookies
from cite.effects.web.frames import Done, Job, framed, next_value
from cite.model.errors import CiteError
from cite.model.evidence import Fetch, Fetched, Hop, Unreachable
from cite.model.options import Options
from cite.recognisers.addresses.url_parts import split_url

MOST_DEATHS = 5
"""Of one worker, after which the fault is not the machine's and the run cannot go on."""


class WorkersDied(CiteError):
    """Processes that ask the web were ended time and again, by the system or by somebody."""


class Processes:
    """Makes single requests, as `Hops` does, each in the process that its host belongs to."""

    def __init__(self, options: Options, count: int | None = None) -> None:
        """`count` processes, by default one for each core that this process may use; they share the slots."""
        count = count or cores()
        slots = max(1, options.slots // count)
        self.workers = tuple(_Worker(replace(options, slots=slots)) for _ in range(count))

    @property
    def requests(self) -> int:
        """Requests made so far."""
        return sum(worker.requests for worker in self.workers)

    async def hop(
        self, ask: Fetch, url: str, before: tuple[Hop, ...], cookies: Cookies, ahead: bool = False
    ) -> Fetched | Unreachable:
        """The answer of one address on the way, added to the hops before it. Raises WorkersDied."""
        worker = self.workers[shard(split_url(url).host, len(self.workers))]
        return await worker.hop(ask, url, before, cookies, ahead)

    async def aclose(self) -> None:
        """Let the processes end."""
        await asyncio.gather(*(worker.aclose() for worker in self.workers))


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shard(host: str, count: int) -> int:
    """Which of some processes a host belongs to: the same for all hosts under one domain, in every run."""
    labels = host.lower().rstrip(".").split(".")
    numeric = labels[-1].isdigit() or ":" in host
    domain = host if numeric else ".".join(labels[-2:])
    return crc32(domain.encode("utf-8", "surrogatepass")) % count


class _Worker:
    """One process, started when it is first needed, and again where it dies."""

    def __init__(self, options: Options) -> None:
        self.pid: int | None = None
        self._options = options
        self._open: dict[int, tuple[Job, asyncio.Future[Done]]] = {}
        self._input: asyncio.StreamWriter | None = None
        self._running: asyncio.Task[None] | None = None
        self._last = 0
        self._closing = False
        self._requests = 0
        self._requests_before = 0
        """Of those that died."""

    @property
    def requests(self) -> int:
        return self._requests_before + self._requests

    async def hop(
        self, ask: Fetch, url: str, before: tuple[Hop, ...], cookies: Cookies, ahead: bool
    ) -> Fetched | Unreachable:
        self._last += 1
        job = Job(self._last, ask, url, before, cookies, ahead)
        future: asyncio.Future[Done] = asyncio.get_running_loop().create_future()
        self._open[job.number] = job, future
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        elif self._input is not None:
            self._input.write(framed(job))
        try:
            done = await future
        finally:
            self._open.pop(job.number, None)
        cookies.become(done.cookies)
        if done.answer is None:
            raise RuntimeError(f"{url}: {done.failure}")
        return done.answer

    async def _run(self) -> None:
        """One process after another, until it is told to end."""
        for _ in range(MOST_DEATHS):
            await self._live()
            if self._closing:
                return
            self._requests_before, self._requests = self.requests, 0
        for _, future in self._open.values():
            if not future.done():
                future.set_exception(
                    WorkersDied("the processes that ask the web die again and again")
                )
        self._running = None

    async def _live(self) -> None:
        """A process from its start to its end; whatever is open is sent to it first."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "cite.effects.web.worker",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            # It imports what this process imports, and nothing from where it happens to be started.
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            # Ctrl-C is for this process, which ends the others when it has what they had.
            start_new_session=True,
        )  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        self.pid = process.pid
        process.stdin.write(framed(self._options))
        for job, _ in self._open.values():
            process.stdin.write(framed(job))
        self._input = process.stdin
        try:
            while (done := await next_value(process.stdout)) is not None:
                self._take(done)
        finally:
            self._input = None
            process.stdin.close()
            await process.wait()

    def _take(self, done: Done) -> None:
        self._requests = done.requests
        _, future = self._open.get(done.number, (None, None))
        if future is not None and not future.done():
            future.set_result(done)

    async def aclose(self) -> None:
        """Close its input, upon which it ends."""
        self._closing = True
        if self._running is None:
            return
        while self._input is None and not self._running.done():
            await asyncio.sleep(0.01)  # it is being started
        if self._input is not None:
            self._input.close()
        await self._running
