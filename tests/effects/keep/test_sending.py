"""The queue: its pace, its patience, and that it is taken up where it was."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from cite.archives.save_page_now import SavePageNow
from cite.effects.keep.sending import Sender
from cite.effects.store.store import Store
from cite.model.errors import StoreError
from cite.model.keeping import Fate, KeeperAnswer, Sending
from cite.model.options import ArchiveSettings

START = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEEPER = SavePageNow(ArchiveSettings("ia", "wayback", "https://archive.example"))


class Archive:
    """A clock that moves when somebody sleeps, and an archive that takes everything."""

    def __init__(self, folder, start=START):
        self.folder = folder
        self.now = start
        self.posts = []
        self.said = lambda request, number: {"job_id": f"j{number}"}
        self.status = {"status": "success", "timestamp": "20261124120000", "original_url": ""}
        self.code = 200

    async def sleep(self, seconds):
        self.now += timedelta(seconds=seconds)

    async def ask(self, keeper, request):
        if request.method == "GET":
            return KeeperAnswer(200, json.dumps(self.status).encode())
        self.posts.append(self.now)
        return KeeperAnswer(self.code, json.dumps(self.said(request, len(self.posts))).encode())

    def run(self, urls):
        with Store.open(self.folder) as store:
            there = {one.url: one for one in store.queue.sendings()}
            queue = [there.get(url, Sending("ia", url, Fate.WAITING, self.now)) for url in urls]
            sender = Sender(store, self.ask, clock=lambda: self.now, sleep=self.sleep)
            return asyncio.run(sender.run({"ia": KEEPER}, queue))


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path)


URLS = [f"http://paper.example/{number}" for number in range(20)]


def fates(delivered):
    return [one.fate for one in delivered.sendings.values()]


def test_no_more_than_seven_a_minute_are_handed_over(archive):
    delivered = archive.run(URLS)
    assert fates(delivered) == [Fate.KEPT] * 20
    for first in archive.posts:
        within = [at for at in archive.posts if first <= at < first + timedelta(minutes=1)]
        assert len(within) <= 7


def test_the_pace_outlasts_the_run(archive, tmp_path):
    archive.run(URLS[:3])
    last = archive.posts[-1]
    later = Archive(tmp_path, archive.now)
    later.run(URLS[:6])
    assert len(later.posts) == 3
    assert later.posts[0] - last >= timedelta(minutes=1) / 7


def test_a_job_that_never_ends_is_given_up(archive):
    archive.status = {"status": "pending"}
    delivered = archive.run(URLS[:1])
    assert fates(delivered) == [Fate.WAITING] or fates(delivered) == [Fate.FAILED]
    for _ in range(10):
        archive.now += timedelta(hours=1)
        delivered = archive.run(URLS[:1])
    assert fates(delivered) == [Fate.FAILED]
    assert len(archive.posts) == 5


def test_an_archive_that_asks_to_slow_down_is_left_alone_and_the_queue_kept(archive, tmp_path):
    archive.code = 429
    delivered = archive.run(URLS[:3])
    assert len(archive.posts) == 1
    assert fates(delivered) == [Fate.WAITING] * 3
    assert delivered.again_at["ia"] >= START + timedelta(minutes=4)
    soon = Archive(tmp_path, archive.now + timedelta(minutes=1))
    soon.run(URLS[:3])
    assert soon.posts == []
    then = Archive(tmp_path, archive.now + timedelta(minutes=6))
    assert fates(then.run(URLS[:3])) == [Fate.KEPT] * 3


def test_refused_keys_end_the_run_at_once(archive):
    archive.code = 401
    delivered = archive.run(URLS[:3])
    assert len(archive.posts) == 1
    assert "refused the keys" in delivered.halted["ia"]
    assert fates(delivered) == [Fate.WAITING] * 3


def test_what_is_refused_for_good_does_not_hold_up_the_rest(archive):
    def said(request, number):
        if number == 1:
            return {"status": "error", "status_ext": "error:blocked-url", "message": "No."}
        return {"job_id": f"j{number}"}

    archive.said = said
    assert fates(archive.run(URLS[:3])) == [Fate.FAILED, Fate.KEPT, Fate.KEPT]


def test_a_store_that_fails_ends_the_run_in_one_line(archive):
    async def fail(keeper, request):
        raise StoreError("the disk is full")

    archive.ask = fail
    with pytest.raises(StoreError, match="full"):
        archive.run(URLS[:1])


class Killed(BaseException):
    """As sudden as a kill: nothing after it runs."""


@pytest.mark.parametrize("when", range(12))
def test_a_run_that_dies_anywhere_is_taken_up_where_it_was(tmp_path, when):
    """Death in the exchange, before or after the archive has heard: what it has, it is not asked to capture twice."""
    archive, captured, asked = Archive(tmp_path), {}, 0
    whole = archive.ask

    async def mortal(keeper, request):
        nonlocal asked
        asked += 1
        if asked == when // 2 + 1 and when % 2 == 0:
            raise Killed
        answer = await whole(keeper, request)
        if request.method == "POST":
            # Within a day the archive gives the same job for the same address, and makes no second capture.
            job = captured.setdefault(request.body, f"j{len(captured)}")
            answer = KeeperAnswer(200, json.dumps({"job_id": job}).encode())
        if asked == when // 2 + 1:
            raise Killed
        return answer

    archive.ask = mortal
    with pytest.raises(BaseException):  # noqa: B017, PT011
        archive.run(URLS[:4])
    archive.ask = mortal
    delivered = archive.run(URLS[:4])
    assert fates(delivered) == [Fate.KEPT] * 4
    assert len(captured) == 4
