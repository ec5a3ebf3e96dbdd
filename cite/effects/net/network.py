"""The transport beneath httpx: connections that are checked when they are made, and kept while they are wanted.

httpx's own pool asks every connection about every request, and its connections cost more than what goes
over them; docs/decisions/0004 has the figures.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import httpx

from cite.effects.net.connect import Connector, Origin
from cite.effects.net.http1 import Connection
from cite.effects.net.names import Broken
from cite.effects.net.tls import tls_facts
from cite.model.options import Options

PORTS = {"http": 80, "https": 443}


Head = Sequence[tuple[bytes, bytes]]
"""Names and values of headers."""


class Transport(httpx.AsyncBaseTransport):
    """Sends requests over connections of ours.

    Two extensions of a request are understood: `keep` leaves its connection open for the next one to the
    same host, until `let_go`; `turn` is awaited between connecting and sending.
    """

    def __init__(self, options: Options) -> None:
        self._connector = Connector(options)
        self._idle: dict[Origin, list[Connection]] = {}
        self._hosts: dict[str, set[Origin]] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response with its body unread and undecoded. Raises Broken."""
        origin = _origin(request.url)
        connection = self._kept(origin)
        if connection is not None:
            try:
                await self._ask(connection, request)
            except Broken:
                # The server has closed it in the meantime, as it may; that says nothing about the address.
                if connection.status:
                    raise
                connection = None
        if connection is None:
            connection = await self._connector.connect(origin)
            await self._ask(connection, request)
        body = _Body(self, origin, connection, bool(request.extensions.get("keep")))
        return answered(connection.status, connection.headers, body, {"network_stream": connection})

    async def _ask(self, connection: Connection, request: httpx.Request) -> None:
        try:
            if (turn := request.extensions.get("turn")) is not None:
                await turn()
            await connection.ask(_on_the_wire(request))
        except BaseException:
            connection.close()
            raise

    def _kept(self, origin: Origin) -> Connection | None:
        idle = self._idle.get(origin, [])
        while idle:
            connection = idle.pop()
            if connection.reusable:
                return connection
            connection.close()
        return None

    def keep(self, origin: Origin, connection: Connection) -> None:
        """Hold a connection open for the next request to its origin."""
        self._idle.setdefault(origin, []).append(connection)
        self._hosts.setdefault(origin.host, set()).add(origin)

    def let_go(self, host: str) -> None:
        """Nobody waits for this host any more."""
        for origin in self._hosts.pop(host, ()):
            for connection in self._idle.pop(origin, ()):
                connection.close()

    async def aclose(self) -> None:
        """Let go of everything."""
        for host in list(self._hosts):
            self.let_go(host)
        self._connector.close()


class _Body(httpx.AsyncByteStream):
    """A response's body; when it is done with, its connection is kept or closed."""

    def __init__(
        self, transport: Transport, origin: Origin, connection: Connection, keep: bool
    ) -> None:
        self._transport = transport
        self._origin = origin
        self._connection = connection
        self._keep = keep

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._connection.parts()

    async def aclose(self) -> None:
        """Read to its end, the connection can serve again."""
        if self._keep and self._connection.reusable:
            self._transport.keep(self._origin, self._connection)
        else:
            self._connection.close()


def _origin(url: httpx.URL) -> Origin:
    return Origin(url.scheme, url.raw_host.decode("ascii"), url.port or PORTS[url.scheme])


def _on_the_wire(request: httpx.Request) -> bytes:
    assert isinstance(request.stream, httpx.ByteStream)
    lines = [b"%b %b HTTP/1.1" % (request.method.encode("ascii"), request.url.raw_path)]
    lines += [b"%b: %b" % header for header in request.headers.raw]
    return b"\r\n".join(lines) + b"\r\n\r\n" + b"".join(request.stream)


def answered(
    status: int, head: Head, body: httpx.AsyncByteStream, extensions: Mapping[str, Any]
) -> httpx.Response:
    """A response as the client gets it: the head goes past httpx, in the extensions.

    It would take a Location apart even where it follows none, and one that is no address would pass for a
    broken answer; and what it need not read it need not copy.
    """
    return httpx.Response(status, stream=body, extensions={**extensions, "head": head})


def head_of(response: httpx.Response) -> Head:
    """The headers of a response from our transport, as they came."""
    head: Head = response.extensions["head"]
    return head


def header_of(response: httpx.Response, wanted: bytes) -> str:
    """The first header of a lower-case name, or nothing."""
    values = (value for name, value in head_of(response) if name.lower() == wanted)
    return next(values, b"").decode("latin-1")


def facts_of(response: httpx.Response) -> tuple[str | None, str | None]:
    """Network address and TLS facts of a response from our transport."""
    connection = response.extensions.get("network_stream")
    if not isinstance(connection, Connection):
        return None, None
    return connection.address, tls_facts(connection.ssl_object)


def flaw_of(response: httpx.Response) -> str:
    """What was wrong with a response from our transport, known once its body was read."""
    connection = response.extensions.get("network_stream")
    return connection.flaw if isinstance(connection, Connection) else ""
