"""The schedule by itself, on a time that is told: its limits hold whatever comes, and nobody waits for nothing."""

import heapq
import itertools
import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from cite.effects.web.schedule import Schedule


@dataclass(frozen=True)
class Request:
    host: str
    number: int

    def done(self):
        return False


def run(schedule, requests, lasting):
    """Every request let in, with when it was sent; `lasting` seconds later it is over."""
    for one in requests:
        schedule.queue(one.host, one, 0.0)
    now, ends, sent, crowds, at_once, most = 0.0, [], [], Counter(), 0, 0
    while True:
        for one, first in schedule.let_in(now):
            at_once, crowds[one.host] = at_once + 1, crowds[one.host] + 1
            most = max(most, at_once)
            due = schedule.turn(one.host, now)
            schedule.sent(one.host, due)
            sent.append((due, one, crowds[one.host]))
            heapq.heappush(ends, (due + lasting, one.number, one, first))
        now = min(ends[0][0] if ends else math.inf, schedule.opens_at)
        if now == math.inf:
            return sent, most
        while ends and ends[0][0] <= now:
            _, _, one, first = heapq.heappop(ends)
            at_once, crowds[one.host] = at_once - 1, crowds[one.host] - 1
            schedule.give_back(one.host, first, now)


@given(
    st.lists(st.integers(0, 4), max_size=40),
    st.integers(1, 6),
    st.integers(1, 3),
    st.sampled_from([0.0, 0.2, 1.0]),
    st.sampled_from([0.01, 0.5, 3.0]),
)
def test_all_are_let_in_and_no_limit_is_ever_exceeded(hosts, slots, per_host, interval, lasting):
    requests = [Request(f"h{host}", number) for number, host in enumerate(hosts)]
    sent, most = run(Schedule(slots, per_host, interval), requests, lasting)
    assert {one for _, one, _ in sent} == set(requests)
    assert most <= slots
    assert all(crowd <= per_host for _, _, crowd in sent)
    times = defaultdict(list)
    for at, one, _ in sent:
        times[one.host].append(at)
    for visits in times.values():
        visits.sort()
        assert all(b - a >= interval - 1e-9 for a, b in itertools.pairwise(visits))


def test_no_slot_is_held_for_a_host_that_rests():
    requests = [Request("busy", n) for n in range(3)] + [Request(f"h{n}", 9 + n) for n in range(6)]
    sent, _ = run(Schedule(1, 1, 10.0), requests, 0.01)
    assert max(at for at, one, _ in sent if one.host != "busy") < 1
    assert round(sent[-1][0]) == 20


def test_a_host_that_asks_for_patience_is_asked_by_nobody_before():
    schedule = Schedule(5, 5, 0.0)
    schedule.hold("a", 30.0)
    sent, _ = run(schedule, [Request("a", 1), Request("a", 2)], 0.1)
    assert min(at for at, _, _ in sent) == 30.0


def test_who_waits_no_more_is_passed_over_and_takes_no_slot():
    schedule, gone, here = Schedule(1, 1, 0.0), Request("a", 1), Request("a", 2)
    schedule.queue("a", gone, 0.0)
    schedule.queue("a", here, 0.0)
    schedule.withdraw("a", gone)
    assert [one for one, _ in schedule.let_in(0.0)] == [here]
    schedule.give_back("a", False, 0.0)
    assert schedule.idle("a")
