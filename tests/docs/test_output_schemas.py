"""The published schemas of reports describe what is written: all of it, and nothing that is not."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from cite.model.decisions import Action, Decision
from cite.model.verdicts import LinkClass, LinkState, WorkOutcome, WorkStatus
from cite.pipeline import output_named, report
from tests.outputs.long_report import report_of

DOCS = Path(__file__).parents[2] / "docs"
CHECK = json.loads((DOCS / "check.schema.json").read_text("utf-8"))
LINE = json.loads((DOCS / "check-line.schema.json").read_text("utf-8"))
SAMPLE = Path(__file__).parents[2] / "examples" / "article.md"


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """One with every state and a verdict by hand, and one of a real article that nobody checked."""
    made = report_of(60)
    first = made.verdicts[0]
    said = Decision("", Action.CHECKED, None, "", "live", "seen", "Ann", date(2026, 3, 1), None)
    by_hand = replace(first, links=(replace(first.links[0], by_hand=said), *first.links[1:]))
    from cite.model.options import Options

    cache = tmp_path_factory.mktemp("cache")
    return (
        replace(made, verdicts=(by_hand, *made.verdicts[1:])),
        report([SAMPLE], Options(cache=cache)),
    )


def strict(schema):
    """The schema with nothing allowed that it does not name: readers may meet more, writers must not write it."""
    if isinstance(schema, dict):
        made = {key: strict(value) for key, value in schema.items()}
        if "properties" in made and "required" in made and "allOf" not in made:
            made.setdefault("additionalProperties", False)
        return made
    return [strict(one) for one in schema] if isinstance(schema, list) else schema


def test_a_report_is_what_its_schema_describes_and_no_more(reports):
    validator = Draft202012Validator(strict(CHECK))
    for one in reports:
        written = json.loads(output_named("json").write(one))
        assert [error.message for error in validator.iter_errors(written)] == []


def test_each_line_is_what_its_schema_describes(reports):
    registry = Registry().with_resource("check.schema.json", Resource.from_contents(CHECK))
    validator = Draft202012Validator(LINE, registry=registry)
    for one in reports:
        for line in output_named("jsonl").write(one).splitlines():
            assert [error.message for error in validator.iter_errors(json.loads(line))] == []
        assert list(validator.iter_errors({"type": "reference"}))


@pytest.mark.parametrize(
    ("named", "known"),
    [
        (CHECK["$defs"]["state"], LinkState),
        (CHECK["$defs"]["class"], LinkClass),
        (CHECK["$defs"]["verification"]["properties"]["outcome"], WorkOutcome),
        (CHECK["$defs"]["verification"]["properties"]["status"], WorkStatus),
    ],
)
def test_every_value_that_there_is_is_named(named, known):
    assert set(named["enum"]) == {one.value for one in known}


def test_the_schemas_are_valid_themselves():
    for schema in (CHECK, LINE):
        Draft202012Validator.check_schema(schema)
