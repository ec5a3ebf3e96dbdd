"""Our own network told from that of the links."""

import asyncio
from datetime import UTC, datetime

import pytest

from cite.effects.gathering.canaries import ALIVE, NO_SUCH_NAME, Canaries, reserved
from cite.model.evidence import Fault, Fetch, Fetched, Hop, Unreachable

NOW = datetime(2026, 5, 3, tzinfo=UTC)


def fetched(url, status=200, final=None):
    return Fetched(Fetch(url), NOW, status, (), (Hop(final or url, status),))


def failed(url, fault=Fault.NO_SUCH_NAME):
    return Unreachable(Fetch(url), NOW, fault)


class World:
    """Canaries over a network that answers as told; time passes by hand."""

    def __init__(self, answers=None, otherwise=Fault.NO_SUCH_NAME):
        self.answers = answers or {}
        self.otherwise = otherwise
        self.asked = []
        self.time = 0.0
        self.canaries = Canaries(self.ask, clock=lambda: self.time)

    async def ask(self, fetch):
        self.asked.append(fetch.url)
        return self.answers.get(fetch.url) or failed(fetch.url, self.otherwise)

    def after(self, *answers):
        async def run():
            return [await self.canaries.network_after(answer) for answer in answers]

        return asyncio.run(run())

    def settled(self, answer):
        async def run():
            return await self.canaries.settled(answer)

        return asyncio.run(run())


SOUND = {url: fetched(url) for url in ALIVE}


def test_a_dead_name_is_believed_while_pages_known_to_be_alive_answer():
    [network] = World(SOUND).after(failed("http://ended.org/"))
    assert network.online


def test_offline_nothing_is_judged():
    [network] = World().after(failed("http://ended.org/"))
    assert not network.online
    assert "no name can be looked up" in network.detail


def test_offline_behind_a_proxy_it_is_said_that_proxies_are_not_used(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://user:secret@proxy.example:3128")
    [network] = World().after(failed("http://ended.org/"))
    assert "HTTPS_PROXY is set" in network.detail
    assert "secret" not in network.detail


def test_a_network_that_resolves_names_and_reaches_nothing_is_offline_too():
    [network] = World(otherwise=Fault.CONNECT_TIMEOUT).after(
        failed("http://x.org/", Fault.CONNECT_TIMEOUT)
    )
    assert not network.online
    assert "no page known to be alive" in network.detail


def test_a_failure_right_after_a_good_answer_asks_no_canary():
    world = World(SOUND)
    world.after(fetched("http://well.org/"), failed("http://ended.org/"))
    assert not set(world.asked) & set(ALIVE)


def test_a_network_lost_on_the_way_is_noticed():
    world = World()

    async def run():
        await world.canaries.network_after(fetched("http://well.org/"))
        world.time += 60
        return await world.canaries.network_after(failed("http://ended.org/"))

    assert not asyncio.run(run()).online


def test_a_resolver_that_knows_every_name_is_found_out():
    [network] = World({NO_SUCH_NAME: fetched(NO_SUCH_NAME)}).after(fetched("http://well.org/"))
    assert not network.online
    assert "cannot exist" in network.detail


def test_a_resolver_that_leads_every_name_to_a_private_address_is_found_out():
    world = World({NO_SUCH_NAME: failed(NO_SUCH_NAME, Fault.ADDRESS_REFUSED)})
    [network] = world.after(fetched("http://well.org/"))
    assert not network.online


def test_a_portal_that_answers_for_plain_pages_is_found_out():
    portal = "http://login.hotel.org/"
    world = World({ALIVE[0]: fetched(ALIVE[0], final=portal)})
    [network] = world.after(fetched("http://journal.org/a", final=portal))
    assert not network.online
    assert "portal" in network.detail


def test_a_site_that_moved_to_another_host_is_no_portal():
    world = World(SOUND)
    [network] = world.after(fetched("http://journal.org/a", final="http://new.org/a"))
    assert network.online


def test_status_511_is_a_portal_by_its_own_word():
    [network] = World(SOUND).after(fetched("http://journal.org/a", 511))
    assert not network.online


def test_a_reset_of_one_site_asks_the_canaries_only_once():
    world = World(SOUND)
    world.after(failed("http://a.org/", Fault.RESET), failed("http://b.org/", Fault.RESET))
    assert world.asked.count(ALIVE[0]) == 1


@pytest.mark.parametrize("name", ["nobody.invalid", "journal.test", "old.example"])
def test_a_reserved_name_is_dead_even_where_no_resolver_answers(name):
    world = World(otherwise=Fault.NAME_LOOKUP)
    answer = world.settled(failed(f"http://{name}/x", Fault.NAME_LOOKUP))
    assert answer.fault is Fault.NO_SUCH_NAME


def test_a_resolver_that_fails_for_one_reserved_name_only_is_taken_at_its_word():
    world = World()
    answer = world.settled(failed("http://journal.test/x", Fault.NAME_LOOKUP))
    assert answer.fault is Fault.NAME_LOOKUP


def test_reserved_names_ask_no_canary():
    world = World()
    [network] = world.after(failed("http://nobody.invalid/"))
    assert network.online
    assert world.asked == []
    assert reserved("http://nobody.invalid./") and not reserved("http://example.com/")


def test_an_answer_that_broke_off_after_a_relative_redirect_is_where_it_led():
    hops = (Hop("http://a.org/x/y", 302, "../z"),)
    assert (
        Unreachable(Fetch("http://a.org/x/y"), NOW, Fault.RESET, "", hops).url == "http://a.org/z"
    )
