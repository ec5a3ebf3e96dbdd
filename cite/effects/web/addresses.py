"""Addresses as they go over the wire, and why some cannot. Pure."""

import contextlib
import re
from urllib.parse import urljoin

import httpx

from cite.effects.net.names import literal
from cite.model.evidence import Fault
from cite.recognisers.addresses.url import fault

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_BEFORE_QUERY = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_SLASHES = re.compile(r"^(https?):/{0,2}(?!/)", re.IGNORECASE)
_HOST = re.compile(r"(https?://(?:[^/?#]*@)?)([^/?#:@\[\]]+)", re.IGNORECASE)
_NO_HOST = re.compile(r"[\s<>\"{}|\\^`%]")


class NotAskable(Exception):
    """An address that cannot be asked at all, and why."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(detail)
        self.fault = fault
        self.detail = detail


def askable_url(url: str) -> httpx.URL:
    """An address ready to be asked, its fragment left out. Raises NotAskable."""
    scheme, colon, _ = url.strip().partition(":")
    if not colon or not _SCHEME.fullmatch(scheme):
        raise NotAskable(Fault.INVALID_ADDRESS, f"“{url[:200]}” has no scheme such as https:")
    if scheme.lower() not in ("http", "https"):
        raise NotAskable(Fault.UNSUPPORTED_SCHEME, f"{scheme.lower()}: is not asked over the web")
    wire = wire_url(url)
    if problem := fault(wire):
        raise NotAskable(Fault.INVALID_ADDRESS, problem)
    try:
        parsed = httpx.URL(wire.partition("#")[0])
        host = parsed.host  # decoded only now, and not every punycode can be
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise NotAskable(Fault.INVALID_ADDRESS, str(error)) from error
    if not host:
        raise NotAskable(Fault.INVALID_ADDRESS, "it names no host")
    if parsed.port is not None and not 0 < parsed.port < 65536:
        raise NotAskable(Fault.INVALID_ADDRESS, f"there is no port {parsed.port}")
    if _NO_HOST.search(host) and ":" not in host:
        raise NotAskable(Fault.INVALID_ADDRESS, "its host has a character that no host can have")
    return parsed


def wire_url(url: str) -> str:
    """An address as a browser would send it: blanks trimmed, backslashes before the query turned."""
    match = _BEFORE_QUERY.match(url.strip())
    assert match is not None
    head = _SLASHES.sub(lambda m: f"{m[1].lower()}://", match[1].replace("\\", "/"))
    # Numbers of hosts in the one spelling that every library reads.
    head = _HOST.sub(
        lambda m: f"{m[1]}{literal(m[2]) or m[2]}" if m[2][0].isdigit() else m[0], head
    )
    return (head + match[2]).replace("\t", "").replace("\n", "").replace("\r", "")


def onward_url(base: str, location: str) -> str:
    """A Location resolved against the address that sent it, as browsers do (WHATWG URL, "basic URL parser")."""
    location = _UNSEEN.sub("", location.strip(_BLANKS))
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    base = wire_url(base)
    try:
        return urljoin(base, _reference(base.partition(":")[0], location))
    except ValueError:
        return location  # no address at all; the next hop says so


_BLANKS = "".join(map(chr, range(0x21)))
_UNSEEN = re.compile(r"[\t\n\r]")


def _reference(base_scheme: str, location: str) -> str:
    """A reference of the web with its slashes set right: any number of them, either way round, begin a host.

    `http:page` is a page beside the one that says so, unless that was had over another scheme.
    """
    scheme, colon, rest = location.partition(":")
    if colon and _SCHEME.fullmatch(scheme):
        if scheme.lower() not in ("http", "https"):
            return location
    else:
        scheme, rest = base_scheme, location
    match = _BEFORE_QUERY.match(rest)
    assert match is not None
    path, query = match[1].replace("\\", "/"), match[2]
    if scheme.lower() == base_scheme and not path.startswith("//"):
        return path + query
    return f"{scheme.lower()}://{path.lstrip('/')}{query}"


def same_resource(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing but their fragments."""
    return one.partition("#")[0] == other.partition("#")[0]
