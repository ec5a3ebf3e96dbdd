"""When each pool of a service may be asked next, and until when it is left alone; all runs share it."""

from datetime import UTC, datetime

from cite.effects.store.file import StoreFile

LONGEST_DEBT = 600
"""Seconds that a pool can be behind its pace: a clock that was set back must not make anybody wait for hours."""
_TURN = """
    INSERT INTO pace (pool, until, reason, even) VALUES (:pool, 0, '', :now + :gap)
    ON CONFLICT (pool) DO UPDATE SET even = min(max(even, :now), :now + :debt) + :gap
    RETURNING even
"""
"""One statement, so that two processes never take one turn: sqlite-utils has no upsert that counts on."""


class Paces:
    """One number and one date for each pool."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def hold_on(self, pool: str) -> tuple[datetime, str] | None:
        """Until when a pool is to be left alone, and why; None where it never was."""
        with self._file.reading() as database:
            rows = list(database.table("pace").rows_where("pool = ? AND until > 0", [pool]))
        return (datetime.fromtimestamp(rows[0]["until"], UTC), rows[0]["reason"]) if rows else None

    def hold(self, pool: str, until: datetime, reason: str) -> None:
        """Remember across runs that a pool is to be left alone."""
        if not self._file.read_only:
            row = {"pool": pool, "until": until.timestamp(), "reason": reason}
            with self._file.writing() as database:
                database.table("pace").upsert(row, pk="pool")

    def take_turn(self, pool: str, now: float, gap: float) -> float:
        """When the pool will be even with its pace, this turn counted, in seconds since 1970."""
        if self._file.read_only:
            return now
        with self._file.writing() as database:
            values = {"pool": pool, "now": now, "gap": gap, "debt": LONGEST_DEBT}
            return float(next(database.query(_TURN, values))["even"])
