"""Does the page bear the date that the note gives?"""

import re
from collections.abc import Iterable
from datetime import timedelta

from cite.formats.page import Page
from cite.model.asks import Ask
from cite.model.entries import PartialDate, possible_date
from cite.model.evidence import Evidence
from cite.model.findings import Finding, Level
from cite.model.references import Reference
from cite.model.verdicts import Opinion
from cite.recognisers.addresses.archive_address import archive_address
from cite.steps.consider import first_look, page_at
from cite.steps.pages.compare_titles import title_found

_PAGES = frozenset(("online", "misc", "article"))
"""Types of works that are the page itself; a report put on the web later has two dates for good reasons."""
_DAY = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})")
_GRACE = timedelta(days=31)
"""Between a day and the one on which a page was put up, zones and weekly issues included."""
_MOST = 2
"""Dates of one page: published and changed. More are those of other texts on it."""


class DatedVerifier:
    """Compares the date in a note with those that its page declares.

    Why it matters: a wrong date sends a reader to another issue, and picks the wrong archived copy. Only a
    page that shows the cited title is looked at, and only where it declares one date or two, more than a
    month from the cited one, and the year of the note stands nowhere in its text.

    What to do: open the page; correct the date, or say that the text was published again.

    Example: a note gives 5 October 2009, and the page says that it was published on 5 October 2010.
    """

    name = "dated"
    codes = ("date-differs-from-page",)

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Nothing of its own."""
        return ()

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """What the page says, where it is not what the note says."""
        cited = reference.entry.date
        if cited is None or cited.month is None or reference.entry.entry_type not in _PAGES:
            return
        for link in reference.links:
            found = None if archive_address(link.url) else page_at(link.url, evidence)
            if found and title_found(reference, found[1]) and (told := _others(found[1], cited)):
                message = (
                    f"The note gives {cited}, and the page says {' and '.join(map(str, told))}."
                )
                yield Finding(
                    "date-differs-from-page",
                    Level.INFO,
                    message,
                    reference.place,
                    reference.label,
                    link.url,
                    evidence=(first_look(link.url),),
                )


def _others(page: Page, cited: PartialDate) -> tuple[PartialDate, ...]:
    """The dates that a page declares, where none of them is near the one cited; nothing where its text has that."""
    told = tuple(dict.fromkeys(date for text in page.html.dates if (date := _date(text))))
    if not 1 <= len(told) <= _MOST or str(cited.year) in page.text:
        return ()
    return () if any(_near(one, cited) for one in told) else told


def _date(text: str) -> PartialDate | None:
    found = _DAY.match(text)
    return possible_date(*map(int, found.groups())) if found else None


def _near(one: PartialDate, cited: PartialDate) -> bool:
    (first, after), (day, _) = cited.bounds, one.bounds
    return first - _GRACE <= day <= after + _GRACE
