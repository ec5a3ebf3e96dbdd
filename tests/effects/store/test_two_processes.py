"""Several processes on one store: nothing is lost, nothing comes twice, nobody waits for ever."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from cite import pipeline
from cite.effects.store.file import FILE
from cite.effects.store.store import Store
from cite.model.evidence import Fetch
from cite.model.options import Options
from tests.effects.store.histories import BEGAN, Day, history

ROOT = Path(__file__).parents[3]
COUNT = 3000
URL = "http://tides.example/on-tides"
WRITER = """
import sys
from dataclasses import replace
from datetime import timedelta
from cite.effects.store.store import Store
from cite.model.conditions import Conditions
from cite.model.evidence import Fetch
from tests.effects.store.histories import Day, history

folder, number, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
(answer,) = history("http://a.example/", [Day(1, "work")])
with Store.open(folder, Conditions(f"cite/{number}", 20.0, 2)) as store:
    for at in range(count):
        # Half of the addresses are everybody's, and half are of hosts that nobody else asks.
        url = f"http://shared.example/{at}" if at % 2 else f"http://own-{number}-{at % 50}.example/{at}"
        body = f"{url} as {number if at % 3 else 'everybody'} saw it".encode()
        when = answer.at + timedelta(seconds=number)
        store.answers.put(replace(answer, ask=Fetch(url), at=when, body=body, digest=__import__("hashlib").sha256(body).hexdigest()))
        if at % 100 == 0:
            store.paces.take_turn("lab", 1000.0, 0.001)
            assert store.answers.recall([Fetch(url)])
"""


def begin(code, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], env=environment)


def ended(*processes):
    return [process.wait() for process in processes]


def test_what_each_of_three_writes_is_there_once_and_whole(tmp_path):
    writers = [begin(WRITER, tmp_path, number, COUNT) for number in range(3)]
    assert ended(*writers) == [0, 0, 0]
    database = Database(tmp_path / FILE)
    assert database.table("answer").count == 3 * COUNT
    assert database.table("condition").count == 3
    for table, column in (("host", "name"), ("ask", "id"), ("common", "value"), ("body", "digest")):
        (row,) = database.query(f"SELECT count(*) AS n, count(DISTINCT {column}) AS m FROM {table}")
        assert row["n"] == row["m"]
    assert pipeline.store_faults(Options(cache=tmp_path)) == ()
    with Store.open(tmp_path) as store:
        looks = store.answers.history([Fetch("http://shared.example/1")])
        assert [len(one) for one in looks.values()] == [3]
        assert all(answer.body for answer in store.answers.every(Fetch("http://shared.example/3")))
        # Turns are taken one after another, whoever takes them: 30 of each of three, a thousandth each.
        assert store.paces.take_turn("lab", 1000.0, 0.001) == pytest.approx(1000.091)


def test_what_is_thinned_and_imported_while_another_writes_is_sound(tmp_path):
    days = [Day(1, "other words")] * 200
    for folder in ("store", "elsewhere"):
        with Store.open(tmp_path / folder) as store:
            for answer in history(URL if folder == "store" else f"{URL}/2", days):
                store.answers.put(answer)
    lines = tmp_path / "out.jsonl"
    lines.write_text("".join(pipeline.store_lines(Options(cache=tmp_path / "elsewhere"))))
    options = Options(cache=tmp_path / "store")
    writer = begin(WRITER, tmp_path / "store", 1, COUNT)
    told = pipeline.import_store(lines, options)
    went = pipeline.compact_store(options, now=BEGAN.replace(year=BEGAN.year + 3))
    assert ended(writer) == [0]
    assert told.answers == 200 and went.answers > 300
    assert pipeline.store_faults(options) == ()
    assert Database(tmp_path / "store" / FILE).table("answer").count == 400 - went.answers + COUNT
