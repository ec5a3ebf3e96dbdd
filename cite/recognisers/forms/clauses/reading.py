"""What is known of a citation while its clauses are read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from cite.model.document import Span
from cite.model.entries import FieldValue


@dataclass(frozen=True, slots=True)
class Words:
    """A clause that says nothing of itself: a place, a house, a school."""

    span: Span
    text: str
    dated: bool
    """Whether a year follows with nothing between."""
    leads: bool
    """Whether a colon follows."""


@dataclass(slots=True)
class Reading:
    """What was found in a citation so far."""

    text: str
    marks: list[Span]
    fields: dict[str, tuple[FieldValue, Span]] = field(default_factory=dict)
    loose: list[Words] = field(default_factory=list)
    entry_type: str = ""
    locator: str = ""
    quoted_title: bool = False
    container: Span | None = None
    plain: bool = False
    """Whether nothing marks the title: then places and houses must be known ones."""
    on_the_web: bool = False
    """Whether an address is given."""
    clauses: int = 0

    def put(self, name: str, value: FieldValue, span: Span) -> None:
        """Keep the first value of a field."""
        if value:
            self.fields.setdefault(name, (value, span))

    @property
    def article(self) -> bool:
        """Whether it stands in a periodical."""
        return "journal" in self.fields


Clause = Callable[[Reading, int, int], int | None]
"""Reads what begins at an offset; where it ends, or None where it is something else."""
