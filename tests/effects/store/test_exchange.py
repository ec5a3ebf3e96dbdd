"""All of a store out of it and into another one: nothing lost, nothing twice, nothing of what is wrong."""

import base64
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from cite import pipeline
from cite.effects.store.file import FILE
from cite.effects.store.store import Store
from cite.model.conditions import Conditions
from cite.model.decisions import Action, Decision
from cite.model.errors import InputError, UsageError
from cite.model.evidence import Fetch, FindMementos, Memento, MementosOutcome, TimeMap
from cite.model.indexes import FindWork, LookupOutcome, Records
from cite.model.options import Options
from cite.model.works import Work, WorkKind
from tests.effects.store.histories import AGAIN, BEGAN, SEEN, Day, history

URL = "http://tides.example/on-tides"
DAYS = st.lists(
    st.builds(Day, st.integers(1, 20), st.sampled_from(SEEN), st.sampled_from(AGAIN)), max_size=12
)


def fill(folder, days, conditions=None):
    with Store.open(folder, conditions) as store:
        for answer in history(URL, days):
            store.answers.put(answer)


def exported(folder, form="jsonl"):
    options, path = Options(cache=folder), folder / f"out.{form}"
    if form == "parquet":
        pipeline.store_as_parquet(path, options)
    else:
        path.write_text("".join(pipeline.store_lines(options)), "utf-8")
    return path


def taken_in(path, folder):
    return pipeline.import_store(path, Options(cache=folder))


def told(folder):
    listed = folder / "list.txt"
    listed.write_text(URL + "\n")
    options = Options(cache=folder)
    return (
        list(pipeline.address_histories([URL], options)),
        pipeline.report([listed], options).verdicts[0].links,
    )


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
@settings(max_examples=15, deadline=None)
@given(days=DAYS)
def test_another_store_says_the_same(form, days):
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="needs pyarrow")
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        fill(Path(one), days, Conditions("cite/0", 20.0, 2))
        there = taken_in(exported(Path(one), form), Path(two))
        assert there.answers == there.of
        assert told(Path(two)) == told(Path(one))
        assert exported(Path(two)).read_text() == exported(Path(one)).read_text()
        again = taken_in(exported(Path(one), form), Path(two))
        assert (again.answers, again.bodies) == (0, 0)


def test_what_archives_and_indexes_said_comes_over_as_well(tmp_path):
    captures = FindMementos(URL, "lab", BEGAN)
    work = FindWork(URL, "crossref", title="On tides")
    copy = Memento("http://lab/2010/x", URL, BEGAN, "lab", 200, "text/html")
    answers = (
        TimeMap(captures, BEGAN, MementosOutcome.FOUND, (copy,), via=("x → 200",)),
        Records(
            work, BEGAN, LookupOutcome.FOUND, (Work("10.1/x", WorkKind.ARTICLE, ("On tides",)),)
        ),
    )
    with Store.open(tmp_path / "one") as store:
        for answer in answers:
            store.answers.put(answer)
    taken_in(exported(tmp_path / "one"), tmp_path / "two")
    with Store.open(tmp_path / "two") as store:
        assert store.answers.latest([captures, work]) == dict(
            zip((captures, work), answers, strict=True)
        )


def test_two_histories_of_one_address_become_one_in_the_order_of_time(tmp_path):
    fill(tmp_path / "old", [Day(1, "work"), Day(9, "gone")])
    with Store.open(tmp_path / "new") as store:
        (late,) = history(URL, [Day(400, "moved")])
        store.answers.put(late)
    taken_in(exported(tmp_path / "old"), tmp_path / "new")
    looks = pipeline.history(URL, Options(cache=tmp_path / "new"))
    assert [look.status for look in looks] == [200, 404, 200]
    (row,) = Database(tmp_path / "new" / FILE).view("latest").rows
    assert (row["status"], row["looks"], row["at"]) == (200, 3, f"{late.at:%Y-%m-%d %H:%M:%S}")


def lines(**said):
    """An export of one answer and its body, with something else in it."""
    body = b"words " * 20
    digest = hashlib.sha256(body).hexdigest()
    packed = zstandard.ZstdCompressor().compress(body)
    answer = {
        "record": "answer", "at": "2024-01-01T12:00:00+00:00", "kind": "fetch", "url": URL, "detail": "", "status": 200,
        "value": {"h": [[0, 200, 0.1, None]]}, "digest": digest,
    }  # fmt: skip
    there = {"record": "body", "digest": digest, "content": base64.b64encode(packed).decode()}
    body_said = {name: said.pop(name) for name in ("content",) if name in said}
    return [{"record": "store", "schema": "cite/store/1"}, answer | said, there | body_said]


def bomb():
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return base64.b64encode(packer.compress(b"\0" * (1 << 22)) + packer.flush()).decode()


SAID = Decision(
    URL, Action.CHECKED, state="live", why="seen", who="Ann", made=date(2026, 3, 1), until=date(2027, 3, 1)
)  # fmt: skip


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_what_people_said_comes_over_and_the_later_word_stands(tmp_path, form):
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="needs pyarrow")
    later = replace(SAID, state="dead", made=date(2026, 4, 1), until=None)
    for folder, one in (("old", SAID), ("new", later)):
        with Store.open(tmp_path / folder) as store:
            store.by_hand.put(one)
    for path, into in ((exported(tmp_path / "old", form), "new"), (exported(tmp_path / "new", form), "old")):  # fmt: skip
        taken_in(path, tmp_path / into)
        with Store.open(tmp_path / into) as store:
            assert store.by_hand.every() == (later,)


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_what_stands_on_an_answer_does_so_elsewhere(tmp_path, form):
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="needs pyarrow")
    fill(tmp_path / "one", [Day(1, "work"), Day(1, "work")])
    with Store.open(tmp_path / "one") as store:
        store.grounds.lay("package tides", [Fetch(URL)])
    fill(tmp_path / "two", [Day(1, "gone")])
    for _ in range(2):
        taken_in(exported(tmp_path / "one", form), tmp_path / "two")
    (row,) = Database(tmp_path / "two" / FILE).query(
        "SELECT what, at FROM ground JOIN answer ON no = answer"
    )
    assert row == {"what": "package tides", "at": (BEGAN + timedelta(days=2)).timestamp()}


@pytest.mark.parametrize(
    "said", [{"state": "fine"}, {"made": "1 March"}, {"until": "2026-13-01"}, {"why": 5}, {"url": ""}]
)  # fmt: skip
def test_a_word_that_nobody_could_have_said_is_told(tmp_path, said):
    word = {"record": "said", "url": URL, "state": "live", "why": "", "who": "", "made": "", "until": ""}  # fmt: skip
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in (lines()[0], word, word | said)))
    with pytest.raises(InputError, match=r"line 3: .*nothing was imported"):
        taken_in(path, tmp_path / "cache")
    assert Database(tmp_path / "cache" / FILE).table("said").count == 0


HOSTILE = {
    "a kind nobody knows": {"kind": "oracle"},
    "no address": {"url": ""},
    "an address that is a list": {"url": ["http://a/"]},
    "an address without end": {"url": "http://a/" + "x" * 70_000},
    "half a character": {"url": "http://a/\ud800"},
    "no time": {"at": "yesterday"},
    "a time without an offset": {"at": "2026-01-01T12:00:00"},
    "a time before the web": {"at": "0001-01-01T00:00:00+00:00"},
    "a time that is still to come": {"at": "8000-01-01T00:00:00+00:00"},
    "a time beyond all time": {"at": "9999-12-31T23:59:59-12:00"},
    "a status in words": {"status": "fine"},
    "a status that is true": {"status": True},
    "a fault nobody knows": {"fault": "tired", "value": {"d": ""}},
    "a value that is none": {"value": None},
    "a hop of the wrong parts": {"value": {"h": [[1]]}},
    "a hop that is a number": {"value": {"h": [[5, 200, 0.1, None]]}},
    "no hop": {"value": {"h": [[0, "200", 0.1, None]]}},
    "an answer after no request": {"value": {"h": []}},
    "headers that are numbers": {"common": {"H": [["content-type", 5]]}},
    "a digest too short": {"digest": "abc"},
    "conditions nobody has": {"condition": {"user_agent": "x"}},
    "a body of something else": {"digest": "0" * 64, "content": "AAAA"},
    "a body that is no base64": {"content": "***"},
    "a body of unknown length": {"content": bomb()},
    "a body that another digest names": {
        "content": base64.b64encode(zstandard.ZstdCompressor().compress(b"other")).decode()
    },
    "a record nobody knows": {"record": "hearsay"},
}


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_a_line_that_no_cite_has_written_is_told_and_nothing_is_imported(tmp_path, said):
    good = [json.dumps(one) for one in lines()]
    bad = [json.dumps(one) for one in lines(**said)][1:]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join([*good, *bad]))
    with pytest.raises(InputError, match=r"in\.jsonl: line [45]: .*nothing was imported"):
        taken_in(path, tmp_path / "cache")
    assert Database(tmp_path / "cache" / FILE).table("answer").count == 0
    path.write_text("\n".join(good))
    assert taken_in(path, tmp_path / "cache").answers == 1


@pytest.mark.parametrize(
    "text", ["[]", "nonsense", "{}", '{"record": NaN}', "[" * 100_000, '{"record":"store","schema":"cite/store/9"}']
)  # fmt: skip
def test_a_file_that_is_no_export_is_told_at_its_first_line(tmp_path, text):
    (tmp_path / "in.jsonl").write_text(text)
    with pytest.raises(InputError, match=r"in\.jsonl: line 1"):
        taken_in(tmp_path / "in.jsonl", tmp_path / "cache")


def test_a_line_without_an_end_is_not_read_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr("cite.formats.json_lines.MOST_LINE", 1000)
    (tmp_path / "in.jsonl").write_text("x" * 5000)
    with pytest.raises(InputError, match="line 1: is longer than 1,000 bytes"):
        taken_in(tmp_path / "in.jsonl", tmp_path / "cache")


KILLED = """
import os, signal, sys
from pathlib import Path
from cite import pipeline
from cite.effects.store import exchange
from cite.model.options import Options

read = exchange._read_one

def until_the_end(record):
    if record["record"] == "body":
        os.kill(os.getpid(), signal.SIGKILL)
    return read(record)

exchange.AT_ONCE, exchange._read_one = 10, until_the_end
pipeline.import_store(Path(sys.argv[1]), Options(cache=Path(sys.argv[2])))
"""
"""Imports, and dies after the last answer."""


def test_an_import_that_is_killed_has_imported_nothing(tmp_path):
    fill(tmp_path / "one", [Day(1, "work")] * 50)
    path = exported(tmp_path / "one")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run([sys.executable, "-c", KILLED, path, tmp_path / "two"], env=environment, check=False)  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    assert Database(tmp_path / "two" / FILE).table("answer").count == 0
    assert taken_in(path, tmp_path / "two").answers == 50


def test_a_body_kept_in_part_gives_way_to_the_whole(tmp_path):
    body = bytes(range(256)) * 4000
    digest = hashlib.sha256(body).hexdigest()
    (answer,) = history(URL, [Day(1, "work")])
    whole = replace(answer.ask, body_limit=10_000_000)
    with Store.open(tmp_path / "part") as store:
        store.answers.put(replace(answer, body=body, digest=digest))
    with Store.open(tmp_path / "whole") as store:
        at = answer.at + timedelta(days=1)
        store.answers.put(replace(answer, ask=whole, at=at, body=body, digest=digest))
    taken_in(exported(tmp_path / "whole"), tmp_path / "part")
    taken_in(exported(tmp_path / "part"), tmp_path / "whole")
    for folder in ("part", "whole"):
        with Store.open(tmp_path / folder) as store:
            assert store.answers.latest([whole])[whole].body == body


def test_without_pyarrow_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    Store.open(tmp_path / "cache").close()
    with pytest.raises(UsageError, match=r"cite-sources\[parquet\]"):
        pipeline.store_as_parquet(tmp_path / "out.parquet", Options(cache=tmp_path / "cache"))
    assert not list(tmp_path.glob("*.parquet"))


def test_a_damaged_parquet_is_told(tmp_path):
    pytest.importorskip("pyarrow", reason="needs pyarrow")
    (tmp_path / "in.parquet").write_bytes(b"PAR1" + b"\0" * 100)
    with pytest.raises(InputError, match="cannot be read as Parquet"):
        taken_in(tmp_path / "in.parquet", tmp_path / "cache")
