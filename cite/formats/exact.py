"""Text that is written back byte for byte, but for what is changed in it."""

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from cite.formats.text import decode
from cite.model.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Edit:
    """New words for a stretch of a source, in code points with line ends folded to one."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ExactText:
    """The bytes of a text, its encoding and its mark."""

    mark: bytes
    encoding: str
    raw: str
    """As decoded, line ends as they came."""

    @property
    def source(self) -> str:
        """With line ends folded to one, as readers see it."""
        return self.raw.replace("\r\n", "\n").replace("\r", "\n")

    def edited(self, edits: Iterable[Edit], errors: str = "strict") -> bytes:
        """The bytes with some stretches changed and nothing else. Raises InputError.

        `errors` says what becomes of letters that the encoding lacks, as `str.encode` has it.
        """
        crlf = [found.start() - at for at, found in enumerate(re.finditer("\r\n", self.raw))]
        pieces: list[str] = []
        done = 0
        for edit in in_order(edits):
            start = edit.start + bisect_left(crlf, edit.start)
            end = edit.end + bisect_left(crlf, edit.end)
            pieces += [self.raw[done:start], edit.text]
            done = end
        text = "".join([*pieces, self.raw[done:]])
        try:
            return self.mark + text.encode(self.encoding, errors)
        except UnicodeEncodeError as error:
            wrong = error.object[error.start : error.start + 1]
            raise InputError(f"its encoding, {self.encoding}, has no “{wrong}”") from error


def exact(content: bytes, encoding: str = "") -> ExactText:
    """The bytes as text that gives them back; `encoding` where the format declares one. Raises InputError."""
    mark, told = next(
        ((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", "")
    )
    name = told or encoding or decode(content)[1]
    name = "cp1252" if name == "windows-1252" else name
    try:
        raw = content[len(mark) :].decode(name)
        same = mark + raw.encode(name) == content
    except (UnicodeError, LookupError):
        same = False
    if not same:
        raise InputError("cannot be written back byte for byte in its encoding; save it as UTF-8")
    return ExactText(mark, name, raw)


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Edits as they stand in the source, each once; of two that overlap the first."""
    kept: list[Edit] = []
    for edit in sorted(set(edits), key=lambda one: (one.start, one.end, one.text)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
