"""How far a run has come, how fast, and how long it will take."""

import io

import pytest

from cite.cli.progress import pace, progress_bar


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_nothing_is_drawn_where_nobody_watches():
    with progress_bar(stream=io.StringIO()) as told:
        assert told is None


def test_the_line_tells_the_rate_and_the_time_that_is_left(monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm")
    now, screen = [1000.0], Terminal()
    with progress_bar(stream=screen, clock=lambda: now[0]) as told:
        for done in range(1, 101):
            now[0] += 0.1
            told(done, 1000)
    assert "100/1000" in screen.getvalue()
    assert "10.0/s, 2 min left" in screen.getvalue()


@pytest.mark.parametrize(
    ("speed", "left", "words"),
    [
        (None, None, ""),
        (0.25, 30, "0.2/s, 30 s left"),
        (41.4, 61, "41/s, 2 min left"),
        (3, 7201, "3.0/s, 3 h left"),
        (12, 0, "12/s"),
    ],
)
def test_spans_are_told_in_the_largest_unit_that_fits(speed, left, words):
    assert pace(speed, left) == words
