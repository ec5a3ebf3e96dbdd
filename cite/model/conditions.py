"""Under which conditions an answer was had: kept with it, so that whoever reads it later can weigh it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conditions:
    """Those of one run."""

    user_agent: str
    """As the tool names itself; what was asked in a browser's manner says so in its ask."""
    timeout: float
    """Seconds for one request."""
    retries: int
    connect_to: tuple[str, ...] = ()
    """Where connections really went, as `--connect-to` has it."""
    ca: str = ""
    """The file of certificates trusted beside the system's."""
    demonstration: bool = False
    """Whether the web that was asked is a demonstration."""
