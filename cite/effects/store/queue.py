"""The queue of addresses on their way to archives, with what has been kept."""

from datetime import UTC, datetime
from typing import Any

from cite.effects.store.file import StoreFile
from cite.model.keeping import Fate, Sending

_TIMES = ("since", "asked", "not_before")


class Queue:
    """One line for each address and archive."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def sendings(self) -> tuple[Sending, ...]:
        """Every line as it stands."""
        with self._file.reading() as database:
            return tuple(map(_sending, database.table("sending").rows))

    def put(self, sending: Sending) -> None:
        """Where one address stands with one archive, at once and for good. Raises StoreError."""
        self._file.must_write("the queue")
        with self._file.writing() as database:
            database.table("sending").insert(_row(sending), pk=("keeper", "url"), replace=True)


def _row(sending: Sending) -> dict[str, Any]:
    times = {name: getattr(sending, name) for name in _TIMES}
    return {
        "keeper": sending.keeper, "url": sending.url, "fate": sending.fate.value, "job": sending.job,
        "tries": sending.tries, "copy": sending.copy, "detail": sending.detail,
        **{name: at and at.timestamp() for name, at in times.items()},
    }  # fmt: skip


def _sending(row: dict[str, Any]) -> Sending:
    times = {
        name: None if row[name] is None else datetime.fromtimestamp(row[name], UTC)
        for name in _TIMES
    }
    return Sending(**{**row, **times, "fate": Fate(row["fate"])})
