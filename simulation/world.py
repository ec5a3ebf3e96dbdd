"""A web that never was: hosts and pages whose whole year is decided beforehand, by a seed.

Every figure here is an assumption, and docs/simulation.md names them all. Times are in seconds from the beginning of
the simulation. What a host answers follows from the time, the page, and how often it was asked: nothing else is drawn
while time passes, so that two ways of asking meet the same web.
"""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random

from cite.model.evidence import Fault

DAY = 86_400.0
YEAR = 365 * DAY
NEVER = math.inf
PAGES_A_HOST = 16
"""On average; a few hosts have thousands."""


class Trouble(Enum):
    """What befalls a whole host for a while."""

    SILENT = "silent"
    """Connections are made and nothing is said."""
    FAILING = "failing"
    """503."""
    REFUSED = "refused"
    NAMELESS = "nameless"
    """Its name is not found: a name server is down, or a fee was forgotten."""
    WALL = "wall"
    """403 to whoever is no browser."""
    CLOSED = "closed"
    """403 to everybody who asks from here."""
    REBUILT = "rebuilt"
    """The site is made anew: most of its pages answer 404 until somebody complains."""


OUTAGES = (Trouble.SILENT, Trouble.FAILING, Trouble.REFUSED, Trouble.NAMELESS)


@dataclass(frozen=True, slots=True)
class Spell:
    """A trouble, from when until when."""

    trouble: Trouble
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Host:
    """A host, and all that will become of it."""

    name: str
    latency: float
    """Seconds that it usually takes."""
    flakiness: float
    """How likely one request fails for no reason."""
    per_minute: int
    """Requests that it takes in a minute before it answers 429; 0 for any number."""
    crawl_delay: float
    """Seconds between requests that its robots.txt asks for."""
    spells: tuple[Spell, ...]
    dies: float
    death: Trouble
    """How it is silent from then on."""

    def trouble(self, at: float) -> Trouble | None:
        """What ails it at a time; the first of several."""
        if at >= self.dies:
            return self.death
        for spell in self.spells:
            if spell.begins <= at < spell.ends:
                return spell.trouble
        return None


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes of one request."""

    after: float
    """Seconds; infinity where nothing ever comes."""
    status: int | None = None
    fault: Fault | None = None
    retry_after: int | None = None
    moved: bool = False
    """Whether it leads to where the page is now."""


class Truth(Enum):
    """How a page really fares, which no checker knows."""

    WELL = "well"
    GONE = "gone for good"
    AWAY = "gone, and coming back"
    OUT_OF_REACH = "well, but its host is not to be reached"


class World:
    """Hosts and pages by number; the pages of a host stand together."""

    def __init__(self, pages: int, seed: int, lasting: float = YEAR) -> None:
        self.seed = seed
        self._lasting = lasting
        dice = Random(seed)
        self.hosts: list[Host] = []
        self.host_of = array("l")
        for size in _sizes(pages, max(1, pages // PAGES_A_HOST)):
            number = len(self.hosts)
            self.host_of.extend([number] * size)
            self.hosts.append(self._host(dice, number))
        self.dies, self.returns, self.moves = (array("d") for _ in range(3))
        for _ in self.host_of:
            self._page(dice)

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.host_of)

    def url(self, page: int) -> str:
        """The address of a page."""
        return f"https://{self.hosts[self.host_of[page]].name}/{page}"

    def host(self, page: int) -> Host:
        """The host of a page."""
        return self.hosts[self.host_of[page]]

    def truth(self, page: int, at: float) -> Truth:
        """How a page fares at a time."""
        host = self.host(page)
        if at >= host.dies or (self.dies[page] <= at and self.returns[page] == NEVER):
            return Truth.GONE
        if self.dies[page] <= at < self.returns[page]:
            return Truth.AWAY
        trouble = host.trouble(at)
        if trouble is Trouble.REBUILT and self._lost_in_rebuilding(page):
            return Truth.AWAY
        return Truth.OUT_OF_REACH if trouble in OUTAGES else Truth.WELL

    def gone_since(self, page: int) -> float:
        """When a page goes for good, if ever."""
        own = self.dies[page] if self.returns[page] == NEVER else NEVER
        return min(own, self.host(page).dies)

    def reply(self, page: int, at: float, nth: int, browser: bool) -> Reply:
        """What comes of the nth request for a page on a day, to a tool or to a browser; limits left out."""
        host, draw = self.host(page), self._draw(page, at, nth)
        after = host.latency * (0.6 + 0.8 * draw)
        trouble = host.trouble(at)
        if trouble is Trouble.SILENT:
            return Reply(math.inf)
        if trouble is Trouble.FAILING:
            return Reply(after, 503)
        if trouble is Trouble.REFUSED:
            return Reply(after, fault=Fault.CONNECTION_REFUSED)
        if trouble is Trouble.NAMELESS:
            return Reply(after, fault=Fault.NO_SUCH_NAME)
        if trouble is Trouble.CLOSED or (trouble is Trouble.WALL and not browser):
            return Reply(after, 403)
        if draw < host.flakiness:
            return _a_fault(after, draw / host.flakiness)
        if self.dies[page] <= at < self.returns[page]:
            return Reply(after, 404)
        if trouble is Trouble.REBUILT and self._lost_in_rebuilding(page):
            return Reply(after, 404)
        if at >= self.moves[page]:
            return Reply(after, 301, moved=True)
        return Reply(after, 200)

    def new_home(self, page: int, at: float, nth: int) -> Reply:
        """What comes of following a page to where it is now."""
        draw = self._draw(page, at, nth)
        return Reply(self.host(page).latency * (0.6 + 0.8 * draw), 200)

    def _draw(self, page: int, at: float, nth: int) -> float:
        """A number from 0 to 1 for one request: the same whenever it is drawn (splitmix64)."""
        mixed = (self.seed << 48) + (page << 20) + (int(at / DAY) << 8) + nth
        mixed = (mixed + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (mixed ^ (mixed >> 31)) / 2**64

    def _lost_in_rebuilding(self, page: int) -> bool:
        return page % 10 < 7

    def _host(self, dice: Random, number: int) -> Host:
        ill = dice.random()
        flakiness = 0.1 if ill < 0.03 else 0.01 if ill < 0.15 else 0.001
        dies = self._some_time(dice) if dice.random() < 0.02 else NEVER
        limited, slow = dice.random() < 0.03, dice.random() < 0.02
        return Host(
            f"host{number}.example",
            min(8.0, dice.lognormvariate(math.log(0.25), 0.8)),
            flakiness,
            dice.choice((10, 30, 60)) if limited else 0,
            dice.choice((1.0, 5.0, 10.0)) if slow else 0.0,
            tuple(sorted(self._spells(dice), key=lambda spell: spell.begins)),
            dies,
            dice.choices(OUTAGES, (30, 0, 10, 60))[0],
        )

    def _spells(self, dice: Random) -> list[Spell]:
        """Three outages in two years, most of hours, some of days; walls and rebuildings are rarer and last."""
        found = []
        while dice.random() < 0.6:
            trouble = dice.choices(OUTAGES, (30, 45, 20, 5))[0]
            found.append(self._spell(dice, trouble, dice.lognormvariate(math.log(DAY / 3), 1.5)))
        if dice.random() < 0.08:
            trouble = dice.choice((Trouble.WALL, Trouble.CLOSED))
            found.append(self._spell(dice, trouble, dice.uniform(10 * DAY, 120 * DAY)))
        if dice.random() < 0.03:
            found.append(self._spell(dice, Trouble.REBUILT, dice.uniform(2 * DAY, 20 * DAY)))
        return found

    def _spell(self, dice: Random, trouble: Trouble, lasting: float) -> Spell:
        begins = self._some_time(dice)
        return Spell(trouble, begins, begins + lasting)

    def _page(self, dice: Random) -> None:
        """Eight in a hundred go in a year; one of six of these comes back after some weeks. Four move."""
        fate = dice.random()
        dies = self._some_time(dice) if fate < 0.08 else NEVER
        comes_back = fate < 0.08 / 6
        self.dies.append(dies)
        self.returns.append(dies + dice.uniform(5 * DAY, 60 * DAY) if comes_back else NEVER)
        self.moves.append(self._some_time(dice) if 0.08 <= fate < 0.12 else NEVER)

    def _some_time(self, dice: Random) -> float:
        return dice.uniform(0.0, self._lasting)


def _sizes(pages: int, hosts: int) -> Sequence[int]:
    """Pages of each host: the nth largest has a share that falls with n, as on the web at large."""
    weights = [1 / (n + 10) ** 0.9 for n in range(hosts)]
    scale = pages / sum(weights)
    sizes = [max(1, round(weight * scale)) for weight in weights]
    sizes[0] += pages - sum(sizes)
    return sizes


def _a_fault(after: float, draw: float) -> Reply:
    """One of the ways in which a request fails for no reason."""
    if draw < 0.4:
        return Reply(after, 503)
    if draw < 0.7:
        return Reply(math.inf)
    return Reply(after, fault=Fault.RESET)
