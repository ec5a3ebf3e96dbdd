"""Which articles were checked, as they were: what is mended by a check must be what was checked."""

from datetime import UTC, datetime
from pathlib import PurePath

from cite.effects.store.file import StoreFile


class Articles:
    """By file name and digest; the folder is left out, as stores are passed on."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def note(self, path: str, digest: str, at: datetime) -> None:
        """Say that an article was checked as it is."""
        if self._file.read_only:
            return
        row = {"name": PurePath(path).name, "digest": digest, "at": at.timestamp()}
        with self._file.writing() as database:
            database.table("article").upsert(row, pk=("name", "digest"))

    def changed_since(self, path: str, digest: str) -> datetime | None:
        """When an article of that name was checked last, where none was as this one is; else None."""
        with self._file.reading() as database:
            rows = list(database.table("article").rows_where("name = ?", [PurePath(path).name]))
        if not rows or any(row["digest"] == digest for row in rows):
            return None
        return datetime.fromtimestamp(max(row["at"] for row in rows), UTC)
