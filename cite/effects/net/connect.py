"""Connections to addresses that were checked, and to those only.

The guard judges each network address after the name was looked up, and the connection goes to that very
address: what a name resolves to a moment later does not matter. See docs/decisions/0002.
"""

import asyncio
import contextlib
import errno
import ssl
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from cite.effects.net.guard import AddressGuard
from cite.effects.net.http1 import Connection
from cite.effects.net.names import Broken, Resolver, literal, route
from cite.effects.net.tls import ssl_context, tls_fault
from cite.model.evidence import Fault
from cite.model.options import Options

HEAD_START = 0.25
"""Seconds before the next address of a host is tried beside the one that has not answered (RFC 8305)."""
MOST_ADDRESSES = 6
CONNECT_SHARE = 0.5
"""Of a request's time; what is left is for the answer."""

OUR_OWN = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, errno.EADDRNOTAVAIL})
"""Errors by which this machine, not the other, has no connection left to give."""


class Origin(NamedTuple):
    """Whom a connection is to."""

    scheme: str
    host: str
    port: int


class Connector:
    """Makes connections: resolve, check, connect to the first address that answers, begin TLS."""

    def __init__(self, options: Options) -> None:
        self._guard = AddressGuard(options.allow_net)
        self._resolver = Resolver(options.timeout)
        self._rules = options.connect_to
        self._timeout = options.timeout * CONNECT_SHARE
        self._options = options
        self._context: ssl.SSLContext | None = ssl_context(options) if options.ca else None

    async def connect(self, origin: Origin) -> Connection:
        """A connection ready for a request. Raises Broken."""
        self._refuse_private(origin.host)
        host, port = route(origin.host, origin.port, self._rules)
        addresses = await self._resolver.addresses(host)
        refusals = [self._guard.refusal(address) for address in addresses]
        usable = [a for a, refused in zip(addresses, refusals, strict=True) if not refused]
        if not usable:
            raise Broken(Fault.ADDRESS_REFUSED, f"{host} is not asked: {refusals[0]}")
        connection = await self._first(usable[:MOST_ADDRESSES], port)
        if origin.scheme == "https":
            await self._secure(connection, origin.host)
        return connection

    def _refuse_private(self, host: str) -> None:
        """A host that is a private address as it stands is not even routed elsewhere."""
        address = literal(host)
        if address and (refusal := self._guard.refusal(address)):
            raise Broken(Fault.ADDRESS_REFUSED, f"{host} is not asked: {refusal}")

    def close(self) -> None:
        """Let go of the resolver's threads."""
        self._resolver.close()

    async def _first(self, addresses: Sequence[str], port: int) -> Connection:
        """The first of several addresses that answers, each later one with its head start."""
        if len(addresses) == 1:
            return await self._to(addresses[0], port)
        queue = deque(addresses)
        racing: set[asyncio.Task[Connection]] = set()
        failures: list[Broken] = []
        try:
            while queue or racing:
                if queue:
                    racing.add(asyncio.create_task(self._to(queue.popleft(), port)))
                done, racing = await asyncio.wait(
                    racing, timeout=HEAD_START if queue else None, return_when="FIRST_COMPLETED"
                )
                won = [task.result() for task in done if task.exception() is None]
                for late in won[1:]:
                    late.close()
                if won:
                    return won[0]
                failures += [error for t in done if isinstance(error := t.exception(), Broken)]
        finally:
            for task in racing:
                task.cancel()
        # That one family has no way out of here says less than what the other met.
        raise min(failures, key=lambda broken: broken.fault is Fault.NO_ROUTE)

    async def _to(self, address: str, port: int) -> Connection:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._timeout):
                _, connection = await loop.create_connection(Connection, address, port)
        except TimeoutError as error:
            raise Broken(
                Fault.CONNECT_TIMEOUT, f"{address} did not accept a connection in time"
            ) from error
        except ConnectionRefusedError as error:
            raise Broken(
                Fault.CONNECTION_REFUSED, f"{address} refused the connection on port {port}"
            ) from error
        except (ConnectionResetError, BrokenPipeError) as error:
            raise Broken(Fault.RESET, f"{address} reset the connection") from error
        except OSError as error:
            ours = error.errno in OUR_OWN
            raise Broken(
                Fault.INTERRUPTED if ours else Fault.NO_ROUTE,
                f"{address} cannot be reached: {error.strerror or error}",
            ) from error
        connection.address = address
        return connection

    async def _secure(self, connection: Connection, host: str) -> None:
        """Begin TLS. Raises Broken with the reason in a TlsFault."""
        if self._context is None:
            self._context = ssl_context(self._options)
        transport = connection.transport
        try:
            if transport is None:
                raise ConnectionResetError
            secure = await asyncio.get_running_loop().start_tls(
                transport, connection, self._context,
                server_hostname=host.rstrip("."), ssl_handshake_timeout=self._options.timeout,
            )  # fmt: skip
        except (OSError, EOFError, RuntimeError, ValueError) as error:
            connection.close()
            raise tls_fault(error) from error
        except BaseException:
            with contextlib.suppress(Exception):
                connection.close()
            raise
        connection.secured(secure)
