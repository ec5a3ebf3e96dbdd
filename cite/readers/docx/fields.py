"""Fields: text that Word made from a code, and what the code says (ECMA-376, part 1, chapter 17.16)."""

import base64
import binascii
import re
from dataclasses import dataclass, field

from cite.formats.citation_fields import is_bibliography
from cite.model.document import Anchor

_HYPERLINK = re.compile(r"\s*HYPERLINK\b(?P<rest>.*)", re.DOTALL)
_WORD = re.compile(
    r'\\(?P<switch>[a-zA-Z]\b|[*@#])|"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"\\]+)'
)
_NOTE = re.compile(r"\s*NOTEREF\s+(?P<bookmark>\S+)")
_TAKES_A_WORD = "lotm*@#"


@dataclass(slots=True)
class Field:
    """A field while it is being read."""

    code: list[tuple[str, Anchor | None]] = field(default_factory=list)
    """Its code, piece by piece, each with its place in the source."""
    data: str = ""
    """What Word keeps with the field, in base 64."""
    shown: bool = False
    """Whether its code has ended, so that what follows is its result."""
    href: str | None = None
    """Where its result leads."""
    href_anchor: Anchor | None = None
    note: str = ""
    """The bookmark of a note that it calls once more."""
    lists: bool = False
    """Whether its result is the bibliography."""
    start: int = 0
    """Offset in its line at which the result begins."""
    line: int = 0
    """Which line that is, counted from the beginning of the part."""

    @property
    def instruction(self) -> str:
        """Its code, with the data that EndNote keeps beside it."""
        code = "".join(text for text, _ in self.code)
        if "EN.CITE" in code and "<EndNote>" not in code and self.data:
            return code + _decoded(self.data)
        return code

    def begin_result(self, line: int, offset: int) -> None:
        """Its code is read: what it says of the text that follows."""
        self.shown, self.line, self.start = True, line, offset
        code = self.instruction
        self.href, self.note, self.lists = hyperlink(code), note_called(code), is_bibliography(code)
        if self.href is not None:
            self.href_anchor = self._where(self.href)

    def _where(self, href: str) -> Anchor | None:
        """Where the address is written, if one piece of the code holds it whole and as it is."""
        for text, anchor in self.code:
            at = text.find(href)
            if href and anchor and at >= 0:
                return anchor.within(at, at + len(href))
        return None


def hyperlink(code: str) -> str | None:
    """The address of a HYPERLINK field, its fragment (switch l) put to it; None where it is another field."""
    found = _HYPERLINK.match(code)
    if not found:
        return None
    address, fragment, switch = "", "", ""
    for word in _WORD.finditer(found["rest"]):
        if word["switch"]:
            switch = word["switch"]
            continue
        text = word["bare"] or re.sub(r"\\(.)", r"\1", word["quoted"] or "")
        if switch == "l":
            fragment = text
        elif not switch or switch not in _TAKES_A_WORD:
            address = address or text
        switch = ""
    return f"{address}#{fragment}" if fragment else address


def note_called(code: str) -> str:
    """The bookmark of the note that a NOTEREF field calls once more; nothing where it is another field."""
    found = _NOTE.match(code)
    return found["bookmark"] if found else ""


def _decoded(data: str) -> str:
    try:
        return base64.b64decode(data).decode(errors="replace").replace("\0", "")
    except (binascii.Error, ValueError):
        return ""
