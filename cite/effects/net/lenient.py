"""A last look at answers that a forgiving HTTP parser refuses and a browser shows. Pure."""

import re
from dataclasses import dataclass

from cite.effects.net.names import Broken
from cite.model.evidence import Fault

_STATUS = re.compile(rb"^\s*HTTP/\d(?:\.\d)?\s+(\d{3})(?:[ \t][^\r\n]*)?\r?\n", re.IGNORECASE)
_PAGE = re.compile(rb"\s*(?:<!doctype\s+html|<html|<head|<title|<body)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Raw:
    """What came over the wire, read as a browser would."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


def parse_raw(data: bytes) -> Raw:
    """Status, headers and body, forgiving bare line feeds, stray bytes and broken chunk sizes.

    A page with nothing before it is HTTP/0.9, which had neither status nor headers. Raises Broken for
    what is not HTTP.
    """
    if not data:
        raise Broken(Fault.RESET, "the connection closed before any answer")
    match = _STATUS.match(data)
    if not match:
        if _PAGE.match(data):
            return Raw(200, ((b"content-type", b"text/html"),), data)
        raise Broken(Fault.PROTOCOL, "what came back is not HTTP")
    # A line feed in front, so that an answer with no headers at all has its blank line too.
    rest = b"\n" + data[match.end() :]
    blank = re.search(rb"\n\r?\n", rest)
    head, body = (rest[: blank.start()], rest[blank.end() :]) if blank else (rest, b"")
    headers = []
    for line in head.split(b"\n"):
        name, colon, value = line.partition(b":")
        if colon and name.strip():
            headers.append((name.strip().lower(), value.strip(b" \t\r\0")))
    if any(name == b"transfer-encoding" and b"chunked" in value.lower() for name, value in headers):
        body = _unchunked(body)
    return Raw(int(match[1]), tuple(headers), body)


_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")


def _unchunked(body: bytes) -> bytes:
    """Chunks joined as far as their sizes make sense; the whole where not even the first does."""
    out = bytearray()
    at = 0
    while match := _SIZE.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return bytes(out)
        out += body[match.end() : match.end() + size]
        at = match.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    return bytes(out) or body
