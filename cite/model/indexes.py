"""What an index of works can be asked, and what it can answer."""

from dataclasses import dataclass
from enum import StrEnum

from cite.model.asks import ServiceAsk
from cite.model.evidence import ServiceAnswer
from cite.model.works import Work


@dataclass(frozen=True, slots=True)
class FindWork(ServiceAsk):
    """Ask one index for a work: by an identifier, or by what is said of it."""

    index: str
    """Name of the index's configured instance."""
    doi: str = ""
    isbn: str = ""
    query: str = ""
    """Author, title, periodical, year, as one line: for a search."""
    title: str = ""
    author: str = ""
    """Family name of the first author: for indexes that want it apart."""

    @property
    def service(self) -> str:
        """The index."""
        return self.index

    @property
    def what(self) -> str:
        """What is looked for, in few words."""
        return self.doi or self.isbn or self.query or f"{self.author} {self.title}".strip()

    def __str__(self) -> str:
        return f"{self.what} at {self.index}"


class LookupOutcome(StrEnum):
    """What came of asking an index. A failing index never says `none`."""

    FOUND = "found"
    """Records came; whether one is the work is for others to say."""
    NONE = "none"
    FAILED = "failed"
    """It did not answer, or not in a way that says anything."""
    REFUSED = "refused"
    """It does not want to be asked now, or by us."""


@dataclass(frozen=True, slots=True)
class Records(ServiceAnswer):
    """What one index answered."""

    ask: FindWork
    outcome: LookupOutcome
    works: tuple[Work, ...] = ()
    detail: str = ""
    """Why it failed or refused, in words."""
    agency: str = ""
    """Who registered the DOI, where that was asked."""

    @property
    def said(self) -> bool:
        """Whether the index said what it has."""
        return self.outcome in (LookupOutcome.FOUND, LookupOutcome.NONE)
