"""An address in parts, whatever it is: what strangers write may be none at all."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class SplitUrl:
    """An address in parts; all empty where it cannot be split."""

    scheme: str = ""
    host: str = ""
    netloc: str = ""
    """Host and port as written."""
    path: str = ""
    query: str = ""
    fragment: str = ""


@lru_cache(maxsize=4096)
def split_url(url: str) -> SplitUrl:
    """Parts of an address."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return SplitUrl()
    netloc = parts.netloc.rpartition("@")[2]
    return SplitUrl(parts.scheme.lower(), host, netloc, parts.path, parts.query, parts.fragment)


def is_root(url: str) -> bool:
    """Whether an address is that of a site's front page."""
    parts = split_url(url)
    return not parts.query and bool(
        re.fullmatch(
            r"/*(?:[a-z]{2}(?:[-_][a-z]{2})?/*)?(?:(?:index|default|home|main|start|startseite|accueil|inicio|welcome|homepage)(?:\.\w{1,5})?)?/*",
            parts.path,
            re.IGNORECASE,
        )
    )
