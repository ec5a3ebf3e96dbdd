"""Requests to keepers: whatever a server answers, the key stays where it belongs and the run goes on."""

import asyncio

import httpx
import pytest

from cite.archives.save_page_now import SavePageNow
from cite.effects.keep.courier import Courier
from cite.effects.net.network import answered
from cite.model.keeping import KeeperRequest, Keys
from cite.model.options import ArchiveSettings, Options

KEEPER = SavePageNow(ArchiveSettings("ia", "wayback", "https://archive.example", "Archive"))
KEYS = Keys({"IA_ACCESS_KEY_ID": "access-1", "IA_SECRET_ACCESS_KEY": "secret-2"})


class Wire(httpx.AsyncBaseTransport):
    def __init__(self, answer):
        self.answer = answer

    async def handle_async_request(self, request):
        status, headers, body = self.answer(request)
        head = [(name.encode(), value.encode()) for name, value in headers.items()]
        return answered(status, head, httpx.ByteStream(body), {})


def asked(answer):
    async def ask():
        async with Courier(Options(contact="x@example.org"), KEYS, Wire(answer)) as courier:
            return await courier.ask(KEEPER, KeeperRequest("GET", f"{KEEPER.base}/status/1"))

    return asyncio.run(ask())


@pytest.mark.parametrize(
    "location",
    [
        "https://elsewhere.example/",
        "mailto:x@example.org",
        "http://xn--a/",
        "http://[",
        "//",
    ],
)
def test_a_redirect_is_an_answer_and_is_not_followed(location):
    heard = []

    def redirect(request):
        heard.append(request.url.host)
        return 302, {"Location": location}, b""

    assert asked(redirect).status == 302
    assert heard == ["archive.example"]


def test_a_key_that_is_sent_back_is_taken_out():
    def echo(request):
        return 200, {}, b"you said " + request.headers["authorization"].encode()

    assert asked(echo).body == b"you said LOW [key]:[key]"
