"""How long a server asks to be left alone. Pure."""

import email.utils
import re
from datetime import UTC, datetime

from cite.model.evidence import Fetched

LONGEST_WAIT = 60.0
"""Seconds: a Retry-After beyond this is not waited for; the answer stands."""


def retry_after(answer: Fetched, now: datetime) -> float | None:
    """Seconds that a server asks to wait (RFC 9110 section 10.2.3), or None."""
    value = answer.header("retry-after").strip()
    if re.fullmatch(r"\d{1,9}", value):
        return float(value)
    try:
        when = email.utils.parsedate_to_datetime(value)
        aware = when if when.tzinfo else when.replace(tzinfo=UTC)
        return max(0.0, (aware - now).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
