"""`cite quotes`: quotations against their sources, or against a file at hand."""

import click

from cite.cli.flags import NETWORK_FLAGS, READING_FLAGS, STORE_FLAGS, flags
from cite.cli.product import INPUTS, emit, emit_json, width_and_colour
from cite.cli.settings import options_from


@click.command("quotes")
@INPUTS
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="FILE",
    help="What the quotations are from: a page, a PDF, an e-book, plain text. Repeatable; without it, the addresses in the notes are asked.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@flags(READING_FLAGS, STORE_FLAGS, NETWORK_FLAGS)
def command(inputs: tuple[str, ...], sources: tuple[str, ...], form: str, **given: object) -> None:
    """Quotations of each ARTICLE, word by word against their sources; with --source nothing is sent anywhere."""
    from cite import pipeline

    documents = pipeline.quotes(inputs, sources, options_from(given))
    if form == "json":
        from cite.formats.quotes_json import quotes_json

        emit_json(quotes_json(documents))
    else:
        from cite.outputs.quotes_text import quotes_text

        emit(quotes_text(documents, **width_and_colour()))
    judged = [one.judgement.verdict for document in documents for one in document.quotations]
    if any(verdict.alarming for verdict in judged):
        click.get_current_context().exit(1)
