"""The fast simulation against the whole of cite on a virtual loop: the same web, the same days."""

from collections import Counter, defaultdict
from datetime import timedelta

import pytest

from cite.effects.web import attempts
from cite.model.options import Options
from cite.steps.watching import Budget, Rhythm
from simulation.whole import WholeYear
from simulation.world import DAY, World
from simulation.year import Plan, start_of, year

PAGES, DAYS = 250, 10
EXACT = Rhythm(spread=0.0)
"""The two are a millisecond apart now and then, which a spread by the second of a look would make minutes of."""
PLAN = Plan(
    Budget(per_day=120, per_host=30),
    Options(max_age=timedelta(hours=12), slots=20),
    EXACT,
    DAYS,
    grain=0.0,
)


@pytest.mark.parametrize("seed", [7, 11])
def test_the_real_loop_looks_at_the_same_pages_asks_as_often_and_says_the_same(
    seed, tmp_path, monkeypatch
):
    monkeypatch.setattr(attempts.random, "uniform", lambda low, high: (low + high) / 2)
    world = World(PAGES, seed, DAYS * DAY)
    whole = WholeYear(world, PLAN, tmp_path)
    in_order = []
    for done in year(world, PLAN):
        whole.servers.log = []
        chosen = whole.day(done.day)
        states = {world.url(one.seen.page): one.state for one in done.judged}
        assert set(chosen) == states.keys()
        assert {url: whole.states[url] for url in chosen} == states
        ours, theirs = visits(done.requests), visits(whole.servers.log)
        assert {host: Counter(pages) for host, pages in ours.items()} == {
            host: Counter(pages) for host, pages in theirs.items()
        }
        in_order += [ours[host] == theirs[host] for host in ours]
        lasted, really = (
            last(log) - start_of(done.day) for log in (done.requests, whole.servers.log)
        )
        assert lasted == pytest.approx(really, rel=0.05, abs=0.1)
    # A further attempt at a host that fails may fall within a millisecond of another, and change places with it.
    assert sum(in_order) >= 0.8 * len(in_order)


def visits(log):
    """The pages that each host was asked for, in order."""
    found = defaultdict(list)
    for request in sorted(log, key=lambda one: one.at):
        found[request.host].append(request.page)
    return found


def last(log):
    """When the last request came."""
    return max((request.at for request in log), default=0.0)
