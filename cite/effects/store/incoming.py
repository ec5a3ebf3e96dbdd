"""Records from elsewhere, hostile until read: what they must be to become rows."""

import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from cite.effects.asks.compact import dumps
from cite.effects.asks.fetching import KEPT_BODY
from cite.effects.asks.kind import Kept
from cite.effects.asks.known import KINDS, ask_id
from cite.effects.store.inserting import Incoming
from cite.model.conditions import Conditions
from cite.model.evidence import Fault, Fetch
from cite.model.verdicts import LinkState

Record = Mapping[str, Any]
SCHEMA = "cite/store/1"
MOST_URL = 65_536
"""Characters of an address or of what tells asks about it apart."""
MOST_BODY = 1 << 30
"""Bytes of a body once unpacked: as many as `body-limit` can ask for."""
MOST_STATUS = 999
_PIECE = 1 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=1)
"""How far another clock may be ahead of ours: an answer of the future would stand before all that come."""
_KINDS = {kind.name: kind for kind in KINDS}


def answer_in(record: Record) -> Incoming:
    """The answer that a record tells of. Raises ValueError, in words, for what no cite has written."""
    _, url, _ = parts = _parts(record)
    kind, at = _KINDS[parts[0]], _instant(_text(record, "at"))
    value, common = record.get("value"), record.get("common")
    digest = _digest(record["digest"]) if record.get("digest") is not None else None
    status = record.get("status")
    if not (status is None or (type(status) is int and 0 <= status <= MOST_STATUS)):
        raise ValueError("'status' is none of HTTP")
    kept = Kept(_json(value) or "", _json(common), status, record.get("fault"), digest)
    try:
        fault_known = kept.fault is None or Fault(kept.fault)
        answer = kind.recall(Fetch(url), at, kept) if fault_known else None
        kind.look(answer)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"no answer of the kind {kind.name} is written so") from error
    if not _is(answer, type(answer)):
        raise ValueError(f"an answer of the kind {kind.name} holds something of a wrong type")
    return Incoming(parts, at.timestamp(), kept, _condition(record))


class Ground(NamedTuple):
    """That something stands on an answer, which is told by its ask and its time."""

    what: str
    ask: bytes
    at: float


def ground_in(record: Record) -> Ground:
    """What a record tells that something stands on. Raises ValueError."""
    at = _instant(_text(record, "at")).timestamp()
    return Ground(_text(record, "what"), ask_id(_parts(record)), at)


class Said(NamedTuple):
    """What a person said of an address, as a row."""

    url: str
    state: str
    why: str
    who: str
    made: str
    until: str


def said_in(record: Record) -> Said:
    """What a record tells that a person said. Raises ValueError."""
    said = Said(*(_text(record, name, name not in ("url", "state")) for name in Said._fields))
    if said.state not in set(LinkState) - {LinkState.NOT_JUDGED}:
        raise ValueError(f"there is no state {said.state!r:.40}")
    for day in filter(None, (said.made, said.until)):
        if not _DAY.fullmatch(day) or not date.fromisoformat(day):
            raise ValueError(f"no day is written {day!r:.40}")
    return said


class Body(NamedTuple):
    """What was received."""

    digest: bytes
    content: bytes
    """In zstd."""


def body_in(record: Record) -> Body:
    """The body that a record holds. Raises ValueError."""
    digest, content = _digest(record.get("digest")), record.get("content")
    if not isinstance(content, bytes):
        raise ValueError("a body needs its content")
    there = _unpacked_digest(content)
    if there is not None and there != digest:
        raise ValueError("the body is not the one that its digest names")
    return Body(bytes.fromhex(digest), content)


def _unpacked_digest(content: bytes) -> str | None:
    """The digest of a body read piece by piece; None for one of which only the beginning may be kept."""
    import zstandard

    digest, size = hashlib.sha256(), 0
    try:
        with zstandard.ZstdDecompressor().stream_reader(content) as reader:
            while piece := reader.read(_PIECE):
                digest.update(piece)
                size += len(piece)
                if size > MOST_BODY:
                    raise ValueError(f"the body is longer than {MOST_BODY:,} bytes")
    except zstandard.ZstdError as error:
        raise ValueError("the body cannot be unpacked") from error
    if zstandard.frame_content_size(content) != size:
        raise ValueError("the body is not packed as cite packs it")
    return digest.hexdigest() if size < KEPT_BODY else None


def _parts(record: Record) -> tuple[str, str, str]:
    """Of an ask."""
    kind = _text(record, "kind")
    if kind not in _KINDS:
        raise ValueError(f"there is no kind of question {kind!r:.40}")
    return kind, _text(record, "url"), _text(record, "detail", may_be_empty=True)


def _text(record: Record, name: str, may_be_empty: bool = False) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not (value or may_be_empty):
        raise ValueError(f"{name!r} is missing or no text")
    if len(value) > MOST_URL:
        raise ValueError(f"{name!r} is longer than {MOST_URL:,} characters")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise ValueError(f"{name!r} is no Unicode text")
    return value


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"no time is written {text!r:.40}") from error
    if at.tzinfo is None or not _EARLIEST <= at <= datetime.now(UTC) + _AHEAD:
        raise ValueError(f"{text} has no offset from UTC, is before the web, or is still to come")
    return at.astimezone(UTC)


def _digest(value: object) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError("'digest' is no SHA-256 in lower-case hexadecimal")
    return value


def _json(value: object) -> str | None:
    """As it is kept. Raises ValueError for text that is no Unicode."""
    if value is None:
        return None
    text = dumps(value)
    text.encode("utf-8")
    return text


def _condition(record: Record) -> str | None:
    value = record.get("condition")
    if value is None:
        return None
    try:
        condition = Conditions(**{**value, "connect_to": tuple(value["connect_to"])})
    except (LookupError, TypeError) as error:
        raise ValueError("'condition' is none that cite has written") from error
    if not _is(condition, Conditions):
        raise ValueError("'condition' holds something of a wrong type")
    return _json(asdict(condition))


def _is(value: Any, hint: Any) -> bool:
    """Whether a value is of the type that is declared, in all its parts."""
    origin, within = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return any(_is(value, one) for one in within)
    if origin is tuple:
        if not isinstance(value, tuple):
            return False
        hints = within[:1] * len(value) if within[-1] is Ellipsis else within
        return len(value) == len(hints) and all(map(_is, value, hints))
    if is_dataclass(hint):
        return type(value) is hint and all(
            _is(getattr(value, name), one)
            for name, one in _hints(hint).items()  # type: ignore[arg-type]  # a class is hashable
        )
    if hint is float:
        return type(value) in (int, float) and math.isfinite(value)
    return type(value) is hint or (isinstance(value, hint) and not isinstance(value, bool))


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The declared types of a dataclass; an ask is made here and needs no look."""
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind) if one.name != "ask"}
