"""`cite accept`: what a person saw at an address, kept beside the article."""

from datetime import date
from pathlib import Path

import click

from cite.cli.product import emit, read_existing, write_file
from cite.formats.decisions_toml import read_decisions, write_decisions
from cite.model.decisions import Action, Decision, Decisions
from cite.model.errors import UsageError
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
    required=True,
    help=f"What it is: {', '.join(_STATES)}.",
)
@click.option("--why", required=True, help="What was seen, in a few words.")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day after which it counts no more, as 2027-01-31.  [for ever]",
)
@click.option("--who", default="", help="Who looked.")
@click.option("--note", help="Label of the one note it is said of.  [every place]")
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    default=Path(DECISIONS),
    metavar="FILE",
    help="Where it is kept; beside the article, runs find it.  [decisions.toml]",
)
def command(
    url: str, state: str, why: str, until: "date | None", who: str, note: str | None, path: Path
) -> None:
    """Say what URL is after a look by hand; every later run shows it, until a date.

    It is kept in a small file that a pull request shows. After its day it counts no more, and runs say so.
    """  # fmt: skip
    from cite.recognisers.addresses.url import clean

    last = until.date() if until else None  # type: ignore[attr-defined]
    if last and last < date.today():
        raise UsageError(f"--until {last} is over already")
    cleaned = clean(url)
    if cleaned.fault:
        raise UsageError(f"{url}: is no address: {cleaned.fault}")
    old = read_existing(path)
    kept = read_decisions(old.encode(), str(path)) if old.strip() else Decisions()
    made = Decision(cleaned.url, Action.CHECKED, note, "", state, why, who, date.today(), last)
    others = tuple(one for one in kept.every if not _same(one, made))
    write_file(path, write_decisions(Decisions((*others, made), kept.article, kept.digest)))
    emit(f"{path}: {made.url} is {state}{f' until {last}' if last else ''}.")


def _same(one: Decision, other: Decision) -> bool:
    return (one.url, one.note, one.action) == (other.url, other.note, other.action)
