"""`cite check`: every address asked, judged and reported."""

from pathlib import Path

import click

from cite.cli.flags import CHECKING_FLAGS, VERBOSE, flags
from cite.cli.observing import observers
from cite.cli.product import (
    INPUTS,
    deliver,
    emit,
    note_on_stderr,
    outputs_for,
    read_existing,
    report_exit,
)
from cite.cli.settings import options_from
from cite.effects.inputs import changed
from cite.model.options import Options
from cite.model.report import Report
from cite.pipeline import check, planned
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.failing import read_baseline


@click.command("check")
@INPUTS
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
@flags(CHECKING_FLAGS)
def command(
    inputs: tuple[str, ...],
    verbose: bool,
    baseline: Path | None,
    changed_since: str | None,
    dry_run: bool,
    **given: object,
) -> None:
    """Ask every address in an ARTICLE, a .bib file or a list of addresses, and judge it."""
    options = options_from(given)
    outputs_for(options.reports)
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
    with observers("check", inputs, options) as told:
        report: Report = check(inputs, options, told.progress, told.heard)
        told.ended(report)
    _ask_for_contact(report, options)
    deliver(report, options, verbose)
    report_exit(report, options, known)


_A_FEW_HOSTS = 10


def _ask_for_contact(report: Report, options: Options) -> None:
    """Whoever runs a site wants to know whom to write to about the requests in its log."""
    links = [link for verdict in report.verdicts for link in verdict.links]
    hosts = {split_url(link.url).host for link in links if link.asked_at and not link.from_store}
    if not options.contact and len(hosts) > _A_FEW_HOSTS:
        note_on_stderr(
            f"{len(hosts)} sites were asked by a program that names nobody; "
            "give them a page or an address with --contact, or in cite.toml."
        )
