"""Several inputs of several kinds in one run: each with its own verdict, and none stops the others."""

import json

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from cite.pipeline import READERS, plug_in

ARTICLE = "Said.<sup>i</sup>\n\n<sup>i</sup> Doe, A, *A Title*, 1999, http://a.example/{}.\n"


def run(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.md").write_text(ARTICLE.format("one"), "utf-8")
    (tmp_path / "texts" / "two.txt").write_text(ARTICLE.format("two"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("given", ["texts", "texts/*", "t*"])
def test_a_folder_or_a_quoted_pattern_is_all_that_it_holds(folder, given):
    product = json.loads(run("notes", given, "--format", "json").stdout)
    assert [one["path"] for one in product["documents"]] == ["texts/one.md", "texts/two.txt"]


@pytest.mark.parametrize("command", ["notes", "refs"])
def test_one_bad_file_stops_no_other_and_the_run_says_so(folder, command):
    (folder / "texts" / "empty.md").write_bytes(b"")
    (folder / "texts" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    result = run(command, "texts", "missing.md", "--format", "json")
    assert result.exit_code == 3
    found = {one["path"]: one for one in json.loads(result.stdout)["documents"]}
    assert set(found) == {
        f"texts/{name}" for name in ("one.md", "two.txt", "empty.md", "picture.txt")
    } | {"missing.md"}
    for name in ("texts/empty.md", "texts/picture.txt", "missing.md"):
        assert not found[name]["notes"]
    assert len(found["texts/one.md"]["notes"]) == 1


def test_a_report_over_a_bad_file_names_it_and_cannot_be_sound(folder):
    (folder / "texts" / "empty.md").write_bytes(b"")
    result = run("report", "texts", "--format", "json", "--select", "link-dead")
    assert result.exit_code == 3
    assert [one["path"] for one in json.loads(result.stdout)["findings"] if one["code"] == "unreadable-input"] == ["texts/empty.md"]  # fmt: skip


def test_where_nothing_can_be_read_the_command_itself_is_refused(folder):
    result = run("check", "--offline", "missing.md", "nowhere")
    assert result.exit_code == 2
    assert "missing.md: no such file; nowhere: no such file" in result.stderr


def test_an_address_is_checked_as_it_is(loopback, folder):
    result = run(
        "check", loopback.url("/live"), "--allow-net", "127.0.0.0/8", "--no-archives", "--format", "json", "--retries", 0
    )  # fmt: skip
    (reference,) = json.loads(result.stdout)["references"]
    assert [link["url"] for link in reference["links"]] == [loopback.url("/live")]


def test_a_reader_may_be_named(folder):
    (folder / "list.txt").write_text("http://a.example/\nis one of the addresses\n", "utf-8")
    product = json.loads(run("refs", "--as", "urls", "list.txt", "-f", "csl-json").stdout)
    assert product[0]["URL"] == "http://a.example/"
    assert run("notes", "--as", "urls", "texts/one.md").exit_code == 2
    assert run("notes", "--as", "cuneiform", "texts/one.md").exit_code == 2


def test_every_reader_is_listed_under_its_own_name():
    assert {name: plug_in("readers", reader).name for name, reader in READERS.items()} == {
        name: name for name in READERS
    }
