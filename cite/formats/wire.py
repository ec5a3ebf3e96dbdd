"""Heads of HTTP messages as bytes, in the strict form of RFC 9112, or not at all.

What is written here goes into WARC records and is read back by any tool; a header that breaks its line
could smuggle another one, or another record, in.
"""

import re
from collections.abc import Iterable
from http.client import responses

MOST_HEAD = 256 * 1024
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}")
_VALUE = re.compile(rb"[\t\x20-\x7e\x80-\xff]*")
_URL = re.compile(r"https?://[\x21-\x7e]{1,16000}")
FRAMING = (b"transfer-encoding", b"connection", b"keep-alive")
"""Of one connection, not of the answer: what is kept has its chunks joined (RFC 9110 section 7.6.1)."""


class NotStrict(ValueError):
    """What cannot be written down safely, with the reason."""


def request_head(method: bytes, target: bytes, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A request line and its headers. Raises NotStrict."""
    if not re.fullmatch(rb"[A-Z]{1,20} [\x21-\x7e]{1,16000}", method + b" " + target):
        raise NotStrict("its request line breaks the rules of HTTP")
    return _head(b"%b %b HTTP/1.1" % (method, target), headers)


def response_head(status: int, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A status line and its headers, those of the connection renamed. Raises NotStrict."""
    if not 100 <= status <= 999:
        raise NotStrict("its status is none")
    kept = (
        (b"x-archive-orig-" + name if name.lower() in FRAMING else name, value)
        for name, value in headers
    )
    return _head(f"HTTP/1.1 {status} {responses.get(status, '')}".encode(), kept)


def _head(first: bytes, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    lines = [first]
    for name, value in headers:
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            raise NotStrict("one of its headers breaks the rules of HTTP")
        lines.append(b"%b: %b" % (name, value))
    head = b"\r\n".join(lines) + b"\r\n\r\n"
    if len(head) > MOST_HEAD:
        raise NotStrict("its headers are too long")
    return head


def target_uri(url: str) -> str:
    """An address that can stand in a record's head. Raises NotStrict."""
    if not _URL.fullmatch(url):
        raise NotStrict("its address holds what no address can")
    return url
