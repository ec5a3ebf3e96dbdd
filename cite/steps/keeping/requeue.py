"""What becomes of a sending when a keeper does not simply take it: later, never, or not in this run."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cite.formats.safe_text import safe
from cite.model.keeping import Fate, KeeperAnswer, Sending, Step

MOST_TRIES = 5
PENDING_AT_MOST = timedelta(minutes=15)
"""How long a keeper may work on one address before it counts as a try that came to nothing."""
SLOW_DOWN = timedelta(minutes=5)
LONGEST_HOLD = timedelta(hours=1)
MOST_WORDS = 500


def kept(sending: Sending, now: datetime, copy: str, detail: str = "") -> Step:
    """A copy exists."""
    return Step(
        replace(sending, fate=Fate.KEPT, since=now, copy=copy, detail=detail, not_before=None)
    )


def failed(sending: Sending, now: datetime, detail: str) -> Step:
    """For good: the same address would meet the same answer."""
    return Step(replace(sending, fate=Fate.FAILED, since=now, detail=detail, not_before=None))


def sent(sending: Sending, now: datetime, job: str, wait: timedelta, detail: str = "") -> Step:
    """Taken; to be asked after."""
    return Step(
        replace(sending, fate=Fate.SENT, since=now, job=job, not_before=now + wait, detail=detail)
    )


def pending(sending: Sending, now: datetime, wait: timedelta, detail: str = "pending") -> Step:
    """Still under way; asked after again, but not for ever."""
    if now - sending.since > PENDING_AT_MOST:
        minutes = int(PENDING_AT_MOST.total_seconds() // 60)
        return again(sending, now, f"nothing came of it within {minutes} minutes: {detail}")
    return Step(replace(sending, not_before=now + wait, detail=detail))


def again(sending: Sending, now: datetime, detail: str) -> Step:
    """Handed over once more after a while, twice as long each time; given up after so many."""
    tries = sending.tries + 1
    if tries >= MOST_TRIES:
        return failed(replace(sending, tries=tries), now, f"given up after {tries} tries: {detail}")
    wait = timedelta(minutes=2 ** (tries - 1))
    waiting = replace(sending, fate=Fate.WAITING, since=now, tries=tries, job="")
    return Step(replace(waiting, not_before=now + wait, detail=detail))


def unclear(sending: Sending, now: datetime, detail: str) -> Step:
    """No answer that says anything: what is under way is asked after again, the rest handed over again."""
    if sending.fate is Fate.SENT:
        return pending(sending, now, timedelta(seconds=30), detail)
    return again(sending, now, detail)


def held(sending: Sending, now: datetime, wait: timedelta, detail: str) -> Step:
    """The keeper is busy: everything of it waits; this is no try of the address."""
    back = _in_queue(sending)
    return Step(replace(back, not_before=now + wait, detail=detail), hold=wait)


def halted(sending: Sending, why: str) -> Step:
    """Nothing more in this run; the sending keeps its place in the queue."""
    return Step(replace(_in_queue(sending), detail=why), halt=why)


def _in_queue(sending: Sending) -> Sending:
    return replace(sending, fate=Fate.WAITING) if sending.fate is Fate.SENDING else sending


def refusal(sending: Sending, answer: KeeperAnswer, now: datetime) -> Step | None:
    """What no keeper needs its own words for: silence, keys refused, too many requests; None for the rest."""
    if answer.unreachable:
        return halted(sending, f"it cannot be reached: {answer.detail}")
    if answer.status is None:
        return unclear(sending, now, answer.detail or "no answer")
    if answer.status == 401:
        return halted(sending, "it refused the keys (401)")
    if answer.status == 429:
        asked = (
            timedelta(seconds=answer.retry_after) if answer.retry_after is not None else SLOW_DOWN
        )
        return held(sending, now, min(asked, LONGEST_HOLD), "it asked to slow down (429)")
    return None


def json_object(body: bytes) -> dict[str, Any] | None:
    """A JSON object, or None for what is none."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def words(value: Mapping[str, Any], *names: str) -> str:
    """A keeper's own words under the first of some names, bounded and on one line."""
    for name in names:
        text = value.get(name)
        if isinstance(text, str) and text.strip():
            return safe(text[:MOST_WORDS]).strip()
    return ""
