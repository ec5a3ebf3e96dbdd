"""Files written whole or not at all, and one that keeps others out."""

import fcntl
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cite.model.errors import OutputError


def write_bytes(path: Path, content: bytes) -> None:
    """A file of these bytes. Raises OutputError."""
    write_parts(path, [content])


def write_parts(path: Path, content: Iterable[bytes]) -> None:
    """The same of a long one, part by part. Raises OutputError."""
    with written_aside(path) as aside, aside.open("wb") as file:
        file.writelines(content)


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """A file beside `path` to write into, renamed to it at the end and removed where that is not reached.

    A reader sees the old file or the new one, never half of one. Raises OutputError.
    """
    check_writable(path)
    aside = None
    try:
        path = path.resolve()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        aside = Path(name)
        yield aside
        aside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        aside.replace(path)
        aside = None
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}") from error
    finally:
        if aside:
            aside.unlink(missing_ok=True)


def check_writable(path: Path) -> None:
    """Raises OutputError for a file whose folder is not there, or that its owner made read-only."""
    if path.is_dir():
        raise OutputError(f"cannot write {path}: it is a folder")
    if not path.parent.is_dir():
        raise OutputError(f"cannot write {path}: there is no folder {path.parent}; make it first")
    if path.exists() and not path.stat().st_mode & 0o222:
        raise OutputError(
            f"cannot write {path}: it is read-only; make it writable, or give another name"
        )


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Whether no other process is within a block of this file; it is let go when the process ends, however it does.

    Where the file cannot be made, nobody can tell, and everybody is alone.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w")
    except OSError:
        yield True
        return
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
