"""A note twice as long costs twice the work, counted in calls, whatever it repeats: time would tell of the machine."""

import sys

import pytest

from cite import pipeline

NOTES = {
    "pointers in brackets": "(see *x*) ",
    "blanks": "a" + " " * 40,
    "hard blanks": "\u00a0 \u00a0 ",
    "ibid.": "Ibid., 3. ",
    "ibid. between semicolons": "Ibid., 3; ",
    "ibid. in italics": "*Ibid.* ",
    "op. cit.": "Doe, op. cit., 3; ",
    "works": "Jane Doe, *A Title* (London: Verso, 1999), 3; ",
    "quotations": "Jane Doe, “A Title,” Past and Present 12 (1999): 34. ",
    "brackets never closed": "(word ",
    "prose": "This is a sentence about it. ",
    "addresses": "https://example.org/a ",
}
SIZE = 700
"""So that both are longer than any citation, and cut before they are read."""


def calls(path) -> int:
    """Calls made while an article is read."""
    made = 0

    def count(frame, event, argument):
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        pipeline.refs([path])
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("repeated", NOTES.values(), ids=NOTES.keys())
def test_a_note_twice_as_long_costs_twice_the_work(repeated, tmp_path):
    counted = []
    for times in (SIZE, SIZE, 2 * SIZE):
        path = tmp_path / "article.md"
        path.write_text(f"Text.[^1]\n\n[^1]: First, {repeated * times}end.\n", "utf-8")
        counted.append(calls(path))
    _, once, twice = counted
    assert twice < 2.3 * once
