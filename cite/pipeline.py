"""document → notes → references → evidence → verdicts → report: composes it all. Read this file first.

Plug-ins are listed here by name and imported when they are needed, so that reading notes costs no HTTP
client and checking a list of addresses costs no Markdown parser.
"""

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.notes import BoundNotes, Document
from cite.model.options import Options
from cite.model.references import Entry, ReadDocument, Reader, Reference, ReferenceList

READERS = ("bibtex.Bibtex", "urls.Urls", "markdown.Markdown")
"""Asked in this order; the first that recognises the content reads it."""

Input = str | Path
MAX_INPUT = 64 * 1024 * 1024


def plug_in(folder: str, name: str) -> Any:
    """The class of a plug-in, `module.Class` in its folder."""
    module, _, attribute = name.partition(".")
    return getattr(import_module(f"cite.{folder}.{module}"), attribute)


def content_of(path: Input) -> bytes:
    """The bytes of an input; `-` is standard input. Raises InputError in one line."""
    if str(path) == "-":
        return sys.stdin.buffer.read(MAX_INPUT)
    try:
        if Path(path).is_dir():
            raise InputError(f"{path}: is a directory")
        if Path(path).stat().st_size > MAX_INPUT:
            raise InputError(f"{path}: larger than {MAX_INPUT >> 20} MB")
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', error)}") from None


def read(path: Input, content: bytes, options: Options) -> Document | ReferenceList:
    """An input in whatever notation. Raises InputError."""
    if not content.strip():
        raise InputError(f"{path}: is empty")
    for name in READERS:
        reader: Reader = plug_in("readers", name)()
        if reader.recognises(str(path), content):
            return reader.read(str(path), content)
    raise InputError(f"{path}: no reader knows this notation")


def notes(inputs: Sequence[Input], options: Options | None = None) -> tuple[BoundNotes, ...]:
    """The notes of articles, bound to their markers. Raises InputError for what is no article."""
    from cite.steps.find_notes import find_notes

    documents = []
    for path in inputs:
        document = read(path, content_of(path), options or Options())
        if not isinstance(document, Document):
            raise InputError(f"{path}: is a list of references; it has no notes")
        documents.append(_or_nothing(find_notes(document)))
    return tuple(documents)


def _or_nothing(bound: BoundNotes) -> BoundNotes:
    """An article without notes has not passed: nobody looked at anything."""
    if bound.notes:
        return bound
    finding = Finding(
        "nothing-to-check",
        Level.ERROR,
        "No notes were found, so there is nothing to check.",
        Place(bound.path, 1, 1),
    )
    return BoundNotes(bound.path, bound.markers, (), (*bound.findings, finding))


def refs(
    inputs: Sequence[Input],
    options: Options | None = None,
    known: Mapping[str, Entry] | None = None,
) -> tuple[ReadDocument, ...]:
    """What the notes of articles say. Works in `known`, by key, keep their keys."""
    from cite.steps.extract_references import read_note
    from cite.steps.resolve import resolve

    documents = []
    for bound in notes(inputs, options):
        document = resolve(bound.path, [read_note(note) for note in bound.notes], known)
        findings = sorted(
            (*bound.findings, *document.findings),
            key=lambda f: (f.place.line or 0) if f.place else 0,
        )
        documents.append(ReadDocument(document.path, document.notes, tuple(findings)))
    return tuple(documents)


def references(
    inputs: Sequence[Input], options: Options
) -> tuple[tuple[ReadDocument, ...], tuple[Reference, ...], tuple[Finding, ...]]:
    """What there is to check in inputs of any kind: articles, bibliographies, lists of addresses."""
    from cite.steps.list_references import list_references

    documents: list[ReadDocument] = []
    found: list[Reference] = []
    findings: list[Finding] = []
    for path in inputs:
        document = read(path, content_of(path), options)
        if isinstance(document, ReferenceList):
            found += document.references
            findings += document.findings
            if not document.references:
                findings.append(
                    Finding(
                        "nothing-to-check",
                        Level.ERROR,
                        "No references were found, so there is nothing to check.",
                        Place(str(path), 1, 1),
                    )
                )
        else:
            articles = refs([path], options)
            documents += articles
            found += list_references(articles)
            findings += [finding for article in articles for finding in article.findings]
    return tuple(documents), tuple(found), tuple(findings)
