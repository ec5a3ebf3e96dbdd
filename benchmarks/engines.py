"""`cite check` from one event loop, from processes, from a Dask cluster: addresses a second, and CPU of all of them.

The cluster runs already when a run begins, as an administrator's would; what its scheduler and its workers take
during the run is counted, but for what they take in as much time when there is nothing to do.
`python -m benchmarks.engines 20000` for so many addresses.
"""

import contextlib
import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import psutil

from benchmarks.running import (
    ENVIRONMENT,
    Cost,
    addresses,
    by_turns,
    cite,
    measured,
    row,
    verdict,
    web,
)

HOSTS, SLOTS, LATENCY = 1000, 400, 0.05
COMMAND = cite(
    "check", "urls.txt", "--no-archives", "--allow-net", "127.0.0.0/8", "--slots", SLOTS,
    "--per-host", 20, "--interval", 0, "--report", "report.jsonl", "--format", "json",
)  # fmt: skip


@contextlib.contextmanager
def cluster(folder, workers):
    """A scheduler and its workers: its address, and their processes."""
    file = folder / f"scheduler{workers}.json"
    there = partial(
        subprocess.Popen, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )  # fmt: skip
    command = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
    ]
    started = [there([*command, "--no-dashboard", "--no-jupyter", "--scheduler-file", str(file)])]
    try:
        while not (file.exists() and file.read_text()):
            time.sleep(0.1)
        command = [
            sys.executable,
            "-m",
            "distributed.cli.dask_worker",
            "--scheduler-file",
            str(file),
        ]
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
        started += [there([*command, *options]) for _ in range(workers)]
        yield json.loads(file.read_text())["address"], [psutil.Process(one.pid) for one in started]
    finally:
        for one in started:
            one.kill()
            one.wait()


def cpu(processes):
    """Seconds of all of them by now."""
    return sum(sum(one.cpu_times()[:2]) for one in processes)


def idle(processes, seconds=5):
    """Seconds of CPU a second that they take when there is nothing to do."""
    before = cpu(processes)
    time.sleep(seconds)
    return (cpu(processes) - before) / seconds


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with contextlib.ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        port = held.enter_context(web("--latency", LATENCY))
        (folder / "urls.txt").write_text("\n".join(addresses(count, HOSTS, port)) + "\n", "utf-8")
        runs = iter(range(1000))

        def alone(*more):
            command = [*COMMAND, "--cache", f"cache{next(runs)}", *more]
            return measured(command, cwd=folder, env=ENVIRONMENT)

        def on_cluster(workers):
            address, processes = clusters[workers]
            at_rest = idle(processes)
            before = cpu(processes)
            cost = alone("--engine", "dask", "--scheduler", address, "--workers", workers)
            theirs = cpu(processes) - before - at_rest * cost.wall
            return Cost(cost.cpu + theirs, cost.wall, cost.memory)

        clusters = {workers: held.enter_context(cluster(folder, workers)) for workers in (2, 4)}
        contestants = {"local": alone}
        for workers in clusters:
            contestants[f"processes, {workers}"] = partial(
                alone, "--engine", "processes", "--workers", workers
            )
            contestants[f"dask, {workers}"] = partial(on_cluster, workers)
        costs = by_turns(contestants)
    for who, cost in costs.items():
        row(who, cost, count)
        print(f"{'':<34} {count / cost.wall:6.0f} addresses a second")
    for workers in clusters:
        theirs, ours = costs[f"processes, {workers}"], costs[f"dask, {workers}"]
        verdict(f"dask, {workers}, of processes by wall", theirs.wall / ours.wall, ">= 0.9")
        verdict(f"dask, {workers}, of processes by CPU", theirs.cpu / ours.cpu, ">= 0.9")


if __name__ == "__main__":
    main()
