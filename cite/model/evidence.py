"""What can be asked of the world, and what it can answer. Answers are facts with a time; they never judge."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar, runtime_checkable
from urllib.parse import urljoin

from cite.model.asks import Ask, ServiceAsk
from cite.model.conditions import Conditions


class Manner(StrEnum):
    """How the asker presents itself."""

    TOOL = "tool"
    """Names the tool and its contact page."""
    BROWSER = "browser"
    """As a browser would: the one retry where a site turns tools away."""


class Sifting(Protocol):
    """A body on its way in, of which little is kept."""

    def feed(self, part: bytes) -> None:
        """The next piece, of any length."""

    def kept(self) -> bytes:
        """What is kept of all that was fed."""

    def left_out(self) -> str:
        """What was not kept, in words; nothing where all was."""


class Sieve(Protocol):
    """How to read a body that may be too long to hold: a frozen value, as it is part of an ask."""

    def open(self) -> Sifting:
        """For one body."""


@dataclass(frozen=True, slots=True)
class Fetch(Ask):
    """GET an address, following redirects."""

    manner: Manner = Manner.TOOL
    follow: bool = True
    """Whether redirects are followed; archives' raw copies must not be."""
    headers: tuple[tuple[str, str], ...] = ()
    body_limit: int | None = None
    """Decoded bytes wanted at most, all of them kept in the store too; None is the run's own limit."""
    sieve: Sieve | None = None
    """What to keep of the body while it comes; None keeps it as it is."""

    def __str__(self) -> str:
        return f"GET {self.url}{' as a browser' if self.manner is Manner.BROWSER else ''}"

    def __hash__(self) -> int:
        """By address and manner alone: a string remembers its hash, and asks are looked up far oftener than made."""
        return hash(self.url) ^ (self.manner is Manner.BROWSER)


@dataclass(frozen=True, slots=True)
class FindMementos(ServiceAsk):
    """Ask one archive for captures of an address near an instant."""

    archive: str
    """Name of the archive plug-in's configured instance."""
    near: datetime

    @property
    def service(self) -> str:
        """The archive."""
        return self.archive

    def __str__(self) -> str:
        return f"captures of {self.url} at {self.archive}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an ask, and when."""

    ask: Ask
    at: datetime


@dataclass(frozen=True, slots=True)
class ServiceAnswer(Answer):
    """What a service answered, read from one exchange with it or several."""

    via: tuple[str, ...] = field(default=(), kw_only=True)
    """Addresses asked, in order, each with its status: `https://… → 200`."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The addresses that `via` tells of, in its order."""
        return addresses_in(self.via)


def addresses_in(via: Iterable[str]) -> tuple[str, ...]:
    """The addresses of lines that tell what was asked of a service."""
    return tuple(line.partition(" → ")[0] for line in via)


@dataclass(frozen=True, slots=True)
class Hop:
    """One request of a redirect chain and its answer."""

    url: str
    status: int
    location: str | None = None
    """Where it sends the asker, as sent."""
    via: str = "http"
    """`http` for a Location header; `meta`, `refresh` or `script` where a page sends the asker on."""
    elapsed: float = 0.0
    """Seconds from request to headers."""
    address: str | None = None
    """The IP address that answered."""


class TlsFault(StrEnum):
    """Why a certificate or handshake was refused."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    WRONG_HOST = "wrong-host"
    SELF_SIGNED = "self-signed"
    UNKNOWN_CA = "unknown-ca"
    PROTOCOL = "protocol"
    HANDSHAKE = "handshake"


class Fault(StrEnum):
    """Why no answer came."""

    NO_SUCH_NAME = "no-such-name"
    """NXDOMAIN: the name does not exist."""
    NAME_LOOKUP = "name-lookup"
    """The resolver failed or was silent: SERVFAIL, time-out."""
    CONNECTION_REFUSED = "connection-refused"
    NO_ROUTE = "no-route"
    CONNECT_TIMEOUT = "connect-timeout"
    READ_TIMEOUT = "read-timeout"
    """Headers or body did not come in time."""
    RESET = "reset"
    """Closed or reset before a whole answer."""
    TLS = "tls"
    PROTOCOL = "protocol"
    """What came is not HTTP."""
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_REDIRECT = "bad-redirect"
    """A redirect without a usable Location, or to a scheme that is not the web's."""
    ADDRESS_REFUSED = "address-refused"
    """The guard did not let the asker reach that network address."""
    UNSUPPORTED_SCHEME = "unsupported-scheme"
    INVALID_ADDRESS = "invalid-address"
    """Cannot be parsed as an address at all."""
    BREAKER_OPEN = "breaker-open"
    """Not asked: this service refused a connection within the last hour."""
    LEFT_ALONE = "left-alone"
    """Not asked: this service said not long ago that it is asked too much."""
    INTERRUPTED = "interrupted"
    """Not asked: the run was stopped or offline."""


NO_ANSWER = frozenset({Fault.BREAKER_OPEN, Fault.LEFT_ALONE, Fault.INTERRUPTED})
"""Faults of ours, by which nobody was asked: they say nothing of an address and are not kept."""


NOT_IN_TIME = "the body did not come in time"
"""The flaw of an answer that had not ended when there was no time left."""


@dataclass(frozen=True, slots=True)
class Fetched(Answer):
    """An HTTP answer, the last of its chain."""

    ask: Fetch
    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in the order received."""
    hops: tuple[Hop, ...]
    """At least one; the last is the answer itself."""
    body: bytes = b""
    """Decoded, at most the limit; empty when read back from a store that did not keep it."""
    digest: str | None = None
    """SHA-256 of `body`, hexadecimal."""
    truncated: bool = False
    """Whether more was there than the limit let through."""
    flaws: tuple[str, ...] = ()
    """What a browser would put up with: wrong length, truncated chunks, bad encoding …"""
    tls: str | None = None
    """Protocol and certificate facts in words, where TLS was used."""
    attempts: int = 1
    """Requests made until this answer, retries included."""

    @property
    def url(self) -> str:
        """Where the chain ended."""
        return self.hops[-1].url

    @property
    def unfinished(self) -> bool:
        """Whether its end did not come in time, so that nobody knows what more it would have said."""
        return NOT_IN_TIME in self.flaws

    def header(self, name: str) -> str:
        """The first header of that lower-case name, or nothing."""
        for key, value in self.headers:
            if key == name:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class Unreachable(Answer):
    """No HTTP answer."""

    ask: Fetch
    fault: Fault
    detail: str = ""
    """In words, for the report."""
    hops: tuple[Hop, ...] = ()
    """What was answered before the chain broke off."""
    tls_fault: TlsFault | None = None
    attempts: int = 1

    @property
    def url(self) -> str:
        """The address that did not answer, where the redirect chain broke off."""
        last = self.hops[-1] if self.hops else None
        if last is None:
            return self.ask.url
        try:
            return urljoin(last.url, last.location or "")
        except ValueError:
            return last.url


class MementosOutcome(StrEnum):
    """What came of looking for archived copies. A failing archive is never 'absent'."""

    FOUND = "found"
    ABSENT = "absent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Memento:
    """A capture (RFC 7089): the original address, the copy's, and when it was made."""

    uri_m: str
    uri_r: str
    datetime: datetime
    archive: str
    status: int | None = None
    """Archived HTTP status, None where the archive does not say."""
    mime: str | None = None
    digest: str | None = None
    length: int | None = None


@dataclass(frozen=True, slots=True)
class TimeMap(ServiceAnswer):
    """What one archive answered about captures of one address."""

    ask: FindMementos
    outcome: MementosOutcome
    mementos: tuple[Memento, ...] = ()
    detail: str = ""
    """Why refused or unknown, in words."""
    complete: bool = True
    """False where the archive has more captures than were read."""


@dataclass(frozen=True, slots=True)
class Look:
    """One earlier answer for an ask, in brief: enough for a history."""

    at: datetime
    status: int | None = None
    fault: Fault | None = None
    url: str | None = None
    """Where the chain ended, when it is not where it began."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NetworkState:
    """What the canaries said about the checker's own network."""

    online: bool = True
    detail: str = ""
    """Why not, in words: offline, the resolver is down, a portal answers everything."""


@dataclass(frozen=True)
class Evidence:
    """All that is known, by what was asked. Verifiers only read it."""

    answers: Mapping[Ask, Answer] = field(default_factory=dict)
    history: Mapping[Ask, tuple[Look, ...]] = field(default_factory=dict)
    """Earlier looks, oldest first, the present answer left out: when, and with which status or fault."""
    network: NetworkState = NetworkState()
    conditions: Mapping[Ask, Conditions] = field(default_factory=dict)
    """Under which the present answers were had, where that was noted."""

    def get(self, ask: Ask) -> Answer | None:
        """The answer to an ask, or None while nobody has asked."""
        return self.answers.get(ask)


@dataclass(frozen=True, slots=True)
class Pool:
    """Requests that a host counts together."""

    name: str
    """Host and kind: `web.archive.org index`. One pace a name, kept in the store across runs."""
    per_minute: float | None
    """Requests it may be sent; None for a server that may be asked as fast as it answers."""
    burst: int | None = None
    """Requests that may be sent at once after a rest; None for a sixth of a minute's."""
    at_once: int | None = None
    """Requests that may be under way together; None for as many as the web allows a host."""


Question = TypeVar("Question", bound=ServiceAsk, contravariant=True)
Reply = TypeVar("Reply", bound=Answer, covariant=True)


class Service(Protocol[Question, Reply]):
    """How to put a question to a service, in one request or several, and how to read its answers. Pure."""

    name: str
    """Of the instance: `internet-archive`, or the section's name in cite.toml."""
    title: str
    """What people call it."""
    per_minute: float | None
    """Questions it may be asked; None where it may be asked as fast as it answers."""

    def next_fetch(self, ask: Question, so_far: Iterable[Fetched | Unreachable]) -> Fetch | None:
        """The next request needed to answer, given those made; None when `read` can answer."""

    def read(self, ask: Question, so_far: Iterable[Fetched | Unreachable], at: datetime) -> Reply:
        """What the answers say. Anything unclear is unknown with a reason, never absent."""

    def pool(self, url: str) -> Pool | None:
        """The pool in which an address of this service is counted; None for every other address."""


@runtime_checkable
class TellsItsPace(Protocol):
    """A service whose answers say how fast it may be asked."""

    def told(self, pool: Pool, answer: Fetched) -> Pool:
        """The pool as an answer says that it is counted; as it was where the answer does not say."""


class Archive(Service[FindMementos, TimeMap], Protocol):
    """A service that keeps captures of the web."""

    folds_spellings: bool
    """Whether its index files the spellings of one address as one, so that asking once is enough."""

    def recognises(self, url: str) -> Memento | None:
        """The copy an address of this archive stands for, or None."""

    def raw(self, memento: Memento) -> str | None:
        """The address of the unaltered capture (`id_`), where the archive has one."""

    def listed(self, memento: Memento) -> str | None:
        """The address to look at where the raw capture is not served; None where only raw ones count."""


Clock = Callable[[], datetime]
