"""A list of retractions at hand, kept by DOI: read once, looked up at once, whatever its length."""

import hashlib
from collections.abc import Callable, Iterable

from cite.effects.store.file import StoreFile
from cite.model.entries import PartialDate
from cite.model.works import Update, UpdateKind

_INSERT = """
    INSERT INTO retraction (work, kind, notice, source, date, label) VALUES (?, ?, ?, ?, ?, ?)
"""
"""As it is: seventy thousand rows through sqlite-utils take six times as long."""


class Retractions:
    """The newest list that was given, and what it says of a DOI."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._fresh: dict[str, list[Update]] = {}

    def take_over(self, content: bytes, read: Callable[[bytes], Iterable[Update]]) -> None:
        """Keep a list in the place of the one before; the same list again costs nothing."""
        digest = hashlib.sha256(content).hexdigest()
        if self._digest() == digest:
            return
        events = list(read(content))
        if self._file.read_only:
            for one in events:
                self._fresh.setdefault(one.work, []).append(one)
            return
        with self._file.writing() as database:
            database.table("retraction").delete_where()
            database.table("retraction_list").delete_where()
            database.conn.executemany(_INSERT, map(_row, events))
            database.table("retraction_list").insert({"digest": digest, "rows": len(events)})

    def of(self, doi: str) -> tuple[Update, ...]:
        """What the list says of a DOI."""
        doi = doi.lower()
        if self._fresh:
            return tuple(self._fresh.get(doi, ()))
        with self._file.reading() as database:
            return tuple(map(_event, database.table("retraction").rows_where("work = ?", [doi])))

    @property
    def there(self) -> bool:
        """Whether there is a list at all."""
        return bool(self._fresh or self._digest())

    def _digest(self) -> str:
        with self._file.reading() as database:
            rows = list(database.table("retraction_list").rows)
        return str(rows[0]["digest"]) if rows else ""


def _row(event: Update) -> tuple[str | None, ...]:
    date = str(event.date) if event.date else None
    return event.work, event.kind.value, event.notice, event.source, date, event.label


def _event(row: dict[str, str]) -> Update:
    date = PartialDate(*map(int, row["date"].split("-"))) if row["date"] else None
    return Update(
        UpdateKind(row["kind"]), row["notice"], row["work"], row["source"], date, row["label"]
    )
