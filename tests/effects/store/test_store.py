"""The store: append-only, fresh or stale, whole after anything."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database, Migrations

from cite.effects.asks.known import ask_id, ask_parts, fresh
from cite.effects.store import migrations
from cite.effects.store.file import FILE
from cite.effects.store.store import Store
from cite.model.conditions import Conditions
from cite.model.errors import StoreError
from cite.model.evidence import (
    Fault,
    Fetch,
    Fetched,
    FindMementos,
    Hop,
    Look,
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
        store.answers.put(GOOD)
    with Store.open(tmp_path) as store:
        assert store.answers.latest([ASK]) == {ASK: GOOD}


def test_an_answer_is_found_by_its_address_whatever_headers_the_question_had(tmp_path):
    asked = replace(ASK, headers=(("Accept-Datetime", "then"),))
    with Store.open(tmp_path) as store:
        store.answers.put(replace(GOOD, ask=asked))
        store.answers.put(replace(GOOD, ask=asked, status=404, at=NOW + timedelta(hours=1)))
        store.answers.put(replace(BAD, ask=asked))
        (found,) = store.answers.at_addresses([ASK.url, "http://a.example/other"])
    answer = found.answer
    assert (answer.ask.url, answer.status, answer.body) == (ASK.url, 404, b"body")


def test_captures_come_back_as_they_were(tmp_path):
    ask = FindMementos("http://a.example/", "lab", NOW)
    found = TimeMap(
        ask,
        NOW,
        MementosOutcome.FOUND,
        (Memento("http://lab/2010/x", "http://a.example/", NOW, "lab", 200, "text/html"),),
        via=("x → 200",),
    )
    with Store.open(tmp_path) as store:
        store.answers.put(found)
        assert store.answers.latest([ask]) == {ask: found}


def test_outcomes_are_when_and_with_what_and_no_more(tmp_path):
    with Store.open(tmp_path) as store:
        store.answers.put(replace(BAD, at=NOW + timedelta(days=1)))
        store.answers.put(GOOD)
        outcomes = store.answers.outcomes([ASK, Fetch("http://a.example/other")])
    assert outcomes == {ASK: (Look(NOW, 200), Look(NOW + timedelta(days=1), None, Fault.RESET))}


def test_nothing_is_ever_written_over(tmp_path):
    with Store.open(tmp_path) as store:
        store.answers.put(GOOD)
        store.answers.put(replace(BAD, at=NOW + timedelta(days=1)))
        looks = store.answers.history([ASK])[ASK]
    assert [(look.status, look.fault) for look in looks] == [(200, None), (None, Fault.RESET)]


def test_what_was_interrupted_is_not_kept(tmp_path):
    with Store.open(tmp_path) as store:
        store.answers.put(replace(BAD, fault=Fault.INTERRUPTED))
        assert store.answers.latest([ASK]) == {}


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


DEMONSTRATION = Conditions("cite/0", 1.5, 3, ("::127.0.0.1:8080",), "ca.pem", True)


def test_an_answer_comes_back_with_the_conditions_under_which_it_was_had(tmp_path):
    with Store.open(tmp_path) as store:
        store.answers.put(BAD)
    with Store.open(tmp_path, DEMONSTRATION) as store:
        store.answers.put(replace(GOOD, at=NOW + timedelta(days=1)))
    with Store.open(tmp_path, Conditions("cite/1", 20.0, 2)) as store:
        assert store.answers.recall([ASK])[ASK].conditions == DEMONSTRATION
        store.answers.put(replace(GOOD, at=NOW + timedelta(days=2)))
        assert store.answers.recall([ASK])[ASK].conditions.user_agent == "cite/1"
    assert Database(tmp_path / FILE).table("condition").count == 2


def test_a_store_from_before_conditions_were_kept_goes_on_and_says_none(tmp_path, monkeypatch):
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "STEPS", migrations.STEPS[:5])
        Store.open(tmp_path).close()
    old = Database(tmp_path / FILE)
    old.table("host").insert({"no": 1, "name": "http://a.example"})
    identity = ask_id(ask_parts(ASK))
    old.table("ask").insert(
        {"no": 1, "id": identity, "kind": "fetch", "host": 1, "path": "/", "detail": ""}
    )
    old.table("answer").insert(
        {
            "no": 1,
            "ask": 1,
            "at": NOW.timestamp(),
            "status": 200,
            "value": '{"h":[[0,200,0.0,null]]}',
        }
    )
    old.close()
    with Store.open(tmp_path, DEMONSTRATION) as store:
        recalled = store.answers.recall([ASK])[ASK]
        assert (recalled.latest.status, recalled.conditions) == (200, None)
        store.answers.put(replace(BAD, at=NOW + timedelta(days=1)))
        recalled = store.answers.recall([ASK])[ASK]
    assert (len(recalled.earlier), recalled.conditions) == (1, DEMONSTRATION)


@pytest.mark.parametrize("value", ["no JSON", "{}", '{"h":[[1]]}', "[]"])
def test_a_row_that_no_cite_has_written_is_one_line_and_says_what_to_do(tmp_path, value):
    with Store.open(tmp_path) as store:
        store.answers.put(BAD)
    Database(tmp_path / FILE).table("answer").update(1, {"value": value})
    with Store.open(tmp_path) as store, pytest.raises(StoreError, match=r"damaged.*move it away"):
        store.answers.recall([ASK])


def test_the_views_list_answers_as_a_person_would(tmp_path):
    with Store.open(tmp_path, DEMONSTRATION) as store:
        store.answers.put(GOOD)
    (row,) = Database(tmp_path / FILE).view("look").rows
    assert (row["at"], row["kind"], row["url"]) == ("2026-11-24 12:00:00", "fetch", ASK.url)
    assert '"demonstration":true' in row["condition"]


def test_the_parts_of_a_page_that_came_later_take_the_place_of_fewer(tmp_path):
    body = b"word " * 300_000
    digest = hashlib.sha256(body).hexdigest()
    plain = replace(GOOD, body=body, digest=digest)
    whole = replace(plain, ask=Fetch(ASK.url, body_limit=10_000_000))
    with Store.open(tmp_path) as store:
        for answer in (plain, whole, replace(plain, at=NOW + timedelta(days=1))):
            store.answers.put(answer)
            store.answers.flush()
        found = store.answers.latest([plain.ask, whole.ask])
    assert found[whole.ask].body == body
    assert Database(tmp_path / FILE).table("body").count == 1
