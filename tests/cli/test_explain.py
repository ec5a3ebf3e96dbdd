"""Every code that a report can carry is explained."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from cite.cli.rules import rules
from cite.cli.rules_of_links import SIGNS, STATES
from cite.model.verdicts import LinkState
from cite.pipeline import VERIFIERS, plug_in

SOURCES = Path(__file__).parents[2] / "cite"


def test_every_state_is_explained():
    assert set(STATES) == set(LinkState)


def test_every_sign_explained_is_one_that_a_verifier_can_give():
    given = {code for name in VERIFIERS.values() for code in plug_in("verifiers", name).codes}
    assert set(SIGNS) <= given


def test_every_code_of_a_sign_in_the_verifiers_is_known():
    """Codes are literals beside the state that they speak for."""
    known = rules()
    found = {
        code
        for file in (SOURCES / "verifiers").glob("*.py")
        for code in re.findall(r"LinkState\.\w+,\s*\"([a-z0-9-]+)\"", file.read_text("utf-8"))
    }
    assert len(found) > 25
    assert not {code for code in found if code not in known}


@pytest.mark.parametrize("code", sorted(rules()))
def test_cite_explain_prints_the_rule(code):
    result = CliRunner().invoke(cli, ["explain", code])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) >= 3 and len(result.output) > len(code) + 30
