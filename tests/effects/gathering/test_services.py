"""Archives asked in their turn, with a clock that moves only when told."""

import asyncio
import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cite.archives.memento import MementoArchive
from cite.archives.wayback import Wayback
from cite.effects.gathering.services import Services
from cite.effects.store.store import Store
from cite.model.evidence import (
    Fault,
    Fetch,
    Fetched,
    FindMementos,
    Hop,
    MementosOutcome,
    Pool,
    Unreachable,
)
from cite.model.options import ArchiveSettings

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
INDEX = "https://web.archive.org/cdx/search/cdx?url=x"
REPLAY = "https://web.archive.org/web/20100719120000id_/http://a.example/"
IA = Wayback(ArchiveSettings("ia", "wayback", "https://web.archive.org"))


class Clock:
    def __init__(self):
        self.now = NOON
        self.slept = []

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self.slept.append(round(seconds, 2))
        self.now += timedelta(seconds=seconds)


class Answering:
    """Answers every request with the next of some statuses or faults, the last one over and over."""

    def __init__(self, clock, *answers, headers=()):
        self.clock, self.answers, self.headers, self.at = clock, list(answers), headers, []

    async def __call__(self, ask):
        self.at.append(self.clock.now)
        one = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(one, int):
            return Fetched(ask, self.clock.now, one, self.headers, (Hop(ask.url, one),))
        return Unreachable(ask, self.clock.now, one)


def asking(store, clock, retries=0, archive=IA):
    return Services({archive.name: archive}, store.paces, retries, clock, clock.sleep)


def ask_all(archives, web, urls):
    async def run():
        return [await archives.fetch(archives.pool(url), Fetch(url), web) for url in urls]

    return asyncio.run(run())


def test_no_minute_holds_more_requests_than_the_archive_allows(tmp_path):
    clock = Clock()
    web = Answering(clock, 200)
    with Store.open(tmp_path) as store:
        ask_all(asking(store, clock), web, [INDEX] * 120)
    minutes = [sum(t <= other < t + timedelta(minutes=1) for other in web.at) for t in web.at]
    assert max(minutes) <= 28
    assert timedelta(minutes=4.5) < web.at[-1] - web.at[0] < timedelta(minutes=5.5)


def test_the_pace_goes_on_in_the_next_run(tmp_path):
    clock = Clock()
    web = Answering(clock, 200)
    for _ in range(30):
        with Store.open(tmp_path) as store:
            ask_all(asking(store, clock), web, [INDEX])
    assert sum(at < NOON + timedelta(minutes=1) for at in web.at) <= 28


def test_two_runs_at_once_share_one_pace(tmp_path):
    clock = Clock()
    web = Answering(clock, 200)
    with Store.open(tmp_path) as one, Store.open(tmp_path) as other:
        for _ in range(20):
            ask_all(asking(one, clock), web, [INDEX])
            ask_all(asking(other, clock), web, [INDEX])
    assert sum(at < NOON + timedelta(minutes=1) for at in web.at) <= 28


def test_index_and_copies_are_counted_apart(tmp_path):
    clock = Clock()
    with Store.open(tmp_path) as store:
        ask_all(asking(store, clock), Answering(clock, 200), [REPLAY] * 60 + [INDEX] * 4)
    assert clock.slept == []


def test_an_archive_on_this_machine_has_no_pace_unless_told():
    own = ArchiveSettings("lab", "wayback", "http://127.0.0.1:8090")
    assert Wayback(own).pool("http://127.0.0.1:8090/cdx/search/cdx?url=x").per_minute is None
    told = ArchiveSettings("lab", "wayback", "http://127.0.0.1:8090", per_minute=6)
    assert Wayback(told).pool("http://127.0.0.1:8090/cdx/search/cdx?url=x").per_minute == 6


def test_a_429_stops_the_pool_in_this_run_and_the_next(tmp_path):
    clock = Clock()
    web = Answering(clock, 429)
    with Store.open(tmp_path) as store:
        first, second = ask_all(asking(store, clock, retries=2), web, [INDEX, INDEX])
    with Store.open(tmp_path) as store:
        (third,) = ask_all(asking(store, clock, retries=2), web, [INDEX])
        (copy,) = ask_all(asking(store, clock, retries=2), Answering(clock, 200), [REPLAY])
    assert first.status == 429
    assert second.fault is third.fault is Fault.LEFT_ALONE
    assert len(web.at) == 1
    assert copy.status == 200


def test_retry_after_says_how_long_a_pool_is_left_alone(tmp_path):
    clock = Clock()
    with Store.open(tmp_path) as store:
        archives = asking(store, clock)
        ask_all(archives, Answering(clock, 429, headers=(("retry-after", "90"),)), [INDEX])
        clock.now += timedelta(seconds=80)
        (early,) = ask_all(archives, Answering(clock, 200), [INDEX])
        clock.now += timedelta(seconds=20)
        (late,) = ask_all(archives, Answering(clock, 200), [INDEX])
    assert early.fault is Fault.LEFT_ALONE
    assert late.status == 200


def test_a_refused_connection_opens_the_breaker_for_an_hour_across_runs(tmp_path):
    clock = Clock()
    with Store.open(tmp_path) as store:
        (first,) = ask_all(
            asking(store, clock), Answering(clock, Fault.CONNECTION_REFUSED), [INDEX]
        )
    clock.now += timedelta(minutes=59)
    web = Answering(clock, 200)
    with Store.open(tmp_path) as store:
        (within,) = ask_all(asking(store, clock), web, [INDEX])
    clock.now += timedelta(minutes=2)
    with Store.open(tmp_path) as store:
        (after,) = ask_all(asking(store, clock), web, [INDEX])
    assert first.fault is within.fault is Fault.BREAKER_OPEN
    assert "connection refused" in within.detail
    assert after.status == 200
    assert len(web.at) == 1


def test_a_fault_that_may_pass_is_tried_again_in_turn(tmp_path):
    clock = Clock()
    web = Answering(clock, 503, Fault.RESET, 200)
    with Store.open(tmp_path) as store:
        (answer,) = ask_all(asking(store, clock, retries=2), web, [INDEX])
    assert answer.status == 200
    assert clock.slept == [1, 2]


def test_what_was_not_asked_is_not_kept(tmp_path):
    held = Unreachable(Fetch(INDEX), NOON, Fault.BREAKER_OPEN)
    with Store.open(tmp_path) as store:
        store.answers.put(held)
        assert store.answers.latest([held.ask]) == {}


def test_a_store_that_cannot_be_written_stops_the_pool_all_the_same(tmp_path):
    clock = Clock()
    with Store.open(tmp_path) as store:
        store.file.read_only = True
        _, second = ask_all(asking(store, clock), Answering(clock, 429), [INDEX, INDEX])
    assert second.fault is Fault.LEFT_ALONE


def test_outcomes_are_kept_apart(tmp_path):
    base = "http://archive.example"
    archive = MementoArchive(ArchiveSettings("m", "memento", base))
    ask = FindMementos("http://a.example/", "m", NOON)
    said = {}
    for name, answers in {
        "absent": [404],
        "refused": [429],
        "forbidden": [403],
        "unknown": [503],
        "silent": [Fault.READ_TIMEOUT],
        "closed": [Fault.CONNECTION_REFUSED],
    }.items():
        clock = Clock()
        with Store.open(tmp_path / name) as store:
            archives = asking(store, clock, 0, archive)
            web = Answering(clock, *answers)

            async def fetch(request, archives=archives, web=web):
                return await archives.fetch(archives.pool(request.url), request, web)

            said[name] = asyncio.run(archives.consult(ask, fetch)).outcome
    assert said == {
        "absent": MementosOutcome.ABSENT,
        "refused": MementosOutcome.REFUSED,
        "forbidden": MementosOutcome.REFUSED,
        "unknown": MementosOutcome.UNKNOWN,
        "silent": MementosOutcome.UNKNOWN,
        "closed": MementosOutcome.UNKNOWN,
    }


class Indexed:
    """A service whose pool says how many requests it takes in a row and together."""

    name = "index"
    title = "The Index"
    per_minute = 300.0

    def __init__(self, **pace):
        self._pool = Pool("index", self.per_minute, **pace)

    def pool(self, url):
        return self._pool


def test_a_pool_that_says_how_many_may_go_at_once_gets_no_more(tmp_path):
    clock = Clock()
    web = Answering(clock, 200)
    with Store.open(tmp_path) as store:
        services = asking(store, clock, archive=Indexed(burst=5))
        ask_all(services, web, [INDEX] * 20)
    assert sum(at == NOON for at in web.at) <= 6
    seconds = [sum(t <= other < t + timedelta(seconds=1) for other in web.at) for t in web.at[6:]]
    assert max(seconds) <= 6


def test_a_pool_that_says_how_many_may_be_under_way_gets_no_more(tmp_path):
    under_way, most = 0, 0

    async def web(ask):
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        for _ in range(3):
            await asyncio.sleep(0)
        under_way -= 1
        return Fetched(ask, NOON, 200, (), (Hop(ask.url, 200),))

    async def run(services):
        pool = services.pool(INDEX)
        await asyncio.gather(*(services.fetch(pool, Fetch(INDEX), web) for _ in range(10)))

    with Store.open(tmp_path) as store:
        asyncio.run(run(asking(store, Clock(), archive=Indexed(at_once=3))))
    assert most == 3


class Telling(Indexed):
    """A service whose every answer says how many a minute it takes from now on."""

    def told(self, pool, answer):
        said = answer.header("x-per-minute")
        return replace(pool, per_minute=float(said)) if said else pool


def test_a_service_that_says_how_fast_it_may_be_asked_is_asked_so(tmp_path):
    clock = Clock()
    web = Answering(clock, 200, headers=(("x-per-minute", "6"),))
    with Store.open(tmp_path) as store:
        ask_all(asking(store, clock, archive=Telling(burst=1)), web, [INDEX] * 7)
    gaps = [(later - earlier).total_seconds() for earlier, later in itertools.pairwise(web.at)]
    assert all(gap == pytest.approx(10) for gap in gaps[2:])


def test_who_waited_for_a_place_still_goes_at_the_pace(tmp_path):
    clock, at = Clock(), []

    async def web(ask):
        at.append(clock.now)
        if len(at) == 1:
            clock.now += timedelta(minutes=1)  # one that keeps everybody waiting
        await asyncio.sleep(0)
        return Fetched(ask, NOON, 200, (), (Hop(ask.url, 200),))

    async def run(services):
        pool = services.pool(INDEX)
        await asyncio.gather(*(services.fetch(pool, Fetch(INDEX), web) for _ in range(20)))

    with Store.open(tmp_path) as store:
        asyncio.run(run(asking(store, clock, archive=Indexed(at_once=1, burst=5))))
    seconds = [sum(t <= other < t + timedelta(seconds=1) for other in at) for t in at[1:]]
    assert max(seconds) <= 11
