"""Many articles as a folder: an index, a page for each, and what went bad since the last look."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from cite.model.evidence import Look
from cite.model.report import AddressHistory
from cite.model.verdicts import LinkState, LinkVerdict
from cite.outputs.site import STATE, Site, read_state, with_history
from tests.outputs.long_report import joined, report_of


def written(report, old=""):
    return {name: "".join(pieces) for name, pieces in Site().files(report, old)}


@pytest.fixture(scope="module")
def well():
    every = (LinkState.LIVE,)
    return joined(report_of(4, "a/one.md", every), report_of(3, "b/one.md", every))


@pytest.fixture(scope="module")
def worse():
    return joined(
        report_of(4, "a/one.md", (LinkState.LIVE, LinkState.DEAD)),
        report_of(3, "b/one.md", (LinkState.LIVE,)),
    )


def test_each_article_has_a_page_and_the_index_leads_to_all(well):
    files = written(well)
    pages = [name for name in files if name.endswith(".html") and name != "index.html"]
    assert pages == ["a-one.html", "b-one.html"]
    assert all(f'href="{name}"' in files["index.html"] for name in pages)
    assert "a/one.md" in files["a-one.html"] and "b/one.md" not in files["a-one.html"]
    assert {"report.csv", "report.jsonl", STATE} <= files.keys()


def test_the_first_look_compares_itself_with_nothing(well):
    assert "This is the first look" in written(well)["index.html"]


def test_what_went_bad_since_the_last_look_is_named_with_its_note(well, worse):
    index = written(worse, written(well)[STATE])["index.html"]
    assert "Went bad" in index and "live → dead" in index and "a/one.md, note 2" in index
    assert "Look by look" in index
    back = written(well, written(worse)[STATE])["index.html"]
    assert "Well again" in back and "Went bad" not in back


def test_an_address_that_is_not_well_has_a_page_with_its_history(worse):
    (url, *_others) = with_history(worse)
    states = {link.url: link.state for one in worse.verdicts for link in one.links}
    assert states[url] is LinkState.DEAD
    looks = tuple(Look(worse.made_at - timedelta(days=day), 404) for day in (9, 2))
    verdicts = (LinkVerdict(url, LinkState.DEAD, (), ()),) * 2
    files = dict(Site().files(worse, "", [AddressHistory(url, looks, verdicts)]))
    (name,) = [name for name in files if name.startswith("history-")]
    assert "2 looks" in "".join(files[name]) and 'href="index.html"' in "".join(files[name])
    assert f'<a href="{name}">Its history</a>' in "".join(files["a-one.html"])
    assert "Its history" not in "".join(files["b-one.html"])


def test_health_is_shown_by_article_site_and_year(worse):
    index = written(worse)["index.html"]
    for title in ("Articles", "By year of the source", "By site"):
        assert f"<h2>{title}</h2>" in index
    assert "press1.example" in index and index.count("<svg") > 5
    assert "<script" not in index and "style=" not in index


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"runs": 3}', '{"made_at": "x", "links": {}}', "null"]
)
def test_a_state_that_is_none_stands_in_nobodys_way(text):
    assert read_state(text).states == {}


def test_names_that_fall_together_are_told_apart(well):
    same = joined(report_of(1, "a/one.md"), report_of(1, "a-one.md"))
    pages = [name for name in written(same) if name.endswith(".html")]
    assert len(set(pages)) == 3


def test_a_folder_named_as_report_is_made_and_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.md").write_text(
            "Said.[^1]\n\n[^1]: A. Doe, http://a.example/\n", "utf-8"
        )
    result = CliRunner().invoke(cli, ["check", "articles", "--offline", "--report", "site"])
    assert result.exit_code == 3 and "site: a new folder" in result.stderr
    assert {"index.html", "articles-one.html", STATE} <= {
        one.name for one in (tmp_path / "site").iterdir()
    }
    assert len(json.loads((tmp_path / "site" / STATE).read_text())["runs"]) == 1


def test_a_folder_is_not_made_where_there_is_none_to_make_it_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.md").write_text("Said.[^1]\n\n[^1]: A. Doe.\n", "utf-8")
    result = CliRunner().invoke(cli, ["check", "one.md", "--offline", "--report", "no/where/site"])
    assert result.exit_code in (2, 3) and "there is no folder" in result.stderr


def test_a_report_is_refused_before_anything_is_asked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.md").write_text("Said.[^1]\n\n[^1]: A. Doe.\n", "utf-8")
    kept = tmp_path / "kept.html"
    kept.write_text("mine")
    kept.chmod(0o444)
    for name, told in (("kept.html", "read-only"), ("no/where.html", "there is no folder")):
        result = CliRunner().invoke(cli, ["check", "one.md", "--offline", "--report", name])
        assert result.exit_code == 3 and told in result.stderr
    assert kept.read_text() == "mine"
    assert not (tmp_path / "no").exists() and not (tmp_path / "cache").exists()
