"""What to put into an article where its links no longer serve."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from cite.model.document import Anchor, Link
from cite.model.evidence import Memento
from cite.model.findings import Place
from cite.model.inputs import Input


class Cause(StrEnum):
    """Why an address is to be written anew."""

    DEAD = "dead"
    """It no longer leads to the work, and an archived copy does."""
    MOVED = "moved"
    """The same work was found at another address."""
    HTTPS = "https"
    """The site itself sends its readers to the same address over TLS."""
    ESCAPES = "escapes"
    """It was escaped twice, so that a strict reading gives an address that never was."""


class Style(StrEnum):
    """How an archived copy is put beside or instead of what it is a copy of."""

    REPLACE = "replace"
    """The copy's address instead of the page's."""
    APPEND = "append"
    """The page's address stays, and says where and from when its copy is."""
    ROBUST_LINKS = "robust-links"
    """A link to the copy that says of what page and of what day it is (robustlinks.mementoweb.org)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One address of an article to be written anew."""

    link: Link
    """As it stands in the article, with its anchors."""
    place: Place
    note: str | None
    """Label of the note it stands in; None in the text itself."""
    cause: Cause
    new: str
    """The address to write."""
    style: Style
    why: str
    """In words, for whoever reads the difference."""
    memento: Memento | None = None
    """The copy, where `new` is one."""
    context: str = ""
    """The words it stands in: they tell in which language and manner dates are written."""


@dataclass(frozen=True, slots=True)
class Left:
    """An address that needs attention and that nothing was done about, with the reason."""

    url: str
    place: Place
    note: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a note's sources are found to be, for a margin beside its marker."""

    anchor: Anchor
    """Of the marker, or of the note where nothing calls it."""
    text: str
    """A line for each link: verdict, evidence, date of the copy."""


@dataclass(frozen=True, slots=True)
class Mending:
    """All that is to be done to one article."""

    changes: tuple[Change, ...] = ()
    """In the order of the source."""
    left: tuple[Left, ...] = ()
    remarks: tuple[Remark, ...] = ()
    made: date = field(default_factory=date.today)
    """The day, for formats that date each change."""
    unasked: int = 0
    """Addresses of which nothing is known, because nobody asked."""


@dataclass(frozen=True, slots=True)
class Mended:
    """An article before and after."""

    given: Input
    content: bytes
    """The article as it is now to be."""
    mending: Mending
    """What was changed, and what was not."""


class Mender(Protocol):
    """One format, written back with only what was changed different."""

    def mend(self, content: bytes, mending: Mending) -> bytes:
        """The article with the changes made. Raises InputError where it cannot be written back."""
