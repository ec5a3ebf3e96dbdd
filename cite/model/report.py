"""A report: verdicts counted and ordered, each with its proof; and the protocol of those who write one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, runtime_checkable

from cite.model.decisions import Decision
from cite.model.evidence import Look
from cite.model.findings import Finding
from cite.model.references import ReadDocument
from cite.model.verdicts import LinkVerdict, Verdict


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over one run."""

    references: int
    links: int
    """Distinct addresses."""
    states: Mapping[str, int]
    """Addresses by state; states with none are left out."""
    classes: Mapping[str, int]
    """ok, broken, unknown: all three present."""
    findings: Mapping[str, int]
    """error, warning, info: all three present."""
    not_judged: int = 0
    requests: int = 0
    from_store: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code asks, why it matters and what to do, for readers who have no `cite explain` at hand."""

    text: str
    uri: str
    """Where it is told; a name, not a place, while no documentation is published."""


@dataclass(frozen=True, slots=True)
class HostFigures:
    """What a run asked of one host, and how it was answered."""

    host: str
    """With its port where the address names one."""
    requests: int
    """For pages and of services, repeats counted; robots.txt is left out."""
    answers: Mapping[str, int]
    """Requests by what came of the last attempt: `1xx` … `5xx`, `odd` for a status that HTTP has not, `none`."""
    repeats: int = 0
    """Attempts after the first."""
    refused: int = 0
    """Connections refused."""
    too_many: int = 0
    """Answers 429 that stood after the repeats."""
    median: float | None = None
    """Seconds from a request to its headers; None where nothing was answered."""
    p95: float | None = None
    """Seconds within which nineteen of twenty answers began."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run has to say."""

    made_at: datetime
    inputs: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    """In document order."""
    documents: tuple[ReadDocument, ...]
    findings: tuple[Finding, ...]
    """Those of documents and of the run; those of a reference stand with its verdict."""
    summary: Summary
    tool: str = "cite"
    """Name and version."""
    caveats: tuple[str, ...] = ()
    """What must be said first: made offline, cut short by Ctrl-C, against a demonstration web …"""
    complete: bool = True
    settings: Mapping[str, str] = field(default_factory=dict)
    """Options that shaped the run, for whoever reads it later."""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    """Those behind the codes of its findings, where whoever made it added them."""
    hosts: tuple[HostFigures, ...] = ()
    """Those asked in this run, most often first; none where all came from the store."""
    seconds: float = 0.0
    """How long asking and judging took."""


@dataclass(frozen=True, slots=True)
class AddressHistory:
    """All that the store has seen of one address."""

    url: str
    looks: tuple[Look, ...]
    """Oldest first."""
    verdicts: tuple[LinkVerdict, ...]
    """What each look would be called by the rules of today."""
    said: tuple[Decision, ...] = ()
    """What people said of it."""


class Output(Protocol):
    """One way to write a report down. Pure."""

    name: str
    suffixes: tuple[str, ...]
    """File endings it answers to: `.html`."""

    def write(self, report: Report) -> str:
        """The report as text; safe whatever the pages in it hold."""


@runtime_checkable
class WritesPieces(Protocol):
    """An output that need not hold the whole of its text."""

    def pieces(self, report: Report) -> Iterable[str]:
        """Piece by piece, together what `write` gives."""


@runtime_checkable
class WritesInto(Protocol):
    """An output whose file may be there already, with what its owner wrote in it."""

    def write_into(self, report: Report, old: str) -> tuple[str, tuple[Finding, ...]]:
        """The file with the report in it, and what was left as its owner has it."""
