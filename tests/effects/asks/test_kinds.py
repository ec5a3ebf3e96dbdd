"""A kind of ask of one's own: kept, recalled, fresh or not, and answered by a service in its turn."""

import json
from dataclasses import dataclass
from datetime import timedelta

import pytest

from cite.effects.asks.kind import Kept
from cite.effects.asks.known import BY_TYPE, KINDS, ask_id, ask_parts
from cite.model.asks import ServiceAsk
from cite.model.errors import NoSuchService
from cite.model.evidence import Answer, Fetch, Fetched, Look, Manner, Pool
from tests.effects.asking import gathered
from tests.web.server import answer


@dataclass(frozen=True, slots=True)
class LookUp(ServiceAsk):
    """Whether a list of titles has one."""

    title: str
    list: str = "shelf"

    @property
    def service(self):
        return self.list

    def __str__(self):
        return f"“{self.title}” in {self.list}"


@dataclass(frozen=True, slots=True)
class LookedUp(Answer):
    pages: tuple[str, ...] = ()


class LookingUp:
    """How the look-up is kept: as a list of pages, for a day."""

    name = "look-up"
    asks = LookUp

    def detail(self, ask):
        return f"{ask.list} {ask.title}"

    def keep(self, answer):
        return Kept(json.dumps(answer.pages)) if answer.pages else None

    def recall(self, ask, at, kept):
        return LookedUp(ask, at, tuple(json.loads(kept.value)))

    def look(self, answer):
        return Look(answer.at, detail=f"{len(answer.pages)} pages")

    def fresh(self, answer, now, options):
        return now - answer.at < timedelta(days=1)

    def kin(self, ask):
        return ""

    def stand_in(self, others):
        return None

    async def answer(self, ask, desk):
        return await desk.consult(ask)


class Shelf:
    """Reads its list page by page until one says that it is the last."""

    name = "shelf"
    title = "The Shelf"
    per_minute = None

    def __init__(self, base):
        self.base = base

    def next_fetch(self, ask, so_far):
        done = list(so_far)
        if done and (not isinstance(done[-1], Fetched) or b"last" in done[-1].body):
            return None
        return Fetch(f"{self.base}?title={ask.title}&page={len(done)}")

    def read(self, ask, so_far, at):
        good = [one for one in so_far if isinstance(one, Fetched) and one.status == 200]
        return LookedUp(ask, at, tuple(one.body.decode() for one in good))

    def pool(self, url):
        return Pool("shelf", None, at_once=1) if url.startswith(self.base) else None


class Wants:
    name = "wants"
    codes = ()

    def __init__(self, ask):
        self._ask = ask

    def asks(self, reference, evidence):
        yield self._ask

    def weigh(self, reference, evidence):
        return ()


@pytest.fixture
def shelf(loopback, monkeypatch):
    monkeypatch.setitem(BY_TYPE, LookUp, LookingUp())
    loopback.behaviours["/shelf?title=Ledgers&page=0"] = answer("first")
    loopback.behaviours["/shelf?title=Ledgers&page=1"] = answer("last")
    del loopback.asked[:]
    return loopback


def test_it_is_answered_by_its_service_and_the_next_run_asks_nobody(shelf, tmp_path):
    ask = LookUp("", "Ledgers")
    services = {"shelf": Shelf(shelf.url("/shelf"))}
    work = shelf.url("/work")
    seen, _ = gathered(tmp_path, [work], [Wants(ask)], services)
    assert seen[work][ask].pages == ("first", "last")
    assert sum(path.startswith("/shelf") for path in shelf.asked) == 2
    del shelf.asked[:]
    seen, end = gathered(tmp_path, [work], [Wants(ask)], services)
    assert (seen[work][ask].pages, shelf.asked) == (("first", "last"), [])
    assert end.from_store == {ask}


def test_what_its_kind_does_not_keep_is_asked_again(shelf, tmp_path):
    ask = LookUp("", "Unknown")
    services = {"shelf": Shelf(shelf.url("/shelf"))}
    work = shelf.url("/work")
    for _ in range(2):
        del shelf.asked[:]
        seen, _ = gathered(tmp_path, [work], [Wants(ask)], services, max_age=timedelta(0))
        assert seen[work][ask].pages == ()
        assert any(path.startswith("/shelf?title=Unknown") for path in shelf.asked)


def test_a_service_that_the_run_does_not_have_is_a_defect_and_said_so(shelf, tmp_path):
    with pytest.raises(NoSuchService, match="no service named attic"):
        gathered(tmp_path, [shelf.url("/work")], [Wants(LookUp("", "Ledgers", "attic"))])


def test_kinds_are_told_apart_by_name_and_class():
    assert len({kind.name for kind in KINDS}) == len({kind.asks for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize(
    "other",
    [
        Fetch("http://a.example/y"),
        Fetch("http://a.example/x", Manner.BROWSER),
        Fetch("http://a.example/x", follow=False),
        Fetch("http://a.example/x", headers=(("Accept", "text/plain"),)),
        Fetch("http://a.example/x", body_limit=5_000_000),
    ],
)
def test_the_store_tells_every_two_asks_apart_that_may_be_answered_otherwise(other):
    assert ask_id(ask_parts(other)) != ask_id(ask_parts(Fetch("http://a.example/x")))
