"""Names of WordprocessingML (ECMA-376, part 1), as lxml spells them, and how its values are read."""

from typing import TYPE_CHECKING

from cite.model.notes import int_to_roman

if TYPE_CHECKING:
    from cite.formats.xml import Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R.encode()),
)
RELATED = f"{{{_R}}}id"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = frozenset({"0", "false", "off"})


def w(name: str) -> str:
    """A name of the main namespace."""
    return f"{{{_W}}}{name}"


VAL = w("val")


def transitional(content: bytes) -> bytes:
    """A part in the strict namespaces with the names that everyone else writes."""
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    return content


def strict(content: bytes) -> bytes:
    """A part back in the strict namespaces that it came in."""
    for wanted, usual in _STRICT:
        content = content.replace(usual, wanted)
    return content


def value(parent: "Element | None", name: str) -> str | None:
    """The `w:val` of a child; None where there is no such child or value."""
    child = parent.find(w(name)) if parent is not None else None
    return child.get(VAL) if child is not None else None


def toggle(parent: "Element", name: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said."""
    child = parent.find(w(name))
    return None if child is None else child.get(VAL, "1").lower() not in _OFF


def number(text: str | None, otherwise: int) -> int:
    """A whole number, or what is put in its place."""
    try:
        return int(text or "")
    except ValueError:
        return otherwise


_CHICAGO = "*†‡§"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_HAN = "〇一二三四五六七八九"


def numeral(count: int, notation: str) -> str:
    """A number in one of Word's notations (`w:numFmt`); those of few readers as Arabic figures."""
    match notation:
        case "lowerRoman" | "upperRoman" if 0 < count < 4000:
            roman = int_to_roman(count)
            return roman.upper() if notation == "upperRoman" else roman
        case "lowerLetter" | "upperLetter" if count > 0:
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter.upper() if notation == "upperLetter" else letter
        case "chicago" if count > 0:
            return _CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1)
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 0 < count <= 20:
            return _CIRCLED[count - 1]
        case "decimalZero":
            return f"{count:02d}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(count).translate(_FULL_WIDTH)
        case "hindiNumbers":
            return str(count).translate(_ARABIC)
        case (
            "chineseCounting" | "chineseCountingThousand" | "ideographDigital" | "japaneseCounting"
        ):
            return _han(count)
        case "none":
            return ""
        case _:
            return str(count)


def _han(count: int) -> str:
    if not 0 < count < 100:
        return "".join(_HAN[int(digit)] for digit in str(count))
    tens, ones = divmod(count, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十"
    return ten + (_HAN[ones] if ones else "")
