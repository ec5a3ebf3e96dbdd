"""The bytes of what a run is given to read."""

import sys
from pathlib import Path

from cite.model.errors import InputError
from cite.model.inputs import Input

MAX_INPUT = 64 * 1024 * 1024


Source = str | Path | Input
"""An input still to be opened, or one whose bytes are at hand."""


def opened(source: Source) -> Input:
    """An input with its bytes; `-` is standard input. Raises InputError in one line."""
    return source if isinstance(source, Input) else Input(str(source), _content_of(source))


def _content_of(path: str | Path) -> bytes:
    content = sys.stdin.buffer.read(MAX_INPUT + 1) if str(path) == "-" else _read_file(Path(path))
    if len(content) > MAX_INPUT:
        raise InputError(f"{path}: larger than {MAX_INPUT >> 20} MB")
    return content


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{path}: is a directory")
        with path.open("rb") as file:
            return file.read(MAX_INPUT + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', error)}") from None
