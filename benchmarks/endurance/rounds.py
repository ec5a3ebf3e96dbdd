"""One process that checks list after list, as a service would, and counts after each what it still holds.

Run as `python -m benchmarks.endurance.rounds CACHE SECONDS PAUSE COUNT PLAIN SECURE AUTHORITY MARK`; a JSON line a
round. Of ten rounds one asks from processes, and one is stopped before its end, as Ctrl-C would.
"""

import contextlib
import json
import sys
import threading
import time
from collections import Counter
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

from benchmarks.endurance.census import take
from benchmarks.endurance.faulty_web import urls
from cite import Options
from cite.effects.loop import Stop, stopped_by
from cite.model.inputs import Input
from cite.pipeline import check
from cite.steps.consider import MOST_REMEMBERED, first_look, second_look

LOOKS = 3
"""Rounds in which each address is asked, so that there is a history and it does not grow for ever."""

STOPPED, FROM_PROCESSES = 4, 8
"""Which of ten rounds."""


def options(cache, authority):
    """Little patience, so that much goes wrong in an hour; every address is asked anew."""
    return Options(
        cache=Path(cache), ca=Path(authority), allow_net=("127.0.0.0/8",), interval=0.0, per_host=4, timeout=1.0,
        retries=1, max_age=timedelta(0), archives_enabled=False, body_limit=60_000,
    )  # fmt: skip


@contextlib.contextmanager
def stopped_after(seconds):
    """The runs within are stopped after so long."""
    stop = Stop()
    token, timer = stopped_by.set(stop), threading.Timer(seconds, stop)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        stopped_by.reset(token)


def one_round(number, count, plain, secure, mark, settings):
    """A list checked, whose addresses are those of its mark; what its links are, counted by state."""
    listed = urls(plain, secure, count, mark, seed=number)
    given = [Input("urls.txt", "\n".join(listed).encode())]
    if number % 10 == FROM_PROCESSES:
        settings = replace(settings, engine="processes")
    with stopped_after(1.5) if number % 10 == STOPPED else contextlib.nullcontext():
        report = check(given, settings)
    return Counter(str(link.state) for one in report.verdicts for link in one.links)


def fill_caches():
    """What is remembered of addresses, up to its bound, so that it does not grow any more."""
    for number in range(MOST_REMEMBERED):
        first_look(f"http://filled.example/{number}")
        second_look(f"http://filled.example/{number}")


def main():
    cache, seconds, pause, count, plain, secure, authority, mark = sys.argv[1:]
    fill_caches()
    settings, began, number = options(cache, authority), time.monotonic(), 0
    while (started := time.monotonic()) - began < float(seconds):
        listed = f"{mark}{number // LOOKS}"
        states = one_round(number, int(count), plain, secure, listed, settings)
        took = round(time.monotonic() - started, 2)
        line = {"at": round(started - began), "round": number, "took": took, "states": states}
        print(json.dumps(line | asdict(take())), flush=True)
        number += 1
        time.sleep(float(pause))


if __name__ == "__main__":
    main()
