"""`cite mend`: what it shows, what it writes, and what it refuses."""

import hashlib

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.server import answer

GONE = "The rule was kept.<sup>i</sup>\n\n<sup>i</sup> Doe, A, *The Rule of the Harbour Masters*, 1999, {url}.\n"


def run(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def article(tmp_path, loopback):
    """An article whose one address was checked and has moved for good."""
    loopback.behaviours["/papers/was*"] = answer(
        status="301 Moved Permanently", Location=loopback.url("/archive/papers/is")
    )
    loopback.behaviours["/archive/papers/is*"] = answer(
        "<title>The Rule of the Harbour Masters</title><h1>The Rule of the Harbour Masters</h1><p>By A. Doe, 1999.</p>"
        + "<p>Words of it.</p>" * 60
    )
    path = tmp_path / "article.md"
    path.write_text(GONE.format(url=loopback.url("/papers/was")), "utf-8")
    result = run(
        "check", path, "--cache", tmp_path / "cache", "--allow-net", "127.0.0.0/8", "--no-archives"
    )
    assert "moved" in result.stdout
    return path


def test_a_diff_is_shown_and_nothing_is_written(article, tmp_path, loopback):
    before = article.read_bytes()
    result = run("mend", article, "--cache", tmp_path / "cache")
    assert result.exit_code == 1
    assert (
        f"+<sup>i</sup> Doe, A, *The Rule of the Harbour Masters*, 1999, {loopback.url('/archive/papers/is')}."
        in result.stdout
    )
    assert article.read_bytes() == before


def test_what_is_written_is_the_article_with_its_link_mended_and_nothing_else(
    article, tmp_path, loopback
):
    result = run("mend", article, "--write", "--cache", tmp_path / "cache")
    assert result.exit_code == 0
    assert article.read_text("utf-8") == GONE.format(url=loopback.url("/archive/papers/is"))
    again = run("mend", article, "--cache", tmp_path / "cache")
    assert (again.exit_code, "nothing to mend" in again.stdout) == (0, True)


def test_another_file_may_be_written(article, tmp_path):
    before = article.read_bytes()
    assert (
        run("mend", article, "-o", tmp_path / "new.md", "--cache", tmp_path / "cache").exit_code
        == 0
    )
    assert article.read_bytes() == before
    assert b"/is." in (tmp_path / "new.md").read_bytes()


def test_decisions_beside_the_article_are_followed_and_refused_once_it_changed(article, tmp_path):
    digest = hashlib.sha256(article.read_bytes()).hexdigest()
    url = article.read_text("utf-8").split("1999, ")[1].rstrip(".\n")
    decisions = tmp_path / "decisions.toml"
    decisions.write_text(f"[article]\nsha256 = '{digest}'\n[[link]]\nurl = '{url}'\ndo = 'keep'\n")
    assert run("mend", article, "--cache", tmp_path / "cache").exit_code == 0
    article.write_text(article.read_text("utf-8") + "\nMore.\n", "utf-8")
    result = run("mend", article, "--cache", tmp_path / "cache")
    assert result.exit_code == 2
    assert "changed since" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--only", "everything"], "--only takes"), (["--decisions", "none.toml"], "no such file")],
)
def test_what_cannot_be_meant_is_refused_in_a_line(article, tmp_path, arguments, said):
    result = run("mend", article, "--cache", tmp_path / "cache", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.strip().split("\n")) == 1


def test_a_bibliography_gets_the_copies_of_what_is_gone_and_keeps_the_rest(tmp_path):
    bib = tmp_path / "refs.bib"
    bib.write_text("% Ours.\n@online{doe, title = {A Title}, url = {http://a.example/}}\n", "utf-8")
    before = bib.read_bytes()
    result = run("mend", bib, "--write", "--cache", tmp_path / "cache")
    assert result.exit_code == 0
    assert bib.read_bytes() == before


def test_an_article_that_changed_since_it_was_checked_is_refused_until_it_is_checked_again(
    article, tmp_path, loopback
):
    article.write_text(article.read_text("utf-8") + "\nMore.\n", "utf-8")
    result = run("mend", article, "--write", "--cache", tmp_path / "cache")
    assert result.exit_code == 2
    assert "is not as an article of that name was when it was checked" in result.stderr
    run("check", article, "--cache", tmp_path / "cache", "--allow-net", "127.0.0.0/8", "--no-archives")  # fmt: skip
    assert run("mend", article, "--write", "--cache", tmp_path / "cache").exit_code == 0


def test_an_article_that_nobody_checked_is_said_to_be_so(tmp_path):
    path = tmp_path / "new.md"
    path.write_text("So.[^1]\n\n[^1]: Doe, *T*, 1999, http://unasked.example/.\n", "utf-8")
    result = run("mend", path, "--cache", tmp_path / "cache")
    assert result.exit_code == 0
    assert "1 address was never asked; run cite check first" in result.stderr


def test_a_bibliography_gets_the_new_address_of_what_moved(tmp_path, loopback):
    loopback.behaviours["/bib/was*"] = answer(
        status="301 Moved Permanently", Location=loopback.url("/archive/bib/is")
    )
    loopback.behaviours["/archive/bib/is*"] = answer(
        "<title>The Rule of the Harbour Masters</title><h1>The Rule of the Harbour Masters</h1>"
        + "<p>By A. Doe, 1999.</p><p>Words of it.</p>" * 60
    )
    old = (
        "@online{doe,\n  author = {Doe, A.}, title = {The Rule of the Harbour Masters},\n"
        '  year = 1999, url = {%s}, note = "kept" }\n'
    )
    bib = tmp_path / "refs.bib"
    bib.write_text(old % loopback.url("/bib/was_a").replace("_", "\\_"), "utf-8")
    more = ("--cache", tmp_path / "cache")
    run("check", bib, "--allow-net", "127.0.0.0/8", "--no-archives", *more)
    result = run("mend", bib, "--write", *more)
    assert "1 link mended" in result.stderr
    assert bib.read_text("utf-8") == old % loopback.url("/archive/bib/is")
    assert run("mend", bib, *more).exit_code == 0
