"""Flags over `cite.toml` over defaults, all in one frozen `Options`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cite.cli.flags import (
    FINDING_FLAGS,
    JUDGING_FLAGS,
    NAMES,
    NETWORK_FLAGS,
    OBSERVING_FLAGS,
    READING_FLAGS,
    REPORTING_FLAGS,
    SETTINGS_ONLY,
    STORE_FLAGS,
    WRITING_FLAGS,
)
from cite.model.errors import SettingsError
from cite.model.options import ArchiveSettings, Options, ServiceSettings
from cite.pipeline import ARCHIVE_KINDS
from cite.steps.failing import CLASSES, LEVELS

SETTINGS_FILE = "cite.toml"


def options_from(given: Mapping[str, Any], directory: Path | None = None) -> Options:
    """The run's options: what was given on the command line, else cite.toml, else the defaults.

    Raises SettingsError for a cite.toml that cannot be read, and for what is not known in either.
    """
    told = {name: value for name, value in given.items() if value not in (None, ())}
    options = replace(from_file((directory or Path()) / SETTINGS_FILE), **_as_options(told))
    codes = [one for one in options.fail_on if one not in LEVELS and one not in CLASSES]
    _look_up_codes((*options.select, *options.ignore, *codes))
    return options


def _look_up_codes(codes: Sequence[str]) -> None:
    """Raises SettingsError for a code that no finding has: misspelt, it would hide all of them or none."""
    if not codes:
        return
    from cite.cli.rules import rules

    known = rules()
    for code in codes:
        if code not in known:
            raise SettingsError(f"no rule has the code {code!r}; 'cite explain' lists them")


def _as_options(told: dict[str, Any]) -> dict[str, Any]:
    """What flags say, in the names of Options."""
    if (no_archives := told.pop("no_archives", None)) is not None:
        told["archives_enabled"] = not no_archives
    if "ca" in told and not told["ca"].is_file():
        raise SettingsError(f"no such file of certificates: {told['ca']}")
    return told


def from_file(path: Path) -> Options:
    """Options as cite.toml sets them, each as its flag would; the defaults where there is no file."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Options()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: {error}") from error
    archives = _archives(path, table.pop("archives", {}))
    services = _services(path, table.pop("services", {}))
    known = flags_by_name()
    told: dict[str, Any] = {}
    for key, value in table.items():
        flag = known.get(key.replace("_", "-"))
        if flag is None:
            near = _did_you_mean(key, (*known, "archives", "services"))
            raise SettingsError(f"{path}: unknown setting {key!r}{near}")
        told[flag.name or ""] = _converted(flag, value, f"{path}: {key}")
    return replace(Options(), archives=archives, services=services, **_as_options(told))


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    """What was meant by a word that is misspelt, as the end of a message; nothing where no word is near."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    asked = word.lower().replace("_", "-")
    close = extractOne(asked, list(known), scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""


def flags_by_name() -> dict[str, click.Option]:
    """Every flag by the name it has in cite.toml: `--per-host` is `per-host`."""
    every = click.Command("cite", params=[])
    groups = (
        REPORTING_FLAGS,
        READING_FLAGS,
        STORE_FLAGS,
        NETWORK_FLAGS,
        OBSERVING_FLAGS,
        JUDGING_FLAGS,
        FINDING_FLAGS,
        WRITING_FLAGS,
        SETTINGS_ONLY,
    )
    for flag in (flag for group in groups for flag in group):
        flag(every)
    return {
        name.removeprefix("--"): option
        for option in every.params
        if isinstance(option, click.Option)
        for name in option.opts
    }


def _converted(flag: click.Option, value: Any, where: str) -> Any:
    """A value as the flag would have read it, a list item by item. Raises SettingsError."""
    wants_list = flag.multiple or flag.type is NAMES
    if wants_list and isinstance(value, str):
        value = [value]
    fits = isinstance(value, list) is wants_list and isinstance(value, bool) is flag.is_flag
    if not fits or isinstance(value, dict):
        raise SettingsError(f"{where} cannot be {value!r}")
    try:
        if not wants_list:
            return flag.type.convert(value if flag.is_flag else str(value), flag, None)
        items = [str(item) for item in value]
        if flag.type is NAMES:
            return tuple(items)
        return tuple(flag.type.convert(item, flag, None) for item in items)
    except click.BadParameter as error:
        raise SettingsError(f"{where}: {error.message}") from error


def _archives(path: Path, table: Any) -> tuple[ArchiveSettings, ...] | None:
    """The archives to ask: those that ship with cite and those named here, narrowed by `only` or `without`."""
    if not table:
        return None
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: archives must be a table")
    from cite.archives.known import KNOWN_ARCHIVES

    only, without = _names(path, table, "only"), _names(path, table, "without")
    every = {archive.name: archive for archive in KNOWN_ARCHIVES}
    own = {name: _archive(path, name, section, every.get(name)) for name, section in table.items()}
    every = own | {name: archive for name, archive in every.items() if name not in own}
    for name in (*(only or ()), *(without or ())):
        if name not in every:
            near = _did_you_mean(name, every) or f" among {', '.join(every)}"
            raise SettingsError(f"{path}: there is no archive {name!r}{near}")
    names = every if only is None else only
    return tuple(every[name] for name in names if name not in (without or ()))


def _names(path: Path, table: dict[str, Any], key: str) -> list[str] | None:
    names = table.pop(key, None)
    if names is not None and not (
        isinstance(names, list) and all(isinstance(n, str) for n in names)
    ):
        raise SettingsError(f"{path}: archives.{key} must be a list of names")
    return names


ARCHIVE_KEYS: Mapping[str, type] = {
    "kind": str, "base": str, "title": str, "timemap": str, "timegate": str, "save": str, "per-minute": float,
    "replay-per-minute": float, "folds-spellings": bool,
}  # fmt: skip
"""What an `[archives.NAME]` section may say, and as what."""
SERVICE_KEYS: Mapping[str, type] = {"base": str, "key": str, "per-minute": float}
"""The same of a `[services.NAME]` section."""
ADDRESSES = frozenset({"base", "timemap", "timegate", "save"})
"""Those of either that are addresses."""


def _archive(path: Path, name: str, section: Any, known: ArchiveSettings | None) -> ArchiveSettings:
    """One `[archives.NAME]` section; for an archive that ships with cite, what differs from it."""
    where = f"{path}: [archives.{name}]"
    told = _section(where, section, ARCHIVE_KEYS)
    if told.get("kind", "memento") not in ARCHIVE_KINDS:
        raise SettingsError(f"{where} kind is one of {', '.join(ARCHIVE_KINDS)}")
    if known is not None:
        return replace(known, **told)
    if "base" not in told:
        raise SettingsError(f"{where} needs a base address")
    return ArchiveSettings(name=name, **{"kind": "memento", **told})


def _services(path: Path, table: Any) -> tuple[ServiceSettings, ...]:
    """The `[services.NAME]` sections. Raises SettingsError for a service or setting that is not known."""
    from cite.services.known import INDEXES

    if not isinstance(table, dict):
        raise SettingsError(f"{path}: services must be a table")
    found = []
    for name, section in table.items():
        where = f"{path}: [services.{name}]"
        if name not in INDEXES:
            near = _did_you_mean(name, INDEXES) or f" among {', '.join(INDEXES)}"
            raise SettingsError(f"{where}: there is no service {name!r}{near}")
        found.append(ServiceSettings(name, **_section(where, section, SERVICE_KEYS)))
    return tuple(found)


def _section(where: str, section: Any, keys: Mapping[str, type]) -> dict[str, Any]:
    """What a section says, in the names of its settings. Raises SettingsError for what it may not say."""
    if not isinstance(section, dict):
        raise SettingsError(f"{where} must be a table")
    told = {key.replace("_", "-"): value for key, value in section.items()}
    for key, value in told.items():
        wanted = keys.get(key)
        if wanted is None:
            raise SettingsError(f"{where} has an unknown setting {key!r}{_did_you_mean(key, keys)}")
        good = isinstance(value, wanted) or (wanted is float and type(value) is int)
        if not good or (wanted is float and not value > 0):
            raise SettingsError(f"{where} {key} cannot be {value!r}")
        if key in ADDRESSES and not re.match(r"https?://[^/\s]", value):
            raise SettingsError(f"{where} {key} is no address: {value!r}")
    return {key.replace("-", "_"): value for key, value in told.items()}
