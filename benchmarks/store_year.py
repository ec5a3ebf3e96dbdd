"""A year of weekly looks in one store: bytes and seconds for each further answer, before and after it is thinned.

`python -m benchmarks.store_year 20000 52` for 20,000 addresses over 52 weeks, a million answers. What a million
addresses take follows from the slope, which is told at each quarter: a slope that grew would show there.
"""

import hashlib
import random
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.store import answers
from cite.effects.store.file import FILE
from cite.effects.store.store import Store
from cite.steps.thinning import EVERYTHING

BEGAN = datetime(2025, 11, 24, 12, tzinfo=UTC)
CHANGED = 0.1
"""Of the pages, those that are other bytes each week: a date, an advertisement."""
WORDS = [f"word{number}" for number in range(2000)]


def page(number, week):
    """Eight kilobytes of page; of every tenth address other ones each week."""
    changing = number % int(1 / CHANGED) == 0
    draw = random.Random(number * 1000 + (week if changing else 0))
    words = " ".join(draw.choices(WORDS, k=1000))
    return f"<title>Page {number}</title><h1>Page {number}</h1><p>{words}</p>".encode()


def looked_at(count, week, with_bodies):
    """Every address once in a week."""
    for number, answer in enumerate(answers(count)):
        at = BEGAN + timedelta(weeks=week, seconds=number)
        if with_bodies:
            body = page(number, week)
            yield replace(answer, at=at, body=body, digest=hashlib.sha256(body).hexdigest())
        else:
            yield replace(answer, at=at)


def year(folder, count, weeks, with_bodies):
    before = 0
    for week in range(weeks):
        given = list(looked_at(count, week, with_bodies))
        started = time.process_time()
        with Store.open(folder) as store:
            for answer in given:
                store.answers.put(answer)
        cpu = time.process_time() - started
        size = (folder / FILE).stat().st_size
        if week in (0, 1, *range(12, weeks, 13)):
            print(
                f"week {week + 1:2}: {size / count:7.0f} bytes an address, {(size - before) / count:5.0f} more"
                f" this week; {count / cpu:,.0f} answers a second of CPU"
            )
        before = size


def thinned(folder, count, weeks):
    now = BEGAN + timedelta(weeks=weeks)
    started = time.process_time()
    with Store.open(folder) as store:
        went = store.compaction.compact(now, EVERYTHING)
    size = (folder / FILE).stat().st_size
    print(
        f"thinned: {went.answers:,} of {went.of:,} answers and {went.bodies:,} bodies in"
        f" {time.process_time() - started:.1f} s of CPU; {size / count:.0f} bytes an address;"
        f" said {went.size / 1e6:.0f} MB"
    )


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    weeks = int(sys.argv[2]) if len(sys.argv) > 2 else 52
    for with_bodies in (False, True):
        print("bodies of 8 kB kept" if with_bodies else "bodies left out")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            year(folder, count, weeks, with_bodies)
            asks = [answer.ask for answer in answers(min(count, 5000))]
            started = time.process_time()
            with Store.open(folder) as store:
                store.answers.recall(asks)
            spent = time.process_time() - started
            print(f"{len(asks):,} addresses read with all their looks: {spent:.2f} s of CPU")
            thinned(folder, count, weeks)


if __name__ == "__main__":
    main()
