"""The guarded transport of every other fetch, with a recorder beside it."""

from collections.abc import AsyncIterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx

from cite.effects.net.network import Transport, answered, facts_of, flaw_of, head_of, header_of
from cite.formats.wire import NotStrict, request_head, response_head, target_uri
from cite.model.keeping import Exchange


@dataclass(slots=True)
class Recording:
    """What a task said and heard, in order."""

    most: int
    """Bytes of a body that are remembered."""
    exchanges: list[Exchange] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """Why an exchange could not be written down, in words."""

    def leave_out(self, path: str, unless: str) -> None:
        """What was asked on the way for other reasons, unless it is what was wanted."""
        if not unless.endswith(path):
            self.exchanges = [one for one in self.exchanges if not one.url.endswith(path)]


RECORDING: ContextVar[Recording | None] = ContextVar("recording", default=None)


class Recorder(Transport):
    """Remembers each exchange of a task that records."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response; its body is remembered as it is read. Raises what the transport raises."""
        recording = RECORDING.get()
        at = datetime.now(UTC)
        response = await super().handle_async_request(request)
        if recording is None:
            return response
        stream = _Remembered(recording, request, response, at)
        return answered(response.status_code, head_of(response), stream, response.extensions)


class _Remembered(httpx.AsyncByteStream):
    """A body that becomes an exchange once it is let go."""

    def __init__(
        self, recording: Recording, request: httpx.Request, response: httpx.Response, at: datetime
    ) -> None:
        self._recording = recording
        self._request = request
        self._response = response
        self._at = at
        self._body = bytearray()
        self._whole = False
        self._done = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        stream = self._response.stream
        assert isinstance(stream, httpx.AsyncByteStream)
        async for part in stream:
            self._body += part
            yield part
        self._whole = True

    async def aclose(self) -> None:
        """Let go of the connection, and hand over the exchange."""
        await self._response.aclose()
        if self._done:
            return
        self._done = True
        try:
            self._recording.exchanges.append(self._exchange())
        except NotStrict as error:
            self._recording.refused.append(str(error))

    def _exchange(self) -> Exchange:
        request, response = self._request, self._response
        most = self._recording.most
        announced = header_of(response, b"content-length")
        short = announced.isdecimal() and len(self._body) < int(announced[:18])
        return Exchange(
            target_uri(str(request.url)),
            self._at,
            facts_of(response)[0] or "",
            request_head(request.method.encode("ascii"), request.url.raw_path, request.headers.raw),
            response.status_code,
            response_head(response.status_code, head_of(response)),
            bytes(self._body[:most]),
            self._whole and not short and not flaw_of(response) and len(self._body) <= most,
        )
