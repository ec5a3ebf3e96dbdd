"""What people and builds say of links: decisions that stick until their day, baselines, and what fails a run."""

import json
import sqlite3
import subprocess
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.server import answer

WORKS = "One.<sup>i</sup> Two.<sup>ii</sup>\n\n<sup>i</sup> Doe, A, *The Harbour Rule*, 1999, {one}.\n\n<sup>ii</sup> Roe, B, *Tides*, 2001, {two}.\n"


def run(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def desk(tmp_path, loopback, monkeypatch):
    """A folder with an article of two addresses, both gone, and how to check it."""
    loopback.behaviours["/gone*"] = answer("<title>404</title>Not here", "404 Not Found")
    (tmp_path / "a.md").write_text(
        WORKS.format(one=loopback.url("/gone/one"), two=loopback.url("/gone/two")), "utf-8"
    )
    monkeypatch.chdir(tmp_path)

    def check(*more):
        return run("check", "a.md", "--allow-net", "127.0.0.0/8", "--no-archives", *more)

    return check


def test_what_a_person_saw_stands_until_its_day_and_is_shown(desk, loopback):
    assert desk().exit_code == 1
    for name in ("one", "two"):
        until = date.today() + timedelta(days=30)
        accepted = run(
            "accept", loopback.url(f"/gone/{name}"), "--as", "live", "--why", "opens in a browser", "--until", until, "--who", "Ann"
        )  # fmt: skip
        assert accepted.exit_code == 0
    result = desk("--verbose")
    assert result.exit_code == 0
    assert "Checked by hand by Ann" in " ".join(result.stdout.split())


def test_a_decision_that_is_over_is_said_and_counts_no_more(desk, loopback, tmp_path):
    (tmp_path / "decisions.toml").write_text(
        f"[[link]]\nurl = '{loopback.url('/gone/one')}'\ndo = 'checked'\nas = 'live'\nuntil = 2020-01-01\n"
    )
    result = desk()
    assert result.exit_code == 1
    assert "decision-expired" in result.stdout


def test_a_day_that_is_over_and_a_state_that_is_none_are_refused(desk):
    assert (
        run(
            "accept", "http://a.example/", "--as", "live", "--why", "x", "--until", "2020-01-01"
        ).exit_code
        == 2
    )
    assert run("accept", "http://a.example/", "--as", "fine", "--why", "x").exit_code == 2


def test_a_build_with_a_baseline_fails_on_news_alone(desk, loopback, tmp_path):
    desk()
    assert run("baseline", "a.md", "-o", "known.txt").exit_code == 0
    known = (tmp_path / "known.txt").read_text("utf-8").split("\n")
    assert known[1:3] == [f"dead {loopback.url('/gone/one')}", f"dead {loopback.url('/gone/two')}"]
    assert desk("--baseline", "known.txt").exit_code == 0
    (tmp_path / "known.txt").write_text("\n".join(known[:2]) + "\n")
    result = desk("--baseline", "known.txt")
    assert result.exit_code == 1
    assert f"broke since the baseline: {loopback.url('/gone/two')}" in result.stderr


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [
        ("error", 1),
        ("unknown", 0),
        ("broken", 1),
        ("link-parked", 0),
        ("link-dead,unknown", 1),
        ("nothing", 2),
    ],
)
def test_what_fails_a_run_may_be_a_level_a_class_or_a_code(desk, fail_on, code):
    assert desk("--fail-on", fail_on).exit_code == code


def test_only_what_was_not_well_is_asked_again(desk, loopback):
    loopback.behaviours["/gone/two"] = answer(
        "<title>Tides</title><h1>Tides</h1>" + "<p>B. Roe.</p>" * 90
    )
    desk()
    loopback.behaviours["/gone/one"] = answer(
        "<title>The Harbour Rule</title><h1>The Harbour Rule</h1>" + "<p>A. Doe.</p>" * 90
    )
    result = desk("--retry-failed")
    del loopback.behaviours["/gone/one"], loopback.behaviours["/gone/two"]
    assert result.exit_code == 0
    assert "1 answer from the store" in result.stdout


def test_only_inputs_that_changed_are_looked_at(desk, tmp_path):
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "a.md"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    result = desk("--changed-since", "HEAD")
    assert (result.exit_code, result.stdout) == (0, "")
    (tmp_path / "a.md").write_text((tmp_path / "a.md").read_text() + "\nMore.\n")
    assert desk("--changed-since", "HEAD").exit_code == 1
    assert desk("--changed-since", "no-such").exit_code == 2


def accepted(url, *more):
    return run("accept", url, "--as", "live", "--why", "opens in a browser", *more)


def test_a_report_without_the_file_shows_what_the_store_keeps(desk, loopback, tmp_path):
    for name in ("one", "two"):
        assert accepted(loopback.url(f"/gone/{name}")).exit_code == 0
    (tmp_path / "decisions.toml").unlink()
    result = desk()
    assert result.exit_code == 0 and "looked at by hand" in result.stdout


def test_the_file_counts_where_both_speak(desk, loopback, tmp_path):
    url = loopback.url("/gone/one")
    accepted(url)
    (tmp_path / "decisions.toml").write_text(
        f"[[link]]\nurl = '{url}'\ndo = 'checked'\nas = 'blocked'\n"
    )
    assert desk("--format", "csv").stdout.count("blocked") >= 1


def test_what_the_store_keeps_is_over_on_its_day_and_runs_say_so(desk, loopback, tmp_path):
    url = loopback.url("/gone/one")
    accepted(url, "--until", date.today())
    (tmp_path / "decisions.toml").unlink()
    with sqlite3.connect(tmp_path / "cache/cite.db") as database:
        database.execute("UPDATE said SET until = '2020-01-01'")
    result = desk()
    assert result.exit_code == 1 and "decision-expired" in result.stdout


def test_what_is_taken_back_is_gone_from_file_and_store(desk, loopback, tmp_path):
    url = loopback.url("/gone/one")
    accepted(url)
    assert run("accept", url, "--forget").exit_code == 0
    assert url not in (tmp_path / "decisions.toml").read_text("utf-8")
    assert "by hand" not in run("history", url).stdout
    assert desk().exit_code == 1


def test_what_is_said_of_one_note_stays_in_the_file(desk, loopback, tmp_path):
    accepted(loopback.url("/gone/one"), "--note", "i")
    assert desk("--verbose").stdout.count("looked at by hand") == 1
    (tmp_path / "decisions.toml").unlink()
    assert "looked at by hand" not in desk("--verbose").stdout


def test_without_a_state_or_a_reason_nothing_is_said(desk):
    result = run("accept", "http://a.example/", "--as", "live")
    assert result.exit_code == 2 and "--why" in result.stderr


def test_the_looks_behind_what_was_said_are_never_thinned(desk, loopback, tmp_path):
    desk()
    accepted(loopback.url("/gone/one"))
    with sqlite3.connect(tmp_path / "cache/cite.db") as database:
        rows = list(database.execute("SELECT what FROM ground"))
    assert rows and set(rows) == {("by hand",)}


def test_forges_show_what_a_person_put_aside_with_its_reason(desk, loopback, tmp_path):
    desk()
    accepted(loopback.url("/gone/one"), "--who", "Ann")
    desk("--report", "r.sarif", "--report", "gl-code-quality-report.json", "--format", "github")
    results = json.loads((tmp_path / "r.sarif").read_text("utf-8"))["runs"][0]["results"]
    (aside,) = [one for one in results if one["ruleId"] == "link-checked-by-hand"]
    assert [one["kind"] for one in aside["suppressions"]] == ["external"]
    assert "Checked by hand by Ann" in aside["suppressions"][0]["justification"]
    assert "Found to be dead" in aside["suppressions"][0]["justification"]
    assert [one for one in results if "suppressions" in one] == [aside]
    quality = json.loads((tmp_path / "gl-code-quality-report.json").read_text("utf-8"))
    assert "link-checked-by-hand" in {one["check_name"] for one in quality}
    assert "::notice" in desk("--format", "github").stdout


def test_a_finding_stands_at_its_link_not_at_its_note(desk, loopback, tmp_path):
    desk("--report", "r.sarif")
    results = json.loads((tmp_path / "r.sarif").read_text("utf-8"))["runs"][0]["results"]
    at = {
        one["locations"][0]["physicalLocation"]["region"]["startColumn"]
        for one in results
        if one["ruleId"] == "link-dead"
    }
    lines = (tmp_path / "a.md").read_text("utf-8").splitlines()
    wanted = {line.index("http") + 1 for line in lines if "http" in line}
    assert at == wanted


def test_a_command_that_is_misspelt_is_told_what_was_meant():
    result = run("chekc", "a.md")
    assert result.exit_code == 2
    assert "Did you mean 'check'?" in result.stderr
