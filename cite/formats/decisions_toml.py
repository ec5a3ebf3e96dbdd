"""Decisions of people, as a file beside the article: TOML that a person reads and a pull request shows."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from cite.model.decisions import Action, Decision, Decisions
from cite.model.errors import InputError

_FIELDS = {
    "url": "url", "do": "action", "note": "note", "with": "by", "as": "state", "why": "why", "who": "who",
    "made": "made", "until": "until",
}  # fmt: skip
"""Keys of the file, each with the attribute it fills."""
_DATES = ("made", "until")


def read_decisions(content: bytes, path: str = "") -> Decisions:
    """The decisions in a file. Raises InputError, with the place and a suggestion, for what it does not know."""
    try:
        given = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{path}: {error}") from error
    known_keys(given, ("article", "link"), path)
    article = given.get("article", {})
    if not isinstance(article, dict) or not isinstance(given.get("link", []), list):
        raise InputError(f"{path}: it holds a table [article] and tables [[link]]")
    known_keys(article, ("name", "sha256"), path)
    every = tuple(_decision(one, at, path) for at, one in enumerate(given.get("link", []), 1))
    return Decisions(every, str(article.get("name", "")), str(article.get("sha256", "")), path)


def _decision(given: Any, at: int, path: str) -> Decision:
    where = f"{path}: link {at}"
    if not isinstance(given, dict) or not given.get("url"):
        raise InputError(f"{where}: it has no url")
    known_keys(given, _FIELDS, where)
    values: dict[str, Any] = {
        _FIELDS[key]: _date(value, where) if key in _DATES else str(value)
        for key, value in given.items()
    }
    try:
        values["action"] = Action(values.get("action", ""))
    except ValueError as error:
        known = ", ".join(action.value for action in Action)
        raise InputError(f"{where}: do is one of {known}, not {values.get('action')!r}") from error
    return Decision(**values)


def _date(value: Any, where: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise InputError(f"{where}: {value!r} is no date such as 2027-01-31") from error


def known_keys(
    given: Mapping[str, Any], known: "Mapping[str, str] | tuple[str, ...]", where: str
) -> None:
    """Raises InputError, with a suggestion, for a key that is none of those known."""
    for key in given:
        if key not in known:
            close = get_close_matches(key, list(known), 1)
            hint = f"; did you mean {close[0]}?" if close else f"; it knows {', '.join(known)}"
            raise InputError(f"{where}: there is no key {key!r}{hint}")


def write_decisions(decisions: Decisions) -> str:
    """The file, its links in their order."""
    import tomli_w

    article = {"name": decisions.article, "sha256": decisions.digest}
    told = {name: value for name, value in article.items() if value}
    tables = [("[article]", told)] if told else []
    tables += [("[[link]]", _table(one)) for one in decisions.every]
    return "\n".join([_HEAD, *(f"{name}\n{tomli_w.dumps(table)}" for name, table in tables)])


_HEAD = "# Decisions of people about the links of this article. `cite mend`, `cite check` and CI read them.\n"


def _table(decision: Decision) -> dict[str, Any]:
    values = {key: getattr(decision, attribute) for key, attribute in _FIELDS.items()}
    values["do"] = decision.action.value
    return {key: value for key, value in values.items() if value not in ("", None)}
