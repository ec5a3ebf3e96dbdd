"""What the documents say is what the program does."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import COMMANDS, cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_make_target_named_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("line", re.findall(r"^ {4}cite (.+?)(?:\s+#.*)?$", README, re.MULTILINE))
def test_every_command_in_the_readme_is_understood(line):
    name, *arguments = line.split()
    assert name in COMMANDS
    help_text = CliRunner().invoke(cli, [name, "--help"]).output
    for flag in (argument for argument in arguments if argument.startswith("--")):
        assert flag in help_text


def test_every_link_to_a_file_leads_somewhere():
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), (document, target)
