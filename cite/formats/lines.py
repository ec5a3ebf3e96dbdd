"""Offsets into a source as lines and columns."""

from bisect import bisect_right
from itertools import accumulate


class Lines:
    """The lines of one source."""

    def __init__(self, source: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1
