"""Keeping copies: what is sent to archives, what is captured here; and the protocol of those who keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from cite.model.asks import Ask
from cite.model.conditions import Conditions
from cite.model.evidence import Answer, Fetched
from cite.model.references import ReferenceId

A = TypeVar("A", bound=Answer, covariant=True)


class Fate(StrEnum):
    """Where one address stands with one keeper."""

    WAITING = "waiting"
    """To be sent."""
    SENDING = "sending"
    """Was about to be sent; a run that was killed leaves it open whether it was."""
    SENT = "sent"
    """The keeper has it and works on it."""
    KEPT = "kept"
    FAILED = "failed"
    """For good: sending it again as it is would be of no use."""


@dataclass(frozen=True, slots=True)
class Sending:
    """One address on its way to one keeper: a line of the queue."""

    keeper: str
    url: str
    fate: Fate
    since: datetime
    """When it came to this fate."""
    asked: datetime | None = None
    """When it was last handed over; what the pace is counted from."""
    not_before: datetime | None = None
    job: str = ""
    """The keeper's name for the work under way."""
    tries: int = 0
    copy: str = ""
    """Address of the copy, once kept."""
    detail: str = ""
    """In words, for a person: the keeper's own where it gave any."""


@dataclass(frozen=True, slots=True)
class Had(Generic[A]):
    """An answer as the store has it."""

    answer: A
    conditions: Conditions | None
    """Under which it was had; None where nobody noted them."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the verdicts of a report stand on, as far as the store has it."""

    answers: Mapping[Ask, Had[Answer]]
    """Every answer that a verifier wanted, failures too."""
    wanted: Mapping[ReferenceId, tuple[Ask, ...]]
    """Which of them were wanted for each reference, in the order of the verifiers."""
    exchanges: Mapping[str, Had[Fetched]]
    """By address, what archives and indexes answered, as they sent it: what their answers were read from."""

    def names(self) -> dict[Ask, str]:
        """Each answer's name, the same in every file of a package."""
        return {ask: f"answer-{number}" for number, ask in enumerate(self.answers, 1)}


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file by its name, and what is in it by its digest."""

    name: str
    digest: str
    """SHA-256, hexadecimal."""


@dataclass(frozen=True, slots=True)
class KeeperRequest:
    """What to ask a keeper. The key is not in it: it is added where the request leaves."""

    method: str
    url: str
    body: bytes = b""
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class KeeperAnswer:
    """What a keeper answered."""

    status: int | None
    """None where no answer came."""
    body: bytes = b""
    retry_after: float | None = None
    """Seconds."""
    detail: str = ""
    """Why no answer came."""
    unreachable: bool = False
    """Whether the keeper itself could not be reached: no word on the address."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a sending stands after an answer, and what that means for the others."""

    sending: Sending
    hold: timedelta | None = None
    """The keeper wants to be left alone for so long."""
    halt: str = ""
    """Why nothing more is to be asked of this keeper in this run: a key refused, a day's share used up."""


class Keeper(Protocol):
    """An archive that takes pages on request. Pure."""

    name: str
    title: str
    keys: tuple[str, ...]
    """Names of the environment variables that hold its keys."""
    per_minute: float
    """Hand-overs a minute."""
    base: str

    def authorization(self, keys: Mapping[str, str]) -> str:
        """The value of the Authorization header."""

    def request(self, sending: Sending) -> KeeperRequest:
        """What to ask next: hand over what waits, look for what may have been sent, ask after what was."""

    def read(self, sending: Sending, answer: KeeperAnswer, now: datetime) -> Step:
        """What the answer to that request means."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What would become of one address at one keeper, and why."""

    keeper: str
    url: str
    send: bool
    why: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, as they are written down."""

    url: str
    at: datetime
    address: str
    """The IP address that answered."""
    request: bytes
    """Its head."""
    status: int
    head: bytes
    """Of the answer."""
    body: bytes
    """With its content coding, its chunks joined."""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """One answer in a WARC file."""

    url: str
    at: str
    """WARC-Date."""
    status: int
    digest: str
    """WARC-Payload-Digest."""
    revisit: bool = False
    id: str = ""
    """WARC-Record-ID; empty where the journal is of before it was noted."""


@dataclass(frozen=True, slots=True)
class Captured:
    """One address captured, or why it was not: a line of the journal."""

    url: str
    at: datetime
    end: int
    """Where its records end in the WARC file."""
    records: tuple[Record, ...] = ()
    status: int | None = None
    """Of the last answer; None where there was none."""
    title: str = ""
    size: int = 0
    """Bytes received."""
    truncated: bool = False
    fault: str = ""
    """Why it is not kept, or not whole, in words."""
    round: int = 1
    """Which run of captures it belongs to."""
    shows: bool = True
    """False where what stands there is not the work: a page for sale, a page that says "not found"."""
    copy_of: str = ""
    """The cited address, where this is an archive's copy of it."""

    @property
    def kept(self) -> bool:
        """Whether a reader will see the page in the copy."""
        return self.shows and self.status is not None and 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to capture."""

    url: str
    amiss: str = ""
    """Why what stands there is not the work, or nothing."""
    copy_of: str = ""
    """The cited address, where this is an archive's copy of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One way in which a kept copy is not what it was."""

    path: str
    what: str
    """`changed`, `missing`, `added` or `refused`."""
    detail: str


@dataclass(frozen=True, slots=True)
class Package:
    """An evidence package as it was left."""

    folder: str
    name: str
    captures: tuple[Captured, ...]
    """The newest of each address."""
    new: int
    """How many were captured in this run."""
    files: Mapping[str, int]
    """Size by path."""
    fixity: str
    """SHA-256 of the manifest."""
    complete: bool = True

    @property
    def cited(self) -> tuple[Captured, ...]:
        """The captures of the addresses themselves."""
        return tuple(entry for entry in self.captures if not entry.copy_of)

    @property
    def copies(self) -> dict[str, Captured]:
        """Archives' copies that were captured, by the address they are of."""
        return {entry.copy_of: entry for entry in self.captures if entry.copy_of and entry.kept}


class Keys:
    """Keys of archives, by the name of their environment variable: to be used, never to be shown."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = dict(values)

    def __repr__(self) -> str:
        return f"Keys({', '.join(sorted(self._values))})"

    def has(self, names: tuple[str, ...]) -> bool:
        """Whether all of them are there."""
        return all(self._values.get(name) for name in names)

    def of(self, names: tuple[str, ...]) -> dict[str, str]:
        """Their values."""
        return {name: self._values[name] for name in names}

    def scrubbed(self, content: bytes) -> bytes:
        """Content in which no key is left: a server may send back what it was sent."""
        for value in sorted(self._values.values(), key=len, reverse=True):
            if value:
                content = content.replace(value.encode("utf-8"), b"[key]")
        return content
