"""How these tests ask: the real fetcher, on loopback, with time-outs of a second and no waiting between attempts."""

import asyncio

from cite.effects.web.pace import Pace
from cite.effects.web.web import Web
from cite.model.evidence import Fetch
from cite.model.options import Options

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
