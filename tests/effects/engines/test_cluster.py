"""A real Dask cluster on loopback asks the web as one process would; what breaks loses nothing."""

import asyncio

import pytest

from cite.effects.engines.cluster import Cluster
from cite.model.evidence import Fetch
from tests.effects.engines.cluster import DaskCluster, until
from tests.effects.engines.sharing import asked_by
from tests.web.server import answer


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with DaskCluster(tmp_path_factory.mktemp("dask")) as cluster:
        yield cluster


def by(cluster, loopback, work, urls=()):
    return asked_by(Cluster, loopback, work, urls, scheduler=cluster.address, workers=2)


def test_every_address_is_asked_once_wherever_redirects_lead(cluster, loopback):
    loopback.behaviours["/by-dask/page*"] = answer("<p>A work.</p>")
    urls = [f"http://host{n}.example/by-dask/away{n}" for n in range(4)]
    for n in range(4):
        there = f"http://host{(n + 1) % 4}.example/by-dask/page{n}"
        loopback.behaviours[f"/by-dask/away{n}"] = answer("", "302 Found", Location=there)

    async def work(engine, dask):
        answers = await asyncio.gather(*(engine.fetch(Fetch(url)) for url in urls))
        assert [[hop.status for hop in one.hops] for one in answers] == [[302, 200]] * 4
        assert {one.body for one in answers} == {b"<p>A work.</p>"}

    by(cluster, loopback, work, urls)
    asked = [path for path in loopback.asked if path.startswith("/by-dask/")]
    assert sorted(asked) == sorted(
        f"/by-dask/{kind}{n}" for kind in ("away", "page") for n in range(4)
    )


def held_until(go_on, body):
    """An answer that does not come before somebody says so: who asked is gone by then, and asks again."""

    async def serve(reader, writer):
        if not go_on:
            await reader.read()
            return
        writer.write(answer(body))
        await writer.drain()

    return serve


def test_a_worker_that_is_killed_is_followed_by_another_and_nothing_else_is_asked_twice(
    tmp_path, loopback
):
    go_on = []
    loopback.behaviours["/killed/slow"] = held_until(go_on, "slow")
    loopback.behaviours["/killed/quick*"] = answer("quick")

    async def work(engine, dask):
        quick = [Fetch(f"http://host{n}.example/killed/quick{n}") for n in range(6)]
        await asyncio.gather(*map(engine.fetch, quick))
        slow = asyncio.create_task(engine.fetch(Fetch("http://host0.example/killed/slow")))
        await until(lambda: "/killed/slow" in loopback.asked)
        go_on.append(True)
        for worker in cluster.workers:  # whichever has it: a third takes over from both
            cluster.kill(worker)
        cluster.start_worker()
        return (await slow).body

    with DaskCluster(tmp_path) as cluster:
        assert by(cluster, loopback, work) == b"slow"
    asked = [path for path in loopback.asked if path.startswith("/killed/")]
    assert sorted(set(asked)) == sorted(set(asked) | {"/killed/slow"})
    assert [asked.count(f"/killed/quick{n}") for n in range(6)] == [1] * 6
    assert asked.count("/killed/slow") == 2


def test_a_scheduler_that_is_started_again_is_found_again(tmp_path, loopback):
    go_on = []
    loopback.behaviours["/restarted/slow"] = held_until(go_on, "slow")
    loopback.behaviours["/restarted/quick"] = answer("quick")

    async def work(engine, dask):
        await engine.fetch(Fetch("http://host0.example/restarted/quick"))
        slow = asyncio.create_task(engine.fetch(Fetch("http://host0.example/restarted/slow")))
        await until(lambda: "/restarted/slow" in loopback.asked)
        go_on.append(True)
        cluster.kill(cluster.scheduler)
        for worker in cluster.workers:
            cluster.kill(worker)
        cluster.start_scheduler(int(cluster.address.rpartition(":")[2]))
        cluster.start_worker()
        return (await slow).body

    with DaskCluster(tmp_path) as cluster:
        assert by(cluster, loopback, work) == b"slow"
    assert loopback.asked.count("/restarted/quick") == 1
    assert loopback.asked.count("/restarted/slow") == 2
