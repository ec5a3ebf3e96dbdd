"""Several processes ask the web as one would, and one that is killed loses nothing."""

import asyncio
import os
import signal

import pytest

from cite.effects.engines.line import EngineFailed
from cite.effects.engines.processes import Processes
from cite.model.evidence import Fetch
from tests.effects.engines.sharing import asked_by
from tests.web.server import answer


def by_two(loopback, work, **options):
    return asked_by(Processes, loopback, work, workers=2, **options)


def test_every_address_is_asked_once_wherever_redirects_lead(loopback):
    names = [f"host{n}.example" for n in range(4)]
    loopback.behaviours["/page*"] = answer("<p>A work.</p>")
    for n, name in enumerate(names):
        url = f"http://{name}/page{n}"
        loopback.behaviours[f"/away{n}"] = answer("", "302 Found", Location=url, Set_Cookie="a=b")

    async def work(engine, _):
        fetches = [Fetch(f"http://start{n}.example/away{n}") for n in range(len(names))]
        answers = await asyncio.gather(*map(engine.fetch, fetches))
        assert [[hop.status for hop in one.hops] for one in answers] == [[302, 200]] * len(names)
        assert [one.ask for one in answers] == fetches
        assert {one.body for one in answers} == {b"<p>A work.</p>"}
        return engine.requests

    before = len(loopback.asked)
    made = by_two(loopback, work)
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

    async def work(engine, processes):
        quick = await engine.fetch(Fetch("http://one.example/by-two/quick"))
        slow_one = asyncio.create_task(engine.fetch(Fetch("http://one.example/by-two/slow")))
        while "/by-two/slow" not in loopback.asked:
            await asyncio.sleep(0.01)
        go_on.append(True)
        (pid,) = processes.pids.values()
        os.kill(pid, signal.SIGKILL)
        return quick.body, (await slow_one).body

    assert by_two(loopback, work) == (b"<p>quick</p>", b"<p>slow</p>")
    assert loopback.asked.count("/by-two/quick") == 1
    assert loopback.asked.count("/by-two/slow") == 2


def test_workers_that_always_die_end_the_run_with_a_reason(loopback, monkeypatch):
    monkeypatch.setattr("cite.effects.engines.processes.sys.executable", "/bin/false")

    async def work(engine, _):
        with pytest.raises(EngineFailed, match="lost again and again: its process ended"):
            await engine.fetch(Fetch(loopback.url("/asked-of-the-dead")))

    by_two(loopback, work)
    assert "/asked-of-the-dead" not in loopback.asked


def test_a_worker_of_another_version_is_met_with_a_line_that_says_so(loopback, monkeypatch):
    monkeypatch.setattr("cite.effects.engines.settings.__version__", "0.0.other")

    async def work(engine, _):
        with pytest.raises(
            EngineFailed, match=r"cannot begin: it has cite .*, the run is of cite 0"
        ):
            await engine.fetch(Fetch(loopback.url("/asked-by-another-version")))

    by_two(loopback, work)
