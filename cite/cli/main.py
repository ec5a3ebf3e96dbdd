"""`cite`: the group of commands, loaded one at a time, and what becomes of errors."""

import contextlib
import gc
import importlib
import os
import sys
from difflib import get_close_matches
from typing import Any, NoReturn

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
    "accept": "What a person saw at an address, until a date.",
    "baseline": "What is known to be broken, so that a build fails only on news.",
    "mementos": "The best archived copy of an address, and why not the others.",
    "archive": "Ask archives to keep the sources, or keep them here with the evidence.",
    "serve": "The same on a page, on this machine.",
    "watch": "What is due for another look, within a day's budget.",
    "store": "The store looked after: checked, written out, thinned, backed up.",
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; for one that there is not, the likeliest is named."""
        close = get_close_matches(args[0], COMMANDS, 1)
        if close and args[0] not in COMMANDS:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {close[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run; an error of ours is one line on standard error, with its exit code."""
        try:
            return super().invoke(ctx)
        except CiteError as error:
            _say(str(error))
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            _say("interrupted")
            ctx.exit(3)
        except OSError as error:
            _could_not_write(error)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Help and version are written here."""
        try:
            return super().make_context(*args, **kwargs)
        except OSError as error:
            _could_not_write(error)


def _could_not_write(error: OSError) -> NoReturn:
    """A disk that is full, or a reader that went away, while something was said."""
    _say(f"cannot write: {error.strerror or error}")
    sys.exit(3)


def _say(message: str) -> None:
    """One line on standard error, if there is one."""
    with contextlib.suppress(OSError):
        click.echo(f"cite: {one_line(message)}", err=True)


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
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if sys.stdout is None:
        _say("cannot write to standard output: it is closed")
        sys.exit(3)
    try:
        cli()
    finally:
        _leave_nothing_unsaid()


def _leave_nothing_unsaid() -> None:
    """What standard output would not take is dropped, or Python would complain of it once more at the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
