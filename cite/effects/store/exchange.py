"""All answers out of a store, and into another one: record by record, all of them or none.

An answer is a record, and so is a body, which is written once however many answers name it, what a person said of
an address, and what stands on an answer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from cite.effects.asks.compact import loads
from cite.effects.store.file import StoreFile
from cite.effects.store.incoming import (
    SCHEMA,
    Body,
    Ground,
    Record,
    Said,
    answer_in,
    body_in,
    ground_in,
    said_in,
)
from cite.effects.store.inserting import Incoming, Inserter
from cite.model.errors import InputError

AT_ONCE = 2000
_ANSWERS = """
    SELECT at, kind, host || path AS url, detail, status, fault, common, value, body AS digest, condition
    FROM answered ORDER BY at, no
"""
# Of two words on one address the later one stands.
_SAY = """
    INSERT INTO said (url, state, why, who, made, until) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE
    SET state = excluded.state, why = excluded.why, who = excluded.who, made = excluded.made, until = excluded.until
    WHERE excluded.made > made
"""
_STAND = """
    INSERT OR IGNORE INTO ground (answer, what)
    SELECT answer.no, ?1 FROM ask JOIN answer ON answer.ask = ask.no WHERE ask.id = ?2 AND answer.at = ?3
"""
_GROUNDS = """
    SELECT answered.kind, host || path AS url, detail, answered.at, ground.what
    FROM ground JOIN answered ON answered.no = ground.answer ORDER BY at, no, what
"""
_NESTED = ("common", "value", "condition")
Placed = tuple[str, Record]
"""A record, and the words that say where in which file it stands."""
Read = Incoming | Body | Said | Ground
_READS: Mapping[str, Callable[[Record], Read]] = {
    "answer": answer_in, "body": body_in, "said": said_in, "ground": ground_in,
}  # fmt: skip


class Imported(NamedTuple):
    """What came of it."""

    answers: int
    """New ones."""
    of: int
    """Answers that the file has; the others were there."""
    bodies: int
    """New ones, and those that were there in part."""


class Exchange:
    """Records out and in."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def records(self) -> Iterator[Record]:
        """What the store knows, answers first, oldest first. Raises StoreError."""
        yield {"record": "store", "schema": SCHEMA}
        with self._file.reading() as database, database.conn:
            database.execute("BEGIN")  # all of it as it is at one instant
            yield from map(_answer, database.query(_ANSWERS))
            for digest, content in database.execute("SELECT digest, content FROM body"):
                yield {"record": "body", "digest": digest.hex(), "content": content}
            for row in database.table("said").rows_where(order_by="url"):
                yield {"record": "said", **row}
            for row in database.query(_GROUNDS):
                yield {"record": "ground", **row, "at": _time(row["at"])}

    def take_in(self, records: Iterable[Placed]) -> Imported:
        """Records in one transaction: all of them or none. What is there already is passed over.

        Raises InputError, StoreError.
        """
        self._file.must_write("what is to be imported")
        with self._file.writing() as database:
            return _Intake(database.conn).take(_read(records))


class _Intake:
    """What comes in, written within somebody's transaction: answers many at a time, before what names them."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._inserter = Inserter()
        self._held: list[Incoming] = []
        self._answers = self._of = self._bodies = 0

    def take(self, records: Iterable[Read]) -> Imported:
        """All of them."""
        for one in records:
            if isinstance(one, Incoming):
                self._held.append(one)
            if not isinstance(one, Incoming) or len(self._held) == AT_ONCE:
                self._write_answers()
            self._write(one)
        self._write_answers()
        return Imported(self._answers, self._of, self._bodies)

    def _write_answers(self) -> None:
        if self._held:
            self._answers += self._inserter.insert(self._connection, self._held, once=True)
            self._of += len(self._held)
            self._held = []

    def _write(self, one: Read) -> None:
        match one:
            case Said():
                self._connection.execute(_SAY, one)
            case Ground():
                self._connection.execute(_STAND, one)
            case Body(digest, content):
                self._bodies += self._inserter.insert_bodies(self._connection, {digest: content})


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _answer(row: dict[str, Any]) -> Record:
    nested = {name: loads(row[name]) if row[name] else None for name in _NESTED}
    digest = row["digest"].hex() if row["digest"] else None
    told = {"record": "answer", **row, "at": _time(row["at"]), **nested, "digest": digest}
    return {name: value for name, value in told.items() if value is not None}


def _read(records: Iterable[Placed]) -> Iterator[Read]:
    begun = False
    for where, record in records:
        try:
            if begun:
                yield _read_one(record)
            begun = begun or _begins(record)
        except ValueError as error:
            raise InputError(f"{where}: {error}; nothing was imported") from error


def _read_one(record: Record) -> Read:
    reads = _READS.get(str(record.get("record")))
    if reads is None:
        raise ValueError(f"there is no record {record.get('record')!r:.40}")
    return reads(record)


def _begins(record: Record) -> bool:
    if record.get("record") != "store" or record.get("schema") != SCHEMA:
        raise ValueError(f"does not begin as {SCHEMA}, which `cite store export` writes")
    return True
