"""A copy of the store, made while another process writes to it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cite import pipeline
from cite.effects.store.file import FILE
from cite.effects.store.store import Store
from cite.model.errors import OutputError
from cite.model.evidence import Fetch
from cite.model.options import Options
from tests.effects.store.histories import Day, history

ROOT = Path(__file__).parents[3]
WRITER = """
import sys
from dataclasses import replace
from cite.effects.store.store import Store
from cite.model.evidence import Fetch
from tests.effects.store.histories import Day, history

with Store.open(sys.argv[1]) as store:
    (answer,) = history("http://a.example/", [Day(1, "work")])
    for number in range(1_000_000):
        store.answers.put(replace(answer, ask=Fetch(f"http://a.example/{number}")))
        if number == 5000:
            store.answers.flush()
            print("under way", flush=True)
"""


def fill(folder, count=3):
    with Store.open(folder) as store:
        for answer in history("http://tides.example/", [Day(1, "work")] * count):
            store.answers.put(answer)


def test_a_copy_made_while_another_process_writes_is_whole(tmp_path):
    fill(tmp_path / "cache")
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, tmp_path / "cache"],
        stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        assert writer.stdout.readline() == b"under way\n"
        (tmp_path / "copy").mkdir()
        pipeline.back_up_store(tmp_path / "copy" / FILE, Options(cache=tmp_path / "cache"))
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    copied = Options(cache=tmp_path / "copy")
    assert pipeline.store_faults(copied) == ()
    with Store.open(tmp_path / "copy") as store:
        asks = [Fetch(f"http://a.example/{number}") for number in range(5000)]
        assert len(store.answers.recall(asks)) == 5000
    assert len(pipeline.history("http://tides.example/", copied)) == 3
    assert pipeline.store_faults(Options(cache=tmp_path / "cache")) == ()


def test_a_copy_is_one_file_and_takes_the_place_of_an_older_one(tmp_path):
    fill(tmp_path / "cache")
    target = tmp_path / "copy.db"
    target.write_bytes(b"an older copy")
    pipeline.back_up_store(target, Options(cache=tmp_path / "cache"))
    assert target.read_bytes().startswith(b"SQLite format 3")
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["copy.db"]


def test_a_copy_that_cannot_be_written_leaves_the_older_one(tmp_path, monkeypatch):
    fill(tmp_path / "cache")
    target = tmp_path / "copy.db"
    target.write_bytes(b"an older copy")
    with pytest.raises(OutputError, match="no folder"):
        pipeline.back_up_store(tmp_path / "none" / "copy.db", Options(cache=tmp_path / "cache"))

    def full(self, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cite.effects.store.file.StoreFile.copy_to", full)
    with pytest.raises(OutputError, match="No space left"):
        pipeline.back_up_store(target, Options(cache=tmp_path / "cache"))
    assert target.read_bytes() == b"an older copy"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["copy.db"]
