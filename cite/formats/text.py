"""Bytes to text: which encoding it is where that can be told, and a refusal where it cannot."""

import codecs
import re
from collections import Counter

from cite.model.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


GUESSED = "windows-1252"
"""The encoding that is tried last: any bytes that no one typed make it fail, but few make it certain."""


_MOST_ACCENTED = 0.25
"""Share of letters beyond ASCII; Vietnamese, the most accented of Latin scripts, comes to about a fifth."""
_OFFICE = (
    (b"word/document.xml", "a Word document"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/epub+zip", "an EPUB book"),
)
_BINARY = ((b"%PDF-", "a PDF"), (b"\xd0\xcf\x11\xe0", "an old Word document"))
_SEALED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Office keeps a document that a password locks."""


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding.

    A byte order mark decides; then strict UTF-8; then UTF-16 without a mark, by where its zero bytes
    stand; then Windows-1252, if accents are few and every byte is a letter or mark of it. Raises InputError.
    """
    if content.startswith(_BINARY[1][0]) and _SEALED in content:
        raise InputError("is encrypted; save it without a password")
    if kind := _known_binary(content):
        raise InputError(
            f"is {kind}, and what is in it is none of what cite reads; save it in another format"
        )
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lines(_strict(content, encoding)), encoding.removesuffix("-sig")
    if b"\0" in content:
        encoding = _utf16_without_mark(content)
        text = _strict(content, encoding)
    else:
        try:
            text, encoding = content.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            text, encoding = _windows_1252(content), GUESSED
    if _looks_binary(text):
        raise InputError("is a binary file, not text")
    return _lines(text), encoding


def _windows_1252(content: bytes) -> str:
    """Text in a Latin script, where accents are few; other scripts have encodings that cannot be told apart."""
    accented = sum(byte >= 0x80 for byte in content[:65536])
    if accented > _MOST_ACCENTED * min(len(content), 65536):
        raise InputError("is in an encoding that cannot be told; save it as UTF-8")
    return _strict(content, "cp1252")


def _known_binary(content: bytes) -> str:
    """What a file that is no text is, where its first bytes say so; nothing otherwise."""
    if content.startswith(b"PK\x03\x04"):
        return next((kind for inside, kind in _OFFICE if inside in content), "a zip archive")
    return next((kind for mark, kind in _BINARY if content.startswith(mark)), "")


def beginning(content: bytes, size: int = 65536) -> str:
    """The first lines, for telling what notation this is; nothing where they are no text."""
    cut = content.rfind(b"\n", 0, size) + 1 if len(content) > size else 0
    try:
        return decode(content[:cut] if cut else content)[0]
    except InputError:
        return ""


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"is neither UTF-8 nor readable as {encoding} (byte {error.start + 1}); save it as UTF-8"
        ) from error


def _utf16_without_mark(content: bytes) -> str:
    """Latin letters in UTF-16 leave a zero in every second byte, on one side."""
    sample = content[: 4096 & ~1]
    zeros = Counter(index & 1 for index, byte in enumerate(sample) if byte == 0)
    enough = len(sample) * 0.2
    if len(content) % 2 == 0 and zeros[1] > enough and zeros[0] < enough * 0.1:
        return "utf-16-le"
    if len(content) % 2 == 0 and zeros[0] > enough and zeros[1] < enough * 0.1:
        return "utf-16-be"
    raise InputError("is a binary file, not text")


def _looks_binary(text: str) -> bool:
    sample = text[:65536]
    return len(_CONTROL.findall(sample)) > max(2, len(sample) // 500)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
