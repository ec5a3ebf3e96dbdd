"""What a chosen copy shows, how near it is to the time of citing, and whether the page is still the one it shows."""

from collections.abc import Mapping

from cite.formats.page import Page, read_page
from cite.model.asks import Ask
from cite.model.evidence import Archive, Evidence, Fetch, Fetched
from cite.recognisers.text.folding import fold
from cite.steps.copies.choose_memento import SERVING, Candidate, Wanted
from cite.steps.pages.compare_pages import kept_of

NEAR_ENOUGH = 183.0
"""Days that a copy may be from the date of the note and still show what its author saw."""
ENOUGH = 300
"""Characters that a copy must hold for a share of them to mean anything."""
SAME = 0.4
"""Share of a copy's shingles from which a page is still the one that was copied, whatever it is called."""
A_TRACE = 0.1
"""The same where its author is named there too."""


def shown(
    choice: Candidate, archives: Mapping[str, Archive], evidence: Evidence
) -> tuple[Ask, Page] | None:
    """The look at a copy, and what it shows."""
    memento = (choice.memento, *choice.chain)[-1]
    archive = archives[memento.archive]
    for address in (archive.raw(memento), archive.listed(memento)):
        seen = evidence.get(Fetch(address, follow=False)) if address else None
        if isinstance(seen, Fetched) and seen.status in SERVING:
            return seen.ask, read_page(seen)
    return None


def near(choice: Candidate, wanted: Wanted) -> bool:
    """Whether a copy is from about the date it was wanted for."""
    assert wanted.date is not None
    start, end = wanted.date.bounds
    days = wanted.distance_days(choice.when)
    return start <= choice.when < end or (days is not None and abs(days) <= NEAR_ENOUGH)


def text_of(page: Page) -> str:
    """What a page says beside its menus."""
    return (page.html.prose if page.kind == "html" else "") or page.text


def still_that_page(then: Page, now: Page) -> str:
    """What shows that a page is the one that was copied, in words; nothing where it may be another."""
    long_enough = len(text_of(then)) >= ENOUGH
    share = kept_of(text_of(then), text_of(now)) if long_enough else 0.0
    if share >= SAME:
        return f"{share:.0%} of its text is still there"
    if day := _days(then) & _days(now):
        return f"both give the same day, {min(day)}"
    if share >= A_TRACE and _people(then) & _people(now):
        return f"its author is still named, and {share:.0%} of its text is there"
    return ""


def _days(page: Page) -> frozenset[str]:
    """When what a page shows was published, to the day."""
    return frozenset(told[:10] for told in page.html.dates[:3] if len(told) >= 10)


def _people(page: Page) -> frozenset[str]:
    return frozenset(filter(None, map(fold, page.html.authors)))
