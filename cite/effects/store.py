"""Answers kept by ask, with their age and history. The only module that knows sqlite_utils.

Append-only: an answer is never changed, so that "failed three times over five days, last seen well on
3 May" can be said, and every verdict can be made again under new rules.
"""

import sqlite3
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from cite.effects.answers_json import ask_id, ask_parts, from_json, look, to_json
from cite.effects.migrations import STEPS, migrate
from cite.model.errors import StoreError
from cite.model.evidence import (
    Answer,
    Ask,
    Fault,
    Fetched,
    Look,
    MementosOutcome,
    TimeMap,
    Unreachable,
)
from cite.model.keeping import Fate, Sending
from cite.model.options import Options

FILE = "cite.db"
BATCH = 500
LONGEST_QUEUED = 0.25
"""Seconds that an answer may wait to be written: what a run that is killed can lose."""
KEPT_BODY = 512 * 1024
"""Bytes of a body that are kept: enough to judge again under new rules."""
FAILURE_AGE = timedelta(hours=1)
ABSENCE_AGE = timedelta(days=1)
CAPTURE_AGE = timedelta(days=365)


def fresh(answer: Answer, now: datetime, options: Options) -> bool:
    """Whether an answer may serve again: failures shorter than successes, unknown never."""
    age = now - answer.at
    match answer:
        case TimeMap(outcome=MementosOutcome.FOUND):
            return age <= CAPTURE_AGE
        case TimeMap(outcome=MementosOutcome.ABSENT):
            return age <= min(ABSENCE_AGE, options.max_age)
        case TimeMap():
            return False
        case Unreachable(fault=Fault.INTERRUPTED):
            return False
        case Unreachable():
            return age <= min(FAILURE_AGE, options.max_age)
        case Fetched():
            limit = options.max_age if answer.status < 400 else min(FAILURE_AGE, options.max_age)
            return age <= limit


class Store:
    """A SQLite file of answers. Writes are queued and written in batches; reads see what is queued."""

    def __init__(self, database: Any, path: Path, read_only: bool = False) -> None:
        self._database = database
        self._path = path
        self.read_only = read_only
        self._queue: list[Answer] = []
        self._written = float("-inf")
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """The store in a folder, made if it is not there. Raises StoreError in one line.

        A folder that cannot be written gives a store that reads what is there and keeps nothing new.
        """
        import sqlite_utils

        path = folder / FILE
        read_only = False
        try:
            folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=30, check_same_thread=False)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("BEGIN IMMEDIATE")
                connection.rollback()
            except sqlite3.OperationalError as error:
                if "readonly" not in str(error) and "unable to open" not in str(error):
                    raise
                connection.close()
                connection, read_only = cls._open_read_only(path), True
            connection.execute("PRAGMA synchronous = NORMAL")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > len(STEPS):
                raise StoreError(
                    f"{path} was written by a newer cite; use that, or another --cache"
                )
            if not read_only:
                migrate(connection, version)
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"{path} cannot be used as a store ({error}); move it away, or use another --cache"
            ) from error
        except OSError as error:
            raise StoreError(f"{folder} cannot be used for the store: {error.strerror}") from error
        return cls(sqlite_utils.Database(connection), path, read_only)

    @staticmethod
    def _open_read_only(path: Path) -> sqlite3.Connection:
        if not path.exists():
            connection = sqlite3.connect(":memory:", check_same_thread=False)
            migrate(connection, 0)
            return connection
        return sqlite3.connect(
            f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def put(self, answer: Answer) -> None:
        """Keep an answer. What was interrupted says nothing and is not kept."""
        if isinstance(answer, Unreachable) and answer.fault is Fault.INTERRUPTED:
            return
        with self._lock:
            self._queue.append(answer)
            if len(self._queue) >= BATCH or time.monotonic() - self._written > LONGEST_QUEUED:
                self.flush()

    def flush(self) -> None:
        """Write what is queued, in one transaction. Raises StoreError."""
        with self._lock:
            batch, self._queue = self._queue, []
            self._written = time.monotonic()
            if not batch or self.read_only:
                return
            try:
                with self._database.conn as connection:
                    self._write(connection, batch)
            except sqlite3.Error as error:
                raise StoreError(f"{self._path} cannot be written: {error}") from error

    def _write(self, connection: Any, batch: Sequence[Answer]) -> None:
        asks = [(ask_id(answer.ask), *ask_parts(answer.ask)) for answer in batch]
        connection.executemany("INSERT OR IGNORE INTO ask VALUES (?, ?, ?, ?)", asks)
        bodies = {
            bytes.fromhex(answer.digest): answer.body
            for answer in batch
            if isinstance(answer, Fetched) and answer.digest and answer.body
        }
        connection.executemany(
            "INSERT OR IGNORE INTO body VALUES (?, ?)",
            [(digest, zlib.compress(body[:KEPT_BODY], 1)) for digest, body in bodies.items()],
        )
        connection.executemany(
            "INSERT INTO answer (ask, at, status, fault, value, body) VALUES (?, ?, ?, ?, ?, ?)",
            [_row(identity[0], answer) for identity, answer in zip(asks, batch, strict=True)],
        )

    def latest(self, asks: Iterable[Ask]) -> dict[Ask, Answer]:
        """The newest answer of each ask that has one."""
        asks = self._settled(asks)
        found: dict[Ask, Answer] = {}
        for chunk in _chunks(asks, 400):
            by_id = {ask_id(ask): ask for ask in chunk}
            marks = ",".join("?" * len(by_id))
            rows = self._rows(
                f"SELECT a.ask, max(a.at), a.status, a.fault, a.value, a.body, b.content FROM answer a "
                f"LEFT JOIN body b ON b.digest = a.body WHERE a.ask IN ({marks}) GROUP BY a.ask",
                list(by_id),
            )
            for identity, at, status, fault, value, digest, content in rows:
                ask = by_id[bytes(identity)]
                body = zlib.decompress(content) if content else b""
                found[ask] = from_json(
                    ask, at, status, fault, value, body, digest.hex() if digest else None
                )
        return found

    def history(self, asks: Iterable[Ask]) -> dict[Ask, tuple[Look, ...]]:
        """Every answer of each ask in brief, oldest first."""
        asks = self._settled(asks)
        found: dict[Ask, list[Look]] = {}
        for chunk in _chunks(asks, 400):
            by_id = {ask_id(ask): ask for ask in chunk}
            marks = ",".join("?" * len(by_id))
            rows = self._rows(
                f"SELECT ask, at, status, fault, value FROM answer WHERE ask IN ({marks}) ORDER BY at",
                list(by_id),
            )
            for identity, at, status, fault, value in rows:
                ask = by_id[bytes(identity)]
                answer = from_json(ask, at, status, fault, value, b"", None)
                found.setdefault(ask, []).append(look(answer))
        return {ask: tuple(looks) for ask, looks in found.items()}

    def _settled(self, asks: Iterable[Ask]) -> list[Ask]:
        """The asks, once none of their answers waits to be written."""
        wanted = list(asks)
        with self._lock:
            queued = {answer.ask for answer in self._queue}
            if not queued.isdisjoint(wanted):
                self.flush()
        return wanted

    def _rows(self, query: str, parameters: Sequence[Any]) -> list[Any]:
        with self._lock:
            try:
                return list(self._database.execute(query, parameters).fetchall())
            except sqlite3.Error as error:
                raise StoreError(f"{self._path} cannot be read: {error}") from error

    def held_until(self, pool: str) -> datetime | None:
        """Until when a pool of an archive asked to be left alone, or None."""
        rows = self._rows("SELECT until FROM pace WHERE pool = ?", [pool])
        return datetime.fromtimestamp(rows[0][0], UTC) if rows else None

    def hold(self, pool: str, until: datetime, reason: str) -> None:
        """Remember across runs that a pool is to be left alone."""
        if self.read_only:
            return
        with self._lock, self._database.conn as connection:
            connection.execute(
                "INSERT OR REPLACE INTO pace VALUES (?, ?, ?)", (pool, until.timestamp(), reason)
            )

    def sendings(self) -> tuple[Sending, ...]:
        """The queue of what is sent to archives, with what has been kept."""
        rows = self._rows(
            "SELECT keeper, url, fate, since, asked, not_before, job, tries, copy, detail FROM sending",
            [],
        )
        return tuple(
            Sending(keeper, url, Fate(fate), *(_time(at) for at in times), *rest)  # type: ignore[arg-type]
            for keeper, url, fate, *others in rows
            for times, rest in [(others[:3], others[3:])]
        )

    def put_sending(self, sending: Sending) -> None:
        """Where one address stands with one archive, at once and for good. Raises StoreError."""
        if self.read_only:
            raise StoreError(f"{self._path} cannot be written, and the queue is kept there")
        times = [at and at.timestamp() for at in (sending.since, sending.asked, sending.not_before)]
        row = (sending.keeper, sending.url, sending.fate.value, *times, sending.job, sending.tries,
               sending.copy, sending.detail)  # fmt: skip
        try:
            with self._lock, self._database.conn as connection:
                connection.execute(
                    f"INSERT OR REPLACE INTO sending VALUES ({','.join('?' * len(row))})", row
                )
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be written: {error}") from error

    def close(self) -> None:
        """Write what is queued and let go of the file."""
        with self._lock:
            self.flush()
            self._database.close()


def _time(at: float | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(at, UTC)


def _row(identity: bytes, answer: Answer) -> tuple[Any, ...]:
    status = answer.status if isinstance(answer, Fetched) else None
    fault = answer.fault.value if isinstance(answer, Unreachable) else None
    digest = bytes.fromhex(answer.digest) if isinstance(answer, Fetched) and answer.digest else None
    return identity, answer.at.timestamp(), status, fault, to_json(answer), digest


def _chunks(asks: Iterable[Ask], size: int) -> Iterator[list[Ask]]:
    iterator = iter(asks)
    while chunk := list(islice(iterator, size)):
        yield chunk
