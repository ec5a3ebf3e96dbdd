"""What tests share: the data beside the checkout, and a small web on loopback."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.programs import missing, to_install
from tests.web.server import LoopbackWeb

# The same examples in every run: a change is what makes a test fail, never the dice.
settings.register_profile("settled", derandomize=True, deadline=None)
settings.load_profile("settled")

pytest_plugins = ["pytester"]

SHARED = Path(__file__).parents[1] / "../shared"


@pytest.fixture(scope="session")
def shared():
    """Data that stands beside the checkout; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def article(shared):
    return next((shared / "article").glob("*.txt"))


@pytest.fixture(scope="session")
def loopback():
    with LoopbackWeb() as web:
        yield web


@pytest.fixture(scope="session")
def accepted():
    """Holds a product against the file that a person has read; `make accept` writes that file again."""

    def compare(path: Path, product: str) -> None:
        if os.environ.get("CITE_ACCEPT"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(product, "utf-8")
        assert product == path.read_text("utf-8")

    return compare


def pytest_terminal_summary(terminalreporter):
    """What tests were skipped for, and how to get it: a run that skips has not tested everything."""
    reasons = [
        report.longrepr[2]
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    ]
    if not reasons:
        return
    terminalreporter.section("not everything was tested")
    for line in missing(reasons):
        terminalreporter.write_line(line)
    if packages := to_install(reasons):
        terminalreporter.write_line(f"On Debian: apt-get install {' '.join(packages)}")
