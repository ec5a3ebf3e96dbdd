"""Addresses of archived copies: which page they stand for, and as of when.

Nearly every web archive puts the time and the page's own address behind its own:
`https://web.archive.org/web/20100719120000id_/http://example.org/`. Nothing is asked of anybody.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import parse_qs, unquote

from cite.recognisers.addresses.url_parts import MOST_REMEMBERED, split_url

ARCHIVE_TODAY = frozenset(
    "archive.today archive.ph archive.is archive.li archive.fo archive.md archive.vn".split()
)
"""One archive under seven names."""
_KNOWN = ARCHIVE_TODAY | frozenset(
    "web.archive.org wayback.archive.org liveweb.archive.org archive.org wayback.archive-it.org arquivo.pt "
    "perma-archives.org webarchive.nationalarchives.gov.uk www.webarchive.org.uk webarchive.org.uk "
    "wayback.vefsafn.is vefsafn.is webarchiveweb.wayback.bac-lac.canada.ca webarchive.loc.gov web.archive.org.au swap.stanford.edu webcitation.org perma.cc "
    "megalodon.jp ghostarchive.org".split()
)
"""Hosts whose addresses are copies even where they are cut short."""
_ORIGINAL = r"(?:https?(?::/{1,2}|%3[Aa])|ftp:/{1,2})?[^/\s].*"
_REPLAY = re.compile(
    r"(?P<prefix>https?://[^/?#]+(?:/[^/?#]+){0,6}?/)"
    r"(?P<time>\d{4}[\d.:-]{0,16})(?P<modifier>[a-z]{2}_|\*)?/"
    rf"(?P<original>{_ORIGINAL})",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE_TIME = re.compile(r"(?:\d[.:-]{0,16}){14}")
"""Without one, the address of an archive that nobody knows is an ordinary address."""
_TIMELESS = re.compile(
    r"https?://(?:web|wayback)\.archive\.org/(?:web/)?(?:\*|[a-z]{2}_)?/?(?P<original>https?:/{1,2}.+)",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE_TODAY = r"archive\.(?:today|ph|is|li|fo|md|vn)"
_SAVE = r"(?:(?:web|wayback|www)\.)?archive\.org/save/(?:_embed/)?"
_SUBMIT = rf"{_ARCHIVE_TODAY}/(?:submit/)?\?(?:[\w&=]*&)?(?:url|run=1&url)="
_SAVING = re.compile(
    rf"https?://{_SAVE}(?P<original>(?:https?(?::/{{1,2}}|%3[Aa])|[\w-]+\.)\S+)"
    rf"|https?://{_SUBMIT}(?P<asked>\S+)",
    re.IGNORECASE,
)
"""Addresses that order a copy to be made: following one is no look at a page, but an order."""
_PERMA = r"perma\.cc/[A-Z0-9]{2,4}-[A-Z0-9]{2,4}"
_SHORT = re.compile(
    rf"https?://(?:www\.)?(?:{_PERMA}|{_ARCHIVE_TODAY}/(?:o/)?[A-Za-z0-9]{{1,12}}"
    r"|webcitation\.org/[A-Za-z0-9]{6,12})/?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ArchiveAddress:
    """An address that stands for another page at another time."""

    host: str
    original: str
    """The page's own address; empty where the copy's does not tell."""
    time: datetime | None = None
    prefix: str = ""
    """Everything before the time; empty where there is none."""
    digits: str = ""
    modifier: str = ""
    """`id_`, `if_`, `mp_` … as it stands."""

    @property
    def raw(self) -> str | None:
        """The same capture as it was received, without banner and rewriting."""
        if not self.prefix or not self.digits or self.host in ARCHIVE_TODAY:
            return None
        return f"{self.prefix}{self.digits}id_/{self.original}"


@lru_cache(maxsize=MOST_REMEMBERED)
def to_be_saved(url: str) -> str:
    """The page behind an address that orders a copy of it; nothing for other addresses."""
    match = _SAVING.fullmatch(url)
    if not match:
        return ""
    return _whole(match["original"] or unquote(match["asked"]))


@lru_cache(maxsize=MOST_REMEMBERED)
def archive_address(url: str, base: str = "") -> ArchiveAddress | None:
    """What an address of an archive stands for; None for an ordinary address.

    Below `base`, an archive's own, any time will do; elsewhere the time must be whole, or the host known.
    """
    parts = split_url(url)
    host = parts.host.removeprefix("www.")
    if not host:
        return None
    known = host in _KNOWN or bool(base and url.startswith(f"{base}/"))
    if not known and not _WHOLE_TIME.search(url):
        return None
    match = _REPLAY.fullmatch(url)
    digits = re.sub(r"\D", "", match["time"]) if match else ""
    if match and (known or (len(digits) == 14 and "://" in match["original"][:8])):
        original = _whole(match["original"])
        if original:
            time = parse_timestamp(digits)
            modifier = match["modifier"] or ""
            return ArchiveAddress(host, original, time, match["prefix"], digits, modifier)
    if match := _TIMELESS.fullmatch(url):
        return ArchiveAddress(host, _whole(match["original"]))
    if host == "webcitation.org" and (asked := parse_qs(parts.query).get("url")):
        return ArchiveAddress(host, _whole(asked[0]))
    return ArchiveAddress(host, "") if _SHORT.fullmatch(url) else None


def _whole(original: str) -> str:
    """The original with its scheme, however it was shortened or escaped."""
    if re.match(r"(?:https?|ftp)%3A", original, re.IGNORECASE):
        original = unquote(original)
    if scheme := re.match(r"(https?|ftp):/{1,2}", original, re.IGNORECASE):
        return f"{scheme[1].lower()}://{original[scheme.end() :]}"
    return f"http://{original}" if re.match(r"[\w-]+(?:\.[\w-]+)+", original) else ""


def parse_timestamp(digits: str) -> datetime | None:
    """A time from four to fourteen digits, the rest taken as early as can be; None where there is no such time."""
    if not re.fullmatch(r"\d{4,14}", digits):
        return None
    try:
        return datetime.strptime(digits + "00000101000000"[len(digits) :], "%Y%m%d%H%M%S").replace(
            tzinfo=UTC
        )
    except ValueError:
        return None
