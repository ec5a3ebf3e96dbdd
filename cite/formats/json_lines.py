"""JSON Lines: an object a line, bytes within it in Base64. What comes in is bounded."""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NoReturn

from cite.model.errors import InputError

MOST_LINE = 256 * 1024 * 1024
"""Bytes of one line."""


def write_line(record: Mapping[str, Any]) -> str:
    """A record as its line, in ASCII: nothing in it can move a cursor."""
    return json.dumps(record, default=_as_base64, separators=(",", ":")) + "\n"


def read_lines(file: BinaryIO, name: str, binary: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """Each record with the file and the line where it stands; the fields named `binary` are bytes again.

    Raises InputError for what is no such line.
    """
    number = 0
    while line := file.readline(MOST_LINE + 1):
        number += 1
        where = f"{name}: line {number}"
        if len(line) > MOST_LINE:
            raise InputError(f"{where}: is longer than {MOST_LINE:,} bytes; nothing was imported")
        if not line.isspace():
            yield where, _record(line, where, binary)


def _record(line: bytes, where: str, binary: frozenset[str]) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_constant=_refuse)
        if not isinstance(record, dict):
            raise ValueError("no object")
        for field in binary & record.keys():
            record[field] = base64.b64decode(record[field], validate=True)
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise InputError(f"{where}: is no JSON object; nothing was imported") from error
    return record


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")


def _as_base64(value: object) -> str:
    assert isinstance(value, bytes)
    return base64.b64encode(value).decode("ascii")
