"""What every command may be told: flags, in groups, and how their values are read."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from cite.cli.product import suffixes
from cite.formats.bibtex.types import Dialect
from cite.model.errors import SettingsError
from cite.model.options import ConnectTo, MementoRule
from cite.pipeline import ENGINES, NOTATIONS, OUTPUTS, VERIFIERS

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_duration(text: str) -> timedelta:
    """`90s`, `15m`, `12h`, `7d`, `2w`; a bare number counts seconds. SettingsError otherwise."""
    match = re.fullmatch(r"(\d{1,9}(?:\.\d+)?)\s*([smhdw]?)", text.strip())
    if not match:
        raise SettingsError(f"not a duration such as 12h or 7d: {text!r}")
    return timedelta(**{_UNITS[match[2] or "s"]: float(match[1])})


def parse_connect_to(text: str) -> ConnectTo:
    """curl's HOST:PORT:ADDRESS:PORT, each part may be empty, IPv6 in brackets."""
    part = r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]*)"
    match = re.fullmatch(rf"{part}:(\d*):{part}:(\d*)", text.strip())
    if not match:
        raise SettingsError(f"not HOST:PORT:ADDRESS:PORT: {text!r}")
    host, port, address, target = match.groups()
    return ConnectTo(host.strip("[]").lower(), _port(port), address.strip("[]"), _port(target))


def _port(digits: str) -> int | None:
    if not digits:
        return None
    if not 0 < int(digits) < 65536:
        raise SettingsError(f"no such port: {digits}")
    return int(digits)


def parse_network(text: str) -> str:
    """A CIDR network or one address, normalised."""
    try:
        return str(ipaddress.ip_network(text.strip(), strict=False))
    except ValueError as error:
        raise SettingsError(f"not a network such as 127.0.0.0/8: {text!r}") from error


def parse_names(text: str) -> tuple[str, ...]:
    """Names joined by commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


class Parsed(click.ParamType[Any]):
    """A click type around one of the parsers above; what they refuse is a usage error."""

    def __init__(self, name: str, parse: Callable[[str], Any]) -> None:
        self.name = name
        self.parse = parse

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Parse, or fail with the parser's own words."""
        try:
            return self.parse(value) if isinstance(value, str) else value
        except SettingsError as error:
            self.fail(str(error), param, ctx)


DURATION = Parsed("duration", parse_duration)
CONNECT_TO = Parsed("host:port:address:port", parse_connect_to)
NETWORK = Parsed("cidr", parse_network)
NAMES = Parsed("names", parse_names)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

CACHE = click.option(
    "--cache", type=click.Path(path_type=Path), help="Folder of the store.  [cache]"
)
STORE_FLAGS: tuple[Decorator, ...] = (
    CACHE,
    click.option(
        "--max-age", type=DURATION, help="How old an answer may be and serve again: 12h, 7d.  [7d]"
    ),
)
NETWORK_FLAGS: tuple[Decorator, ...] = (
    click.option("--retry-failed", is_flag=True, default=None, help="Ask again what was not well; what was serves, however old."),
    click.option("--offline", is_flag=True, default=None, help="Judge from the store alone."),
    click.option("--slots", type=click.IntRange(1, 10_000), help="Requests under way at once.  [100]"),
    click.option("--engine", type=click.Choice(list(ENGINES)), help="Ask from one event loop, from several processes, or from a Dask cluster.  [local]"),
    click.option("--workers", type=click.IntRange(1, 1_000), help="Processes, or workers of the cluster, that ask.  [one for each core; all there are]"),
    click.option("--scheduler", metavar="ADDRESS", help="Of the cluster, with --engine dask: tls://HOST:PORT, or tcp:// on this machine."),
    click.option("--insecure-scheduler", is_flag=True, default=None, help="Take a scheduler on another machine without TLS: whoever is between may run anything on every worker, and here."),
    click.option("--per-host", type=click.IntRange(1, 1_000), help="Requests under way at once to one host.  [2]"),
    click.option("--interval", type=click.FloatRange(0, 3600), help="Seconds between two requests to one host.  [0.2]"),
    click.option("--timeout", type=click.FloatRange(0.05, 3600), help="Seconds for one request.  [20]"),
    click.option("--retries", type=click.IntRange(0, 20), help="Further attempts where no answer came.  [2]"),
    click.option("--allow-net", type=NETWORK, multiple=True, metavar="CIDR", help="Open a private network; repeatable."),
    click.option("--ca", type=click.Path(path_type=Path), help="Certificates to trust beside the system's."),
    click.option("--connect-to", type=CONNECT_TO, multiple=True, metavar="HOST:PORT:ADDRESS:PORT", help="As curl's; repeatable."),
    click.option("--contact", help="Page or mail address that the User-Agent names."),
    click.option("--no-archives", "no_archives", is_flag=True, default=None, help="Ask no archive."),
    click.option("--rule", "memento_rule", type=click.Choice([one.value for one in MementoRule]), help="How an archived copy is chosen.  [nearest]"),
)  # fmt: skip
JUDGING_FLAGS: tuple[Decorator, ...] = (
    click.option("--decisions", type=click.Path(path_type=Path), metavar="FILE", help="What people decided about links.  [decisions.toml beside each input, if there]"),
    click.option("--verify", type=NAMES, help=f"Verifiers to run beside `link`, joined by commas: {', '.join(list(VERIFIERS)[1:])}.  [all]"),
    click.option("--works", is_flag=True, default=None, help="Ask indexes of works (Crossref, DataCite, Open Library, doi.org) about what is cited."),
    click.option("--retractions", type=click.Path(path_type=Path), metavar="FILE", help="A Retraction Watch table (CSV); kept in the store."),
    click.option("--quotes", is_flag=True, default=None, help="Compare quotations with the sources that their notes name."),
    click.option("--demonstration", is_flag=True, default=None, hidden=True, help="Say that the web asked is a demonstration."),
)  # fmt: skip


class ReportFile(click.Option):
    """A file to write, whose help says which names are known."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """With the endings that the outputs answer to: they are only imported for this, or for a file."""
        self.help = (self.help or "").format(suffixes=suffixes())
        return super().get_help_record(ctx)


REPORTING_FLAGS: tuple[Decorator, ...] = (
    click.option("--format", type=click.Choice(["terminal", *OUTPUTS]), help="What standard output gets.  [terminal]"),
    click.option("--report", "reports", cls=ReportFile, type=click.Path(path_type=Path), multiple=True, metavar="FILE", help="Write a report; its kind follows from the name ({suffixes}); a name without an ending is a folder, with a page for each article. Repeatable."),
)  # fmt: skip
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Show sound links as well.")
FINDING_FLAGS: tuple[Decorator, ...] = (
    click.option("--select", type=NAMES, help="Codes of findings to keep.  [all]"),
    click.option("--ignore", type=NAMES, help="Codes of findings to leave out."),
    click.option("--known-only", is_flag=True, default=None, help="Addresses that the store does not know make no exit code 3; for hooks without a network."),
    click.option("--fail-on", type=NAMES, metavar="WHAT", help="What makes exit code 1, joined by commas: a level (error, warning, info), a class (broken, unknown), codes.  [error]"),
)  # fmt: skip
OBSERVING_FLAGS: tuple[Decorator, ...] = (
    click.option("--log-json", type=click.Path(path_type=Path), metavar="FILE", help="Add what the run does to FILE as it goes, a JSON object a line; - for standard error."),
)  # fmt: skip
WRITING_FLAGS: tuple[Decorator, ...] = (
    click.option("--dialect", type=click.Choice([one.value for one in Dialect]), help="For whom a .bib is written: biber, legal styles of biblatex, or BibTeX's plain.  [biblatex]"),
)  # fmt: skip
READING_FLAGS: tuple[Decorator, ...] = (
    click.option("--notes-only", is_flag=True, default=None, help="Leave out the addresses of the text itself."),
    click.option("--as", "notation", type=click.Choice(NOTATIONS), metavar="FORMAT", help=f"How to read every input, where its content does not tell: {', '.join(NOTATIONS)}."),
)  # fmt: skip
SETTINGS_ONLY: tuple[Decorator, ...] = (
    click.option("--max-redirects", type=click.IntRange(0, 200), help="Redirects followed from one address.  [20]"),
    click.option("--body-limit", type=click.IntRange(1024, 1 << 30), help="Decoded bytes read of one answer.  [2097152]"),
    click.option("--canaries", multiple=True, help="Addresses known to be alive, asked where everything seems dead.  [a list that ships with cite]"),
)  # fmt: skip
"""What only cite.toml can say."""


CHECKING_FLAGS: tuple[Decorator, ...] = (
    *REPORTING_FLAGS, *READING_FLAGS, *STORE_FLAGS, *NETWORK_FLAGS, *OBSERVING_FLAGS, *JUDGING_FLAGS, *FINDING_FLAGS,
    *WRITING_FLAGS,
)  # fmt: skip
"""Of a run that asks the world and reports."""


def flags(*groups: tuple[Decorator, ...]) -> Decorator:
    """All flags of some groups, as one decorator."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for flag in reversed([flag for group in groups for flag in group]):
            command = flag(command)
        return command

    return decorate
