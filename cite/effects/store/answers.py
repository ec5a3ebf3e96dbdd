"""Answers kept by ask, with their age, their history and the conditions under which they were had.

Append-only: an answer is never changed, so that "failed three times over five days, last seen well on
3 May" can be said, and every verdict can be made again under new rules.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cached_property
from typing import Any, NamedTuple

from cite.effects.asks.compact import dumps
from cite.effects.asks.known import ask_id, ask_parts, kind_of, look
from cite.effects.store.file import StoreFile
from cite.effects.store.rows import COLUMNS, Rows, chunks, marks, split_url
from cite.effects.store.writer import Writer
from cite.model.asks import Ask
from cite.model.conditions import Conditions
from cite.model.evidence import Answer, Fetch, Fetched, Look
from cite.model.keeping import Had

ASKED_AT_ONCE = 2000
MOST_REMEMBERED = 100_000
"""Rows of the small tables whose numbers are kept in mind."""


class Recalled(NamedTuple):
    """What the store knows of one ask."""

    latest: Answer
    earlier: tuple[Look, ...]
    """The looks before it, oldest first."""
    conditions: Conditions | None
    """Under which the latest was had; None where nobody noted them."""


class Answers:
    """One thread writes what is put, in batches; reads see what was put."""

    def __init__(self, file: StoreFile, conditions: Conditions | None) -> None:
        self.conditions = conditions
        """Under which what is put was had."""
        self._file = file
        self._rows = Rows(file)
        self._noted = dumps(asdict(conditions)) if conditions else None
        self._writer = Writer(self._write)
        self._numbers: dict[str, dict[str, int]] = {"host": {}, "common": {}, "condition": {}}
        self._read_conditions: dict[str | None, Conditions | None] = {None: None}

    def put(self, answer: Answer) -> None:
        """Keep an answer, if its kind does. Raises StoreError."""
        if not self._file.read_only:
            self._writer.put(answer)

    def flush(self) -> None:
        """Wait until all that was put is written. Raises StoreError."""
        self._writer.flush()

    def close(self) -> None:
        """Write what was put, and end. Raises StoreError."""
        self._writer.close()

    def _write(self, batch: Sequence[Answer]) -> None:
        """One transaction."""
        with self._file.writing() as database:
            # By executemany: the same rows through sqlite-utils' insert_all come to 33,000 answers a second of CPU,
            # these to 49,600 (measured in one run on 2026-11-29, with the answers of benchmarks/store.py).
            self._write_rows(database.conn, batch)

    def _write_rows(self, connection: Any, batch: Sequence[Answer]) -> None:
        asks: list[tuple[Any, ...]] = []
        answers: list[tuple[Any, ...]] = []
        bodies: dict[bytes, bytes] = {}
        condition = self._noted and self._number(connection, "condition", self._noted)
        for answer in batch:
            kept = kind_of(answer.ask).keep(answer)
            if kept is None:
                continue
            kind, url, detail = parts = ask_parts(answer.ask)
            identity = ask_id(parts)
            host, path = split_url(url)
            asks.append((identity, kind, self._number(connection, "host", host), path, detail))
            common = kept.common and self._number(connection, "common", kept.common)
            digest = bytes.fromhex(kept.digest) if kept.digest else None
            at = answer.at.timestamp()
            answers.append(
                (at, kept.status, kept.fault, common, kept.value, digest, condition, identity)
            )
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
            "INSERT INTO answer (ask, at, status, fault, common, value, body, condition) "
            "SELECT no, ?, ?, ?, ?, ?, ?, ? FROM ask WHERE id = ?",
            answers,
        )

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

    def recall(self, asks: Iterable[Ask]) -> dict[Ask, Recalled]:
        """The newest answer of each ask that has one, and the looks before it."""
        wanted = dict.fromkeys(asks)
        if self._writer.holds(wanted):
            self.flush()
        found: dict[Ask, Recalled] = {}
        for chunk in chunks(wanted, ASKED_AT_ONCE):
            by_id = {ask_id(ask_parts(ask)): ask for ask in chunk}
            series: dict[bytes, list[dict[str, Any]]] = {}
            for row in self._rows.where(f"id IN ({marks(by_id)})", list(by_id)):
                series.setdefault(row["id"], []).append(row)
            bodies = self._rows.bodies({rows[-1]["body"] for rows in series.values()})
            for identity, rows in series.items():
                ask, last = by_id[identity], rows[-1]
                earlier = tuple(look(self._rows.answer(ask, row)) for row in rows[:-1])
                latest = self._rows.answer(ask, last, bodies.get(last["body"], b""))
                found[ask] = Recalled(latest, earlier, self._had_under(last["condition"]))
        return found

    def standing_in(self, ask: Ask) -> Recalled | None:
        """What the answers to asks of its kin say, where it was never answered itself and nobody can be asked."""
        kind = kind_of(ask)
        kin = kind.kin(ask)
        if not kin:
            return None
        host, path = split_url(ask.url)
        where = (
            "kind = ? AND kind <> 'fetch' AND host = ? AND path = ? AND substr(detail, 1, ?) = ?"
        )
        rows = self._rows.where(where, [kind.name, host, path, len(kin), kin])
        answers = [self._rows.answer(ask, row) for row in rows]
        answer = kind.stand_in(answers)
        if answer is None:
            return None
        newest = self._had_under(rows[-1]["condition"])
        return Recalled(answer, tuple(map(look, answers)), newest)

    def _had_under(self, text: str | None) -> Conditions | None:
        if text not in self._read_conditions:
            try:
                value = json.loads(text or "")
                value["connect_to"] = tuple(value["connect_to"])
                self._read_conditions[text] = Conditions(**value)
            except (ValueError, KeyError, TypeError) as error:
                raise self._file.damaged(error) from error
        return self._read_conditions[text]

    def latest(self, asks: Iterable[Ask]) -> dict[Ask, Answer]:
        """The newest answer of each ask that has one."""
        return {ask: recalled.latest for ask, recalled in self.recall(asks).items()}

    def history(self, asks: Iterable[Ask]) -> dict[Ask, tuple[Look, ...]]:
        """Every answer of each ask in brief, oldest first."""
        return {
            ask: (*recalled.earlier, look(recalled.latest))
            for ask, recalled in self.recall(asks).items()
        }

    def every(self, ask: Ask) -> tuple[Answer, ...]:
        """Every answer to an ask with what was received, oldest first."""
        self.flush()
        rows = self._rows.where("id = ?", [ask_id(ask_parts(ask))])
        bodies = self._rows.bodies({row["body"] for row in rows})
        return tuple(self._rows.answer(ask, row, bodies.get(row["body"], b"")) for row in rows)

    def at_addresses(self, urls: Iterable[str]) -> tuple[Had[Fetched], ...]:
        """The newest HTTP answer had at each address, whatever headers the question had."""
        self.flush()
        found: dict[str, dict[str, Any]] = {}
        for chunk in chunks(dict.fromkeys(urls), ASKED_AT_ONCE):
            hosts = sorted({split_url(url)[0] for url in chunk})
            where = f"status IS NOT NULL AND host IN ({marks(hosts)}) AND host || path IN ({marks(chunk)})"
            columns = f"host || path AS url, {COLUMNS}"
            rows = self._rows.where(where, [*hosts, *chunk], columns)
            found |= {row["url"]: row for row in rows}
        bodies = self._rows.bodies({row["body"] for row in found.values()})
        had = []
        for url, row in found.items():
            answer = self._rows.answer(Fetch(url), row, bodies.get(row["body"], b""))
            if isinstance(answer, Fetched):
                had.append(Had(answer, self._had_under(row["condition"])))
        return tuple(had)
