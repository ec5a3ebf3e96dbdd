"""Answers kept by ask, with their age and history. The only module that knows sqlite_utils.

Append-only: an answer is never changed, so that "failed three times over five days, last seen well on
3 May" can be said, and every verdict can be made again under new rules.
"""

import contextlib
import fcntl
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, TypeVar

from cite.effects.asks.kind import Kept
from cite.effects.asks.known import ask_id, ask_parts, kind_of, look
from cite.effects.store.migrations import migrate
from cite.effects.store.writer import Writer
from cite.model.asks import Ask
from cite.model.errors import StoreError
from cite.model.evidence import Answer, Fetch, Fetched, Look
from cite.model.keeping import Fate, Sending

T = TypeVar("T")
FILE = "cite.db"
LOCK = "cite.lock"
ASKED_AT_ONCE = 2000
CACHE_KB = 64 * 1024
MOST_REMEMBERED = 100_000
"""Rows of the small tables whose numbers are kept in mind."""


class Store:
    """A SQLite file of answers. One thread writes what is put, in batches; reads see what was put."""

    def __init__(self, database: Any, path: Path, read_only: bool = False) -> None:
        self._database = database
        self._path = path
        self.read_only = read_only
        self._lock = threading.RLock()
        self._writer = Writer(self._write_all)
        self._hosts: dict[str, int] = {}
        self._commons: dict[str, int] = {}

    @classmethod
    def open(cls, folder: str | Path) -> "Store":
        """The store in a folder, made if it is not there. Raises StoreError in one line.

        A folder that cannot be written gives a store that reads what is there and keeps nothing new.
        """
        folder = Path(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with _alone(folder):
                return cls._open(folder / FILE)
        except OSError as error:
            raise StoreError(f"{folder} cannot be used for the store: {error.strerror}") from error

    @classmethod
    def _open(cls, path: Path) -> "Store":
        import sqlite_utils

        read_only = False
        try:
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
            connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
            database = sqlite_utils.Database(connection)
            migrate(database, read_only)
        except StoreError as error:
            raise StoreError(f"{path} {error}") from error
        except sqlite3.DatabaseError as error:
            hint = (
                "move it away, or use another --cache" if path.exists() else "use another --cache"
            )
            raise StoreError(f"{path} cannot be used as a store ({error}); {hint}") from error
        return cls(database, path, read_only)

    @staticmethod
    def _open_read_only(path: Path) -> sqlite3.Connection:
        if not path.exists():
            import sqlite_utils

            connection = sqlite3.connect(":memory:", check_same_thread=False)
            migrate(sqlite_utils.Database(connection))
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
        """Keep an answer, if its kind does. Raises StoreError."""
        if not self.read_only:
            self._writer.put(answer)

    def flush(self) -> None:
        """Wait until all that was put is written. Raises StoreError."""
        self._writer.flush()

    def _write_all(self, batch: Sequence[Answer]) -> None:
        """One transaction."""
        try:
            with self._lock, self._database.conn as connection:
                self._write(connection, batch)
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be written: {error}") from error

    def _write(self, connection: Any, batch: Sequence[Answer]) -> None:
        # Rows by executemany: sqlite-utils' own upsert comes to half the answers a second and twice the
        # bytes for each (benchmarks/store.py).
        asks: list[tuple[Any, ...]] = []
        answers: list[tuple[Any, ...]] = []
        bodies: dict[bytes, bytes] = {}
        for answer in batch:
            kept = kind_of(answer.ask).keep(answer)
            if kept is None:
                continue
            kind, url, detail = parts = ask_parts(answer.ask)
            identity = ask_id(parts)
            host, path = split_url(url)
            host_number = self._number(connection, "host", self._hosts, host)
            asks.append((identity, kind, host_number, path, detail))
            common = kept.common and self._number(connection, "common", self._commons, kept.common)
            digest = bytes.fromhex(kept.digest) if kept.digest else None
            at = answer.at.timestamp()
            answers.append((at, kept.status, kept.fault, common, kept.value, digest, identity))
            if digest and kept.body:
                bodies[digest] = max(kept.body, bodies.get(digest, b""), key=len)
        connection.executemany(
            "INSERT OR IGNORE INTO ask (id, kind, host, path, detail) VALUES (?, ?, ?, ?, ?)", asks
        )
        connection.executemany(
            # Where it was kept in part, and now is wanted whole, the longer one stays.
            "INSERT INTO body VALUES (?, ?) ON CONFLICT (digest) DO UPDATE "
            "SET content = excluded.content WHERE length(excluded.content) > length(content)",
            [(digest, self._compressor.compress(body)) for digest, body in bodies.items()],
        )
        connection.executemany(
            "INSERT INTO answer (ask, at, status, fault, common, value, body) "
            "SELECT no, ?, ?, ?, ?, ?, ? FROM ask WHERE id = ?",
            answers,
        )

    def _number(self, connection: Any, table: str, known: dict[str, int], value: str) -> int:
        """The number of a value in one of the small tables, given one where it has none."""
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

    @cached_property
    def _decompressor(self) -> Any:
        import zstandard

        return zstandard.ZstdDecompressor()

    def recall(self, asks: Iterable[Ask]) -> dict[Ask, "Recalled"]:
        """The newest answer of each ask that has one, and the looks before it, oldest first."""
        wanted = dict.fromkeys(asks)
        if self._writer.holds(wanted):
            self.flush()
        found: dict[Ask, Recalled] = {}
        for chunk in _chunks(wanted, ASKED_AT_ONCE):
            by_id = {ask_id(ask_parts(ask)): ask for ask in chunk}
            series: dict[bytes, list[tuple[Any, ...]]] = {}
            for identity, *row in self._answers(by_id):
                series.setdefault(identity, []).append(tuple(row))
            bodies = self._bodies({rows[-1][5] for rows in series.values()})
            for identity, rows in series.items():
                ask = by_id[identity]
                earlier = tuple(look(_answer(ask, row, b"")) for row in rows[:-1])
                latest = _answer(ask, rows[-1], bodies.get(rows[-1][5], b""))
                found[ask] = Recalled(latest, earlier)
        return found

    def _answers(self, ids: Iterable[bytes]) -> list[Any]:
        wanted = list(ids)
        return self._rows(
            "SELECT ask.id, a.at, a.status, a.fault, common.value, a.value, a.body FROM ask "
            "JOIN answer a ON a.ask = ask.no LEFT JOIN common ON common.no = a.common "
            f"WHERE ask.id IN ({','.join('?' * len(wanted))}) ORDER BY a.no",
            wanted,
        )

    def _bodies(self, digests: Iterable[bytes | None]) -> dict[bytes, bytes]:
        wanted = [digest for digest in digests if digest]
        rows = self._rows(
            f"SELECT digest, content FROM body WHERE digest IN ({','.join('?' * len(wanted))})",
            wanted,
        )
        unpack = self._decompressor.decompress
        return {digest: unpack(content) for digest, content in rows}

    def latest(self, asks: Iterable[Ask]) -> dict[Ask, Answer]:
        """The newest answer of each ask that has one."""
        return {ask: recalled.latest for ask, recalled in self.recall(asks).items()}

    def history(self, asks: Iterable[Ask]) -> dict[Ask, tuple[Look, ...]]:
        """Every answer of each ask in brief, oldest first."""
        return {
            ask: (*recalled.earlier, look(recalled.latest))
            for ask, recalled in self.recall(asks).items()
        }

    def answers_at(self, urls: Iterable[str]) -> tuple[Fetched, ...]:
        """The newest HTTP answer had at each address, whatever headers the question had."""
        self.flush()
        found: dict[str, tuple[Any, ...]] = {}
        for chunk in _chunks(dict.fromkeys(urls), ASKED_AT_ONCE):
            marks = ",".join("?" * len(chunk))
            hosts = sorted({split_url(url)[0] for url in chunk})
            rows = self._rows(
                "SELECT host.name || ask.path, a.at, a.status, a.fault, common.value, a.value, a.body "
                "FROM ask JOIN host ON host.no = ask.host JOIN answer a ON a.ask = ask.no "
                "LEFT JOIN common ON common.no = a.common WHERE a.status IS NOT NULL "
                f"AND host.name IN ({','.join('?' * len(hosts))}) AND host.name || ask.path IN ({marks}) ORDER BY a.no",
                [*hosts, *chunk],
            )
            found |= {url: tuple(row) for url, *row in rows}
        bodies = self._bodies({row[5] for row in found.values()})
        answers = (_answer(Fetch(url), row, bodies.get(row[5], b"")) for url, row in found.items())
        return tuple(answer for answer in answers if isinstance(answer, Fetched))

    def _rows(self, query: str, parameters: Sequence[Any]) -> list[Any]:
        with self._lock:
            try:
                return list(self._database.execute(query, parameters).fetchall())
            except sqlite3.Error as error:
                raise StoreError(f"{self._path} cannot be read: {error}") from error

    def hold_on(self, pool: str) -> tuple[datetime, str] | None:
        """Until when a pool of an archive is to be left alone, and why; None where it never was."""
        rows = self._rows("SELECT until, reason FROM pace WHERE pool = ? AND until > 0", [pool])
        return (datetime.fromtimestamp(rows[0][0], UTC), rows[0][1]) if rows else None

    def hold(self, pool: str, until: datetime, reason: str) -> None:
        """Remember across runs that a pool is to be left alone."""
        self._pace(
            "INSERT INTO pace (pool, until, reason) VALUES (?, ?, ?) "
            "ON CONFLICT (pool) DO UPDATE SET until = excluded.until, reason = excluded.reason",
            [pool, until.timestamp(), reason],
        )

    def take_turn(self, pool: str, now: float, gap: float) -> float:
        """When the pool will be even with its pace, this turn counted; all runs share the count.

        A clock that was set back must not make anybody wait for hours: a debt counts ten minutes at most.
        """
        rows = self._pace(
            "INSERT INTO pace (pool, until, reason, even) VALUES (?, 0, '', ? + ?) ON CONFLICT (pool) "
            "DO UPDATE SET even = min(max(even, ?), ? + 600) + ? RETURNING even",
            [pool, now, gap, now, now, gap],
        )
        return float(rows[0][0]) if rows else now

    def _pace(self, statement: str, parameters: Sequence[Any]) -> list[Any]:
        if self.read_only:
            return []
        try:
            with self._lock, self._database.conn as connection:
                return list(connection.execute(statement, parameters).fetchall())
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be written: {error}") from error

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
        """Write what was put and let go of the file. Raises StoreError."""
        try:
            self._writer.close()
        finally:
            with self._lock:
                self._database.close()


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time makes a store or changes its schema; SQLite's own lock does not reach that far."""
    try:
        file = (folder / LOCK).open("w")
    except OSError:
        yield  # nothing can be written here, so nothing will be changed
        return
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class Recalled(NamedTuple):
    """What the store knows of one ask."""

    latest: Answer
    earlier: tuple[Look, ...]


def _time(at: float | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(at, UTC)


def _answer(ask: Ask, row: tuple[Any, ...], body: bytes) -> Answer:
    at, status, fault, common, value, digest = row
    kept = Kept(value, common, status, fault, digest.hex() if digest else None, body)
    return kind_of(ask).recall(ask, datetime.fromtimestamp(at, UTC), kept)


def split_url(url: str) -> tuple[str, str]:
    """Scheme and host with its port, and all that follows."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return (f"{scheme}{mark}{host}", slash + path) if mark else ("", url)


def _chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk
