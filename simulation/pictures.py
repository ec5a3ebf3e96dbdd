"""What a year came to, as pictures for docs/simulation.md."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from simulation.svg import Axis, Chart, round_up
from simulation.tally import Cause, Tally

MONTHS = "J F M A M J J A S O N D".split()
OFTEN = (1, 2, 3, 6, 11, 21, 51, 101, 201, 501)
"""Where each class of requests to a host in a day begins."""


def pictures(tally: Tally) -> Mapping[str, str]:
    """Each as SVG, by the name of its file."""
    return {
        "simulation-throughput.svg": throughput(tally),
        "simulation-load.svg": load(tally),
        "simulation-busiest.svg": busiest(tally),
        "simulation-detection.svg": detection(tally),
        "simulation-alarms.svg": alarms(tally),
    }


def throughput(tally: Tally) -> str:
    """Looks of each day, and what was due and had to wait."""
    looks = [day.looks for day in tally.days]
    waiting = [day.left_over for day in tally.days]
    top = round_up(max(max(looks), min(max(waiting), 3 * max(looks))))
    chart = Chart("Addresses looked at each day", _year(tally), Axis("addresses", top))
    chart.line(list(enumerate(looks)), 0, "looked at")
    chart.line([(day, min(n, top)) for day, n in enumerate(waiting)], 1, "due, for another day")
    return chart.svg()


def load(tally: Tally) -> str:
    """How often a host is asked in a day on which it is asked at all."""
    classes = Counter[int]()
    for requests, times in tally.hosts_a_day.items():
        classes[max(n for n, begin in enumerate(OFTEN) if begin <= requests)] += times
    total = sum(classes.values())
    shares = [(n, 0.0, 100 * classes[n] / total) for n in range(len(OFTEN))]
    marks = [(n + 0.5, words) for n, words in enumerate(_classes(OFTEN))]
    chart = Chart(
        "Requests to a host in a day on which it is asked",
        Axis("requests, robots.txt and further attempts counted", len(OFTEN), marks=marks),
        Axis("% of hosts and days", round_up(max(high for _, _, high in shares))),
    )
    chart.bars(shares)
    return chart.svg()


def busiest(tally: Tally) -> str:
    """The worst minute that any host had, day by day."""
    minutes = [day.busiest_minute for day in tally.days]
    chart = Chart("The busiest minute of any host, each day", _year(tally), Axis("requests", 350))
    chart.rule(300, "an interval of 0.2 s allows 300")
    chart.line(list(enumerate(minutes)))
    return chart.svg()


def detection(tally: Tally) -> str:
    """Days between the end of a page and the report that says so."""
    ends = {
        "the page is gone": tally.found_after.get(Cause.PAGE, []),
        "its host is gone": tally.found_after.get(Cause.HOST, []),
    }
    most = 45
    total = sum(map(len, ends.values())) or 1
    heights: Counter[int] = Counter()
    stacks = []
    for found in ends.values():
        bins = Counter(min(int(days), most - 1) for days in found)
        stack = [
            (float(n), 100 * heights[n] / total, 100 * (heights[n] + bins[n]) / total)
            for n in range(most)
        ]
        heights.update(bins)
        stacks.append(stack)
    marks = [(float(n), str(n)) for n in range(0, most, 5)]
    chart = Chart(
        "How long until a death is reported",
        Axis(f"days; the last bar holds all from {most - 1} on", most, marks=marks),
        Axis("% of deaths found", round_up(max(high for _, _, high in stacks[-1]))),
    )
    for colour, (name, stack) in enumerate(zip(ends, stacks, strict=True)):
        chart.bars(stack, colour, name)
    return chart.svg()


def alarms(tally: Tally) -> str:
    """How often a page was called broken, by what was really the matter; as it is, and without suspicion."""
    shown = {
        Cause.PAGE: "page gone", Cause.HOST: "host gone", Cause.AWAY: "gone, returns",
        Cause.NO_NAME: "no name: back", Cause.REFUSED: "refused: back", Cause.SILENCE: "silent: back",
        Cause.CHANCE: "one bad answer",
    }  # fmt: skip
    ours, others = (
        [counts[one] for one in shown] for counts in (tally.alarms, tally.alarms_at_once)
    )
    marks = [(n + 0.5, words) for n, words in enumerate(shown.values())]
    chart = Chart(
        "Pages called broken, by what was the matter",
        Axis("to the left of the middle true, to its right false", len(shown), marks=marks),
        Axis("reports in the year", round_up(max(*ours, *others))),
    )
    chart.bars([(n, 0, high) for n, high in enumerate(ours)], 0, "as it is", (0.12, 0.48))
    chart.bars(
        [(n, 0, high) for n, high in enumerate(others)], 1, "every failure at once", (0.52, 0.88)
    )
    return chart.svg()


def _year(tally: Tally) -> Axis:
    days = len(tally.days)
    marks = [(15 + 30.4 * n, month) for n, month in enumerate(MONTHS) if 15 + 30.4 * n < days]
    return Axis("", days, marks=marks)


def _classes(begins: Sequence[int]) -> Sequence[str]:
    """`1`, `2`, `3–5` …"""
    named = [
        f"{begin}" if following == begin + 1 else f"{begin}–{following - 1}"
        for begin, following in pairwise(begins)
    ]
    return [*named, f"{begins[-1]}+"]
