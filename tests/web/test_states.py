"""Every state of the taxonomy, end to end: a .bib, the command line, a web on loopback."""

import json

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.cases import CASES, slug

JUDGED = [case for case in CASES if case.behaviour is not None]


@pytest.fixture(scope="module")
def verdicts(loopback, tmp_path_factory):
    folder = tmp_path_factory.mktemp("states")
    entries = []
    for index, case in enumerate(JUDGED):
        loopback.behaviours[slug(case)] = case.behaviour
        loopback.behaviours.update(case.more)
        title = f"title = {{{case.title}}}," if case.title else ""
        entries.append(
            f"@misc{{case{index}, {title} url = {{{loopback.url(slug(case))}{case.suffix}}}}}"
        )
    bib = folder / "cases.bib"
    bib.write_text("\n".join(entries), "utf-8")
    result = CliRunner().invoke(
        cli,
        ["check", str(bib), "--format", "json", "--cache", str(folder / "cache"), "--allow-net", "127.0.0.0/8", "--interval", "0",
         "--per-host", "50", "--timeout", "1", "--retries", "0", "--no-archives"],
    )  # fmt: skip
    assert result.exit_code == 1, result.output
    report = json.loads(result.stdout)
    return {reference["key"]: reference["links"][0] for reference in report["references"]}


@pytest.mark.parametrize("index", range(len(JUDGED)), ids=[case.name for case in JUDGED])
def test_a_link_is_judged_as_a_careful_editor_would(verdicts, index):
    link = verdicts[f"case{index}"]
    assert link["state"] == JUDGED[index].state, link["signs"]


def test_every_verdict_has_its_reasons(verdicts):
    assert all(link["reasons"] and link["signs"] for link in verdicts.values())


def test_classes_follow_from_states(verdicts):
    expected = {
        "live": "ok",
        "moved": "ok",
        "dead": "broken",
        "soft-404": "broken",
        "blocked": "unknown",
        "transient": "unknown",
    }
    assert all(
        expected.get(link["state"], link["class"]) == link["class"] for link in verdicts.values()
    )
