"""The taxonomy of links as cases: what a site does, what was cited, what an editor should be told."""

from dataclasses import dataclass, field

OK = ("live", "moved", "fragment-missing")
UNKNOWN = ("login-or-paywall", "blocked", "transient", "unsupported", "refused")


@dataclass(frozen=True)
class Case:
    """One address on a host of its own."""

    name: str
    state: str | tuple[str, ...]
    """The state that must be found, or several that are equally right."""
    here: object = None
    """What the address answers: bytes, or a function of reader and writer."""
    title: str = ""
    """The cited title, if any."""
    path: str = "/reports/1999/ledger.html"
    site: dict = field(default_factory=dict)
    """Other paths of the same host; `prefix*` for all below. The rest is 404."""
    suffix: str = ""
    url: str = ""
    """The whole address as cited, where it is not the host's own."""
    fields: dict = field(default_factory=dict)
    """Further BibTeX fields."""
    scheme: str = "http"

    @property
    def states(self):
        return (self.state,) if isinstance(self.state, str) else self.state
