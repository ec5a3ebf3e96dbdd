"""What one field of a citation says of a record: it agrees, it differs, or there is nothing to compare."""

from dataclasses import dataclass
from enum import StrEnum


class Vote(StrEnum):
    """One field's word."""

    AGREES = "agrees"
    NEAR = "near"
    """Not the same, and explained by how works appear: a year off by one, a page inside the range."""
    DIFFERS = "differs"
    SILENT = "silent"
    """One of the two does not say."""


@dataclass(frozen=True, slots=True)
class Votes:
    """The five fields that tell works apart."""

    title: Vote = Vote.SILENT
    author: Vote = Vote.SILENT
    year: Vote = Vote.SILENT
    volume: Vote = Vote.SILENT
    page: Vote = Vote.SILENT

    @property
    def agreeing(self) -> int:
        """How many agree; a near year is one of them, a near page is none."""
        return sum(
            vote is Vote.AGREES or (name == "year" and vote is Vote.NEAR)
            for name, vote in self.by_field
        )

    @property
    def differing(self) -> int:
        """How many contradict."""
        return sum(vote is Vote.DIFFERS for _, vote in self.by_field)

    @property
    def by_field(self) -> tuple[tuple[str, Vote], ...]:
        """Each field with its word, title first."""
        return (
            ("title", self.title),
            ("author", self.author),
            ("year", self.year),
            ("volume", self.volume),
            ("page", self.page),
        )


def better(one: Vote, other: Vote) -> Vote:
    """The more favourable of two readings of one field."""
    order = (Vote.AGREES, Vote.NEAR, Vote.DIFFERS, Vote.SILENT)
    return min(one, other, key=order.index)
