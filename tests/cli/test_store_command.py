"""`cite store`: a sound store is said to be, a damaged one is not, and its answers can be taken elsewhere."""

import csv
import json
import sqlite3

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.server import answer


def run(*arguments):
    return CliRunner().invoke(cli, [str(one) for one in arguments])


@pytest.fixture
def store(loopback, tmp_path):
    loopback.behaviours["/kept"] = answer("<title>Kept</title><p>What is kept.")
    (tmp_path / "list.txt").write_text(f"{loopback.url('/kept')}\n", "utf-8")
    run("check", tmp_path / "list.txt", "--cache", tmp_path / "cache", "--no-archives",
        "--allow-net", "127.0.0.0/8", "--interval", "0")  # fmt: skip
    return tmp_path / "cache", loopback.url("/kept")


def test_a_sound_store_is_said_to_be(store):
    result = run("store", "check", "--cache", store[0])
    assert (result.exit_code, result.stdout) == (0, "The store is sound.\n")


def test_a_body_that_cannot_be_unpacked_is_told(store):
    with sqlite3.connect(store[0] / "cite.db") as database:
        database.execute("UPDATE body SET content = x'00'")
    result = run("store", "check", "--cache", store[0])
    assert result.exit_code == 3 and "cannot be unpacked" in result.stdout


def test_every_answer_is_a_row(store):
    cache, url = store
    table = list(csv.DictReader(run("store", "export", "--cache", cache).stdout.splitlines()))
    assert (url, "200", "fetch") in {(row["url"], row["status"], row["kind"]) for row in table}
    lines = run("store", "export", "--format", "jsonl", "--cache", cache).stdout.splitlines()
    assert [json.loads(line)["url"] for line in lines] == [row["url"] for row in table]


def test_what_would_be_thinned_is_said_in_one_line(store):
    result = run("store", "compact", "--dry-run", "--cache", store[0])
    assert result.exit_code == 0
    assert result.stdout.startswith("0 of ") and "would go" in result.stdout
    assert "went" in run("store", "compact", "--cache", store[0]).stdout


def test_a_copy_serves_as_a_store(store, tmp_path):
    (tmp_path / "copy").mkdir()
    assert run("store", "backup", tmp_path / "copy/cite.db", "--cache", store[0]).exit_code == 0
    shown = run("history", store[1], "--cache", tmp_path / "copy").stdout
    assert shown == run("history", store[1], "--cache", store[0]).stdout
