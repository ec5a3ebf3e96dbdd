"""TimeMaps in link format (RFC 7089 section 5, RFC 6690): a list of captures, one a line as a rule."""

import email.utils
import re
from datetime import UTC, datetime

from cite.model.evidence import Memento

_LINK = re.compile(
    r"<([^<>\s]{1,4000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]{0,500}\"|[^\s;,\"]{1,200}))*)"
)
_PARAMETER = re.compile(r";\s*([\w*-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))")


def parse_link_format(text: str, archive: str) -> tuple[Memento, ...]:
    """The mementos of a TimeMap, in order; lines that make no sense are passed over."""
    original = ""
    found: list[tuple[str, datetime]] = []
    for match in _LINK.finditer(text):
        parameters = {
            name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(match[2])
        }
        relations = parameters.get("rel", "").lower().split()
        if "original" in relations:
            original = match[1]
        elif "memento" in relations and (when := http_date(parameters.get("datetime", ""))):
            found.append((match[1], when))
    return tuple(Memento(url, original or _original(url), when, archive) for url, when in found)


def _original(uri_m: str) -> str:
    match = re.search(r"/\d{4,14}(?:[a-z]{2}_)?/(.+)$", uri_m)
    return match[1] if match else uri_m


def http_date(text: str) -> datetime | None:
    """A date as HTTP has it (RFC 9110 section 5.6.7), or None."""
    try:
        when = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
