"""The file beneath the store: opened, brought to the newest schema, locked; its failures in one line."""

import contextlib
import fcntl
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cite.effects.store.migrations import migrate
from cite.model.errors import StoreError

FILE = "cite.db"
LOCK = "cite.lock"
CACHE_KB = 64 * 1024


class StoreFile:
    """A SQLite database behind sqlite-utils, used by one thread at a time."""

    def __init__(self, database: Any, path: Path, read_only: bool) -> None:
        self.database = database
        """Of sqlite-utils; to be used within `reading` or `writing`."""
        self.read_only = read_only
        self._path = path
        self._lock = threading.RLock()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Any]:
        """The database, to read from. Raises StoreError."""
        with self._lock:
            try:
                yield self.database
            except sqlite3.Error as error:
                raise StoreError(f"{self._path} cannot be read: {error}") from error

    @contextlib.contextmanager
    def writing(self) -> Iterator[Any]:
        """The database within one transaction, begun as a writer's. Raises StoreError.

        It has to be begun here: sqlite-utils commits each statement that it finds outside of one.
        """
        try:
            with self._lock, self.database.conn as connection:
                connection.execute("BEGIN IMMEDIATE")
                yield self.database
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be written: {error}") from error

    def damaged(self, error: Exception) -> StoreError:
        """What to raise for a row that no cite has written."""
        return StoreError(
            f"{self._path} is damaged ({type(error).__name__}: {error}); move it away, or use another --cache"
        )

    def must_write(self, what: str) -> None:
        """Raises StoreError where nothing can be written."""
        if self.read_only:
            raise StoreError(f"{self._path} cannot be written, and {what} is kept there")

    def shrink(self) -> None:
        """Write the file again without what went from it; a kill leaves it as it was. Raises StoreError."""
        with self._lock:
            try:
                self.database.execute("VACUUM")
                self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                words = (
                    f"{self._path} could not be written again: {error}; it is thinned all the same"
                )
                raise StoreError(words) from error

    def copy_to(self, path: Path) -> None:
        """All of it as it is at this instant in a file that is empty, whoever writes meanwhile. Raises StoreError."""
        try:
            with self._lock, contextlib.closing(sqlite3.connect(path)) as copy:
                self.database.conn.backup(copy)  # in one step: readers and a writer go on beside it
                copy.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be copied: {error}") from error

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self.database.close()


def open_file(folder: Path) -> StoreFile:
    """The file in a folder, made if it is not there. Raises StoreError in one line.

    A folder that cannot be written gives one that is read as it is.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            return _open(folder / FILE)
    except OSError as error:
        raise StoreError(f"{folder} cannot be used for the store: {error.strerror}") from error


def _open(path: Path) -> StoreFile:
    try:
        connection, read_only = _connection(path)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        database = _behind(connection)
        migrate(database, read_only)
    except StoreError as error:
        raise StoreError(f"{path} {error}") from error
    except sqlite3.DatabaseError as error:
        hint = "move it away, or use another --cache" if path.exists() else "use another --cache"
        raise StoreError(f"{path} cannot be used as a store ({error}); {hint}") from error
    return StoreFile(database, path, read_only)


def _behind(connection: sqlite3.Connection) -> Any:
    """A connection behind sqlite-utils, whose plug-ins have no business with the store and need not be looked for."""
    import sqlite_utils

    return sqlite_utils.Database(connection, execute_plugins=False)


def _connection(path: Path) -> tuple[sqlite3.Connection, bool]:
    """One that can write where that is possible, and whether it cannot."""
    connection = sqlite3.connect(path, timeout=30, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.rollback()
    except sqlite3.OperationalError as error:
        connection.close()
        if "readonly" not in str(error) and "unable to open" not in str(error):
            raise
        return _read_only(path), True
    return connection, False


def _read_only(path: Path) -> sqlite3.Connection:
    if not path.exists():
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        migrate(_behind(connection))
        return connection
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


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
