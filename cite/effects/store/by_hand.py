"""What people said of addresses after a look by hand, beside what they wrote in a file."""

from datetime import date
from typing import Any

from cite.effects.store.file import StoreFile
from cite.model.decisions import Action, Decision


class ByHand:
    """One word on each address. What is said of one note stays in the file: the store knows no articles."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def put(self, decision: Decision) -> None:
        """Keep a decision of the kind `checked`, in the place of an earlier one. Raises StoreError."""
        self._file.must_write("what is said by hand")
        with self._file.writing() as database:
            database.table("said").upsert(said_row(decision), pk="url")

    def forget(self, url: str) -> None:
        """Say nothing more of an address. Raises StoreError."""
        self._file.must_write("what is said by hand")
        with self._file.writing() as database:
            database.table("said").delete_where("url = ?", [url])

    def every(self) -> tuple[Decision, ...]:
        """All that is kept, by address. Raises StoreError."""
        with self._file.reading() as database:
            return tuple(map(_decision, database.table("said").rows_where(order_by="url")))


def said_row(decision: Decision) -> dict[str, str]:
    """A decision as a row: days as ISO 8601, empty where there is none."""
    days = {"made": decision.made, "until": decision.until}
    return {
        "url": decision.url, "state": decision.state, "why": decision.why, "who": decision.who,
        **{name: day.isoformat() if day else "" for name, day in days.items()},
    }  # fmt: skip


def _decision(row: dict[str, Any]) -> Decision:
    made, until = (
        date.fromisoformat(row[name]) if row[name] else None for name in ("made", "until")
    )
    return Decision(
        row["url"], Action.CHECKED, state=row["state"], why=row["why"], who=row["who"], made=made, until=until
    )  # fmt: skip
