"""Simulate a year of `cite watch` over a million addresses, and draw what came of it: docs/simulation.md.

`python -m simulation year --out year.json`, then `python -m simulation draw year.json FOLDER`.
"""

import argparse
import gc
import time
from collections.abc import Iterator
from pathlib import Path

from cite.steps.watching import Budget
from simulation.pictures import pictures
from simulation.results import read, summary, write
from simulation.tally import tally
from simulation.world import YEAR, World
from simulation.year import DayDone, Plan, year


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="simulation", description=__doc__)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("year", help="simulate it")
    command.add_argument("--pages", type=int, default=1_000_000)
    command.add_argument("--days", type=int, default=365)
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--per-day", type=int, default=60_000)
    command.add_argument("--per-host-day", type=int, default=1000)
    command.add_argument("--out", type=Path, default=Path("year.json"))
    command.set_defaults(run=simulate)
    command = commands.add_parser("draw", help="draw what it came to")
    command.add_argument("year", type=Path)
    command.add_argument("folder", type=Path)
    command.set_defaults(run=draw)
    given = parser.parse_args()
    given.run(given)


def simulate(given: argparse.Namespace) -> None:
    """A year, its tally written down."""
    gc.disable()  # a million histories, and nothing in a circle
    began = time.process_time()
    world = World(given.pages, given.seed, YEAR)
    plan = Plan(Budget(given.per_day, given.per_host_day), days=given.days)
    counted = tally(world, _told(year(world, plan)))
    seconds = time.process_time() - began
    told = {name: value for name, value in vars(given).items() if isinstance(value, int)}
    write(given.out, told | {"cpu": round(seconds), "hosts": len(world.hosts)}, counted)
    print(
        f"{counted.looks} looks, {counted.requests} requests, {seconds:.0f} s of CPU: {given.out}"
    )


def draw(given: argparse.Namespace) -> None:
    """The pictures of a year, written into a folder."""
    _told_of, counted = read(given.year)
    for name, svg in pictures(counted).items():
        (given.folder / name).write_text(svg, "utf-8")
    print(*summary(counted), sep="\n")


def _told(days: Iterator[DayDone]) -> Iterator[DayDone]:
    """Each day, with a line when it is over."""
    for done in days:
        looks, wait = len(done.judged), done.left_over
        print(f"day {done.day}: {looks} looks in {done.seconds / 3600:.1f} h, {wait} due and left")
        yield done


if __name__ == "__main__":
    main()
