"""`cite notes`: markers and notes, and what is wrong between them."""

import click

from cite.cli.flags import FINDING_FLAGS, READING_FLAGS, flags
from cite.cli.product import INPUTS, emit, emit_json, findings_exit, width_and_colour
from cite.cli.settings import options_from


@click.command("notes")
@INPUTS
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@flags(READING_FLAGS, FINDING_FLAGS)
def command(inputs: tuple[str, ...], form: str, **given: object) -> None:
    """Markers and notes of each ARTICLE, and what is wrong between them."""
    from cite import pipeline

    options = options_from(given)
    documents = pipeline.notes(inputs, options)
    if form == "json":
        from cite.formats.notes_json import notes_json

        emit_json(notes_json(documents))
    else:
        from cite.outputs.notes_text import notes_table

        emit(notes_table(documents, **width_and_colour()))
    findings_exit([one for document in documents for one in document.findings], options)
