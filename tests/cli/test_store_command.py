"""`cite store`: a sound store is said to be, a damaged one is not, and its answers can be taken elsewhere."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from cite.effects.store.store import Store
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


def test_what_is_exported_is_imported_once(store, tmp_path):
    cache, url = store
    lines = run("store", "export", "--format", "jsonl", "--cache", cache).stdout.splitlines()
    kinds = [json.loads(line)["record"] for line in lines]
    assert (kinds[0], set(kinds)) == ("store", {"store", "answer", "body"})
    (tmp_path / "out.jsonl").write_text("\n".join(lines), "utf-8")
    other = tmp_path / "other"
    assert "are new" in run("store", "import", tmp_path / "out.jsonl", "--cache", other).stdout
    again = run("store", "import", tmp_path / "out.jsonl", "--cache", other).stdout
    assert again.startswith("0 of ") and again.endswith("and 0 bodies.\n")
    assert (
        run("history", url, "--cache", other).stdout == run("history", url, "--cache", cache).stdout
    )


def test_an_import_that_is_refused_names_the_line(tmp_path):
    (tmp_path / "in.jsonl").write_text('{"record": "store", "schema": "cite/store/1"}\n{}\n')
    result = run("store", "import", tmp_path / "in.jsonl", "--cache", tmp_path / "cache")
    assert result.exit_code == 2
    assert "in.jsonl: line 2: there is no record None; nothing was imported" in result.stderr
    missing = run("store", "import", tmp_path / "none.jsonl", "--cache", tmp_path / "cache")
    assert missing.exit_code == 2 and "No such file" in missing.stderr


def test_a_file_is_written_where_one_is_named_and_parquet_needs_one(store, tmp_path):
    run("store", "export", "-o", tmp_path / "out.csv", "--cache", store[0])
    assert store[1] in (tmp_path / "out.csv").read_text("utf-8")
    result = run("store", "export", "--format", "parquet", "--cache", store[0])
    assert result.exit_code == 2 and "-o FILE" in result.stderr


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


@pytest.mark.parametrize("command", [["check"], ["export"], ["compact"], ["backup", "copy.db"]])
def test_a_store_that_is_not_there_is_said_and_none_is_made(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    Path("copy.db").write_bytes(b"an older copy")
    result = CliRunner().invoke(cli, ["store", *command, "--cache", "nowhere"])
    assert result.exit_code == 3
    assert "there is no store in nowhere" in result.stderr
    assert not Path("nowhere").exists()
    assert Path("copy.db").read_bytes() == b"an older copy"


def test_the_store_is_not_backed_up_onto_itself(tmp_path):
    Store.open(tmp_path).close()
    command = ["store", "backup", str(tmp_path / "cite.db"), "--cache", str(tmp_path)]
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == 2
    assert "is the store itself" in result.stderr
