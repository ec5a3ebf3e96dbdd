"""httpx's client carries every request, and does nothing with an answer that it was not asked to do."""

import asyncio

import httpx
import pytest

from cite.effects.net.client import Client
from cite.model.evidence import Fault, Fetched
from tests.effects.asking import fetch, fetch_all
from tests.web.server import answer


@pytest.fixture
def sent(monkeypatch):
    """What the client was given to send."""
    requests, send = [], httpx.AsyncClient.send

    async def listening(self, request, **more):
        requests.append(request)
        return await send(self, request, **more)

    monkeypatch.setattr(httpx.AsyncClient, "send", listening)
    return requests


def test_every_request_goes_through_it(loopback, sent):
    loopback.behaviours["/c1"] = answer("", "302 Found", Location="/c2")
    loopback.behaviours["/c2"] = answer("there")
    answers, requests, _ = fetch_all(loopback.url("/c1"), loopback.url("/c2"))
    assert [got.body for got in answers] == [b"there", b"there"]
    assert len(sent) == requests >= 3


@pytest.mark.parametrize(
    "location", ["http://[", "http://xn--a/", "//", "http://a:99999999/", "http://\x01/", "::::"]
)
def test_a_location_that_is_no_address_is_kept_as_it_came(loopback, location):
    loopback.behaviours["/odd"] = answer("", "302 Found", Location=location)
    got = fetch(loopback.url("/odd"))
    hop = got.hops[0]
    assert (hop.status, hop.location) == (302, location)
    assert isinstance(got, Fetched) or got.fault is not Fault.RESET


def test_a_cookie_of_one_walk_is_no_cookie_of_another(loopback):
    async def whatever_comes(reader, writer):
        cookie = reader.request.get(b"cookie", b"none").decode()
        writer.write(answer(cookie, Set_Cookie="seen=1; Path=/"))

    loopback.behaviours["/walk*"] = whatever_comes
    answers, _, _ = fetch_all(loopback.url("/walk1"), loopback.url("/walk2"), per_host=1)
    assert [got.body for got in answers] == [b"none", b"none"]


def test_it_keeps_no_cookie_and_heeds_no_proxy_of_the_environment(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")

    async def direct(request):
        return httpx.Response(200, headers={"Set-Cookie": "a=1"}, text=str(request.url))

    async def ask():
        async with Client(httpx.MockTransport(direct)) as client:
            got = await client.get("http://journal.example/")
            return got.text, list(client.cookies), client.trust_env

    assert asyncio.run(ask()) == ("http://journal.example/", [], False)
