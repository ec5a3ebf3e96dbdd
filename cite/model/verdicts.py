"""What is said of a reference: states, signs, verdicts; and the protocol of those who weigh."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

from cite.model.asks import Ask
from cite.model.conditions import Conditions
from cite.model.decisions import Decision
from cite.model.evidence import (
    Archive,
    Evidence,
    Fetched,
    Hop,
    Memento,
    MementosOutcome,
    Service,
    Unreachable,
    addresses_in,
)
from cite.model.findings import Finding
from cite.model.options import Options
from cite.model.quotations import JudgedQuotation
from cite.model.references import Reference
from cite.model.works import Update


class LinkClass(StrEnum):
    """What a reader who follows the link gets."""

    OK = "ok"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class LinkState(StrEnum):
    """What an address is now."""

    LIVE = "live"
    MOVED = "moved"
    FRAGMENT_MISSING = "fragment-missing"
    DEAD = "dead"
    SOFT_404 = "soft-404"
    DRIFTED = "drifted"
    PARKED = "parked"
    TLS_INVALID = "tls-invalid"
    LOGIN_OR_PAYWALL = "login-or-paywall"
    BLOCKED = "blocked"
    TRANSIENT = "transient"
    UNSUPPORTED = "unsupported"
    REFUSED = "refused"
    NOT_JUDGED = "not-judged"
    """Nothing was asked or the checker was offline: no word on the link at all."""

    @property
    def link_class(self) -> LinkClass:
        """ok, broken or unknown."""
        return _CLASSES.get(self, LinkClass.UNKNOWN)


_CLASSES = {
    LinkState.LIVE: LinkClass.OK,
    LinkState.MOVED: LinkClass.OK,
    LinkState.FRAGMENT_MISSING: LinkClass.OK,
    LinkState.DEAD: LinkClass.BROKEN,
    LinkState.SOFT_404: LinkClass.BROKEN,
    LinkState.DRIFTED: LinkClass.BROKEN,
    LinkState.PARKED: LinkClass.BROKEN,
    LinkState.TLS_INVALID: LinkClass.BROKEN,
}


@dataclass(frozen=True, slots=True)
class Sign:
    """What a verifier saw at an address, the state it speaks for, and what it rests on."""

    url: str
    state: LinkState
    code: str
    """The rule: `cite explain CODE`."""
    reason: str
    """In words, for an editor."""
    evidence: tuple[Ask, ...] = ()
    """What was asked to know this."""
    replacement: str | None = None
    """An address that serves the same work, where one is known (moved, https)."""
    refutes: tuple[str, ...] = ()
    """Codes of signs at the same address that this one shows to be mistaken."""


@dataclass(frozen=True, slots=True)
class MementoChoice:
    """The copy chosen, and why not the others."""

    url: str
    """The cited address it stands in for."""
    memento: Memento | None
    outcome: MementosOutcome
    rule: str = ""
    """Name of the rule that chose."""
    as_of: str = ""
    """The date it was chosen for and what that rests on, in words."""
    distance_days: float | None = None
    """From the middle of the date to the capture; negative when the capture is earlier."""
    rejected: tuple[tuple[Memento, str], ...] = ()
    """Each other candidate with the reason."""
    via: tuple[str, ...] = ()
    """What was asked of which archive, with its answer."""
    detail: str = ""
    date: str = ""
    """The date as `2010`, `2010-07` or `2010-07-19`; empty where there is none."""
    distance: str = ""
    """The distance in words: `within July 2010`, `12 days after July 2010`."""
    chain: tuple[str, ...] = ()
    """Where an archived redirect led to the copy, the captures after it, the copy itself at the end."""
    archive: str = ""
    """What people call the archive that has the copy."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The addresses that `via` tells of, in its order."""
        return addresses_in(self.via)

    @property
    def where(self) -> str:
        """The archive that has the copy, by the best name there is."""
        return self.archive or (self.memento.archive if self.memento else "")


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """What one address of a reference is, and how we know."""

    url: str
    state: LinkState
    reasons: tuple[str, ...]
    signs: tuple[Sign, ...]
    """All signs weighed, the deciding one first."""
    hops: tuple[Hop, ...] = ()
    asked_at: datetime | None = None
    """When the answer that decides was had."""
    from_store: bool = False
    suspected: bool = False
    """Transient now, and often enough before that it may be dead."""
    last_well: datetime | None = None
    """When it was last seen well."""
    memento: MementoChoice | None = None
    """None where no archive was asked."""
    replacement: str | None = None
    """What to put instead: the new address, else the chosen copy."""
    conditions: Conditions | None = None
    """Under which the answer that decides was had; None where nobody noted them."""
    digest: str = ""
    """SHA-256 of the body that decides, hexadecimal; empty where none came."""
    by_hand: Decision | None = None
    """What a person said of it, which `state` then is; the reasons go on with what was found."""

    @property
    def link_class(self) -> LinkClass:
        """ok, broken or unknown."""
        return self.state.link_class


class WorkOutcome(StrEnum):
    """What came of looking for a work in indexes. An index that fails never says 'not found'."""

    FOUND = "found"
    DIFFERS = "differs"
    """Found, and described otherwise than it is cited."""
    NOT_FOUND = "not-found"
    """No trace in an index that would be expected to hold it."""
    NOT_INDEXED = "not-indexed"
    """Of a kind that the indexes asked do not hold: press, law, archives, web pages."""
    UNREACHABLE = "unreachable"
    NOT_ASKED = "not-asked"


class WorkStatus(StrEnum):
    """What became of a work after it was published."""

    NONE = "none"
    """Nothing found where it was looked for: `not-asked` and `unreachable` outcomes say that nobody could."""
    RETRACTED = "retracted"
    CONCERN = "concern"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is cited otherwise than it was found."""

    field: str
    cited: str
    found: str


@dataclass(frozen=True, slots=True)
class WorkVerdict:
    """What an index says of the work itself, beside what its links are."""

    outcome: WorkOutcome
    service: str = ""
    """Name of the index that decides."""
    record: str = ""
    """What it found: a DOI, else the key in that index."""
    differences: tuple[Difference, ...] = ()
    status: WorkStatus = WorkStatus.NONE
    evidence: tuple[Ask, ...] = ()
    """What was asked to know this."""
    detail: str = ""
    """In words: what was looked for where, on which day; what the status rests on."""
    offered: tuple[tuple[str, str | int], ...] = ()
    """Fields that the record has and the citation lacks, by their names in biblatex."""


@dataclass(frozen=True, slots=True)
class PageChange:
    """What a living page no longer says, and what it says instead, since it was cited."""

    url: str
    copy: str
    """Address of the copy that shows what it said."""
    when: datetime
    """When that copy was made."""
    kept: float
    """Share of the copy's text that is still there, 0 … 1."""
    removed: tuple[str, ...] = ()
    """Passages that are gone, in their order."""
    added: tuple[str, ...] = ()
    """Passages that are new, in their order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one reference."""

    reference: Reference
    links: tuple[LinkVerdict, ...]
    findings: tuple[Finding, ...] = ()
    work: WorkVerdict | None = None
    """None where no index was to be asked."""
    quotations: tuple[JudgedQuotation, ...] = ()
    """What is quoted from it, each with its own verdict."""
    changes: tuple[PageChange, ...] = ()
    """Pages of it that are no longer as they were when it was cited."""

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """What is to be known of the source beside the state of its links."""
        return tuple(one for one in self.findings if not one.code.startswith("link-"))


Opinion = Sign | Finding | MementoChoice | WorkVerdict | JudgedQuotation | PageChange


class Verifier(Protocol):
    """One question put to a source. Pure: it names what it would like to know, and weighs what is known.

    Its class docstring is its rule page, as `cite explain` prints it.
    """

    name: str
    codes: tuple[str, ...]
    """Every code its signs and findings can carry."""

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """What it would like to know, given what is known. Asking again for what is answered is harmless."""

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """What the evidence says."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a run has for its verifiers."""

    options: Options
    archives: Mapping[str, Archive]
    """By name; none with --no-archives."""
    services: Mapping[str, Service[Any, Any]]
    """Every service by name, archives among them."""
    retractions: Callable[[str], tuple[Update, ...]]
    """What a list at hand says of a DOI; nothing where there is no list."""
    others: Sequence[Verifier]
    """Those that take part and need nothing but evidence: what a link is by itself, they say together."""


@runtime_checkable
class MadeForRun(Protocol):
    """A verifier's class that takes more than evidence: archives, services, what the others say."""

    @classmethod
    def made_for(cls, means: Means) -> Verifier | None:
        """One for this run; None where it has no part in it."""


class Progress(Protocol):
    """Told of a run as it goes."""

    def __call__(self, done: int, total: int, verdict: Verdict | None = None, /) -> None:
        """So many of all are done, and the verdict reached last where one was."""


Heard = Callable[[Fetched | Unreachable], None]
"""Told of each answer as it comes from the web, in the order in which they come."""
