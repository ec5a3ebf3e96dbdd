"""`cite history`: every answer ever had, and what each would be called today."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.server import answer

PAGE = "<title>The ledgers</title>" + "<p>What stands in the ledgers is told here. " * 40


@pytest.fixture(scope="module")
def store(loopback, tmp_path_factory):
    """A page that was there at the first look and is gone at the second."""
    folder = tmp_path_factory.mktemp("history")
    url = loopback.url("/ledgers-of-old")
    (folder / "list.txt").write_text(f"{url}\n", "utf-8")
    for behaviour in (answer(PAGE), answer("<title>Not found</title>", status=404)):
        loopback.behaviours["/ledgers-of-old"] = behaviour
        run("check", folder / "list.txt", "--cache", folder / "cache", "--max-age", "0s", "--no-archives",
            "--allow-net", "127.0.0.0/8", "--interval", "0")  # fmt: skip
    return folder / "cache", url


def run(*arguments):
    return CliRunner().invoke(cli, [str(one) for one in arguments])


def test_each_answer_is_shown_with_the_verdict_it_would_get_today(store):
    cache, url = store
    lines = run("history", url, "--cache", cache).output.splitlines()
    assert lines[0] == url
    assert lines[1].endswith("200  live") and lines[2].endswith("404  dead")


def test_programs_and_sheets_get_the_same(store):
    cache, url = store
    told = json.loads(run("history", url, "--cache", cache, "--format", "json").output)
    assert told["schema"] == "cite/history/1"
    (address,) = told["addresses"]
    assert [one["state"] for one in address["answers"]] == ["live", "dead"]
    assert address["answers"][1]["class"] == "broken" and address["answers"][1]["reasons"]
    rows = list(
        csv.DictReader(io.StringIO(run("history", url, "--cache", cache, "--format", "csv").output))
    )
    assert [(row["status"], row["state"]) for row in rows] == [("200", "live"), ("404", "dead")]


def test_what_was_never_asked_is_said(store):
    cache, _ = store
    told = run("history", "http://never.example/", "--cache", cache)
    assert "never asked" in told.output and told.exit_code == 0


def test_a_page_shows_it_to_people(store, tmp_path):
    cache, url = store
    result = run(
        "history", url, "--cache", cache, "--format", "html", "-o", tmp_path / "history.html"
    )
    page = (tmp_path / "history.html").read_text("utf-8")
    assert result.exit_code == 0 and "<svg" in page and "2 looks" in page


def test_what_people_said_is_told_beneath_the_looks(store, tmp_path, monkeypatch):
    cache, url = store
    monkeypatch.chdir(tmp_path)
    run("accept", url, "--as", "live", "--why", "opens in a browser", "--who", "Ann", "--cache", cache)  # fmt: skip
    assert "looked at by hand by Ann" in run("history", url, "--cache", cache).output
    (address,) = json.loads(run("history", url, "--cache", cache, "--format", "json").output)["addresses"]  # fmt: skip
    assert address["by_hand"][0]["state"] == "live"
    run("accept", url, "--forget", "--cache", cache)


def test_the_pages_of_a_site_lead_to_it(store, tmp_path):
    cache, url = store
    (tmp_path / "list.txt").write_text(f"{url}\n", "utf-8")
    run("report", tmp_path / "list.txt", "--cache", cache, "--report", tmp_path / "site")
    (page,) = (tmp_path / "site").glob("history-*.html")
    assert url in page.read_text("utf-8")
    others = [one for one in (tmp_path / "site").glob("*.html") if one != page]
    assert any(page.name in one.read_text("utf-8") for one in others)
