"""Servers that are slow, broken or hostile: what can be read is read, within bounds of time and memory."""

import asyncio
import gzip
import tracemalloc
import zlib

import brotlicffi
import pytest
import zstandard

from cite.model.evidence import Fault, Fetched, Unreachable
from tests.effects.asking import fetch, fetch_all
from tests.web.server import answer, forever

PAGE = b"<title>Report</title><p>The whole text.</p>"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def chunked(*parts, end=b"0\r\n\r\n"):
    body = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts)
    return OK + b"Transfer-Encoding: chunked\r\n\r\n" + body + end


READABLE = {
    "http 1.0 without a length": b"HTTP/1.0 200 OK\r\n\r\n" + PAGE,
    "no headers at all": b"HTTP/1.1 200 OK\r\n\r\n" + PAGE,
    "no reason phrase": b"HTTP/1.1 200\r\nContent-Length: 43\r\n\r\n" + PAGE,
    "bare line feeds": b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 43\n\n" + PAGE,
    "a length too long": OK + b"Content-Length: 4300\r\n\r\n" + PAGE,
    "a length that is no number": OK + b"Content-Length: many\r\n\r\n" + PAGE,
    "a length below nothing": OK + b"Content-Length: -5\r\n\r\n" + PAGE,
    "two lengths": OK + b"Content-Length: 43\r\nContent-Length: 44\r\n\r\n" + PAGE,
    "a length and chunks": chunked(PAGE).replace(b"\r\n\r\n", b"\r\nContent-Length: 9\r\n\r\n", 1),
    "chunks": chunked(PAGE[:20], PAGE[20:]),
    "chunks with an extension and a trailer": OK + b"Transfer-Encoding: chunked\r\n\r\n2b;a=b\r\n" + PAGE + b"\r\n0\r\nX-Sum: 1\r\n\r\n",
    "chunks that break off": chunked(PAGE, end=b"ffff\r\n"),
    "a chunk size that is none": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE,
    "chunks announced, none sent": OK + b"Transfer-Encoding: chunked\r\n\r\n" + PAGE,
    "a nul in a header": OK + b"X-Odd: a\0b\r\n\r\n" + PAGE,
    "a nul in a name": OK + b"X\0Odd: a\r\n\r\n" + PAGE,
    "a header without a colon": OK + b"what is this\r\n\r\n" + PAGE,
    "a space before the colon": OK + b"X-Odd : a\r\n\r\n" + PAGE,
    "a folded header": OK + b"X-Odd: a\r\n  b\r\n\r\n" + PAGE,
    "bytes beyond ASCII in a header": OK + "X-Name: Übermaß 日本\r\n\r\n".encode() + PAGE,
    "a version never heard of": OK.replace(b"1.1", b"3.7") + b"\r\n" + PAGE,
    "an interim answer first": b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK + b"\r\n" + PAGE,
    "bytes after the end": OK + b"Content-Length: 43\r\n\r\n" + PAGE + b"HTTP/1.1 500 No\r\n\r\n",
    "http 0.9": PAGE.replace(b"<title>", b"<html><title>"),
    "gzip that is none": answer(PAGE, Content_Encoding="gzip"),
    "gzip": answer(gzip.compress(PAGE), Content_Encoding="gzip"),
    "gzip in two members": answer(gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]), Content_Encoding="gzip"),
    "gzip with rubbish after it": answer(gzip.compress(PAGE) + b"\0\0junk", Content_Encoding="x-gzip"),
    "gzip that breaks off": answer(gzip.compress(PAGE * 50)[:-9], Content_Encoding="gzip"),
    "deflate": answer(zlib.compress(PAGE), Content_Encoding="deflate"),
    "raw deflate": answer(zlib.compress(PAGE)[2:-4], Content_Encoding="deflate"),
    "br": answer(brotlicffi.compress(PAGE), Content_Encoding="br"),
    "zstd": answer(zstandard.compress(PAGE), Content_Encoding="zstd"),
    "gzip in br": answer(brotlicffi.compress(gzip.compress(PAGE)), Content_Encoding="gzip, br"),
    "a coding never heard of": answer(PAGE, Content_Encoding="sdch"),
}  # fmt: skip


@pytest.mark.parametrize("name", READABLE)
def test_what_a_browser_shows_is_read(loopback, name):
    loopback.behaviours["/readable"] = READABLE[name]
    got = fetch(loopback.url("/readable"))
    assert isinstance(got, Fetched), got
    assert got.status == 200
    assert b"The whole text." in got.body, (got.body, got.flaws)


BOMBS = {
    "gzip": (gzip.compress(b"\0" * 50_000_000), "gzip"),
    "gzip twice": (gzip.compress(gzip.compress(b"\0" * 50_000_000)), "gzip, gzip"),
    "deflate": (zlib.compress(b"\0" * 50_000_000), "deflate"),
    "br": (brotlicffi.compress(b"\0" * 50_000_000), "br"),
    "zstd": (zstandard.compress(b"\0" * 50_000_000), "zstd"),
    "zstd in gzip": (gzip.compress(zstandard.compress(b"\0" * 50_000_000)), "zstd, gzip"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_unpacks_to_no_more_than_the_limit(loopback, name):
    body, coding = BOMBS[name]
    loopback.behaviours["/bomb"] = answer(body, Content_Encoding=coding)
    tracemalloc.start()
    got = fetch(loopback.url("/bomb"), body_limit=200_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(got.body) <= 200_000
    assert got.truncated
    assert peak < 4_000_000


def test_ten_codings_are_not_undone(loopback):
    loopback.behaviours["/onion"] = answer(PAGE, Content_Encoding=", ".join(["gzip"] * 10))
    assert "content codings" in fetch(loopback.url("/onion")).flaws[0]


async def _slow_head(reader, writer):
    for byte in OK * 50:
        writer.write(bytes([byte]))
        await asyncio.sleep(0.05)


async def _drip(reader, writer):
    writer.write(OK + b"\r\n" + PAGE)
    while True:
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.05)


async def _endless_head(reader, writer):
    writer.write(OK)
    while True:
        writer.write(b"X-More: " + b"x" * 8000 + b"\r\n")
        await writer.drain()


async def _silent_after_head(reader, writer):
    writer.write(OK + b"Content-Length: 43\r\n\r\n")
    await reader.read()


async def _reset_in_the_middle(reader, writer):
    writer.write(OK + b"Content-Length: 4300\r\n\r\n" + PAGE)
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.transport.abort()


CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ENDLESS = {
    "an extension of a chunk": (CHUNKED + b"5;", b"x" * 8000),
    "an extension behind a body": (CHUNKED + b"2b\r\n" + PAGE + b"\r\n5;", b"x" * 8000),
    "the size of a chunk": (CHUNKED, b"0" * 8000),
    "a trailer": (CHUNKED + b"0\r\nX-More: ", b"x" * 8000),
    "trailers": (CHUNKED + b"2b\r\n" + PAGE + b"\r\n0\r\n", b"X-More: more\r\n" * 600),
    "interim answers": (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 150),
    "blank lines before it": (b"", b"\r\n" * 4000),
    "a line of status": (b"HTTP/1.1 200 ", b"x" * 8000),
    "a name of a header": (OK, b"x" * 8000),
    "headers": (OK, b"Set-Cookie: a=b\r\n" * 500),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_every_byte_counts_and_what_never_ends_is_no_answer(loopback, name):
    loopback.behaviours["/endless"] = forever(*ENDLESS[name])
    tracemalloc.start()
    got = fetch(loopback.url("/endless"), timeout=20.0)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(got, Unreachable)
    assert got.fault is Fault.PROTOCOL
    assert peak < 20_000_000


def test_a_body_sent_byte_by_byte_is_read(loopback):
    loopback.behaviours["/bytes"] = chunked(*(bytes([byte]) for byte in PAGE * 2000))
    got = fetch(loopback.url("/bytes"), timeout=20.0)
    assert got.body == PAGE * 2000
    assert not got.flaws


def test_a_trailer_is_no_header(loopback):
    loopback.behaviours["/trailer"] = chunked(PAGE, end=b"0\r\nLocation: /elsewhere\r\n\r\n")
    got = fetch(loopback.url("/trailer"))
    assert (got.body, got.header("location")) == (PAGE, "")


async def _close(reader, writer):
    writer.close()


async def _nonsense(reader, writer):
    writer.write(b"220 mail.example ESMTP\r\n")
    writer.close()


@pytest.mark.parametrize(
    ("behaviour", "fault"),
    [
        (_slow_head, Fault.READ_TIMEOUT),
        (_endless_head, Fault.PROTOCOL),
        (_close, Fault.RESET),
        (_nonsense, Fault.PROTOCOL),
    ],
    ids=["a head byte by byte", "a head without end", "closed at once", "another protocol"],
)
def test_what_never_becomes_an_answer_says_why(loopback, behaviour, fault):
    loopback.behaviours["/never"] = behaviour
    got = fetch(loopback.url("/never"))
    assert isinstance(got, Unreachable), got
    assert got.fault is fault
    assert got.detail


@pytest.mark.parametrize(
    "behaviour",
    [_drip, _silent_after_head, _reset_in_the_middle],
    ids=["a drip", "silence after the head", "reset in the middle"],
)
def test_a_body_that_does_not_end_leaves_what_came_of_it(loopback, behaviour):
    loopback.behaviours["/partly"] = behaviour
    got = fetch(loopback.url("/partly"))
    assert isinstance(got, Fetched)
    assert got.status == 200
    assert got.flaws


def test_a_hundred_redirects_are_too_many_and_a_few_are_not(loopback):
    for n in range(101):
        loopback.behaviours[f"/hop{n}"] = answer("", "302 Found", Location=f"/hop{n + 1}")
    loopback.behaviours["/hop101"] = answer(PAGE)
    far = fetch(loopback.url("/hop0"))
    assert (far.fault, len(far.hops)) == (Fault.TOO_MANY_REDIRECTS, 21)
    near = fetch(loopback.url("/hop90"))
    assert [hop.status for hop in near.hops] == [302] * 11 + [200]


@pytest.mark.parametrize("location", ["/round", "/round?again", "", "//"])
def test_a_circle_is_found_out(loopback, location):
    loopback.behaviours["/round"] = answer("", "302 Found", Location=location)
    loopback.behaviours["/round?again"] = answer("", "302 Found", Location="/round")
    got = fetch(loopback.url("/round"))
    assert (
        got.fault in (Fault.REDIRECT_LOOP, Fault.INVALID_ADDRESS) if location else got.status == 302
    )


def test_one_broken_server_does_not_stop_the_others(loopback):
    loopback.behaviours["/bad*"] = _close
    loopback.behaviours["/good*"] = answer(PAGE)
    urls = [loopback.url(f"/{kind}{n}") for n in range(20) for kind in ("bad", "good")]
    answers, _, _ = fetch_all(*urls, per_host=8)
    assert [isinstance(got, Fetched) for got in answers] == [False, True] * 20


@pytest.mark.parametrize(
    "location", ["http://[", "http://[v1.x]/", "http://xn--zzzz-.example/", "http://a:99999/", "gopher://a/"],
)  # fmt: skip
def test_a_redirect_to_what_is_no_address_says_so(loopback, location):
    loopback.behaviours["/astray"] = answer("", "302 Found", Location=location)
    got = fetch(loopback.url("/astray"))
    assert isinstance(got, Unreachable)
    assert got.fault in (Fault.INVALID_ADDRESS, Fault.BAD_REDIRECT)


@pytest.mark.parametrize("url", ["http://xn--.example/", "http://xn--zzzz-.example/", "http://["])
def test_an_address_that_cannot_be_read_is_no_crash(url):
    assert fetch(url).fault is Fault.INVALID_ADDRESS


def test_cookies_by_the_thousand_are_not_all_carried_along(loopback):
    many = "".join(f"Set-Cookie: c{n}={'x' * 90}; Path=/\r\n" for n in range(2000))
    long = f"Set-Cookie: long={'x' * 9000}; Path=/\r\n"
    head = f"HTTP/1.1 302 Found\r\nLocation: /fed\r\nContent-Length: 0\r\n{long}{many}\r\n"
    loopback.behaviours["/jar"] = head.encode()
    sent = []

    async def fed(reader, writer):
        sent.append(reader.request[b"cookie"])
        writer.write(answer(PAGE))

    loopback.behaviours["/fed"] = fed
    assert fetch(loopback.url("/jar")).body == PAGE
    assert sent[0].startswith(b"c0=")
    assert len(sent[0]) < 6000
