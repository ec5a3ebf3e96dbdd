"""Text from strangers made harmless for a terminal."""

import unicodedata

_KEEP = frozenset("\u200c\u200d")
_REPLACED = "\ufffd"


def safe(text: str) -> str:
    """One line without control characters, escapes and direction overrides, which could rewrite a screen."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(c) for c in text)


def visible(text: str) -> str:
    """The same, for text that is kept: what could rewrite a screen is left out."""
    return text if text.isprintable() else "".join(c for c in safe(text) if c != _REPLACED)


def _shown(char: str) -> str:
    if char in "\n\t\r":
        return " "
    if char in _KEEP or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return char
    return _REPLACED
