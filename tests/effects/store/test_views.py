"""The store as whoever browses it sees it."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from cite.effects.store.file import FILE
from cite.effects.store.store import Store
from cite.model.evidence import Fault, Fetch, Fetched, Hop, Manner, Unreachable

METADATA = Path(__file__).parents[3] / "docs" / "datasette.json"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
GONE, WELL, SILENT = "http://a.example/gone", "http://a.example/well", "http://b.example/"


def fetched(url, status, days, manner=Manner.TOOL):
    ask = Fetch(url, manner)
    return Fetched(ask, NOON + timedelta(days=days), status, (), (Hop(url, status),), b"x")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    with Store.open(folder) as store:
        for answer in (
            fetched(GONE, 200, 0), fetched(WELL, 404, 0), fetched(GONE, 404, 40), fetched(WELL, 200, 40),
            fetched(GONE, 403, 40, Manner.BROWSER),
            Unreachable(Fetch(SILENT), NOON, Fault.CONNECT_TIMEOUT, "no answer"),
        ):  # fmt: skip
            store.answers.put(answer)
    return folder


def rows(folder, view):
    return list(Database(folder / FILE).view(view).rows)


def test_each_address_stands_once_with_its_newest_answer(folder):
    latest = {row["url"]: row for row in rows(folder, "latest")}
    assert set(latest) == {GONE, WELL, SILENT}
    assert (latest[GONE]["status"], latest[GONE]["looks"]) == (404, 2)
    assert latest[GONE]["last_well"].startswith("2026-03-01")
    assert latest[WELL]["status"] == 200


def test_what_fails_is_told_those_that_failed_last_first(folder):
    assert [row["url"] for row in rows(folder, "failing")] == [GONE, SILENT]


def test_sites_and_months_are_counted(folder):
    hosts = {row["host"]: (row["answering"], row["failing"]) for row in rows(folder, "hosts")}
    assert hosts == {"http://a.example": (1, 1), "http://b.example": (0, 1)}
    months = [(row["month"], row["looks"], row["failing"]) for row in rows(folder, "months")]
    assert months == [("2026-03", 3, 2), ("2026-04", 2, 1)]


def test_datasette_shows_what_the_metadata_names(folder):
    pytest.importorskip("datasette", reason="needs datasette")

    def get(path):
        done = subprocess.run(
            [sys.executable, "-m", "datasette", folder / FILE, "--metadata", METADATA, "--get", path],
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    told = get("/cite.json")
    views = {one["name"] if isinstance(one, dict) else one for one in told["views"]}
    tables = {one["name"] for one in told["tables"]}
    named = json.loads(METADATA.read_text("utf-8"))["databases"]["cite"]
    assert set(named["tables"]) <= views | tables
    assert {one["name"] for one in told["queries"]} == set(named["queries"])
    (bad,) = get("/cite/went_bad.json?days=60&_shape=array")
    assert bad["url"] == GONE
    assert len(get("/cite/history.json?url=http://a.example/gone&_shape=array")) == 3
