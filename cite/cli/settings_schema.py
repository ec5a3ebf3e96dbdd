"""What may stand in cite.toml, as a JSON schema that editors read: made from the flags themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from cite.archives.known import KNOWN_ARCHIVES
from cite.cli.flags import CONNECT_TO, DURATION, NAMES
from cite.cli.settings import ADDRESSES, ARCHIVE_KEYS, SERVICE_KEYS, flags_by_name
from cite.pipeline import ARCHIVE_KINDS
from cite.services.known import INDEXES

Schema = dict[str, Any]

ADDRESS: Schema = {"type": "string", "pattern": r"^https?://[^/\s]"}
_TEXT: Schema = {"type": "string"}


def settings_schema() -> Schema:
    """The schema of cite.toml, in the draft that TOML editors know (JSON Schema draft 7)."""
    flags = {name: _flag(flag) for name, flag in flags_by_name().items() if not flag.hidden}
    hidden = {name: {"type": "boolean"} for name, flag in flags_by_name().items() if flag.hidden}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "cite.toml",
        "description": "Settings of cite, where it is run; flags of the command line go over them.",
        "type": "object",
        "additionalProperties": False,
        "properties": {**flags, **hidden, "archives": _archives(), "services": _services()},
    }


def _flag(flag: click.Option) -> Schema:
    """What a setting may be: what its flag takes, and what its help says of it."""
    one = _value(flag)
    if flag.multiple or flag.type is NAMES:
        one = {"oneOf": [one, {"type": "array", "items": one}]}
    return {**one, "description": (flag.help or "").replace(" ({suffixes})", "")}


def _value(flag: click.Option) -> Schema:
    """One value of a flag, by the type that click holds it against."""
    kind = flag.type
    if flag.is_flag:
        return {"type": "boolean"}
    if isinstance(kind, click.Choice):
        return {"enum": list(kind.choices)}
    if isinstance(kind, click.IntRange):
        return {"type": "integer", "minimum": kind.min, "maximum": kind.max}
    if isinstance(kind, click.FloatRange):
        return {"type": "number", "minimum": kind.min, "maximum": kind.max}
    if kind is DURATION:
        return {
            "oneOf": [
                {"type": "string", "pattern": r"^\s*\d{1,9}(\.\d+)?\s*[smhdw]?\s*$"},
                {"type": "number", "minimum": 0},
            ]
        }
    if kind is CONNECT_TO:
        return {"type": "string", "pattern": r":.*:.*:"}
    return _TEXT


def _archives() -> Schema:
    """The `[archives]` table: names to narrow it by, and a section for each archive."""
    names = {"type": "array", "items": _TEXT}
    shipped = ", ".join(one.name for one in KNOWN_ARCHIVES)
    section = _section(ARCHIVE_KEYS)
    section["properties"]["kind"] = {"enum": list(ARCHIVE_KINDS)}
    return {
        "type": "object",
        "description": f"Archives to ask for copies. Those that ship with cite: {shipped}.",
        "properties": {
            "only": {**names, "description": "Ask these and no others."},
            "without": {**names, "description": "Leave these out."},
        },
        "additionalProperties": section,
    }


def _services() -> Schema:
    """The `[services]` table: what differs from the indexes that ship with cite."""
    return {
        "type": "object",
        "description": "Indexes of works that --works asks.",
        "properties": {name: _section(SERVICE_KEYS) for name in INDEXES},
        "additionalProperties": False,
    }


def _section(keys: Mapping[str, type]) -> Schema:
    return {
        "type": "object",
        "properties": {key: _setting(key, kind) for key, kind in keys.items()},
        "additionalProperties": False,
    }


def _setting(key: str, kind: type) -> Schema:
    """One key of a section: an address, a pace above nought, a word or a yes."""
    if key in ADDRESSES:
        return ADDRESS
    if kind is float:
        return {"type": "number", "exclusiveMinimum": 0}
    return {"type": "boolean"} if kind is bool else _TEXT
