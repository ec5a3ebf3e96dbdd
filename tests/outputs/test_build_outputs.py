"""What build servers are given: the gravest and newest first, within what they take."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator

from cite.outputs.github import MOST, job_summary, newest
from cite.pipeline import output_named
from tests.outputs.long_report import report_of

QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab documents of its code quality reports, in our own words."""
ALLOWED = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "time", "skipped", "timestamp", "file"},
    "testcase": {"name", "time", "classname"},
    "failure": {"type", "message"},
    "skipped": {"type", "message"},
    "system-out": set(),
}
"""Elements and attributes that the strictest schema of JUnit XML has, as far as we write them."""


@pytest.fixture(scope="module")
def report():
    return report_of(60)


def with_last_well(report, days):
    """The first broken link seen well so many days ago, the others never."""
    at = next(
        n for n, one in enumerate(report.verdicts) if one.findings and one.findings[0].level == 2
    )
    verdicts = list(report.verdicts)
    seen = datetime(2026, 3, 1, tzinfo=UTC) - timedelta(days=days)
    links = tuple(replace(link, last_well=seen) for link in verdicts[at].links)
    verdicts[at] = replace(verdicts[at], links=links)
    return replace(report, verdicts=tuple(reversed(verdicts))), verdicts[at].links[0].url


def test_ten_annotations_are_written_the_gravest_first(report):
    lines = output_named("github").write(report).splitlines()
    assert len(lines) == MOST
    assert all(line.startswith("::error file=article.md,line=") for line in lines)


def test_what_broke_last_comes_before_what_has_long_been_broken(report):
    told, url = with_last_well(report, 3)
    assert newest(told)[0].url == url


def test_what_a_stranger_wrote_gives_no_command_of_its_own(report):
    finding = replace(report.verdicts[15].findings[0], message="a%0A\n::set-output name=x::y,z")
    told = replace(report, verdicts=(replace(report.verdicts[15], findings=(finding,)),))
    (line,) = output_named("github").write(told).splitlines()
    assert "a%250A ::set-output" in line


def test_a_summary_is_cut_at_a_line_before_it_is_refused(report):
    whole = job_summary(report)
    assert whole.startswith("# Sources of")
    short = job_summary(report, 2000)
    assert len(short.encode()) < 2000 and "left out" in short
    assert whole.startswith(short[: short.index("\n\n*The rest")])


def test_gitlab_is_given_what_it_documents_and_no_fingerprint_twice(report):
    found = json.loads(output_named("gitlab").write(report))
    Draft7Validator(QUALITY).validate(found)
    assert len({one["fingerprint"] for one in found}) == len(found) > 10


def test_junit_has_nothing_that_the_strictest_schema_lacks(report):
    root = ElementTree.fromstring(output_named("junit").write(report))
    for element in root.iter():
        assert set(element.attrib) <= ALLOWED[element.tag], element.tag
    for suite in root:
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure"))) != "0"
        assert suite.get("skipped") == str(len(suite.findall("testcase/skipped"))) != "0"
