"""Corrected readings of notes, as a file beside the article: TOML whose fields are written as in a .bib file."""

import tomllib
from collections.abc import Mapping
from typing import Any

from cite.formats.bibtex.reading import field_name, read_fields
from cite.formats.bibtex.writing import field_text
from cite.formats.decisions_toml import known_keys
from cite.model.corrections import Correction, Corrections
from cite.model.entries import FieldValue
from cite.model.errors import InputError

_HEAD = """\
# Notes that a person read otherwise than cite does. `note` is a digest of the note's words, so that it is found
# wherever it stands; `which` counts the note's works. Fields are written as in a .bib file; "" takes one out.

"""
_KEYS = ("note", "label", "which", "again", "type", "fields")


def read_corrections(content: bytes, path: str = "") -> Corrections:
    """The corrections in a file. Raises InputError, with the place and a suggestion, for what it does not know."""
    try:
        given = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{path}: {error}") from error
    known_keys(given, ("article", "work"), path)
    article, works = given.get("article", {}), given.get("work", [])
    if not isinstance(article, dict) or not isinstance(works, list):
        raise InputError(f"{path}: it holds a table [article] and tables [[work]]")
    known_keys(article, ("name",), path)
    every = tuple(_correction(one, at, path) for at, one in enumerate(works, 1))
    return Corrections(every, str(article.get("name", "")), path)


def _correction(given: Any, at: int, path: str) -> Correction:
    where = f"{path}: work {at}"
    if not isinstance(given, dict) or not given.get("note"):
        raise InputError(f"{where}: it has no note")
    known_keys(given, _KEYS, where)
    fields = given.get("fields", {})
    if not isinstance(fields, dict):
        raise InputError(f"{where}: fields is a table of names and values")
    again = given.get("again")
    return Correction(
        str(given["note"]),
        _number(given.get("which", 1), where),
        None if again is None else _number(again, where),
        str(given.get("label", "")),
        str(given.get("type", "")).lower(),
        fields_of({name: str(value) for name, value in fields.items()}),
    )


def _number(value: Any, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 9999:
        raise InputError(f"{where}: {value!r} is no number that counts from 1")
    return value


def fields_of(texts: Mapping[str, str]) -> dict[str, FieldValue]:
    """Fields as entries hold them; an empty text stays, as the word to take that field out."""
    given = {field_name(name.lower()): text for name, text in texts.items()}
    return {
        **{name: "" for name, text in given.items() if not text.strip()},
        **read_fields({name: text for name, text in given.items() if text.strip()}),
    }


def write_corrections(corrections: Corrections) -> str:
    """The file, its works in their order."""
    import tomli_w

    article = {"article": {"name": corrections.article}} if corrections.article else {}
    return _HEAD + tomli_w.dumps({**article, "work": [_table(one) for one in corrections.every]})


def _table(correction: Correction) -> dict[str, Any]:
    values: dict[str, Any] = {
        "note": correction.note,
        "label": correction.label,
        "which": correction.work,
        "again": correction.again,
        "type": correction.entry_type,
        "fields": {name: field_text(name, value) for name, value in correction.fields.items()},
    }
    return {key: value for key, value in values.items() if value not in ("", None, {})}
