"""`cite check`: every address asked, judged and reported."""

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
from cite.cli.product import INPUTS, deliver, outputs_for, report_exit, suffixes
from cite.cli.progress import progress_bar
from cite.cli.settings import options_from
from cite.model.report import Report
from cite.pipeline import OUTPUTS, check

FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", *OUTPUTS]),
    default="terminal",
)


class ReportFile(click.Option):
    """A file to write, whose help says which names are known."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """With the endings that the outputs answer to: they are only imported for this, or for a file."""
        self.help = (self.help or "").format(suffixes=suffixes())
        return super().get_help_record(ctx)


REPORT = click.option(
    "--report",
    "files",
    cls=ReportFile,
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Write a report; its kind follows from the name ({suffixes}). Repeatable.",
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
