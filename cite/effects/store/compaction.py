"""A long history thinned, by the rules of `steps/thinning`; what is kept is not touched."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from cite.effects.asks.known import ask_id, ask_parts
from cite.effects.store.file import StoreFile
from cite.effects.store.rows import COLUMNS, Rows, chunks, marks
from cite.model.evidence import Fetch, Fetched, Manner
from cite.model.keeping import Fate
from cite.steps.pages.recognise_page import seen
from cite.steps.thinning import NEWEST, Sitting, may_go

Row = Mapping[str, Any]
ROW_BYTES = 60
"""What an answer takes beside its JSON, indexes included: measured with benchmarks/store.py."""
_AT_ONCE = 500
_LONG = f"""
    SELECT host.name || ask.path FROM ask JOIN host ON host.no = ask.host
    WHERE ask.kind = 'fetch' AND ask.detail = ''
    AND ask.no IN (SELECT ask FROM answer GROUP BY ask HAVING count(*) > {NEWEST})
"""
_UNUSED = """
    FROM body WHERE digest NOT IN
    (SELECT body FROM answer WHERE body IS NOT NULL AND no NOT IN (SELECT no FROM going))
"""
_COUNT = f"""
    SELECT (SELECT count(*) FROM going), (SELECT count(*) FROM answer), (SELECT count(*) {_UNUSED}),
           (SELECT coalesce(sum(length(value)) + {ROW_BYTES} * count(*), 0) FROM answer JOIN going USING (no))
           + (SELECT coalesce(sum(length(content)), 0) {_UNUSED})
"""


class Thinned(NamedTuple):
    """What went, or would go."""

    answers: int
    of: int
    """Answers that there were."""
    bodies: int
    size: int
    """Bytes of both, as near as can be told before the file is written again."""


class Compaction:
    """Looks for what may go, and takes it out."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._rows = Rows(file)

    def compact(self, now: datetime, everything: timedelta, dry_run: bool = False) -> Thinned:
        """What went, or with `dry_run` would go. Raises StoreError.

        It goes in one transaction, so that a kill leaves all or nothing of it; then the file is written again.
        """
        if not dry_run:
            self._file.must_write("what is to be thinned")
        self._list_aside(now, everything)
        with self._file.reading() as database:
            thinned = Thinned(*next(database.execute(_COUNT)))
        if not dry_run:
            self._take_out()
            self._file.shrink()
        return thinned

    def _list_aside(self, now: datetime, everything: timedelta) -> None:
        """The numbers of what may go, in a table that ends with this run, so that others can write meanwhile."""
        with self._file.reading() as database, database.conn:
            database.execute("CREATE TEMP TABLE IF NOT EXISTS going (no INTEGER PRIMARY KEY)")
            database.execute("DELETE FROM going")
            for one in self._going(now, everything):
                numbers = ((no,) for no in one.numbers)
                database.conn.executemany("INSERT INTO going VALUES (?)", numbers)

    def _take_out(self) -> None:
        """Hosts, headers and conditions stay: another run may have their numbers in mind."""
        with self._file.writing() as database:
            # What came to be stood on since the list was made stays as well.
            database.execute("DELETE FROM going WHERE no IN (SELECT answer FROM ground)")
            database.execute(f"DELETE {_UNUSED}")
            database.execute("DELETE FROM answer WHERE no IN (SELECT no FROM going)")

    def _going(self, now: datetime, everything: timedelta) -> Iterator[Sitting]:
        with self._file.reading() as database:
            long = [url for (url,) in database.execute(_LONG)]
            grounds = {no for (no,) in database.execute("SELECT answer FROM ground")}
        sent = self._sent()
        for some in chunks(long, _AT_ONCE):
            series = self._series(some)
            for url in some:
                looks = _sittings(*(series.get(Fetch(url, manner), []) for manner in Manner))
                kept_then = _newest_at(looks, sent.get(url, ()))
                sittings = [self._sitting(url, rows, grounds, kept_then) for rows in looks]
                yield from may_go(sittings, now, _Pages(self._rows, url, looks).shown, everything)

    def _series(self, urls: Iterable[str]) -> Mapping[Fetch, list[Row]]:
        """Every answer to both looks at some addresses, oldest first."""
        asks = [Fetch(url, manner) for url in urls for manner in Manner]
        by_id = {ask_id(ask_parts(ask)): ask for ask in asks}
        found: dict[Fetch, list[Row]] = defaultdict(list)
        for row in self._rows.where(f"id IN ({marks(by_id)})", by_id, f"no, {COLUMNS}"):
            found[by_id[row["id"]]].append(row)
        return found

    def _sent(self) -> Mapping[str, Sequence[float]]:
        """When each address was kept by an archive that it was sent to."""
        found: dict[str, list[float]] = defaultdict(list)
        with self._file.reading() as database:
            for row in database.table("sending").rows_where("fate = ?", [Fate.KEPT.value]):
                found[row["url"]].append(row["since"])
        return found

    def _sitting(self, url: str, rows: Sequence[Row], *stood_on: set[int]) -> Sitting:
        numbers = tuple(row["no"] for row in rows)
        looks = tuple(self._rows.look(Fetch(url), row) for row in rows)
        return Sitting(looks, numbers, any(not some.isdisjoint(numbers) for some in stood_on))


class _Pages:
    """What kind of page was there at each look at one address."""

    def __init__(self, rows: Rows, url: str, looks: Iterable[Sequence[Row]]) -> None:
        self._rows = rows
        self._url = url
        self._by_number = {row["no"]: row for some in looks for row in some}
        self._guises: dict[bytes, object] = {}

    def shown(self, sitting: Sitting) -> tuple[object, ...]:
        """What stood where the work should be, look by look."""
        return tuple(self._guise(self._by_number[no]) for no in sitting.numbers)

    def _guise(self, row: Row) -> object:
        digest = row["body"]
        if digest is None or row["status"] is None or row["status"] >= 300:
            return None
        if digest not in self._guises:
            body = self._rows.bodies([digest]).get(digest, b"")
            answer = self._rows.answer(Fetch(self._url), row, body)
            there = seen(answer) if isinstance(answer, Fetched) and body else None
            self._guises[digest] = there.guise if there else None
        return self._guises[digest]


def _sittings(plain: Sequence[Row], browser: Sequence[Row]) -> list[list[Row]]:
    """Each plain look with those in a browser's manner that followed it."""
    starts = [row["at"] for row in plain]
    looks = [[row] for row in plain]
    for row in browser:
        if place := bisect_right(starts, row["at"]):
            looks[place - 1].append(row)
    return looks


def _newest_at(looks: Sequence[Sequence[Row]], instants: Iterable[float]) -> set[int]:
    """The numbers of what was newest at some instants."""
    starts = [rows[0]["at"] for rows in looks]
    places = (bisect_right(starts, at) for at in instants)
    return {row["no"] for place in places if place for row in looks[place - 1]}
