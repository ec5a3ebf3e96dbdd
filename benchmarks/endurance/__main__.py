"""Endurance: two processes check list after list on one store for an hour, while most of what can go wrong does.

Hosts reset, stall, drip, never end, ask for patience, redirect in circles and fail at TLS; names do not exist; every
now and then another process holds the store locked, and a third, which writes to it, is killed. What is held to: no
more than 5 % of memory above that after the warm-up; no open file, socket, thread or task left by a run; a store that is
sound at the end. In less than half an hour the allocator has not settled, and memory may grow by more.
"""

import argparse
import contextlib
import json
import os
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.endurance.census import WATCHED
from benchmarks.running import ENVIRONMENT, ROOT
from cite import Options
from cite.effects.store.file import FILE
from cite.pipeline import store_faults

GROWTH = 0.05
"""Of memory between the end of the warm-up and the end."""
PART = 0.1
"""Of the time, over which memory is taken in the middle: at the end of the warm-up, and at the end."""
WARM_UP = 0.2
"""Of the time: until then caches fill."""
LOCKED, BETWEEN_LOCKS, BETWEEN_KILLS = 2.0, 15.0, 30.0
"""Seconds."""


@contextlib.contextmanager
def faulty_web():
    """Its ports and its authority."""
    process = started("faulty_web", stdin=subprocess.PIPE)
    try:
        yield process.stdout.readline().split()
    finally:
        process.stdin.close()
        process.wait()


def started(script, *arguments, **more):
    """A module of this folder as a process that yields to whatever else the machine has to do."""
    command = [sys.executable, "-m", f"benchmarks.endurance.{script}", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True,
        preexec_fn=lambda: os.nice(10), **more,
    )  # fmt: skip


def lock(cache, over):
    """Another program that holds the store for seconds at a time."""
    while not over.wait(BETWEEN_LOCKS):
        if not (cache / FILE).exists():
            continue
        with contextlib.closing(sqlite3.connect(cache / FILE, timeout=60)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            over.wait(LOCKED)
            connection.rollback()


def kill(cache, web, over):
    """Processes that write to the store and are killed in the midst of it."""
    dice = random.Random(1)
    for number in range(10_000):
        if over.wait(BETWEEN_KILLS):
            return
        process = started("rounds", cache, 60, 0, 200, *web, f"killed{number}x")
        over.wait(dice.uniform(1, 6))
        process.send_signal(signal.SIGKILL)
        process.communicate()


def watched(process, name, log, found):
    """Every line that a process prints, kept and written down."""
    for line in process.stdout:
        found.append({"process": name} | json.loads(line))
        log.write(json.dumps(found[-1]) + "\n")
        log.flush()


def run(folder, web, seconds, pause, count, log):
    """What each of the two processes held, round by round."""
    cache, over, found = folder / "cache", threading.Event(), {"a": [], "b": []}
    workers = {name: started("rounds", cache, seconds, pause, count, *web, name) for name in found}
    others = [
        threading.Thread(target=watched, args=(workers[name], name, log, found[name]))
        for name in found
    ]
    disturbers = [
        threading.Thread(target=lock, args=(cache, over)),
        threading.Thread(target=kill, args=(cache, web, over)),
    ]
    for thread in (*others, *disturbers):
        thread.start()
    codes = [worker.wait() for worker in workers.values()]
    over.set()
    for thread in (*others, *disturbers):
        thread.join()
    return found, codes


def growth(rounds, seconds, what):
    """What was held at the end over what was held after the warm-up, in the middle of some rounds each."""

    def held(begin):
        some = [one[what] for one in rounds if begin <= one["at"] < begin + PART * seconds]
        return statistics.median(some)

    return held((1 - PART) * rounds[-1]["at"]) / held(WARM_UP * seconds)


def verdicts(rounds, seconds):
    """Each thing that was held to: what, how much it was, how much it may be."""
    warm = [one for one in rounds if one["at"] >= WARM_UP * seconds]
    yield "memory, of that after the warm-up", growth(rounds, seconds, "resident"), 1 + GROWTH
    for what in ("files", "threads"):
        yield f"{what} at most, above the least", spread(warm, what), 0
    for kind in sorted(set(WATCHED) & {kind for one in warm for kind in one["left"]} - BOUNDED):
        yield f"{kind} left by a run, at most", max(one["left"].get(kind, 0) for one in warm), 0


BOUNDED = {"Fetched"}
"""Kinds of which a bounded number is remembered on purpose (`cite.formats.remembered`)."""


def spread(rounds, what):
    return max(one[what] for one in rounds) - min(one[what] for one in rounds)


def report(found, seconds, faults, codes):
    """Print what was found; True where all of it is as it should be."""
    sound = codes == [0, 0] and not faults
    for name, rounds in found.items():
        asked = sum(sum(one["states"].values()) for one in rounds)
        memory = [one["resident"] / 1024 for one in rounds]
        print(f"process {name}: {len(rounds)} rounds, {asked} addresses, {rounds[-1]['at']} s")
        print(f"  {memory[0]:.1f} MB after the first round, {memory[-1]:.1f} MB after the last")
        for what, value, most in verdicts(rounds, seconds):
            sound = sound and value <= most
            print(f"  {what}: {value:.3g} (goal {most:g})")
    print(f"faults of the store: {len(faults)} (goal 0)", *faults, sep="\n  ")
    return sound


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--addresses", type=int, default=400, help="in each round")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between rounds")
    parser.add_argument("--log", type=Path, default=Path("endurance.jsonl"))
    given = parser.parse_args()
    seconds, began = given.minutes * 60, time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        faulty_web() as web,
        given.log.open("w", encoding="utf-8") as log,
    ):
        found, codes = run(Path(folder), web, seconds, given.pause, given.addresses, log)
        faults = store_faults(Options(cache=Path(folder, "cache")))
        size = Path(folder, "cache", FILE).stat().st_size / 2**20
    print(f"{(time.monotonic() - began) / 60:.1f} minutes, a store of {size:.1f} MB at the end")
    return 0 if report(found, seconds, faults, codes) else 1


if __name__ == "__main__":
    sys.exit(main())
