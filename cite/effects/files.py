"""Files written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from cite.model.errors import OutputError


def write_bytes(path: Path, content: bytes) -> None:
    """A file of these bytes. Raises OutputError."""
    write_parts(path, [content])


def write_parts(path: Path, content: Iterable[bytes]) -> None:
    """Write aside, then rename: a reader sees the old file or the new one, never half of one.

    Raises OutputError.
    """
    check_writable(path)
    aside = None
    try:
        path = path.resolve()
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.writelines(content)
        Path(aside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(aside).replace(path)
        aside = None
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}") from error
    finally:
        if aside:
            Path(aside).unlink(missing_ok=True)


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
