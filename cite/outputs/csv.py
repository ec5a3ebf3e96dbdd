"""The report as a table, one line for each address of each article."""

import csv
import io
from collections.abc import Iterator

from cite.formats.safe_text import cell
from cite.model.report import Report
from cite.model.verdicts import LinkVerdict, Verdict
from cite.outputs.articles import articles
from cite.outputs.words import by_hand

COLUMNS = (
    "key", "note", "url", "state", "class", "reason", "replacement", "memento", "memento_datetime", "article", "line",
    "in_text", "title", "asked_at", "by_hand",
)  # fmt: skip
"""New ones come last: sheets and scripts count them."""


class Csv:
    """For spreadsheets."""

    name = "csv"
    suffixes = (".csv",)

    def write(self, report: Report) -> str:
        """Article by article, each address once for each work that gives it."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for article in articles(report):
            for verdict in article.verdicts:
                for row in _rows(article.path, verdict):
                    writer.writerow([cell(value) for value in row])
        return out.getvalue()


def _rows(path: str, verdict: Verdict) -> Iterator[list[str]]:
    reference = verdict.reference
    notes = " ".join(note.label for note in reference.notes)
    title = str(reference.entry.fields.get("title", ""))
    line = str(reference.place.line or "") if reference.place else ""
    in_text = "yes" if reference.in_text else ""
    for link in verdict.links:
        hand = by_hand(link.by_hand) if link.by_hand else ""
        asked = link.asked_at.isoformat(timespec="seconds") if link.asked_at else ""
        yield [reference.key, notes, *_link(link), path, line, in_text, title, asked, hand]


def _link(link: LinkVerdict) -> list[str]:
    memento = link.memento.memento if link.memento else None
    return [
        link.url, link.state.value, link.link_class.value, " ".join(link.reasons), link.replacement or "",
        memento.uri_m if memento else "", memento.datetime.isoformat() if memento else "",
    ]  # fmt: skip
