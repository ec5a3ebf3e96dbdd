"""The Retraction Watch data set as CSV: events in the lives of works, by DOI.

https://gitlab.com/crossref/retraction-watch-data. Dates are as in the United States: month, day, year.
"""

import csv
import io
import re
from collections.abc import Iterator

from cite.model.entries import PartialDate, possible_date
from cite.model.errors import InputError
from cite.model.works import Update, UpdateKind

KINDS = {
    "retraction": UpdateKind.RETRACTION,
    "correction": UpdateKind.CORRECTION,
    "expression of concern": UpdateKind.CONCERN,
    "reinstatement": UpdateKind.REINSTATEMENT,
}
"""By `RetractionNature`; what else stands there is told by its own name. Blank says only that the work is listed."""
SOURCE = "retraction-watch"
_NEEDED = ("OriginalPaperDOI", "RetractionDOI", "RetractionDate", "RetractionNature")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def read_retractions(content: bytes) -> Iterator[Update]:
    """Events of works that have a DOI. Raises InputError for what is not this table."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))
    head = next(rows, [])
    if missing := [name for name in _NEEDED if name not in head]:
        raise InputError(f"is not the Retraction Watch table: it has no column {missing[0]}")
    at = [head.index(name) for name in _NEEDED]
    try:
        for row in rows:
            if len(row) <= max(at):
                continue
            work, notice, when, nature = (row[place].strip() for place in at)
            if _DOI.fullmatch(work):
                yield _event(work.lower(), notice.lower(), when, nature)
    except csv.Error as error:
        raise InputError(f"is damaged: {error}") from error


def _event(work: str, notice: str, when: str, nature: str) -> Update:
    kind = KINDS.get(nature.lower(), UpdateKind.OTHER)
    return Update(
        kind,
        notice if _DOI.fullmatch(notice) else "",
        work,
        SOURCE,
        _date(when),
        nature or "listed, of no kind",
    )


def _date(text: str) -> PartialDate | None:
    found = _DATE.match(text)
    return possible_date(int(found[3]), int(found[1]), int(found[2])) if found else None
