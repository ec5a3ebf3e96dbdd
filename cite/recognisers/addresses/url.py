"""Addresses in running text: where they begin and end, and what their author meant.

An address in a note has been through editors, converters and typesetters: underscores escaped twice,
quotation marks and full stops stuck to its end, entities, breaks after a hyphen. Everything here takes
text to text; nothing is asked of the web.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TLDS = (
    "com|org|net|edu|gov|mil|int|info|io|eu|uk|us|ca|de|fr|it|es|pt|nl|be|ch|at|au|nz|jp|cn|in|br|ru|se|no|"
    "dk|fi|pl|cz|gr|ie|za|mx|ar|cl|co|tv|me|cc|ph|kh|th|museum|coop|ac|news|press|law|blog|online|site|app|dev"
)
_STOP = r"\s<>\"“”«»„`{}|‘’‚‹›،，。、；：！？（）「」『』【】《》…"
_ADDRESS = re.compile(
    rf"""(?P<url>(?:https?|ftp)://[^{_STOP}]+)
       | (?P<www>(?<![\w@./-])www\.[^{_STOP}]+\.[^{_STOP}]+)
       | (?P<doi>(?:(?<![\w/.])doi:\s{{0,2}}(?:https?://)?|(?<![\w/.:-]))(?P<id>10\.\d{{4,9}}/[^{_STOP}]+))
       | (?P<host>(?<![\w@./:-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}}[a-z0-9])?\.){{1,4}}(?:{_TLDS})(?![\w.-]*@)/[^{_STOP}]*)""",
    re.IGNORECASE | re.VERBOSE,
)
_TEMPLATE = re.compile(r"https?://[^/\s]*[\[{<][^/\s]*[\]}>]", re.IGNORECASE)
_TRAILING = ".,;:!?'*_~"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_BACKSLASHED = re.compile(r"\\+([_*~#&%$\-.()\[\]])")
_TWICE = re.compile(r"\\\\(?=[_*~#&%\-])")
_LIKE_HOST = re.compile(r"[^/?#]*(?:\.|localhost|:\d)")
_INVISIBLE = "\u200b\u200e\u200f\ufeff\u00ad\u2060"
_BLANKS = "".join(c for c in map(chr, range(0x3001)) if c.isspace())
MOST_REPAIRS = 20
_WRAPPERS = frozenset(
    {
        ("<", ">"),
        ('"', '"'),
        ("'", "'"),
        ("“", "”"),
        ("„", "“"),
        ("«", "»"),
        ("(", ")"),
        ("[", "]"),
        ("`", "`"),
    }
)
_SCHEME_TWICE = re.compile(r"https?:?/{0,2}(?=https?:?//)", re.IGNORECASE)
_SCHEME_MISSPELT = re.compile(
    r"(?:h?t{1,3}ps?|hhttps?|htpps?|hptts?|hxxps?|htts?|ht+p+s?)(?:[:;.,]{1,2}[/\\]{0,4}|[/\\]{2,3})",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address found in a text."""

    start: int
    end: int
    shown: str
    """As it stands there."""
    url: str
    """As its author meant it."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An address as meant, and what had to be undone."""

    url: str
    repairs: tuple[str, ...] = ()
    fault: str = ""
    """Why it is no address at all, in words; empty for a sound one."""
    template: bool = False
    """Whether it is a pattern for addresses, such as `https://[agency].gov`."""


def find_addresses(text: str) -> Iterator[Address]:
    """Every address in a text, in order: with a scheme, `www.`, a DOI, or a host with a path."""
    for match in _ADDRESS.finditer(text):
        shown = _end_of_address(match[0])
        if not shown:
            continue
        yield Address(match.start(), match.start() + len(shown), shown, clean(shown).url)


def _end_of_address(raw: str) -> str:
    """Without the punctuation of the sentence around it; a bracket opened inside stays closed."""
    while raw:
        last = raw[-1]
        if last in _TRAILING or (last in _PAIRS and raw.count(last) > raw.count(_PAIRS[last])):
            raw = raw[:-1]
        elif raw.endswith("&gt"):
            raw = raw[:-3]
        else:
            break
    return raw


def clean(raw: str) -> Cleaned:
    """The address meant, each repair in words, and the fault of what is none. Cleaning twice changes nothing."""
    repairs: list[str] = []
    url, before = raw, ""
    while url != before and len(repairs) < MOST_REPAIRS:
        before = url = _trimmed(url)
        for mend in MENDS:
            mended, words = mend(url)
            if mended != url:
                url = mended
                repairs += [words] if words else []
    repairs = list(dict.fromkeys(repairs))
    return Cleaned(url, tuple(repairs), fault(url), bool(_TEMPLATE.match(url)))


def _trimmed(url: str) -> str:
    """Without blanks and invisible characters at its ends."""
    return url.strip(_INVISIBLE + _BLANKS)


def _unwrapped(url: str) -> tuple[str, str]:
    """Without what is put around an address: `<URL:…>`, quotation marks, brackets."""
    bare = url
    while len(bare) > 2 and (bare[0], bare[-1]) in _WRAPPERS:
        bare = bare[1:-1].strip()
    bare = re.sub(r"^URL:\s*(?=\w)", "", bare, flags=re.IGNORECASE)
    return bare, "what stood around it taken off"


def _without_entities(url: str) -> tuple[str, str]:
    """Without the entities of a page that it was copied from."""
    return re.sub(r"&(?:amp;)+", "&", url), "&amp; read as &"


def _without_backslashes(url: str) -> tuple[str, str]:
    """Without the escapes of a markup that it came through."""
    return _BACKSLASHED.sub(r"\1", url), "backslashes before punctuation taken out"


def _untypeset(url: str) -> tuple[str, str]:
    """Without what typesetters leave: soft hyphens, closing quotation marks, ellipses."""
    bare = url.replace("\u00ad", "").replace("\u200b", "")
    if bare != url:
        return _untypeset(bare)[0], "invisible characters taken out"
    return url.rstrip("‘’“”«»…،。、"), "quotation marks or an ellipsis taken off its end"


def _with_sound_scheme(url: str) -> tuple[str, str]:
    """With a scheme, where it is plain which one was meant."""
    if re.match(r"www\.", url, re.IGNORECASE):
        return f"http://{url}", ""
    if match := re.match(r"(?:doi:\s*)?(?=10\.\d{4,9}/)", url, re.IGNORECASE):
        return f"https://doi.org/{url[match.end() :]}", ""
    if match := re.match(r"doi:\s*(?=https?://)", url, re.IGNORECASE):
        return url[match.end() :], ""
    if _SCHEME_TWICE.match(url):
        start = 0
        while match := _SCHEME_TWICE.match(url, start):
            start = match.end()
        return _with_sound_scheme(url[start:])[0], "the scheme written more than once taken out"
    if (match := _SCHEME_MISSPELT.match(url)) and _LIKE_HOST.match(url[match.end() :]):
        secure = "s" if match[0].lower().rstrip(":;.,/\\").endswith("s") else ""
        sound = re.fullmatch(r"https?://", match[0], re.IGNORECASE)
        mended = match[0] if sound else f"http{secure}://"
        return mended + url[match.end() :], "its scheme mended"
    if re.match(r"//[^/?#\s]+\.[^/?#\s]+", url):
        return f"https:{url}", "https: put before it"
    if not _SCHEME.match(url):
        if re.match(rf"[\w-]+(\.[\w-]+)*\.({_TLDS})(/|$)", url, re.IGNORECASE):
            return f"http://{url}", ""
        if re.match(
            r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?::\d{1,5})?/\S*$",
            url,
            re.IGNORECASE,
        ):
            return f"http://{url}", "http:// put before it"
    return url, ""


MENDS = (_unwrapped, _without_entities, _without_backslashes, _untypeset, _with_sound_scheme)
"""In this order; each takes an address to an address and says what it did."""


def fault(url: str) -> str:
    """Why this is no address that anything could be asked of, or nothing."""
    scheme, colon, rest = url.partition(":")
    if not colon or not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme):
        return "it has no scheme such as https:"
    if scheme.lower() not in ("http", "https", "ftp"):
        return ""
    host = re.split(r"[/?#]", rest.removeprefix("//"), maxsplit=1)[0].rpartition("@")[2]
    if not rest.startswith("//") or not host:
        return "it names no host"
    if host.startswith("[") and "]" not in host:
        return "a bracket in its host is not closed"
    if re.search(r"[\s<>\"{}|\\^`]", host):
        return "its host has a character that no host can have"
    name, _, port = host.partition("]:") if host.startswith("[") else host.partition(":")
    if port and not (re.fullmatch("[0-9]{1,5}", port) and int(port) < 65536):
        return f"there is no port {port}"
    if not name.startswith("[") and any(
        not label or len(label) > 63 for label in name.rstrip(".").split(".")
    ):
        return "its host has an empty or overlong part"
    return ""


_ESCAPED = re.compile(rf"(?:https?://|www\.)[^{_STOP}]+", re.IGNORECASE)


def double_escapes(source: str) -> list[tuple[int, int]]:
    """Where Markdown escapes within an address twice what needs it once.

    A converter that escapes what was escaped leaves `\\\\_`; a strict reading then gives a backslash
    that never stood in the address, and may take what follows for emphasis.
    """
    if "\\\\" not in source:
        return []
    return [
        (address.start() + twice.start(), address.start() + twice.end())
        for address in _ESCAPED.finditer(source)
        for twice in _TWICE.finditer(address[0])
    ]


def mend_escapes(source: str) -> str:
    """Markdown source with what addresses escape twice escaped once."""
    for start, end in reversed(double_escapes(source)):
        source = source[: start + 1] + source[end:]
    return source


def same_address(one: str, other: str) -> bool:
    """Whether two spellings show a person the same address."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    from urllib.parse import unquote

    text = unquote(clean(url).url).lower()
    text = re.sub(r"^(?:https?|ftp)://(?:www\.|dx\.)?", "", text)
    return text.split("#:~:text=")[0].rstrip("/")


def looks_like_address(text: str) -> bool:
    """Whether some link text is itself an address rather than words."""
    text = text.strip()
    found = next(find_addresses(text), None)
    return found is not None and found.start == 0 and found.end >= len(text) - 1
