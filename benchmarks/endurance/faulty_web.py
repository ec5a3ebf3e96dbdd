"""A web on loopback on which most of what can go wrong with an answer does: what goes wrong stands in the path.

A process by itself, so that its memory is not the client's. It prints its ports, the plain one and the one under
TLS, and serves until its standard input closes. Every address of 127.0.0.0/8 is a host of its own.
"""

import asyncio
import contextlib
import gzip
import random
import ssl
import sys
import threading

from benchmarks.certificate import certificate

SECURE_HOST = "127.3.0.1"
"""The one host that its certificate is for."""
PAGE = (
    "<!doctype html><title>Work {n}</title><h1>Work {n}</h1>"
    + "<p>What the ledger of that year says of the matter is told here, line by line.</p>" * 12
)
BOMB = gzip.compress(b"\0" * 20_000_000)


def respond(body=b"", status="200 OK", **headers):
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Content-Type: text/html"]
    head += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


async def page(n, writer):
    writer.write(respond(PAGE.format(n=n).encode()))


async def moved(n, writer):
    writer.write(respond(status="301 Moved Permanently", Location=f"/page/{n}"))


async def gone(n, writer):
    writer.write(respond(b"<h1>Not Found</h1>", "404 Not Found"))


async def walled(n, writer):
    writer.write(respond(b"<title>Just a moment...</title>", "403 Forbidden", CF_Mitigated="challenge"))  # fmt: skip


async def busy(n, writer):
    writer.write(respond(status="429 Too Many Requests", Retry_After=1))


async def failing(n, writer):
    writer.write(respond(status="503 Service Unavailable"))


async def reset(n, writer):
    writer.transport.abort()


async def half(n, writer):
    writer.write(respond(PAGE.encode())[:900])
    await writer.drain()
    writer.transport.abort()


async def silent(n, writer):
    await asyncio.sleep(30)


async def slow(n, writer):
    await asyncio.sleep(0.5)
    await page(n, writer)


async def dripping(n, writer):
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        writer.write(b"<p>more</p>")
        await writer.drain()
        await asyncio.sleep(0.05)


async def endless(n, writer):
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        writer.write(b"<p>more</p>" * 4000)
        await writer.drain()


async def bomb(n, writer):
    writer.write(respond(BOMB, Content_Encoding="gzip"))


async def circle(n, writer):
    writer.write(respond(status="302 Found", Location=f"/circle/{n}"))


async def chain(n, writer):
    number, _, hops = n.partition("+")
    writer.write(respond(status="302 Found", Location=f"/chain/{number}+{hops}1"))


async def nonsense(n, writer):
    writer.write(b"220 mail.example ESMTP\r\n")
    writer.close()


BEHAVIOURS = {
    one.__name__: one
    for one in (
        page, moved, gone, walled, busy, failing, reset, half, silent, slow, dripping, endless, bomb, circle, chain,
        nonsense,
    )
}  # fmt: skip
CLOSING = {"reset", "half", "silent", "dripping", "endless", "nonsense"}


def urls(plain, secure, count, mark, seed=0):
    """Addresses of one round, three of five of them pages; `mark` keeps them apart from those of other rounds."""
    faults = sorted(BEHAVIOURS.keys() - {"page"})
    found = [f"http://127.2.0.{n % 40 + 1}:{plain}/page/{mark}-{n}" for n in range(count * 3 // 5)]
    elsewhere = [
        f"https://{SECURE_HOST}:{secure}/page/{mark}",
        f"https://127.3.0.2:{secure}/page/{mark}",  # a certificate for another host
        f"https://127.3.0.3:{plain}/page/{mark}",  # no TLS at all
        f"http://127.3.0.4:{secure}/page/{mark}",  # TLS where none is expected
        f"http://127.3.0.5:9/page/{mark}",  # nobody listens
        f"http://host{mark}.invalid/page",
        "http://10.0.0.1/page",  # not to be asked at all
    ]
    for n in range(count - len(found)):
        kind = [*faults, "elsewhere"][n % (len(faults) + 1)]
        if kind == "elsewhere":
            found.append(f"{elsewhere[n % len(elsewhere)]}?{n}")
        else:
            host = f"127.4.{faults.index(kind)}.{n // len(faults) % 3 + 1}"
            found.append(f"http://{host}:{plain}/{kind}/{mark}-{n}")
    random.Random(seed).shuffle(found)
    return found


async def serve(reader, writer):
    """Answers until the client has enough, or the web ends."""
    with contextlib.suppress(
        ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError
    ):
        kind = ""
        while kind not in CLOSING:
            head = await reader.readuntil(b"\r\n\r\n")
            kind, _, n = head.split(b" ", 2)[1].decode("latin-1")[1:].partition("/")
            await BEHAVIOURS.get(kind, gone)(n, writer)
            await writer.drain()
    writer.close()


async def main():
    with certificate([SECURE_HOST]) as (key, authority):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(key)
        plain = await asyncio.start_server(serve, "0.0.0.0", 0, backlog=4096)
        secure = await asyncio.start_server(serve, "0.0.0.0", 0, ssl=context, backlog=4096)
        ports = [one.sockets[0].getsockname()[1] for one in (plain, secure)]
        print(*ports, authority, flush=True)
        closed, loop = asyncio.Event(), asyncio.get_running_loop()
        threading.Thread(
            target=lambda: (sys.stdin.read(), loop.call_soon_threadsafe(closed.set)), daemon=True
        ).start()
        await closed.wait()


if __name__ == "__main__":
    asyncio.run(main())
