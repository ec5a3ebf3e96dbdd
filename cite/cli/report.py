"""`cite report`: judge and write again from the store."""

from pathlib import Path

import click

from cite.cli.check import FORMAT, REPORT, VERBOSE
from cite.cli.flags import (
    FINDING_FLAGS,
    JUDGING_FLAGS,
    READING_FLAGS,
    STORE_FLAGS,
    WRITING_FLAGS,
    flags,
)
from cite.cli.product import INPUTS, deliver, outputs_for, report_exit
from cite.cli.settings import options_from
from cite.pipeline import report as judge_again


@click.command("report")
@INPUTS
@FORMAT
@REPORT
@VERBOSE
@flags(READING_FLAGS, STORE_FLAGS, JUDGING_FLAGS, FINDING_FLAGS, WRITING_FLAGS)
def command(
    inputs: tuple[str, ...], form: str, files: tuple[Path, ...], verbose: bool, **given: object
) -> None:
    """Judge ARTICLE again from what the store knows, under the rules of today; nothing is asked."""
    outputs_for(files)
    options = options_from(given)
    report = judge_again(inputs, options)
    deliver(report, form, files, verbose)
    report_exit(report, options, form)
