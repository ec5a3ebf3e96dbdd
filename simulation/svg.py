"""Plain charts as SVG: an axis each way, and lines, bars or dots. No library, so that every byte is ours to settle."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

WIDTH, HEIGHT = 760, 300
LEFT, RIGHT, TOP, BOTTOM = 74, 16, 34, 44
COLOURS = ("#2c5f8a", "#c8553d", "#7a9e4b", "#8a6d9e")
GREY = "#666"
A_LETTER = 6.2
"""About the width of one."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From zero, or whatever it begins with, to a round number."""

    words: str
    highest: float
    lowest: float = 0.0
    marks: Sequence[tuple[float, str]] = ()
    """Where a word stands; round numbers where none are given."""

    def share(self, value: float) -> float:
        """How far along it a value is, from 0 to 1."""
        return (value - self.lowest) / ((self.highest - self.lowest) or 1.0)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Values with what is written beside them."""
        if self.marks:
            yield from self.marks
            return
        step = _round_step(self.highest - self.lowest)
        value = self.lowest
        while value <= self.highest * 1.0001:
            yield value, f"{value:,.10g}"
            value += step


@dataclass(slots=True)
class Chart:
    """One chart, drawn piece by piece."""

    title: str
    x: Axis
    y: Axis
    _parts: list[str] = field(default_factory=list)
    _key: list[tuple[str, str]] = field(default_factory=list)

    def line(self, values: Sequence[tuple[float, float]], colour: int = 0, name: str = "") -> None:
        """Points joined."""
        points = " ".join(f"{self._across(x):.1f},{self._up(y):.1f}" for x, y in values)
        self._draw(
            f'<polyline points="{points}" fill="none" stroke="{COLOURS[colour]}" stroke-width="1.4"/>',
            colour,
            name,
        )

    def bars(
        self, values: Sequence[tuple[float, float, float]], colour: int = 0, name: str = "",
        room: tuple[float, float] = (0.06, 0.94),
    ) -> None:  # fmt: skip
        """For each, where it stands, from which height and to which; `room` is its share of a unit."""
        for x, low, high in values:
            left, right = self._across(x + room[0]), self._across(x + room[1])
            top, bottom = self._up(high), self._up(low)
            self._parts.append(
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
                f'height="{max(bottom - top, 0):.1f}" fill="{COLOURS[colour]}"/>'
            )
        self._draw("", colour, name)

    def dot(self, x: float, y: float, words: str, colour: int = 0) -> None:
        """A point with its name."""
        across, up = self._across(x), self._up(y)
        self._parts.append(
            f'<circle cx="{across:.1f}" cy="{up:.1f}" r="4" fill="{COLOURS[colour]}"/>'
        )
        self._parts.append(_text(across + 8, up + 4, words))

    def rule(self, y: float, words: str) -> None:
        """A height that means something."""
        up = self._up(y)
        self._parts.append(
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up:.1f}" y2="{up:.1f}" stroke="{GREY}" '
            'stroke-dasharray="5 4"/>'
        )
        self._parts.append(_text(WIDTH - RIGHT, up - 5, words, "end"))

    def svg(self) -> str:
        """The whole of it."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'font-family="sans-serif" font-size="12" fill="#222">'
        )
        parts = [head, f"<title>{escape(self.title)}</title>"]
        parts.append(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>')
        parts += [_text(LEFT, 18, self.title, weight="bold"), *self._axes(), *self._parts]
        return "\n".join([*parts, *self._legend(), "</svg>"]) + "\n"

    def _draw(self, part: str, colour: int, name: str) -> None:
        if part:
            self._parts.append(part)
        if name:
            self._key.append((COLOURS[colour], name))

    def _across(self, x: float) -> float:
        return LEFT + self.x.share(x) * (WIDTH - LEFT - RIGHT)

    def _up(self, y: float) -> float:
        return HEIGHT - BOTTOM - self.y.share(y) * (HEIGHT - TOP - BOTTOM)

    def _axes(self) -> Iterator[str]:
        for value, words in self.y.ticks():
            up = self._up(value)
            yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up:.1f}" y2="{up:.1f}" stroke="#e4e4e4"/>'
            yield _text(LEFT - 6, up + 4, words, "end")
        for value, words in self.x.ticks():
            yield _text(self._across(value), HEIGHT - BOTTOM + 16, words, "middle")
        middle = TOP + (HEIGHT - TOP - BOTTOM) / 2
        yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, self.x.words, "middle", colour=GREY)
        yield (
            f'<text x="13" y="{middle:.0f}" text-anchor="middle" fill="{GREY}" '
            f'transform="rotate(-90 13 {middle:.0f})">{escape(self.y.words)}</text>'
        )

    def _legend(self) -> Iterator[str]:
        left = float(WIDTH - RIGHT)
        for colour, name in reversed(self._key):
            left -= A_LETTER * len(name)
            yield _text(left, 18, name)
            left -= 15
            yield f'<rect x="{left:.0f}" y="9" width="10" height="10" fill="{colour}"/>'
            left -= 18


def _text(
    x: float, y: float, words: str, anchor: str = "start", weight: str = "normal", colour: str = "#222"
) -> str:  # fmt: skip
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" fill="{colour}">'
        f"{escape(words)}</text>"
    )


def round_up(value: float) -> float:
    """The next number with few digits."""
    step = _round_step(value)
    return math.ceil(value / step) * step if value else 1.0


def _round_step(span: float) -> float:
    """A fifth of a span or so, in round numbers."""
    rough = max(span, 1e-9) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
