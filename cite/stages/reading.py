"""Inputs to documents, notes and references."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cite.effects.inputs import Source, expanded, is_address, neighbour, opened
from cite.model.corrections import Corrections
from cite.model.entries import Entry
from cite.model.errors import InputError, SettingsError
from cite.model.findings import UNREADABLE, Finding, Level, Place, in_order
from cite.model.inputs import Input
from cite.model.notes import BoundNotes, Document, Note, NoteId
from cite.model.options import Options
from cite.model.references import (
    Citation,
    ReadDocument,
    Reader,
    ReadNote,
    ReadsBeside,
    Reference,
    ReferenceId,
    ReferenceList,
)
from cite.plugins import NOTATIONS, READERS, SIGNS, plug_in
from cite.readers.foreign import THROUGH_PANDOC, for_pandoc, foreign

if TYPE_CHECKING:
    from cite.model.quotations import Quotation
    from cite.steps.quotations.find import Found

Inputs = Source | Sequence[Source]


def each(inputs: Inputs) -> Sequence[Source]:
    """Every input, folders and patterns taken apart; one is as good as a list of one."""
    given = [inputs] if isinstance(inputs, str | Path | Input) else inputs
    return [one for source in given for one in expanded(source)]


Read = TypeVar("Read")


def read_each(
    inputs: Inputs, options: Options | None, reading: Callable[[Input, str], Read]
) -> Iterator[Read | Finding]:
    """Each input as read. One that cannot be is a finding, and stops no other; raises InputError where none can."""
    failed: list[str] = []
    others = False
    for source in each(inputs):
        try:
            yield reading(opened(source), options.notation if options else "")
            others = True
        except InputError as error:
            failed.append(str(error))
            name = source.name if isinstance(source, Input) else str(source)
            yield Finding(UNREADABLE, Level.ERROR, f"{error}.", Place(name))
    if failed and not others:
        more = f" (and {len(failed) - 3} more)" if len(failed) > 3 else ""
        raise InputError("; ".join(failed[:3]) + more)


def read(given: Input, notation: str = "") -> Document | ReferenceList:
    """An input in the notation named, else in whichever its content tells. Raises InputError."""
    if not given.content.strip():
        raise InputError(f"{given.name}: is empty")
    through = notation if notation in THROUGH_PANDOC else ""
    if not notation:
        through = foreign(given.name, given.content)
    try:
        if through:
            return _through_pandoc(given, through)
        reader = reader_of(given, notation)
        if given.beside and isinstance(reader, ReadsBeside):
            document = reader.read_beside(given.name, given.content, given.beside)
        else:
            document = reader.read(given.name, given.content)
    except InputError as error:
        raise InputError(f"{given.name}: {error}") from error
    except RecursionError as error:
        raise InputError(f"{given.name}: is nested too deeply to be read") from error
    if isinstance(document, Document):
        digest = sha256(given.content).hexdigest()
        return replace(document, digest=digest, corrections=_corrections(given))
    return document


def _through_pandoc(given: Input, notation: str) -> Document:
    """What pandoc makes of an input, and that it did. Raises InputError."""
    from cite.effects.pandoc import to_jats

    called = THROUGH_PANDOC[notation]
    jats: Reader = plug_in("readers", READERS["jats"])()
    document = jats.read(given.name, to_jats(for_pandoc(notation, given.content), notation, called))
    assert isinstance(document, Document)
    message = (
        f"{called[0].upper()}{called[1:]} was read through pandoc: places are those in what it made of the file, and notes that "
        "nothing calls, repeated labels and the printed form of labels are lost."
    )
    finding = Finding("read-through-pandoc", Level.INFO, message, Place(given.name))
    return replace(
        document,
        format=notation,
        findings=(finding, *document.findings),
        digest=sha256(given.content).hexdigest(),
        corrections=_corrections(given),
    )


READINGS = "readings.toml"
"""Beside an article, what people corrected in the reading of its notes."""


def _corrections(given: Input) -> Corrections:
    """What people corrected, in the file beside an article. Raises InputError."""
    content = neighbour(given, READINGS)
    if not content:
        return Corrections()
    from cite.formats.readings_toml import read_corrections

    corrections = read_corrections(content, READINGS)
    return corrections if corrections.is_for(given.name) else Corrections()


def reader_of(given: Input, notation: str) -> Reader:
    """The reader of that name, or the first that knows the content. Raises InputError and SettingsError."""
    if notation and notation not in READERS:
        raise SettingsError(f"no reader is named {notation!r}; there are {', '.join(NOTATIONS)}")
    for name in [notation] if notation else READERS:
        if not notation and not any(sign in given.content for sign in SIGNS.get(name, (b"",))):
            continue
        reader: Reader = plug_in("readers", READERS[name])()
        if notation or reader.recognises(given.name, given.content):
            return reader
    raise InputError(f"{given.name}: no reader knows this notation")


def notes(inputs: Inputs, options: Options | None = None) -> tuple[BoundNotes, ...]:
    """The notes of articles, bound to their markers. Raises InputError for what is no article.

    What is read depends on no option; they are taken so that every door of the library is opened alike.
    """
    from cite.steps.reading.find_notes import find_notes

    return tuple(
        BoundNotes(_name_of(one), (), (), (one,))
        if isinstance(one, Finding)
        else _or_nothing(_with_links(find_notes(one), one, (), options))
        for one in read_each(inputs, options, article)
    )


def _name_of(finding: Finding) -> str:
    return finding.place.path if finding.place else ""


def article(given: Input, notation: str) -> Document:
    """An input that has to be an article. Raises InputError."""
    document = read(given, notation)
    if is_address(given.name):
        raise InputError(
            f"{given.name}: is an address; save the page to read it, or let cite check ask it"
        )
    if not isinstance(document, Document):
        raise InputError(f"{given.name}: is a list of references; it has no notes")
    return document


def _read_notes_and_entries(
    document: Document, options: Options | None
) -> tuple[BoundNotes, list[ReadNote]]:
    """What the notes of an article say, and the entries of its bibliography: of one that its format marks as such,
    or of one that stands where there are no notes."""
    from cite.steps.reading.extract_references import read_bibliography, read_notes
    from cite.steps.reading.find_bibliography import find_bibliography
    from cite.steps.reading.find_notes import find_notes
    from cite.steps.reading.place_links import placed

    bound = find_notes(document)
    entries = document.bibliography or (() if bound.notes else find_bibliography(document))
    bound = _with_links(bound, document, entries, options)
    if entries and not bound.notes:
        entries = placed(entries, document)
        listed = replace(bound, markers=(), notes=entries, findings=document.findings)
        return listed, read_bibliography(entries)
    after = max((note.id.run for note in bound.notes), default=-1) + 1
    apart = [
        replace(entry, id=NoteId(document.path, after, index))
        for index, entry in enumerate(placed(entries, document))
    ]
    return _or_nothing(bound), [*read_notes(bound.notes), *read_bibliography(apart)]


def _with_links(
    bound: BoundNotes, document: Document, entries: Sequence[Note], options: Options | None
) -> BoundNotes:
    """The notes beside the addresses of the text itself, unless only notes are wanted; all with their places."""
    from cite.steps.reading.place_links import placed
    from cite.steps.reading.text_links import text_links

    bound = replace(bound, notes=placed(bound.notes, document))
    if options and options.notes_only:
        return bound
    return replace(bound, links=text_links(document, entries))


def _or_nothing(bound: BoundNotes) -> BoundNotes:
    """An article without notes, entries and addresses has not passed: nobody looked at anything."""
    if bound.notes or bound.links or (bound.document and bound.document.bibliography):
        return bound
    finding = _nothing_to_check("notes", bound.path)
    return replace(bound, findings=(*bound.findings, finding))


def _nothing_to_check(what: str, path: str) -> Finding:
    message = f"No {what} were found, so there is nothing to check."
    return Finding("nothing-to-check", Level.ERROR, message, Place(path, 1, 1))


def refs(
    inputs: Inputs,
    options: Options | None = None,
    known: Mapping[str, Entry] | None = None,
) -> tuple[ReadDocument, ...]:
    """What the notes of articles say, or else their bibliographies. Works in `known`, by key, keep their keys."""
    published = dict(known or {})
    return tuple(
        ReadDocument(_name_of(one), (), (one,))
        if isinstance(one, Finding)
        else read_article(one, published, options)
        for one in read_each(inputs, options, article)
    )


def read_article(
    document: Document, published: dict[str, Entry], options: Options | None
) -> ReadDocument:
    """What one article says, its works under keys that no work of an article before it has."""
    from cite.steps.reading.resolve import resolve

    bound, read_items = _read_notes_and_entries(document, options)
    read_items, stale = _corrected(document, read_items)
    read_document = resolve(bound.path, read_items, published)
    items = [item for note in read_document.notes for item in note.items]
    for item in items:
        if isinstance(item, Citation):
            published.setdefault(item.entry.key, item.entry)
    findings = sorted(
        (*bound.findings, *stale, *read_document.findings),
        key=in_order,
    )
    return replace(
        read_document,
        findings=tuple(findings),
        links=bound.links,
        digest=document.digest,
        appeared=document.about.date,
    )


def _corrected(
    document: Document, read_notes: list[ReadNote]
) -> tuple[list[ReadNote], tuple[Finding, ...]]:
    """The notes as a person reads them, where one corrected any."""
    if not document.corrections.every:
        return read_notes, ()
    from cite.steps.reading.correct_notes import correct_notes

    return correct_notes(document.path, read_notes, document.corrections)


def references(
    inputs: Inputs,
    known: Mapping[str, Entry] | None = None,
    options: Options | None = None,
    *,
    edited: bool = False,
) -> tuple[tuple[ReadDocument, ...], tuple[Reference, ...], tuple[Finding, ...]]:
    """What there is in inputs of any kind: articles, bibliographies, lists of addresses.

    With `edited`, the findings hold what a copy-editor would raise about the articles as well.
    """
    from cite.steps.reading.key_entries import near_duplicates
    from cite.steps.reading.list_references import list_references

    published = dict(known or {})
    documents: list[ReadDocument] = []
    quoted: list[Quotation] = []
    found: list[Reference] = []
    findings: list[Finding] = []
    for document in read_each(inputs, options, read):
        if isinstance(document, Finding):
            findings.append(document)
        elif isinstance(document, ReferenceList):
            found += [
                replace(one, id=ReferenceId(document.path, index))
                for index, one in enumerate(document.references)
            ]
            for reference in document.references:
                published.setdefault(reference.key, reference.entry)
            findings += document.findings
            if not document.references:
                findings.append(_nothing_to_check("references", document.path))
        else:
            article = read_article(document, published, options)
            documents.append(article)
            looks = edited or _checks_quotes(options)
            in_text = quotations_of(document, article).quotations if looks else ()
            raised = _edited(document, article, in_text, options) if edited else ()
            findings += sorted((*article.findings, *raised), key=in_order)
            quoted += in_text if _checks_quotes(options) else ()
    findings += near_duplicates(found)
    listed = list_references(documents)
    if quoted:
        from cite.steps.quotations.bind import quoted_from

        listed = quoted_from(listed, quoted)
    return tuple(documents), (*listed, *found), tuple(findings)


def _edited(
    document: Document,
    article: ReadDocument,
    quotations: Sequence["Quotation"],
    options: Options | None,
) -> tuple[Finding, ...]:
    """What a copy-editor would raise about an article, by the rules that --select and --ignore leave."""
    from cite.steps.editing.article import article_of
    from cite.steps.editing.registry import edit

    options = options or Options()
    laid_out = article_of(document, article, quotations)
    return tuple(edit(laid_out, options.select, options.ignore))


def _checks_quotes(options: Options | None) -> bool:
    return options is not None and (options.quotes or "quotes" in options.verify)


def quotations_of(document: Document, article: ReadDocument) -> "Found":
    """The quotations of an article, bound to its notes, and what in marks is none."""
    from cite.steps.quotations.bind import with_notes
    from cite.steps.quotations.find import find_quotations

    found = find_quotations(document)
    return replace(found, quotations=with_notes(found.quotations, article.notes))
