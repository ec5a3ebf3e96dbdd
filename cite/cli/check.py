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
from cite.cli.product import (
    INPUTS,
    deliver,
    emit,
    note_on_stderr,
    outputs_for,
    read_existing,
    report_exit,
    suffixes,
)
from cite.cli.progress import progress_bar
from cite.cli.settings import options_from
from cite.effects.inputs import changed
from cite.model.report import Report
from cite.pipeline import OUTPUTS, check, planned
from cite.steps.failing import read_baseline

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
    help="Write a report; its kind follows from the name ({suffixes}); a name without an ending is a folder, with a page for each article. Repeatable.",
)
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Show sound links as well.")


@click.command("check")
@INPUTS
@FORMAT
@REPORT
@VERBOSE
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Fail on links that broke since `cite baseline` wrote FILE, and on nothing else.",
)
@click.option("--changed-since", metavar="REV", help="Only inputs that git says changed since REV.")
@click.option(
    "--dry-run", is_flag=True, help="Send nothing; print what would be asked first, of whom."
)
@flags(READING_FLAGS, STORE_FLAGS, NETWORK_FLAGS, JUDGING_FLAGS, FINDING_FLAGS, WRITING_FLAGS)
def command(
    inputs: tuple[str, ...],
    form: str,
    files: tuple[Path, ...],
    verbose: bool,
    baseline: Path | None,
    changed_since: str | None,
    dry_run: bool,
    **given: object,
) -> None:
    """Ask every address in an ARTICLE, a .bib file or a list of addresses, and judge it."""
    outputs_for(files)
    options = options_from(given)
    known = read_baseline(read_existing(baseline)) if baseline else None
    if changed_since:
        inputs = changed(inputs, changed_since)
        if not inputs:
            note_on_stderr(f"no input changed since {changed_since}.")
            return
    if dry_run:
        emit(
            "\n".join(f"{whom}: {what}" for whom, what in planned(inputs, options))
            or "Nothing would be asked."
        )
        return
    with progress_bar() as progress:
        report: Report = check(inputs, options, progress)
    deliver(report, form, files, verbose)
    report_exit(report, options, form, known)
