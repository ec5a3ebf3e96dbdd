"""What people corrected in the reading of notes: kept beside an article, applied by every later run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath

from cite.model.entries import FieldValue

NO_WORK = "none"
"""The type that says: this is no work."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One work of a note, as a person reads it. What it does not name stays as it was read."""

    note: str
    """The note it belongs to, by its words: see `words_digest`."""
    work: int = 1
    """Which of the note's works, counted from 1; one more than it has adds a work."""
    again: int | None = None
    """Which of several notes in these very words, counted from 1; None for each of them."""
    label: str = ""
    """The note's label when it was corrected, for whoever reads the file."""
    entry_type: str = ""
    """biblatex's type, `none` for words that are no work, or nothing to leave it."""
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    """By name, the value that is right; an empty text takes the field out."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """A file of corrections."""

    every: tuple[Correction, ...] = ()
    article: str = ""
    """Name of the article they were made for; empty for any."""
    path: str = ""
    """Where they were read from."""

    def is_for(self, name: str) -> bool:
        """Whether they were made for an input of that name, or for any."""
        return not self.article or self.article == PurePath(name).name

    def about(self, note: str, again: int) -> tuple[Correction, ...]:
        """Those of one note: its words' digest, and which one of those words it is, from 1."""
        return tuple(one for one in self.every if one.note == note and one.again in (None, again))


NO_CORRECTIONS = Corrections()


def words_digest(text: str) -> str:
    """What a note's words are known by, wherever it stands and whatever its label: line breaks and runs of blanks
    do not count."""
    return sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:16]
