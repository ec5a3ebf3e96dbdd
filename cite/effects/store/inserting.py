"""Answers to rows, many at a time, within somebody's transaction."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from cite.effects.asks.kind import Kept
from cite.effects.asks.known import ask_id
from cite.effects.store.rows import origin_and_path

MOST_REMEMBERED = 100_000
"""Rows of the small tables whose numbers are kept in mind."""
_ASK = "INSERT OR IGNORE INTO ask (id, kind, host, path, detail) VALUES (?, ?, ?, ?, ?)"
_ANSWER = """
    INSERT INTO answer (ask, at, status, fault, common, value, body, condition)
    SELECT no, ?1, ?2, ?3, ?4, ?5, ?6, ?7 FROM ask WHERE id = ?8
"""
_UNLESS_THERE = """
    AND NOT EXISTS (SELECT 1 FROM answer AS had WHERE had.ask = ask.no AND had.at = ?1
                    AND had.status IS ?2 AND had.fault IS ?3 AND had.value = ?5)
"""
# Where it was kept in part, and now is wanted whole, the longer one stays.
_BODY = """
    INSERT INTO body VALUES (?, ?) ON CONFLICT (digest) DO UPDATE
    SET content = excluded.content WHERE length(excluded.content) > length(content)
"""


class Incoming(NamedTuple):
    """An answer on its way into the store."""

    parts: tuple[str, str, str]
    """Of its ask: kind, address, detail."""
    at: float
    """Seconds since 1970, UTC."""
    kept: Kept
    condition: str | None = None
    """Under which it was had, as JSON."""


class Inserter:
    """Writes batches. One for each transaction that may fail: it keeps numbers of rows in mind.

    By executemany: the same rows through sqlite-utils' insert_all come to 33,000 answers a second of CPU,
    these to 49,600 (measured in one run on 2026-11-29, with the answers of benchmarks/store.py).
    """

    def __init__(self) -> None:
        self._numbers: dict[str, dict[str, int]] = {"host": {}, "common": {}, "condition": {}}

    def insert(self, connection: Any, batch: Iterable[Incoming], once: bool = False) -> int:
        """Write answers, with `once` only those that are not there yet; how many were written."""
        asks: list[tuple[Any, ...]] = []
        answers: list[tuple[Any, ...]] = []
        bodies: dict[bytes, bytes] = {}
        for parts, at, kept, noted in batch:
            kind, url, detail = parts
            identity = ask_id(parts)
            host, path = origin_and_path(url)
            asks.append((identity, kind, self._number(connection, "host", host), path, detail))
            common = kept.common and self._number(connection, "common", kept.common)
            condition = noted and self._number(connection, "condition", noted)
            digest = bytes.fromhex(kept.digest) if kept.digest else None
            answers.append(
                (at, kept.status, kept.fault, common, kept.value, digest, condition, identity)
            )
            if digest and kept.body:
                bodies[digest] = max(kept.body, bodies.get(digest, b""), key=len)
        connection.executemany(_ASK, asks)
        packed = {digest: self._compressor.compress(body) for digest, body in bodies.items()}
        self.insert_bodies(connection, packed)
        statement = f"{_ANSWER} {_UNLESS_THERE}" if once else _ANSWER
        return int(connection.executemany(statement, answers).rowcount)

    def insert_bodies(self, connection: Any, packed: Mapping[bytes, bytes]) -> int:
        """Write bodies in zstd under their digests, in the place of shorter ones; how many were written."""
        return int(connection.executemany(_BODY, packed.items()).rowcount)

    def _number(self, connection: Any, table: str, value: str) -> int:
        """The number of a value in one of the small tables, given one where it has none."""
        known = self._numbers[table]
        number = known.get(value)
        if number is None:
            column = "name" if table == "host" else "value"
            connection.execute(f"INSERT OR IGNORE INTO {table} ({column}) VALUES (?)", (value,))
            query = f"SELECT no FROM {table} WHERE {column} = ?"
            number = int(connection.execute(query, (value,)).fetchone()[0])
            if len(known) < MOST_REMEMBERED:
                known[value] = number
        return number

    @cached_property
    def _compressor(self) -> Any:
        import zstandard

        return zstandard.ZstdCompressor(level=3)
