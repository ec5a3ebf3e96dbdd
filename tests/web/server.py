"""A web on loopback that misbehaves as told: each path answers with the bytes given for it."""

import asyncio
import threading
from collections.abc import Awaitable, Callable

Behaviour = bytes | Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def answer(body=b"", status="200 OK", kind="text/html; charset=utf-8", **headers):
    """A well-formed HTTP answer."""
    if isinstance(body, str):
        body = body.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class LoopbackWeb:
    """Serves `behaviours` by path, else by longest prefix ending in `*`, else 404."""

    def __init__(self):
        self.behaviours = {}
        self.asked = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self):
        self._thread.start()
        future = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._serve, "127.0.0.1", 0), self._loop
        )
        self._server = future.result(10)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    async def _serve(self, reader, writer):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode("latin-1")
            self.asked.append(path)
            behaviour = self._behaviour(path)
            if callable(behaviour):
                await behaviour(reader, writer)
            else:
                writer.write(behaviour)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def _behaviour(self, path):
        if path in self.behaviours:
            return self.behaviours[path]
        prefixes = [
            key for key in self.behaviours if key.endswith("*") and path.startswith(key[:-1])
        ]
        if prefixes:
            return self.behaviours[max(prefixes, key=len)]
        return answer("<title>Not Found</title><h1>Not Found</h1>", "404 Not Found")


async def reset(reader, writer):
    writer.transport.abort()


async def silence(reader, writer):
    await reader.read()


async def drip(reader, writer):
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Slow</title><p>" + b"word " * 60
    )
    for _ in range(100):
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.05)
