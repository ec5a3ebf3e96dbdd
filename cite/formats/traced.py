"""Text that knows where in its source each of its characters stood, however it was cut and mended since."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """Words taken from a source, in pieces that stood there as they are here."""

    text: str
    starts: tuple[int, ...] = (0,)
    """Where in `text` each piece begins, ascending; the first is 0."""
    origins: tuple[int, ...] = (0,)
    """Where in the source it began."""

    def origin(self, at: int) -> int:
        """Where in the source the character at an offset stood; of the end, the place after the last one."""
        if at >= len(self.text) and at:
            return self.origin(len(self.text) - 1) + 1
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def ends_at(self, at: int) -> int:
        """Where in the source a stretch that ends before `at` ended."""
        return self.origin(at - 1) + 1 if at else self.origin(0)

    def pieces(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Offsets from `start` at which a stretch goes on elsewhere in the source, each with where; none in one piece."""
        if len(self.starts) == 1:
            return ()
        inner = [
            (at - start, origin)
            for at, origin in zip(self.starts, self.origins, strict=True)
            if start < at < end
        ]
        return ((0, self.origin(start)), *inner) if inner else ()

    def __getitem__(self, cut: slice) -> "Traced":
        start, stop, _ = cut.indices(len(self.text))
        if start == 0 and stop == len(self.text):
            return self
        if len(self.starts) == 1:
            return Traced(self.text[start:stop], (0,), (self.origins[0] + start,))
        first = bisect_right(self.starts, start) - 1
        last = max(first + 1, bisect_right(self.starts, max(start, stop - 1)))
        starts = (0, *(at - start for at in self.starts[first + 1 : last]))
        origins = (self.origin(start) if self.text else 0, *self.origins[first + 1 : last])
        return Traced(self.text[start:stop], starts, origins)

    def __add__(self, other: "Traced") -> "Traced":
        return joined((self, other))

    def sub(self, pattern: re.Pattern[str], put: Callable[[re.Match[str]], str]) -> "Traced":
        """With each match replaced; what is put stands where the match began."""
        pieces: list[Traced] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = put(match)
            if new == match[0]:
                continue
            pieces.append(self[done : match.start()])
            pieces.append(Traced(new, (0,), (self.origin(match.start()),)))
            done = match.end()
        return joined([*pieces, self[done:]]) if pieces else self

    def stripped(self) -> "Traced":
        """Without outer white space."""
        text = self.text
        start = len(text) - len(text.lstrip())
        return self[start : len(text.rstrip())] if start < len(text) else self[:0]


def joined(pieces: Iterable[Traced]) -> Traced:
    """Pieces one after another."""
    texts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for piece in pieces:
        if not piece.text:
            continue
        texts.append(piece.text)
        starts += [length + at for at in piece.starts]
        origins += piece.origins
        length += len(piece.text)
    return Traced("".join(texts), tuple(starts) or (0,), tuple(origins) or (0,))
