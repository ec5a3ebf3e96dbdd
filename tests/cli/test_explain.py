"""Every code that a report can carry is explained."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from cite.cli.rules import rules
from cite.cli.rules_of_links import SIGNS, STATES
from cite.cli.rules_of_words import words
from cite.model.evidence import MementosOutcome
from cite.model.quotations import QuoteVerdict
from cite.model.verdicts import LinkClass, LinkState, WorkOutcome, WorkStatus
from cite.pipeline import VERIFIERS, plug_in
from cite.steps.triage import Need

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


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("dead", "Of a link: (broken)"),
        ("soft-404", "says that all is well"),
        ("Soft 404", "says that all is well"),
        ("unknown", "never counts as broken"),
        ("absent", "no copy"),
        ("retracted", "took it back"),
        ("altered", "Both readings are shown"),
        ("replace", "no longer serves"),
        ("suspected", "never fails a build"),
    ],
)
def test_any_word_of_a_report_is_explained(word, told):
    result = CliRunner().invoke(cli, ["explain", word])
    assert result.exit_code == 0 and told in result.output


def test_every_word_of_the_model_has_a_meaning():
    known = words()
    for kind in (
        LinkState,
        LinkClass,
        MementosOutcome,
        WorkOutcome,
        WorkStatus,
        QuoteVerdict,
        Need,
    ):
        assert {one.value for one in kind} <= set(known)


def test_a_word_misspelt_is_met_with_the_one_that_was_meant():
    result = CliRunner().invoke(cli, ["explain", "retractd"])
    assert result.exit_code == 2 and "did you mean retracted?" in result.output
