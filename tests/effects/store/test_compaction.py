"""The store thinned: verdicts stay as they were, what stands on an answer keeps it, a kill leaves all or nothing."""

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from cite import pipeline
from cite.effects.store.file import FILE
from cite.effects.store.store import Store
from cite.model.errors import StoreError
from cite.model.evidence import Fetch
from cite.model.keeping import Fate, Sending
from cite.model.options import Options
from tests.effects.store.histories import AGAIN, BEGAN, SEEN, Day, history

ROOT = Path(__file__).parents[3]
URL = "http://tides.example/on-tides"
LATER = BEGAN + timedelta(days=1000)
DAYS = st.builds(Day, st.integers(1, 20), st.sampled_from(SEEN), st.sampled_from(AGAIN))
RUNS = st.lists(st.tuples(DAYS, st.integers(1, 12)), max_size=6)


def fill(folder, days, url=URL):
    with Store.open(folder) as store:
        for answer in history(url, days):
            store.answers.put(answer)


def compact(folder, **said):
    return pipeline.compact_store(Options(cache=folder), now=LATER, **said)


def verdicts(folder):
    """By the time of the look, what it would be called today and why."""
    (history,) = pipeline.address_histories([URL], Options(cache=folder))
    return {
        look.at: (one.state, one.reasons, one.suspected)
        for look, one in zip(history.looks, history.verdicts, strict=True)
    }


def reported(folder):
    listed = folder / "list.txt"
    listed.write_text(URL + "\n")
    (verdict,) = pipeline.report([listed], Options(cache=folder)).verdicts
    return verdict


@settings(max_examples=40, deadline=None)
@given(RUNS)
def test_what_is_kept_is_called_what_it_was_called(runs):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, [day for day, times in runs for _ in range(times)])
        before, report = verdicts(folder), reported(folder)
        compact(folder)
        after = verdicts(folder)
        assert after == {at: before[at] for at in after}
        assert {one[0] for one in after.values()} == {one[0] for one in before.values()}
        assert reported(folder) == report
        assert pipeline.store_faults(Options(cache=folder)) == ()


DAILY = [Day(1, "work")] * 300


def test_what_would_go_is_said_and_stays(tmp_path):
    fill(tmp_path, DAILY)
    said = compact(tmp_path, dry_run=True)
    assert said.of == 300 and 250 < said.answers < 300 and said.size > said.answers * 40
    assert len(verdicts(tmp_path)) == 300
    assert compact(tmp_path) == said
    assert len(verdicts(tmp_path)) == 300 - said.answers
    assert compact(tmp_path).answers == 0


def test_bodies_that_nothing_names_go_and_the_file_shrinks(tmp_path):
    words = iter(range(10**6))
    days = history(URL, DAILY)
    with Store.open(tmp_path) as store:
        for answer in days:
            body = os.urandom(20_000)
            store.answers.put(replace(answer, body=body, digest=f"{next(words):064x}"))
    before = (tmp_path / FILE).stat().st_size
    said = compact(tmp_path)
    assert said.bodies == said.answers
    assert (tmp_path / FILE).stat().st_size < before - said.size * 0.9


def test_what_a_package_or_a_copy_stands_on_is_kept(tmp_path):
    days = list(history(URL, DAILY))
    with Store.open(tmp_path) as store:
        for number, answer in enumerate(days):
            store.answers.put(answer)
            if number == 100:
                store.answers.flush()
                store.grounds.lay("package tides", [Fetch(URL)])
        kept = days[160].at + timedelta(hours=1)
        store.queue.put(Sending("lab", URL, Fate.KEPT, kept))
    compact(tmp_path)
    assert {days[100].at, days[160].at} <= verdicts(tmp_path).keys()
    assert not {days[101].at, days[161].at} & verdicts(tmp_path).keys()


def test_copies_and_other_questions_are_kept_whole(tmp_path):
    ask = Fetch("http://archive.example/2009id_/x", follow=False)
    with Store.open(tmp_path) as store:
        for answer in history(URL, DAILY):
            store.answers.put(replace(answer, ask=ask))
    assert compact(tmp_path).answers == 0


def test_a_store_that_cannot_be_written_is_not_thinned(tmp_path, monkeypatch):
    fill(tmp_path, DAILY)
    with Store.open(tmp_path) as store:
        store.file.read_only = True
        with pytest.raises(StoreError, match="cannot be written"):
            store.compaction.compact(LATER, timedelta(days=30))


KILLED = """
import os, signal, sqlite3, sys
from datetime import datetime, timedelta
from pathlib import Path
from cite import pipeline
from cite.effects.store import file
from cite.model.options import Options

folder, nth, now = Path(sys.argv[1]), int(sys.argv[2]), datetime.fromisoformat(sys.argv[3])
opened = file._open

def watched(path):
    store = opened(path)
    left = nth
    def told(statement):
        nonlocal left
        if statement.startswith(("DELETE", "COMMIT", "VACUUM")):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    store.database.conn.set_trace_callback(told)
    return store

file._open = watched
pipeline.compact_store(Options(cache=folder), now=now)
"""
"""Thins a store and dies as the nth statement that takes something out begins."""


def counts(folder):
    database = Database(folder / FILE)
    return database.table("answer").count, database.table("body").count


def test_a_kill_leaves_all_or_nothing(tmp_path):
    fill(tmp_path, [Day(1, "other words")] * 300)
    said, seen = compact(tmp_path, dry_run=True), set()
    whole, thinned = (300, 300), (300 - said.answers, 300 - said.bodies)
    for nth in range(1, 12):
        done = subprocess.run(
            [sys.executable, "-c", KILLED, tmp_path, str(nth), LATER.isoformat()], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
        )  # fmt: skip
        seen.add(counts(tmp_path))
        assert seen <= {whole, thinned}
        assert pipeline.store_faults(Options(cache=tmp_path)) == ()
        if done.returncode != -signal.SIGKILL:
            break
    assert done.returncode == 0 and seen == {whole, thinned}
