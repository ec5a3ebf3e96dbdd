"""A kill at every step of writing: a report is the old one or the new one, a package is whole or unfinished and said to be."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.server import answer

ROOT = Path(__file__).parents[2]
KILLED_AT = """
import os, signal, sys
nth, folder, *arguments = sys.argv[1:]
left = int(nth)
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.chmod", "os.truncate", "os.link")

def hook(event, given):
    global left
    writes = event == "open" and isinstance(given[1], str) and set(given[1]) & set("wxa+")
    if not (writes or event in CHANGES) or folder not in str(given[0]):
        return
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(hook)
sys.argv = ["cite", *arguments]
from cite.cli.main import main
main()
"""
"""Runs cite and kills it before the nth change to the file system below a folder."""


def killed_at(nth, folder, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(nth), str(folder), *map(str, arguments)],
        cwd=folder.parent, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    return done.returncode


@pytest.fixture
def desk(tmp_path, loopback):
    loopback.behaviours["/kept"] = answer(
        "<title>Kept</title><h1>Kept</h1>" + "<p>Words of it.</p>" * 40
    )
    (tmp_path / "urls.txt").write_text(f"{loopback.url('/kept')}\n")
    (tmp_path / "out").mkdir()
    checked = ["--cache", tmp_path / "cache", "--allow-net", "127.0.0.0/8", "--no-archives"]
    CliRunner().invoke(cli, list(map(str, ["check", tmp_path / "urls.txt", *checked])))
    return tmp_path


@pytest.mark.parametrize("old", [None, "An older report.\n"])
def test_a_report_is_the_old_one_or_the_new_one_wherever_the_kill_falls(desk, old):
    path = desk / "out" / "report.md"
    killed = 0
    for nth in range(1, 30):
        path.unlink(missing_ok=True)
        if old:
            path.write_text(old)
        code = killed_at(
            nth,
            desk / "out",
            "report",
            desk / "urls.txt",
            "--cache",
            desk / "cache",
            "--report",
            path,
        )
        text = path.read_text("utf-8") if path.exists() else None
        if code != -signal.SIGKILL:
            break
        killed += 1
        assert text == old or _is_whole(text)
    assert killed >= 2
    assert _is_whole(path.read_text("utf-8"))


def _is_whole(report):
    return report.startswith("# Sources of") and "## Evidence" in report and report.endswith("\n")


def test_a_package_killed_while_it_is_written_is_taken_up_and_ends_whole(desk):
    copies = desk / "copies"
    flags = [
        "--cache",
        desk / "cache",
        "--allow-net",
        "127.0.0.0/8",
        "--no-archives",
        "--interval",
        "0",
    ]
    codes = []
    for nth in (1, 2, 3, 5, 8, 12, 17, 23, 30, 38):
        codes.append(killed_at(nth, copies, "archive", desk / "urls.txt", "--keep", copies, *flags))
        folder = copies / "urls"
        if folder.is_dir() and any(folder.iterdir()):
            verified = CliRunner().invoke(cli, ["archive", "--verify", str(folder)])
            assert verified.exit_code in (0, 1, 2, 3), verified.output
            assert verified.exception is None or isinstance(verified.exception, SystemExit)
            if verified.exit_code == 2:
                assert "it is no package" in verified.output
    assert codes[0] == -signal.SIGKILL
    done = CliRunner().invoke(
        cli, list(map(str, ["archive", desk / "urls.txt", "--keep", copies, *flags]))
    )
    assert done.exit_code == 0, done.output
    assert CliRunner().invoke(cli, ["archive", "--verify", str(copies / "urls")]).exit_code == 0
