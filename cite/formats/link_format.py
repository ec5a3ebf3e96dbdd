"""TimeMaps in link format (RFC 7089 section 5, RFC 6690): a list of captures, one a line as a rule."""

import email.utils
import heapq
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from cite.model.evidence import Memento

_LINK = re.compile(
    r"<([^<>\s]{1,4000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]{0,500}\"|[^\s;,\"]{1,200}))*)"
)
_PARAMETER = re.compile(r";\s*([\w*-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))")


@dataclass(frozen=True, slots=True)
class Links:
    """What a TimeMap, or a Link header, lists."""

    mementos: tuple[Memento, ...] = ()
    """Each with the original that the list names; with none where it names none."""
    original: str = ""
    """Empty for what is no TimeMap at all."""
    pages: tuple[tuple[str, datetime | None, datetime | None], ...] = ()
    """Further TimeMaps that hold the rest, each with the times from which and until which."""


def parse_links(text: str, archive: str) -> Links:
    """The links of a TimeMap, in order; lines that make no sense are passed over."""
    original = ""
    found: list[tuple[str, datetime]] = []
    pages: list[tuple[str, datetime | None, datetime | None]] = []
    for match in _LINK.finditer(text):
        parameters = {
            name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(match[2])
        }
        relations = parameters.get("rel", "").lower().split()
        if "original" in relations:
            original = original or match[1]
        elif "memento" in relations and (when := http_date(parameters.get("datetime", ""))):
            found.append((match[1], when))
        elif "timemap" in relations:
            pages.append(
                (
                    match[1],
                    http_date(parameters.get("from", "")),
                    http_date(parameters.get("until", "")),
                )
            )
    mementos = (Memento(url, original, when, archive) for url, when in found)
    return Links(tuple(mementos), original, tuple(pages))


def absolute(base: str, target: str) -> str:
    """Where a link or a redirect leads from a page (RFC 3986 section 5); nothing for what is no address."""
    try:
        return urljoin(base, target)
    except ValueError:
        return ""


def http_date(text: str) -> datetime | None:
    """A date as HTTP has it (RFC 9110 section 5.6.7), or None."""
    try:
        when = email.utils.parsedate_to_datetime(text)
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class NearestLinks:
    """Of a TimeMap of any length, the links nearest to an instant, so many on either side."""

    near: datetime
    most: int = 100

    def open(self) -> "_Sifting":
        """To be fed with the body as it comes."""
        return _Sifting(self.near, self.most)


_ENTRY = re.compile(rb"<([^<>]{1,4000})>([^<]{0,2000})")
_DATE = b'datetime="'
_MONTHS = {
    month.encode(): b"%02d" % number
    for number, month in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
_LONGEST_ENTRY = 8000
_MOST_OTHERS = 200


class _Sifting:
    """Holds one piece of the body and the links worth keeping, and nothing else."""

    def __init__(self, near: datetime, most: int) -> None:
        self._near = f"{near.year:04}{near:%m%d%H%M%S}".encode()
        self._most = most
        self._rest = b""
        self._before: list[tuple[bytes, bytes]] = []
        self._after: list[tuple[int, bytes]] = []
        self._others: list[bytes] = []
        self._seen = 0

    def feed(self, part: bytes) -> None:
        """The next piece, of any length."""
        text = self._rest + part
        cut = text.rfind(b"<")
        if cut < 0 or len(text) - cut > _LONGEST_ENTRY:
            cut = len(text)
        self._rest = text[cut:]
        self._sift(text[:cut])

    def _sift(self, text: bytes) -> None:
        near, before, most = self._near, self._before, self._most
        for match in _ENTRY.finditer(text):
            date = match[2].find(_DATE)
            if date < 0:
                if len(self._others) < _MOST_OTHERS:
                    self._others.append(match[0])
                continue
            self._seen += 1
            start = match.start(2) + date + len(_DATE)
            when = text[start : start + 29]
            key = b"".join(
                (when[12:16], _MONTHS.get(when[8:11], b""), when[5:7], when[17:19], when[20:22], when[23:25])
            )  # fmt: skip
            if len(key) != 14 or not key.isdigit():
                continue
            if key > near:
                self._keep_after(key, match[0])
            elif len(before) < most:
                heapq.heappush(before, (key, match[0]))
            elif key > before[0][0]:
                heapq.heapreplace(before, (key, match[0]))

    def _keep_after(self, key: bytes, entry: bytes) -> None:
        after = self._after
        if len(after) < self._most:
            heapq.heappush(after, (-int(key), entry))
        elif -int(key) > after[0][0]:
            heapq.heapreplace(after, (-int(key), entry))

    def kept(self) -> bytes:
        """A short TimeMap: what is no capture first, then the captures kept, oldest first."""
        self._sift(self._rest)
        self._rest = b""
        later = [entry for _, entry in sorted(self._after, reverse=True)]
        entries = [*self._others, *(entry for _, entry in sorted(self._before)), *later]
        return b"\n".join(entries)

    def left_out(self) -> str:
        """How much of it was not kept, in words; nothing where all was."""
        kept = len(self._before) + len(self._after)
        if kept == self._seen:
            return ""
        return f"{kept} of its {self._seen} captures kept, those nearest to the date"
