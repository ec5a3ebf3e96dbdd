"""Answers written a second, bytes for each address, and reading them again; the peer is sqlite-utils' own upsert.

`python -m benchmarks.store 1000000` for the figure at a million.
"""

import hashlib
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.running import verdict
from cite.effects.store.file import FILE
from cite.effects.store.store import Store
from cite.model.evidence import Fetch, Fetched, Hop

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def answers(count):
    """As the web gives them, twenty to a host, their bodies not kept."""
    for n in range(count):
        url = f"https://www.host-{n // 20}.example.org/articles/2009/{n}/report-on-{n % 977}.html"
        yield Fetched(
            Fetch(url), NOW, 200,
            (("content-type", "text/html; charset=utf-8"), ("server", "nginx/1.24.0"), ("content-length", str(20000 + n % 5000)),
             ("etag", f'"{n:x}-5f0c"'), ("date", "Tue, 24 Nov 2026 12:00:00 GMT"), ("connection", "close")),
            (Hop(url, 200, None, "http", 0.0512, "93.184.216.34"),), b"",
            hashlib.sha256(str(n).encode()).hexdigest(), False, (), "TLSv1.3, certificate valid until Feb 20 12:00:00 2027 GMT",
        )  # fmt: skip


def written_by_cite(folder, given):
    started, cpu = time.perf_counter(), time.process_time()
    with Store.open(folder) as store:
        for answer in given:
            store.answers.put(answer)
    return time.perf_counter() - started, time.process_time() - cpu


def written_by_peer(folder, given):
    import sqlite_utils

    database = sqlite_utils.Database(folder / "peer.db", strict=False)
    database.conn.execute("PRAGMA journal_mode = WAL")
    rows = [
        {"url": a.ask.url, "at": a.at.isoformat(), "status": a.status, "headers": str(a.headers), "hops": str(a.hops), "digest": a.digest}
        for a in given
    ]  # fmt: skip
    started = time.perf_counter()
    for at in range(0, len(rows), 500):
        database["answer"].upsert_all(rows[at : at + 500], pk="url")
    return time.perf_counter() - started


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = list(answers(count)) if count <= 200_000 else answers(count)
        wall, cpu = written_by_cite(folder, given)
        print(f"{count:,} answers: {count / wall:,.0f}/s by wall, {count / cpu:,.0f}/s by CPU")
        verdict(
            "bytes for each address", (folder / FILE).stat().st_size / count, "<= 300 at a million"
        )
        few = list(answers(min(count, 20_000)))
        theirs = written_by_peer(folder, few)
        print(
            f"sqlite-utils upsert_all: {len(few) / theirs:,.0f}/s, {(folder / 'peer.db').stat().st_size / len(few):.0f} bytes"
        )
        verdict("answers a second, by CPU", count / cpu, ">= 20,000")
        asks = [answer.ask for answer in few[:5000]]
        with Store.open(folder) as store:
            started = time.process_time()
            assert len(store.answers.recall(asks)) == len(asks)
            verdict(
                f"seconds of CPU to read {len(asks):,}",
                time.process_time() - started,
                "a part of 1.5",
            )


if __name__ == "__main__":
    main()
