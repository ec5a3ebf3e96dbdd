"""Small pictures of link health: how much of each class, and how it goes with age."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from cite.model.report import Summary
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict, Verdict
from cite.outputs.words import counted

WIDTH = 1000
"""Units across a bar; it is stretched to whatever room there is."""
NOT_JUDGED = "none"
_ORDER = (*(one.value for one in LinkClass), NOT_JUDGED)
_ROWS = 10
_NARROWEST = 12
_STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar."""

    kind: str
    """ok, broken, unknown, none."""
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in words as well."""

    segments: tuple[Segment, ...]
    words: str
    """`3 ok, 1 broken`."""


@dataclass(frozen=True, slots=True)
class Row:
    """A bar with what it is of."""

    label: str
    count: int
    bar: Bar


def bar(counts: Mapping[str, int], longest: int = 0) -> Bar:
    """Counts by class side by side; `longest` where several bars are to be of one scale."""
    total = max(sum(counts.values()), longest, 1)
    x, segments = 0.0, []
    for kind in _ORDER:
        if count := counts.get(kind, 0):
            width = round(WIDTH * count / total, 1)
            segments.append(Segment(kind, count, round(x, 1), width))
            x += width
    words = ", ".join(
        f"{one.count} {'not judged' if one.kind == NOT_JUDGED else one.kind}" for one in segments
    )
    return Bar(tuple(segments), words or "no address")


def health(summary: Summary) -> Bar:
    """All links of a summary."""
    return bar({**summary.classes, NOT_JUDGED: summary.not_judged})


def timeline(times: Sequence[datetime], kinds: Sequence[str]) -> Bar:
    """What was seen over time, oldest first: each stretch from the look that began it to the one that ended it."""
    if not times:
        return bar({})
    seconds = max((times[-1] - times[0]).total_seconds(), 1)
    starts = [at for at in range(len(kinds)) if at == 0 or kinds[at] != kinds[at - 1]]
    segments = []
    for start, end in zip_longest(starts, starts[1:]):
        since = (times[start] - times[0]).total_seconds()
        until = (times[end] - times[0]).total_seconds() if end else seconds
        x = since / seconds * (WIDTH - _NARROWEST)
        # The last look has no length of its own, and is to be seen all the same.
        width = (until - since) / seconds * (WIDTH - _NARROWEST) + (0 if end else _NARROWEST)
        segments.append(
            Segment(kinds[start], (end or len(kinds)) - start, round(x, 1), round(width, 1))
        )
    span = (
        f"from {times[0]:%-d %B %Y} to {times[-1]:%-d %B %Y}"
        if len(times) > 1
        else f"on {times[0]:%-d %B %Y}"
    )
    return Bar(
        tuple(segments), f"{counted(len(times), 'look')} {span}: {bar(Counter(kinds)).words}"
    )


def by_age(verdicts: Iterable[Verdict]) -> tuple[Row, ...]:
    """Links by the year in which their work appeared or was seen, oldest first, in few rows."""
    years: dict[int, Counter[str]] = {}
    for year, link in _dated(verdicts):
        years.setdefault(year, Counter())[class_of(link)] += 1
    if not years:
        return ()
    span = max(years) - min(years) + 1
    step = next((one for one in _STEPS if span / one <= _ROWS), _STEPS[-1])
    bins: dict[int, Counter[str]] = {}
    for year, counts in sorted(years.items()):
        bins.setdefault(year - year % step, Counter()).update(counts)
    longest = max(counts.total() for counts in bins.values())
    return tuple(
        Row(
            f"{start}" if step == 1 else f"{start}–{start + step - 1}",
            counts.total(),
            bar(counts, longest),
        )
        for start, counts in bins.items()
    )


def _dated(verdicts: Iterable[Verdict]) -> Iterator[tuple[int, LinkVerdict]]:
    for verdict in verdicts:
        date = verdict.reference.cited_as_of
        for link in verdict.links if date else ():
            assert date is not None
            yield date.year, link


def class_of(link: LinkVerdict) -> str:
    """Its class, or that nobody judged it."""
    return NOT_JUDGED if link.state is LinkState.NOT_JUDGED else link.link_class.value


def in_words(row: Row) -> str:
    """`4 addresses: 3 ok, 1 broken`."""
    return f"{counted(row.count, 'address', 'addresses')}: {row.bar.words}"
