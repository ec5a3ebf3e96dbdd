"""What the benchmarks share: the server as a process, a command measured, ratios printed."""

import contextlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
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
    print(f"{name:<34} {cost}{each}")
