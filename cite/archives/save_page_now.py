"""The Internet Archive's Save Page Now 2: an address in, a job out, a copy after a while.

Errors come with status 200 as well, and then without a `job_id`: the body decides, not the status. The
archive itself makes no second capture of an address within `if_not_archived_within`, so that handing one
over again after a kill is harmless.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from cite.formats.safe_text import safe
from cite.model.keeping import Fate, KeeperAnswer, KeeperRequest, Sending, Step
from cite.model.options import ArchiveSettings
from cite.steps.keeping.requeue import (
    again,
    failed,
    halted,
    held,
    json_object,
    kept,
    pending,
    refusal,
    sent,
    unclear,
    words,
)

PER_MINUTE = 7.0
POLL = timedelta(seconds=6)
SLOWEST_POLL = timedelta(seconds=30)
BUSY_FOR = timedelta(minutes=1)
FOR_GOOD = frozenset(
    """bad-request blocked blocked-url filesize-limit ftp-access-denied http-version-not-supported
    invalid-host-resolution invalid-url-syntax length-required method-not-allowed
    network-authentication-required no-access not-found not-implemented too-many-redirects
    unauthorized""".split()
)
"""`status_ext` that the same address will meet again; all others are worth another try."""
ENOUGH_TODAY = "too-many-daily-captures"
"""The address has been captured as often today as it may be: copies exist."""
NOT_IN_THIS_RUN = frozenset(
    "bandwidth-limit-exceeded blocked-client-ip max-daily-bandwidth-from-ip".split()
)
BUSY = frozenset({"user-session-limit"})
_BUSY_WORDS = re.compile(r"limit of active", re.IGNORECASE)
_NOT_TODAY_WORDS = re.compile(r"cannot make more than [\d,.]{1,20} captures", re.IGNORECASE)
_SAME_WORDS = re.compile(r"same snapshot had been made", re.IGNORECASE)
_JOB = re.compile(r"[\w.:-]{1,200}")


class SavePageNow:
    """One instance of Save Page Now 2."""

    keys = ("IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY")

    def __init__(self, settings: ArchiveSettings) -> None:
        self.name = settings.name
        self.title = settings.title or settings.name
        self.archive = settings.base.rstrip("/")
        self.base = (settings.save or f"{self.archive}/save").rstrip("/")
        self.per_minute = PER_MINUTE

    def authorization(self, keys: Mapping[str, str]) -> str:
        """The archive's own scheme over its S3-like keys."""
        access, secret = (keys[name] for name in self.keys)
        return f"LOW {access}:{secret}"

    def request(self, sending: Sending) -> KeeperRequest:
        """The job's status once there is one; else the address itself."""
        if sending.fate is Fate.SENT:
            return KeeperRequest("GET", f"{self.base}/status/{quote(sending.job, safe='')}")
        form = {"url": sending.url, "if_not_archived_within": "1d", "skip_first_archive": "1"}
        return KeeperRequest(
            "POST", self.base, urlencode(form).encode(), "application/x-www-form-urlencoded"
        )

    def read(self, sending: Sending, answer: KeeperAnswer, now: datetime) -> Step:
        """Every documented answer: a job, its progress, an error in whatever dress."""
        if step := refusal(sending, answer, now):
            return step
        value = json_object(answer.body)
        if value is None:
            return unclear(sending, now, f"it answered {answer.status}, and not in JSON")
        if value.get("status") == "error" or "status_ext" in value:
            return self._error(sending, value, now)
        if sending.fate is Fate.SENT:
            return self._progress(sending, value, now)
        return self._accepted(sending, value, answer.status, now)

    def _accepted(
        self, sending: Sending, value: dict[str, Any], status: int | None, now: datetime
    ) -> Step:
        job, message = value.get("job_id"), words(value, "message")
        if isinstance(job, str) and _JOB.fullmatch(job):
            return sent(sending, now, job, POLL, message)
        if _SAME_WORDS.search(message):
            return kept(sending, now, self._newest(sending), message)
        if _BUSY_WORDS.search(message):
            return held(sending, now, BUSY_FOR, message)
        if _NOT_TODAY_WORDS.search(message):
            return halted(sending, message)
        return again(sending, now, message or f"it answered {status} and gave no job")

    def _progress(self, sending: Sending, value: dict[str, Any], now: datetime) -> Step:
        status = value.get("status")
        if status == "success":
            time, original = value.get("timestamp"), value.get("original_url")
            if not isinstance(time, str) or not re.fullmatch(r"\d{14}", time):
                return again(sending, now, "it says success and not when")
            shown = safe(original[:4000]) if isinstance(original, str) and original else sending.url
            return kept(sending, now, f"{self.archive}/web/{time}/{shown}")
        if status == "pending":
            return pending(sending, now, min(POLL + (now - sending.since) / 4, SLOWEST_POLL))
        return again(sending, now, words(value, "message") or "it knows nothing of the job")

    def _error(self, sending: Sending, value: dict[str, Any], now: datetime) -> Step:
        code = words(value, "status_ext").removeprefix("error:")
        message = words(value, "message", "exception") or "an error"
        detail = f"{message} ({code})" if code else message
        if code == ENOUGH_TODAY:
            return kept(sending, now, self._newest(sending), detail)
        if code in FOR_GOOD:
            return failed(sending, now, detail)
        if code in NOT_IN_THIS_RUN or _NOT_TODAY_WORDS.search(message):
            return halted(sending, detail)
        if code in BUSY or _BUSY_WORDS.search(message):
            return held(sending, now, BUSY_FOR, detail)
        return again(sending, now, detail)

    def _newest(self, sending: Sending) -> str:
        """Where the archive shows its newest copy, for want of a time."""
        return f"{self.archive}/web/{sending.url}"
