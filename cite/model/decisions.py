"""What people decided about links: kept beside an article, read by every later run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import PurePath


class Action(StrEnum):
    """What a person decided about a link."""

    REPLACE = "replace"
    APPEND = "append"
    KEEP = "keep"
    """Leave it as it is."""
    CHECKED = "checked"
    """Looked at by hand: it is what `state` says, until a date."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about an address, in one article or in all."""

    url: str
    action: Action
    note: str | None = None
    """Label of the note; None for every place where the address stands."""
    by: str = ""
    """What to put: a copy or a new address; empty for what the report chose."""
    state: str = ""
    """Of an address checked by hand: what it is, as the report calls it."""
    why: str = ""
    who: str = ""
    made: date | None = None
    until: date | None = None
    """The day after which it no longer counts; None for ever."""

    def holds(self, today: date) -> bool:
        """Whether it still counts."""
        return self.until is None or today <= self.until


@dataclass(frozen=True)
class Decisions:
    """A file of decisions."""

    every: tuple[Decision, ...] = ()
    article: str = ""
    """Name of the article they were made for; empty for any."""
    digest: str = ""
    """SHA-256 of that article when they were made, hexadecimal."""
    path: str = ""
    """Where they were read from."""

    def beside(self, kept: Iterable[Decision]) -> "Decisions":
        """With what is kept elsewhere, about addresses of which nothing is said here by hand."""
        spoken = {one.url for one in self.every if one.action is Action.CHECKED}
        others = tuple(one for one in kept if one.url not in spoken)
        return replace(self, every=(*others, *self.every)) if others else self

    def is_for(self, name: str) -> bool:
        """Whether it was made for an input of that name, or for any."""
        return not self.article or self.article == PurePath(name).name

    def about(self, url: str, note: str | None, today: date) -> Decision | None:
        """The last decision about an address in a note that holds; one about this note before one about all."""
        holding = [one for one in self._by_address.get(url, ()) if one.holds(today)]
        for_note = [one for one in holding if one.note is not None and one.note == note]
        for_all = [one for one in holding if one.note is None]
        return next(reversed([*for_all, *for_note]), None)

    def expired(self, url: str, note: str | None, today: date) -> Decision | None:
        """The last decision about an address in a note that held once and no longer does."""
        of_note = (one for one in self._by_address.get(url, ()) if one.note in (None, note))
        past = [one for one in of_note if not one.holds(today)]
        return past[-1] if past else None

    @cached_property
    def _by_address(self) -> Mapping[str, Sequence[Decision]]:
        """Each address with what was decided about it, in order: a link costs no more where there are many."""
        found: dict[str, list[Decision]] = {}
        for one in self.every:
            found.setdefault(one.url, []).append(one)
        return found
