"""Name resolution, the address guard, connections, and TLS facts: the transport beneath httpx.

httpx and httpcore speak HTTP; everything below is here so that an address is checked at the moment of
connecting and the very address that was checked is the one connected to.
"""

import asyncio
import contextlib
import socket
import ssl
import typing
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass

import httpcore
import httpx

from cite.effects.guard import AddressGuard
from cite.model.errors import SettingsError
from cite.model.evidence import Fault, TlsFault
from cite.model.options import ConnectTo, Options

CONNECT_TIMEOUT_SHARE = 0.5


class Broken(Exception):
    """A connection that could not be had, and why."""

    def __init__(self, fault: Fault, detail: str, tls_fault: TlsFault | None = None) -> None:
        super().__init__(detail)
        self.fault = fault
        self.detail = detail
        self.tls_fault = tls_fault


class Resolver:
    """Names to addresses, each asked once per run."""

    def __init__(self) -> None:
        self._known: dict[str, asyncio.Task[tuple[str, ...]]] = {}

    async def addresses(self, host: str) -> tuple[str, ...]:
        """Every address of a host, IPv4 and IPv6 by turns. Raises Broken."""
        task = self._known.get(host)
        if task is None:
            task = asyncio.get_running_loop().create_task(self._lookup(host))
            self._known[host] = task
        try:
            return await asyncio.shield(task)
        except Broken as error:
            if error.fault is Fault.NAME_LOOKUP:
                self._known.pop(host, None)
            raise

    async def _lookup(self, host: str) -> tuple[str, ...]:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)):
                raise Broken(Fault.NO_SUCH_NAME, f"there is no host named {host}") from error
            raise Broken(
                Fault.NAME_LOOKUP, f"the resolver failed for {host}: {error.strerror}"
            ) from error
        except (OSError, UnicodeError) as error:
            raise Broken(
                Fault.NO_SUCH_NAME, f"{host} is no name that can be looked up: {error}"
            ) from error
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        four = [a for a in addresses if ":" not in a]
        six = [a for a in addresses if ":" in a]
        return tuple(four + six)


def ssl_context(options: Options) -> ssl.SSLContext:
    """One context for the whole run: the system's authorities and those of --ca."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    if options.ca:
        try:
            context.load_verify_locations(options.ca)
        except (ssl.SSLError, OSError) as error:
            raise SettingsError(f"{options.ca}: holds no certificate in PEM form") from error
    context.set_alpn_protocols(["http/1.1"])
    return context


class Stream(httpcore.AsyncNetworkStream):
    """A connection, as httpcore wants it, over asyncio's own streams."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str
    ) -> None:
        self._reader = reader
        self._writer = writer
        self.address = address

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes; none at the end."""
        try:
            return await self._reader.read(max_bytes)
        except ssl.SSLError as error:
            raise Broken(Fault.RESET, f"the connection broke: {error.reason}") from error
        except OSError as error:
            raise Broken(Fault.RESET, "the connection was reset") from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of it."""
        try:
            self._writer.write(buffer)
            await self._writer.drain()
        except OSError as error:
            raise Broken(Fault.RESET, "the connection was reset") from error

    async def aclose(self) -> None:
        """Let go of the connection; nothing more is wanted from it, so it is not closed politely."""
        with contextlib.suppress(Exception):
            self._writer.transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> "Stream":
        """The same connection under TLS. Raises Broken with the reason in a TlsFault."""
        try:
            await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except ssl.SSLCertVerificationError as error:
            raise _certificate_fault(error) from error
        except ssl.SSLError as error:
            raise _handshake_fault(error) from error
        except (OSError, EOFError) as error:
            raise Broken(
                Fault.TLS, "the connection closed during the TLS handshake", TlsFault.HANDSHAKE
            ) from error
        return self

    def get_extra_info(self, info: str) -> typing.Any:
        """What httpcore asks for: the TLS object."""
        if info == "ssl_object":
            return self._writer.get_extra_info("ssl_object")
        if info == "server_addr":
            return (self.address, 0)
        return None


_VERIFY = {
    9: (TlsFault.NOT_YET_VALID, "its certificate is not valid yet"),
    10: (TlsFault.EXPIRED, "its certificate has expired"),
    18: (TlsFault.SELF_SIGNED, "its certificate is signed by itself"),
    19: (TlsFault.UNKNOWN_CA, "its certificate goes back to an authority that is not trusted"),
    20: (TlsFault.UNKNOWN_CA, "its certificate was issued by an authority that is not known"),
    21: (TlsFault.UNKNOWN_CA, "its certificate chain cannot be verified"),
    62: (TlsFault.WRONG_HOST, "its certificate is for another host"),
    64: (TlsFault.WRONG_HOST, "its certificate is for another address"),
}


def _certificate_fault(error: ssl.SSLCertVerificationError) -> Broken:
    fault, words = _VERIFY.get(
        error.verify_code,
        (TlsFault.UNKNOWN_CA, f"its certificate cannot be verified: {error.verify_message}"),
    )
    return Broken(Fault.TLS, words, fault)


def _handshake_fault(error: ssl.SSLError) -> Broken:
    reason = error.reason or str(error)
    if "VERSION" in reason or "PROTOCOL" in reason:
        return Broken(
            Fault.TLS, f"it speaks no version of TLS that is safe: {reason}", TlsFault.PROTOCOL
        )
    return Broken(Fault.TLS, f"the TLS handshake failed: {reason}", TlsFault.HANDSHAKE)


class Backend(httpcore.AsyncNetworkBackend):
    """Connections to addresses that were checked, and to those only."""

    def __init__(self, options: Options) -> None:
        self.guard = AddressGuard(options.allow_net)
        self.resolver = Resolver()
        self._rules = options.connect_to
        self._timeout = options.timeout

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> Stream:
        """Resolve, check each address, connect to the first that answers. Raises Broken."""
        host, port = route(host, port, self._rules)
        addresses = await self.resolver.addresses(host)
        refusals = [self.guard.refusal(address) for address in addresses]
        usable = [a for a, refused in zip(addresses, refusals, strict=True) if not refused]
        if not usable:
            raise Broken(Fault.ADDRESS_REFUSED, f"{host} is not asked: {refusals[0]}")
        last = Broken(Fault.NO_ROUTE, f"no address of {host} can be reached")
        for index, address in enumerate(usable[:4]):
            share = (
                self._timeout
                if index == len(usable[:4]) - 1
                else self._timeout * CONNECT_TIMEOUT_SHARE
            )
            try:
                return await self._connect(address, port, share)
            except Broken as error:
                last = error
        raise last

    async def _connect(self, address: str, port: int, timeout: float) -> Stream:
        try:
            async with asyncio.timeout(timeout):
                reader, writer = await asyncio.open_connection(address, port, limit=1 << 17)
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
            raise Broken(
                Fault.NO_ROUTE, f"{address} cannot be reached: {error.strerror}"
            ) from error
        return Stream(reader, writer, address)

    async def sleep(self, seconds: float) -> None:
        """httpcore's retries are not used; retries are the web's own."""
        await asyncio.sleep(seconds)


def route(host: str, port: int, rules: Iterable[ConnectTo]) -> tuple[str, int]:
    """Where connections to a host really go, by the first --connect-to that fits."""
    for rule in rules:
        if rule.host in ("", host.lower()) and rule.port in (None, port):
            return rule.address or host, rule.target_port or port
    return host, port


@dataclass(slots=True)
class _Body(httpx.AsyncByteStream):
    """A response body whose end closes its connection."""

    connection: httpcore.AsyncHTTPConnection
    response: httpcore.Response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in typing.cast("typing.AsyncIterable[bytes]", self.response.stream):
            yield part

    async def aclose(self) -> None:
        await self.connection.aclose()


class Transport(httpx.AsyncBaseTransport):
    """One connection a request, so that no pool is scanned and no slow host holds another's."""

    def __init__(self, options: Options) -> None:
        self.backend = Backend(options)
        self.context = ssl_context(options)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response with its body unread and undecoded. Raises Broken, or httpcore's errors."""
        url = request.url
        origin = httpcore.Origin(
            url.raw_scheme, url.raw_host, url.port or (443 if url.scheme == "https" else 80)
        )
        connection = httpcore.AsyncHTTPConnection(
            origin, ssl_context=self.context, network_backend=self.backend
        )
        try:
            response = await connection.handle_async_request(
                httpcore.Request(
                    request.method,
                    httpcore.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                )
            )
        except BaseException:
            await connection.aclose()
            raise
        stream: Mapping[str, typing.Any] = response.extensions
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(connection, response),
            extensions={**stream},
        )
