"""What a year amounts to: throughput, load on hosts, deaths found and how late, alarms and which were false."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from cite.model.verdicts import LinkClass, LinkState
from simulation.servers import MINUTE
from simulation.world import DAY, Trouble, Truth, World
from simulation.year import DayDone, Judged


class Cause(Enum):
    """What ended or hid a page when a report called it broken."""

    PAGE = "the page is gone for good"
    HOST = "its host is gone for good"
    AWAY = "its server says that it is gone, and will have it again"
    NO_NAME = "its name is not found for a while"
    REFUSED = "its host refuses connections for a while"
    SILENCE = "its host does not answer for days"
    CHANCE = "one request failed"

    @property
    def true(self) -> bool:
        """Whether the page was gone when it was called so."""
        return self in (Cause.PAGE, Cause.HOST, Cause.AWAY)


_OUTAGES = {
    Trouble.NAMELESS: Cause.NO_NAME,
    Trouble.REFUSED: Cause.REFUSED,
    Trouble.SILENT: Cause.SILENCE,
    Trouble.FAILING: Cause.SILENCE,
}


def cause(world: World, page: int, at: float) -> Cause:
    """Why a page looks broken at a time."""
    host, truth = world.host(page), world.truth(page, at)
    if truth is Truth.GONE:
        return Cause.HOST if at >= host.dies else Cause.PAGE
    if truth is Truth.AWAY:
        return Cause.AWAY
    trouble = host.trouble(at)
    return _OUTAGES.get(trouble, Cause.CHANCE) if trouble else Cause.CHANCE


@dataclass(slots=True)
class Day:
    """One day's run in figures."""

    looks: int
    requests: int
    hours: float
    left_over: int
    busiest_host: int
    """Requests to the host that was asked most."""
    busiest_minute: int
    """Most requests to one host within one minute of the clock."""


@dataclass(slots=True)
class Tally:
    """All that was counted."""

    days: list[Day] = field(default_factory=list)
    hosts_a_day: Counter[int] = field(default_factory=Counter)
    """How often a host was asked so many times in a day."""
    found_after: dict[Cause, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Days between an end and the report that calls the page broken, for each page gone for good."""
    never_found: int = 0
    """Pages gone for good at the end that no report called broken."""
    alarms: Counter[Cause] = field(default_factory=Counter)
    """Reports that call a page broken which the report before did not."""
    stood: list[float] = field(default_factory=list)
    """Days from each false alarm to the report that takes it back."""
    alarms_at_once: Counter[Cause] = field(default_factory=Counter)
    """The same if every failure to answer were called a death at once: no suspicion, no history."""

    @property
    def looks(self) -> int:
        """Of the whole year."""
        return sum(day.looks for day in self.days)

    @property
    def requests(self) -> int:
        """Of the whole year."""
        return sum(day.requests for day in self.days)


class Counting:
    """Takes in a year, day by day."""

    def __init__(self, world: World) -> None:
        self.tally = Tally()
        self._world = world
        self._found: set[int] = set()
        self._failing: set[int] = set()
        self._false: dict[int, float] = {}

    def day(self, done: DayDone) -> None:
        """Count one day's run."""
        self.tally.days.append(_day(done, self.tally.hosts_a_day))
        for judged in done.judged:
            page, at = judged.seen.page, judged.seen.at
            broken = judged.state.link_class is LinkClass.BROKEN
            self._alarm(judged, page, at, broken)
            self._at_once(page, at, broken or judged.state is LinkState.TRANSIENT)
            if broken:
                self._find(page, at)

    def end(self, at: float) -> Tally:
        """The whole, at the end of a simulation."""
        gone = (page for page in range(self._world.pages) if self._world.gone_since(page) < at)
        self.tally.never_found = sum(page not in self._found for page in gone)
        return self.tally

    def _alarm(self, judged: Judged, page: int, at: float, broken: bool) -> None:
        if not broken and page in self._false:
            self.tally.stood.append((at - self._false.pop(page)) / DAY)
        was_broken = judged.before is not None and judged.before.link_class is LinkClass.BROKEN
        if broken and not was_broken:
            why = cause(self._world, page, at)
            self.tally.alarms[why] += 1
            if not why.true:
                self._false[page] = at

    def _at_once(self, page: int, at: float, fails: bool) -> None:
        if fails and page not in self._failing:
            self.tally.alarms_at_once[cause(self._world, page, at)] += 1
        (self._failing.add if fails else self._failing.discard)(page)

    def _find(self, page: int, at: float) -> None:
        gone = self._world.gone_since(page)
        if gone <= at and page not in self._found:
            self._found.add(page)
            self.tally.found_after[cause(self._world, page, at)].append((at - gone) / DAY)


def tally(world: World, days: Iterable[DayDone]) -> Tally:
    """Count a year."""
    counting, lasting = Counting(world), 0.0
    for done in days:
        counting.day(done)
        lasting = (done.day + 1) * DAY
    return counting.end(lasting)


def _day(done: DayDone, hosts_a_day: Counter[int]) -> Day:
    hosts = Counter(request.host for request in done.requests)
    minutes = Counter((request.host, request.at // MINUTE) for request in done.requests)
    hosts_a_day.update(hosts.values())
    return Day(
        len(done.judged),
        len(done.requests),
        done.seconds / 3600,
        done.left_over,
        max(hosts.values(), default=0),
        max(minutes.values(), default=0),
    )
