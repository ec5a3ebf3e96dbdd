"""Several processes ask the web as one would, and one that is killed loses nothing."""

import asyncio
import os
import signal
from dataclasses import replace

import pytest

from cite.effects.web.processes import Processes, WorkersDied, shard
from cite.effects.web.web import Web
from cite.model.evidence import Fetch
from cite.model.options import ConnectTo, Options
from tests.web.server import answer

OPTIONS = Options(allow_net=("127.0.0.0/8",), interval=0.0, timeout=20.0, retries=0)


def asked_by_two(loopback, work):
    """What some work with two processes comes to; every name leads to the loopback web."""
    everywhere = ConnectTo("", None, "127.0.0.1", loopback.port)
    options = replace(OPTIONS, connect_to=(everywhere,))

    async def main():
        processes = Processes(options, 2)
        async with Web(options, hops=processes) as web:
            return await work(web, processes)

    return asyncio.run(main())


def test_a_host_and_its_subdomains_belong_to_one_process():
    for count in (2, 3, 8):
        assert shard("www.journal.example", count) == shard("archive.JOURNAL.example.", count)
    hosts = [f"host{n}.example" for n in range(200)] + [f"127.0.0.{n}" for n in range(1, 200)]
    assert {shard(host, 4) for host in hosts} == {0, 1, 2, 3}


def test_every_address_is_asked_once_wherever_redirects_lead(loopback):
    names = [f"host{n}.example" for n in range(4)]
    loopback.behaviours["/page*"] = answer("<p>A work.</p>")
    for n, name in enumerate(names):
        url = f"http://{name}/page{n}"
        loopback.behaviours[f"/away{n}"] = answer("", "302 Found", Location=url, Set_Cookie="a=b")

    async def work(web, processes):
        fetches = [Fetch(loopback.url(f"/away{n}")) for n in range(len(names))]
        answers = await asyncio.gather(*map(web.fetch, fetches))
        assert [len(one.hops) for one in answers] == [2] * len(names)
        assert {one.body for one in answers} == {b"<p>A work.</p>"}
        return web.requests

    before = len(loopback.asked)
    made = asked_by_two(loopback, work)
    told = loopback.asked[before:]
    asked = [path for path in told if path != "/robots.txt"]
    assert sorted(asked) == sorted(
        [f"/away{n}" for n in range(4)] + [f"/page{n}" for n in range(4)]
    )
    assert made == len(told)


def test_a_worker_that_is_killed_loses_nothing_and_asks_again_only_what_was_under_way(loopback):
    go_on = []

    async def slow(reader, writer):
        if not go_on:
            await reader.read()  # until the worker is gone
            return
        writer.write(answer("<p>slow</p>"))
        await writer.drain()

    loopback.behaviours["/by-two/slow"] = slow
    loopback.behaviours["/by-two/quick"] = answer("<p>quick</p>")

    async def work(web, processes):
        quick = await web.fetch(Fetch(loopback.url("/by-two/quick")))
        slow_one = asyncio.create_task(web.fetch(Fetch(loopback.url("/by-two/slow"))))
        while "/by-two/slow" not in loopback.asked:
            await asyncio.sleep(0.01)
        go_on.append(True)
        (worker,) = [one for one in processes.workers if one.pid]
        os.kill(worker.pid, signal.SIGKILL)
        return quick.body, (await slow_one).body

    assert asked_by_two(loopback, work) == (b"<p>quick</p>", b"<p>slow</p>")
    assert loopback.asked.count("/by-two/quick") == 1
    assert loopback.asked.count("/by-two/slow") == 2


def test_workers_that_always_die_end_the_run_with_a_reason(loopback, monkeypatch):
    monkeypatch.setattr("cite.effects.web.processes.sys.executable", "/bin/false")

    async def work(web, processes):
        with pytest.raises(WorkersDied):
            await web.fetch(Fetch(loopback.url("/asked-of-the-dead")))

    asked_by_two(loopback, work)
    assert "/asked-of-the-dead" not in loopback.asked
