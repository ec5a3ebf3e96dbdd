"""Workers together keep what one event loop keeps: every host's pace, every answer, and an eye on the network."""

import asyncio
import socket
from collections import Counter

import pytest

from cite.effects.engines.frames import Frame, Kind, packed
from cite.effects.engines.line import EngineFailed, LineBroken
from cite.effects.web.web import Web
from cite.model.evidence import Fault, Fetch
from cite.model.options import Options
from tests.effects.engines.sharing import Within, asked_by
from tests.web.server import answer


def within(loopback, work, urls=(), workers=4, **options):
    return asked_by(Within, loopback, work, urls, workers=workers, **options)


class Counters:
    """What the server sees of each host: how many requests at once, when each began, how often robots.txt."""

    def __init__(self, loopback, path, location=None):
        self.now, self.most, self.robots = Counter(), Counter(), Counter()
        self.began = {}
        self._location = location
        loopback.behaviours[path] = self._serve
        loopback.behaviours["/robots.txt"] = self._count_robots

    async def _serve(self, reader, writer):
        host = reader.request[b"host"].partition(b":")[0].decode()
        self.began.setdefault(host, []).append(asyncio.get_running_loop().time())
        self.now[host] += 1
        self.most[host] = max(self.most[host], self.now[host])
        await asyncio.sleep(0.02)
        self.now[host] -= 1
        writer.write(answer("<p>A work.</p>", Connection="close"))

    async def _count_robots(self, reader, writer):
        self.robots[reader.request[b"host"].partition(b":")[0].decode()] += 1
        writer.write(answer("", "404 Not Found", Connection="close"))


@pytest.fixture
def no_robots(loopback):
    yield
    del loopback.behaviours["/robots.txt"]


@pytest.mark.usefixtures("no_robots")
def test_a_host_where_redirects_of_all_workers_lead_is_asked_by_one_at_its_pace(loopback):
    counters = Counters(loopback, "/hub/*")
    urls = [f"http://site{n}.example/to-hub/{n}" for n in range(24)]
    urls += [f"http://www.hub.example/hub/own{n}" for n in range(8)]
    for n in range(24):
        there = f"http://www.hub.example/hub/{n}"
        loopback.behaviours[f"/to-hub/{n}"] = answer("", "302 Found", Location=there)

    async def work(engine, _):
        return await asyncio.gather(*(engine.fetch(Fetch(url)) for url in urls))

    answers = within(loopback, work, urls, interval=0.01, per_host=2)
    assert [getattr(one, "body", one) for one in answers] == [b"<p>A work.</p>"] * 32
    (host,) = counters.most
    assert (host, counters.most[host]) == ("www.hub.example", 2)
    began = sorted(counters.began[host])
    assert len(began) == 32
    assert began[-1] - began[0] >= 31 * 0.01 * 0.9, "one interval after another"
    assert counters.robots == {host: 1}


def test_where_no_worker_is_told_of_a_host_the_first_to_meet_it_asks_it(loopback):
    """And says so once: what follows goes straight there."""
    loopback.behaviours["/met/page"] = answer("there")
    loopback.behaviours["/met/away*"] = answer(
        "", "302 Found", Location="http://unlisted.example/met/page"
    )
    urls = [f"http://first.example/met/away{n}" for n in range(3)]

    async def work(engine, workers):
        for url in urls:
            assert (await engine.fetch(Fetch(url))).body == b"there"
        return workers.wires.keys()

    assert len(within(loopback, work, urls)) == 1


def test_services_are_asked_from_here_whoever_is_led_to_them(loopback):
    loopback.behaviours["/at-service/*"] = answer("word")
    loopback.behaviours["/to-service"] = answer(
        "", "302 Found", Location="http://service.example/at-service/1"
    )

    async def work(engine, workers):
        async with Web(Options(retries=0), hops=engine) as web:
            direct = await web.fetch(Fetch("http://service.example/at-service/0"))
            assert not workers.wires, "no worker was needed"
            led = await engine.fetch(Fetch("http://site.example/to-service"))
            assert len(workers.wires) == 1
            return direct.body, led.body, [hop.status for hop in led.hops]

    def is_service(url):
        return "//service.example/" in url

    found = asked_by(Within, loopback, work, is_service=is_service, workers=4)
    assert found == (b"word", b"word", [302, 200])


def test_cookies_go_along_to_another_shards_host_and_come_back(loopback):
    seen = []

    async def page(reader, writer):
        seen.append(reader.request.get(b"cookie"))
        writer.write(answer("in"))

    loopback.behaviours["/jar/a"] = answer(
        "", "302 Found", Location="http://b.example/jar/b", Set_Cookie="a=1; Path=/"
    )
    loopback.behaviours["/jar/b"] = answer(
        "", "302 Found", Location="http://a.example/jar/page", Set_Cookie="b=2; Path=/"
    )
    loopback.behaviours["/jar/page"] = page

    async def work(engine, _):
        return (await engine.fetch(Fetch("http://a.example/jar/a"))).body

    urls = ["http://a.example/", "http://b.example/"]
    assert within(loopback, work, urls, workers=2) == b"in"
    assert seen == [b"a=1"]


def test_a_line_that_breaks_amid_many_questions_loses_none_and_answers_none_twice(loopback):
    loopback.behaviours["/cut/*"] = answer("here")
    urls = [f"http://site{n}.example/cut/{n}" for n in range(40)]

    async def work(engine, workers):
        tasks = [asyncio.create_task(engine.fetch(Fetch(url))) for url in urls]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        done = {url for url, task in zip(urls, tasks, strict=True) if task.done()}
        for wire in workers.wires.values():
            wire.cut()
        answers = await asyncio.gather(*tasks)
        assert [one.ask.url for one in answers] == urls
        return done

    before = len(loopback.asked)
    done = within(loopback, work, urls)
    asked = Counter(path for path in loopback.asked[before:] if path.startswith("/cut/"))
    assert len(asked) == 40
    assert all(asked["/cut/" + url.rpartition("/")[2]] == 1 for url in done)


def test_workers_without_a_network_say_so_of_themselves_and_judge_nothing(monkeypatch):
    def cut(*_, **__):
        raise socket.gaierror(socket.EAI_AGAIN, "no name server answers")

    monkeypatch.setattr(socket, "getaddrinfo", cut)
    urls = [f"http://site{n}.journals.org/" for n in range(6)]

    async def work(engine, _):
        answers = await asyncio.gather(*(engine.fetch(Fetch(url)) for url in urls))
        assert {one.fault for one in answers} == {Fault.INTERRUPTED}
        assert all("not judged" in one.detail for one in answers)
        return engine.network

    network = asked_by(Within, None, work, urls, workers=2)
    assert not network.online
    assert "cannot be reached" in network.detail


def says(*values):
    """A worker that answers by a script: what of its own it would say, whatever it is asked."""

    async def serving(line):
        replies = [packed(Frame(Kind.REPLY, n + 1, value)) for n, value in enumerate(values)]
        try:
            for reply in replies:
                await line.receive()
                await line.send(reply)
            await line.receive()
        except LineBroken:
            pass

    return lambda options: Within(options, serving)


def a_reply(online):
    return {"at": 0, "hops": [], "attempts": 1, "fault": "reset", "detail": "", "tls_fault": None,
            "requests": 7, "network": [online, "" if online else "its cable is out"]}  # fmt: skip


@pytest.mark.parametrize("online", [True, False])
def test_the_network_is_as_the_workers_find_it_and_so_are_their_requests(online):
    async def work(engine, _):
        assert engine.network.online, "nobody has said otherwise"
        await engine.fetch(Fetch("http://a.example/"))
        return engine.network.online, engine.requests

    assert asked_by(says(a_reply(online)), None, work, workers=1) == (online, 7)


def test_a_worker_that_sends_no_answer_ends_the_run_in_one_line():
    async def work(engine, _):
        with pytest.raises(EngineFailed, match="cannot be read"):
            await engine.fetch(Fetch("http://a.example/"))

    asked_by(says({"requests": 0}), None, work, workers=1)
