"""The report as Markdown, for a pull request or a wiki."""

import re

from cite.formats.safe_text import safe
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState
from cite.outputs.terminal import distance


class Markdown:
    """For people who read in a forge."""

    name = "markdown"
    suffixes = (".md",)

    def write(self, report: Report) -> str:
        """Counts, a table of what to replace by what, then each address that is not sound."""
        summary = report.summary
        lines = [f"# Sources of {escape(', '.join(report.inputs))}", ""]
        lines += [f"> **{escape(text)}**\n" for text in report.caveats]
        counts = ", ".join(f"{count} {name}" for name, count in summary.classes.items())
        unjudged = f", {summary.not_judged} not judged" if summary.not_judged else ""
        lines += [
            f"{summary.references} references, {summary.links} addresses: {counts}{unjudged}. Made {report.made_at:%Y-%m-%d %H:%M} UTC by {report.tool}.",
            "",
        ]
        rows = [
            (verdict.reference.notes[0] if verdict.reference.notes else verdict.reference.key, link)
            for verdict in report.verdicts
            for link in verdict.links
            if link.state is not LinkState.LIVE
        ]
        if rows:
            lines += ["| note | state | address | why | instead |", "|---|---|---|---|---|"]
        for note, link in rows:
            instead = escape(link.replacement or "")
            if link.memento and link.memento.memento and link.link_class is not LinkClass.OK:
                instead += f" ({link.memento.memento.datetime:%Y-%m-%d}, {distance(link.memento.distance_days)} {escape(link.memento.as_of)})"
            lines.append(
                f"| {escape(note)} | {link.state.value} | {escape(link.url)} | {escape(' '.join(link.reasons))} | {instead} |"
            )
        if report.findings:
            lines += ["", "## In the notes", ""]
            lines += [
                f"- **{f.level}** {f.code}{f', line {f.place.line}' if f.place and f.place.line else ''}: {escape(f.message)}"
                for f in report.findings
            ]
        return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, no table cell of its own."""
    return re.sub(r"([\\`*_{}\[\]<>|~#!])", r"\\\1", safe(text)).replace("&", "&amp;")
