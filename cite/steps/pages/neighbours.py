"""The addresses beside a page that tell what its answer is worth: one that cannot exist, and the front page.

A site that gives the same page for an address that cannot exist has proved nothing with the first
(Bar-Yossef et al. 2004, "Sic transit gloria telae"); a page that only its own address gives is that address's.
"""

import hashlib
import re
from urllib.parse import urlsplit, urlunsplit

from cite.formats.page import Page, read_page
from cite.model.evidence import Evidence, Fetch, Fetched
from cite.steps.pages.compare_pages import likeness


def beside(answer: Fetched) -> Fetch:
    """The same question at an address that cannot exist."""
    return Fetch(sibling(answer.ask.url), answer.ask.manner)


def front(answer: Fetched) -> Fetch:
    """The site's front page, asked for in the same manner."""
    parts = urlsplit(answer.ask.url)
    return Fetch(urlunsplit((parts.scheme, parts.netloc, "/", "", "")), answer.ask.manner)


def alone(answer: Fetched, page: Page, evidence: Evidence) -> bool:
    """Whether the address beside it was asked, and gave no such page."""
    other = evidence.get(beside(answer))
    if not isinstance(other, Fetched):
        return False
    return other.status != 200 or not likeness(page, read_page(other))


def sibling(url: str) -> str:
    """An address in the same folder that cannot exist; always the same one for the same address."""
    parts = urlsplit(url)
    folder, _, name = parts.path.rstrip("/").rpartition("/")
    ending = re.search(r"\.[a-z]{2,5}$", name, re.IGNORECASE)
    nonsense = hashlib.sha256(f"{parts.netloc}{folder}".encode()).hexdigest()[:16]
    path = f"{folder}/cite-{nonsense}{ending[0] if ending else ''}{'/' if parts.path.endswith('/') else ''}"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
