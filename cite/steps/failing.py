"""What makes a run fail: findings of a level, a class or a code, or only links that broke since a baseline."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from cite.model.findings import Finding, Level
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState

LEVELS = {str(level): level for level in Level}
CLASSES = {
    link_class.value: link_class for link_class in LinkClass if link_class is not LinkClass.OK
}
_STATES = {f"link-{state.value}": state for state in LinkState}
_HEAD = (
    "# Links known to be broken, sorted by address. `cite check --baseline` fails on no other.\n"
)


def every_finding(report: Report) -> list[Finding]:
    """Those of documents and of the run, and those of each reference."""
    return [*report.findings, *(one for verdict in report.verdicts for one in verdict.findings)]


def failing(findings: Sequence[Finding], fail_on: Collection[str]) -> list[Finding]:
    """Those at or above a level named, of a class named, or under a code named."""
    lowest = min((LEVELS[name] for name in fail_on if name in LEVELS), default=None)
    return [one for one in findings if _fails(one, lowest, fail_on)]


def _fails(finding: Finding, lowest: Level | None, fail_on: Collection[str]) -> bool:
    state = _STATES.get(finding.code)
    return (
        (lowest is not None and finding.level >= lowest)
        or finding.code in fail_on
        or (state is not None and state.link_class.value in fail_on)
    )


def broken(report: Report) -> Iterator[tuple[str, LinkState]]:
    """Each address that is broken for certain, with its state; what is only suspected never counts."""
    links = {link.url: link for verdict in report.verdicts for link in verdict.links}
    for url, link in sorted(links.items()):
        if link.link_class is LinkClass.BROKEN:
            yield url, link.state


def newly_broken(report: Report, known: Mapping[str, str]) -> list[str]:
    """Addresses that are broken for certain and were not when the baseline was written."""
    return [url for url, _ in broken(report) if url not in known]


def write_baseline(report: Report) -> str:
    """What is broken now, a line each, so that a difference shows what changed."""
    return _HEAD + "".join(f"{state.value} {url}\n" for url, state in broken(report))


def read_baseline(text: str) -> dict[str, str]:
    """Addresses with the state they were in. A line that is none is passed over."""
    lines = (line.split(" ", 1) for line in text.split("\n") if not line.startswith("#"))
    return {line[1].strip(): line[0] for line in lines if len(line) == 2}
