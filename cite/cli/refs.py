"""`cite refs`: the references in the notes."""

import sys
from pathlib import Path

import click

from cite.cli.product import INPUTS, emit, emit_json, read_existing, say_findings, write_file
from cite.cli.settings import JUDGING_FLAGS, flags, options_from
from cite.model.errors import UsageError
from cite.model.findings import Finding
from cite.model.options import Options

SUFFIXES = {".bib": "bibtex"}


@click.command("refs")
@INPUTS
@click.option(
    "--format",
    "form",
    type=click.Choice(["bibtex", "json"]),
    help="[by OUTPUT's name, else bibtex]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write; a .bib is merged, never overwritten.",
)
@flags(JUDGING_FLAGS)
def command(
    inputs: tuple[str, ...], form: str | None, output: Path | None, **given: object
) -> None:
    """The references in each ARTICLE's notes, as BibTeX or JSON.

    With -o refs.bib, entries already there keep their place and key, and what was edited by hand is kept
    and said.
    """
    options = options_from(given)
    form = form or (SUFFIXES.get(output.suffix) if output else "bibtex")
    if form is None:
        raise UsageError(f"cannot tell a format from the name {output}; use --format")
    findings = (
        _as_json(inputs, output, options) if form == "json" else _as_bibtex(inputs, output, options)
    )
    say_findings(findings)
    if any(finding.level >= options.fail_level for finding in findings):
        click.get_current_context().exit(1)


def _as_json(inputs: tuple[str, ...], output: Path | None, options: Options) -> list[Finding]:
    import json

    from cite import pipeline
    from cite.formats.refs_json import refs_json

    documents = pipeline.refs(inputs, options)
    product = refs_json(documents)
    if output:
        write_file(output, json.dumps(product, ensure_ascii=False, indent=2) + "\n")
    else:
        emit_json(product)
    return [finding for document in documents for finding in document.findings]


def _as_bibtex(inputs: tuple[str, ...], output: Path | None, options: Options) -> list[Finding]:
    from cite import pipeline
    from cite.formats.bibtex import entries, merge
    from cite.steps.list_references import list_references

    old = read_existing(output) if output else ""
    documents = pipeline.refs(inputs, options, entries(old))
    references = list_references(documents)
    text, merged = merge(old, references)
    if output is None:
        emit(text)
    elif text != old:
        write_file(output, text)
        sys.stderr.write(f"{output}: {len(references)} references written\n")
    else:
        sys.stderr.write(f"{output}: nothing to change\n")
    return [finding for document in documents for finding in document.findings] + list(merged)
