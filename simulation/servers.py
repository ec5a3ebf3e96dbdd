"""The web as it is asked: a world's answers, with the limits that hosts keep, and a log of every request."""

from collections import Counter, defaultdict, deque
from typing import NamedTuple

from simulation.world import DAY, OUTAGES, Host, Reply, Trouble, World

PATIENCE = 30
"""Seconds that a host asks for when it is asked too much."""
MINUTE = 60.0


class Request(NamedTuple):
    """One request as it came."""

    at: float
    host: str
    page: int | None
    """None for robots.txt."""


class Servers:
    """Every host of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.log: list[Request] = []
        self._lately: defaultdict[str, deque[float]] = defaultdict(deque)
        self._asked: Counter[int] = Counter()
        self._day = -1

    def page(self, page: int, at: float, browser: bool, moved: bool) -> Reply:
        """What comes of asking for a page, or for where it moved to."""
        host, nth = self.world.host(page), self._nth(page, at)
        self.log.append(Request(at, host.name, page))
        if self._too_many(host, at) and host.trouble(at) not in OUTAGES:
            return Reply(host.latency, 429, retry_after=PATIENCE)
        if moved:
            return self.world.new_home(page, at, nth)
        return self.world.reply(page, at, nth, browser)

    def robots(self, host: Host, at: float) -> tuple[Reply, float]:
        """What comes of asking for robots.txt, and the seconds between requests that it asks for."""
        self.log.append(Request(at, host.name, None))
        trouble = host.trouble(at)
        if trouble is Trouble.SILENT:
            return Reply(float("inf")), 0.0
        if trouble in OUTAGES:
            return Reply(host.latency, 503), 0.0
        self._too_many(host, at)
        return Reply(host.latency, 200), host.crawl_delay

    def _nth(self, page: int, at: float) -> int:
        """How many requests for a page came before on its day."""
        if int(at / DAY) != self._day:
            self._day = int(at / DAY)
            self._asked.clear()
        self._asked[page] += 1
        return self._asked[page]

    def _too_many(self, host: Host, at: float) -> bool:
        """Whether a host has been asked too often in the minute before."""
        if not host.per_minute:
            return False
        lately = self._lately[host.name]
        while lately and lately[0] <= at - MINUTE:
            lately.popleft()
        lately.append(at)
        return len(lately) > host.per_minute
