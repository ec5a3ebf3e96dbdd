"""The report as Markdown, for a pull request or a wiki."""

import re
from collections.abc import Iterator

from cite.formats.safe_text import safe
from cite.model.evidence import Hop
from cite.model.findings import Finding
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState, MementoChoice, Verdict, WorkStatus
from cite.outputs.words import counted


class Markdown:
    """For people who read in a forge."""

    name = "markdown"
    suffixes = (".md",)

    def write(self, report: Report) -> str:
        """Counts, a table of what to replace by what, what is wrong in the notes, then the evidence."""
        summary = report.summary
        lines = [f"# Sources of {escape(', '.join(report.inputs))}", ""]
        lines += [f"> **{escape(text)}**\n" for text in report.caveats]
        counts = ", ".join(f"{count} {name}" for name, count in summary.classes.items())
        unjudged = f", {summary.not_judged} not judged" if summary.not_judged else ""
        lines += [
            f"{counted(summary.references, 'reference')}, {counted(summary.links, 'address', 'addresses')}: {counts}{unjudged}. Made {report.made_at:%Y-%m-%d %H:%M} UTC by {report.tool}.",
            "",
        ]
        rows = [
            (verdict.reference.label or verdict.reference.key, link)
            for verdict in report.verdicts
            for link in verdict.links
            if link.state is not LinkState.LIVE
        ]
        if rows:
            lines += ["| note | state | address | why | instead |", "|---|---|---|---|---|"]
        for note, link in rows:
            instead = address(link.replacement or "")
            if link.memento and link.memento.memento and link.link_class is not LinkClass.OK:
                instead += (
                    f" ({link.memento.memento.datetime:%Y-%m-%d}, {escape(link.memento.distance)})"
                )
            lines.append(
                f"| {escape(note)} | {link.state.value} | {address(link.url)} | {escape(' '.join(link.reasons))} | {instead} |"
            )
        remarks = [one for verdict in report.verdicts for one in verdict.remarks]
        for title, findings in (("Of the sources", remarks), ("In the notes", report.findings)):
            if findings:
                lines += ["", f"## {title}", "", *map(_finding, findings)]
        return "\n".join([*lines, *_evidence(report)]) + "\n"


def _finding(finding: Finding) -> str:
    place = finding.place
    line = f", line {place.line}" if place and place.line else ""
    return f"- **{finding.level}** {finding.code}{line}: {escape(finding.message)}"


def _evidence(report: Report) -> Iterator[str]:
    """For each address what was asked, what came, and which rule speaks for which state."""
    yield from ("", "## Evidence", "")
    for verdict in report.verdicts:
        yield from _work(verdict)
        for link in verdict.links:
            asked = f", asked {link.asked_at:%Y-%m-%d %H:%M} UTC" if link.asked_at else ""
            kept = " (kept in the store)" if link.from_store else ""
            yield f"- {address(link.url)}: {link.state.value}{asked}{kept}"
            yield from (f"  - {_hop(hop)}" for hop in link.hops)
            yield from (f"  - {sign.code}: {escape(sign.reason)}" for sign in link.signs)
            yield from _archives(link.memento)


def _work(verdict: Verdict) -> Iterator[str]:
    """What indexes say of the work itself."""
    if work := verdict.work:
        where = " in " + ", ".join(map(escape, filter(None, (work.service, work.record))))
        status = f"; {work.status.value}" if work.status is not WorkStatus.NONE else ""
        yield f"- {escape(verdict.reference.key)}: {work.outcome.value}{where if work.service else ''}{status}"
        yield from (
            f"  - {escape(one.field)}: cited as {escape(one.cited)}, found as {escape(one.found)}"
            for one in work.differences
        )
        yield from (f"  - asked {escape(str(ask))}" for ask in work.evidence)


def _hop(hop: Hop) -> str:
    onward = f", sends on to {address(hop.location)}" if hop.location else ""
    server = f" from {escape(hop.address)}" if hop.address else ""
    return f"{address(hop.url)} → {hop.status}{server}{onward}"


def _archives(choice: MementoChoice | None) -> Iterator[str]:
    if choice is None:
        return
    detail = f", {escape(choice.detail)}" if choice.detail else ""
    yield f"  - archived copies: {choice.outcome.value}{detail}"
    yield from (f"    - asked {escape(text)}" for text in choice.via)
    for memento, reason in choice.rejected:
        yield f"    - passed over {address(memento.uri_m)}: {escape(reason)}"


def address(url: str) -> str:
    """An address that Markdown links as it stands, no character of it escaped."""
    return f"<{url}>" if re.fullmatch(r"https?://[^\s<>|`\\]+", safe(url)) else escape(url)


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, no table cell of its own."""
    return re.sub(r"([\\`*_{}\[\]<>|~#!])", r"\\\1", safe(text)).replace("&", "&amp;")
