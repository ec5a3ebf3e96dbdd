"""A WARC file packed as WACZ, with its list of pages; and a WACZ from wherever, verified without unpacking it.

The only module that knows py-wacz.
"""

import contextlib
import hashlib
import io
import json
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import IO, Any

from cite.effects.keep.warc import faults as warc_faults
from cite.model.errors import OutputError, UsageError
from cite.model.keeping import Captured, Change

MOST_ENTRIES = 10_000
MOST_UNPACKED = 8 * 1024**3
MOST_JSON = 16 * 1024 * 1024
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError)
LARGEST_RATIO = 1_000
"""Unpacked to packed: deflate reaches it with nothing but zeros."""
INSTALL = "keeping copies needs more libraries: in the checkout, pip install '.[archive]'"


def installed() -> None:
    """Raises UsageError, in one line, where what packs is not there: better before an hour of captures."""
    if missing := [name for name in ("wacz", "rocrate", "prov") if find_spec(name) is None]:
        raise UsageError(f"{INSTALL} ({', '.join(missing)} not there)")


def pack(warc: Path, captures: Iterable[Captured], title: str, target: Path) -> None:
    """A WACZ of one WARC. Raises OutputError."""
    from wacz.main import main as wacz

    pages = target.with_suffix(".pages.jsonl")
    pages.write_text("".join(_page_lines(captures, title)), "utf-8")
    said = io.StringIO()
    arguments = [
        "create",
        "-o",
        str(target),
        "-p",
        str(pages),
        "--copy-pages",
        "--title",
        title,
        str(warc),
    ]
    try:
        with contextlib.redirect_stdout(said):
            code = wacz(arguments)
    finally:
        pages.unlink(missing_ok=True)
    if code:
        raise OutputError(f"the captures could not be packed: {said.getvalue().strip()[-300:]}")


def _page_lines(captures: Iterable[Captured], title: str) -> Iterator[str]:
    """json-pages-1.0: the newest good capture of each address."""
    yield json.dumps({"format": "json-pages-1.0", "id": "pages", "title": title}) + "\n"
    for entry in captures:
        if entry.kept and entry.records:
            # The last answer of its first address: earlier ones may be attempts that failed.
            url = entry.records[0].url
            first = next(one for one in reversed(entry.records) if one.url == url)
            identity = hashlib.sha256(f"{first.at} {entry.url}".encode()).hexdigest()[:20]
            page = {
                "id": identity,
                "url": first.url,
                "ts": first.at,
                "title": entry.title or entry.url,
            }
            yield json.dumps(page, ensure_ascii=False) + "\n"


def warc_in(path: Path, name: str) -> IO[bytes]:
    """The WARC file of one of our own packages. Raises OutputError."""
    try:
        return zipfile.ZipFile(path).open(f"archive/{name}")
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise OutputError(f"{path} holds no archive/{name}; move it away to begin again") from error


def changes(path: Path) -> Iterator[Change]:
    """What of a WACZ is not as its own digests say, and what no WACZ may hold. Nothing is unpacked to disk."""
    try:
        with zipfile.ZipFile(path) as archive:
            refused = list(_refused(archive))
            yield from refused
            if not refused:
                yield from _against_digests(archive)
    except (*DAMAGED, NotImplementedError, RuntimeError, ValueError) as error:
        yield Change("", "refused", f"it cannot be read as a WACZ: {type(error).__name__}")


def _refused(archive: zipfile.ZipFile) -> Iterator[Change]:
    """Entries that lead out of the package, stand for something else, or are too much."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        yield Change("", "refused", f"it has {len(entries)} entries")
        return
    total = 0
    names: set[str] = set()
    for entry in entries:
        total += entry.file_size
        shown = entry.orig_filename
        if leads_out(shown) or leads_out(entry.filename):
            yield Change(shown, "refused", "its path leads out of the package")
        elif stat.S_ISLNK(entry.external_attr >> 16):
            yield Change(shown, "refused", "it is a symbolic link")
        elif entry.filename in names:
            yield Change(shown, "refused", "its path stands there twice")
        elif entry.file_size > LARGEST_RATIO * max(entry.compress_size, 100):
            yield Change(shown, "refused", "it unpacks to a thousand times its size and more")
        names.add(entry.filename)
    if total > MOST_UNPACKED:
        yield Change("", "refused", f"it unpacks to more than {MOST_UNPACKED >> 30} GB")


def leads_out(name: str) -> bool:
    """Whether a path in a package is none that stays inside it."""
    parts = PurePosixPath(name).parts
    return (
        not name
        or name.startswith("/")
        or "\\" in name
        or ":" in name
        or ".." in parts
        or not name.isprintable()
    )


def _against_digests(archive: zipfile.ZipFile) -> Iterator[Change]:
    names = {entry.filename for entry in archive.infolist() if not entry.is_dir()}
    package = _json(archive, "datapackage.json")
    digest = _json(archive, "datapackage-digest.json")
    if package is None or not isinstance(package.get("resources"), list):
        yield Change("datapackage.json", "missing", "without it nothing says what the package held")
        return
    if digest is None:
        yield Change("datapackage-digest.json", "missing", "nothing vouches for datapackage.json")
    elif not _fits(archive, "datapackage.json", digest.get("hash")):
        yield Change("datapackage.json", "changed", "its digest is another")
    listed = {"datapackage.json", "datapackage-digest.json"}
    for resource in package["resources"]:
        name = str(resource.get("path")) if isinstance(resource, dict) else ""
        listed.add(name)
        if name not in names:
            yield Change(name, "missing", "it is listed and not there")
        elif not _fits(archive, name, resource.get("hash")):
            yield Change(name, "changed", "its digest is another")
    for name in sorted(names - listed):
        yield Change(name, "added", "it is there and not listed")
    for name in sorted(names):
        if name.startswith("archive/") and not name.endswith("/"):
            yield from (Change(name, "refused", fault) for fault in _faults_of(archive, name))


def _faults_of(archive: zipfile.ZipFile, name: str) -> list[str]:
    if not name.endswith(".warc.gz"):
        return ["it is no WARC packed record by record"]
    try:
        with archive.open(name) as file:
            return list(warc_faults(file))
    except DAMAGED:
        return ["it is damaged"]


def _json(archive: zipfile.ZipFile, name: str) -> dict[str, Any] | None:
    try:
        with archive.open(name) as file:
            value = json.loads(file.read(MOST_JSON))
    except (*DAMAGED, KeyError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _fits(archive: zipfile.ZipFile, name: str, told: object) -> bool:
    """Whether an entry has the digest told of it, `sha256:…`; a damaged one has none."""
    algorithm, _, wanted = str(told).partition(":")
    if algorithm not in ("sha256", "md5"):
        return False
    digest = hashlib.new(algorithm)
    try:
        with archive.open(name) as file:
            while part := file.read(1 << 20):
                digest.update(part)
    except DAMAGED:
        return False
    return digest.hexdigest() == wanted
