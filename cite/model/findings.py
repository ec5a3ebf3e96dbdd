"""A finding: one thing an editor should know, with its place and its code."""

from dataclasses import dataclass
from enum import IntEnum

from cite.model.asks import Ask

UNREADABLE = "unreadable-input"
"""Code of the finding about an input that could not be read while others could: such a run could not finish."""


class Level(IntEnum):
    """How much a finding matters; ordered, so that `--fail-on` can compare."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an input something stands, as its format can say it."""

    path: str
    """The input's name."""
    line: int | None = None
    """Of a text format, counted from 1."""
    column: int | None = None
    """Counted from 1, in code points."""
    part: str = ""
    """Of a package, the file within: `word/footnotes.xml`, `chapter-3.xhtml`."""
    paragraph: int | None = None
    """Of a format without lines, the paragraph within its part, counted from 1."""
    character: int | None = None
    """The character within that paragraph, counted from 1, in code points."""
    page: int | None = None
    """Of a format of pages, counted from 1."""
    box: tuple[float, float, float, float] | None = None
    """On that page: left, bottom, right, top, in points from its lower left corner."""

    @property
    def order(self) -> tuple[int, int]:
        """Sorts the places of one input from its beginning to its end."""
        return (
            self.line or self.page or self.paragraph or 0,
            self.column or self.character or (-round(self.box[3]) if self.box else 0),
        )


def where(place: Place) -> str:
    """A place in words: `on line 12`, `on page 3`, `in paragraph 7 of word/footnotes.xml`."""
    part = f" of {place.part}" if place.part else ""
    if place.paragraph and not (place.line or place.page):
        return f"in {spot(place)}{part}"
    return f"on {spot(place)}" if spot(place) else f"in {place.path}"


def spot(place: Place) -> str:
    """The same within its part, in two words: `line 12`; nothing where there is nothing to say."""
    if place.line:
        return f"line {place.line}"
    if place.page:
        return f"page {place.page}"
    return f"paragraph {place.paragraph}" if place.paragraph else ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an editor should know."""

    code: str
    """Kebab-case and stable; `cite explain CODE` tells the rule."""
    level: Level
    message: str
    """A sentence or two in plain words."""
    place: Place | None = None
    note: str | None = None
    """Label of the note it concerns."""
    url: str | None = None
    """Address it concerns."""
    repair: str | None = None
    """What to put instead, where one is plain."""
    evidence: tuple[Ask, ...] = ()
    """What was asked to know this; nothing where the text itself shows it."""
    places: tuple[Place, ...] = ()
    """All of its places, `place` the first of them, where it is a pattern that has several."""


def in_order(finding: Finding) -> tuple[int, int]:
    """Sorts the findings of one input as they stand in it, those without a place first."""
    return finding.place.order if finding.place else (0, 0)
