"""The store's records as Parquet, for who reads tables by column. The door to pyarrow, which is an extra."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cite.effects.store.incoming import Record
from cite.model.errors import InputError, UsageError

MAGIC = b"PAR1"
ROWS_AT_ONCE = 2000
BYTES_AT_ONCE = 32 * 1024 * 1024
"""Of bodies in one group of rows; a longer body has a group of its own."""
MOST_GROUP = 1 << 29
"""Bytes that a group of rows may say it has, unpacked."""
_TEXTS = (
    "record", "schema", "at", "kind", "url", "detail", "fault", "common", "value", "digest", "condition",
    "state", "why", "who", "made", "until", "what",
)  # fmt: skip
_NESTED = ("common", "value", "condition")
"""Kept as JSON text: their shape differs from row to row."""


def write_parquet(records: Iterable[Record], path: Path) -> None:
    """A row a record. Raises UsageError where pyarrow is not installed."""
    arrow, parquet = _pyarrow()
    schema = arrow.schema(
        [*((name, arrow.string()) for name in _TEXTS), ("status", arrow.int32()), ("content", arrow.binary())]
    )  # fmt: skip
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for some in _groups(map(_row, records)):
            writer.write_table(arrow.Table.from_pylist(some, schema))


def _groups(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    group, size = [], 0
    for row in rows:
        group.append(row)
        size += len(row.get("content", b""))
        if len(group) == ROWS_AT_ONCE or size >= BYTES_AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


def read_parquet(path: Path) -> Iterator[tuple[str, Record]]:
    """Each record with the file and the row where it stands. Raises InputError, UsageError."""
    arrow, parquet = _pyarrow()
    try:
        with parquet.ParquetFile(path) as file:
            groups = (file.metadata.row_group(at) for at in range(file.num_row_groups))
            if any(group.total_byte_size > MOST_GROUP for group in groups):
                raise InputError(f"{path}: has a group of rows beyond {MOST_GROUP:,} bytes")
            number = 0
            for batch in file.iter_batches(ROWS_AT_ONCE):
                for row in batch.to_pylist():
                    number += 1
                    yield _placed(row, f"{path}: row {number}")
    except (arrow.ArrowException, OSError) as error:
        words = f"{path}: cannot be read as Parquet; nothing was imported"
        raise InputError(words) from error


def _row(record: Record) -> dict[str, Any]:
    nested = {name: json.dumps(record[name]) for name in _NESTED if name in record}
    return {**record, **nested}


def _placed(row: dict[str, Any], where: str) -> tuple[str, Record]:
    record = {name: value for name, value in row.items() if value is not None}
    try:
        nested = {name: json.loads(record[name]) for name in _NESTED if name in record}
    except (ValueError, TypeError, RecursionError) as error:
        raise InputError(f"{where}: holds what is no JSON; nothing was imported") from error
    return where, {**record, **nested}


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow: pip install 'cite-sources[parquet]'; or take --format jsonl"
        ) from error
    return pyarrow, pyarrow.parquet
