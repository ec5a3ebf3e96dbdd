"""How these tests ask: every name leads to the loopback web, unless a test says otherwise."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace

from cite.effects.engines.line import LineBroken
from cite.effects.engines.sharded import Sharded
from cite.effects.engines.worker import serve
from cite.effects.web.web import Web
from cite.model.options import ConnectTo, Options

OPTIONS = Options(allow_net=("127.0.0.0/8",), interval=0.0, timeout=20.0, retries=0)


class Wire:
    """One end of a line within this process."""

    def __init__(self, out, into):
        self._out, self._into = out, into

    async def send(self, data):
        self._out.put_nowait(data)

    async def receive(self):
        data = await self._into.get()
        if data is None:
            raise LineBroken("it was cut")
        return data

    def cut(self):
        """Both ends hear no more."""
        self._out.put_nowait(None)
        self._into.put_nowait(None)


class Within:
    """Workers on this event loop; `serving` is what they do."""

    def __init__(self, options, serving=serve):
        self.count = options.workers
        self.wires = {}
        self._serving = serving

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        pass

    @asynccontextmanager
    async def line(self, number):
        there, back = asyncio.Queue(), asyncio.Queue()
        self.wires[number] = Wire(there, back)
        worker = asyncio.create_task(self._serving(Wire(back, there)))
        try:
            yield self.wires[number]
        finally:
            there.put_nowait(None)
            await worker


def asked_by(kind, loopback, work, urls=(), is_service=lambda url: False, **options):
    """What some work with an engine and its workers comes to."""
    everywhere = ConnectTo("", None, "127.0.0.1", loopback.port) if loopback else None
    settings = replace(OPTIONS, connect_to=(everywhere,) if everywhere else (), **options)

    async def main():
        async with kind(settings) as them:
            engine = Sharded(settings, them, urls, is_service)
            async with Web(settings, hops=engine):
                return await work(engine, them)

    return asyncio.run(main())
