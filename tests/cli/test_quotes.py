"""`cite quotes`: an article against a file at hand."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import cli

ARTICLE = """The report says “the pilot may close the basin”.<sup>i</sup> It says “no vessel was refused entry”.<sup>ii</sup>

<sup>i</sup> A. Lind, *The Harbour Report* (Heron, 1999), p. 4.

<sup>ii</sup> Ibid., p. 6.
"""
SOURCE = (
    "The pilot may close the basin. In that winter no vessel was refused entry, as far as is known."
)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    return tmp_path / "a.md"


def told(
    article: Path, source: str | bytes, name: str = "s.txt"
) -> tuple[int, list[dict[str, object]]]:
    path = article.with_name(name)
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    result = CliRunner().invoke(
        cli, ["quotes", str(article), "--source", str(path), "--format", "json"]
    )
    document = json.loads(result.stdout)
    assert document["schema"] == "cite/quotes/1"
    return result.exit_code, document["documents"][0]["quotations"]


def test_sound_quotations_are_exit_code_0(article: Path) -> None:
    code, found = told(article, SOURCE)
    assert code == 0
    assert [(one["note"], one["verdict"]) for one in found] == [("i", "faithful"), ("ii", "exact")]


def test_an_altered_quotation_is_exit_code_1_with_its_difference_and_passage(article: Path) -> None:
    code, found = told(article, SOURCE.replace("may", "must"))
    assert code == 1
    assert found[0]["verdict"] == "altered"
    assert found[0]["differences"] == [{"kind": "modal", "quoted": "may", "source": "must"}]
    assert "pilot must close" in str(found[0]["passage"])


def test_a_source_without_text_says_nothing_against_a_quotation(article: Path) -> None:
    code, found = told(article, b"%PDF-1.7 broken", "s.pdf")
    assert code == 0
    assert {one["verdict"] for one in found} == {"unreadable"}
    assert "cannot be opened" in str(found[0]["reasons"])


def test_an_abstract_never_yields_not_found(article: Path) -> None:
    _, found = told(
        article, "Abstract\nThis paper is about pilots and the basins that they close in winter."
    )
    assert {one["verdict"] for one in found} == {"unreadable"}


def test_a_page_is_read_as_a_page(article: Path) -> None:
    _, found = told(article, f"<html><body><p>{SOURCE}</p></body></html>", "s.html")
    assert found[1]["verdict"] == "exact"


def test_an_article_itself_can_be_a_source(article: Path) -> None:
    _, found = told(article, f"# The Harbour Report\n\n{SOURCE}\n", "s.md")
    assert found[1]["verdict"] == "exact"


def test_the_terminal_shows_what_differs(article: Path) -> None:
    article.with_name("s.txt").write_text(SOURCE.replace("may", "must"), "utf-8")
    result = CliRunner().invoke(cli, ["quotes", str(article), "--source", "s.txt"])
    assert "ALTERED" in result.stdout
    assert "modal: quoted may, source must" in result.stdout


def test_a_source_that_is_not_there_is_one_line_of_error(article: Path) -> None:
    result = CliRunner().invoke(cli, ["quotes", str(article), "--source", "nowhere.txt"])
    assert result.exit_code in (2, 3)
    assert result.stderr.count("\n") == 1
