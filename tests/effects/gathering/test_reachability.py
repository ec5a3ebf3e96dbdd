"""Whether an answer is the site's or our own network's, without a network."""

import asyncio
from datetime import UTC, datetime

import pytest

from cite.effects.gathering.reachability import Reachability
from cite.model.evidence import Fault, Fetch, Fetched, Hop, Unreachable
from cite.model.options import ConnectTo, Options

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def cut_off(ask):
    """A network on which nothing answers."""
    return Unreachable(ask, NOW, Fault.NO_ROUTE, "no route")


def reaching(world=cut_off, **options):
    asked = []

    async def fetch(ask):
        asked.append(ask.url)
        return world(ask)

    return Reachability(Options(**options), fetch, lambda: NOW), asked


def after(reachability, answer):
    return asyncio.run(reachability.after(answer))


def failed(url):
    return Unreachable(Fetch(url), NOW, Fault.CONNECT_TIMEOUT, "silent")


def test_where_no_page_known_to_be_alive_answers_nothing_more_is_asked_or_judged():
    reachability, _ = reaching()
    ask = Fetch("http://a.example.org/")
    assert reachability.before(ask) is None
    unjudged = after(reachability, failed(ask.url))
    assert (unjudged.ask, unjudged.fault) == (ask, Fault.INTERRUPTED)
    assert not reachability.network.online
    assert reachability.before(Fetch("http://b.example.org/")).fault is Fault.INTERRUPTED


def test_a_failure_beside_pages_that_answer_is_the_sites_own():
    def well(ask):
        if ask.url.endswith(".invalid/"):
            return Unreachable(ask, NOW, Fault.NO_SUCH_NAME)
        return Fetched(ask, NOW, 200, (), (Hop(ask.url, 200),))

    reachability, _ = reaching(well)
    answer = failed("http://a.example.org/")
    assert after(reachability, answer) is answer
    assert reachability.network.online


@pytest.mark.parametrize(
    "url",
    ["http://localhost/", "http://x.localhost:8080/", "http://127.0.0.1/", "http://[::1]/",
     "http://10.0.0.7/", "http://routed.example.org/page"],
)  # fmt: skip
def test_what_is_private_or_routed_is_its_own_whatever_the_public_network_does(url):
    routed = ConnectTo("routed.example.org", None, "127.0.0.1", 8080)
    reachability, asked = reaching(connect_to=(routed,))
    after(reachability, failed("http://a.example.org/"))
    del asked[:]
    assert reachability.before(Fetch(url)) is None
    answer = failed(url)
    assert after(reachability, answer) is answer
    assert asked == []


def test_an_address_that_makes_no_sense_is_nobodys_fault():
    reachability, _ = reaching()
    assert reachability.before(Fetch("http://[::1")) is None


def test_a_reserved_name_is_settled_though_the_network_is_cut_off():
    def cut(ask):
        return Unreachable(ask, NOW, Fault.NAME_LOOKUP, "no resolver")

    reachability, _ = reaching(cut)
    after(reachability, failed("http://a.example.org/"))
    assert not reachability.network.online
    ask = Fetch("https://no-such-host.example/")
    assert reachability.before(ask) is None
    assert after(reachability, cut(ask)).fault is Fault.NO_SUCH_NAME


def test_a_reserved_name_is_settled_though_every_plain_port_is_routed():
    reachability, _ = reaching(
        lambda ask: Unreachable(ask, NOW, Fault.NAME_LOOKUP, "no resolver"),
        connect_to=(ConnectTo("", 80, "127.0.0.1", 8080),),
    )
    answer = Unreachable(Fetch("https://no-such-host.example/"), NOW, Fault.NAME_LOOKUP)
    assert after(reachability, answer).fault is Fault.NO_SUCH_NAME
