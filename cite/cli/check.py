"""`cite check`: every address asked, judged and reported."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from cite.cli.flags import (
    FINDING_FLAGS,
    JUDGING_FLAGS,
    NETWORK_FLAGS,
    READING_FLAGS,
    STORE_FLAGS,
    WRITING_FLAGS,
    flags,
)
from cite.cli.product import INPUTS, deliver, outputs_for, report_exit
from cite.cli.settings import options_from
from cite.model.report import Report
from cite.pipeline import Progress, check

FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json", "html", "markdown", "csv", "junit", "sarif", "bibtex"]),
    default="terminal",
)
REPORT = click.option(
    "--report",
    "files",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Write a report; its kind follows from the name (.html .md .json .csv .xml .sarif .bib). Repeatable.",
)
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Show sound links as well.")


@click.command("check")
@INPUTS
@FORMAT
@REPORT
@VERBOSE
@flags(READING_FLAGS, STORE_FLAGS, NETWORK_FLAGS, JUDGING_FLAGS, FINDING_FLAGS, WRITING_FLAGS)
def command(
    inputs: tuple[str, ...], form: str, files: tuple[Path, ...], verbose: bool, **given: object
) -> None:
    """Ask every address in an ARTICLE, a .bib file or a list of addresses, and judge it."""
    outputs_for(files)
    options = options_from(given)
    with progress_bar() as progress:
        report: Report = check(inputs, options, progress)
    deliver(report, form, files, verbose)
    report_exit(report, options, form)


@contextmanager
def progress_bar(doing: str = "Checking") -> Iterator[Progress | None]:
    """A bar on standard error for people, nothing for pipes."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("references", total=None)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield advance
