"""A document as a reader found it: text with its typography, and addresses as shown and as pointed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Flag, auto


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `text[start:end]`, in code points."""

    start: int
    end: int


class Style(Flag):
    """Typography that carries meaning in a note."""

    PLAIN = 0
    ITALIC = auto()
    BOLD = auto()
    SMALL_CAPS = auto()
    SUPERSCRIPT = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one typography."""

    text: str
    style: Style = Style.PLAIN
    href: str | None = None
    """The address this run links to, as the source has it once its notation is undone."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address as shown and as pointed to."""

    url: str
    """The cleaned address the author meant."""
    shown: str
    """The text a reader sees."""
    href: str | None
    """The target as the source has it; None for a bare address that links nowhere."""
    span: Span
    """Where `shown` stands in the text of its note or paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the body, in document order."""

    runs: tuple[Run, ...]
    line: int
    """Line of its first character in the source, from 1."""

    @property
    def text(self) -> str:
        """The words alone."""
        return plain(self.runs)


def plain(runs: Iterable[Run]) -> str:
    """The words of some runs, typography dropped."""
    return "".join(run.text for run in runs)
