"""`cite refs`: the references in notes and bibliographies, in the notation that somebody else reads."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from cite.cli.flags import (
    FINDING_FLAGS,
    NETWORK_FLAGS,
    READING_FLAGS,
    STORE_FLAGS,
    WRITING_FLAGS,
    flags,
)
from cite.cli.product import (
    INPUTS,
    emit,
    emit_json,
    findings_exit,
    read_existing,
    say_findings,
    write_file,
)
from cite.cli.settings import options_from
from cite.formats.bibtex.types import Dialect
from cite.formats.safe_text import json_text
from cite.model.errors import UsageError
from cite.model.findings import Finding
from cite.model.options import Options
from cite.model.references import Reference

FORMATS = ("bibtex", "csl-json", "ris", "json")
SUFFIXES = {".bib": "bibtex", ".json": "csl-json", ".ris": "ris"}
"""What a file's name asks for; the notes item by item are asked for by --format json alone."""


@click.command("refs")
@INPUTS
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), help="[by OUTPUT's name, else bibtex]"
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write (.bib .json .ris); a .bib is merged, never overwritten.",
)
@click.option(
    "--complete",
    is_flag=True,
    help="Ask indexes of works for what is missing (DOI, year, volume, pages, ISBN) and show it as a diff.",
)
@click.option(
    "--write",
    is_flag=True,
    help="With --complete: put it into OUTPUT, or into the .bib that was read.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of findings; the exit code does.")
@flags(READING_FLAGS, STORE_FLAGS, NETWORK_FLAGS, FINDING_FLAGS, WRITING_FLAGS)
def command(
    inputs: tuple[str, ...],
    form: str | None,
    output: Path | None,
    complete: bool,
    write: bool,
    quiet: bool,
    **given: object,
) -> None:
    """The references in each ARTICLE's notes, or in a .bib, RIS or CSL JSON file.

    As BibTeX, CSL JSON (.json) or RIS; --format json gives the notes item by item. With -o refs.bib,
    entries already there keep their place and key, and what was edited by hand is kept and said.
    """
    from cite.steps.compile_report import chosen

    options = replace(options_from(given), notes_only=True)
    if write and not complete:
        raise UsageError("--write goes with --complete")
    if complete:
        _complete(inputs, output, options, write)
        return
    form = form or (SUFFIXES.get(output.suffix.lower()) if output else "bibtex")
    if form is None:
        raise UsageError(f"cannot tell a format from the name {output}; use --format")
    product = {"bibtex": _as_bibtex, "json": _as_json}.get(form, _as_list)
    found = product(inputs, output, options, form)
    if not quiet:
        say_findings(chosen(found, options))
    findings_exit(found, options)


def _as_json(inputs: Sequence[str], output: Path | None, options: Options, _: str) -> list[Finding]:

    from cite import pipeline
    from cite.formats.refs_json import refs_json

    documents = pipeline.refs(inputs, options)
    product = refs_json(documents)
    if output:
        write_file(output, json_text(product) + "\n")
    else:
        emit_json(product)
    return [finding for document in documents for finding in document.findings]


def _as_list(
    inputs: Sequence[str], output: Path | None, options: Options, form: str
) -> list[Finding]:
    from cite import pipeline
    from cite.formats import csl_json, ris
    from cite.steps.reading.key_entries import each_under_its_own_key

    _documents, references, findings = pipeline.references(inputs, options=options)
    references = tuple(each_under_its_own_key(references))
    text = (csl_json if form == "csl-json" else ris).write(references)
    if output:
        write_file(output, text)
        _say(output, references)
    else:
        emit(text)
    return list(findings)


def _as_bibtex(
    inputs: Sequence[str], output: Path | None, options: Options, _: str
) -> list[Finding]:
    from cite import pipeline
    from cite.formats.bibtex.blocks import split
    from cite.formats.bibtex.merging import merge
    from cite.formats.bibtex.reading import entries
    from cite.steps.reading.key_entries import each_under_its_own_key

    old = split(read_existing(output) if output else "")
    _documents, references, findings = pipeline.references(inputs, entries(old), options)
    references = tuple(each_under_its_own_key(references))
    text, merged = merge(old, references, Dialect(options.dialect))
    if output is None:
        emit(text)
    elif text != old.text:
        write_file(output, text)
        _say(output, references)
    else:
        sys.stderr.write(f"{output}: nothing to change\n")
    return [*findings, *merged]


def _say(output: Path, references: Sequence[Reference]) -> None:
    count = sum(bool(reference.entry.fields) for reference in references)
    sys.stderr.write(f"{output}: {count} references written\n")


def _complete(inputs: Sequence[str], output: Path | None, options: Options, write: bool) -> None:
    """A diff of what indexes offer; written where that is wanted. Nothing that stands there is changed."""
    from difflib import unified_diff

    from cite import pipeline
    from cite.formats.bibtex.completing import complete

    target, old = _bibliography(inputs, output, options)
    new = complete(old, pipeline.completions(inputs, options))
    name = str(target or "refs.bib")
    diff = "".join(unified_diff(old.splitlines(True), new.splitlines(True), name, name))
    if not diff:
        sys.stderr.write("nothing is offered\n")
        return
    emit(diff)
    if write:
        if target is None:
            raise UsageError("--write needs -o refs.bib, or one .bib as input")
        write_file(target, new)


def _bibliography(
    inputs: Sequence[str], output: Path | None, options: Options
) -> tuple[Path | None, str]:
    """The file to complete and its text: a single .bib as it is, else the references as they would be written."""
    from cite import pipeline
    from cite.formats.bibtex.blocks import split
    from cite.formats.bibtex.merging import merge
    from cite.formats.bibtex.reading import entries
    from cite.steps.reading.key_entries import each_under_its_own_key

    if output is None and len(inputs) == 1 and inputs[0].lower().endswith(".bib"):
        return Path(inputs[0]), read_existing(Path(inputs[0]))
    old = split(read_existing(output) if output else "")
    _documents, references, _findings = pipeline.references(inputs, entries(old), options)
    text, _merged = merge(old, tuple(each_under_its_own_key(references)), Dialect(options.dialect))
    return output, text
