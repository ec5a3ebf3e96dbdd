"""`cite`: the group of commands, loaded one at a time, and what becomes of errors."""

import gc
import importlib
import os
import sys
from typing import Any

import click

from cite.model.errors import CiteError
from cite.model.version import __version__

COMMANDS = {
    "notes": "Markers and notes, and what is wrong between them.",
    "refs": "The references in the notes, as BibTeX, CSL JSON, RIS or JSON.",
    "check": "The whole pipeline: every address asked, judged and reported.",
    "report": "Judge and write again from the store, without the network.",
    "quotes": "Quotations against their sources, or against a file at hand.",
    "mend": "The article with its links mended, in its own format.",
    "mementos": "The best archived copy of an address, and why not the others.",
    "archive": "Ask archives to keep the sources, or keep them here with the evidence.",
    "history": "Every answer ever had for an address or for an article's addresses.",
    "explain": "What a finding asks, why it matters, what to do.",
}
"""Each command lives in the module of its name and is imported when it is called."""


class LazyGroup(click.Group):
    """Lists all commands, imports the one that runs, and turns errors into one line and a code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the arrow, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"cite.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run; an error of ours is one line on standard error, with its exit code."""
        try:
            return super().invoke(ctx)
        except CiteError as error:
            click.echo(f"cite: {one_line(str(error))}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("cite: interrupted", err=True)
            ctx.exit(3)


def one_line(message: str) -> str:
    """A message that cannot move the cursor: a path or a page may stand in it."""
    return "".join(c if c.isprintable() else " " for c in message).strip()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 sound, 1 findings, 2 usage, 3 could not finish.",
)
@click.version_option(__version__, prog_name="cite")
def cli() -> None:
    """Reads an article's notes, checks its sources, and shows the evidence."""


def main() -> None:
    """The console script."""
    # What a run gets to know lives until its end: looking through all of it time and again frees nothing.
    gc.set_threshold(100_000, 50, 100)
    try:
        cli()
    except BrokenPipeError:
        # The reader of our output went away (`cite check … | head`): nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
