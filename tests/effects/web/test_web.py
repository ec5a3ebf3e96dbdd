"""The fetcher against a web that misbehaves."""

import asyncio
import gzip

import pytest

from cite.effects.net.guard import AddressGuard
from cite.effects.web.retry_after import retry_after
from cite.effects.web.web import Web
from cite.model.evidence import Fault, Fetch, Fetched, Unreachable
from cite.model.options import ConnectTo, Options
from tests.web.server import answer


def fetch(url, **options):
    settings = {
        "allow_net": ("127.0.0.0/8",),
        "interval": 0.0,
        "timeout": 2.0,
        "retries": 0,
        **options,
    }

    async def ask():
        slept = []

        async def sleep(seconds):
            slept.append(seconds)

        async with Web(Options(**settings), sleep=sleep) as web:
            return await web.fetch(Fetch(url)), web.requests, slept

    return asyncio.run(ask())


def test_redirects_are_recorded_hop_by_hop(loopback):
    loopback.behaviours["/h1"] = answer("", "301 Moved", Location="/h2")
    loopback.behaviours["/h2"] = answer("", "302 Found", Location=loopback.url("/h3"))
    loopback.behaviours["/h3"] = answer("there")
    got, _, _ = fetch(loopback.url("/h1#part"))
    assert [hop.status for hop in got.hops] == [301, 302, 200]
    assert got.url.endswith("/h3#part")


def test_a_cookie_set_on_the_way_is_sent_on(loopback):
    async def check_cookie(reader, writer):
        writer.write(
            answer("welcome")
            if reader.request.get(b"cookie") == b"seen=1"
            else answer("", "302 Found", Location="/cookie", Set_Cookie="seen=1; Path=/")
        )

    loopback.behaviours["/cookie"] = check_cookie
    got, _, _ = fetch(loopback.url("/cookie"))
    assert isinstance(got, Fetched)
    assert got.status == 200


def test_a_bomb_is_bounded(loopback):
    loopback.behaviours["/bomb"] = answer(
        gzip.compress(gzip.compress(b"\0" * 30_000_000)), Content_Encoding="gzip, gzip"
    )
    got, _, _ = fetch(loopback.url("/bomb"), body_limit=100_000)
    assert isinstance(got, Fetched)
    assert len(got.body) <= 100_000


def test_an_endless_body_is_cut_at_the_limit(loopback):
    async def endless(reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(2000):
            writer.write(b"x" * 10_000)
            await writer.drain()

    loopback.behaviours["/endless"] = endless
    got, _, _ = fetch(loopback.url("/endless"), body_limit=50_000)
    assert got.truncated
    assert len(got.body) == 50_000


def test_a_server_fault_is_asked_again_and_then_stands(loopback):
    loopback.behaviours["/500"] = answer("", "500 Oops")
    got, requests, slept = fetch(loopback.url("/500"), retries=2)
    assert (got.status, requests, got.attempts, len(slept)) == (500, 3, 3, 2)


def test_retry_after_is_honoured_and_an_absurd_one_is_not_waited_for(loopback):
    loopback.behaviours["/429"] = answer("", "429 Slow down", Retry_After="7")
    _, _, slept = fetch(loopback.url("/429"), retries=1)
    assert slept == [7.0]
    loopback.behaviours["/429"] = answer("", "429 Slow down", Retry_After="99999")
    _, requests, slept = fetch(loopback.url("/429"), retries=1)
    assert (requests, slept) == (1, [])


def test_retry_after_may_be_a_date(loopback):
    loopback.behaviours["/date"] = answer(
        "", "503 Later", Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"
    )
    got, _, _ = fetch(loopback.url("/date"))
    assert retry_after(got, got.at) == 0.0


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
     "http://169.254.169.254/latest/", "http://10.0.0.1/", "http://192.168.1.1/", "http://100.64.0.1/", "http://0.0.0.0/"],
)  # fmt: skip
def test_no_private_address_is_reached_unless_it_is_opened(url):
    got, _, _ = fetch(url, allow_net=())
    assert isinstance(got, Unreachable)
    assert got.fault is Fault.ADDRESS_REFUSED


def test_a_redirect_to_a_private_address_is_refused(loopback):
    loopback.behaviours["/inward"] = answer(
        "", "302 Found", Location="http://169.254.169.254/latest/meta-data/"
    )
    got, _, _ = fetch(loopback.url("/inward"))
    assert got.fault is Fault.ADDRESS_REFUSED


@pytest.mark.parametrize("address", ["64:ff9b::a00:1", "2002:7f00:1::", "::ffff:10.0.0.1"])
def test_the_guard_sees_through_addresses_within_addresses(address):
    assert AddressGuard().refusal(address)


def test_connections_go_where_they_are_told(loopback):
    loopback.behaviours["/named"] = answer("named")
    rule = ConnectTo("journal.example", 80, "127.0.0.1", loopback.port)
    got, _, _ = fetch("http://journal.example/named", connect_to=(rule,))
    assert got.body == b"named"


@pytest.mark.parametrize(
    ("url", "fault"),
    [("http://no-such-host.invalid/", Fault.NO_SUCH_NAME), ("ftp://a.example/x", Fault.UNSUPPORTED_SCHEME), ("http://a:99999/", Fault.INVALID_ADDRESS), ("http://", Fault.INVALID_ADDRESS), ("nonsense", Fault.INVALID_ADDRESS)],
)  # fmt: skip
def test_what_cannot_be_asked_says_why(url, fault):
    got, _, _ = fetch(url)
    assert got.fault is fault
    assert got.detail
