"""The command line: exit codes, bad input, and what a hostile article may not do."""

import io
import json
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.flags import parse_connect_to, parse_duration
from cite.cli.main import COMMANDS, cli
from cite.cli.product import emit, write_file
from cite.cli.settings import from_file
from cite.model.errors import SettingsError
from cite.model.options import ConnectTo
from tests.web.server import answer

SAMPLE = Path(__file__).parents[2] / "examples" / "article.md"


def run(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_the_sample_has_sixteen_notes():
    report = json.loads(run("notes", SAMPLE, "--format", "json").stdout)
    assert report["schema"] == "cite/notes/1"
    assert len(report["documents"][0]["notes"]) == 16


def test_refs_keep_to_their_schema():
    report = json.loads(run("refs", SAMPLE, "--format", "json").stdout)
    notes = {note["label"]: note for note in report["documents"][0]["notes"]}
    assert report["schema"] == "cite/refs/1"
    assert notes["xvi"]["items"][0]["target"] == "viii"
    assert notes["viii"]["items"][0]["fields"]["author"][0] == {"family": "Arnott", "given": "J"}


def test_the_samples_references_are_those_checked_in(tmp_path):
    published = SAMPLE.parents[1] / "refs.bib"
    copy = tmp_path / "refs.bib"
    copy.write_text(published.read_text("utf-8"), "utf-8")
    assert run("refs", SAMPLE, "-o", copy).exit_code == 0
    assert copy.read_text("utf-8") == published.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"%PDF-1.7 \xe2\xe3", "is a PDF"),
        (b"PK\x03\x04" + b"\x00" * 30 + b"word/document.xml", "cut short or damaged"),
        ("引用文献".encode("shift_jis"), "save it as UTF-8"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(tmp_path, content, words):
    path = tmp_path / "x.md"
    if content is not None:
        path.write_bytes(content)
    result = run("notes", path)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_directory_is_no_article(tmp_path):
    assert run("notes", tmp_path).exit_code == 2


def test_nothing_to_check_is_never_a_clean_pass(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("An article without notes.", "utf-8")
    result = run("notes", path)
    assert result.exit_code == 1
    assert "nothing-to-check" in result.output


def test_a_hostile_article_sends_no_escapes_to_the_terminal(tmp_path):
    path = tmp_path / "x.md"
    path.write_text(
        "Text.<sup>i</sup>\n\n<sup>i</sup> \x1b[2J\x1b]0;owned\x07 Doe, *T\u202eitle*, 1999, http://a.invalid/\x1b[31m\n",
        "utf-8",
    )
    for command in ("notes", "check"):
        extra = ["--cache", tmp_path / "c", "--no-archives"] if command == "check" else []
        result = run(command, path, *extra)
        assert "\x1b" not in result.output
        assert "\u202e" not in result.output


def test_a_hostile_page_puts_no_script_into_the_report(loopback, tmp_path):
    loopback.behaviours["/evil"] = answer(
        "<title>not found &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title><h1>Page not found &lt;img src=x onerror=alert(1)&gt;</h1>"
    )
    path = tmp_path / "x.md"
    path.write_text(
        f"Text.<sup>i</sup>\n\n<sup>i</sup> Doe, *A <script>alert(2)</script> title*, 1999, <{loopback.url('/evil')}>.\n",
        "utf-8",
    )
    report = tmp_path / "r.html"
    run(
        "check",
        path,
        "--cache",
        tmp_path / "c",
        "--no-archives",
        "--allow-net",
        "127.0.0.0/8",
        "--report",
        report,
    )
    html = report.read_text("utf-8")
    assert html.count("<script") == 1 and "<script>alert" not in html
    assert "onerror=alert(1)>" not in html


def test_offline_judges_nothing_and_exits_3(tmp_path):
    result = run("check", SAMPLE, "--offline", "--cache", tmp_path, "--format", "json")
    assert result.exit_code == 3
    links = [
        link for reference in json.loads(result.stdout)["references"] for link in reference["links"]
    ]
    assert links
    assert {link["state"] for link in links} == {"not-judged"}


def test_what_was_not_judged_is_never_called_sound(tmp_path):
    urls = tmp_path / "urls.txt"
    urls.write_text("urn:isbn:9780198267898\nhttps://journal.org/a\n", "utf-8")
    assert run("check", urls, "--offline", "--cache", tmp_path / "c").exit_code == 3


def test_a_second_run_asks_nothing_that_is_fresh(loopback, tmp_path):
    loopback.behaviours["/fresh"] = answer("<title>Fresh</title>" + "words " * 100)
    urls = tmp_path / "urls.txt"
    urls.write_text(loopback.url("/fresh") + "\n", "utf-8")
    flags = [
        "--cache",
        tmp_path / "c",
        "--no-archives",
        "--allow-net",
        "127.0.0.0/8",
        "--format",
        "json",
    ]
    first, second = (json.loads(run("check", urls, *flags).stdout) for _ in range(2))
    assert first["summary"]["requests"] > 0
    assert second["summary"]["requests"] == 0
    assert (
        first["references"][0]["links"][0]["state"]
        == second["references"][0]["links"][0]["state"]
        == "live"
    )


def test_a_report_of_no_known_kind_is_refused_before_anything_is_asked(loopback, tmp_path):
    urls = tmp_path / "urls.txt"
    urls.write_text(loopback.url("/never-asked") + "\n", "utf-8")
    result = run("check", urls, "--report", tmp_path / "report.xyz", "--cache", tmp_path / "c")
    assert result.exit_code == 2
    assert ".html" in result.stderr
    assert not (tmp_path / "c").exists()


def test_a_file_that_holds_no_certificate_is_named(tmp_path):
    (tmp_path / "ca.pem").write_text("no certificate", "utf-8")
    result = run("check", SAMPLE, "--ca", tmp_path / "ca.pem", "--cache", tmp_path / "c")
    assert result.exit_code == 2
    assert "ca.pem" in result.stderr


class Sip(io.RawIOBase):
    """A stream that takes a part of what it is given, as an unbuffered pipe may."""

    def __init__(self):
        self.taken = b""

    def writable(self):
        return True

    def write(self, data):
        self.taken += bytes(data[:100])
        return min(len(data), 100)


def test_a_stream_that_takes_only_parts_gets_all_of_the_product(monkeypatch):
    sip = Sip()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(sip, "utf-8", write_through=True))
    emit("é" * 1000)
    assert sip.taken == "é".encode() * 1000 + b"\n"


def test_a_name_that_is_no_unicode_is_written_as_far_as_it_goes(tmp_path):
    write_file(tmp_path / "a.json", "caf\udce9")
    assert (tmp_path / "a.json").read_text("utf-8") == "caf?"


def test_an_unknown_setting_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cite.toml").write_text("tiemout = 3\n", "utf-8")
    result = run("check", SAMPLE)
    assert result.exit_code == 2
    assert "tiemout" in result.stderr


def test_the_form_of_a_report_may_stand_in_the_settings_and_a_flag_goes_over_it(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cite.toml").write_text('format = "json"\nreport = "links.csv"\n', "utf-8")
    assert json.loads(run("report", SAMPLE).stdout)["schema"] == "cite/check/1"
    assert (tmp_path / "links.csv").is_file()
    (tmp_path / "links.csv").unlink()
    result = run("check", SAMPLE, "--offline", "--format", "markdown", "--report", "links.md")
    assert result.stdout.startswith("#")
    assert (tmp_path / "links.md").is_file()
    assert not (tmp_path / "links.csv").exists()


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("slots = 7", "slots", 7),
        ('max-age = "12h"', "max_age", timedelta(hours=12)),
        ("no-archives = true", "archives_enabled", False),
        ('fail-on = "warning"', "fail_on", ("warning",)),
        ('allow-net = ["127.0.0.1/8", "::1"]', "allow_net", ("127.0.0.0/8", "::1/128")),
        ('ignore = "gap-in-notes"', "ignore", ("gap-in-notes",)),
        ('rule = "before-else-after"', "memento_rule", "before-else-after"),
        ("max-redirects = 3", "max_redirects", 3),
    ],
)
def test_a_setting_is_read_as_its_flag(tmp_path, line, name, value):
    (tmp_path / "cite.toml").write_text(line, "utf-8")
    assert getattr(from_file(tmp_path / "cite.toml"), name) == value


@pytest.mark.parametrize(
    "line", ["slots = 0", "timeout = -1", 'offline = "yes"', 'rule = "best"', 'allow-net = ["x"]', "contact = []", "slots = [",
        "[cache]", "timeout = {}", "\u00a0"]
)  # fmt: skip
def test_a_setting_that_its_flag_would_refuse_is_refused(tmp_path, line):
    (tmp_path / "cite.toml").write_text(line, "utf-8")
    with pytest.raises(SettingsError, match=r"cite\.toml"):
        from_file(tmp_path / "cite.toml")


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
def test_a_code_that_no_finding_has_is_refused_for_it_would_hide_all_or_none(flag):
    result = run("notes", SAMPLE, flag, "escaped-adress")
    assert result.exit_code == 2
    assert "no rule has the code 'escaped-adress'" in result.stderr
    assert run("notes", SAMPLE, flag, "escaped-address").exit_code == 0


def test_commands_offer_the_flags_that_mean_something_to_them():
    assert "--verify" not in run("notes", "--help").output
    assert "--verify" not in run("refs", "--help").output
    assert "--max-age" not in run("history", "--help").output


def test_settings_that_cannot_be_read_are_said_in_one_line(tmp_path):
    (tmp_path / "cite.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match=r"cite\.toml: is not UTF-8"):
        from_file(tmp_path / "cite.toml")
    with pytest.raises(SettingsError, match="cannot be read: Is a directory"):
        from_file(tmp_path)


def test_connect_to_is_read_as_curl_reads_it():
    assert parse_connect_to("a.example:80:127.0.0.1:8080") == ConnectTo(
        "a.example", 80, "127.0.0.1", 8080
    )
    assert parse_connect_to("::127.0.0.1:8080") == ConnectTo("", None, "127.0.0.1", 8080)
    with pytest.raises(SettingsError):
        parse_connect_to("nonsense")


def test_durations_are_read():
    assert parse_duration("12h").total_seconds() == 43200
    with pytest.raises(SettingsError):
        parse_duration("soon")


def test_every_code_of_a_finding_can_be_explained(tmp_path):
    codes = run("explain").output.split()
    assert "error-page" in codes
    for code in codes:
        assert run("explain", code).exit_code == 0
    assert run("explain", "no-such-code").exit_code == 2


def test_many_sites_asked_by_a_program_that_names_nobody_is_said(loopback, tmp_path):
    urls = tmp_path / "urls.txt"
    urls.write_text("".join(f"http://site-{n}.example/\n" for n in range(12)))
    flags = ["--cache", tmp_path / "c", "--no-archives", "--verify", "link", "--connect-to", f"::127.0.0.1:{loopback.port}", "--allow-net", "127.0.0.0/8"]  # fmt: skip
    assert "names nobody" in run("check", urls, *flags).stderr
    again = run("check", urls, *flags, "--contact", "https://desk.example/", "--max-age", "0s")
    assert "names nobody" not in again.stderr
