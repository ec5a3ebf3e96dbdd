"""All answers out of a store, and into another one: record by record, all of them or none.

An answer is a record, and so is a body, which is written once however many answers name it, and what a person
said of an address.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from cite.effects.asks.compact import loads
from cite.effects.store.file import StoreFile
from cite.effects.store.incoming import SCHEMA, Record, Said, answer_in, body_in, said_in
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
_NESTED = ("common", "value", "condition")
Placed = tuple[str, Record]
"""A record, and the words that say where in which file it stands."""


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
        with self._file.reading() as database:
            yield from map(_answer, database.query(_ANSWERS))
            for digest, content in database.execute("SELECT digest, content FROM body"):
                yield {"record": "body", "digest": digest.hex(), "content": content}
            for row in database.table("said").rows_where(order_by="url"):
                yield {"record": "said", **row}

    def take_in(self, records: Iterable[Placed]) -> Imported:
        """Records in one transaction: all of them or none. What is there already is passed over.

        Raises InputError, StoreError.
        """
        self._file.must_write("what is to be imported")
        inserter, held = Inserter(), list[Incoming]()
        answers = of = bodies = 0
        with self._file.writing() as database:
            for one in _read(records):
                match one:
                    case Incoming():
                        held.append(one)
                        of += 1
                    case Said():
                        database.execute(_SAY, one)
                    case digest, content:
                        bodies += inserter.insert_bodies(database.conn, {digest: content})
                if len(held) == AT_ONCE:
                    answers += inserter.insert(database.conn, held, once=True)
                    held.clear()
            answers += inserter.insert(database.conn, held, once=True)
        return Imported(answers, of, bodies)


def _answer(row: dict[str, Any]) -> Record:
    at = datetime.fromtimestamp(row["at"], UTC).isoformat()
    nested = {name: loads(row[name]) if row[name] else None for name in _NESTED}
    digest = row["digest"].hex() if row["digest"] else None
    told = {"record": "answer", **row, "at": at, **nested, "digest": digest}
    return {name: value for name, value in told.items() if value is not None}


def _read(records: Iterable[Placed]) -> Iterator[Incoming | Said | tuple[bytes, bytes]]:
    begun = False
    for where, record in records:
        try:
            if not begun:
                begun = _begins(record)
            elif record.get("record") == "answer":
                yield answer_in(record)
            elif record.get("record") == "body":
                yield body_in(record)
            elif record.get("record") == "said":
                yield said_in(record)
            else:
                raise ValueError(f"there is no record {record.get('record')!r:.40}")
        except ValueError as error:
            raise InputError(f"{where}: {error}; nothing was imported") from error


def _begins(record: Record) -> bool:
    if record.get("record") != "store" or record.get("schema") != SCHEMA:
        raise ValueError(f"does not begin as {SCHEMA}, which `cite store export` writes")
    return True
