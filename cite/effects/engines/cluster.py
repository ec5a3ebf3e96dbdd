"""Workers of a Dask cluster, each asking for one shard over queues of the scheduler.

Dask knows who is there, begins a task on a worker, and carries bytes; all else is as with processes. Nothing that a
worker sends is unpickled: its task has no result, and of one that failed only that it did is read. Who the peers are
is another matter: whoever can pass for a cluster's scheduler can run anything on all that are connected to it. So one
on another machine has to show a certificate. See docs/decisions/0022.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from cite.effects.engines.line import EngineFailed, LineBroken
from cite.effects.engines.queues import ROOM, Message, QueueLine, Sign, names
from cite.effects.engines.scheduler import client_of, trusted_address
from cite.model.options import Options
from cite.model.version import __version__

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 60.0
"""Seconds that a scheduler or its workers may be away before the run gives up."""
LOOK = 1.0
"""Seconds between two looks at who is there."""
FAREWELL = 5.0
"""Seconds for a worker to be told that it is done."""


class Cluster:
    """As many shards as workers are wanted, or as the cluster has when the run begins."""

    def __init__(self, options: Options) -> None:
        """Raises SettingsError for a scheduler that is none, or may not be trusted."""
        self.count = options.workers
        """0 for as many as there are, until that is known."""
        self.address = trusted_address(options)
        self._connection: _Connection | None = None
        self._connections = AsyncExitStack()
        self._connecting = asyncio.Lock()

    async def __aenter__(self) -> "Cluster":
        try:
            connection = await self._connected(patience=0)
            there = await connection.workers(self.count or 1)
        except LineBroken as error:
            raise EngineFailed(f"{self.address}: {error}") from error
        self.count = self.count or len(there)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._connections.aclose()

    @asynccontextmanager
    async def line(self, number: int) -> AsyncIterator[QueueLine]:
        """A line to a worker that has begun. Raises LineBroken, EngineFailed."""
        connection = await self._connected(PATIENCE)
        async with connection.line() as line:
            yield line

    async def _connected(self, patience: float) -> "_Connection":
        """The scheduler that is there now. Raises EngineFailed, SettingsError."""
        async with self._connecting:
            end = monotonic() + patience
            while self._connection is None or self._connection.lost:
                try:
                    connection = _Connection(self.address)
                    self._connection = await self._connections.enter_async_context(connection)
                except OSError as error:
                    if monotonic() >= end:
                        raise EngineFailed(
                            f"the scheduler {self.address} cannot be reached"
                        ) from error
                    await asyncio.sleep(LOOK)
            return self._connection


class _Connection:
    """One scheduler from when it is found until it is lost: another at its address knows nothing of our queues."""

    def __init__(self, address: str) -> None:
        self.lost = False
        self._address = address
        self._there: tuple[str, ...] = ()
        self._busy: Counter[str] = Counter()
        """Shards by the worker that has them."""

    async def __aenter__(self) -> "_Connection":
        self._client: Client = await client_of(self._address)
        self._watching = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._watching.cancel()
        with suppress(Exception):  # what is said to a scheduler that is gone
            await self._client.close()

    async def workers(self, wanted: int = 1) -> tuple[str, ...]:
        """Addresses of those that are there, waited for until they are enough. Raises EngineFailed, LineBroken."""
        end = monotonic() + PATIENCE
        while len(there := await self._look()) < wanted:
            if monotonic() >= end:
                raise EngineFailed(
                    f"the cluster at {self._address} has {len(there)} workers of {wanted} wanted"
                )
            await asyncio.sleep(LOOK)
        return there

    async def _look(self) -> tuple[str, ...]:
        try:
            info = await self._client.scheduler.identity(n_workers=-1)
        except Exception as error:  # Dask raises whatever it meets
            self.lost, self._there = True, ()
            raise LineBroken("its scheduler is gone") from error
        self._there = tuple(info["workers"])
        return self._there

    async def _watch(self) -> None:
        """Keep an eye on who is there: Dask tells a client nothing of a worker that is lost."""
        with suppress(LineBroken):
            while True:
                await self._look()
                await asyncio.sleep(LOOK)

    @asynccontextmanager
    async def line(self) -> AsyncIterator[QueueLine]:
        """A line to whichever worker has least to do, once it has begun. Raises LineBroken, EngineFailed."""
        worker = min(await self.workers(), key=lambda one: (self._busy[one], one))
        self._busy[worker] += 1
        name = f"cite-{uuid4().hex}"
        try:
            async with self._queues(name) as (to_worker, from_worker):
                future = self._submitted(name, worker)
                lost = asyncio.create_task(self._lost(future, worker))
                line = QueueLine(to_worker.put, _getting(from_worker, lost))
                pinging = asyncio.create_task(line.ping())
                try:
                    await self._begun(line, future)
                    yield line
                finally:
                    await _stopped(pinging, lost)
                    await self._said_goodbye(line)
                    future.release()
        finally:
            self._busy[worker] -= 1

    @asynccontextmanager
    async def _queues(self, name: str) -> AsyncIterator[list[Any]]:
        from distributed import Queue

        try:
            queues = [await Queue(one, client=self._client, maxsize=ROOM) for one in names(name)]
        except Exception as error:  # Dask raises whatever it meets
            raise LineBroken("its scheduler is gone") from error
        try:
            yield queues
        finally:
            for queue in queues:
                queue.close()

    def _submitted(self, name: str, worker: str) -> "Future":
        """The task, given to one worker and no other: where that is lost, we see it and begin another ourselves."""
        from cite.effects.engines.cluster_worker import ask_for_shard

        return self._client.submit(ask_for_shard, name, key=name, pure=False, workers=[worker])

    async def _begun(self, line: QueueLine, future: "Future") -> None:
        try:
            await line.begun(PATIENCE)
        except TimeoutError as error:
            raise EngineFailed(
                f"no worker of {self._address} took up its task within {PATIENCE:g} seconds"
            ) from error
        except LineBroken as error:
            if future.status != "error":
                raise
            raise EngineFailed(
                f"no worker of {self._address} can begin: cite {__version__} with its extra `dask` has to be "
                "installed with the scheduler and with every worker"
            ) from error

    async def _lost(self, future: "Future", worker: str) -> None:
        """Returns never. Raises LineBroken where a task or its worker is gone."""
        over = asyncio.create_task(self._over(future))
        try:
            while not over.done():
                if worker not in self._there:
                    raise LineBroken("its worker is gone")
                await asyncio.wait([over], timeout=LOOK)
        finally:
            over.cancel()
        raise LineBroken("its task ended there")

    async def _said_goodbye(self, line: QueueLine) -> None:
        """The worker told that it is done, if it can be."""
        if not self.lost:
            with suppress(LineBroken, TimeoutError):
                async with asyncio.timeout(FAREWELL):
                    await line.say(Sign.END)

    async def _over(self, future: "Future") -> None:
        """Returns when a task is over, however; its result and its error stay where they are."""
        from distributed import wait

        with suppress(Exception), self._client.as_current():
            await wait(future)


def _getting(queue: Any, lost: "asyncio.Task[None]") -> Any:
    """How the next message is had, unless the line is lost before it comes."""

    async def get(patience: float) -> Message:
        getting = asyncio.ensure_future(queue.get())
        try:
            await asyncio.wait(
                [getting, lost], timeout=patience, return_when=asyncio.FIRST_COMPLETED
            )
            if getting.done():
                message: Message = getting.result()
                return message
        finally:
            getting.cancel()
        if lost.done():
            lost.result()
        raise TimeoutError

    return get


async def _stopped(*tasks: "asyncio.Task[None]") -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
