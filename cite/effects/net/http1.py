"""One HTTP/1 connection: a request goes out, its answer comes in, read as forgivingly as a browser reads.

llhttp (Node's parser, by way of httptools) takes the answer apart and forgives what browsers forgive.
What it still refuses has been kept as it came, so that `lenient` can read the very same bytes without
asking the server again.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from typing import cast

import httptools

from cite.effects.net.lenient import parse_raw
from cite.effects.net.names import Broken
from cite.model.evidence import Fault

MOST_HEAD = 256 * 1024
"""Bytes of status and headers, interim answers included; browsers stop there too."""
MOST_FRAMING = 2 * 1024 * 1024
"""Bytes on the wire beyond those of the body: sizes of chunks and what is hung on them, trailers. A body sent
byte by byte has five to each."""
MOST_UNREAD = 512 * 1024
"""Bytes of a body that may wait to be read before the server is told to hold on."""
MOST_NONSENSE = 2 * 1024 * 1024
PATIENCE_WITH_NONSENSE = 5.0
"""Bytes and seconds to wait for the rest of an answer that is no HTTP: nothing says where it ends."""


class Connection(asyncio.Protocol):
    """A connection to one network address, for one exchange at a time.

    `ask` sends a request and waits for the head of its answer, `parts` gives the body. When that has
    ended, `flaw` says what was wrong with the answer and `reusable` whether another may be asked for.
    """

    def __init__(self) -> None:
        self.address = ""
        """The network address at the other end."""
        self.exchanges = 0
        self.reusable = False
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self.flaw = ""
        self._transport: asyncio.Transport | None = None
        self._parser: httptools.HttpResponseParser | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._reading_paused = False

    # The caller's side.

    async def ask(self, request: bytes) -> None:
        """Send a request and wait for the head of its answer. Raises Broken."""
        self._begin()
        assert self._transport is not None
        self._transport.write(request)
        while not self._has_head and not self._ended:
            await self._wait()
            if self._nonsense:
                await self._read_leniently()
        if not self._has_head:
            raise self._broken or Broken(Fault.RESET, "the connection closed before any answer")

    async def parts(self) -> AsyncIterator[bytes]:
        """The body as it comes, until it ends, one way or another. Raises Broken where it will not end."""
        while True:
            if self._parts:
                yield self._next_part()
                continue
            if self._ended:
                if self._broken:
                    raise self._broken
                return
            await self._wait()
            if self._nonsense:
                await self._read_leniently()

    def secured(self, transport: asyncio.Transport | None) -> None:
        """TLS has begun: from now on everything goes through this transport."""
        self._transport = transport

    @property
    def ssl_object(self) -> ssl.SSLObject | None:
        """What TLS knows of the other end, if it is in use."""
        transport = self._transport
        return cast("ssl.SSLObject | None", transport and transport.get_extra_info("ssl_object"))

    @property
    def transport(self) -> asyncio.Transport | None:
        """What carries the bytes; None once the connection is gone."""
        return self._transport

    def close(self) -> None:
        """Let go of the connection at once; nothing more is wanted from it."""
        self.reusable = False
        self._parser = None
        if self._transport is not None:
            self._transport.abort()
            self._transport = None

    def _begin(self) -> None:
        if self._transport is None or self._transport.is_closing():
            raise Broken(Fault.RESET, "the connection closed before any answer")
        self.exchanges += 1
        self.reusable = False
        self.status, self.headers, self.flaw = 0, [], ""
        self._has_head = self._ended = False
        self._broken: Broken | None = None
        self._nonsense = ""
        self._kept = bytearray()
        self._parts: list[bytes] = []
        self._unread = 0
        self._framing = 0
        self._body_begun = False
        self._parser = _forgiving_parser(self)

    def _next_part(self) -> bytes:
        part = b"".join(self._parts)
        self._parts.clear()
        self._unread = 0
        if self._reading_paused and self._transport:
            self._reading_paused = False
            self._transport.resume_reading()
        return part

    async def _wait(self) -> None:
        """Until something came."""
        if self._ended:
            return
        self._waiter = asyncio.get_running_loop().create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def _read_leniently(self) -> None:
        """Make what sense there is of an answer that breaks the rules, once all of it is here."""
        try:
            async with asyncio.timeout(PATIENCE_WITH_NONSENSE):
                while not self._ended and len(self._kept) < MOST_NONSENSE:
                    await self._wait()
        except TimeoutError:
            pass
        complaint, self._nonsense, self._ended = self._nonsense, "", True
        raw = parse_raw(bytes(self._kept))
        self.status, self.headers = raw.status, list(raw.headers)
        self.flaw = f"the answer breaks the rules of HTTP: {complaint}"
        self._has_head = True
        self._parts.append(raw.body)

    # What asyncio tells.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The way is open."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """More of the answer. What comes when none is expected makes the connection useless."""
        if self._parser is None or self._ended:
            self.close()
            return
        if not self._body_begun:
            self._kept += data
        self._framing += len(data)
        if not self._nonsense:
            self._parse(data)
        if self._unread > MOST_UNREAD and not self._reading_paused and self._transport:
            self._reading_paused = True
            self._transport.pause_reading()
        self._wake()

    def _parse(self, data: bytes) -> None:
        assert self._parser is not None
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._nonsense = "it changes to another protocol"
        except httptools.HttpParserError as error:
            if self._ended:
                self.reusable = False
            elif self._body_begun:
                self._end(f"the body is not sent as announced: {error}")
            else:
                self._nonsense = str(error)
        if self._ended or self._nonsense:
            return
        if not self._has_head and len(self._kept) > MOST_HEAD:
            self._give_up(f"headers of more than {MOST_HEAD >> 10} kB")
        elif self._framing > MOST_FRAMING:
            self._give_up("an answer that says ever more of itself and never ends")

    def _give_up(self, why: str) -> None:
        """It is no answer, whatever has come of it."""
        self._broken = Broken(Fault.PROTOCOL, why)
        self._end()

    def eof_received(self) -> None:
        """The server has said all; asyncio then closes the connection."""
        self._closed_by_server(None)

    def connection_lost(self, error: Exception | None) -> None:
        """The connection is gone, for whatever reason."""
        self._closed_by_server(error)
        self._transport = None

    def _closed_by_server(self, error: Exception | None) -> None:
        self.reusable = False
        if self._parser is None or self._ended:
            return
        if self._has_head:
            announced = any(
                name.lower() in (b"content-length", b"transfer-encoding")
                for name, _ in self.headers
            )
            self._end(
                "the connection broke before the end of the body" if announced or error else ""
            )
        else:
            if error is not None:
                self._broken = Broken(Fault.RESET, "the connection was reset")
            elif self._kept:
                self._nonsense = self._nonsense or "the answer breaks off"
            self._ended = True
        self._wake()

    def _end(self, flaw: str = "") -> None:
        self.flaw = self.flaw or flaw
        self._ended = True
        self._parser = None

    # What llhttp tells.

    def on_message_begin(self) -> None:
        """An answer, or an interim one before it (RFC 9110 section 15.2)."""
        self.headers = []

    def on_header(self, name: bytes, value: bytes) -> None:
        """One header line; what comes behind the body is nobody's (RFC 9110 section 6.5.1)."""
        if self._has_head:
            return
        self.headers.append((name, value or b""))

    def on_headers_complete(self) -> None:
        """The head is there."""
        assert self._parser is not None
        status = self._parser.get_status_code()
        self._interim = 100 <= status < 200
        if not self._interim:
            self.status = status
            self._has_head = True

    def on_body(self, body: bytes) -> None:
        """Some of the body, out of its chunks."""
        self._body_begun = True
        self._kept.clear()
        self._unread += len(body)
        self._framing -= len(body)
        self._parts.append(body)

    def on_message_complete(self) -> None:
        """The end of the answer."""
        assert self._parser is not None
        if self._interim:
            return
        self.reusable = self._parser.should_keep_alive()
        self._end()


def _forgiving_parser(connection: Connection) -> httptools.HttpResponseParser:
    parser = httptools.HttpResponseParser(connection)
    parser.set_dangerous_leniencies(
        lenient_headers=True,
        lenient_chunked_length=True,
        lenient_transfer_encoding=True,
        lenient_version=True,
        lenient_data_after_close=True,
        lenient_optional_lf_after_cr=True,
        lenient_optional_cr_before_lf=True,
        lenient_optional_crlf_after_chunk=True,
        lenient_spaces_after_chunk_size=True,
    )
    return parser
