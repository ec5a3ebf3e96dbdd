"""Requests to archives that take pages. The key is put on where the request leaves and taken out of what returns."""

import asyncio
import contextlib
import ipaddress

import httpx

from cite.effects.net.client import Client
from cite.effects.net.names import Broken
from cite.effects.net.network import Transport, header_of
from cite.effects.web.manners import user_agent
from cite.model.errors import SettingsError
from cite.model.evidence import Fault
from cite.model.keeping import Keeper, KeeperAnswer, KeeperRequest, Keys
from cite.model.options import Options

MOST_BYTES = 1_000_000
TIMEOUT = 60.0
"""Seconds: an archive that is busy takes its time before it says so."""


class Courier:
    """Asks keepers, one request at a time, and follows no redirect: a key goes to one address only."""

    def __init__(
        self, options: Options, keys: Keys, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._keys = keys
        self._timeout = max(options.timeout, TIMEOUT)
        self._client = Client(transport or Transport(options))
        self._agent = user_agent(options)

    async def __aenter__(self) -> "Courier":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def ask(self, keeper: Keeper, request: KeeperRequest) -> KeeperAnswer:
        """The answer, free of keys. Never raises for what a server does."""
        headers = {
            "User-Agent": self._agent,
            "Accept": "application/json",
            "Connection": "close",
            "Authorization": keeper.authorization(self._keys.of(keeper.keys)),
        }
        if request.content_type:
            headers["Content-Type"] = request.content_type
        sent = httpx.Request(request.method, request.url, headers=headers, content=request.body)
        try:
            async with asyncio.timeout(self._timeout):
                return await self._exchange(sent)
        except TimeoutError:
            return KeeperAnswer(None, detail=f"no answer within {self._timeout:g} seconds")
        except Broken as error:
            unreachable = error.fault not in (Fault.RESET, Fault.READ_TIMEOUT, Fault.PROTOCOL)
            return KeeperAnswer(None, detail=error.detail, unreachable=unreachable)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            # The words of an error may repeat a header: its kind is enough.
            return KeeperAnswer(None, detail=f"the exchange failed ({type(error).__name__})")

    async def _exchange(self, request: httpx.Request) -> KeeperAnswer:
        response = await self._client.send(request, stream=True)
        body = bytearray()
        try:
            async for part in response.aiter_raw():
                body += part
                if len(body) > MOST_BYTES:
                    break
        finally:
            await response.aclose()
        wait = header_of(response, b"retry-after").strip()
        return KeeperAnswer(
            response.status_code,
            self._keys.scrubbed(bytes(body[:MOST_BYTES])),
            float(wait) if wait.isdecimal() and len(wait) < 8 else None,
        )


def check_keys(keeper: Keeper, keys: Keys) -> None:
    """Raises SettingsError, without the key, for one that no header can carry or that would go out in the clear."""
    for name, value in keys.of(keeper.keys).items():
        if not value.isascii() or not value.isprintable() or " " in value:
            raise SettingsError(f"{name} holds a character that no key has")
    url = httpx.URL(keeper.base)
    if url.scheme != "https" and not _loopback(url.host):
        raise SettingsError(f"{keeper.name}: keys are sent over https only, not to {keeper.base}")


def _loopback(host: str) -> bool:
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"
