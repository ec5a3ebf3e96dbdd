"""The one place where a run touches the network: who is asked from where."""

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cite.effects.left_out import left_out
from cite.model.evidence import Fetched, Service, Unreachable
from cite.model.options import Options
from cite.model.references import Reference
from cite.model.verdicts import Heard, Verifier
from cite.plugins import ENGINES, LOCAL, plug_in

if TYPE_CHECKING:
    from cite.effects.engines.sharded import Sharded
    from cite.effects.gathering.gather import Conclude, Gathered
    from cite.effects.store.store import Store
    from cite.effects.web.web import Web

Services = Mapping[str, Service[Any, Any]]


def ask_everybody(
    to_check: Sequence[Reference],
    options: Options,
    store: "Store",
    asking: Sequence[Verifier],
    known_services: Services,
    conclude: "Conclude | None" = None,
    heard: Heard | None = None,
) -> "Gathered":
    """Whatever the verifiers want to know, asked by the engine of the run. Raises StoreError, EngineFailed."""
    with left_out("httpx._main"):  # httpx's own command line, which brings a printer of tables
        from cite.effects.gathering.gather import answerer_for, gather
    from cite.effects.loop import run
    from cite.steps.tally import Tally

    began, tally = time.monotonic(), Tally()

    def hear(answer: Fetched | Unreachable) -> None:
        tally.hear(answer)
        if heard:
            heard(answer)

    async def ask_all() -> "Gathered":
        if options.offline:
            answerer = answerer_for(options, store, None, known_services)
            return await gather(to_check, asking, answerer, conclude)
        async with _asked_from(options, to_check, known_services) as (web, engine):
            answerer = answerer_for(options, store, web, known_services, engine=engine, heard=hear)
            gathered = await gather(to_check, asking, answerer, conclude)
            return replace(gathered, caveats=engine.caveats) if engine else gathered

    gathered = run(ask_all())
    return replace(gathered, hosts=tally.figures(), seconds=time.monotonic() - began)


@asynccontextmanager
async def _asked_from(
    options: Options, to_check: Sequence[Reference], known_services: Services
) -> "AsyncIterator[tuple[Web, Sharded | None]]":
    """The web as services are asked over it, and the engine that asks for pages, where that is another."""
    from cite.effects.web.web import Web
    from cite.steps.pages.onward import onward

    def is_service(url: str) -> bool:
        return any(service.pool(url) for service in known_services.values())

    if options.engine == LOCAL:
        async with Web(options, onward=onward) as web:
            yield web, None
        return
    from cite.effects.engines.sharded import Sharded

    async with plug_in("effects", ENGINES[options.engine])(options) as workers:
        urls = (link.url for reference in to_check for link in reference.links)
        engine = Sharded(options, workers, urls, is_service)
        async with Web(options, onward=onward, hops=engine) as web:
            yield web, engine
