"""A work as an index of works describes it, and what has been published about it since."""

from dataclasses import dataclass
from enum import StrEnum

from cite.model.entries import Name, PartialDate


class WorkKind(StrEnum):
    """What an index says a record is."""

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    PREPRINT = "preprint"
    REPORT = "report"
    THESIS = "thesis"
    DATASET = "dataset"
    PROCEEDINGS = "proceedings"
    REVIEW = "review"
    """A review of another work, or a report of its referees."""
    NOTICE = "notice"
    """A correction, a retraction, an expression of concern: about a work, and not the work."""
    OTHER = "other"


class UpdateKind(StrEnum):
    """What became of a work after it was published; each kind stands for itself."""

    RETRACTION = "retraction"
    PARTIAL_RETRACTION = "partial-retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    REMOVAL = "removal"
    REINSTATEMENT = "reinstatement"
    NEW_EDITION = "new-edition"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Update:
    """One event in the life of a work: who announced it, of which work, when, and who says so."""

    kind: UpdateKind
    notice: str
    """DOI of what announces it."""
    work: str
    """DOI of what it is said about."""
    source: str
    """Who says so: `publisher`, `retraction-watch`, the name of a file."""
    date: PartialDate | None = None
    label: str = ""
    """The kind in the words of the source."""


@dataclass(frozen=True, slots=True)
class Work:
    """A record of an index of works."""

    identifier: str
    """Its DOI, in lower case, else the key it has in that index."""
    kind: WorkKind
    titles: tuple[str, ...] = ()
    """The printed title first, then what else it is called: with its subtitle, original, translated."""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    years: tuple[int, ...] = ()
    """Every year it is said to have appeared in: in print, online, issued."""
    containers: tuple[str, ...] = ()
    """The periodical or book it is part of, in full and short."""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    """First and last page, or an article number."""
    publisher: str = ""
    edition: str = ""
    isbns: tuple[str, ...] = ()
    issns: tuple[str, ...] = ()
    preprint_of: tuple[str, ...] = ()
    """DOIs of the versions of record."""
    updates: tuple[Update, ...] = ()
    """Both directions: of this work, and by it of others."""

    @property
    def title(self) -> str:
        """The printed title, or nothing."""
        return self.titles[0] if self.titles else ""
