"""The short form of `make endurance`: counted by addresses and objects, never by time or megabytes."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.endurance.census import take
from benchmarks.endurance.rounds import STOPPED, one_round, options
from cite.pipeline import store_faults

ROOT = Path(__file__).parents[2]
COUNT = 60


@pytest.fixture
def faulty_web():
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.endurance.faulty_web"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    plain, secure, authority = process.stdout.readline().split()
    yield int(plain), int(secure), authority
    process.stdin.close()
    process.wait()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_a_run_leaves_nothing_behind_whatever_its_servers_do(faulty_web, tmp_path):
    plain, secure, authority = faulty_web
    settings = replace(options(tmp_path, authority), timeout=0.3)
    held = []
    for number in (0, STOPPED, 1, 2):  # the same addresses, to the end or stopped before it
        states = one_round(number, COUNT, plain, secure, "short", settings)
        assert sum(states.values()) == COUNT
        held.append(take())
    first, *_, last = held
    assert (last.files, last.threads) == (first.files, first.threads)
    grown = {kind: n for kind, n in last.left.items() if n > first.left.get(kind, 0)}
    assert grown.keys() <= {"Fetched"}  # of which a bounded number is remembered, on purpose
    assert last.objects - held[1].objects < COUNT
    assert store_faults(settings) == ()
