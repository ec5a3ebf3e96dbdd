"""Wall time over the ideal schedule, against lychee under the same limits; the server's log shows who was polite.

The ideal: no host can be done before its addresses, less one, times the interval, and the latency of the
last; no schedule can be shorter than its slowest host, nor than all the work over all the slots.
"""

import itertools
import json
import random
import shutil
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.running import ENVIRONMENT, cite, host, measured, web

INTERVAL, PER_HOST, SLOTS, LATENCY = 0.2, 2, 50, 0.05
CASES = {
    "even: 50 hosts of 30 addresses": [30] * 50,
    "skewed: 200 hosts, the n-th with 60 / n": [max(1, 60 // n) for n in range(1, 201)],
}
TOLERANCE = 0.004
"""Seconds that a log may be off: the server, too, has only so many hands."""


def ideal(sizes):
    """Seconds below which no polite schedule can come."""
    slowest = (max(sizes) - 1) * INTERVAL + LATENCY
    return max(slowest, sum(sizes) * LATENCY / SLOTS)


def violations(log):
    """Requests that came too soon after another to the same host, or while too many were under way."""
    by_host = defaultdict(list)
    for line in log.read_text("utf-8").splitlines():
        came, went, name, _ = json.loads(line)
        by_host[name].append((came, went or came))
    found = Counter()
    for visits in by_host.values():
        visits.sort()
        for (earlier, _), (later, _) in itertools.pairwise(visits):
            found["too soon"] += later - earlier < INTERVAL - TOLERANCE
        for came, _ in visits:
            found["too many"] += sum(c <= came < w for c, w in visits) > PER_HOST
    return dict(found)


def run(name, command, sizes, folder):
    log = folder / "log"
    with web("--latency", LATENCY, "--log", log) as port:
        urls = [
            f"http://{host(h)}:{port}/work/{n}" for h, size in enumerate(sizes) for n in range(size)
        ]
        random.Random(1).shuffle(urls)
        (folder / "urls.txt").write_text("\n".join(urls) + "\n", "utf-8")
        shutil.rmtree(folder / "cache", ignore_errors=True)
        cost = measured(command, cwd=folder, env=ENVIRONMENT)
    print(
        f"  {name:<8} {cost.wall:6.2f} s, {cost.wall / ideal(sizes):.2f} × ideal, {violations(log)}"
    )
    return cost.wall


def main():
    ours = cite(
        "check", "urls.txt", "--no-archives", "--allow-net", "127.0.0.0/8", "--slots", SLOTS,
        "--per-host", PER_HOST, "--interval", INTERVAL,
    )  # fmt: skip
    theirs = [
        "lychee", "--no-progress", "--max-concurrency", SLOTS, "--host-concurrency", PER_HOST,
        "--host-request-interval", f"{INTERVAL * 1000:.0f}ms", "urls.txt",
    ]  # fmt: skip
    for name, sizes in CASES.items():
        print(f"{name}: ideal {ideal(sizes):.2f} s")
        with tempfile.TemporaryDirectory() as folder:
            wall = run("cite", ours, sizes, Path(folder))
            if shutil.which("lychee"):
                print(f"  {wall / run('lychee', theirs, sizes, Path(folder)):.2f} × lychee")


if __name__ == "__main__":
    main()
