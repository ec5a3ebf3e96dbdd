"""`cite baseline`: what is known to be broken, so that a build fails on nothing but news."""

from pathlib import Path

import click

from cite.cli.flags import JUDGING_FLAGS, READING_FLAGS, STORE_FLAGS, flags
from cite.cli.product import INPUTS, emit, note_on_stderr, write_file
from cite.cli.settings import options_from
from cite.steps.failing import write_baseline


@click.command("baseline")
@INPUTS
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it to FILE.  [standard output]",
)
@flags(READING_FLAGS, STORE_FLAGS, JUDGING_FLAGS)
def command(inputs: tuple[str, ...], output: Path | None, **given: object) -> None:
    """The links of ARTICLE that are broken by what the store knows: a line each, sorted; nothing is asked.

    `cite check --baseline FILE` then fails on links that broke since, and on no other.
    """  # fmt: skip
    from cite.pipeline import report

    made = report(inputs, options_from(given))
    if made.summary.not_judged:
        note_on_stderr(
            f"{made.summary.not_judged} of {made.summary.links} links were never asked; run cite check first."
        )
    text = write_baseline(made)
    if output:
        write_file(output, text)
    else:
        emit(text)
