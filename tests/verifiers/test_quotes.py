"""Quotations against the sources that notes name, over a loopback web: pages, PDFs, what is gone, what is a stub."""

import json

import pytest
from click.testing import CliRunner

from benchmarks.quotations import pdf_of
from cite.cli.main import cli
from tests.web.server import answer, silence

ARTICLE = """The report says “the pilot may close the basin in any weather”.<sup>i</sup>

<sup>i</sup> A. Lind, *The Harbour Report*, Heron, 1999, <{url}>.
"""
PROSE = " ".join(
    f"On day {day} the keepers rowed out to the tower and counted the boats that lay before it."
    for day in range(30)
)


def page(sentence):
    words = f"<html><head><title>The Harbour Report</title></head><body><h1>The Harbour Report</h1><p>{PROSE}</p><p>{sentence}</p></body></html>"
    return answer(words)


@pytest.fixture
def check(tmp_path, monkeypatch, loopback):
    monkeypatch.chdir(tmp_path)

    def run(behaviour, *flags, command="check"):
        loopback.behaviours["/report"] = behaviour
        (tmp_path / "a.md").write_text(ARTICLE.format(url=loopback.url("/report")), "utf-8")
        asked = [
            "--allow-net",
            "127.0.0.0/8",
            "--no-archives",
            "--interval",
            "0",
            "--retries",
            "0",
            "--timeout",
            "2",
        ]
        result = CliRunner().invoke(cli, [command, "a.md", "--format", "json", *asked, *flags])
        return result.exit_code, json.loads(result.stdout)

    return run


def quoted(report):
    (reference,) = report["references"]
    return reference.get("quotations", []), [one["code"] for one in reference["findings"]]


def test_without_the_flag_nothing_is_said_of_quotations(check):
    _, report = check(page("The pilot must close the basin in any weather."))
    assert quoted(report) == ([], [])


def test_a_sound_quotation_raises_nothing(check):
    code, report = check(page("The pilot may close the basin in any weather, it says."), "--quotes")
    (one,), findings = quoted(report)
    assert (code, one["verdict"], findings) == (0, "faithful", [])


def test_an_altered_quotation_is_a_finding_with_the_passage(check):
    code, report = check(page("The pilot must close the basin in any weather."), "--quotes")
    (one,), findings = quoted(report)
    assert (code, one["verdict"], findings) == (1, "altered", ["quotation-altered"])
    (finding,) = report["references"][0]["findings"]
    assert "must close the basin" in finding["message"] and finding["line"] == 1


def test_a_pdf_is_read_whole(check):
    pages = [[f"Page {n} of the harbour report and its tables"] for n in range(60)] + [
        ["The pilot may close the basin in any weather."]
    ]
    _, report = check(answer(pdf_of(pages), kind="application/pdf"), "--quotes")
    (one,), _ = quoted(report)
    assert one["verdict"] in ("exact", "faithful")


@pytest.mark.parametrize(
    "behaviour", [answer("gone", "404 Not Found"), answer("oops", "503 Unavailable"), silence]
)
def test_what_does_not_answer_says_nothing_against_a_quotation(check, behaviour):
    _, report = check(behaviour, "--quotes")
    (one,), findings = quoted(report)
    assert one["verdict"] == "unreadable"
    assert "quotation-not-found" not in findings


def test_an_abstract_says_nothing_against_a_quotation(check):
    _, report = check(
        answer(
            "<title>The Harbour Report</title><h1>The Harbour Report</h1><h2>Abstract</h2><p>This report is about harbours and the people who run them in winter.</p>"
        ),
        "--quotes",
    )
    (one,), _ = quoted(report)
    assert one["verdict"] == "unreadable"


def test_what_a_whole_page_does_not_say_is_not_found(check):
    code, report = check(page("Nobody closed anything."), "--quotes")
    (one,), findings = quoted(report)
    assert (one["verdict"], findings) == ("not-found", ["quotation-not-found"])
    assert code == 0, "a warning fails no run unless it is told to"


def test_the_command_asks_the_sources_that_notes_name(check):
    code, product = check(page("The pilot must close the basin in any weather."), command="quotes")
    (one,) = product["documents"][0]["quotations"]
    assert (code, one["verdict"], one["note"]) == (1, "altered", "i")
