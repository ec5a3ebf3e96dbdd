"""Rows to answers: what the store's parts that read answers share."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from cite.effects.asks.kind import Kept
from cite.effects.asks.known import kind_of, look
from cite.effects.store.file import StoreFile
from cite.model.asks import Ask
from cite.model.evidence import Answer, Look

T = TypeVar("T")
COLUMNS = "id, at, status, fault, common, value, body, condition"
"""Of the view `answered`, as an answer is made of them."""


class Rows:
    """Reads answers out of the file beneath the store. Raises StoreError."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def where(
        self, condition: str, values: Iterable[Any], columns: str = COLUMNS
    ) -> list[dict[str, Any]]:
        """Rows for which a condition in SQL holds, oldest first."""
        with self._file.reading() as database:
            view = database.view("answered")
            return list(view.rows_where(condition, list(values), order_by="at, no", select=columns))

    def bodies(self, digests: Iterable[bytes | None]) -> dict[bytes, bytes]:
        """What was received, by its digest, as far as it is kept."""
        wanted = [digest for digest in digests if digest]
        if not wanted:
            return {}
        with self._file.reading() as database:
            rows = list(database.table("body").rows_where(f"digest IN ({marks(wanted)})", wanted))
        return {row["digest"]: self._unpack(row["content"]) for row in rows}

    def answer(self, ask: Ask, row: Mapping[str, Any], body: bytes = b"") -> Answer:
        """The answer that a row keeps."""
        digest = row["body"].hex() if row["body"] else None
        kept = Kept(row["value"], row["common"], row["status"], row["fault"], digest, body)
        try:
            return kind_of(ask).recall(ask, datetime.fromtimestamp(row["at"], UTC), kept)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise self._file.damaged(error) from error

    def look(self, ask: Ask, row: Mapping[str, Any]) -> Look:
        """The same in brief: what many share is not read, as no look tells of it."""
        return look(self.answer(ask, {**row, "common": None}))

    @cached_property
    def _unpack(self) -> Any:
        import zstandard

        return zstandard.ZstdDecompressor().decompress


def origin_and_path(url: str) -> tuple[str, str]:
    """An address as it is stored: its origin, which is scheme, host and port, and all that follows."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return (f"{scheme}{mark}{host}", slash + path) if mark else ("", url)


def marks(values: Iterable[Any]) -> str:
    """As many places for values as there are, for SQL."""
    return ",".join("?" for _ in values)


def chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Values, so many at a time."""
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk
