"""`cite accept`: what a person saw at an address, kept beside the article and in the store."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from cite.cli.flags import CACHE
from cite.cli.product import emit, note_on_stderr, read_existing, write_file
from cite.cli.settings import options_from
from cite.formats.decisions_toml import read_decisions, write_decisions
from cite.model.decisions import Action, Decision, Decisions
from cite.model.errors import UsageError
from cite.model.options import Options
from cite.model.verdicts import LinkState
from cite.pipeline import DECISIONS

_STATES = [state.value for state in LinkState if state is not LinkState.NOT_JUDGED]


@click.command("accept")
@click.argument("url", metavar="URL")
@click.option(
    "--as",
    "state",
    type=click.Choice(_STATES),
    metavar="STATE",
    help=f"What it is: {', '.join(_STATES)}.",
)
@click.option("--why", default="", help="What was seen, in a few words.")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day after which it counts no more, as 2027-01-31.  [for ever]",
)
@click.option("--who", default="", help="Who looked.")
@click.option(
    "--note", help="Label of the one note it is said of, in the file alone.  [every place]"
)
@click.option("--forget", is_flag=True, help="Take back what was said of URL.")
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    default=Path(DECISIONS),
    metavar="FILE",
    help="Where it is kept; beside the article, runs find it.  [decisions.toml]",
)
@CACHE
def command(
    url: str,
    state: str | None,
    why: str,
    until: datetime | None,
    who: str,
    note: str | None,
    forget: bool,
    path: Path,
    **given: object,
) -> None:
    """Say what URL is after a look by hand; every later run shows it, until a date.

    It is kept in a small file that a pull request shows, and in the store for runs that do not find the file; where
    both speak of URL, the file counts. After its day it counts no more, and runs say so.
    """  # fmt: skip
    options = options_from(given)
    last = until.date() if until else None
    decision = Decision(
        _address(url), Action.CHECKED, note, "", state or "", why, who, date.today(), last
    )
    if forget:
        _forget(decision, path, options)
        return
    if not state or not why:
        raise UsageError("say what it is with --as, and what was seen with --why")
    if last and last < date.today():
        raise UsageError(f"--until {last} is over already")
    kept, others = _kept(path, decision)
    write_file(path, write_decisions(replace(kept, every=(*others, decision))))
    emit(f"{path}: {decision.url} is {state}{f' until {last}' if last else ''}.")
    _keep(decision, options)


def _address(url: str) -> str:
    from cite.recognisers.addresses.url import clean

    cleaned = clean(url)
    if cleaned.fault:
        raise UsageError(f"{url}: is no address: {cleaned.fault}")
    return cleaned.url


def _kept(path: Path, decision: Decision) -> tuple[Decisions, tuple[Decision, ...]]:
    """What the file holds, and what of it is about something else."""
    old = read_existing(path)
    kept = read_decisions(old.encode(), str(path)) if old.strip() else Decisions()
    return kept, tuple(one for one in kept.every if not _same(one, decision))


def _keep(decision: Decision, options: Options) -> None:
    from cite import pipeline

    if decision.note is None and not pipeline.accept_by_hand(decision, options):
        note_on_stderr(f"{options.cache} cannot be written, so that only the file has it.")


def _forget(decision: Decision, path: Path, options: Options) -> None:
    from cite import pipeline

    kept, others = _kept(path, decision)
    if others != kept.every:
        write_file(path, write_decisions(replace(kept, every=others)))
    if decision.note is None:
        pipeline.forget_by_hand(decision.url, options)
    emit(f"Nothing is said of {decision.url} by hand any more.")


def _same(one: Decision, other: Decision) -> bool:
    return (one.url, one.note, one.action) == (other.url, other.note, other.action)
