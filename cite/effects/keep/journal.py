"""A capture under way: a WARC file that grows, and beside it a journal that says how far it may be believed.

A line of the journal is written once the records it speaks of are on the disk. What a kill leaves behind
the last line is cut off, so that no address is captured twice and none is missing.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from cite.effects.keep.warc import WarcWriter
from cite.model.errors import OutputError
from cite.model.keeping import Captured, Exchange, Record

WARC = "captures.warc.gz"
JOURNAL = "captures.jsonl"
ROUND = "round.json"


class Journal:
    """A folder of work for one article; held by one run at a time."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.entries: list[Captured] = []
        self.round = 1
        self._warc: IO[bytes] | None = None
        self._lines: IO[bytes] | None = None
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_: object) -> None:
        for file in (self._warc, self._lines, self._lock):
            if file:
                file.close()

    def begun(self) -> bool:
        """Whether a run before this one left its work here."""
        return (self.folder / ROUND).exists()

    def begin(self, warc: IO[bytes] | None, entries: Iterable[Captured], again: bool) -> None:
        """A new round, upon what a package already holds. Nothing counts before the round is written."""
        self._hold()
        known = list(entries)
        with (self.folder / WARC).open("wb") as file:
            if warc:
                shutil.copyfileobj(warc, file)
            _to_disk(file)
        with (self.folder / JOURNAL).open("wb") as file:
            file.write(b"".join(line(entry) for entry in known))
            _to_disk(file)
        number = max((entry.round for entry in known), default=0) + 1
        _replace(self.folder / ROUND, json.dumps({"round": number, "again": again}).encode())
        self.resume()

    def resume(self) -> None:
        """Take up the work where the journal ends. Raises OutputError for a journal that makes no sense."""
        self._hold()
        told = json.loads((self.folder / ROUND).read_bytes())
        self.round, self.again = int(told["round"]), bool(told["again"])
        text = (self.folder / JOURNAL).read_bytes()
        whole = text[: text.rfind(b"\n") + 1]
        self.entries = read_lines(whole, str(self.folder / JOURNAL))
        self._lines = (self.folder / JOURNAL).open("r+b")
        self._lines.truncate(len(whole))
        self._lines.seek(0, os.SEEK_END)
        self._warc = (self.folder / WARC).open("r+b")
        end = self.entries[-1].end if self.entries else 0
        if (self.folder / WARC).stat().st_size < end:
            raise OutputError(
                f"{self.folder / WARC} is shorter than its journal says; move {self.folder} away"
            )
        self._warc.truncate(end)
        self._warc.seek(end)
        seen = {r.digest: r for entry in self.entries for r in entry.records if not r.revisit}
        self._writer = WarcWriter(self._warc, seen)
        if not end:
            self._writer.begin(WARC, self.name)

    def done(self) -> dict[str, Captured]:
        """Addresses that need not be asked in this round, each with its newest entry."""
        return {
            entry.url: entry
            for entry in self.entries
            if entry.round == self.round or (entry.kept and not self.again)
        }

    def add(self, entry: Captured, exchanges: Iterable[Exchange]) -> Captured:
        """An address and what went over the wire for it: records first, then the line that vouches for them."""
        assert self._warc and self._lines
        records: tuple[Record, ...] = tuple(self._writer.write(exchange) for exchange in exchanges)
        _to_disk(self._warc)
        entry = replace(entry, records=records, end=self._warc.tell(), round=self.round)
        self._lines.write(line(entry))
        _to_disk(self._lines)
        self.entries.append(entry)
        return entry

    def finish(self) -> None:
        """The package is whole: the work is done with. The round goes first, for without it nothing counts."""
        (self.folder / ROUND).unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _hold(self) -> None:
        if self._lock:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = (self.folder / "lock").open("wb")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OutputError(f"another run is keeping copies in {self.folder.parent}") from None


def line(entry: Captured) -> bytes:
    """An entry as one line of JSON."""
    value: dict[str, Any] = {
        "url": entry.url, "at": entry.at.isoformat(), "status": entry.status, "title": entry.title, "size": entry.size,
        "truncated": entry.truncated, "fault": entry.fault, "round": entry.round, "shows": entry.shows, "copy_of": entry.copy_of, "end": entry.end,
        "records": [[r.url, r.at, r.status, r.digest, r.revisit, r.id] for r in entry.records],
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def read_lines(text: bytes, path: str) -> list[Captured]:
    """The entries of a journal. Raises OutputError."""
    try:
        return [_entry(json.loads(one)) for one in text.splitlines() if one.strip()]
    except (ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{path} is no journal of captures ({type(error).__name__})") from error


def _entry(value: dict[str, Any]) -> Captured:
    return Captured(
        str(value["url"]), datetime.fromisoformat(value["at"]), int(value["end"]),
        tuple(Record(*record) for record in value["records"]), value["status"], str(value["title"]), int(value["size"]),
        bool(value["truncated"]), str(value["fault"]), int(value["round"]), bool(value["shows"]), str(value["copy_of"]),
    )  # fmt: skip


def _to_disk(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _replace(path: Path, content: bytes) -> None:
    aside = path.with_name(f"{path.name}.new")
    with aside.open("wb") as file:
        file.write(content)
        _to_disk(file)
    aside.replace(path)
