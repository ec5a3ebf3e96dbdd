"""How far a run has come, for people who watch."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from cite.model.verdicts import LinkClass, Progress, Verdict


@contextmanager
def progress_bar(doing: str = "Checking") -> Iterator[Progress | None]:
    """A bar on standard error for people, nothing for pipes."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[reached]}"),
        console=Console(stderr=True),
        transient=True,
    )
    classes: Counter[LinkClass] = Counter()
    with bar:
        task = bar.add_task("references", total=None, reached="")

        def advance(done: int, total: int, verdict: Verdict | None = None, /) -> None:
            classes.update(link.link_class for link in (verdict.links if verdict else ()))
            bar.update(task, completed=done, total=total, reached=_reached(classes))

        yield advance


def _reached(classes: Mapping[LinkClass, int]) -> str:
    """What is known to be wrong by now, in the words of the report's first line."""
    told = (LinkClass.BROKEN, LinkClass.UNKNOWN)
    return ", ".join(f"{classes[one]} {one.value}" for one in told if classes.get(one))
