"""Text to and from the LaTeX that BibTeX files hold."""

import re
import unicodedata

from cite.formats.safe_text import visible

# `\{` would do in LaTeX, but BibTeX counts its brace all the same, and one of a pair breaks the file.
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&", "%": r"\%",
    "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_ESCAPE = str.maketrans(_ESCAPES)
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331", "G": "\u030f",
}  # fmt: skip
_COMBINING = {mark: accent for accent, mark in _ACCENTS.items()}
_TIE = "\u0361"
_OTHER_ACCENTS = {
    "t": _TIE, "newtie": _TIE, "texttoptiebar": _TIE, "textcommabelow": "\u0326", "textogonekcentered": "\u0328",
}  # fmt: skip
"""Accents that are read and never written."""
READ_ACCENTS = _ACCENTS | _OTHER_ACCENTS
"""Commands that put an accent on a letter, and the sign that Unicode has for it."""
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "ij": "ĳ", "IJ": "Ĳ", "S": "§", "P": "¶", "pounds": "£",
}  # fmt: skip
_SYMBOLS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
    "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textellipsis": "…", "textquoteright": "’",
    "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'", "textquotedbl": '"',
    "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„", "textbar": "|", "textless": "<",
    "textgreater": ">", "textunderscore": "_", "texteuro": "€", "euro": "€", "textsection": "§",
    "textregistered": "®", "texttrademark": "™", "textdegree": "°", "copyright": "©", "slash": "/", "lbrace": "{", "rbrace": "}",
    "textsuperscript": "", "emph": "", "textit": "", "textbf": "", "textsc": "", "textrm": "", "texttt": "",
    "mkbibquote": "", "mkbibemph": "", "enquote": "", "url": "", "mbox": "", "it": "", "em": "", "bf": "", "sc": "", "rm": "",
    "newblock": "", "noopsort": "", "relax": "", "protect": "",
}  # fmt: skip
_NAMED = _LETTERS | _SYMBOLS
_ACCENT = (
    rf"[`'^\"~=.]|(?:[uvHckrdbtG]|{'|'.join(filter(str.isalpha, _OTHER_ACCENTS))})(?![a-zA-Z])"
)
_LETTER = rf"\\(?P<named>{'|'.join(_LETTERS)})(?![a-zA-Z])\s*|(?P<letter>[^\W\d_][\u0300-\u036f]*)"
_BARE_LETTER = (
    rf"\\(?P<bare_named>{'|'.join(_LETTERS)})(?![a-zA-Z])\s*|(?P<bare>[^\W\d_][\u0300-\u036f]*)"
)
_ACCENTED = re.compile(
    rf"(?<!\\)(?P<breaks>(?:\\\\)*)\\(?P<accent>{_ACCENT})\s*"
    rf"(?:\{{(?P<again>\s*\{{)?\s*(?:{_LETTER})(?P<more>[^\W\d_]*)\s*(?(again)\}}\s*)\}}|{_BARE_LETTER})"
)
r"""A letter with its accent, in braces or bare: `\'{e}`, `\v S`, `\"{\i}`, `\t{oo}`."""
_MOST_ACCENTS = 4
r"""On one letter, one within the other: `\d{\^{a}}`."""
_MARKUP = re.compile(
    r"\\(?P<word>[a-zA-Z]+)(?:\{\}|\s+)?|\\(?P<space>[\s,;:!/-])|\\(?P<sign>.)"
    r"|(?P<dash>---?)|(?P<tie>~)|(?P<open>``)|(?P<close>'')|(?P<nothing>[{}$])"
)
_MARKED = re.compile(r"[\\{}$~]|--|``|''")
_DIRECT = {"–": "--", "—": "---", "…": r"\ldots{}", "“": "``", "”": "''", "‘": "`", "’": "'", "„": r"\quotedblbase{}", "«": r"\guillemotleft{}", "»": r"\guillemotright{}", "\u00a0": "~", "€": r"\texteuro{}", "°": r"\textdegree{}", "‐": "-", "‑": "-", "−": "--"}  # fmt: skip
_SPELT = {letter: f"{{\\{name}}}" for name, letter in _LETTERS.items()} | _DIRECT


def escape(text: str) -> str:
    """One line with LaTeX's special characters escaped; Unicode stays as it is."""
    return visible(" ".join(text.split())).translate(_ESCAPE)


def spell_out(escaped: str) -> str:
    """Escaped text with accents and signs as commands, for programs that know no Unicode.

    Scripts that LaTeX has no commands for stay as they are.
    """
    return (
        escaped
        if escaped.isascii()
        else "".join(map(_spelt, unicodedata.normalize("NFC", escaped)))
    )


def _spelt(char: str) -> str:
    if char.isascii():
        return char
    if char in _SPELT:
        return _SPELT[char]
    apart = unicodedata.normalize("NFD", char)
    if len(apart) != 2 or not apart[0].isascii() or apart[1] not in _COMBINING:
        return char
    base, accent = apart[0], _COMBINING[apart[1]]
    # Over i and j an accent takes the place of the dot.
    letter = f"\\{base}" if base in "ij" and accent not in "ckdb" else base
    return (
        f"{{\\{accent}{{{letter}}}}}"
        if accent.isalpha() or letter != base
        else f"{{\\{accent}{base}}}"
    )


def unescape(text: str) -> str:
    """What LaTeX markup would show, as plain text on one line."""
    if _MARKED.search(text):
        text = _MARKUP.sub(_shown, _with_accents(text))
    return visible(" ".join(text.split()))


def _with_accents(text: str) -> str:
    """The text with its accents on their letters, the innermost first."""
    for _ in range(_MOST_ACCENTS if "\\" in text else 0):
        text, count = _ACCENTED.subn(_accented, text)
        if not count:
            break
    return text


def _accented(match: re.Match[str]) -> str:
    named = match["named"] or match["bare_named"]
    # Over i and j an accent takes the place of the dot: it stands on the letter as it is.
    letter = (named if named in ("i", "j") else _LETTERS[named]) if named else ""
    letter = letter or match["letter"] or match["bare"]
    whole = letter + READ_ACCENTS[match["accent"]] + (match["more"] or "")
    return match["breaks"] + unicodedata.normalize("NFC", whole)


def _shown(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "word":
            word = match["word"]
            return _NAMED[word] if word in _NAMED else _greek(word) or match[0]
        case "space":
            return " " if match["space"] in " \n\t,;:" else ""
        case "sign":
            return match["sign"] if match["sign"] != "\\" else " "
        case "dash":
            return "–" if match["dash"] == "--" else "—"
        case "tie":
            return " "
        case "open":
            return "“"
        case "close":
            return "”"
        case _:
            return ""


def _greek(word: str) -> str:
    """`alpha` as mathematics writes it; nothing for other words."""
    case = "CAPITAL" if word[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {case} LETTER {word.upper()}")
    except KeyError:
        return ""
