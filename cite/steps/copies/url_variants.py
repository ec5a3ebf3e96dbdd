"""Spellings of one address under which an archive may have filed the page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|ref_src|_hs\w+|_ga|wt_mc|cmpid|xtor)(?:=|$)",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Another address of the same page."""

    url: str
    words: str
    """What was changed."""
    folded: bool
    """Whether most archives file it under the same key, so that asking them again tells nothing."""


def variants(url: str) -> Iterator[Spelling]:
    """Other addresses of the same page, most likely first; nothing for what is no web address."""
    try:
        parts = urlsplit(url)._replace(fragment="")
        host, _ = parts.hostname, parts.port  # a port that is no number raises here
    except ValueError:
        return
    if parts.scheme not in _PORTS or not host:
        return
    seen = {urlunsplit(parts), url}
    for spelling in _spellings(parts):
        if spelling.url not in seen:
            seen.add(spelling.url)
            yield spelling


def _spellings(parts: SplitResult) -> Iterator[Spelling]:
    common = (_scheme, _www, _slash)
    single = (*common, _port, _query_order, _percent_encoding, _readable, _tracking, _punycode)
    several = chain(combinations(common, 2), [common])
    for changes in chain(((change,) for change in single), several):
        changed, words = parts, []
        for change in changes:
            changed, word = change(changed)
            words.append(word)
        if all(words):
            folded = all(change in _FOLDED for change in changes)
            yield Spelling(urlunsplit(changed), " and ".join(words), folded)


_SESSION = re.compile(
    r";jsessionid=[^/?#]*|(?<=[?&])(?:phpsessid|jsessionid|sid|aspsessionid\w*)=[^&#]*",
    re.IGNORECASE,
)


def same_address_filed(one: str, other: str) -> bool:
    """Whether two addresses are spellings of one, as archives file pages: by host, path and query, loosely."""
    return _key(one) == _key(other)


@lru_cache(maxsize=4096)
def _key(url: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        parts = urlsplit(_SESSION.sub("", url))
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        return url, "", ()
    if not host.isascii():
        host = _punycode(parts)[0].hostname or host
    host = re.sub(r"^www\d*\.", "", host)
    host = f"{host}:{port}" if port not in (None, *_PORTS.values()) else host
    query = _normal(_tracking(parts)[0].query).casefold()
    path = re.sub(r"/{2,}", "/", _normal(parts.path)).casefold().rstrip("/")
    return host, path, tuple(sorted(filter(None, query.split("&"))))


_Change = Callable[[SplitResult], tuple[SplitResult, str]]


def _scheme(parts: SplitResult) -> tuple[SplitResult, str]:
    other = "https" if parts.scheme == "http" else "http"
    netloc = parts.netloc.removesuffix(f":{_PORTS[parts.scheme]}")
    return parts._replace(scheme=other, netloc=netloc), f"as {other}"


def _www(parts: SplitResult) -> tuple[SplitResult, str]:
    user, at, host = parts.netloc.rpartition("@")
    if host.lower().startswith("www."):
        return parts._replace(netloc=user + at + host[4:]), "without www."
    if re.fullmatch(r"[\d.]+(?::\d+)?|\[.*", host) or "." not in host:
        return parts, ""
    return parts._replace(netloc=f"{user}{at}www.{host}"), "with www."


def _slash(parts: SplitResult) -> tuple[SplitResult, str]:
    if parts.path in ("", "/"):
        return parts._replace(path="" if parts.path else "/"), "with or without the first slash"
    if parts.path.endswith("/"):
        return parts._replace(path=parts.path[:-1]), "without the last slash"
    return parts._replace(path=f"{parts.path}/"), "with a last slash"


def _port(parts: SplitResult) -> tuple[SplitResult, str]:
    default = f":{_PORTS[parts.scheme]}"
    if parts.netloc.endswith(default):
        return parts._replace(netloc=parts.netloc.removesuffix(default)), "without its port"
    if parts.port is not None or parts.netloc.endswith(":"):
        return parts, ""
    return parts._replace(netloc=parts.netloc + default), f"with the port {default[1:]}"


def _query_order(parts: SplitResult) -> tuple[SplitResult, str]:
    ordered = "&".join(sorted(parts.query.split("&")))
    return parts._replace(query=ordered), "with its query in alphabetical order"


def _percent_encoding(parts: SplitResult) -> tuple[SplitResult, str]:
    return _rewritten(parts, _normal), "with its percent-encoding made regular"


def _readable(parts: SplitResult) -> tuple[SplitResult, str]:
    return _rewritten(parts, _unescaped), "with its letters in place of percent-encoding"


def _rewritten(parts: SplitResult, rewrite: Callable[[str], str]) -> SplitResult:
    return parts._replace(path=rewrite(parts.path), query=rewrite(parts.query))


def _normal(text: str) -> str:
    """RFC 3986 section 6.2.2: capital digits, nothing encoded that need not be, everything that must."""
    text = quote(text, safe="%/!$&'()*+,;=:@?~-._")

    def one(match: re.Match[str]) -> str:
        character = chr(int(match[0][1:], 16))
        return character if character in _UNRESERVED else match[0].upper()

    return _ESCAPE.sub(one, text)


def _unescaped(text: str) -> str:
    """Letters beyond ASCII as themselves; everything else as it is."""

    def run(match: re.Match[str]) -> str:
        decoded = unquote(match[0], errors="replace")
        return match[0] if "\ufffd" in decoded or not decoded.isprintable() else decoded

    return re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", run, text)


def _tracking(parts: SplitResult) -> tuple[SplitResult, str]:
    query = "&".join(part for part in parts.query.split("&") if not _TRACKING.match(part))
    return parts._replace(query=query), "without its tracking parameters"


def _punycode(parts: SplitResult) -> tuple[SplitResult, str]:
    import idna

    host = parts.hostname or ""
    try:
        if host.isascii():
            other = idna.decode(host) if "xn--" in host else host
        else:
            other = idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return parts, ""
    netloc = re.sub(re.escape(host), lambda _: other, parts.netloc, flags=re.IGNORECASE)
    return parts._replace(netloc=netloc), "with its host in punycode or out of it"


_FOLDED: frozenset[_Change] = frozenset({_scheme, _www, _slash, _port, _query_order})
