"""What `make report` would run, for the sample and for an article of one's own."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize(
    ("given", "bibliography"),
    [
        ([], "refs.bib"),
        (["ARTICLE=mine.md"], "report.bib"),
        (["ARTICLE=mine.md", "REPORT=out/mine.html"], "out/mine.bib"),
        (["ARTICLE=mine.md", "REFS=own.bib"], "own.bib"),
    ],
)
def test_the_references_of_another_article_leave_the_projects_own_alone(given, bibliography):
    done = subprocess.run(
        ["make", "-n", "report", *given], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert f"-o '{bibliography}'" in done.stdout
