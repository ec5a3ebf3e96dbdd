"""How these tests ask: the real fetcher, on loopback, with time-outs of a second and no waiting between attempts."""

import asyncio

from cite.effects.gathering.gather import answerer_for, gather
from cite.effects.store.store import Store
from cite.effects.web.pace import Pace
from cite.effects.web.web import Web
from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.evidence import Fetch
from cite.model.options import Options
from cite.model.references import Reference

LOOPBACK = {"allow_net": ("127.0.0.0/8",), "interval": 0.0, "timeout": 1.0, "retries": 0}


class Time:
    """A clock that moves only when somebody sleeps."""

    def __init__(self):
        self.now = 0.0
        self.slept = []

    async def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    def __call__(self):
        return self.now


def fetch_all(*urls, onward=None, transport=None, **options):
    """The answers, the number of requests, and what was slept."""
    settings = Options(**{**LOOPBACK, **options})

    async def ask():
        time = Time()
        pace = Pace(settings, time, time.sleep)
        async with Web(settings, pace, onward, transport, sleep=time.sleep) as web:
            asks = [url if isinstance(url, Fetch) else Fetch(url) for url in urls]
            answers = await asyncio.gather(*(web.fetch(one) for one in asks))
            return answers, web.requests, time.slept

    return asyncio.run(ask())


def fetch(url, **options):
    """The answer to one address."""
    return fetch_all(url, **options)[0][0]


def reference(url):
    """A work of which nothing is known but its address."""
    entry = Entry("online", {"url": url}, url)
    return Reference(url, entry, (Link(url, url, url, Span(0, len(url))),))


def gathered(folder, urls, verifiers, services=None, **options):
    """What was known of each reference when it was concluded, and the gathering's last word."""
    seen = {}
    settings = Options(**{**LOOPBACK, **options})

    def conclude(one, evidence, _wanted):
        seen[one.key] = dict(evidence.answers)

    async def in_store(store, web):
        answerer = answerer_for(settings, store, web, services or {})
        return await gather([reference(url) for url in urls], verifiers, answerer, conclude)

    async def main():
        with Store.open(folder) as store:
            if settings.offline:
                return await in_store(store, None)
            async with Web(settings) as web:
                return await in_store(store, web)

    return seen, asyncio.run(main())
