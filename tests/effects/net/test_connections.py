"""Connections: kept while a host's queue lasts, given up after it, and never held against an address."""

import asyncio
import ssl

import pytest
import trustme

from cite.effects.net.lenient import parse_raw
from cite.effects.net.names import Broken, literal, route
from cite.model.evidence import Fault, Fetched, TlsFault
from cite.model.options import ConnectTo
from tests.effects.asking import fetch, fetch_all
from tests.web.server import answer


class Counting:
    """A server that keeps its connections and counts them."""

    def __init__(self, requests_each=1000):
        self.connections = 0
        self.heads = []
        self._each = requests_each

    async def serve(self, reader, writer):
        self.connections += 1
        for _ in range(self._each):
            try:
                self.heads.append((await reader.readuntil(b"\r\n\r\n")).decode("latin-1"))
            except asyncio.IncompleteReadError:
                break
            if "GET /robots.txt" in self.heads[-1]:
                writer.write(answer("", "404 Not Found"))
            else:
                writer.write(answer("kept"))
        writer.close()

    def ask(self, paths, **options):
        """The answers to several paths."""

        async def main():
            server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            loop = asyncio.get_running_loop()
            urls = [f"http://127.0.0.1:{port}{path}" for path in paths]
            got = await loop.run_in_executor(None, lambda: fetch_all(*urls, **options))
            server.close()
            return got

        return asyncio.run(main())


def test_a_connection_serves_its_hosts_whole_queue():
    server = Counting()
    answers, _, _ = server.ask([f"/{n}" for n in range(10)], per_host=2)
    assert all(got.body == b"kept" for got in answers)
    assert server.connections <= 2


def test_the_last_of_a_queue_says_that_it_is_the_last():
    server = Counting()
    server.ask(["/only"])
    assert "Connection: close" in server.heads[0]


def test_a_server_may_close_what_was_kept():
    server = Counting(requests_each=1)
    answers, _, _ = server.ask([f"/{n}" for n in range(6)], per_host=1)
    assert all(isinstance(got, Fetched) for got in answers)


def test_a_host_with_one_address_is_not_asked_for_its_robots_txt():
    server = Counting()
    server.ask(["/only"])
    assert len(server.heads) == 1


def test_a_host_with_several_is_asked_once_and_first():
    server = Counting()
    server.ask([f"/{n}" for n in range(5)], per_host=3)
    asked = [head.split()[1] for head in server.heads]
    assert asked[0] == "/robots.txt"
    assert asked.count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("robots", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 3\n", 3.0),
        ("User-agent: *\nCrawl-delay: 0.5\nDisallow: /\n", 0.5),
        ("User-agent: cite\nCrawl-delay: 2\n\nUser-agent: *\nCrawl-delay: 9\n", 2.0),
        ("User-agent: otherbot\nCrawl-delay: 9\n", None),
        ("User-agent: *\nCrawl-delay: 86400\n", 30.0),
        ("User-agent: *\nCrawl-delay: -4\n", None),
        ("User-agent: *\nCrawl-delay: soon\n", None),
        ("<html><p>Crawl-delay: 5</p></html>", None),
        ("\0\0\0", None),
    ],
)
def test_the_delay_that_a_robots_txt_asks_for_is_kept(loopback, robots, delay):
    loopback.behaviours["/robots.txt"] = answer(robots, kind="text/plain")
    loopback.behaviours["/paced*"] = answer("paced")
    try:
        _, _, slept = fetch_all(*(loopback.url(f"/paced{n}") for n in range(2)))
    finally:
        del loopback.behaviours["/robots.txt"]
    assert sorted({round(pause, 1) for pause in slept}) == ([delay] if delay else [])


def test_a_host_that_asks_for_a_pause_gets_it_from_everybody(loopback):
    seen = []

    async def first_not(reader, writer):
        seen.append(1)
        writer.write(answer("", "429 Slow", Retry_After="7") if len(seen) == 1 else answer("now"))

    loopback.behaviours["/busy*"] = first_not
    answers, _, slept = fetch_all(
        *(loopback.url(f"/busy{n}") for n in range(3)), per_host=1, retries=1
    )
    assert [got.status for got in answers] == [200, 200, 200]
    assert slept[0] == 7.0


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def over_tls(certificate, host="journal.example", **options):
    """The answer of a server that shows a certificate."""

    async def serve(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer("secret"))
        writer.close()

    async def main():
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
        rule = ConnectTo(host, 443, "127.0.0.1", server.sockets[0].getsockname()[1])
        loop = asyncio.get_running_loop()
        got = await loop.run_in_executor(
            None, lambda: fetch(f"https://{host}/", connect_to=(rule,), **options)
        )
        server.close()
        return got

    return asyncio.run(main())


@pytest.fixture
def ca(authority, tmp_path):
    path = tmp_path / "authority.pem"
    path.write_bytes(authority.cert_pem.bytes())
    return path


def test_a_good_certificate_is_described(authority, ca):
    got = over_tls(authority.issue_cert("journal.example"), ca=ca)
    assert got.body == b"secret"
    assert "TLSv1" in got.tls and "valid until" in got.tls


def test_a_certificate_for_another_host_says_so(authority, ca):
    got = over_tls(authority.issue_cert("other.example"), ca=ca)
    assert (got.fault, got.tls_fault) == (Fault.TLS, TlsFault.WRONG_HOST)


def test_an_authority_that_nobody_knows_says_so(authority):
    got = over_tls(authority.issue_cert("journal.example"))
    assert got.fault is Fault.TLS
    assert got.tls_fault in (TlsFault.UNKNOWN_CA, TlsFault.SELF_SIGNED)


def test_a_server_without_tls_is_a_handshake_that_failed(loopback):
    loopback.behaviours["/plain"] = answer("plain")
    got = fetch(loopback.url("/plain").replace("http:", "https:"))
    assert got.fault in (Fault.TLS, Fault.READ_TIMEOUT)


@pytest.mark.parametrize(
    ("host", "address"),
    [("2130706433", "127.0.0.1"), ("0x7f.1", "127.0.0.1"), ("0177.1", "127.0.0.1"), ("::1", "::1"), ("fe80::1%eth0", "fe80::1%eth0"),
     ("a.localhost", "127.0.0.1"), ("1.2.3.4.example", None), ("4chan.example", None), ("0x.example", None), ("dead.beef", None)],
)  # fmt: skip
def test_numbers_are_addresses_in_every_spelling(host, address):
    assert literal(host) == address


def test_the_first_rule_that_fits_says_where_a_connection_goes():
    rules = (ConnectTo("a.example", 443, "", 8443), ConnectTo("", None, "127.0.0.1", None))
    assert route("a.example", 443, rules) == ("a.example", 8443)
    assert route("A.example", 80, rules) == ("127.0.0.1", 80)


def test_reading_leniently_takes_time_in_proportion():
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert parse_raw(head + b"1\r\nx\r\n" * 300_000).body == b"x" * 300_000
    with pytest.raises(Broken):
        parse_raw(b"HTTP/1.1 200" + b" " * 1_000_000)
