"""A year of looks: each day the real policy chooses what is due, and a shot looks at it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cite.model.evidence import Look
from cite.model.options import Options
from cite.model.verdicts import LinkState
from cite.steps.watching import USUAL, Budget, Rhythm, Watched, choose, due, in_all
from simulation.answers import BEGINNING, look, verdict, when
from simulation.servers import Request, Servers
from simulation.shot import Seen, Shot
from simulation.world import DAY, World

HOUR_OF_RUN = 6
"""UTC, at which the day's run begins."""
LOOKS_KEPT = 24
"""Of each page in memory: neither `due` nor a verdict counts further back."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a world is looked after."""

    budget: Budget
    options: Options = field(default_factory=Options)
    rhythm: Rhythm = USUAL
    days: int = 365
    grain: float = 1.0
    """Seconds to which the time of a look is remembered: a million histories share the same looks, and fit."""


class Judged(NamedTuple):
    """One look, and what the report says of it."""

    seen: Seen
    state: LinkState
    before: LinkState | None
    """What the report said last."""


class DayDone(NamedTuple):
    """What one day's run did."""

    day: int
    judged: Sequence[Judged]
    requests: Sequence[Request]
    seconds: float
    """From its first request to its last answer."""
    left_over: int
    """Pages that were due and for which the budget was too small."""


class Memory:
    """What the store would have: every page's looks, and the last verdict on it."""

    def __init__(self, world: World, grain: float) -> None:
        self._world = world
        self._grain = grain
        self._looks: list[tuple[Look, ...]] = [()] * world.pages
        self._browsers: defaultdict[int, tuple[Look, ...]] = defaultdict(tuple)
        self._states: list[LinkState | None] = [None] * world.pages
        self._shared: dict[Look, Look] = {}

    def watched(self, page: int) -> Watched:
        """A page as the policy sees it."""
        return Watched(self._world.url(page), self._world.host(page).name, self.looks(page))

    def looks(self, page: int) -> tuple[Look, ...]:
        """Every look at a page that the policy counts."""
        browsers = self._browsers.get(page)
        return in_all(self._looks[page], browsers) if browsers else self._looks[page]

    def judge(self, seen: Seen) -> Judged:
        """The verdict on a look, which is remembered."""
        page = seen.page
        at = when(seen.at // self._grain * self._grain if self._grain else seen.at)
        state = verdict(self._world.url(page), seen.first, seen.second, at, self._looks[page])
        judged = Judged(seen, state, self._states[page])
        self._states[page] = state
        self._looks[page] = (*self._looks[page][1 - LOOKS_KEPT :], self._one(look(seen.first, at)))
        if seen.second and seen.second.status == 200:
            self._browsers[page] = (
                *self._browsers[page][1 - LOOKS_KEPT :],
                self._one(look(seen.second, at)),
            )
        return judged

    def _one(self, look: Look) -> Look:
        """The same look held once, however many pages had it."""
        return self._shared.setdefault(look, look)


class Calendar:
    """Which pages may be due on which day, so that not all are asked about each day.

    `choose` would pass over those that are not due, so that leaving them out changes nothing.
    """

    def __init__(self, world: World, memory: Memory, rhythm: Rhythm) -> None:
        self._memory = memory
        self._rhythm = rhythm
        self._page_of = {world.url(page): page for page in range(world.pages)}
        self._days: defaultdict[int, list[int]] = defaultdict(list)
        self._waiting = [memory.watched(page) for page in range(world.pages)]

    def choose(self, day: int, budget: Budget) -> tuple[Sequence[int], int]:
        """The pages of a day, by cite's policy, and how many more are due."""
        self._waiting += [self._memory.watched(page) for page in self._days.pop(day, ())]
        chosen = choose(self._waiting, when(start_of(day)), budget, self._rhythm)
        taken = set(chosen)
        self._waiting = [one for one in self._waiting if one.url not in taken]
        return [self._page_of[url] for url in chosen], len(self._waiting)

    def note(self, page: int) -> None:
        """A page was looked at: when next?"""
        at = due(self._memory.looks(page), self._rhythm)
        assert at is not None
        seconds = (at - BEGINNING).total_seconds() - HOUR_OF_RUN * 3600
        self._days[max(0, -int(-seconds // DAY))].append(page)


def start_of(day: int) -> float:
    """The second at which a day's run begins."""
    return day * DAY + HOUR_OF_RUN * 3600


def year(world: World, plan: Plan) -> Iterator[DayDone]:
    """Day by day."""
    memory, servers = Memory(world, plan.grain), Servers(world)
    calendar = Calendar(world, memory, plan.rhythm)
    for day in range(plan.days):
        chosen, left_over = calendar.choose(day, plan.budget)
        shot = Shot(servers, plan.options, start_of(day))
        judged = [memory.judge(seen) for seen in shot.look_at(chosen)]
        for one in judged:
            calendar.note(one.seen.page)
        yield DayDone(day, judged, servers.log, shot.now - start_of(day), left_over)
        servers.log = []
