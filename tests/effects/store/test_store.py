"""The store: append-only, fresh or stale, whole after anything."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database, Migrations

from cite.effects.asks.known import fresh
from cite.effects.store.store import FILE, Store
from cite.model.errors import StoreError
from cite.model.evidence import (
    Fault,
    Fetch,
    Fetched,
    FindMementos,
    Hop,
    Memento,
    MementosOutcome,
    TimeMap,
    Unreachable,
)
from cite.model.options import Options

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ASK = Fetch("http://a.example/")
GOOD = Fetched(
    ASK,
    NOW,
    200,
    (("content-type", "text/html"),),
    (Hop(ASK.url, 200),),
    b"body",
    "230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5",
)
BAD = Unreachable(ASK, NOW, Fault.RESET, "reset")


def test_an_answer_comes_back_as_it_was(tmp_path):
    with Store.open(tmp_path) as store:
        store.put(GOOD)
    with Store.open(tmp_path) as store:
        assert store.latest([ASK]) == {ASK: GOOD}


def test_an_answer_is_found_by_its_address_whatever_headers_the_question_had(tmp_path):
    asked = replace(ASK, headers=(("Accept-Datetime", "then"),))
    with Store.open(tmp_path) as store:
        store.put(replace(GOOD, ask=asked))
        store.put(replace(GOOD, ask=asked, status=404, at=NOW + timedelta(hours=1)))
        store.put(replace(BAD, ask=asked))
        (found,) = store.answers_at([ASK.url, "http://a.example/other"])
    assert (found.ask.url, found.status, found.body) == (ASK.url, 404, b"body")


def test_captures_come_back_as_they_were(tmp_path):
    ask = FindMementos("http://a.example/", "lab", NOW)
    found = TimeMap(
        ask,
        NOW,
        MementosOutcome.FOUND,
        (Memento("http://lab/2010/x", "http://a.example/", NOW, "lab", 200, "text/html"),),
        "",
        ("x → 200",),
    )
    with Store.open(tmp_path) as store:
        store.put(found)
        assert store.latest([ask]) == {ask: found}


def test_nothing_is_ever_written_over(tmp_path):
    with Store.open(tmp_path) as store:
        store.put(GOOD)
        store.put(replace(BAD, at=NOW + timedelta(days=1)))
        looks = store.history([ASK])[ASK]
    assert [(look.status, look.fault) for look in looks] == [(200, None), (None, Fault.RESET)]


def test_what_was_interrupted_is_not_kept(tmp_path):
    with Store.open(tmp_path) as store:
        store.put(replace(BAD, fault=Fault.INTERRUPTED))
        assert store.latest([ASK]) == {}


def test_failures_are_kept_shorter_than_successes():
    later = NOW + timedelta(hours=2)
    assert fresh(GOOD, later, Options())
    assert not fresh(BAD, later, Options())
    assert not fresh(GOOD, NOW + timedelta(days=8), Options())


def test_an_archive_that_failed_is_asked_again_at_once():
    ask = FindMementos("http://a.example/", "lab", NOW)
    assert not fresh(TimeMap(ask, NOW, MementosOutcome.UNKNOWN), NOW, Options())
    assert not fresh(TimeMap(ask, NOW, MementosOutcome.REFUSED), NOW, Options())


def test_captures_of_long_ago_are_kept_for_ever_and_new_ones_as_long_as_an_answer():
    later = NOW + timedelta(days=3000)
    old = FindMementos("http://a.example/", "lab", NOW - timedelta(days=400))
    new = FindMementos("http://a.example/", "lab", NOW)
    copy = replace(GOOD, ask=Fetch(ASK.url, follow=False), headers=(("memento-datetime", "x"),))
    assert fresh(TimeMap(old, NOW, MementosOutcome.FOUND), later, Options())
    assert fresh(TimeMap(new, NOW, MementosOutcome.FOUND), NOW + timedelta(days=6), Options())
    assert not fresh(TimeMap(new, NOW, MementosOutcome.FOUND), later, Options())
    assert fresh(copy, later, Options())
    assert not fresh(TimeMap(old, NOW, MementosOutcome.ABSENT), NOW + timedelta(days=2), Options())


def test_a_damaged_store_is_one_line(tmp_path):
    (tmp_path / FILE).write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreError, match=r"cite\.db"):
        Store.open(tmp_path)


def test_a_newer_store_is_not_touched(tmp_path):
    Store.open(tmp_path).close()
    later = Migrations("cite")
    later(name="2031-01-01 something that nobody knows yet")(
        lambda db: db.table("later").create({"no": int})
    )
    later.apply(Database(tmp_path / FILE))
    with pytest.raises(StoreError, match="newer"):
        Store.open(tmp_path)


def test_a_store_from_before_the_first_release_is_refused_in_one_line(tmp_path):
    Database(tmp_path / FILE).table("ask").create({"id": bytes, "url": str}, pk="id")
    with pytest.raises(StoreError, match="before its first release"):
        Store.open(tmp_path)


def test_every_step_of_the_schema_is_recorded_with_its_time(tmp_path):
    Store.open(tmp_path).close()
    Store.open(tmp_path).close()
    rows = list(Database(tmp_path / FILE).query("SELECT name, applied_at FROM _sqlite_migrations"))
    assert len({row["name"] for row in rows}) == len(rows) >= 5
    assert all(row["applied_at"].startswith("20") for row in rows)


def test_several_may_open_a_new_store_at_once(tmp_path):
    with ThreadPoolExecutor(8) as threads:
        for store in threads.map(lambda _: Store.open(tmp_path), range(8)):
            store.close()
