"""One run of `cite watch` on a time of its own: the schedule, attempts and second looks are cite's; only the network,
the event loop and the judging of pages are not.

What stands here beside the schedule is the order in which `effects.web` does things with it: the first of several asks
for robots.txt, a redirect goes before the queue, an attempt waits outside it. A test holds it against the real loop.
"""

import heapq
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from cite.effects.gathering.gather import RECALLED_AT_ONCE
from cite.effects.web.attempts import usual_pause
from cite.effects.web.hop import ROBOTS_TIMEOUT
from cite.effects.web.schedule import Schedule
from cite.model.evidence import Fault
from cite.model.options import Options
from simulation.answers import Said, asked_again, looked_at_twice
from simulation.servers import Servers
from simulation.world import Host, Reply

NO_ANSWER = Reply(0.0, fault=Fault.READ_TIMEOUT)


class Seen(NamedTuple):
    """What one look at a page came to."""

    page: int
    at: float
    """When the first answer was there."""
    first: Said
    second: Said | None
    """In a browser's manner, where that was tried."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """One request that is to be made for a page."""

    page: int
    host: Host
    attempt: int = 1
    first: tuple[float, Said] | None = None
    """When a tool was told what, where this is the second look, in a browser's manner."""
    moved: bool = False
    """Whether a redirect is being followed."""

    def done(self) -> bool:
        """It waits until it is let in."""
        return False


class _Event(NamedTuple):
    """What happens, and when."""

    at: float
    number: int
    """Of two at the same time, the earlier planned comes first."""
    happen: Callable[[], None]


class Shot:
    """Looks at some pages, from a second of the simulation on."""

    def __init__(self, servers: Servers, options: Options, begins: float) -> None:
        self._servers = servers
        self._options = options
        self._schedule = Schedule[_Visit](options.slots, options.per_host, options.interval)
        self._events: list[_Event] = []
        self._number = 0
        self._seen: list[Seen] = []
        self.now = begins

    def look_at(self, pages: Sequence[int]) -> Sequence[Seen]:
        """What each page was seen to be, in the order in which that was known."""
        for some in _batches(pages, RECALLED_AT_ONCE):
            for page in some:
                self._queue(_Visit(page, self._servers.world.host(page)))
            self._let_in()
        while (at := self._next_time()) < math.inf:
            self.now = at
            for event in self._due():
                event.happen()
            self._let_in()
        return self._seen

    def _due(self) -> Sequence[_Event]:
        """What happens now; what follows from it happens once others have been let in."""
        events = []
        while self._events and self._events[0].at <= self.now:
            events.append(heapq.heappop(self._events))
        return events

    def _next_time(self) -> float:
        return min(self._events[0].at if self._events else math.inf, self._schedule.opens_at)

    def _queue(self, visit: _Visit, ahead: bool = False) -> None:
        self._schedule.queue(visit.host.name, visit, self.now, ahead)

    def _let_in(self) -> None:
        for visit, first in self._schedule.let_in(self.now):
            if first:
                self._introduce(visit)
            else:
                self._ask(visit)

    def _introduce(self, visit: _Visit) -> None:
        """The first of several asks for robots.txt."""
        sent = self._turn(visit.host)
        reply, delay = self._servers.robots(visit.host, sent)
        comes, gives_up = sent + reply.after, self.now + ROBOTS_TIMEOUT
        delay = delay if comes <= gives_up else 0.0
        self._plan(min(comes, gives_up), partial(self._introduced, visit, delay))

    def _introduced(self, visit: _Visit, delay: float) -> None:
        self._schedule.introduce(visit.host.name, delay)
        self._schedule.give_back(visit.host.name, True, self.now)
        self._queue(visit, ahead=True)

    def _ask(self, visit: _Visit) -> None:
        """One request; patience with it begins before its turn."""
        sent, gives_up = self._turn(visit.host), self.now + self._options.timeout
        if sent <= gives_up:
            browser = visit.first is not None
            reply = self._servers.page(visit.page, sent, browser, visit.moved)
            if sent + reply.after <= gives_up:
                self._plan(sent + reply.after, partial(self._answered, visit, reply))
                return
        self._plan(gives_up, partial(self._answered, visit, NO_ANSWER))

    def _turn(self, host: Host) -> float:
        sent = self._schedule.turn(host.name, self.now)
        self._schedule.sent(host.name, sent)
        return sent

    def _answered(self, visit: _Visit, reply: Reply) -> None:
        self._schedule.give_back(visit.host.name, False, self.now)
        if reply.retry_after:
            self._schedule.hold(visit.host.name, self.now + reply.retry_after)
        self._told(visit, Said(reply.status, reply.fault, visit.moved), reply.retry_after)

    def _told(self, visit: _Visit, said: Said, retry_after: int | None) -> None:
        """The answer to one request: a redirect is followed, what may pass is asked again, what speaks against a page
        is looked at twice."""
        if said.status == 301:
            self._queue(replace(visit, moved=True), ahead=True)
        elif asked_again(said) and visit.attempt <= self._options.retries:
            pause = retry_after or usual_pause(visit.attempt)
            again = replace(visit, attempt=visit.attempt + 1, moved=False)
            self._plan(self.now + pause, partial(self._queue, again, visit.first is not None))
        elif visit.first is None and looked_at_twice(said):
            second = _Visit(visit.page, visit.host, first=(self.now, said))
            self._plan(self.now, partial(self._queue, second, True))
        elif visit.first is None:
            self._seen.append(Seen(visit.page, self.now, said, None))
        else:
            self._seen.append(Seen(visit.page, *visit.first, said))

    def _plan(self, at: float, happen: Callable[[], None]) -> None:
        self._number += 1
        heapq.heappush(self._events, _Event(at, self._number, happen))


def _batches(pages: Sequence[int], size: int) -> Iterable[Sequence[int]]:
    return (pages[at : at + size] for at in range(0, len(pages), size))
