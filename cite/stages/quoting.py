"""The quotations of articles held against their sources."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cite.effects.inputs import Source, opened
from cite.model.errors import InputError
from cite.model.findings import Place
from cite.model.inputs import Input
from cite.model.notes import Document
from cite.model.options import Options
from cite.model.references import (
    ReadDocument,
    ReferenceList,
)
from cite.stages.checking import check
from cite.stages.reading import Inputs, article, quotations_of, read, read_article, read_each

if TYPE_CHECKING:
    from cite.formats.source_text import SourceText
    from cite.model.quotations import JudgedQuotation, QuotedDocument
    from cite.steps.quotations.compare_sources import Text


def quotes(
    inputs: Inputs, sources: Sequence[Source] = (), options: Options | None = None
) -> tuple["QuotedDocument", ...]:
    """The quotations of articles against sources at hand, else against those that their notes name.

    Raises InputError for what cannot be read.
    """
    from cite.steps.quotations.compare_sources import Text

    options = replace(options or Options(), quotes=True, verify=("quotes",), links=False)
    texts = [Text(one.name, _source_text(one)) for source in sources for one in [opened(source)]]
    read_ones = [one for one in read_each(inputs, options, article) if isinstance(one, Document)]
    articles = [(one, read_article(one, {}, options)) for one in read_ones]
    asked = {} if sources else _asked_of_sources(inputs, options)
    return tuple(_quoted(one, article, texts, asked) for one, article in articles)


def _source_text(given: Input) -> "SourceText":
    """The text of a source at hand: pages and PDFs, plain text, and whatever an article may be written in."""
    from cite.formats.source_text import SourceText, read_source

    read_directly = read_source(given.content)
    if read_directly.kind != "binary":
        return read_directly
    try:
        document = read(given)
    except InputError:
        return read_directly
    if isinstance(document, ReferenceList):
        return read_directly
    texts = [*(one.text for one in document.body), *(one.text for one in document.notes)]
    return SourceText("\n\n".join(texts), "document")


def _asked_of_sources(
    inputs: Inputs, options: Options
) -> dict[tuple[Place, str], list["JudgedQuotation"]]:
    """What the works that notes name say of each quotation, by its place and words."""
    judged: dict[tuple[Place, str], list[JudgedQuotation]] = {}
    for verdict in check(inputs, options).verdicts:
        for one in verdict.quotations:
            judged.setdefault((one.quotation.place, one.quotation.text), []).append(one)
    return judged


def _quoted(
    document: Document,
    article: ReadDocument,
    texts: Sequence["Text"],
    asked: Mapping[tuple[Place, str], list["JudgedQuotation"]],
) -> "QuotedDocument":
    """Every quotation of an article, bound to its note and judged."""
    from cite.model.quotations import QuotedDocument
    from cite.steps.quotations.compare_sources import best_of, compare_with, was_no_quotation

    found = quotations_of(document, article)
    judged = [
        best_of(known) if (known := asked.get((one.place, one.text))) else compare_with(one, texts)
        for one in found.quotations
    ]
    kept = tuple(one for one in judged if not was_no_quotation(one))
    return QuotedDocument(article.path, kept, found.passed_over)
