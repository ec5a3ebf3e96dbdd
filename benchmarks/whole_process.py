"""`cite check` on 5,000 addresses on 250 hosts, from start to report, against linkinator and lychee.

The second run finds everything fresh in the store, and must ask nobody.
"""

import json
import os
import shutil
import subprocess
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.running import ENVIRONMENT, addresses, by_turns, cite, measured, row, verdict, web

COUNT, HOSTS, SLOTS, LATENCY = 5000, 250, 200, 0.05
LINKINATOR = os.environ.get("LINKINATOR", "linkinator").split()


OURS = cite(
    "check", "urls.txt", "--no-archives", "--allow-net", "127.0.0.0/8", "--slots", SLOTS,
    "--per-host", 20, "--interval", 0,
)  # fmt: skip


def main():
    with tempfile.TemporaryDirectory() as name, web("--latency", LATENCY) as port:
        costs = compare(Path(name), addresses(COUNT, HOSTS, port))
        requests = requests_when_fresh(Path(name))
    for who, cost in costs.items():
        row(who, cost, COUNT)
    for who in ("linkinator", "lychee"):
        if who in costs:
            cpu, wall = costs["cite"].cpu / costs[who].cpu, costs["cite"].wall / costs[who].wall
            verdict(f"of {who}'s CPU", cpu, "linkinator 0.5, lychee 1")
            verdict(f"of {who}'s wall", wall, "linkinator 0.5, lychee 1")
    verdict("second run, seconds of CPU", costs["cite, all fresh"].cpu, "<= 1.5")
    verdict("second run, requests", requests, "0")


def requests_when_fresh(folder):
    """What the report of another run over the first store says of itself."""
    command = [*OURS, "--cache", "cache0", "--format", "json"]
    result = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    return json.loads(result.stdout)["summary"]["requests"]


def compare(folder, urls):
    (folder / "urls.txt").write_text("\n".join(urls) + "\n", "utf-8")
    links = "".join(f'<a href="{url}">x</a>' for url in urls)
    (folder / "urls.html").write_text(f"<html><body>{links}</body></html>", "utf-8")
    there = partial(measured, cwd=folder, env=ENVIRONMENT)
    runs = iter(range(100))

    def first():
        return there([*OURS, "--cache", f"cache{next(runs)}"])

    contestants = {"cite": first, "cite, all fresh": lambda: there([*OURS, "--cache", "cache0"])}
    if shutil.which("lychee"):
        lychee = ["lychee", "--no-progress", "--max-concurrency", SLOTS, "--host-concurrency", 20,
                  "--host-request-interval", "0ms", "urls.txt"]  # fmt: skip
        contestants["lychee"] = lambda: there(lychee)
    if shutil.which(LINKINATOR[0]):
        contestants["linkinator"] = lambda: there(
            [*LINKINATOR, "urls.html", "--concurrency", SLOTS]
        )
    return by_turns(contestants)


if __name__ == "__main__":
    main()
