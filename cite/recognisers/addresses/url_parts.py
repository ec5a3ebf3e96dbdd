"""An address in parts, whatever it is: what strangers write may be none at all."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

MOST_REMEMBERED = 20_000
"""Addresses that are kept in mind: a run comes back to each of them in every round."""


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


@lru_cache(maxsize=MOST_REMEMBERED)
def split_url(url: str) -> SplitUrl:
    """Parts of an address."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return SplitUrl()
    netloc = parts.netloc.rpartition("@")[2]
    return SplitUrl(parts.scheme.lower(), host, netloc, parts.path, parts.query, parts.fragment)


_LANGUAGE = r"[a-z]{2}(?:[-_][a-z]{2})?/*"
_FRONT_PAGE = "index|default|home|main|start|startseite|accueil|inicio|welcome|homepage"
_ROOT = re.compile(rf"/*(?:{_LANGUAGE})?(?:(?:{_FRONT_PAGE})(?:\.\w{{1,5}})?)?/*", re.IGNORECASE)


def is_root(url: str) -> bool:
    """Whether an address is that of a site's front page."""
    parts = split_url(url)
    return not parts.query and bool(_ROOT.fullmatch(parts.path))
