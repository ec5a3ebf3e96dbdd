"""The kinds of asks there are: a further one is listed here, and the store and the gathering know it."""

import hashlib
from datetime import datetime
from typing import Any

from cite.effects.asks.fetching import Fetching
from cite.effects.asks.finding_mementos import FindingMementos
from cite.effects.asks.finding_works import FindingWorks
from cite.effects.asks.kind import Kind
from cite.model.asks import Ask
from cite.model.evidence import Answer, Look
from cite.model.options import Options

KINDS: tuple[Kind[Any, Any], ...] = (Fetching(), FindingMementos(), FindingWorks())

BY_TYPE: dict[type[Ask], Kind[Any, Any]] = {kind.asks: kind for kind in KINDS}
"""Each by the class of its asks."""


def kind_of(ask: Ask) -> Kind[Any, Any]:
    """The kind of an ask. Raises KeyError for one that is not listed: a defect of ours."""
    return BY_TYPE[type(ask)]


def ask_parts(ask: Ask) -> tuple[str, str, str]:
    """Kind, address, and what else tells it from others."""
    kind = kind_of(ask)
    return kind.name, ask.url, kind.detail(ask)


def ask_id(parts: tuple[str, str, str]) -> bytes:
    """Sixteen bytes that name an ask by its parts, in every process and every run."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()[:16]


def fresh(answer: Answer, now: datetime, options: Options) -> bool:
    """Whether an answer may serve again."""
    return kind_of(answer.ask).fresh(answer, now, options)


def look(answer: Answer) -> Look:
    """An answer in brief."""
    return kind_of(answer.ask).look(answer)
