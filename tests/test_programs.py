"""At the end of a run stands what was missing, and what brings it."""

from pathlib import Path

from tests.programs import PACKAGES, missing, to_install

CI = (Path(__file__).parents[1] / ".ci" / "run").read_text("utf-8")
REASONS = [
    "Skipped: needs pandoc",
    "Skipped: needs pandoc",
    "Skipped: needs chromium or chromium-browser, which .ci/run installs",
    "Skipped: needs ../shared beside the checkout",
]


def test_each_reason_is_counted_and_told_with_the_package_that_ends_it():
    assert missing(REASONS) == [
        "1 test: needs ../shared beside the checkout",
        "1 test: needs chromium or chromium-browser, which .ci/run installs  [chromium]",
        "2 tests: needs pandoc  [pandoc]",
    ]


def test_packages_to_install_are_named_once():
    assert to_install(REASONS) == ["chromium", "pandoc"]
    assert missing([]) == to_install([]) == []


def test_what_continuous_integration_installs_is_what_would_be_told():
    for packages in PACKAGES.values():
        assert f"missing+=({packages})" in CI


def test_a_run_says_it_at_its_end(pytester):
    pytester.makeconftest("from tests.conftest import pytest_terminal_summary")
    pytester.makepyfile("import pytest\n\ndef test_one():\n    pytest.skip('needs biber')")
    result = pytester.runpytest_inprocess("-p", "no:xdist", "-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(
        ["*not everything was tested*", "1 test: needs biber*", "*apt-get install biber"]
    )
