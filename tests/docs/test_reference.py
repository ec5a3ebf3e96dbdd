"""`--help` and the documents against each other; the site is made from the code."""

import re
import sys
from pathlib import Path

import click
import pytest

from cite.cli.main import COMMANDS, cli
from cite.cli.rules import rules
from cite.cli.settings import flags_by_name

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "docs"))

import reference_pages  # noqa: E402

MADE = set(reference_pages.pages())
WRITTEN = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *(
        page
        for page in (ROOT / "docs").rglob("*.md")
        if str(page.relative_to(ROOT / "docs")) not in MADE
    ),
]
CODE = re.compile(r"^(?: {4,}|\\$ )(?P<line>\S.*)$|`(?P<span>[^`\n]+)`", re.MULTILINE)
FLAG = re.compile(r"(?<![\w-])--[a-z][\w-]*")


def flags_of(context):
    flags = (flag for one in context.command.params for flag in (*one.opts, *one.secondary_opts))
    return {*flags, "--help"}


FLAGS = {
    context.command_path.removeprefix("cite "): flags_of(context)
    for context in reference_pages.every_command(click.Context(cli, info_name="cite"))
}
"""By the words that call it: `check`, `store export`."""
STRANGERS = {"--validate-datamodel", "--output-resolve-crossrefs", "--lower", "--misses"}
"""Flags of biber and of `make score`, which documents name as well."""
EVERY = STRANGERS.union(*FLAGS.values(), (f"--{name}" for name in flags_by_name()), ["--version"])


def code_of(page):
    """What stands as code in a page, comments left off."""
    for found in CODE.finditer(page.read_text("utf-8")):
        yield (found["line"] or found["span"]).partition("  #")[0]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_flag_that_a_document_names_is_there(page):
    for code in code_of(page):
        called = re.match(r"cite ((?:store )?[a-z]+)\b", code)
        if called:
            assert called[1] in FLAGS, code
            assert set(FLAG.findall(code)) <= FLAGS[called[1]], code
        elif code.startswith("--"):
            assert set(FLAG.findall(code)) <= EVERY, code


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_place_in_what_was_written_by_hand(name):
    assert any(re.search(rf"\bcite {name}\b", page.read_text("utf-8")) for page in WRITTEN)


@pytest.mark.parametrize("name", FLAGS)
def test_every_flag_has_a_place_in_the_reference(name):
    section = (
        reference_pages.commands_page().partition(f"## cite {name}\n")[2].partition("\n## ")[0]
    )
    shown = {one for one in FLAGS[name] - {"--help", "--demonstration"} if one.startswith("--")}
    assert shown <= set(FLAG.findall(section))


def test_every_setting_and_every_rule_has_a_place_in_the_reference():
    settings = reference_pages.settings_page()
    assert all(f"`{name}`" in settings for name, flag in flags_by_name().items() if not flag.hidden)
    page = reference_pages.rules_page()
    assert all(f"({code})=" in page for code in rules())


def test_no_page_that_is_made_tells_where_it_was_made():
    assert all(str(ROOT) not in text for text in reference_pages.pages().values())


def test_what_is_made_is_not_checked_in():
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {f"/docs/{name}" for name in MADE} <= set(ignored)
