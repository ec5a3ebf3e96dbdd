"""Standard output that cannot be written, and what strangers would write on it."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from cite.formats.safe_text import json_text

ROOT = Path(__file__).parents[2]
COMMANDS = [
    ["notes", "article.md"],
    ["notes", "article.md", "--format", "json"],
    ["refs", "article.md"],
    ["check", "urls.txt", "--offline"],
    ["explain", "status-gone"],
    ["--help"],
    ["check", "--help"],
    ["--version"],
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "article.md").write_text("A claim.[^i]\n\n[^i]: Ada Byron, *Notes* (1843).\n")
    (tmp_path / "urls.txt").write_text("http://journal.example/\n")
    return tmp_path


def run(arguments, folder, stdout):
    return subprocess.run(
        [sys.executable, "-m", "cite", *arguments],
        cwd=folder, stdout=stdout, stderr=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="this system has no disk that is always full"
)
def test_a_full_disk_is_one_line_and_could_not_finish(arguments, folder):
    with Path("/dev/full").open("w") as full:
        result = run(arguments, folder, full)
    assert result.returncode == 3
    assert result.stderr.splitlines()[-1].startswith("cite: cannot write")
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_reader_that_went_away_is_one_line_and_could_not_finish(arguments, folder):
    reading, writing = os.pipe()
    os.close(reading)
    result = run(arguments, folder, writing)
    os.close(writing)
    assert result.returncode == 3
    assert "cannot write" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr


def test_standard_output_that_is_closed_is_said(folder):
    command = f"exec {sys.executable} -m cite notes article.md >&-"
    result = subprocess.run(
        ["sh", "-c", command], cwd=folder, stderr=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)}
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (
        3,
        "cite: cannot write to standard output: it is closed\n",
    )


EVIL = "a\x1b]0;owned\x07b\x9b31mc\u202edrow\u2066x\u200ee\x7f\u2028\ufeff\U000e0041"


def test_json_shows_no_control_and_means_the_same():
    text = json_text({EVIL: [EVIL, "Übermaß 日本 “quoted”"]})
    assert json.loads(text) == {EVIL: [EVIL, "Übermaß 日本 “quoted”"]}
    assert not {unicodedata.category(c) for c in text.replace("\n", "")} & {"Cc", "Cf", "Zl"}
    assert "Übermaß 日本" in text


def test_a_name_of_a_file_writes_nothing_into_the_page_but_itself(folder):
    name = "evil\x1b]0;owned\x07\u202e<b>.txt"
    (folder / name).write_text("http://journal.example/\n")
    result = run(["check", name, "--offline", "--report", "report.html"], folder, subprocess.PIPE)
    assert result.returncode in (0, 1, 3), result.stderr
    page = (folder / "report.html").read_text("utf-8")
    assert not set(page) & set("\x1b\x07\u202e")
    assert "<b>" not in page
