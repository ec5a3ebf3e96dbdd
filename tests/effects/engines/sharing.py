"""How these tests ask: by real workers, every name leading to the loopback web."""

import asyncio
from dataclasses import replace

from cite.effects.engines.sharded import Sharded
from cite.effects.web.web import Web
from cite.model.options import ConnectTo, Options

OPTIONS = Options(allow_net=("127.0.0.0/8",), interval=0.0, timeout=20.0, retries=0)


def asked_by(kind, loopback, work, urls=(), is_service=lambda url: False, **options):
    """What some work with an engine and its workers comes to."""
    everywhere = ConnectTo("", None, "127.0.0.1", loopback.port)
    settings = replace(OPTIONS, connect_to=(everywhere,), **options)

    async def main():
        async with kind(settings) as them:
            engine = Sharded(settings, them, urls, is_service)
            async with Web(settings, hops=engine):
                return await work(engine, them)

    return asyncio.run(main())
