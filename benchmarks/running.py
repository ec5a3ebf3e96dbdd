"""What the benchmarks share: the loopback web as a process, commands measured, results in rows.

CPU is what counts on a shared machine; wall time is printed beside it. Each figure is the least of several
runs, and each peer runs in turn with cite, so that both meet the same machine.
"""

import contextlib
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
RUNS = int(os.environ.get("RUNS", "3"))


@dataclass(frozen=True, order=True)
class Cost:
    """What a process took: seconds of CPU (user and system), seconds on the wall, megabytes at its peak."""

    cpu: float
    wall: float
    memory: float

    def __str__(self):
        return f"{self.cpu:6.2f} s CPU {self.wall:6.2f} s wall {self.memory:6.0f} MB"


@contextlib.contextmanager
def web(*options):
    """The loopback web on a port of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server", *map(str, options)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield int(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait()


def measured(command, **more):
    """The cost of a command, its output thrown away; its exit code may be anything."""
    started = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more
    )
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def client(who, port, count, hosts, slots, authority=None):
    """The cost of `benchmarks.client`, its start-up left out."""
    command = [sys.executable, "-m", "benchmarks.client", who, port, count, hosts, slots]
    command += [authority] if authority else []
    result = subprocess.run(
        list(map(str, command)),
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Cost(*json.loads(result.stdout))


def by_turns(contestants):
    """The least cost of each contestant, a function by its name, after several runs by turns."""
    costs = {name: [] for name in contestants}
    for _ in range(RUNS):
        for name, run in contestants.items():
            costs[name].append(run())
    return {name: min(found) for name, found in costs.items()}


def cpu_seconds():
    """Of this process so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def cite(*arguments):
    """The command line of this checkout."""
    return [sys.executable, "-m", "cite", *map(str, arguments)]


def addresses(count, hosts, port, scheme="http"):
    """Addresses spread evenly over hosts of 127.0.0.0/8, the hosts by turns."""
    return [f"{scheme}://{host(n % hosts)}:{port}/work/{n}" for n in range(count)]


def host(number):
    """The name of a host: an address on loopback."""
    return f"127.1.{number // 250}.{number % 250 + 1}"


def row(name, cost, count=None):
    """A line of the result."""
    each = f"  {cost.cpu / count * 1000:.2f} s CPU per 1,000" if count else ""
    print(f"{name:<34} {cost}{each}", flush=True)


def verdict(what, value, goal):
    """The figure that counts, beside its goal."""
    print(f"{what}: {value:.2f} (goal {goal})", flush=True)
