"""`make demo`: the sample against a demonstration web and a real Wayback server."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pywb", reason="needs pywb")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    report = tmp_path_factory.mktemp("demo") / "report.html"
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "demo" / "run.py", report],
        capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, report.read_text("utf-8")


def test_every_link_is_in_the_state_that_the_demonstration_made(demo):
    states = dict(re.findall(r"note (\w+): ([\w-]+)", demo[0]))
    assert states == {
        "iv": "parked", "viii": "dead", "xi": "soft-404", "xiii": "soft-404", "v": "blocked", "ix": "transient",
        "vi": "moved",
    }  # fmt: skip


def test_copies_are_chosen_by_the_date_of_the_note_and_never_a_page_that_says_nothing(demo):
    out = demo[0]
    for note, capture in [
        ("viii", "20090711180000"),
        ("v", "20091007021400"),
        ("xiii", "20080926040000"),
    ]:
        assert re.search(rf"note {note}: .*?/demo/{capture}/", out, re.DOTALL), note
    assert "20160301101500" not in out
    assert "20080701000000" not in out


def test_the_report_says_that_it_was_made_against_a_demonstration(demo):
    assert "demonstration web" in demo[0]
    assert "demonstration web" in demo[1]


def test_a_page_that_lost_half_its_text_since_it_was_cited_is_told(demo):
    told = " ".join(demo[0].split())
    assert re.search(
        r"The page has changed since it was cited: \d\d% of the text of the copy of 21 July", told
    )
    assert "changed-since-cited" in demo[1]
