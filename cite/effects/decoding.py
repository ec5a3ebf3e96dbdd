"""Content codings undone with a hard bound: a kilobyte on the wire may not become a gigabyte here."""

import zlib
from collections.abc import Iterable
from typing import Any, Protocol

_STEP = 256 * 1024


class _Decoder(Protocol):
    def feed(self, data: bytes, room: int) -> bytes: ...


class _Zlib:
    """gzip, zlib and raw deflate; servers call all three by each other's names."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._object = zlib.decompressobj(bits)
        self._fed = False

    def feed(self, data: bytes, room: int) -> bytes:
        try:
            out = self._object.decompress(data, room)
        except zlib.error:
            if self._fed or self._bits == 31:
                raise
            self._object = zlib.decompressobj(-15)
            out = self._object.decompress(data, room)
        self._fed = True
        return out


class _Brotli:
    def __init__(self) -> None:
        import brotlicffi

        self._object: Any = brotlicffi.Decompressor()

    def feed(self, data: bytes, room: int) -> bytes:
        out: bytes = self._object.decompress(data, output_buffer_limit=room)
        return out


class _Zstd:
    def __init__(self) -> None:
        import zstandard

        # The window bounds memory; output is bounded by feeding small pieces.
        self._object: Any = zstandard.ZstdDecompressor(max_window_size=1 << 23).decompressobj()

    def feed(self, data: bytes, room: int) -> bytes:
        out = bytearray()
        for start in range(0, len(data), 1024):
            out += self._object.decompress(data[start : start + 1024])
            if len(out) > room:
                break
        return bytes(out)


def decode_body(raw: bytes, codings: Iterable[str], limit: int) -> tuple[bytes, str]:
    """At most `limit` decoded bytes, and the flaw in words where the body is not what it claims.

    Codings are undone in reverse order of their listing (RFC 9110 section 8.4). A body that cannot be
    decoded at all is given as it came, as browsers do for text sent as gzip.
    """
    names = [coding.strip().lower() for coding in codings if coding.strip()]
    names = [name for name in names if name not in ("identity", "none", "utf-8")]
    if len(names) > 3:
        return raw[:limit], f"{len(names)} content codings, one inside the other"
    for name in reversed(names):
        try:
            out = _decode(raw, name, limit)
        except Exception as error:  # every codec has its own
            return raw[:limit], f"sent as {name}, but it is not: {error}"
        if out is None:
            return raw[:limit], f"sent in an unknown coding, {name}"
        raw = out
    return raw[:limit], ""


def _decode(raw: bytes, name: str, limit: int) -> bytes | None:
    decoder: _Decoder
    match name.removeprefix("x-"):
        case "gzip":
            decoder = _Zlib(31)
        case "deflate":
            decoder = _Zlib(15)
        case "br":
            decoder = _Brotli()
        case "zstd":
            decoder = _Zstd()
        case _:
            return None
    out = bytearray()
    for start in range(0, len(raw), 16_384):
        piece = raw[start : start + 16_384]
        try:
            out += decoder.feed(piece, max(1, limit + 1 - len(out)))
        except Exception:
            if out:
                return bytes(out)
            raise
        if len(out) > limit:
            break
    return bytes(out)
