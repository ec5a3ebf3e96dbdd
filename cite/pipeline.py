"""document → notes → references → evidence → verdicts → report: composes it all. Read this file first.

Plug-ins are listed here by name and imported when they are needed, so that reading notes costs no HTTP
client and checking a list of addresses costs no Markdown parser. Each name is the one by which a
command asks for it. Kinds of asks, which the store knows too, stand in `effects/asks/known.py`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from cite.effects.inputs import Source, expanded, is_address, neighbour, opened
from cite.model.asks import Ask, ServiceAsk
from cite.model.corrections import Corrections
from cite.model.decisions import Decisions
from cite.model.document import Link, Span
from cite.model.entries import Entry, PartialDate
from cite.model.errors import InputError, SettingsError
from cite.model.evidence import Answer, Archive, Evidence, Look, Service
from cite.model.findings import UNREADABLE, Finding, Level, Place, in_order
from cite.model.inputs import Input
from cite.model.mending import Mended, Mender, Mending
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
from cite.model.report import Output, Report, WritesInto
from cite.model.verdicts import (
    LinkVerdict,
    MadeForRun,
    Means,
    MementoChoice,
    Progress,
    Verdict,
    Verifier,
)
from cite.model.works import Update
from cite.readers.foreign import THROUGH_PANDOC, foreign

if TYPE_CHECKING:
    from cite.effects.gathering.gather import Conclude, Gathered
    from cite.effects.store.store import Store
    from cite.formats.source_text import SourceText
    from cite.model.quotations import JudgedQuotation, Quotation, QuotedDocument
    from cite.steps.mending.plan import Wanted
    from cite.steps.quotations.compare_sources import Text
    from cite.steps.quotations.find import Found
    from cite.steps.watching import Budget

READERS = {
    "docx": "docx.reader.Docx",
    "odt": "odt.reader.Odt",
    "pdf": "pdf.reader.PdfReader",
    "bibtex": "bibtex.Bibtex",
    "ris": "ris.Ris",
    "csl-json": "csl_json.CslJson",
    "csv": "csv.Csv",
    "zotero-rdf": "zotero_rdf.ZoteroRdf",
    "urls": "urls.Urls",
    "jats": "xml.jats.Jats",
    "tei": "xml.tei.Tei",
    "epub": "epub.reader.Epub",
    "html": "html.reader.Html",
    "zip": "zipped.Zipped",
    "latex": "latex.reader.Latex",
    "markdown": "markdown.reader.Markdown",
}
"""By name, which is what `--as` takes. Asked in this order; the first that recognises the content reads it."""
SIGNS = {
    "docx": (b"PK\x03\x04",),
    "odt": (b"PK\x03\x04", b"<office:document"),
    "pdf": (b"%PDF-",),
    "zotero-rdf": (b":RDF", b":\0R\0D\0F"),
}
"""Bytes of which content must hold one before a reader that is slow to import is asked about it."""
PROCESSES = "processes"
ENGINES = ("local", PROCESSES)
"""Where the web is asked from: one event loop here, or one in a process for each core."""
NOTATIONS = (*READERS, *THROUGH_PANDOC)
"""All that `--as` takes."""

VERIFIERS = {
    "link": "link.LinkVerifier",
    "soft404": "soft404.SoftNotFoundVerifier",
    "parked": "parked.ParkedVerifier",
    "wall": "wall.WallVerifier",
    "drift": "drift.DriftVerifier",
    "fragment": "fragment.FragmentVerifier",
    "copy": "copy.CopyVerifier",
    "mementos": "mementos.Mementos",
    "changed": "changed.ChangedVerifier",
    "dated": "dated.DatedVerifier",
    "quotes": "quotes.QuotesVerifier",
    "works": "works.WorksVerifier",
}
"""By name, which is what `--verify` takes. Order does not matter: each reads the same evidence, and
steps/judge.py says which sign decides."""
ARCHIVE_KINDS = {
    "wayback": "wayback.Wayback",
    "pywb": "pywb.Pywb",
    "memento": "memento.MementoArchive",
    "perma": "memento.MementoArchive",
}
OUTPUTS = {
    "html": "html.Html",
    "markdown": "markdown.Markdown",
    "json": "json.Json",
    "jsonl": "json.JsonLines",
    "csv": "csv.Csv",
    "junit": "junit.Junit",
    "sarif": "sarif.Sarif",
    "github": "github.Github",
    "gitlab": "gitlab.Gitlab",
    "bibtex": "bibtex.Bibtex",
}
"""By name, which is what `--format` takes."""

MENDERS = {
    "markdown": "text.Markdown",
    "html": "text.Html",
    "latex": "text.Latex",
    "docx": "docx.mender.Docx",
    "odt": "odt.Odt",
}
"""By the name of the reader whose documents they write back."""

Inputs = Source | Sequence[Source]


def _each(inputs: Inputs) -> Sequence[Source]:
    """Every input, folders and patterns taken apart; one is as good as a list of one."""
    given = [inputs] if isinstance(inputs, str | Path | Input) else inputs
    return [one for source in given for one in expanded(source)]


Read = TypeVar("Read")


def _read_each(
    inputs: Inputs, options: Options | None, reading: Callable[[Input, str], Read]
) -> Iterator[Read | Finding]:
    """Each input as read. One that cannot be is a finding, and stops no other; raises InputError where none can."""
    failed: list[str] = []
    others = False
    for source in _each(inputs):
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


def plug_in(folder: str, name: str) -> Any:
    """The class of a plug-in, `module.Class` in its folder."""
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(f"cite.{folder}.{module}"), attribute)


def outputs() -> tuple[Output, ...]:
    """Every way to write a report down."""
    return tuple(map(output_named, OUTPUTS))


def output_named(name: str) -> Output:
    """One of them. Raises SettingsError for a name that none has."""
    if name not in OUTPUTS:
        raise SettingsError(f"no output is named {name!r}; there are {', '.join(OUTPUTS)}")
    output: Output = plug_in("outputs", OUTPUTS[name])()
    return output


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
        reader = _reader(given, notation)
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
    document = jats.read(given.name, to_jats(given.content, notation, called))
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


def _reader(given: Input, notation: str) -> Reader:
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
        for one in _read_each(inputs, options, _article)
    )


def _name_of(finding: Finding) -> str:
    return finding.place.path if finding.place else ""


def _article(given: Input, notation: str) -> Document:
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

    bound = find_notes(document)
    entries = document.bibliography or (() if bound.notes else find_bibliography(document))
    bound = _with_links(bound, document, entries, options)
    if entries and not bound.notes:
        listed = replace(bound, markers=(), notes=entries, findings=document.findings)
        return listed, read_bibliography(entries)
    after = max((note.id.run for note in bound.notes), default=-1) + 1
    apart = [
        replace(entry, id=NoteId(document.path, after, index))
        for index, entry in enumerate(entries)
    ]
    return _or_nothing(bound), [*read_notes(bound.notes), *read_bibliography(apart)]


def _with_links(
    bound: BoundNotes, document: Document, entries: Sequence[Note], options: Options | None
) -> BoundNotes:
    """The notes beside the addresses of the text itself, unless only notes are wanted."""
    from cite.steps.reading.text_links import text_links

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
        else _read_article(one, published, options)
        for one in _read_each(inputs, options, _article)
    )


def _read_article(
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
    for document in _read_each(inputs, options, read):
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
            article = _read_article(document, published, options)
            documents.append(article)
            looks = edited or _checks_quotes(options)
            in_text = _quotations(document, article).quotations if looks else ()
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


def _quotations(document: Document, article: ReadDocument) -> "Found":
    """The quotations of an article, bound to its notes, and what in marks is none."""
    from cite.steps.quotations.bind import with_notes
    from cite.steps.quotations.find import find_quotations

    found = find_quotations(document)
    return replace(found, quotations=with_notes(found.quotations, article.notes))


def verifiers(
    options: Options,
    known_archives: Mapping[str, Archive],
    known_services: Mapping[str, Service[Any, Any]],
    retractions: Callable[[str], tuple[Update, ...]] = lambda doi: (),
) -> tuple[Verifier, ...]:
    """The verifiers of a run: those that --verify names, and always `link`. Raises SettingsError for others."""
    if unknown := set(options.verify) - VERIFIERS.keys():
        raise SettingsError(
            f"no verifier is named {sorted(unknown)[0]!r}; there are {', '.join(sorted(VERIFIERS))}"
        )
    asked_for = {name for name in ("quotes", "works") if getattr(options, name)}
    on_request = {"quotes"} - asked_for
    always = {*asked_for, *(("link",) if options.links else ())}
    wanted = {*options.verify, *always} if options.verify else VERIFIERS.keys() - on_request
    chosen = [plug_in("verifiers", VERIFIERS[name]) for name in VERIFIERS if name in wanted]
    plain = {one: one() for one in chosen if not isinstance(one, MadeForRun)}
    means = Means(options, known_archives, known_services, retractions, tuple(plain.values()))
    made = (plain[one] if one in plain else one.made_for(means) for one in chosen)
    return tuple(verifier for verifier in made if verifier is not None)


def archives(options: Options) -> dict[str, Archive]:
    """The archives of a run, by name; none with --no-archives."""
    from cite.archives.known import KNOWN_ARCHIVES

    if not options.archives_enabled:
        return {}
    settings = KNOWN_ARCHIVES if options.archives is None else options.archives
    return {one.name: plug_in("archives", ARCHIVE_KINDS[one.kind])(one) for one in settings}


def services(
    known_archives: Mapping[str, Archive], options: Options | None = None
) -> dict[str, Service[Any, Any]]:
    """Every service that a run may ask, by name; each is asked in its own turn."""
    wanted = options is not None and (options.works or "works" in options.verify)
    return {**known_archives, **(indexes(options) if wanted and options else {})}


def indexes(options: Options) -> dict[str, Service[Any, Any]]:
    """The indexes of works of a run, by name; one that wants a key only where there is one."""
    from cite.services.answers import IndexSettings
    from cite.services.known import INDEXES, NEEDS_KEY

    told = {one.name: one for one in options.services}
    found: dict[str, Service[Any, Any]] = {}
    for name, (kind, base, title) in INDEXES.items():
        own = told.get(name)
        if name in NEEDS_KEY and not (own and own.key):
            continue
        settings = IndexSettings(
            name,
            (own and own.base) or base,
            title,
            options.contact,
            own.key if own else "",
            own.per_minute if own else None,
        )
        found[name] = plug_in("services", kind)(settings)
    return found


def check(
    inputs: Inputs, options: Options | None = None, progress: Progress | None = None
) -> Report:
    """Every address in the inputs asked, judged and reported. Raises CiteError where the run cannot go on."""
    return _run(inputs, options or Options(), progress)


def watch(
    inputs: Inputs,
    options: Options | None = None,
    budget: "Budget | None" = None,
    progress: Progress | None = None,
) -> Report | None:
    """The same for the addresses that are due, within a day's budget; None where none is. Raises CiteError."""
    from cite.effects.store.store import Store
    from cite.recognisers.addresses.url_parts import split_url
    from cite.steps.consider import first_look
    from cite.steps.watching import Budget, Watched, choose

    options = replace(options or Options(), max_age=NOT_LOOKED_AT)
    _documents, listed, _findings = references(inputs, options=options)
    asks = {link.url: first_look(link.url) for one in listed for link in one.links}
    with Store.open(options.cache) as store:
        looks = store.answers.history(asks.values())
    watched = [
        Watched(url, split_url(ask.url).host, looks.get(ask, ())) for url, ask in asks.items()
    ]
    due = set(choose(watched, datetime.now(UTC), budget or Budget(1000, 100)))
    return _run(inputs, options, progress, due) if due else None


NOT_LOOKED_AT = timedelta(hours=12)
"""What a watch finds due is older, and is asked."""


def report(inputs: Inputs, options: Options | None = None) -> Report:
    """The same from the store alone: nothing is asked."""
    return _run(inputs, replace(options or Options(), offline=True), None)


def completions(
    inputs: Inputs, options: Options | None = None
) -> Mapping[str, tuple[tuple[str, str | int], ...]]:
    """By key, the fields that indexes have of a work and its citation lacks, none where no record is the work."""
    options = replace(options or Options(), works=True, verify=("works",), links=False)
    return {
        verdict.reference.key: verdict.work.offered
        for verdict in check(inputs, options).verdicts
        if verdict.work and verdict.work.offered
    }


def planned(inputs: Inputs, options: Options | None = None) -> tuple[tuple[str, str], ...]:
    """What a run would ask first, of whom: service or host, and the request. Nothing is sent."""
    options = options or Options()
    known_archives = archives(options)
    known_services = services(known_archives, options)
    _documents, listed, _findings = references(inputs, options=options)
    asking = verifiers(options, known_archives, known_services)
    asks = dict.fromkeys(
        ask for one in listed for verifier in asking for ask in verifier.asks(one, Evidence())
    )
    return tuple(_planned(ask, known_services) for ask in asks)


def _planned(ask: Ask, known_services: Mapping[str, Service[Any, Any]]) -> tuple[str, str]:
    from cite.recognisers.addresses.url_parts import split_url

    if isinstance(ask, ServiceAsk):
        service = known_services[ask.service]
        request = service.next_fetch(ask, ())
        return service.title, f"GET {request.url}" if request else str(ask)
    return split_url(ask.url).host or "nobody", str(ask)


def _run(
    inputs: Inputs,
    options: Options,
    progress: Progress | None,
    only: Collection[str] | None = None,
) -> Report:
    """`only` are the addresses to judge, where not all are."""
    from cite.effects.store.store import Store
    from cite.effects.web.manners import conditions
    from cite.steps.compile_report import compile_report
    from cite.steps.copies.unwrap_copies import unwrap_copies
    from cite.steps.judge import judge

    known_archives = archives(options)
    sources = _each(inputs)
    documents, listed, findings = references(sources, options=options, edited=True)
    if only is not None:
        listed = _cut_down(listed, only)
    to_check = tuple(unwrap_copies(one, known_archives.values()) for one in listed)
    known_services = services(known_archives, options)
    verdicts: dict[ReferenceId, Verdict] = {}

    decisions = _decisions(sources, options)
    today = date.today()

    def judged(reference: Reference, evidence: Evidence) -> Verdict:
        opinions = [opinion for one in asking for opinion in one.weigh(reference, evidence)]
        return judge(reference, evidence, opinions, decisions.get(reference.id.input), today)

    def conclude(reference: Reference, evidence: Evidence) -> None:
        verdicts[reference.id] = judged(reference, evidence)
        if progress:
            progress(len(verdicts), len(to_check), verdicts[reference.id])

    with Store.open(options.cache, conditions(options)) as store:
        if options.retractions:
            _take_over_retractions(options.retractions, store)
        asking = verifiers(options, known_archives, known_services, store.retractions.of)
        gathered = _gather(to_check, options, store, asking, known_services, conclude)
        read_only = store.read_only
        for reference in to_check:
            if reference.id not in verdicts:  # the run was stopped before its end
                verdicts[reference.id] = judged(reference, gathered.evidence)
    return compile_report(
        [verdicts[reference.id] for reference in to_check],
        documents,
        findings,
        made_at=datetime.now(UTC),
        inputs=tuple(one.name if isinstance(one, Input) else str(one) for one in sources),
        options=options,
        caveats=_caveats(options, gathered, read_only),
        requests=gathered.requests,
        from_store={ask.url for ask in gathered.from_store},
        complete=not gathered.interrupted,
        conditions=gathered.conditions,
    )


def _cut_down(listed: Sequence[Reference], only: Collection[str]) -> tuple[Reference, ...]:
    """References with one of some addresses, without their others."""
    cut = (
        replace(one, links=tuple(link for link in one.links if link.url in only)) for one in listed
    )
    return tuple(one for one in cut if one.links)


def _take_over_retractions(path: Path, store: "Store") -> None:
    """The list of retractions into the store. Raises InputError for what is no such list."""
    from cite.formats.retraction_watch import read_retractions

    try:
        store.retractions.take_over(opened(path).content, read_retractions)
    except InputError as error:
        raise InputError(f"{path}: {str(error).removeprefix(f'{path}: ')}") from error


DECISIONS = "decisions.toml"
"""Beside an article, what people decided about its links."""


def decisions_about(source: Source, options: Options) -> Decisions:
    """What people decided about the links of one input; nothing where there is no file that is for it."""
    name = source.name if isinstance(source, Input) else str(source)
    return _decisions([source], options).get(name, Decisions())


def _decisions(sources: Sequence[Source], options: Options) -> dict[str, Decisions]:
    """What people decided, by input: in the file that is named, else in the one beside it."""
    from cite.formats.decisions_toml import read_decisions

    named = options.decisions and opened(options.decisions).content
    found: dict[str, Decisions] = {}
    for source in sources:
        name = source.name if isinstance(source, Input) else str(source)
        content = named or neighbour(source, DECISIONS)
        if content:
            decisions = read_decisions(content, str(options.decisions or DECISIONS))
            if decisions.is_for(name):
                found[name] = decisions
    return found


def _gather(
    to_check: Sequence[Reference],
    options: Options,
    store: "Store",
    asking: Sequence[Verifier],
    known_services: Mapping[str, Service[Any, Any]],
    conclude: "Conclude | None" = None,
) -> "Gathered":
    """The one place where a run touches the network."""
    from cite.effects.gathering.gather import answerer_for, gather
    from cite.effects.loop import run
    from cite.steps.pages.onward import onward

    async def ask_all() -> "Gathered":
        if options.offline:
            answerer = answerer_for(options, store, None, known_services)
            return await gather(to_check, asking, answerer, conclude)
        from cite.effects.web.web import Web

        hops = None
        if options.engine == PROCESSES:
            from cite.effects.web.processes import Processes

            hops = Processes(options)
        async with Web(options, onward=onward, hops=hops) as web:
            answerer = answerer_for(options, store, web, known_services)
            return await gather(to_check, asking, answerer, conclude)

    return run(ask_all())


def _caveats(options: Options, gathered: "Gathered", read_only: bool) -> tuple[str, ...]:
    caveats = []
    invented = {one.demonstration for one in gathered.conditions}
    if options.demonstration or invented == {True}:
        caveats.append("Made against a demonstration web: what it says of any address is invented.")
    elif True in invented:
        caveats.append(
            "Some answers in the store are those of a demonstration web: what they say is invented."
        )
    if gathered.interrupted:
        caveats.append("Stopped before the end: what was not asked is not judged.")
    if options.offline:
        caveats.append("Made offline, from what the store knew.")
    elif not gathered.network.online:
        caveats.append(f"No link on the public network was judged: {gathered.network.detail}.")
    if read_only:
        caveats.append("The store cannot be written: nothing of this run is kept.")
    return tuple(caveats)


def quotes(
    inputs: Inputs, sources: Sequence[Source] = (), options: Options | None = None
) -> tuple["QuotedDocument", ...]:
    """The quotations of articles against sources at hand, else against those that their notes name.

    Raises InputError for what cannot be read.
    """
    from cite.steps.quotations.compare_sources import Text

    options = replace(options or Options(), quotes=True, verify=("quotes",), links=False)
    texts = [Text(one.name, _source_text(one)) for source in sources for one in [opened(source)]]
    read_ones = [one for one in _read_each(inputs, options, _article) if isinstance(one, Document)]
    articles = [(one, _read_article(one, {}, options)) for one in read_ones]
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

    found = _quotations(document, article)
    judged = [
        best_of(known) if (known := asked.get((one.place, one.text))) else compare_with(one, texts)
        for one in found.quotations
    ]
    kept = tuple(one for one in judged if not was_no_quotation(one))
    return QuotedDocument(article.path, kept, found.passed_over)


def mend(
    given: Input,
    wanted: "Wanted",
    options: Options | None = None,
    made: Report | None = None,
) -> Mended:
    """An article with its links mended by what the store knows, or by a report `made` of it; nothing is asked.

    Raises InputError for one that changed since it was decided about, or whose format cannot be written back.
    """
    from cite.steps.mending.plan import plan

    options = options or Options()
    document = read(given, options.notation)
    if isinstance(document, ReferenceList):
        return _mend_bibliography(given, options)
    if wanted.decisions.digest and wanted.decisions.digest != document.digest:
        raise InputError(
            f"{given.name}: changed since {wanted.decisions.path or 'the decisions'} were made; check it again"
        )
    if document.format not in MENDERS:
        raise InputError(
            f"{given.name}: is read as {document.format or 'a format'} that cannot be written back"
        )
    made = made or report(given, options)
    mending = plan(made, made.documents[0], wanted)
    mender: Mender = plug_in("menders", MENDERS[document.format])()
    try:
        return Mended(given, mender.mend(given.content, mending), mending)
    except InputError as error:
        raise InputError(f"{given.name}: {error}") from error


def _mend_bibliography(given: Input, options: Options) -> Mended:
    """A .bib file with the copies of what is gone, entry by entry. Raises InputError for other lists."""
    if _reader(given, options.notation).name != "bibtex":
        raise InputError(f"{given.name}: is a list of references that cannot be written back")
    from cite.formats.exact import Edit, exact

    output = output_named("bibtex")
    assert isinstance(output, WritesInto)
    text = exact(given.content)
    made, _ = output.write_into(report(given, options), text.raw)
    whole = Edit(0, len(text.source), made)
    return Mended(given, text.edited([whole]) if made != text.raw else given.content, Mending())


def mementos(url: str, as_of: PartialDate | None, options: Options | None = None) -> MementoChoice:
    """The best archived copy of an address near a date, and why not the others."""
    from cite.effects.store.store import Store
    from cite.effects.web.manners import conditions
    from cite.recognisers.addresses.url import clean
    from cite.verifiers.mementos import Mementos

    options = options or Options()
    cleaned = clean(url)
    if cleaned.fault:
        raise SettingsError(f"{url}: is no address: {cleaned.fault}")
    if not cleaned.url.lower().startswith(("http://", "https://")):
        raise SettingsError(f"{url}: is no address of the web, so no archive can have it")
    link = Link(cleaned.url, url, url, Span(0, len(url)))
    reference = Reference("url", Entry("online", {"url": cleaned.url}, "url"), (link,))
    known_archives = archives(options)
    verifier = Mementos(known_archives, (), options.memento_rule, as_of)
    with Store.open(options.cache, conditions(options)) as store:
        gathered = _gather([reference], options, store, (verifier,), services(known_archives))
    choices: list[MementoChoice] = list(verifier.choices(reference, gathered.evidence))
    return choices[0]


def history(url: str, options: Options | None = None) -> tuple[Look, ...]:
    """Every answer ever had for an address, oldest first."""
    from cite.effects.store.store import Store
    from cite.steps.consider import first_look

    with Store.open((options or Options()).cache) as store:
        ask = first_look(url)
        return store.answers.history([ask]).get(ask, ())


def store_faults(options: Options | None = None) -> tuple[str, ...]:
    """What is wrong with the store, in words; nothing where it is sound. Raises StoreError."""
    from cite.effects.store.store import Store

    with Store.open((options or Options()).cache) as store:
        return store.survey.faults()


def store_rows(options: Options | None = None) -> Iterator[Mapping[str, object]]:
    """Every answer in the store as a row, oldest first. Raises StoreError."""
    from cite.effects.store.store import Store

    with Store.open((options or Options()).cache) as store:
        yield from store.survey.rows()


def judged_history(url: str, options: Options | None = None) -> tuple[LinkVerdict, ...]:
    """The verdict that each answer ever had for an address would get today, oldest first.

    By that answer alone, the one in a browser's manner that followed it, and the looks before it; archives and
    what stands beside the address are left out.
    """
    from cite.effects.store.store import Store
    from cite.steps.consider import first_look, second_look
    from cite.steps.judge import judge

    options = options or Options()
    first, second = first_look(url), second_look(url)
    with Store.open(options.cache) as store:
        answers = store.answers.every(first)
        again = store.answers.every(second)
        looks = store.answers.history([first]).get(first, ())
    reference = Reference(
        "url", Entry("online", {}, "url"), (Link(url, url, url, Span(0, len(url))),)
    )
    asking = verifiers(options, {}, {})
    ends = [*(answer.at for answer in answers[1:]), datetime.max.replace(tzinfo=UTC)]
    judged: list[LinkVerdict] = []
    for number, (answer, end) in enumerate(zip(answers, ends, strict=False)):
        known: dict[Ask, Answer] = {first: answer}
        known.update((one.ask, one) for one in again if answer.at <= one.at < end)
        evidence = Evidence(known, {first: looks[:number]})
        opinions = [opinion for one in asking for opinion in one.weigh(reference, evidence)]
        judged += judge(reference, evidence, opinions).links
    return tuple(judged)
