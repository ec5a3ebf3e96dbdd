"""A last look at answers that a strict HTTP parser refuses and a browser shows."""

import asyncio
import re
import ssl
from dataclasses import dataclass

from cite.effects.network import Backend, Broken
from cite.model.evidence import Fault

_STATUS = re.compile(rb"^\s*HTTP/\d(?:\.\d)?\s+(\d{3})(?:\s+[^\r\n]*)?\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Raw:
    """What came over the wire, read as a browser would."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    address: str


async def fetch_raw(
    backend: Backend,
    context: ssl.SSLContext,
    request: bytes,
    scheme: str,
    host: str,
    port: int,
    limit: int,
) -> Raw:
    """Send a request and read until the end or the limit. Raises Broken for what is not HTTP."""
    stream = await backend.connect_tcp(host, port)
    try:
        if scheme == "https":
            stream = await stream.start_tls(context, host)
        await stream.write(request)
        data = b""
        while len(data) < limit:
            try:
                part = await asyncio.wait_for(stream.read(65536), 5)
            except (Broken, TimeoutError):
                break
            if not part:
                break
            data += part
    finally:
        await stream.aclose()
    return parse_raw(data, stream.address)


def parse_raw(data: bytes, address: str = "") -> Raw:
    """Status, headers and body, forgiving bare line feeds, stray bytes and broken chunk sizes."""
    if not data:
        raise Broken(Fault.RESET, "the connection closed before any answer")
    match = _STATUS.match(data)
    if not match:
        raise Broken(Fault.PROTOCOL, "what came back is not HTTP")
    # A line feed in front, so that an answer with no headers at all has its blank line too.
    rest = b"\n" + data[match.end() :]
    blank = re.search(rb"\n\r?\n", rest)
    head, body = (rest[: blank.start()], rest[blank.end() :]) if blank else (rest, b"")
    headers = []
    for line in head.split(b"\n"):
        name, colon, value = line.partition(b":")
        if colon and name.strip():
            headers.append(
                (name.strip().decode("latin-1").lower(), value.strip(b" \t\r\0").decode("latin-1"))
            )
    if any(name == "transfer-encoding" and "chunked" in value.lower() for name, value in headers):
        body = _unchunked(body)
    return Raw(int(match[1]), tuple(headers), body, address)


def _unchunked(body: bytes) -> bytes:
    """Chunks joined as far as their sizes make sense, the rest as it is."""
    out = bytearray()
    while body:
        line, newline, rest = body.partition(b"\n")
        digits = line.split(b";")[0].strip()
        if not newline or not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", digits):
            return bytes(out) or body
        size = int(digits, 16)
        if size == 0:
            break
        out += rest[:size]
        body = rest[size:].removeprefix(b"\r").removeprefix(b"\n")
    return bytes(out)
