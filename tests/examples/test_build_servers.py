"""What is shipped for build servers is read as they read it, and run as far as a machine without them can."""

import json
import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from cite.cli.main import cli

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
WORKFLOWS = sorted((ROOT / "examples" / "ci").glob("*.yml"))
BROKEN = "An article.[^1]\n\n[^1]: A. Doe, *Ledgers*, http://a.example/b?q=x(\n"


def parsed(path):
    return yaml.safe_load(path.read_text("utf-8"))


def scripts(value):
    """Every shell script in a workflow, wherever it stands."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("run", "script"):
                yield "\n".join(each) if isinstance(each, list) else each
            else:
                yield from scripts(each)
    elif isinstance(value, list):
        for each in value:
            yield from scripts(each)


def commands(text):
    """Each use of cite in a script, with what the service puts in left out."""
    for line in text.splitlines():
        if match := re.match(r"\s*cite (\S+)([^|>&]*)", line):
            plain = re.sub(r'"?\$\{?\w+(\[@\])?\}?"?', " ", match[2])
            yield match[1], shlex.split(plain.replace("--cache  ", " "))


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_every_flag_that_a_workflow_gives_is_one_that_cite_takes(path):
    used = [one for script in scripts(parsed(path)) for one in commands(script)]
    for name, arguments in used:
        told = CliRunner().invoke(cli, [name, "--help"]).output
        for flag in (one for one in arguments if one.startswith("--")):
            assert flag in told, (path.name, name, flag)
    assert used or path.name == "links.yml"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_workflow_has_jobs_and_a_store_that_outlasts_a_run(path):
    workflow = parsed(path)
    text = path.read_text("utf-8")
    assert "jobs" in workflow or "links" in workflow
    assert "cache" in text or "uses: ./.cite" in text


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_every_script_is_a_script(path):
    for script in scripts(parsed(path)):
        plain = re.sub(r"\$\{\{.*?\}\}", "x", script)
        done = subprocess.run(["bash", "-n"], input=plain, text=True, capture_output=True)
        assert done.returncode == 0, done.stderr


def test_the_action_asks_for_nothing_that_it_does_not_declare():
    text = (ROOT / "action.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.(\w+)", text)) == set(ACTION["inputs"])
    assert ACTION["runs"]["using"] == "composite"
    assert all("shell" in step for step in ACTION["runs"]["steps"] if "run" in step)


@pytest.mark.parametrize("source", ["(Ledger Press 2009)", "http://unasked.example/ledgers"])
def test_hooks_name_commands_that_pass_a_sound_article(tmp_path, monkeypatch, source):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sound.md").write_text(f"Said.[^1]\n\n[^1]: A. Doe, *Ledgers*, 2009, {source}.\n")
    for hook in HOOKS:
        assert hook["language"] == "python" and hook["types_or"]
        program, *arguments = shlex.split(hook["entry"])
        assert program == "cite"
        result = CliRunner().invoke(cli, [*arguments, "sound.md"])
        assert result.exit_code == 0, result.output


@pytest.fixture
def runner(tmp_path):
    """A folder as a runner has it, with cite on the path and the files that it reads its orders from."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program(programs / "cite", f'exec "{sys.executable}" -m cite "$@"')
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.md").write_text(BROKEN, "utf-8")
    environment = {
        "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }  # fmt: skip
    return tmp_path, environment


def program(path, text):
    path.write_text(f"#!/bin/bash\n{text}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def run(script, folder, environment):
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=environment, capture_output=True, text=True
    )  # fmt: skip


def test_the_action_annotates_lines_and_adds_the_rest_to_the_summary(runner):
    folder, environment = runner
    (script,) = [s["run"] for s in ACTION["runs"]["steps"] if s.get("id") == "check"]
    given = {
        "ARTICLES": "articles/*.md", "ARGUMENTS": "--offline", "REPORTS": "cite.html cite.sarif", "CACHE": ".store"
    }  # fmt: skip
    done = run(script, folder, environment | given)
    assert done.returncode in (1, 3), done.stderr
    assert f"code={done.returncode}" in (folder / "output").read_text()
    assert re.search(r"^::\w+ file=articles/one.md,line=3,col=1,title=", done.stdout, re.MULTILINE)
    assert (folder / "summary.md").read_text().startswith("# Sources of")
    assert json.loads((folder / "cite.sarif").read_text())["version"] == "2.1.0"
    assert (folder / "cite.html").exists()


@pytest.mark.parametrize(
    ("code", "open_issue", "called"),
    [
        ("1", "", "issue create --title Broken links --label links --body-file body.md"),
        ("1", "7", "issue edit 7 --body-file body.md"),
        ("0", "7", "issue close 7 --comment Every link is well again."),
        ("0", "", None),
        ("3", "7", None),
    ],
)
def test_the_weekly_issue_is_opened_updated_closed_or_left(runner, code, open_issue, called):
    folder, environment = runner
    program(
        folder / "programs" / "gh", f'echo "$*" >> calls; [ "$2" != list ] || echo "{open_issue}"'
    )
    (folder / "links.md").write_text("# Sources\n", "utf-8")
    workflow = parsed(ROOT / "examples" / "ci" / "links-issue.yml")
    (script,) = [
        s["run"] for s in workflow["jobs"]["look"]["steps"] if "issue" in s.get("name", "")
    ]
    done = run(script, folder, environment | {"CODE": code})
    assert done.returncode == 0, done.stderr
    calls = (folder / "calls").read_text().splitlines()[1:]
    assert calls == ([called] if called else [])
