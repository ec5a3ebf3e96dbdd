"""Addresses in running text: where they begin and end, and what their author meant.

An address in a note has been through editors, converters and typesetters: underscores escaped twice,
quotation marks and full stops stuck to its end, entities, breaks after a hyphen. Everything here takes
text to text; nothing is asked of the web.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_TLDS = (
    "com|org|net|edu|gov|mil|int|info|museum|coop|news|press|law|blog|online|site|app|dev|biz|name|pro|mobi|aero|jobs|cat|"
    "tel|asia|xyz|io|wiki|page|link|click|shop|store|space|tech|live|media|academy|university|ac|ad|ae|af|ag|ai|al|am|ao|"
    "ar|as|at|au|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bm|bn|bo|br|bs|bt|bw|by|bz|ca|cc|cd|cf|cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cy|"
    "cz|de|dj|dk|dm|do|dz|ec|ee|eg|er|es|et|eu|fi|fj|fk|fm|fo|fr|ga|gd|ge|gf|gg|gh|gi|gl|gm|gn|gp|gq|gr|gt|gu|gy|hk|hn|hr|"
    "ht|hu|id|ie|il|im|in|iq|ir|is|it|je|jm|jo|jp|ke|kg|kh|kr|kw|ky|kz|la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|me|mg|mk|ml|"
    "mm|mn|mo|mq|mr|mt|mu|mv|mw|mx|my|mz|na|nc|ne|nf|ng|ni|nl|no|np|nz|om|pa|pe|pf|pg|ph|pk|pl|pr|pt|pw|qa|re|ro|ru|rw|sa|"
    "sb|sc|sd|se|sg|si|sk|sl|sm|sn|so|sr|su|sv|sy|sz|tc|td|tf|tg|th|tj|tk|tl|tm|tn|to|tr|tt|tv|tw|tz|ua|ug|uk|us|uy|uz|va|"
    "vc|ve|vg|vi|vn|vu|wf|ws|ye|yt|za|zm|zw"
)
"""Last parts of hosts; without those that end the names of files: md, pl, ps, py, rs, sh, st."""
_STOP = r"\s<>\"“”«»„`{}|‘’‚‹›،؛؟۔।॥։፡።，。｡、､；：！？（）「」｢｣『』【】《》〈〉〔〕…↩↑†‡§¶"
"""What no address holds as people write them; accented letters and other scripts do stand in some."""
_APOSTROPHE = r"(?<=\w)’(?=s[_/%-]|\w+[_/%])"
"""As word processors set it within a path: `/wiki/Schindler’s_List`."""
_SICI = r"\(SICI\)[^\s“”]{8,60}<[^<>\s]{3,40}>[\w.;:-]{3,20}"
"""The tail of an old DOI, angle brackets and all."""
_REST = rf"(?:[^{_STOP}]|{_APOSTROPHE}|\{{[0-9A-Fa-f-]{{8,38}}\}})"
_DOI_NAME = rf"10\.\d{{4,9}}/(?:{_SICI}|{_REST}+)"
_DOI_LABEL = r"(?<![\w/.])doi(?::|(?=\s10))\s{0,2}(?:https?://)?"
_HOST = rf"(?:[a-z0-9](?:[a-z0-9-]{{0,62}}[a-z0-9])?\.){{1,4}}(?:{_TLDS})"
_ADDRESS = re.compile(
    rf"""(?P<url>(?:https?|ftp)://(?:(?:dx\.)?doi\.org/10\.\d{{4,9}}/{_SICI}|{_REST}+))
       | (?P<pattern>(?:https?|ftp)://(?=[\[{{<]\w)[^\s/]{{1,60}}[\]}}>]{_REST}*)
       | (?P<www>(?<![\w@./-])www\.{_REST}+\.{_REST}+)
       | (?P<doi>(?:{_DOI_LABEL}|(?<![\w/.:-]))(?P<id>{_DOI_NAME}))
       | (?P<host>(?<![\w@./:-]){_HOST}(?![\w.-]*@)/{_REST}*)""",
    re.IGNORECASE | re.VERBOSE,
)
_HOST_TO_FILL_IN = r"[^/\s]*(?:\[(?![0-9A-Fa-f:.]*:)|[{<])[^/\s]*[\]}>]"
_WORD_TO_FILL_IN = r"\{[A-Za-z][\w .-]{0,40}\}"
_TEMPLATE = re.compile(
    rf"(?:https?|ftp)://(?:{_HOST_TO_FILL_IN}|[^\s{{}}<>]*(?:{_WORD_TO_FILL_IN}|/<[A-Za-z][\w .-]{{0,40}}>))",
    re.IGNORECASE,
)
_OPEN_PATTERN = re.compile(rf"{_WORD_TO_FILL_IN}|(?<=/)<[A-Za-z][\w .-]{{0,40}}>")
"""What follows an address that is a pattern: `https://a.example/{id}`."""
_INNER = re.compile(r"(?<=[;,|)(–—-])(?:https?|ftp)://", re.IGNORECASE)
"""A second address that nothing but punctuation parts from the first."""
_GLUED = re.compile(r"(?:(?<=\.html)|(?<=\.htm)|(?<=\.pdf)|(?<=\.php))\.(?=[A-Z][a-z]+$)")
"""The end of a sentence whose next word stands too close: `a.pdf.Accessed`."""
_TRAILING = ".,;:!?'*_~·؞׃।።་๚។၊⁰¹²³⁴⁵⁶⁷⁸⁹\u037e\u0387–—"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_ENDS = _TRAILING + "".join(_PAIRS.values())
"""What never ends an address: the sentence's punctuation, and brackets that open."""
_BACKSLASHED = re.compile(r"\\+([_*~#&%$\-.()\[\]])")
_TWICE = re.compile(r"\\\\(?=[_*~#&%\-])")
_LIKE_HOST = re.compile(r"[^/?#]*(?:\.|localhost|:\d)")
_INVISIBLE = "\u200b\u200e\u200f\ufeff\u00ad\u2060\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = re.compile(f"[{_INVISIBLE}]|(?<=[!-~])[\u200c\u200d](?=[!-~])")
"""Characters that are not seen; joiners among ASCII letters as well, where they join nothing."""
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
    at = 0
    while match := _ADDRESS.search(text, at):
        raw = _first_of(match[0])
        at = match.start() + len(raw) if raw != match[0] else match.end()
        if (pattern := _OPEN_PATTERN.match(text, match.end())) and raw == match[0]:
            raw += pattern[0]
            at = pattern.end()
        shown = _end_of_address(raw)
        if not shown:
            continue
        yield Address(match.start(), match.start() + len(shown), shown, clean(shown).url)


def _first_of(raw: str) -> str:
    """The first of several addresses that nothing but punctuation parts."""
    inner = _INNER.search(raw, 8)
    return raw[: inner.start()] if inner else raw


def _end_of_address(raw: str) -> str:
    """Without the punctuation of the sentence around it; a bracket opened inside stays closed."""
    raw = raw[: _unopened(raw)]
    if (glued := _GLUED.search(raw)) is not None:
        raw = raw[: glued.start()]
    before = ""
    while raw != before:
        before = raw
        raw = raw.rstrip(_ENDS)
        if raw and raw[-1] in _PAIRS and raw.count(raw[-1]) > raw.count(_PAIRS[raw[-1]]):
            raw = raw[:-1]
        elif (remark := _REMARK.search(raw)) is not None:
            raw = raw[: remark.start()]
    return (
        raw[: -len(ends[0])] if (ends := re.search(r"(?:&(?:gt|quot|lt)(?:;|$))+$", raw)) else raw
    )


_REMARK = re.compile(r"(?<=[^_/=])(?:\([^()]*|\[[^\[\]]*)$")
"""A bracket that is opened close behind an address and closed after a blank: `a.html(accessed 3 May)`."""


def _unopened(raw: str) -> int:
    """Where the first bracket is closed that the address did not open: what follows is not of it."""
    opened = {"(": 0, "[": 0}
    for index, char in enumerate(raw):
        if char in opened:
            opened[char] += 1
        elif char in ")]":
            if not opened[_PAIRS[char]]:
                return index
            opened[_PAIRS[char]] -= 1
    return len(raw)


_PLAIN = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:/[\w./-]*[\w/-])?(?:\?[\w.=&/-]*[\w=/-])?",
    re.ASCII,
)
"""An address that no mending would change, as nearly all are: none of them finds its mark in it."""


@lru_cache(maxsize=1024)
def clean(raw: str) -> Cleaned:
    """The address meant, each repair in words, and the fault of what is none. Cleaning twice changes nothing."""
    if _PLAIN.fullmatch(raw):
        return Cleaned(raw, fault=fault(raw))
    return _mended(raw)


def _mended(raw: str) -> Cleaned:
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


_CALLED_URL = re.compile(r"^URL:\s*(?=\w)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp;)+")
_WWW = re.compile(r"www\.", re.IGNORECASE)
_DOI = re.compile(r"(?:doi:?\s*)?(?=10\.\d{4,9}/)", re.IGNORECASE)
_DOI_BEFORE = re.compile(r"doi:\s*(?=https?://)", re.IGNORECASE)
_SCHEME_NAME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_AFTER_HOST = re.compile(r"[/?#]")
_IN_NO_HOST = re.compile(r"[\s<>\"{}|\\^`]")


def _trimmed(url: str) -> str:
    """Without blanks and invisible characters at its ends."""
    return url.strip(_INVISIBLE + _BLANKS)


def _unwrapped(url: str) -> tuple[str, str]:
    """Without what is put around an address: `<URL:…>`, quotation marks, brackets."""
    bare = url
    while len(bare) > 2 and (bare[0], bare[-1]) in _WRAPPERS:
        bare = bare[1:-1].strip()
    bare = _CALLED_URL.sub("", bare)
    return bare, "what stood around it taken off"


def _without_entities(url: str) -> tuple[str, str]:
    """Without the entities of a page that it was copied from."""
    return _ENTITY.sub("&", url), "&amp; read as &"


def _without_backslashes(url: str) -> tuple[str, str]:
    """Without the escapes of a markup that it came through."""
    return _BACKSLASHED.sub(r"\1", url), "backslashes before punctuation taken out"


def _untypeset(url: str) -> tuple[str, str]:
    """Without what typesetters leave: soft hyphens, closing quotation marks, ellipses."""
    bare = _UNSEEN.sub("", url)
    if bare != url:
        return _untypeset(bare)[0], "invisible characters taken out"
    return url.rstrip("‘’“”«»…،؛。｡、､।።։"), "quotation marks or an ellipsis taken off its end"


def _with_sound_scheme(url: str) -> tuple[str, str]:
    """With a scheme, where it is plain which one was meant."""
    if _WWW.match(url):
        return f"http://{url}", ""
    if match := _DOI.match(url):
        return f"https://doi.org/{url[match.end() :]}", ""
    if match := _DOI_BEFORE.match(url):
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
    if not colon or not _SCHEME_NAME.fullmatch(scheme):
        return "it has no scheme such as https:"
    if scheme.lower() not in ("http", "https", "ftp"):
        return ""
    host = _AFTER_HOST.split(rest.removeprefix("//"), maxsplit=1)[0].rpartition("@")[2]
    if not rest.startswith("//") or not host:
        return "it names no host"
    if host.startswith("[") and "]" not in host:
        return "a bracket in its host is not closed"
    if _IN_NO_HOST.search(host):
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
    """Whether two spellings show a person the same address; one cut short with an ellipsis is the whole."""
    if (cut := re.search(r"(?:…|\.\.\.)\s*$", one)) is not None:
        return bare_address(other).startswith(bare_address(one[: cut.start()]))
    return bare_address(one) == bare_address(other)


def bare_address(url: str) -> str:
    """An address without what differs between two spellings that show a person the same one."""
    from urllib.parse import unquote

    text = unquote(clean(url).url).lower()
    text = re.sub(r"^(?:https?|ftp)://(?:www\.|dx\.)?", "", text)
    text = _TRACKING.sub("", text.split("#:~:text=")[0])
    return text.rstrip("/?&")


_TRACKING = re.compile(r"(?:(?<=[?&])(?:utm_\w+|fbclid|gclid|mc_[ce]id)=[^&#]*&?)+")
"""What tells a site where its reader came from, and nothing about the page."""


def looks_like_address(text: str) -> bool:
    """Whether some link text is itself an address rather than words."""
    text = text.strip()
    found = next(find_addresses(text), None)
    return found is not None and found.start == 0 and found.end >= len(text) - 1
