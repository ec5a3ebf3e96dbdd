"""Everything a run can be told, in one frozen value; flags over `cite.toml` over these defaults."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ConnectTo:
    """As curl's `--connect-to HOST:PORT:ADDRESS:PORT`: where connections to a host really go.

    An empty host or port matches any; an empty address or target port leaves it as it was.
    """

    host: str
    port: int | None
    address: str
    target_port: int | None

    def __str__(self) -> str:
        """As it was given."""
        host, address = (f"[{one}]" if ":" in one else one for one in (self.host, self.address))
        return f"{host}:{self.port or ''}:{address}:{self.target_port or ''}"


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """One `[archives.NAME]` section of cite.toml, or one line of the list that ships with cite."""

    name: str
    kind: str
    """`wayback`, `memento`, `pywb` or `perma`."""
    base: str
    title: str = ""
    """What people call it; the name where nothing is given."""
    per_minute: float | None = None
    """Requests a minute to its index; None for what its kind allows, or none at all on loopback."""
    replay_per_minute: float | None = None
    """The same for its copies."""
    timemap: str = ""
    """What stands before an address to get its TimeMap, where it is not `timemap/link/` below the base."""
    timegate: str = ""
    """The same for its TimeGate, where it is not the base itself."""
    folds_spellings: bool = False
    """Whether its index files http and https, `www.`, the last slash and the query's order as one, as pywb's does."""
    save: str = ""
    """Where it takes pages, if that is not at its usual place."""


class MementoRule(StrEnum):
    """How a copy is chosen for a date."""

    NEAREST = "nearest"
    BEFORE_ELSE_AFTER = "before-else-after"


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """One `[services.NAME]` section of cite.toml: what differs from the index that ships with cite."""

    name: str
    base: str = ""
    key: str = ""
    per_minute: float | None = None
    """Requests a minute; None for what the service allows, or none at all on loopback."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything a run can be told."""

    cache: Path = Path("cache")
    """Folder of cite.db."""
    max_age: timedelta = timedelta(days=7)
    """How old an answer may be and still serve; failures serve for at most an hour of it."""
    retry_failed: bool = False
    """Ask again whatever was not well, and nothing else."""
    offline: bool = False
    """Judge from the store alone."""
    decisions: Path | None = None
    """File of what people decided about links; None for the one beside each input."""
    notes_only: bool = False
    """Leave out the addresses of the text itself."""
    notation: str = ""
    """Name of the reader that takes every input; empty to tell each by its content."""

    slots: int = 100
    """Requests under way at once, over all hosts."""
    engine: str = "local"
    """Where the web is asked from: `local`, an event loop here; `processes`, one in each of several; `dask`, one in
    each worker of a cluster."""
    workers: int = 0
    """Processes, or workers of the cluster, that ask; 0 for one for each core, or for all there are."""
    scheduler: str = ""
    """Address of the cluster's scheduler."""
    insecure_scheduler: bool = False
    """Whether that may be on another machine without TLS."""
    per_host: int = 2
    """Requests under way at once to one host."""
    interval: float = 0.2
    """Seconds between the starts of two requests to one host."""
    timeout: float = 20.0
    """Seconds for one request, from connecting to the last byte wanted."""
    retries: int = 2
    """Further attempts after an answer that is none: 5xx, reset, time-out, 429."""
    max_redirects: int = 20
    body_limit: int = 2 * 1024 * 1024
    """Decoded bytes read of one answer."""

    allow_net: tuple[str, ...] = ()
    """Networks (CIDR) opened although they are private."""
    ca: Path | None = None
    """Certificates trusted beside the system's."""
    connect_to: tuple[ConnectTo, ...] = ()
    contact: str = ""
    """Page or mail address that the User-Agent names; empty to name none."""
    canaries: tuple[str, ...] = ()
    """Addresses known to be alive; empty for the list that ships with cite."""

    archives_enabled: bool = True
    archives: tuple[ArchiveSettings, ...] | None = None
    """None for the list that ships with cite."""
    memento_rule: str = MementoRule.NEAREST

    links: bool = True
    """Whether addresses are judged; False where a run is about works or quotations alone."""
    works: bool = False
    """Whether indexes of works are asked about the works that are cited."""
    services: tuple[ServiceSettings, ...] = ()
    retractions: Path | None = None
    """A Retraction Watch table; it is kept in the store, so that it need be given once."""
    quotes: bool = False
    """Whether quotations are compared with the sources that their notes name."""

    verify: tuple[str, ...] = ()
    """Verifiers to run, by name; empty for all."""
    select: tuple[str, ...] = ()
    """Finding codes to keep; empty for all."""
    ignore: tuple[str, ...] = ()
    """Finding codes to leave out."""
    fail_on: tuple[str, ...] = ("error",)
    """Findings at or above this level make exit code 1."""
    known_only: bool = False
    """Whether links that nobody asked yet are no reason to say that a run could not finish."""
    format: str = "terminal"
    """What standard output gets of a report: `terminal`, or the name of an output."""
    reports: tuple[Path, ...] = ()
    """Files to write a report into, each of the kind that its name says."""
    log_json: Path | None = None
    """File that is told what a run does as it goes; `-` for standard error."""
    dialect: str = "biblatex"
    """For whom a .bib is written: `biblatex`, `biblatex-law` or `bibtex`."""
    demonstration: bool = False
    """Whether the web asked is a demonstration; the report says so."""
