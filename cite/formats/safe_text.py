"""Text from strangers made harmless for a terminal."""

import json
import re
import unicodedata

_KEEP = frozenset("\u200c\u200d")
_REPLACED = "\ufffd"
_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Controls beyond ASCII, directions and what else has no shape, which JSON may hold as they are."""


def safe(text: str) -> str:
    """One line without control characters, escapes and direction overrides, which could rewrite a screen."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(c) for c in text)


def cell(text: str) -> str:
    """A cell of a table that no spreadsheet takes for a formula, and no terminal for a command."""
    text = safe(text)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def visible(text: str) -> str:
    """The same, for text that is kept: what could rewrite a screen is left out."""
    return text if text.isprintable() else "".join(c for c in safe(text) if c != _REPLACED)


def json_text(value: object, indent: int | None = 2) -> str:
    """JSON that may be shown anywhere: what could rewrite a screen is written as an escape, and means the same."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() else _UNSEEN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _shown(char: str) -> str:
    if char in "\n\t\r":
        return " "
    if ord(char) & 0xFFFE == 0xFFFE:  # no character at all: XML cannot hold it
        return _REPLACED
    if char in _KEEP or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return char
    return _REPLACED
