"""`cite store`: whether the store is sound, and what is in it for other programs."""

import csv
import io
import json
from collections.abc import Iterator, Mapping

import click

from cite.cli.flags import CACHE
from cite.cli.product import emit, emit_pieces
from cite.cli.settings import options_from
from cite.formats.safe_text import cell


@click.group("store")
def command() -> None:
    """Check the store, or write its answers out."""


@command.command("check")
@CACHE
def check(**given: object) -> None:
    """Whether the file, its references and its bodies are sound; exit code 3 where they are not."""
    from cite import pipeline

    faults = pipeline.store_faults(options_from(given))
    emit("\n".join(faults) or "The store is sound.")
    if faults:
        raise SystemExit(3)


@command.command("export")
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", help="[csv]")
@CACHE
def export(form: str, **given: object) -> None:
    """Every answer in the store, a row each, oldest first."""
    from cite import pipeline

    write = _as_json if form == "jsonl" else _as_csv
    emit_pieces(write(pipeline.store_rows(options_from(given))))


def _as_json(rows: Iterator[Mapping[str, object]]) -> Iterator[str]:
    return (json.dumps(row) + "\n" for row in rows)


def _as_csv(rows: Iterator[Mapping[str, object]]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row)
        writer.writerow("" if one is None else cell(str(one)) for one in row.values())
        yield line.getvalue()
        line.seek(0)
        line.truncate()
