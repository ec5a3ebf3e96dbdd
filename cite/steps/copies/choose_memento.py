"""Captures and a date: the best copy, and why each other one was passed over. Pure, with named rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cite.model.asks import Ask
from cite.model.entries import PartialDate
from cite.model.evidence import Memento, MementosOutcome
from cite.model.options import MementoRule
from cite.recognisers.addresses.archive_address import ARCHIVE_TODAY
from cite.recognisers.addresses.url_parts import split_url

NEAREST = "nearest usable capture to the middle of the date; of two as near, the earlier"
BEFORE_ELSE_AFTER = (
    "last usable capture before the end of the date; if there is none, the first after it"
)
RULES = {MementoRule.NEAREST: NEAREST, MementoRule.BEFORE_ELSE_AFTER: BEFORE_ELSE_AFTER}
NEWEST = datetime(2100, 1, 1, tzinfo=UTC)
"""What is nearest to this is the newest: the instant for a reference without a date."""
FIRST_PAGE = datetime(1991, 8, 6, tzinfo=UTC)
"""The first page of the web: no capture is older."""
MOST_REJECTED = 100
SERVING = frozenset({200, 203, 206})
"""Statuses under which a page came: 203 through a proxy that changed it, 206 in part (RFC 9110 section 15.3)."""
HALF_A_YEAR = timedelta(days=183)
"""A page of its own so near the date goes before a redirect, however near that is: it is what was cited."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The date a copy is wanted for, and the rule it is chosen by."""

    date: PartialDate | None
    """None where the reference has no date: the newest copy is wanted."""
    why: str = ""
    """What the date is: that of access, or of the work."""
    rule: MementoRule = MementoRule.NEAREST

    @property
    def near(self) -> datetime:
        """The instant around which captures matter."""
        if self.date is None:
            return NEWEST
        return (
            self.date.bounds[1] if self.rule == MementoRule.BEFORE_ELSE_AFTER else self.date.middle
        )

    def rank(self, when: datetime) -> tuple[bool, timedelta, datetime]:
        """Sorts instants, best first."""
        if self.rule == MementoRule.BEFORE_ELSE_AFTER:
            return when >= self.near, abs(when - self.near), when
        return False, abs(when - self.near), when

    def distance_days(self, when: datetime) -> float | None:
        """Days from the middle of the date to a capture; negative when the capture is earlier."""
        if self.date is None:
            return None
        return round((when - self.date.middle).total_seconds() / 86400, 2)

    def distance(self, when: datetime) -> str:
        """How far that is, as an editor would say it: `within July 2010`, `12 days after July 2010`."""
        days = self.distance_days(when)
        if days is None or self.date is None:
            return "the newest that serves, as no date is given"
        start, end = self.date.bounds
        date = in_words(self.date)
        if start <= when < end:
            return f"on {date}" if self.date.day else f"within {date}"
        if not self.date.day:
            days = (when - (end if when >= end else start)).total_seconds() / 86400
        return f"{_days(days)} {'after' if days >= 0 else 'before'} {date}"

    @property
    def words(self) -> str:
        """The date and what it is."""
        if self.date is None:
            return "no date"
        return ", ".join(filter(None, [in_words(self.date), self.why]))


def _days(days: float) -> str:
    size = abs(days)
    if size >= 730:
        return f"{size / 365.25:.1f} years"
    if size < 1:
        return "less than a day"
    return f"{size:.0f} day{'' if round(size) == 1 else 's'}"


_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def in_words(date: PartialDate) -> str:
    """`19 July 2010`, `July 2010` or `2010`."""
    month = _MONTHS[date.month - 1] if date.month else ""
    return " ".join(filter(None, [str(date.day) if date.day else "", month, str(date.year)]))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capture, and what is known of its use."""

    memento: Memento
    when: datetime
    """When what a reader sees there was captured: for an archived redirect, where it ends."""
    fault: str = ""
    """Why it cannot serve, in words."""
    pending: Ask | None = None
    """What must be asked before it can be said whether it serves."""
    chain: tuple[Memento, ...] = ()
    """For an archived redirect, the captures it leads to, one after another."""
    withheld: MementosOutcome | None = None
    """`refused` or `unknown` where the archive did not show it, so that the fault may not be the capture's."""
    unseen: bool = False
    """Whether it serves by the archive's index alone, as nobody could look at it."""


def standing(candidate: Candidate, wanted: Wanted) -> tuple[bool, timedelta, bool, datetime]:
    """Sorts captures under the rule, best first: a redirect is never nearer than half a year.

    A capture that is only a redirect shows another address; a page of its own near the date is better.
    """
    after, distance, when = wanted.rank(candidate.when)
    redirect = is_redirect(candidate)
    return after, max(distance, HALF_A_YEAR) if redirect else distance, redirect, when


def is_redirect(candidate: Candidate) -> bool:
    """Whether a capture only leads to another, by what is known of it so far."""
    return bool(candidate.chain) or 300 <= (candidate.memento.status or 0) < 400


def ranked(candidates: Sequence[Candidate], wanted: Wanted) -> list[Candidate]:
    """Best first under the rule, leaving aside whether they are usable; what needs no redirect before what does."""
    unique = {candidate.memento.uri_m: candidate for candidate in reversed(candidates)}
    order = reversed(list(unique.values()))
    return sorted(order, key=lambda c: (*standing(c, wanted), len(c.chain)))


def unusable_by_index(memento: Memento, wants_pdf: bool, now: datetime) -> str:
    """Why a capture cannot serve, by what the archive's index says of it; nothing where it may."""
    if split_url(memento.uri_m).host in ARCHIVE_TODAY:
        return "archive.today is not to be relied on"
    if not FIRST_PAGE <= memento.datetime <= now + timedelta(days=1):
        return f"its time cannot be right ({memento.datetime:%Y-%m-%d})"
    if memento.status is not None and memento.status not in SERVING:
        if not 300 <= memento.status < 400:
            return f"it captured an error ({memento.status})"
        if memento.status == 304:
            return "it is an answer without a page (304)"
        return ""
    mime = (memento.mime or "").partition(";")[0].strip().lower()
    if wants_pdf and mime in ("text/html", "application/xhtml+xml"):
        return "it is a web page where a PDF was cited"
    return "it is empty" if memento.length == 0 else ""


def passed_over(
    candidates: Sequence[Candidate], choice: Candidate | None, wanted: Wanted
) -> tuple[tuple[Memento, str], ...]:
    """Every other candidate with its reason, nearest first."""

    def reason(other: Candidate) -> str:
        if other.fault or choice is None:
            return other.fault or "it was not looked at"
        leads = f" to {other.chain[-1].uri_m}" if other.chain else ""
        nearer = wanted.rank(other.when) < wanted.rank(choice.when)
        if nearer and is_redirect(other) and not is_redirect(choice):
            return f"only a redirect{leads}, where the one chosen is a page of its own"
        if other.when == choice.when:
            return "of the same time as the one chosen"
        worse = (
            "further away" if wanted.rule == MementoRule.NEAREST else "second to it under the rule"
        )
        return f"{worse}: {wanted.distance(other.when)}" if wanted.date else "older"

    others = [candidate for candidate in candidates if candidate is not choice]
    return tuple((other.memento, reason(other)) for other in others[:MOST_REJECTED])
