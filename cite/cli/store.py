"""`cite store`: whether the store is sound, what is in it for other programs, how it is kept small and safe."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import click

from cite.cli.flags import CACHE, DURATION
from cite.cli.product import emit, emit_pieces, write_pieces
from cite.cli.settings import options_from
from cite.formats.safe_text import cell
from cite.model.errors import UsageError


@click.group("store")
def command() -> None:
    """Check the store, write its answers out, thin it, back it up."""


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
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "jsonl", "parquet"]),
    default="csv",
    help="A table of what came of each question; or all of it, bodies included, which can be imported.  [csv]",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="[standard output]"
)
@CACHE
def export(form: str, output: Path | None, **given: object) -> None:
    """Every answer in the store, a row each, oldest first."""
    from cite import pipeline

    options = options_from(given)
    if form == "parquet":
        if output is None:
            raise UsageError("Parquet needs a file to go to: -o FILE")
        pipeline.store_as_parquet(output, options)
        return
    rows = _as_csv(pipeline.store_rows(options)) if form == "csv" else pipeline.store_lines(options)
    if output is None:
        emit_pieces(rows)
    else:
        write_pieces(output, rows)


@command.command("import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@CACHE
def import_(path: Path, **given: object) -> None:
    """Add what `export --format jsonl` or `parquet` wrote to FILE: all of it, or nothing where a line is wrong.

    Answers that are there already are passed over, so that importing twice changes nothing.
    """
    from cite import pipeline

    told = pipeline.import_store(path, options_from(given))
    emit(f"{told.answers:,} of {told.of:,} answers are new, and {told.bodies:,} bodies.")


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


@command.command("compact")
@click.option("--dry-run", is_flag=True, help="Say what would go; take nothing out.")
@click.option("--everything", type=DURATION, help="Age up to which every look is kept.  [30d]")
@CACHE
def compact(dry_run: bool, everything: timedelta | None, **given: object) -> None:
    """Thin a long history of looks at the same addresses, and write the file again without what went.

    Kept are all looks of the last 30 days and the newest twelve of each address; the first and the last of each
    run of like looks, so that every change keeps its date; every look that got no answer; and every look that a
    verdict by hand, a package or a copy in an archive stands on. Of the rest the first in each week is kept
    for 90 days, then the first in each month.
    """
    from cite import pipeline

    thinned = pipeline.compact_store(options_from(given), everything, dry_run)
    went = "would go" if dry_run else "went"
    emit(
        f"{thinned.answers:,} of {thinned.of:,} answers {went}, and {thinned.bodies:,} bodies: "
        f"about {thinned.size / 1e6:,.1f} MB."
    )


@command.command("backup")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@CACHE
def backup(path: Path, **given: object) -> None:
    """Copy the store as it is at this instant to FILE, while other runs write to it or not."""
    from cite import pipeline

    pipeline.back_up_store(path, options_from(given))
    emit(f"{path}: {path.stat().st_size / 1e6:,.1f} MB.")
