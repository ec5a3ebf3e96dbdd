"""A real Dask cluster on loopback asks the web as one process would; what breaks loses nothing."""

import asyncio

import pytest

from cite.effects.engines.cluster import Cluster
from cite.effects.engines.line import EngineFailed
from cite.model.evidence import Fetch
from cite.model.options import ServiceSettings
from tests.effects.engines.cluster import DaskCluster, until
from tests.effects.engines.sharing import asked_by
from tests.web.server import answer


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with DaskCluster(tmp_path_factory.mktemp("dask")) as cluster:
        yield cluster


def by(cluster, loopback, work, urls=(), **options):
    options = {"workers": 2, **options}
    return asked_by(Cluster, loopback, work, urls, scheduler=cluster.address, **options)


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


def task_graph(dask_scheduler):
    """What the scheduler has of our tasks, in its own process: as it would be sent on, and as it is shown."""
    import pickle

    ours = [task for key, task in dask_scheduler.tasks.items() if key.startswith("cite-")]
    return len(ours), b"".join(pickle.dumps(task.run_spec) for task in ours), repr(ours)


def test_the_task_graph_holds_a_name_and_nothing_of_the_run(cluster, loopback, tmp_path):
    loopback.behaviours["/graph/page"] = answer("there")
    secrets = {
        "services": (ServiceSettings("crossref", key="sesame-key"),), "contact": "mailto:sesame@example.org",
        "cache": tmp_path / "sesame", "canaries": ("http://sesame.example/",),
    }  # fmt: skip

    async def work(engine, dask):
        await engine.fetch(Fetch("http://sesame.example/graph/page"))
        return await dask._connection._client.run_on_scheduler(task_graph)

    count, sent, shown = by(cluster, loopback, work, **secrets)
    assert count == 1
    assert b"ask_for_shard" in sent
    assert b"sesame" not in sent
    assert "sesame" not in shown


def test_too_few_workers_are_waited_for_and_then_named(cluster, loopback, monkeypatch):
    monkeypatch.setattr("cite.effects.engines.cluster.PATIENCE", 0.1)
    monkeypatch.setattr("cite.effects.engines.cluster.LOOK", 0.01)

    with pytest.raises(EngineFailed, match="has 2 workers of 3 wanted"):
        by(cluster, loopback, None, workers=3)


def test_workers_where_cite_is_not_installed_are_named_in_one_line(tmp_path, loopback):
    async def work(engine, dask):
        with pytest.raises(EngineFailed, match=r"can begin: cite .* has to be installed"):
            await engine.fetch(Fetch("http://a.example/not-installed"))

    (tmp_path / "cite.py").write_text("raise ModuleNotFoundError('no cite here')\n")
    with DaskCluster(tmp_path, path=tmp_path) as cluster:
        by(cluster, loopback, work)
    assert "/not-installed" not in loopback.asked
