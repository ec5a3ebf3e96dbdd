"""What a run asked of each host and how it was answered, counted answer by answer."""

from array import array
from collections import Counter
from dataclasses import dataclass, field
from statistics import quantiles
from urllib.parse import urlsplit

from cite.model.evidence import NO_ANSWER, Fault, Fetched, Unreachable
from cite.model.report import HostFigures

NONE = "none"
"""The class of requests that got no answer, beside 2xx, 3xx, 4xx and 5xx."""


@dataclass(slots=True)
class _Host:
    answers: Counter[str] = field(default_factory=Counter)
    repeats: int = 0
    refused: int = 0
    too_many: int = 0
    seconds: "array[float]" = field(default_factory=lambda: array("f"))
    """Four bytes a request, so that the figures are those of all of them."""


class Tally:
    """Counts what it hears of."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    def hear(self, answer: Fetched | Unreachable) -> None:
        """One answer with all hops that led to it; what was not asked counts nowhere."""
        if isinstance(answer, Unreachable) and answer.fault in NO_ANSWER:
            return
        for hop in answer.hops:
            host = self._host(hop.url)
            host.answers[f"{hop.status // 100}xx"] += 1
            host.too_many += hop.status == 429
            host.seconds.append(hop.elapsed)
        last = self._host(answer.url)
        last.repeats += answer.attempts - 1
        if isinstance(answer, Unreachable):
            last.answers[NONE] += 1
            last.refused += answer.fault is Fault.CONNECTION_REFUSED

    def figures(self) -> tuple[HostFigures, ...]:
        """Host by host, those asked most often first."""
        every = (_figures(name, host) for name, host in self._hosts.items())
        return tuple(sorted(every, key=lambda one: (-one.requests, one.host)))

    def _host(self, url: str) -> _Host:
        return self._hosts.setdefault(host_of(url), _Host())


def host_of(url: str) -> str:
    """Name and port, as far as an address has any; never what it says of a user."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def _figures(name: str, host: _Host) -> HostFigures:
    seconds = sorted(host.seconds)
    median, high = None, None
    if len(seconds) == 1:
        median = high = seconds[0]
    elif seconds:
        cuts = quantiles(seconds, n=20, method="inclusive")
        median, high = cuts[9], cuts[18]
    return HostFigures(
        name, host.answers.total() + host.repeats, dict(sorted(host.answers.items())), host.repeats, host.refused,
        host.too_many, median, high,
    )  # fmt: skip
