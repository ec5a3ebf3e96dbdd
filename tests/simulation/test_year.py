"""A year simulated: the same for the same seed, within every budget, and true to what the world did."""

from collections import Counter

from cite.model.options import Options
from cite.model.verdicts import LinkClass
from cite.steps.watching import Budget, choose
from simulation.answers import when
from simulation.results import read, write
from simulation.tally import Cause, tally
from simulation.world import DAY, NEVER, World
from simulation.year import Calendar, Memory, Plan, start_of, year

PLAN = Plan(Budget(per_day=200, per_host=20), days=60)


def world(seed=3, pages=400):
    return World(pages, seed, PLAN.days * DAY)


def test_the_same_seed_gives_the_same_year_and_another_seed_another():
    same = [tally(world(), year(world(), PLAN)) for _ in range(2)]
    assert same[0] == same[1]
    assert tally(world(4), year(world(4), PLAN)) != same[0]


def test_no_budget_is_exceeded_and_no_host_is_asked_faster_than_its_interval():
    options = Options()
    for done in year(world(), PLAN):
        assert len(done.judged) <= 200
        hosts = Counter(world().host(one.seen.page).name for one in done.judged)
        assert max(hosts.values(), default=0) <= 20
        last = {}
        for request in sorted(done.requests):
            assert request.at - last.get(request.host, -NEVER) >= options.interval - 1e-6
            last[request.host] = request.at


def test_choosing_from_those_that_may_be_due_is_choosing_from_all():
    """What the calendar leaves out, the policy would have left out."""
    one = world()
    memory, plan = Memory(one, PLAN.grain), PLAN
    calendar = Calendar(one, memory, plan.rhythm)
    for done in year(one, Plan(plan.budget, days=25)):
        watched = [memory.watched(page) for page in range(one.pages)]
        of_all = choose(watched, when(start_of(done.day)), plan.budget, plan.rhythm)
        pages, _ = calendar.choose(done.day, plan.budget)
        assert sorted(of_all) == sorted(map(one.url, pages))
        for judged in done.judged:
            memory.judge(judged.seen)
            calendar.note(judged.seen.page)


def test_what_is_gone_is_found_and_what_only_fails_for_once_is_not_called_gone():
    one = world(pages=1000)
    counted = tally(one, year(one, Plan(Budget(300, 100), days=60)))
    assert counted.found_after[Cause.PAGE]
    assert min(counted.found_after[Cause.PAGE]) >= 0
    assert counted.never_found <= len(counted.found_after[Cause.PAGE])
    assert Cause.CHANCE not in counted.alarms
    assert counted.alarms_at_once[Cause.SILENCE] > counted.alarms[Cause.SILENCE]


def test_a_page_that_lives_on_a_sound_host_is_never_called_broken():
    one = world()
    sound = {
        page for page in range(one.pages)
        if one.gone_since(page) == NEVER and one.dies[page] == NEVER and not one.host(page).spells
    }  # fmt: skip
    for done in year(one, PLAN):
        for judged in done.judged:
            if judged.seen.page in sound:
                assert judged.state.link_class is not LinkClass.BROKEN


def test_a_tally_comes_back_as_it_was_written(tmp_path):
    counted = tally(world(), year(world(), Plan(PLAN.budget, days=20)))
    write(tmp_path / "year.json", {"seed": 3}, counted)
    told, again = read(tmp_path / "year.json")
    assert told == {"seed": 3}
    assert (again.days, again.alarms, again.hosts_a_day) == (
        counted.days, counted.alarms, counted.hosts_a_day,
    )  # fmt: skip
