"""Spellings of one address under which an archive may have filed the page."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|_hs\w+)=", re.IGNORECASE)


def variants(url: str) -> Iterator[tuple[str, str]]:
    """Other addresses of the same page, most likely first, each with what was changed in words."""
    parts = urlsplit(url)
    seen = {url}
    other = "https" if parts.scheme == "http" else "http"
    host = (
        parts.netloc.removeprefix("www.")
        if parts.netloc.startswith("www.")
        else f"www.{parts.netloc}"
    )
    path = parts.path[:-1] if parts.path.endswith("/") and len(parts.path) > 1 else f"{parts.path}/"
    query = "&".join(part for part in parts.query.split("&") if not _TRACKING.match(part))
    for words, changed in (
        (f"asked as {other}", parts._replace(scheme=other)),
        ("asked with www. added or left out", parts._replace(netloc=host)),
        ("asked with the last slash added or left out", parts._replace(path=path)),
        ("asked without its tracking parameters", parts._replace(query=query)),
    ):
        candidate = urlunsplit(changed._replace(fragment=""))
        if candidate not in seen:
            seen.add(candidate)
            yield candidate, words
