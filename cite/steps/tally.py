"""What a run asked of each host and how it was answered, counted answer by answer."""

from array import array
from dataclasses import dataclass, field
from statistics import quantiles
from urllib.parse import urlsplit

from cite.model.evidence import NO_ANSWER, Fault, Fetched, Unreachable
from cite.model.report import HostFigures

CLASSES = ("none", "1xx", "2xx", "3xx", "4xx", "5xx", "odd")
"""Of requests: those that got no answer, and the others by the first digit of the status, as far as it is one of HTTP's."""
_NONE = 0


@dataclass(slots=True)
class _Host:
    answers: "array[int]" = field(default_factory=lambda: array("I", [0] * len(CLASSES)))
    """By class. Small, as a run may ask a hundred thousand hosts."""
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
            last = self._host(hop.url)
            last.answers[min(hop.status // 100, len(CLASSES) - 1)] += 1
            last.too_many += hop.status == 429
            last.seconds.append(hop.elapsed)
        if isinstance(answer, Unreachable):
            last = self._host(answer.url)
            last.answers[_NONE] += 1
            last.refused += answer.fault is Fault.CONNECTION_REFUSED
        last.repeats += answer.attempts - 1

    def figures(self) -> tuple[HostFigures, ...]:
        """Host by host, those asked most often first."""
        every = (_figures(name, host) for name, host in self._hosts.items())
        return tuple(sorted(every, key=lambda one: (-one.requests, one.host)))

    def _host(self, url: str) -> _Host:
        name = host_of(url)
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = _Host()
        return host


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
    # Those without an answer are told last.
    counts = dict(
        zip((*CLASSES[1:], CLASSES[_NONE]), (*host.answers[1:], host.answers[_NONE]), strict=True)
    )
    answers = {kind: count for kind, count in counts.items() if count}
    requests = sum(host.answers) + host.repeats
    return HostFigures(
        name, requests, answers, host.repeats, host.refused, host.too_many, median, high
    )
