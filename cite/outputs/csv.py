"""The report as a table, one line an address."""

import csv
import io

from cite.formats.safe_text import safe
from cite.model.report import Report


class Csv:
    """For spreadsheets."""

    name = "csv"
    suffixes = (".csv",)

    def write(self, report: Report) -> str:
        """Key, note, address, state, class, reasons, replacement, copy, its date."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(
            [
                "key",
                "note",
                "url",
                "state",
                "class",
                "reason",
                "replacement",
                "memento",
                "memento_datetime",
            ]
        )
        for verdict in report.verdicts:
            for link in verdict.links:
                memento = link.memento.memento if link.memento else None
                row = [
                    verdict.reference.key, " ".join(note.label for note in verdict.reference.notes), link.url, link.state.value, link.link_class.value,
                    " ".join(link.reasons), link.replacement or "", memento.uri_m if memento else "",
                    memento.datetime.isoformat() if memento else "",
                ]  # fmt: skip
                writer.writerow([_inert(cell) for cell in row])
        return out.getvalue()


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and no terminal for a command."""
    cell = safe(cell)
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
