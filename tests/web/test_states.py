"""Every state of the taxonomy, end to end: files, the command line, a web on loopback."""

import json
from collections import Counter

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.cases import (
    Case,
    drift,
    endings,
    everyday,
    gone,
    long_pages,
    notices,
    parked,
    plain,
    platforms,
    redirects,
    soft_not_found,
    temporary,
    today,
    today_apart,
    today_fourth,
    today_third,
    tongues,
    twins,
    unlikely,
    walls,
)
from tests.web.server import LoopbackWeb
from tests.web.staging import Stage

CASES: list[Case] = [
    case
    for family in (
        plain,
        redirects,
        soft_not_found,
        parked,
        drift,
        endings,
        walls,
        temporary,
        gone,
        platforms,
        long_pages,
        everyday,
        twins,
        notices,
        tongues,
        unlikely,
        today,
        today_apart,
        today_third,
        today_fourth,
    )
    for case in family.CASES
]
CLASSES = {
    **dict.fromkeys(("live", "moved", "fragment-missing"), "ok"),
    **dict.fromkeys(("dead", "soft-404", "drifted", "parked", "tls-invalid"), "broken"),
}


def check(stage, folder, name, content, *flags):
    """One run of `cite check` over a file; the report."""
    file = folder / name
    file.write_text(content, "utf-8")
    rules = [part for rule in stage.rules for part in ("--connect-to", rule)]
    result = CliRunner().invoke(
        cli,
        ["check", str(file), "--format", "json", "--cache", str(folder / f"cache-{name}"), "--allow-net", "127.0.0.0/8", "--ca", str(stage.ca),
         "--interval", "0", "--per-host", "50", "--slots", "24", "--timeout", "5", "--retries", "1", "--no-archives", *rules, *flags],
    )  # fmt: skip
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


def links_by_case(folder):
    """Each case's link as reported: those with a cited title from a .bib, the rest from a list."""
    with LoopbackWeb() as web:
        stage = Stage(web, CASES, folder)
        titled = [number for number, case in enumerate(CASES) if case.title]
        plain_ones = [number for number, case in enumerate(CASES) if not case.title]
        listed = check(stage, folder, "urls.txt", "".join(stage.url(n) + "\n" for n in plain_ones))
        bib = check(stage, folder, "cited.bib", "".join(_entry(stage, n) for n in titled))
    found = {f"line-{line}": number for line, number in enumerate(plain_ones, 1)}
    found |= {f"case{number}": number for number in titled}
    return {
        found[reference["key"]]: reference["links"][0]
        for report in (listed, bib)
        for reference in report["references"]
    }


def _entry(stage, number):
    case = CASES[number]
    fields = {"title": f"{{{case.title}}}", "url": stage.url(number), **case.fields}
    return (
        f"@misc{{case{number},\n" + "".join(f" {k} = {{{v}}},\n" for k, v in fields.items()) + "}\n"
    )


pytestmark = pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")


@pytest.fixture(scope="module")
def links(tmp_path_factory):
    return links_by_case(tmp_path_factory.mktemp("states"))


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_a_link_is_judged_as_a_careful_editor_would(links, number):
    link = links[number]
    assert link["state"] in CASES[number].states, link["signs"]


def test_every_verdict_has_its_reasons(links):
    assert all(link["reasons"] and link["signs"] for link in links.values())


def test_classes_follow_from_states(links):
    assert all(CLASSES.get(link["state"], "unknown") == link["class"] for link in links.values())


def test_no_two_cases_have_one_name():
    assert not [name for name, count in Counter(case.name for case in CASES).items() if count > 1]
