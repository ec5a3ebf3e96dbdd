"""Findings as GitHub shows them on a change: a workflow command a line, and the rest in the job's summary.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from cite.formats.safe_text import safe
from cite.model.findings import Finding, Level
from cite.model.report import Report
from cite.outputs.articles import articles
from cite.outputs.markdown import Markdown

MOST = 10
"""Annotations of one step that GitHub shows; it drops the others without a word."""
SUMMARY_LIMIT = 1024 * 1024
"""Bytes of a step's summary; GitHub refuses one that is longer."""
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_LEFT_OUT = (
    "\n\n*The rest is left out: a summary holds no more. The report as a file has it all.*\n"
)


class Github:
    """For a pull request: the findings that are newest, at their lines."""

    name = "github"
    suffixes: tuple[str, ...] = ()

    def write(self, report: Report) -> str:
        """As many workflow commands as GitHub shows, the gravest first and of these the newest."""
        return "".join(f"{_command(one)}\n" for one in newest(report)[:MOST])


def newest(report: Report) -> list[Finding]:
    """Findings by gravity, then by how lately the address was still well: what has just broken comes first."""
    dated = list(_dated(report))
    return [one for one, _ in sorted(dated, key=lambda of: (of[0].level, of[1]), reverse=True)]


def _dated(report: Report) -> Iterator[tuple[Finding, datetime]]:
    never = datetime.min.replace(tzinfo=UTC)
    for article in articles(report):
        yield from ((one, never) for one in article.findings)
        for verdict in article.verdicts:
            seen = {link.url: link.last_well or never for link in verdict.links}
            yield from ((one, seen.get(one.url or "", never)) for one in verdict.findings)


def _command(finding: Finding) -> str:
    place = finding.place
    at = {
        "file": place.path if place else "",
        "line": str(place.line or "") if place else "",
        "col": str(place.column or "") if place else "",
        "title": f"{finding.code}{f', note {finding.note}' if finding.note else ''}",
    }
    told = ",".join(f"{key}={_property(value)}" for key, value in at.items() if value)
    instead = f" Put instead: {finding.repair}" if finding.repair else ""
    address = f" {finding.url}" if finding.url and finding.url not in finding.message else ""
    return f"::{_COMMANDS[finding.level]} {told}::{_data(finding.message + address + instead)}"


def _data(text: str) -> str:
    return safe(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def job_summary(report: Report, limit: int = SUMMARY_LIMIT) -> str:
    """The report as Markdown, cut at the end of a line where it is longer than a summary may be."""
    text = Markdown().write(report)
    encoded = text.encode("utf-8", "replace")
    if len(encoded) < limit:
        return text
    room = limit - len(_LEFT_OUT.encode()) - 1
    kept = encoded[:room].decode("utf-8", "ignore")
    return kept[: kept.rfind("\n")] + _LEFT_OUT
