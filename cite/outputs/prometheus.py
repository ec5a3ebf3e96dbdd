"""The figures of a run for Prometheus, as the textfile collector of its node exporter reads them.

https://prometheus.io/docs/instrumenting/exposition_formats/ describes the text; names and units follow
https://prometheus.io/docs/practices/naming/. There is no line for each host or address: a label with as many
values as there are addresses would make as many series.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from cite.model.report import Report
from cite.model.verdicts import LinkState

_GAUGES: tuple[tuple[str, str, Callable[[Report], float]], ...] = (
    ("references", "References judged.", lambda report: report.summary.references),
    ("links_not_judged", "Addresses that nobody could judge.", lambda report: report.summary.not_judged),
    ("links_from_store", "Addresses judged by the store.", lambda report: report.summary.from_store),
    ("requests", "Requests made, all counted.", lambda report: report.summary.requests),
    ("requests_repeated", "Attempts after the first.", lambda report: sum(one.repeats for one in report.hosts)),
    ("responses_too_many_requests", "Answers 429 that stood.", lambda report: sum(one.too_many for one in report.hosts)),
    ("connections_refused", "Connections refused.", lambda report: sum(one.refused for one in report.hosts)),
    ("hosts", "Hosts asked.", lambda report: len(report.hosts)),
    ("run_complete", "Whether the run reached its end.", lambda report: int(report.complete)),
    ("run_duration_seconds", "How long the run took.", lambda report: round(report.seconds, 3)),
    ("run_timestamp_seconds", "When the run ended, since 1970.", lambda report: report.made_at.timestamp()),
)  # fmt: skip
_ANSWERS = ("2xx", "3xx", "4xx", "5xx", "none")


class Prometheus:
    """For who watches many runs."""

    name = "prometheus"
    suffixes = (".prom",)

    def write(self, report: Report) -> str:
        """All of them gauges: each holds for one run, and nothing is counted from run to run."""
        return "".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    summary = report.summary
    states = {state.value: summary.states.get(state.value, 0) for state in LinkState}
    yield from _by("links", "Distinct addresses by state.", "state", states)
    yield from _by("links_by_class", "Addresses judged, by class.", "class", summary.classes)
    yield from _by("findings", "Findings by level.", "level", summary.findings)
    yield from _by("responses", "Requests for pages, by what came.", "class", _answers(report))
    for name, what, value in _GAUGES:
        yield f"{_head(name, what)}cite_{name} {value(report)}\n"


def _by(name: str, what: str, label: str, values: Mapping[str, int]) -> Iterator[str]:
    """A line for each value of one label: words of ours, which need no escapes."""
    yield _head(name, what)
    for value, count in values.items():
        yield f'cite_{name}{{{label}="{value}"}} {count}\n'


def _head(name: str, what: str) -> str:
    return f"# HELP cite_{name} {what}\n# TYPE cite_{name} gauge\n"


def _answers(report: Report) -> Mapping[str, int]:
    counted = Counter(dict.fromkeys(_ANSWERS, 0))
    for host in report.hosts:
        counted.update(host.answers)
    return counted
