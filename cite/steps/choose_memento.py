"""Captures and a date: the best copy, and why each other one was passed over. Pure, with named rules."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from cite.model.evidence import Memento

NEAREST = "nearest usable capture to the middle of the date; of two as near, the earlier"
BEFORE_ELSE_AFTER = (
    "last usable capture before the end of the date; if there is none, the first after it"
)
RULES = {"nearest": NEAREST, "before-else-after": BEFORE_ELSE_AFTER}
MOST_REJECTED = 25


def ranked(
    mementos: Sequence[Memento], middle: datetime, end: datetime, rule: str
) -> list[Memento]:
    """Captures, best first under a rule, leaving aside whether they are usable."""
    unique = list({memento.uri_m: memento for memento in mementos}.values())
    if rule == "before-else-after":
        before = sorted(
            (m for m in unique if m.datetime < end), key=lambda m: m.datetime, reverse=True
        )
        after = sorted((m for m in unique if m.datetime >= end), key=lambda m: m.datetime)
        return before + after
    return sorted(unique, key=lambda m: (abs(m.datetime - middle), m.datetime))


def unusable_by_index(memento: Memento, wants_pdf: bool) -> str:
    """Why a capture cannot serve, by what the archive's index says of it; nothing where it may."""
    if memento.status is not None and memento.status != 200:
        if 300 <= memento.status < 400:
            return f"it is a redirect ({memento.status})"
        return f"it captured an error ({memento.status})"
    mime = (memento.mime or "").partition(";")[0].lower()
    if wants_pdf and mime in ("text/html", "application/xhtml+xml"):
        return "it is a web page where a PDF was cited"
    if memento.length is not None and memento.length == 0:
        return "it is empty"
    return ""


def choose(
    candidates: Sequence[Memento], faults: Mapping[str, str]
) -> tuple[Memento | None, tuple[tuple[Memento, str], ...]]:
    """The first candidate without a fault, and the others with their reason.

    `candidates` come best first; `faults` says by URI-M why a capture cannot serve.
    """
    chosen = next((memento for memento in candidates if not faults.get(memento.uri_m)), None)
    rejected = []
    for memento in candidates:
        if memento is chosen:
            continue
        reason = faults.get(memento.uri_m) or "another usable capture is better under the rule"
        rejected.append((memento, reason))
    return chosen, tuple(rejected[:MOST_REJECTED])


def distance_days(memento: Memento, start: datetime, end: datetime, middle: datetime) -> float:
    """Days from the date to the capture, negative when the capture is earlier; 0 within the date itself."""
    if start <= memento.datetime < end:
        return 0.0
    return round((memento.datetime - middle).total_seconds() / 86400, 2)
