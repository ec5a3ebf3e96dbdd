"""A tally as JSON and back, so that pictures can be drawn again without a year's work."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from simulation.tally import Cause, Day, Tally


def write(path: Path, told: dict[str, Any], tally: Tally) -> None:
    """What was simulated and what came of it."""
    value = told | {
        "days": [asdict(day) for day in tally.days],
        "hosts_a_day": dict(sorted(tally.hosts_a_day.items())),
        "found_after": {
            cause.name: [round(one, 2) for one in found]
            for cause, found in tally.found_after.items()
        },
        "never_found": tally.never_found,
        "alarms": {cause.name: n for cause, n in tally.alarms.items()},
        "stood": [round(one, 2) for one in tally.stood],
        "alarms_at_once": {cause.name: n for cause, n in tally.alarms_at_once.items()},
    }
    path.write_text(json.dumps(value), "utf-8")


def read(path: Path) -> tuple[dict[str, Any], Tally]:
    """What was told of it, and the tally."""
    value = json.loads(path.read_text("utf-8"))
    tally = Tally(
        days=[Day(**day) for day in value.pop("days")],
        hosts_a_day=Counter({int(n): times for n, times in value.pop("hosts_a_day").items()}),
        found_after={Cause[name]: found for name, found in value.pop("found_after").items()},
        never_found=value.pop("never_found"),
        alarms=Counter({Cause[name]: n for name, n in value.pop("alarms").items()}),
        stood=value.pop("stood"),
        alarms_at_once=Counter({Cause[n]: times for n, times in value.pop("alarms_at_once").items()}),
    )  # fmt: skip
    return value, tally


def summary(tally: Tally) -> Iterator[str]:
    """The figures that docs/simulation.md names."""
    found = sorted(one for some in tally.found_after.values() for one in some)
    yield f"looks: {tally.looks:,}; requests: {tally.requests:,}"
    yield f"hours of the longest day's run: {max(day.hours for day in tally.days):.1f}"
    yield f"most requests to a host in a day: {max(day.busiest_host for day in tally.days):,}"
    yield f"most requests to a host in a minute: {max(day.busiest_minute for day in tally.days):,}"
    if found:
        yield f"deaths found: {len(found):,}, not found by the end: {tally.never_found:,}"
        tenths = [found[len(found) * n // 10] for n in (1, 5, 9)]
        yield "days until found, a tenth, half, nine tenths: " + ", ".join(
            f"{n:.1f}" for n in tenths
        )
    for name, counts in {"as it is": tally.alarms, "at once": tally.alarms_at_once}.items():
        told = ", ".join(f"{cause.name} {counts[cause]:,}" for cause in Cause if counts[cause])
        false = sum(times for cause, times in counts.items() if not cause.true)
        yield f"alarms {name}: {counts.total():,}, of them false {false:,} ({told})"
    if tally.stood:
        stood = sorted(tally.stood)
        yield f"days that a false alarm stood: half {stood[len(stood) // 2]:.1f}, mean {sum(stood) / len(stood):.1f}"
