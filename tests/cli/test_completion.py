"""Shells complete commands, flags and codes, as docs/how-to/complete-in-the-shell.md says."""

import os
import shutil
import subprocess
import sys

import pytest

ENTRY = "import sys; sys.argv[0] = 'cite'; from cite.cli.main import main; main()"


def cite(**environment):
    """What `cite` answers a shell."""
    return subprocess.run(
        [sys.executable, "-c", ENTRY], env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip


def completed(line):
    """What bash is offered for the last word of a line."""
    words = line.split(" ")
    answer = cite(_CITE_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))
    return [offer.partition(",")[2] for offer in answer.splitlines()]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("cite che", ["check"]),
        ("cite check --max", ["--max-age"]),
        ("cite check --format js", ["json", "jsonl"]),
        ("cite explain title-m", ["title-missing"]),
    ],
)
def test_a_word_that_was_begun_is_completed(line, offered):
    assert completed(line) == offered


def test_every_command_is_offered():
    from cite.cli.main import COMMANDS

    assert sorted(completed("cite ")) == sorted(COMMANDS)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_takes_the_script_that_is_made_for_it(shell, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    script = tmp_path / f"cite.{shell}"
    script.write_text(cite(_CITE_COMPLETE=f"{shell}_source"), "utf-8")
    assert "_CITE_COMPLETE" in script.read_text("utf-8")
    subprocess.run([shell, "-n", script], check=True, capture_output=True)
