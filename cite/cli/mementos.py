"""`cite mementos`: the best archived copy, and why not the others."""

import re

import click

from cite.cli.flags import NETWORK_FLAGS, STORE_FLAGS, flags
from cite.cli.product import emit, emit_json, width_and_colour
from cite.cli.settings import options_from
from cite.model.entries import PartialDate
from cite.model.errors import SettingsError
from cite.model.evidence import MementosOutcome
from cite.recognisers.fields.dates import find_dates


@click.command("mementos")
@click.argument("url")
@click.option(
    "--as-of",
    metavar="DATE",
    help="2010, 2010-07, 2010-07-19, or in words; without one, the newest.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@flags(STORE_FLAGS, NETWORK_FLAGS)
def command(url: str, as_of: str | None, form: str, **given: object) -> None:
    """The archived copy of URL nearest to a date, its distance, and why each other one was passed over."""
    from cite.pipeline import mementos

    choice = mementos(url, parse_date(as_of) if as_of else None, options_from(given))
    if form == "json":
        from cite.outputs.json import mementos_json

        emit_json(mementos_json(choice))
    else:
        from cite.outputs.mementos_text import mementos_text

        emit(mementos_text(choice, width_and_colour()["width"]))
    if choice.outcome in (
        MementosOutcome.UNKNOWN,
        MementosOutcome.REFUSED,
        MementosOutcome.NOT_ASKED,
    ):
        click.get_current_context().exit(3)
    if choice.memento is None:
        click.get_current_context().exit(1)


_DASHED = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(?:(\d{2})(?:\d{6})?)?")
"""As in the addresses of copies: `20100719` or `20100719120000`."""


def parse_date(text: str) -> PartialDate:
    """A date at any precision. Raises SettingsError."""
    match = _DASHED.fullmatch(text.strip()) or _COMPACT.fullmatch(text.strip())
    if match:
        date = PartialDate(*(int(part) for part in match.groups() if part))
        try:
            assert date.bounds
        except (ValueError, OverflowError) as error:
            raise SettingsError(f"there is no such date: {text!r}") from error
        return date
    found = find_dates(text)
    if not found:
        raise SettingsError(f"not a date such as 2010, 2010-07 or 19 July 2010: {text!r}")
    return found[0].date
