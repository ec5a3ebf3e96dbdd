"""An address in parts, whatever it is: what strangers write may be none at all."""

from dataclasses import dataclass
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


def split_url(url: str) -> SplitUrl:
    """Parts of an address."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return SplitUrl()
    netloc = parts.netloc.rpartition("@")[2]
    return SplitUrl(parts.scheme.lower(), host, netloc, parts.path, parts.query, parts.fragment)
