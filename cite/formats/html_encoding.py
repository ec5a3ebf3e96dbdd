"""Bytes of a page to text, in the encoding in which a browser would read it."""

import codecs
import re

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode_html(body: bytes, content_type: str) -> str:
    """Text as a browser would decode it: byte order mark, header, meta element, then UTF-8 or Windows-1252."""
    mark = next((mark for mark, _ in _MARKS if body.startswith(mark)), b"")
    return body[len(mark) :].decode(html_encoding(body, content_type), "replace")


def html_encoding(body: bytes, content_type: str) -> str:
    """The name of the encoding in which a browser would decode a page, its mark left out."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return name
    declared = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", content_type, re.IGNORECASE)
    names = [declared[1]] if declared else []
    if found := _META_CHARSET.search(body[:4096]):
        # UTF-16 in a meta element that was read as ASCII cannot be true (HTML, "prescan a byte stream").
        name = found[1].decode("ascii")
        names.append("utf-8" if name.lower().startswith("utf-16") else name)
    if not names and len(body) > 3 and body[1:2] == b"\0" and body[3:4] == b"\0":
        names = ["utf-16-le"]
    for name in names:
        try:
            codec = codecs.lookup(
                "cp1252"
                if name.lower() in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii")
                else name
            )
        except LookupError:
            continue
        text = body.decode(codec.name, "replace")
        if codec.name == "utf-8" or text.count("\ufffd") * 20 <= len(text):
            return codec.name
    # A body cut off within a letter is UTF-8 all the same.
    for end in (len(body), max(0, len(body) - 4)):
        try:
            body[:end].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return "utf-8"
    return "cp1252"
