"""Rows of a capture index (CDX) to captures, whoever sent them; revisits get the status of what they repeat."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cite.model.evidence import Memento
from cite.recognisers.addresses.archive_address import parse_timestamp

MOST = 100
"""Captures wanted around a date: enough to pass over the unusable ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """One capture as an index lists it, every cell as sent."""

    timestamp: str
    url: str
    mime: str = ""
    status: str = ""
    digest: str = ""
    length: str = ""

    @property
    def revisit(self) -> bool:
        """Whether it says that a capture is as an earlier one was."""
        return self.mime == "warc/revisit" or self.status in ("", "-")


def captures(
    rows: Sequence[Row], archive: str, uri_m: Callable[[Row], str]
) -> tuple[list[Memento], str]:
    """The captures, and in words how many rows could not be read."""
    originals: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        if row.digest and number(row.status):
            originals.setdefault(row.digest, set()).add((row.status, row.mime))
    mementos = [m for row in rows if (m := _memento(row, archive, uri_m, originals))]
    odd = len(rows) - len(mementos)
    words = f"{odd} of its captures have no time or address that can be read" if odd else ""
    return mementos, words


def _memento(
    row: Row,
    archive: str,
    uri_m: Callable[[Row], str],
    originals: dict[str, set[tuple[str, str]]],
) -> Memento | None:
    when = parse_timestamp(row.timestamp)
    if when is None or not row.url:
        return None
    status, mime = row.status, row.mime
    if row.revisit:
        # One body under two statuses (an empty one, say) does not tell which of them came again.
        same = originals.get(row.digest, set())
        status, mime = next(iter(same)) if len(same) == 1 else ("", "")
    return Memento(
        uri_m(row), row.url, when, archive, number(status),
        mime or None, row.digest or None, number(row.length),
    )  # fmt: skip


def number(cell: str) -> int | None:
    """A status or a length; None for what is none."""
    return int(cell) if re.fullmatch("[0-9]{1,15}", cell) else None


def all_passed_over(rows: Iterable[Row]) -> bool:
    """Whether a full answer lists redirects and errors only, so that good captures may lie beyond it."""
    listed = list(rows)
    well = ("200", "203", "206")
    return len(listed) >= MOST and not any(row.revisit or row.status in well for row in listed)
