"""Names looked up."""

import asyncio
import gc
import socket
import threading

import pytest

from cite.effects.net import names
from cite.effects.net.names import Broken, Resolver
from cite.model.evidence import Fault


def look_up(monkeypatch, answers, times):
    """What a resolver says of a name, several times in one run, and how often it was asked."""
    asked = []

    def getaddrinfo(host):
        asked.append(host)
        answer = answers[min(len(asked), len(answers)) - 1]
        if isinstance(answer, int):
            raise socket.gaierror(answer, "told so")
        return answer

    monkeypatch.setattr(names, "_getaddrinfo", getaddrinfo)

    async def run():
        resolver = Resolver(2.0)
        said = []
        for _ in range(times):
            try:
                said.append(await resolver.addresses("journal.org"))
            except Broken as broken:
                said.append(broken.fault)
        resolver.close()
        return said

    return asyncio.run(run()), len(asked)


def test_a_name_is_looked_up_once_a_run(monkeypatch):
    assert look_up(monkeypatch, [["192.0.2.1"]], 3) == ([("192.0.2.1",)] * 3, 1)


def test_a_name_said_not_to_exist_is_looked_up_a_second_time_and_no_more(monkeypatch):
    said, asked = look_up(monkeypatch, [socket.EAI_NONAME], 4)
    assert said == [Fault.NO_SUCH_NAME] * 4
    assert asked == 2


def test_a_denial_that_was_a_slip_is_put_right_by_the_second_look(monkeypatch):
    said, _ = look_up(monkeypatch, [socket.EAI_NONAME, ["192.0.2.1"]], 2)
    assert said == [Fault.NO_SUCH_NAME, ("192.0.2.1",)]


@pytest.mark.parametrize("error", [socket.EAI_AGAIN, socket.EAI_FAIL])
def test_a_resolver_that_fails_says_nothing_of_the_name(monkeypatch, error):
    said, asked = look_up(monkeypatch, [error], 2)
    assert said == [Fault.NAME_LOOKUP] * 2
    assert asked == 2


def test_nobody_complains_of_a_look_up_that_failed_after_its_asker_had_left(monkeypatch):
    begun, end, complaints = threading.Event(), threading.Event(), []

    def getaddrinfo(host):
        begun.set()
        end.wait(10)
        raise socket.gaierror(socket.EAI_NONAME, "told so")

    monkeypatch.setattr(names, "_getaddrinfo", getaddrinfo)

    async def run():
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, told: complaints.append(told))
        resolver = Resolver(5.0)
        asking = asyncio.create_task(resolver.addresses("journal.org"))
        await loop.run_in_executor(None, begun.wait)
        asking.cancel()
        await asyncio.wait([asking])
        lookups = list(resolver._known.values())
        end.set()
        await asyncio.wait(lookups)
        resolver.close()

    asyncio.run(run())
    gc.collect()
    assert complaints == []
