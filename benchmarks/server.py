"""The web that the benchmarks ask: every address of 127.0.0.0/8 is a host of its own.

A process by itself, so that its work is not counted as the client's. Run as
`python -m benchmarks.server OPTIONS…`; it prints its port, serves until its standard input closes, and
then writes what it saw to --log as JSON lines: arrival and end of each request in seconds, host, path.
"""

import argparse
import asyncio
import contextlib
import json
import resource
import ssl
import sys
import threading
import time
from pathlib import Path


class Server(asyncio.Protocol):
    """One connection: each request is answered after the latency, one after another."""

    def __init__(self, settings, seen):
        self._settings = settings
        self._seen = seen
        self._data = b""

    def connection_made(self, transport):
        self._transport = transport

    def data_received(self, data):
        self._data += data
        while (end := self._data.find(b"\r\n\r\n")) >= 0:
            head, self._data = self._data[:end].decode("latin-1"), self._data[end + 4 :]
            lines = head.split("\r\n")
            path = lines[0].split(" ")[1]
            host = next((v[6:] for v in lines if v[:5].lower() == "host:"), "").partition(":")[0]
            record = [time.monotonic(), None, host, path]
            self._seen.append(record)
            if self._settings.latency:
                asyncio.get_running_loop().call_later(self._settings.latency, self._answer, record)
            else:
                self._answer(record)

    def _answer(self, record):
        record[1] = time.monotonic()
        if self._transport.is_closing():
            return
        path = record[3]
        if path == "/robots.txt":
            self._transport.write(_respond(b"", b"404 Not Found", self._settings))
            return
        self._transport.write(_respond(self._settings.body_of(path), b"200 OK", self._settings))
        if self._settings.close:
            self._transport.close()


def _respond(body, status, settings):
    connection = b"Connection: close\r\n" if settings.close else b""
    return (
        b"HTTP/1.1 %b\r\nServer: loopback\r\nDate: Tue, 24 Nov 2026 12:00:00 GMT\r\n"
        b"Content-Type: %b\r\nContent-Length: %d\r\n%b\r\n%b"
        % (status, settings.kind, len(body), connection, body)
    )


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--page", type=Path, help="file sent as the page; else a line of text")
    parser.add_argument("--each", action="store_true", help="no two pages are the same")
    parser.add_argument("--close", action="store_true", help="no connection is kept")
    parser.add_argument("--certificate", type=Path, help="PEM file: speak TLS")
    parser.add_argument("--log", type=Path)
    return parser.parse_args()


async def serve(settings):
    page = settings.page.read_bytes() if settings.page else None
    settings.kind = b"text/html; charset=utf-8" if page else b"text/plain"
    settings.body_of = lambda path: page or b"The work at %b.\n" % path.encode()
    if page and settings.each:
        head, mark, tail = page.partition(b"</article>")
        settings.body_of = lambda path: b"%b<p>%b</p>%b%b" % (head, path.encode(), mark, tail)
    context = None
    if settings.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(settings.certificate)
    seen = []
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Server(settings, seen), "0.0.0.0", 0, ssl=context, backlog=4096
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    closed = asyncio.Event()
    threading.Thread(
        target=lambda: (sys.stdin.read(), loop.call_soon_threadsafe(closed.set)), daemon=True
    ).start()
    await closed.wait()
    if settings.log:
        settings.log.write_text("".join(json.dumps(record) + "\n" for record in seen), "utf-8")


def main():
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65536), hard))
    with contextlib.suppress(ImportError):
        import uvloop

        uvloop.install()
    asyncio.run(serve(arguments()))


if __name__ == "__main__":
    main()
