"""`cite report`: judge and write again from the store."""

import click

from cite.cli.flags import (
    FINDING_FLAGS,
    JUDGING_FLAGS,
    READING_FLAGS,
    REPORTING_FLAGS,
    STORE_FLAGS,
    VERBOSE,
    WRITING_FLAGS,
    flags,
)
from cite.cli.product import INPUTS, deliver, outputs_for, report_exit
from cite.cli.settings import options_from
from cite.pipeline import report as judge_again


@click.command("report")
@INPUTS
@VERBOSE
@flags(REPORTING_FLAGS, READING_FLAGS, STORE_FLAGS, JUDGING_FLAGS, FINDING_FLAGS, WRITING_FLAGS)
def command(inputs: tuple[str, ...], verbose: bool, **given: object) -> None:
    """Judge ARTICLE again from what the store knows, under the rules of today; nothing is asked."""
    options = options_from(given)
    outputs_for(options.reports)
    report = judge_again(inputs, options)
    deliver(report, options, verbose)
    report_exit(report, options)
