"""What a run does, told to programs as it goes."""

import io
import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from cite.cli.log_json import JsonLog, without_secrets
from cite.cli.main import cli
from cite.model.evidence import Fault, Fetch, Fetched, Hop, Unreachable
from tests.web.server import answer

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def run(*arguments):
    return CliRunner().invoke(cli, [str(one) for one in arguments])


@pytest.fixture
def desk(loopback, tmp_path):
    loopback.behaviours["/logged"] = answer("<title>Kept</title>" + "<p>What is kept.</p>" * 40)
    loopback.behaviours["/logged/gone"] = answer("gone", status=404)
    urls = [loopback.url("/logged"), loopback.url("/logged/gone")]
    (tmp_path / "list.txt").write_text("\n".join(urls), "utf-8")

    def checked(*more):
        return run("check", tmp_path / "list.txt", "--cache", tmp_path / "cache", "--no-archives",
                   "--allow-net", "127.0.0.0/8", "--interval", "0", *more)  # fmt: skip

    return tmp_path, urls, checked


def test_a_run_is_told_from_its_beginning_to_its_end(desk):
    folder, urls, checked = desk
    assert checked("--log-json", folder / "run.jsonl").exit_code == 1
    told = [json.loads(line) for line in (folder / "run.jsonl").read_text("utf-8").splitlines()]
    assert all(list(one)[:2] == ["time", "event"] for one in told)
    events = [one["event"] for one in told]
    assert (events[0], events[-1]) == ("run-began", "run-ended")
    assert told[0]["schema"] == "cite/log/1" and told[-1]["states"] == {"live": 1, "dead": 1}
    answers = {
        (one["address"], one["manner"]): one["status"] for one in told if one["event"] == "answer"
    }
    assert answers[urls[0], "tool"] == 200 and answers[urls[1], "browser"] == 404
    links = {one["address"]: one for one in told if one["event"] == "link"}
    assert {url: one["state"] for url, one in links.items()} == dict(
        zip(urls, ("live", "dead"), strict=True)
    )
    assert {one["done"] for one in links.values()} == {1, 2}


def test_the_log_is_added_to_and_answers_of_the_store_are_not_asked_for(desk):
    folder, _, checked = desk
    checked("--log-json", folder / "run.jsonl")
    before = len((folder / "run.jsonl").read_text("utf-8").splitlines())
    checked("--log-json", folder / "run.jsonl", "--offline")
    later = (folder / "run.jsonl").read_text("utf-8").splitlines()[before:]
    told = [json.loads(line) for line in later]
    assert [one["event"] for one in told] == ["run-began", "link", "link", "run-ended"]


def test_standard_error_can_be_the_log(desk):
    result = desk[2]("--log-json", "-")
    assert all(
        json.loads(line)["event"] for line in result.stderr.splitlines() if line.startswith("{")
    )
    assert '"event": "run-ended"' in result.stderr and "run-ended" not in result.stdout


def test_a_log_that_cannot_be_opened_stops_the_run_before_anything_is_asked(desk):
    result = desk[2]("--log-json", desk[0] / "none" / "run.jsonl")
    assert result.exit_code == 3 and "cannot write" in result.stderr


def test_a_log_that_fails_ends_and_the_run_goes_on(capsys):
    class Full(io.StringIO):
        def write(self, text):
            raise OSError(28, "No space left on device")

    log = JsonLog(Full(), lambda: NOW)
    for _ in range(3):
        log.heard(Unreachable(Fetch("http://a.example/"), NOW, Fault.RESET, "reset"))
    assert capsys.readouterr().err.count("No space left") == 1


def test_a_line_holds_no_header_no_body_and_no_word_of_a_user():
    stream = io.StringIO()
    ask = Fetch(
        "https://me:secret@a.example/x?id=7&access_token=secret",
        headers=(("Authorization", "secret"),),
    )
    hops = (Hop(ask.url, 200, elapsed=0.25),)
    JsonLog(stream, lambda: NOW).heard(
        Fetched(ask, NOW, 200, (("set-cookie", "secret"),), hops, b"secret")
    )
    assert "secret" not in stream.getvalue()
    assert json.loads(stream.getvalue()) == {
        "time": "2026-03-01T12:00:00.000+00:00", "event": "answer", "address": "https://a.example/x?id=7&access_token=…",
        "host": "a.example", "manner": "tool", "status": 200, "bytes": 6, "seconds": 0.25, "hops": 1, "attempts": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://a.example/?q=tokens+of+esteem", "http://a.example/?q=tokens+of+esteem"),
        ("http://a.example/?X-Amz-Signature=abc&n=1", "http://a.example/?X-Amz-Signature=…&n=1"),
        ("http://a.example/?api_key=abc", "http://a.example/?api_key=…"),
        ("http://a.example/?monkey=abc", "http://a.example/?monkey=abc"),
        ("http://[half", "http://[half"),
        ("http://a.example/" + "x" * 5000, ("http://a.example/" + "x" * 5000)[:2000]),
    ],
)
def test_only_what_names_a_key_is_hidden(url, told):
    assert without_secrets(url) == told


def test_a_watch_that_finds_nothing_due_ends_all_the_same(loopback, tmp_path):
    loopback.behaviours["/logged/watched"] = answer("<title>Kept</title>" + "<p>Kept.</p>" * 40)
    (tmp_path / "list.txt").write_text(loopback.url("/logged/watched"), "utf-8")
    for _ in range(2):
        run("watch", tmp_path / "list.txt", "--cache", tmp_path / "cache", "--no-archives",
            "--allow-net", "127.0.0.0/8", "--interval", "0", "--log-json", tmp_path / "run.jsonl")  # fmt: skip
    told = [json.loads(line) for line in (tmp_path / "run.jsonl").read_text("utf-8").splitlines()]
    assert [one["event"] for one in told[-2:]] == ["run-began", "run-ended"]
    assert (told[-1]["complete"], told[-1]["links"]) == (True, 0)


def test_a_log_that_cannot_be_written_costs_no_report(desk):
    folder, _, checked = desk
    result = checked("--log-json", "/dev/full", "--report", folder / "r.json")
    assert result.exit_code == 1
    assert "the log cannot be written" in result.stderr
    assert json.loads((folder / "r.json").read_text("utf-8"))["references"]


def test_inputs_and_fragments_are_told_without_secrets():
    stream = io.StringIO()
    JsonLog(stream).began("check", ["http://doe:secret@a.example/?token=abc", "article.md"])
    assert json.loads(stream.getvalue())["inputs"] == ["http://a.example/?token=…", "article.md"]
    assert "abc" not in without_secrets("http://a.example/#access_token=abc")
