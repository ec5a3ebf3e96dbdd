"""What a page says in data rather than in words: JSON-LD, the state that scripts start from, words to renderers."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MOST_DATA = 400_000
"""Characters of one script that are looked through for a state."""
_GONE = re.compile(
    r"\"page\"\s*:\s*\"/(?:404|_error|not-?found)\""
    r"|\"(?:http_?)?status_?(?:code)?\"\s*:\s*\"?(?:404|410)\b"
    r"|\"statusCode\"\s*:\s*\d{1,3}\b[^\[\]]{0,300}\}\s*,\s*(?:404|410)\s*,"
    r"|\berror\s*:\s*\{[^{}]{0,120}\bstatusCode\s*:\s*(?:404|410)\b"
    r"|\"errors\"\s*:\s*\[\s*\{[^{}\[\]]{0,200}\"(?:message|name|code|kind|type|reason|status_?text|title)\"\s*:\s*\"[^\"]{0,40}(?:not[ _-]?found|no[ _]such|does(?:n[’']t| not) exist)"
    # One object of that name may be the words of a translation, kept for when they are needed.
    r"|\"error\"\s*:\s*\{[^{}\[\]]{0,200}\"(?:kind|type|reason|status_?text)\"\s*:\s*\"[^\"]{0,40}(?:not[ _-]?found|no[ _]such|does(?:n[’']t| not) exist)"
    r"|\"error\"\s*:\s*\{\s*\"(?:id|kind|code|status)\"\s*:[^{}\[\]]{0,100},\s*\"message\"\s*:\s*\"[^\"]{0,40}(?:not[ _-]?found|no[ _]such|does(?:n[’']t| not) exist)"
    r"|\"status\"\s*:\s*\"(?:error\"\s*,\s*\"reason|(?:not_?found|deleted|removed|gone)\"\s*,\s*\"(?:reason|message))\""
    r"|\"(?:is)?_?not_?found\"\s*:\s*true\b|\"is_?404\"\s*:\s*true\b"
    r"|\bpagePath\s*=\s*[\"']/404\b"
    r"|\bpage_?(?:type|category|template)[\"']?\s*[:=]\s*[\"'][^\"']{0,20}(?:\b404\b|not[ _-]?found)[^\"']{0,20}[\"']",
    re.IGNORECASE,
)
"""How frameworks and counters of visits write that nothing is there."""
_MAYBE = (
    "404", "410", "_error", "otfound", "ot-found", "ot_found", "ot found", "otFound", "ot Found", "OT_FOUND", "OT FOUND",
    "o such", "o_such", "O_SUCH", "not exist", "n't exist", "n’t exist", ':"error"', ': "error"', ':"ERROR"', ': "ERROR"',
    'deleted"', 'DELETED"', 'removed"', 'REMOVED"', 'gone"', 'GONE"',
)  # fmt: skip
"""Strings of which a script that says so holds one; few others do, and the expression is slow on long ones."""
_STATUS_META = ("prerender-status-code", "render:status_code", "status-code", "http-status")


@dataclass(frozen=True, slots=True)
class Described:
    """What JSON-LD says of a page and the work on it."""

    kinds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Titles, the site's and its people's names left out."""
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def json_ld(text: str | None) -> Described:
    """Types, titles, authors and dates of what JSON-LD describes."""
    try:
        data = json.loads(text or "")
    except (ValueError, RecursionError):
        return Described()
    kinds: list[str] = []
    names: list[str] = []
    authors: list[str] = []
    dates: list[str] = []
    stack: list[Any] = [data]
    while stack and len(names) < 8 and len(kinds) < 40:
        item = stack.pop()
        if isinstance(item, list):
            stack += item[:50]
        elif isinstance(item, dict):
            kind = str(item.get("@type", ""))[:100]
            kinds.append(kind)
            if not re.search(r"Organi[sz]ation|WebSite|Person|Breadcrumb|ListItem", kind):
                names += _texts(item, "headline", "name")
                authors += _people(item.get("author"))
                dates += _texts(item, "datePublished", "dateCreated")
            stack += [
                value
                for key, value in item.items()
                if key in ("@graph", "mainEntity", "mainEntityOfPage")
            ]
    return Described(tuple(kinds), tuple(names), tuple(authors[:8]), tuple(dates[:4]))


MOST_DESCRIPTIONS = 6


def described(scripts: Sequence[str]) -> Described:
    """What the first scripts of JSON-LD say together."""
    said = [json_ld(text) for text in scripts[:MOST_DESCRIPTIONS]]
    return Described(
        tuple(kind for one in said for kind in one.kinds),
        tuple(name for one in said for name in one.names),
        tuple(author for one in said for author in one.authors),
        tuple(date for one in said for date in one.dates),
    )


def _texts(item: Mapping[str, Any], *keys: str) -> list[str]:
    return [" ".join(item[key].split())[:500] for key in keys if isinstance(item.get(key), str)]


def _people(value: object) -> list[str]:
    people = value if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in people[:20]]
    return [" ".join(name.split())[:200] for name in named if isinstance(name, str) and name]


def says_gone(meta: Mapping[str, Sequence[str]], scripts: Iterable[str]) -> str:
    """Where a page's data say that nothing is there, as it stands; nothing where they do not."""
    for name in _STATUS_META:
        for value in meta.get(name, ()):
            if value.strip() in ("404", "410"):
                return f"{name}: {value}"
    for script in scripts:
        data = script[:MOST_DATA]
        if any(sign in data for sign in _MAYBE) and (match := _GONE.search(data)):
            return match[0]
    return ""
