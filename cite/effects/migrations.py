"""The store's schema, one dated step per change. Steps are never edited once released."""

from typing import Any

STEPS: tuple[tuple[str, str], ...] = (
    (
        "2026-11-24 answers, their bodies, and the pace of archives",
        """
        CREATE TABLE ask (
            id BLOB PRIMARY KEY,          -- first 16 bytes of SHA-256 of the ask
            kind TEXT NOT NULL,
            url TEXT NOT NULL,
            detail TEXT NOT NULL DEFAULT ''
        ) WITHOUT ROWID;
        CREATE TABLE answer (
            id INTEGER PRIMARY KEY,
            ask BLOB NOT NULL,
            at REAL NOT NULL,             -- seconds since 1970, UTC
            status INTEGER,
            fault TEXT,
            value TEXT NOT NULL,          -- JSON, the body left out
            body BLOB                     -- SHA-256 of the body, if kept
        );
        CREATE INDEX answer_by_ask ON answer (ask, at);
        CREATE INDEX ask_by_url ON ask (url);
        CREATE TABLE body (digest BLOB PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
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
)


def migrate(connection: Any, version: int) -> int:
    """Bring a database from its version to the newest; each step is one transaction."""
    for number, (_, script) in enumerate(STEPS[version:], version + 1):
        connection.executescript(f"BEGIN;{script};PRAGMA user_version = {number};COMMIT;")
    return len(STEPS)
