"""Quotations against sources: tables of cases in files, one verdict a row.

`tuned.txt` was at hand while the rules were made; `held_apart.txt` was written with it and looked at only when
they stood.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from cite.steps.quotations.judge_quotation import judge_quotation
from cite.steps.quotations.source import Source, prepare

CASES = Path(__file__).parent / "cases"


@cache
def sources() -> dict[str, Source]:
    parts = re.split(r"^## (\w+)\n", (CASES / "sources.txt").read_text("utf-8"), flags=re.MULTILINE)
    return {
        name: prepare(text.strip("\n"), name)
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def rows() -> list[tuple[str, ...]]:
    found = []
    for name in ("tuned", "held_apart", "second_round"):
        for line in (CASES / f"{name}.txt").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                found.append((name, *(cell.strip() for cell in line.split("|"))))
    return found


@pytest.mark.parametrize(("table", "place", "verdict", "kinds", "quotation", "why"), rows())
def test_a_quotation_is_judged_as_an_editor_would(
    table: str, place: str, verdict: str, kinds: str, quotation: str, why: str
) -> None:
    name, _, page = place.partition("@")
    judged = judge_quotation(quotation, sources()[name], frozenset({page} - {""}))
    assert judged.verdict == verdict, (why, judged)
    assert set(kinds.split()) <= {one.kind.value for one in judged.differences}, (why, judged)
