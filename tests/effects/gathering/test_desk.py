"""The front desk: what it lets go at once, and what it keeps of what services answer on the way."""

import asyncio
from datetime import UTC, datetime

from cite.effects.gathering import desk as desk_module
from cite.effects.gathering.desk import LARGE, LARGE_AT_ONCE, FrontDesk
from cite.effects.gathering.engine import LocalEngine
from cite.effects.gathering.reachability import Reachability
from cite.effects.gathering.services import Services
from cite.effects.store.store import Store
from cite.model.evidence import (
    Fetch,
    Fetched,
    FindMementos,
    Hop,
    MementosOutcome,
    TimeMap,
    Unreachable,
)
from cite.model.options import Options

NOW = datetime(2026, 11, 24, tzinfo=UTC)
SITE = "http://127.0.0.1/"


class Counting:
    """A web that answers at its leisure and counts how many it is asked for together."""

    requests = 0

    def __init__(self):
        self.under_way = self.most = 0

    async def fetch(self, ask, retries=None, ahead=False):
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        for _ in range(5):
            await asyncio.sleep(0)
        self.under_way -= 1
        return Fetched(ask, NOW, 200, (), (Hop(ask.url, 200),))


class OnePage:
    """An archive whose whole word is one page."""

    name, title, per_minute = "lab", "Lab", None

    def next_fetch(self, ask, so_far):
        return None if so_far else Fetch(f"{SITE}captures")

    def read(self, ask, so_far, at):
        return TimeMap(ask, at, MementosOutcome.ABSENT, via=tuple(one.url for one in so_far))

    def pool(self, url):
        return None


def answers(tmp_path, asks, kept=None):
    """What a front desk says, all at once or as a test asks it, and how many pages it wanted together at most."""
    web = Counting()

    async def run():
        with Store.open(tmp_path) as store:
            options = Options(allow_net=("127.0.0.0/8",))
            services = Services({"lab": OnePage()}, store.paces, 0, lambda: NOW)
            reachability = Reachability(options, web.fetch, lambda: NOW)
            kept_as = kept.append if kept is not None else store.answers.put
            desk = FrontDesk(LocalEngine(web, reachability), services, kept_as)
            if callable(asks):
                return await asks(desk)
            return await asyncio.gather(*(desk.ask(ask) for ask in asks))

    return asyncio.run(run()), web.most


def test_few_large_pages_are_fetched_at_once_and_any_number_of_usual_ones(tmp_path):
    large = [Fetch(f"{SITE}{n}", body_limit=LARGE + 1) for n in range(20)]
    found, most = answers(tmp_path, large)
    assert (len(found), most) == (20, LARGE_AT_ONCE)
    _, most = answers(tmp_path, [Fetch(f"{SITE}{n}", body_limit=LARGE) for n in range(20)])
    assert most == 20


def test_what_a_service_answers_on_the_way_is_kept_beneath_its_word(tmp_path):
    ask, kept = FindMementos("http://a.example/", "lab", NOW), []
    (word,), _ = answers(tmp_path, [ask], kept)
    assert (word.ask, word.outcome) == (ask, MementosOutcome.ABSENT)
    assert [one.ask.url for one in kept] == [f"{SITE}captures"]
    assert not any(isinstance(one, Unreachable) for one in kept)


def test_no_more_is_begun_while_the_engine_has_enough_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(desk_module, "MOST_PAGES", 3)
    asks = [Fetch(f"{SITE}{n}") for n in range(10)]

    async def begin_one_by_one(desk):
        begun = []
        for ask in asks:
            await desk.room()
            begun.append(asyncio.create_task(desk.ask(ask)))
            await asyncio.sleep(0)
        return await asyncio.gather(*begun)

    found, most = answers(tmp_path, begin_one_by_one)
    assert [one.ask for one in found] == asks
    assert most == 3
