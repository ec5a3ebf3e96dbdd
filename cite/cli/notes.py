"""`cite notes`: markers and notes, and what is wrong between them."""

import click

from cite.cli.flags import FINDING_FLAGS, flags
from cite.cli.product import INPUTS, emit, emit_json, width_and_colour
from cite.cli.settings import options_from
from cite.model.findings import Level


@click.command("notes")
@INPUTS
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@flags(FINDING_FLAGS)
def command(inputs: tuple[str, ...], form: str, **given: object) -> None:
    """Markers and notes of each ARTICLE, and what is wrong between them."""
    from cite import pipeline
    from cite.steps.compile_report import chosen

    options = options_from(given)
    documents = pipeline.notes(inputs, options)
    if form == "json":
        from cite.formats.notes_json import notes_json

        emit_json(notes_json(documents))
    else:
        from cite.outputs.notes_text import notes_table

        emit(notes_table(documents, **width_and_colour()))
    findings = chosen([one for document in documents for one in document.findings], options)
    worst = max((finding.level for finding in findings), default=Level.INFO)
    if findings and worst >= options.fail_level:
        click.get_current_context().exit(1)
