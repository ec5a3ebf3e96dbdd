"""Text to and from the LaTeX that BibTeX files hold."""

import re
import unicodedata

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_UNESCAPES = {escaped: plain for plain, escaped in _ESCAPES.items()}
_UNESCAPE = re.compile(
    "|".join(re.escape(text) for text in sorted(_UNESCAPES, key=len, reverse=True))
)
_ACCENTS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a"}  # fmt: skip
_ACCENT = re.compile(
    r"\\([`'^\"~=.]|[uvHckr](?![a-zA-Z]))\s*(?:\{\s*\\?([a-zA-Z])\s*\}|\\?([a-zA-Z]))"
)
_LETTERS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "i": "ı"}  # fmt: skip
_LETTER = re.compile(r"\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![a-zA-Z])(?:\{\})?\s?")
_COMMAND = re.compile(
    r"\\(?:emph|textit|textbf|textsc|mkbibquote|enquote|url|texttt|mbox)\s*(?=\{)"
)


def escape(text: str) -> str:
    """Text with LaTeX's special characters escaped; Unicode stays as it is."""
    text = "".join(c for c in text if c.isprintable() or c == " ")
    return "".join(_ESCAPES.get(c, c) for c in text)


def unescape(text: str) -> str:
    """What LaTeX markup would show, as plain text."""
    if "\\" in text:
        text = _ACCENT.sub(_accented, text)
        text = _LETTER.sub(lambda match: _LETTERS[match[1]], text)
        text = _COMMAND.sub("", text)
        text = _UNESCAPE.sub(lambda match: f"\ue000{_UNESCAPES[match[0]]}", text)
        text = text.replace("\\,", " ").replace("\\ ", " ").replace("\\-", "")
    text = (
        text.replace("---", "—").replace("--", "–").replace("~", " ")
        if "\ue000~" not in text
        else text
    )
    braces = re.sub(r"(?<!\ue000)[{}]", "", text)
    return re.sub(r"\s+", " ", braces.replace("\ue000", "")).strip()


def _accented(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", (match[2] or match[3]) + _ACCENTS[match[1]])
