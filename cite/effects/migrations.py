"""The store's schema, one dated step per change. Steps are never edited once released."""

from typing import Any

STEPS: tuple[tuple[str, str], ...] = (
    (
        "2026-11-24 answers, their bodies, and the pace of archives",
        """
        CREATE TABLE host (            -- scheme, host and port, once for all its addresses
            no INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE ask (
            no INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,      -- first 16 bytes of SHA-256 of the ask
            kind TEXT NOT NULL,
            host INTEGER NOT NULL,
            path TEXT NOT NULL,           -- of the address, from the slash on
            detail TEXT NOT NULL          -- manner, further headers; the archive and the date
        );
        CREATE TABLE common (          -- JSON that many answers share: headers, TLS facts
            no INTEGER PRIMARY KEY,
            value TEXT NOT NULL UNIQUE
        );
        CREATE TABLE answer (
            no INTEGER PRIMARY KEY,       -- in the order in which they came
            ask INTEGER NOT NULL,
            at REAL NOT NULL,             -- seconds since 1970, UTC
            status INTEGER,
            fault TEXT,
            common INTEGER,
            value TEXT NOT NULL,          -- JSON of its own, the body left out
            body BLOB                     -- SHA-256 of the body
        );
        CREATE INDEX answer_by_ask ON answer (ask);
        CREATE TABLE body (digest BLOB PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;  -- zstd
        CREATE VIEW look AS
            SELECT datetime(answer.at, 'unixepoch') AS at, ask.kind, host.name || ask.path AS url, ask.detail,
                   answer.status, answer.fault, answer.value
            FROM answer JOIN ask ON ask.no = answer.ask JOIN host ON host.no = ask.host;
        CREATE TABLE pace (pool TEXT PRIMARY KEY, until REAL NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
        """,
    ),
    (
        "2026-11-24 the queue of addresses on their way to archives",
        """
        CREATE TABLE sending (
            keeper TEXT NOT NULL,
            url TEXT NOT NULL,
            fate TEXT NOT NULL,
            since REAL NOT NULL,          -- seconds since 1970, UTC
            asked REAL,                   -- when it was last handed over: the pace counts from it
            not_before REAL,
            job TEXT NOT NULL,
            tries INTEGER NOT NULL,
            copy TEXT NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (keeper, url)
        ) WITHOUT ROWID;
        """,
    ),
    (
        "2026-11-24 the pace of archives is kept across runs",
        "ALTER TABLE pace ADD COLUMN even REAL NOT NULL DEFAULT 0",
    ),
)


def migrate(connection: Any, version: int) -> int:
    """Bring a database from its version to the newest; each step is one transaction."""
    for number, (_, script) in enumerate(STEPS[version:], version + 1):
        connection.executescript(f"BEGIN;{script};PRAGMA user_version = {number};COMMIT;")
    return len(STEPS)
