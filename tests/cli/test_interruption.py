"""Ctrl-C and a kill in the middle: what was known stays, and the report says what is missing."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.server import answer

ROOT = Path(__file__).parents[2]


@pytest.fixture
def halfway(loopback, tmp_path):
    """A check of one address that answers and one that never does, caught while it waits."""
    reached = threading.Event()

    async def never(reader, writer):
        reached.set()
        await reader.read()

    loopback.behaviours["/quick"] = answer("<title>Quick</title><p>Here at once, with a few words.")
    loopback.behaviours["/never"] = never
    (tmp_path / "urls.txt").write_text(f"{loopback.url('/quick')}\n{loopback.url('/never')}\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "cite", "check", "urls.txt", "--format", "json", "--allow-net", "127.0.0.0/8",
         "--no-archives", "--per-host", "1", "--interval", "0.3", "--timeout", "60", "--verify", "link"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert reached.wait(60)
    yield process
    process.kill()
    process.wait()


def states(tmp_path):
    result = CliRunner().invoke(
        cli, ["report", str(tmp_path / "urls.txt"), "--format", "json", "--cache", str(tmp_path / "cache")]
    )  # fmt: skip
    return [reference["links"][0]["state"] for reference in json.loads(result.stdout)["references"]]


def test_ctrl_c_leaves_a_partial_report_that_says_so(halfway, tmp_path):
    halfway.send_signal(signal.SIGINT)
    out, err = halfway.communicate(timeout=60)
    assert halfway.returncode == 3
    assert "Stopped before the end" in err
    report = json.loads(out)
    assert [r["links"][0]["state"] for r in report["references"]] == ["live", "not-judged"]
    assert states(tmp_path) == ["live", "not-judged"]


def test_a_kill_leaves_a_store_that_can_be_read(halfway, tmp_path):
    halfway.kill()
    halfway.wait()
    assert states(tmp_path) == ["live", "not-judged"]


def test_a_cache_that_cannot_be_written_is_said_and_the_check_goes_on(loopback, tmp_path):
    loopback.behaviours["/page"] = answer("<title>A page</title><p>With a few words on it.")
    (tmp_path / "urls.txt").write_text(loopback.url("/page"))
    (tmp_path / "cache").write_text("a file where the folder should be")
    result = CliRunner().invoke(
        cli,
        ["check", str(tmp_path / "urls.txt"), "--cache", str(tmp_path / "cache"), "--allow-net", "127.0.0.0/8"],
    )  # fmt: skip
    assert result.exit_code == 3
    assert "cannot be used for the store" in result.output


BUSY = """
import asyncio, sys
from cite.effects.loop import run

async def work():
    try:
        print("asked", flush=True)
        await asyncio.sleep(600)
    except asyncio.CancelledError:
        print("stopped", flush=True)
        while True:
            pass

run(work())
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_second_signal_ends_a_process_that_is_busy(number):
    process = subprocess.Popen(
        [sys.executable, "-c", BUSY], stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)}
    )  # fmt: skip
    try:
        assert process.stdout.readline() == "asked\n"
        process.send_signal(number)
        assert process.stdout.readline() == "stopped\n"
        process.send_signal(number)
        assert process.wait(60) == -number
    finally:
        process.kill()
