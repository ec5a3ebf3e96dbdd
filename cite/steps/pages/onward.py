"""Where a page itself sends its reader."""

from cite.formats.html_elements import parse_refresh
from cite.formats.page import read_page
from cite.model.evidence import Fetched
from cite.steps.pages.weigh_text import LITTLE, weight

DELAY = 10
"""Seconds: a page that sends its reader on later than this is meant to be read first."""
LONGER = 60
"""The same for a page that says next to nothing."""


def onward(fetched: Fetched) -> tuple[str, str] | None:
    """Where a page itself sends its reader at once, and how."""
    header = fetched.header("refresh")
    if header and (found := parse_refresh(header)) and found[1] and found[0] <= DELAY:
        return found[1], "refresh"
    if b"refresh" not in fetched.body[:20000].lower() and b"location" not in fetched.body[:20000]:
        return None
    page = read_page(fetched)
    if page.html.refresh and page.html.refresh[1] and len(page.text) < 2000:
        patience = LONGER if weight(page.html.prose) < LITTLE else DELAY
        if page.html.refresh[0] <= patience:
            return page.html.refresh[1], "meta"
    if page.html.script_location:
        return page.html.script_location, "script"
    return None
