"""A finding: one thing an editor should know, with its place and its code."""

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How much a finding matters; ordered, so that `--fail-on` can compare."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an input something stands."""

    path: str
    line: int | None = None
    """Counted from 1."""
    column: int | None = None
    """Counted from 1, in code points."""


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
