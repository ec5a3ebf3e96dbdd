"""How far a run has come, for people who watch."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

from cite.model.verdicts import LinkClass, Progress, Verdict


@contextmanager
def progress_bar(
    doing: str = "Checking",
    stream: TextIO | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Progress | None]:
    """A bar on standard error for people, nothing for pipes. `clock` counts seconds."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TextColumn("{task.fields[reached]}"),
        console=Console(file=stream),
        transient=True,
        get_time=clock,
    )
    classes: Counter[LinkClass] = Counter()
    with bar:
        task = bar.add_task("references", total=None, reached="", pace="")

        def advance(done: int, total: int, verdict: Verdict | None = None, /) -> None:
            classes.update(link.link_class for link in (verdict.links if verdict else ()))
            bar.update(task, completed=done, total=total, reached=_reached(classes))
            shown = bar.tasks[task]
            bar.update(task, pace=pace(shown.finished_speed or shown.speed, shown.time_remaining))

        yield advance


def pace(speed: float | None, left: float | None) -> str:
    """`41/s, 3 min left`; nothing while it is too early to tell."""
    if not speed:
        return ""
    told = f"{speed:.0f}/s" if speed >= 10 else f"{speed:.1f}/s"
    return f"{told}, {_span(left)} left" if left else told


def _span(seconds: float) -> str:
    """The largest unit that fits, rounded up: nobody minds when it ends sooner."""
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds > size:
            return f"{-(-seconds // size):.0f} {unit}"
    return f"{seconds:.0f} s"


def _reached(classes: Mapping[LinkClass, int]) -> str:
    """What is known to be wrong by now, in the words of the report's first line."""
    told = (LinkClass.BROKEN, LinkClass.UNKNOWN)
    return ", ".join(f"{classes[one]} {one.value}" for one in told if classes.get(one))
