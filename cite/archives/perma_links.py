"""Perma.cc: an address in, a permanent link out at once, its capture a while later.

Perma.cc makes a new link each time it is asked, and links are counted. So what may have been sent by a
run that was killed is looked up among the account's newest links before it is sent again.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from cite.model.keeping import Fate, KeeperAnswer, KeeperRequest, Sending, Step
from cite.model.options import ArchiveSettings
from cite.steps.keeping.requeue import (
    again,
    failed,
    halted,
    json_object,
    kept,
    pending,
    refusal,
    sent,
    unclear,
    words,
)

PER_MINUTE = 10.0
POLL = timedelta(seconds=10)
API = {"https://perma.cc": "https://api.perma.cc"}
NEWEST = 100
CLOCKS_MAY_DIFFER = timedelta(minutes=5)
_GUID = re.compile(r"[A-Za-z0-9-]{4,40}")
_SPENT_WORDS = re.compile(
    r"created all of your|link limit|no links? remaining|payment|subscription", re.IGNORECASE
)


class PermaLinks:
    """One instance of Perma.cc."""

    keys = ("PERMA_API_KEY",)

    def __init__(self, settings: ArchiveSettings) -> None:
        self.name = settings.name
        self.title = settings.title or settings.name
        self.archive = settings.base.rstrip("/")
        self.base = (settings.save or API.get(self.archive, self.archive)).rstrip("/")
        self.per_minute = PER_MINUTE

    def authorization(self, keys: Mapping[str, str]) -> str:
        """Perma.cc's own scheme."""
        return f"ApiKey {keys[self.keys[0]]}"

    def request(self, sending: Sending) -> KeeperRequest:
        """The link's own record once there is one; the newest links while that is open; else the address."""
        links = f"{self.base}/v1/archives/"
        if sending.fate is Fate.SENT:
            return KeeperRequest("GET", f"{links}{sending.job}/")
        if sending.fate is Fate.SENDING:
            return KeeperRequest("GET", f"{links}?limit={NEWEST}")
        return KeeperRequest(
            "POST", links, json.dumps({"url": sending.url}).encode(), "application/json"
        )

    def read(self, sending: Sending, answer: KeeperAnswer, now: datetime) -> Step:
        """A link, its capture's progress, the list of links, or a refusal."""
        if step := refusal(sending, answer, now):
            return step
        value = json_object(answer.body)
        if value is None:
            return unclear(sending, now, f"it answered {answer.status}, and not in JSON")
        if answer.status is None or answer.status >= 400:
            return self._refused(sending, value, answer.status or 0, now)
        if sending.fate is Fate.SENDING:
            return self._looked_up(sending, value, now)
        return self._link(sending, value, now)

    def _link(self, sending: Sending, value: Mapping[str, Any], now: datetime) -> Step:
        guid = value.get("guid")
        if not isinstance(guid, str) or not _GUID.fullmatch(guid):
            return again(sending, now, words(value, "error", "detail") or "it gave no link")
        status = _capture(value)
        if status == "success":
            return kept(sending, now, f"{self.archive}/{guid}")
        if status == "failed":
            return failed(
                sending, now, f"Perma.cc could not capture it; its link is {self.archive}/{guid}"
            )
        if sending.fate is Fate.SENT:
            return pending(sending, now, POLL)
        return sent(sending, now, guid, POLL)

    def _looked_up(self, sending: Sending, value: Mapping[str, Any], now: datetime) -> Step:
        """The link made just before the kill, or leave to send."""
        since = sending.since - CLOCKS_MAY_DIFFER
        links = value.get("objects")
        for link in links if isinstance(links, list) else ():
            if isinstance(link, dict) and link.get("url") == sending.url and _made(link) >= since:
                return self._link(sending, link, now)
        return Step(_waiting(sending))

    def _refused(
        self, sending: Sending, value: Mapping[str, Any], status: int, now: datetime
    ) -> Step:
        told = words(value, "error", "detail", "message") or _first_fault(value)
        detail = f"{told} ({status})" if told else f"it answered {status}"
        if status == 403 or _SPENT_WORDS.search(told):
            return halted(sending, detail)
        if status in (400, 404, 422) and sending.fate is not Fate.SENDING:
            return failed(sending, now, detail)
        return unclear(sending, now, detail)


def _waiting(sending: Sending) -> Sending:
    return replace(sending, fate=Fate.WAITING, not_before=None)


def _capture(link: Mapping[str, Any]) -> str:
    """How the capture of the page itself stands: `success`, `failed`, or anything else for not yet."""
    captures = link.get("captures")
    for capture in captures if isinstance(captures, list) else ():
        if isinstance(capture, dict) and capture.get("role", "primary") == "primary":
            return str(capture.get("status", ""))
    return ""


def _made(link: Mapping[str, Any]) -> datetime:
    try:
        when = datetime.fromisoformat(str(link.get("creation_timestamp")))
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _first_fault(value: Mapping[str, Any]) -> str:
    """`{"url": ["Not a valid URL."]}`: faults by field."""
    for name, faults in value.items():
        if isinstance(faults, list) and faults and isinstance(faults[0], str):
            return words({"fault": f"{name}: {faults[0]}"}, "fault")
    return ""
