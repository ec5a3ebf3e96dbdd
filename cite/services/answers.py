"""What indexes of works share: the words for an answer, its failures, their pace, their JSON."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from cite.model.entries import Name, PartialDate, possible_date
from cite.model.evidence import NO_ANSWER, Fault, Fetched, Pool, Unreachable
from cite.model.indexes import FindWork, LookupOutcome, Records
from cite.model.works import Work

Answers = Sequence[Fetched | Unreachable]
BODY = 4_000_000
"""Bytes read of one answer: twenty records with all their references."""
_REFUSALS = frozenset({401, 403, 429, 451})
_SHARE = 0.8
"""Of what a service says it allows: so no interval holds more than its limit, wherever it begins."""
_SHARE_AT_FIRST = 0.75
"""Of what it allowed when this was written, until it says so itself; another share, so that the two are told apart."""


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """One index as a run asks it."""

    name: str
    base: str
    title: str
    contact: str = ""
    """Mail address given to services that serve those who give one in a pool of their own."""
    key: str = ""
    per_minute: float | None = None
    """Requests a minute; None for what the service allows, or none at all on loopback."""


def pool_of(settings: IndexSettings, per_minute: float, at_once: int) -> Pool:
    """The pace of cite.toml, else the service's; none for a server on this very machine until it says one."""
    host = (urlsplit(settings.base).hostname or "").lower()
    own = host == "localhost" or host.startswith("127.") or host == "::1"
    pace = settings.per_minute or (None if own else per_minute * _SHARE_AT_FIRST)
    return Pool(urlsplit(settings.base).netloc, pace, 1, at_once)


def told_by_headers(first: Pool, now: Pool, answer: Fetched) -> Pool:
    """The pool by `x-rate-limit-limit` and `-interval`, the slowest that any answer of the run told."""
    limit = answer.header("x-rate-limit-limit") or answer.header("x-ratelimit-limit")
    seconds = re.fullmatch(r"(\d{1,6})\s*s?", answer.header("x-rate-limit-interval") or "1s")
    if not re.fullmatch(r"\d{1,7}", limit) or not seconds or not int(limit):
        return now
    per_minute = _SHARE * 60 * int(limit) / max(1, int(seconds[1]))
    if now != first and now.per_minute is not None:
        per_minute = min(per_minute, now.per_minute)
    return replace(now, per_minute=per_minute, burst=1)


def said(answers: Answers) -> tuple[str, ...]:
    """What was asked and what came back, a line each; keys and mail addresses left out."""
    return tuple(f"{_bare(answer.ask.url)} → {_came(answer)}" for answer in answers)


def _bare(url: str) -> str:
    return re.sub(r"([?&])(?:mailto|api_key|email)=[^&]*&?", r"\1", url).rstrip("?&")


def _came(answer: Fetched | Unreachable) -> str:
    if isinstance(answer, Fetched):
        return str(answer.status)
    return "not asked" if answer.fault in NO_ANSWER else f"{answer.fault}: {answer.detail}"


def failed(ask: FindWork, answers: Answers, at: datetime, words: str = "") -> Records:
    """An index's own failure: refused or failed, never none."""
    if not answers:
        return Records(ask, at, LookupOutcome.FAILED, (), "it was not asked")
    last = answers[-1]
    via = said(answers)
    if isinstance(last, Unreachable):
        outcome = LookupOutcome.REFUSED if last.fault is Fault.LEFT_ALONE else LookupOutcome.FAILED
        what = "it was not asked" if last.fault in NO_ANSWER else "it did not answer"
        return Records(ask, at, outcome, (), words or f"{what}: {last.detail}", via=via)
    outcome = LookupOutcome.REFUSED if last.status in _REFUSALS else LookupOutcome.FAILED
    detail = words or f"it answered {last.status}, which says nothing of works"
    return Records(ask, at, outcome, (), detail, via=via)


def found(ask: FindWork, answers: Answers, at: datetime, works: Iterable[Work]) -> Records:
    """Its records; none where it has none."""
    kept = tuple(works)
    outcome = LookupOutcome.FOUND if kept else LookupOutcome.NONE
    return Records(ask, at, outcome, kept, via=said(answers))


def json_of(answer: Fetched | Unreachable) -> Any:
    """The JSON of a good answer; None for what is none, as where a page of an error stands in."""
    if not isinstance(answer, Fetched) or answer.status != 200 or answer.truncated:
        return None
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        return None


# Values of strangers: whatever stands where a value should, a value of the right kind comes out ---------------


def text(value: Any) -> str:
    """A string, the first of a list, a number as a string; else nothing."""
    if isinstance(value, list):
        return text(value[0]) if value else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())[:2000]


def texts(value: Any) -> tuple[str, ...]:
    """All strings of a list, or the one there is."""
    items = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(one for item in items[:100] if (one := text(item))))


def mapping(value: Any) -> Mapping[str, Any]:
    """A mapping, if empty."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Mapping[str, Any]]:
    """The mappings in a list."""
    return [one for one in value[:500] if isinstance(one, dict)] if isinstance(value, list) else []


def date_of(value: Any) -> PartialDate | None:
    """The date in `{"date-parts": [[2010, 2, 6]]}`."""
    parts = mapping(value).get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or not all(isinstance(part, int) for part in first[:3]):
        return None
    return possible_date(*first[:3]) if first else None


def year_in(value: Any) -> int | None:
    """The first year in a string or number."""
    found_year = re.search(r"\b(1[4-9]\d\d|20\d\d)\b", text(value))
    return int(found_year[1]) if found_year else None


def name_in_order(full: str) -> Name:
    """A name as `Jane van Doe` or `Doe, Jane`: its last word, or what stands before the comma, is the family's."""
    if "," in full:
        family, _, given = full.partition(",")
        return Name(family.strip(), given.strip())
    given, _, family = full.strip().rpartition(" ")
    return Name(family, given) if given else Name(literal=full.strip())
