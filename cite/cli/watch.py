"""`cite watch`: what is due for another look, within a day's budget. One shot, for cron or systemd."""

import click

from cite.cli.flags import CHECKING_FLAGS, VERBOSE, flags
from cite.cli.observing import Observers, observers
from cite.cli.product import INPUTS, deliver, note_on_stderr, outputs_for, report_exit
from cite.cli.settings import options_from
from cite.model.errors import AtWork
from cite.model.options import Options
from cite.model.report import Report
from cite.pipeline import watch
from cite.steps.watching import Budget


@click.command("watch")
@INPUTS
@VERBOSE
@click.option(
    "--per-day", type=click.IntRange(1), default=1000, help="Addresses looked at in a day.  [1000]"
)
@click.option(
    "--per-host-day",
    type=click.IntRange(1),
    default=100,
    help="Addresses of one host looked at in a day.  [100]",
)
@flags(CHECKING_FLAGS)
def command(
    inputs: tuple[str, ...], verbose: bool, per_day: int, per_host_day: int, **given: object
) -> None:
    """Look again at the addresses that are due: rarely while they live, soon when they fail."""
    options = options_from(given)
    outputs_for(options.reports)
    with observers("watch", inputs, options) as told:
        report, why_none = _looked(inputs, options, Budget(per_day, per_host_day), told)
        told.ended(report)
    if report is None:
        note_on_stderr(why_none)
        return
    deliver(report, options, verbose)
    report_exit(report, options)


def _looked(
    inputs: tuple[str, ...], options: Options, budget: Budget, told: Observers
) -> tuple[Report | None, str]:
    """The report; none, and why, where nothing is due or another watch is at work."""
    try:
        return watch(inputs, options, budget, told.progress, told.heard), "nothing is due."
    except AtWork as error:
        return None, f"{error}; nothing is done here."
