"""`cite watch`: a day's budget of what is due, and nothing twice."""

import json
import signal
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from cite import Options
from cite.cli.main import cli
from cite.effects.files import alone
from cite.pipeline import store_rows
from cite.stages.watching import LOCK
from tests.web.server import answer

ROOT = Path(__file__).parents[2]
PAGE = "<title>The ledgers</title>" + "<p>What stands in the ledgers is told here. " * 40


def test_a_watch_takes_the_days_budget_and_goes_on_where_it_was(loopback, tmp_path):
    loopback.behaviours["/watched*"] = answer(PAGE)
    urls = [loopback.url(f"/watched{n}") for n in range(5)]
    (tmp_path / "list.txt").write_text("\n".join(urls) + "\n", "utf-8")

    def watch(per_day):
        result = CliRunner().invoke(
            cli,
            ["watch", str(tmp_path / "list.txt"), "--cache", str(tmp_path / "cache"), "--format", "json",
             "--per-day", str(per_day), "--no-archives", "--allow-net", "127.0.0.0/8", "--interval", "0"],
        )  # fmt: skip
        assert result.exit_code == 0
        if "nothing is due" in result.stderr:
            return []
        told = json.loads(result.stdout)
        return [link["url"] for one in told["references"] for link in one["links"]]

    assert watch(2) == urls[:2]
    assert watch(2) == []
    assert watch(9) == urls[2:]
    assert watch(9) == []
    asked = [path for path in loopback.asked if path.startswith("/watched")]
    assert sorted(asked) == [f"/watched{n}" for n in range(5)]


def watch_command(folder, *more):
    return ["watch", str(folder / "list.txt"), "--cache", str(folder / "cache"), "--no-archives",
            "--allow-net", "127.0.0.0/8", "--interval", "0", *more]  # fmt: skip


def test_a_watch_that_was_killed_asks_again_only_what_it_had_under_way(loopback, tmp_path):
    asked = []

    async def ten_and_no_more(reader, writer):
        asked.append(reader.request[b"path"])
        if len(asked) > 10:
            await reader.read()
        writer.write(answer(PAGE))

    loopback.behaviours["/killed*"] = ten_and_no_more
    urls = [loopback.url(f"/killed{n}") for n in range(30)]
    (tmp_path / "list.txt").write_text("\n".join(urls) + "\n", "utf-8")
    command = watch_command(tmp_path, "--per-day", "20")
    process = subprocess.Popen([sys.executable, "-m", "cite", *command], cwd=ROOT)
    options = Options(cache=tmp_path / "cache")
    while not (options.cache / "cite.db").exists():
        assert process.poll() is None
    while sum("/killed" in row["url"] for row in store_rows(options)) < 10:
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()

    loopback.behaviours["/killed*"] = answer(PAGE)
    begun = len(loopback.asked)
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == 0, result.output
    again = [path for path in loopback.asked[begun:] if path.startswith("/killed")]
    assert len(again) == 10  # what was left of the day's budget
    assert len({*asked[:10]} & {path.encode() for path in again}) == 0
    assert len(asked) - 10 <= options.per_host  # no more than these were lost
    assert "nothing is due" in CliRunner().invoke(cli, command).stderr


def test_two_watches_on_one_store_do_not_ask_the_same_hosts(loopback, tmp_path):
    (tmp_path / "list.txt").write_text(loopback.url("/watched-by-another") + "\n", "utf-8")
    with alone(tmp_path / "cache" / LOCK):
        result = CliRunner().invoke(cli, watch_command(tmp_path))
    assert result.exit_code == 0
    assert "another watch is at work" in result.stderr
    assert "/watched-by-another" not in loopback.asked
