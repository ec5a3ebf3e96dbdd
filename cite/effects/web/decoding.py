"""Content codings undone with a hard bound: a kilobyte on the wire may not become a gigabyte here. Pure."""

import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

PIECE = 64 * 1024
"""Decoded bytes asked for at a time: by so much memory may exceed the limit, whatever the wire holds."""
WIRE = 16 * 1024
MOST_CODINGS = 3
MOST_MEMBERS = 1000
ZSTD_WINDOW = 8 << 20
"""As in browsers (RFC 9659)."""


def decode_body(raw: bytes, codings: Iterable[str], limit: int) -> tuple[bytes, str]:
    """At most `limit` decoded bytes, and the flaw in words where the body is not what it claims.

    Codings are undone in reverse order of their listing (RFC 9110 section 8.4). A body that cannot be
    decoded at all is given as it came, as browsers do for text sent as gzip.
    """
    names = [coding.strip().lower().removeprefix("x-") for coding in codings if coding.strip()]
    names = [name for name in names if name not in ("identity", "none", "utf-8")]
    if len(names) > MOST_CODINGS:
        return raw[:limit], f"{len(names)} content codings, one inside the other"
    for name in reversed(names):
        if name not in _DECODERS:
            return raw[:limit], f"sent in an unknown coding, {name}"
        try:
            raw = _bounded(_DECODERS[name](raw), limit)
        except Exception as error:  # every codec has its own
            return raw[:limit], f"sent as {name}, but it is not: {error}"
    return raw[:limit], ""


def _bounded(pieces: Iterator[bytes], limit: int) -> bytes:
    """Pieces joined until there is one byte more than the limit; a coding that breaks off keeps what it gave."""
    out = bytearray()
    try:
        for piece in pieces:
            out += piece
            if len(out) > limit:
                break
    except Exception:
        if not out:
            raise
    return bytes(out)


def _gzip(raw: bytes) -> Iterator[bytes]:
    """One member after another (RFC 1952 section 2.2); what follows them is nobody's."""
    decoder, members, at = zlib.decompressobj(31), 1, 0
    while at < len(raw):
        data = raw[at : at + WIRE]
        at += len(data)
        while data:
            yield decoder.decompress(data, PIECE)
            data = decoder.unconsumed_tail
            if decoder.eof:
                data = decoder.unused_data or raw[at : at + 2]
                if not data.startswith(b"\x1f") or members == MOST_MEMBERS:
                    return
                data = decoder.unused_data
                decoder, members = zlib.decompressobj(31), members + 1


def _deflate(raw: bytes) -> Iterator[bytes]:
    """With the wrapper that the name stands for, or without it, as some servers send it."""
    decoder = zlib.decompressobj(15)
    try:
        first = decoder.decompress(raw, PIECE)
    except zlib.error:
        decoder = zlib.decompressobj(-15)
        first = decoder.decompress(raw, PIECE)
    yield first
    while data := decoder.unconsumed_tail:
        yield decoder.decompress(data, PIECE)


def _brotli(raw: bytes) -> Iterator[bytes]:
    import brotlicffi

    decoder = brotlicffi.Decompressor()
    yield decoder.decompress(raw, output_buffer_limit=PIECE)
    while not decoder.can_accept_more_data():
        yield decoder.decompress(b"", output_buffer_limit=PIECE)


def _zstd(raw: bytes) -> Iterator[bytes]:
    import zstandard

    decoder = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    with decoder.stream_reader(io.BytesIO(raw), read_across_frames=True) as reader:
        while piece := reader.read(PIECE):
            yield piece


_DECODERS: Mapping[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
