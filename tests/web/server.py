"""A web on loopback that misbehaves as told: hosts, paths, certificates and all."""

import asyncio
import ssl
import threading


def answer(body=b"", status="200 OK", kind="text/html; charset=utf-8", **headers):
    """A well-formed HTTP answer."""
    if isinstance(body, str):
        body = body.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


NOTHING = answer("<title>Not Found</title><h1>Not Found</h1>", "404 Not Found")


class LoopbackWeb:
    """Serves `behaviours` by path, and `hosts` by host and path; longest prefix ending in `*`, else 404."""

    def __init__(self):
        self.behaviours = {}
        self.hosts = {}
        self.asked = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self):
        self._thread.start()
        self._server = self._start(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def _start(self, starting):
        return asyncio.run_coroutine_threadsafe(starting, self._loop).result(10)

    def listen(self, context=None, serve=None):
        """One more port: under TLS, or with a behaviour of its own from the first byte."""
        server = self._start(
            asyncio.start_server(serve or self._serve, "127.0.0.1", 0, ssl=context)
        )
        return server.sockets[0].getsockname()[1]

    def __exit__(self, *_):
        self._start(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _end(self):
        """Whatever still answers is told to stop, and waited for."""
        self._server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    async def _serve(self, reader, writer):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode("latin-1")
            headers = dict(
                line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line
            )
            host = headers.get(b"host", b"").partition(b":")[0].decode("latin-1").rstrip(".")
            self.asked.append(path)
            secure = writer.get_extra_info("ssl_object") is not None
            behaviour = self._behaviour(host, path, secure)
            if callable(behaviour):
                reader.request = headers | {
                    b"method": head.split(b" ")[0],
                    b"path": path.encode("latin-1"),
                }
                await behaviour(reader, writer)
            else:
                writer.write(_at_home(behaviour, host.encode()))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()

    def _behaviour(self, host, path, secure):
        known = self.hosts.get(host, self.behaviours)
        if secure and "https" in known:
            return known["https"]
        if path in known:
            return known[path]
        prefixes = [key for key in known if key.endswith("*") and path.startswith(key[:-1])]
        return known[max(prefixes, key=len)] if prefixes else NOTHING


def _at_home(behaviour, host):
    """An answer with the names in it made the host's own; all are of one length but the first."""
    head, blank, body = behaviour.partition(b"\r\n\r\n")
    if len(host) == len(b"oldjournal.example"):
        body = body.replace(b"oldjournal.example", host)
    return head.replace(b"//HOST/", b"//" + host + b"/") + blank + body


async def reset(reader, writer):
    writer.transport.abort()


async def silence(reader, writer):
    await reader.read()


async def half_headers(reader, writer):
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Ty")
    await writer.drain()
    await reader.read()


def begins(piece):
    """A piece of an answer, and then nothing more."""

    async def serve(reader, writer):
        writer.write(piece)
        await writer.drain()
        await reader.read()

    return serve


def forever(piece, more):
    """A piece of an answer, and then the same for as long as anybody listens."""

    async def serve(reader, writer):
        writer.write(piece)
        while True:
            writer.write(more)
            await writer.drain()

    return serve


async def drip(reader, writer):
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Slow</title><p>" + b"word " * 60
    )
    for _ in range(100):
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.05)


async def give(behaviour, reader, writer):
    if callable(behaviour):
        await behaviour(reader, writer)
    else:
        writer.write(behaviour)
        await writer.drain()


def fails_once(well, failure):
    """The failure at the first request, then the good answer."""
    asked = []

    async def serve(reader, writer):
        asked.append(1)
        await give(failure if len(asked) == 1 else well, reader, writer)

    return serve


def browsers_only(well, refusal):
    """The good answer to what presents itself as a browser."""

    async def serve(reader, writer):
        await give(
            well if b"mozilla" in reader.request.get(b"user-agent", b"") else refusal,
            reader,
            writer,
        )

    return serve


def get_only(well):
    """405 to HEAD."""

    async def serve(reader, writer):
        await give(
            well if reader.request[b"method"] == b"GET" else answer("", "405 Method Not Allowed"),
            reader,
            writer,
        )

    return serve


def echo(page):
    """A page that repeats the name asked for, whatever it is."""

    async def serve(reader, writer):
        name = reader.request[b"path"].rpartition(b"/")[2].decode("latin-1")
        await give(answer(page.replace("NAME", name)), reader, writer)

    return serve


def cookie_gate(well):
    """Sends the asker in a circle until the cookie comes back."""

    async def serve(reader, writer):
        seen = b"gate=1" in reader.request.get(b"cookie", b"")
        await give(
            well
            if seen
            else answer("", "302 Found", Location="/gate", Set_Cookie="gate=1; Path=/"),
            reader,
            writer,
        )

    return serve
