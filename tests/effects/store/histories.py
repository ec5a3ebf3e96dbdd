"""Long histories of addresses, as a store would have them."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cite.model.evidence import Fault, Fetch, Fetched, Hop, Manner, Unreachable

BEGAN = datetime(2024, 1, 1, 12, tzinfo=UTC)
WORK = "<title>On tides</title><h1>On tides</h1>" + "<p>The sea rises twice a day.</p>" * 30
MISSING = "<title>Page not found</title><h1>404: page not found</h1><p>Nothing is here.</p>"


@dataclass(frozen=True)
class Day:
    """One look, after so many days, and what the browser's manner got where it was tried."""

    after: int
    seen: str
    again: str = ""


SEEN = ("work", "other words", "soft", "gone", "busy", "moved", "silent", "refused")
AGAIN = ("", "work", "gone", "silent")


def had(url, at, seen, manner=Manner.TOOL):
    ask = Fetch(url, manner)
    if seen == "silent":
        return Unreachable(ask, at, Fault.READ_TIMEOUT, "no answer in 20 s")
    if seen == "refused":
        return Unreachable(ask, at, Fault.CONNECTION_REFUSED, "connection refused")
    status = {"gone": 404, "busy": 503}.get(seen, 200)
    bodies = {"soft": MISSING, "gone": MISSING, "other words": WORK + f"<p>{at:%A %d %B %Y}</p>"}
    body = bodies.get(seen, WORK).encode()
    hops = (Hop(url, 301, "/new"), Hop(f"{url}/new", 200)) if seen == "moved" else (Hop(url, status),)  # fmt: skip
    digest = hashlib.sha256(body).hexdigest()
    return Fetched(ask, at, status, (("content-type", "text/html"),), hops, body, digest)


def history(url, days):
    """Every answer of those days, as they came."""
    at = BEGAN
    for day in days:
        at += timedelta(days=day.after)
        yield had(url, at, day.seen)
        if day.again:
            yield had(url, at + timedelta(minutes=1), day.again, Manner.BROWSER)
