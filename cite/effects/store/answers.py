"""Answers kept by ask, with their age, their history and the conditions under which they were had.

Append-only: an answer is never changed, so that "failed three times over five days, last seen well on
3 May" can be said, and every verdict can be made again under new rules.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, NamedTuple

from cite.effects.asks.compact import dumps
from cite.effects.asks.known import ask_id, ask_parts, kind_of, look
from cite.effects.store.file import StoreFile
from cite.effects.store.inserting import Incoming, Inserter
from cite.effects.store.rows import COLUMNS, Rows, chunks, marks, origin_and_path
from cite.effects.store.writer import Writer
from cite.model.asks import Ask
from cite.model.conditions import Conditions
from cite.model.evidence import Answer, Fault, Fetch, Fetched, Look
from cite.model.keeping import Had

Row = dict[str, Any]
ASKED_AT_ONCE = 2000
_OUTCOME = "id, at, status, fault"


class Recalled(NamedTuple):
    """What the store knows of one ask."""

    latest: Answer
    earlier: tuple[Look, ...]
    """The looks before it, oldest first: when, and with which status or fault. No rule counts on more."""
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
        self._inserter = Inserter()
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
            self._inserter.insert(database.conn, self._incoming(batch))

    def _incoming(self, batch: Iterable[Answer]) -> Iterator[Incoming]:
        for answer in batch:
            kept = kind_of(answer.ask).keep(answer)
            if kept is not None:
                yield Incoming(ask_parts(answer.ask), answer.at.timestamp(), kept, self._noted)

    def recall(self, asks: Iterable[Ask]) -> dict[Ask, Recalled]:
        """The newest answer of each ask that has one, and the looks before it."""
        wanted = dict.fromkeys(asks)
        if self._writer.holds(wanted):
            self.flush()
        found: dict[Ask, Recalled] = {}
        for chunk in chunks(wanted, ASKED_AT_ONCE):
            series = self._series(chunk, f"no, {_OUTCOME}")
            newest = self._newest(rows[-1]["no"] for rows in series.values())
            bodies = self._rows.bodies({row["body"] for row in newest.values()})
            for ask, rows in series.items():
                last = newest[rows[-1]["no"]]
                latest = self._rows.answer(ask, last, bodies.get(last["body"], b""))
                earlier = tuple(map(_outcome, rows[:-1]))
                found[ask] = Recalled(latest, earlier, self._had_under(last["condition"]))
        return found

    def _series(self, asks: Iterable[Ask], columns: str = COLUMNS) -> dict[Ask, list[Row]]:
        """The rows of all answers to some asks, ask by ask, oldest first."""
        by_id = {ask_id(ask_parts(ask)): ask for ask in asks}
        found: dict[Ask, list[Row]] = {}
        for row in self._rows.where(f"id IN ({marks(by_id)})", by_id, columns):
            found.setdefault(by_id[row["id"]], []).append(row)
        return found

    def _newest(self, numbers: Iterable[int]) -> dict[int, Row]:
        """Whole rows by their numbers."""
        wanted = list(numbers)
        rows = self._rows.where(f"no IN ({marks(wanted)})", wanted, f"no, {COLUMNS}")
        return {row["no"]: row for row in rows}

    def standing_in(self, ask: Ask) -> Recalled | None:
        """What the answers to asks of its kin say, where it was never answered itself and nobody can be asked."""
        kind = kind_of(ask)
        kin = kind.kin(ask)
        if not kin:
            return None
        host, path = origin_and_path(ask.url)
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
        self.flush()
        return {
            ask: tuple(self._rows.look(ask, row) for row in rows)
            for chunk in chunks(dict.fromkeys(asks), ASKED_AT_ONCE)
            for ask, rows in self._series(chunk).items()
        }

    def outcomes(self, asks: Iterable[Ask]) -> dict[Ask, tuple[Look, ...]]:
        """When each ask was answered, and with which status or fault, oldest first: no more, for a million of them."""
        self.flush()
        return {
            ask: tuple(map(_outcome, rows))
            for chunk in chunks(dict.fromkeys(asks), ASKED_AT_ONCE)
            for ask, rows in self._series(chunk, _OUTCOME).items()
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
        found: dict[str, Row] = {}
        for chunk in chunks(dict.fromkeys(urls), ASKED_AT_ONCE):
            hosts = sorted({origin_and_path(url)[0] for url in chunk})
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


def _outcome(row: Row) -> Look:
    """What no JSON has to be read for, which is most of what a look costs."""
    fault = Fault(row["fault"]) if row["fault"] else None
    return Look(datetime.fromtimestamp(row["at"], UTC), row["status"], fault)
