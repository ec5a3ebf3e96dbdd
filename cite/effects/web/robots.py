"""The pace that a site's robots.txt asks for. Pure.

Only `Crawl-delay` is read: an address in a note is looked up once because an author cites it, as a reader
would; that is no crawling, and where a page may not be indexed its reader may still go.
"""

from cite.formats.text import decode
from cite.model.errors import InputError

LONGEST_DELAY = 30.0
"""Seconds; more would keep an editor waiting for hours over one site."""
US = "cite"


def crawl_delay(robots: bytes) -> float:
    """Seconds between requests, for us by name or else for everybody; 0 where nothing is said."""
    from protego import Protego

    try:
        text, _ = decode(robots)
        delay = Protego.parse(text).crawl_delay(US)
    except (InputError, ValueError):
        return 0.0
    return min(max(float(delay or 0.0), 0.0), LONGEST_DELAY)
