"""References to evidence, verdicts and a report."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cite.effects.inputs import Source, opened
from cite.model.asks import Ask, ServiceAsk
from cite.model.errors import InputError, SettingsError
from cite.model.evidence import Archive, Evidence, Service
from cite.model.findings import Finding
from cite.model.options import Options
from cite.model.references import ReadDocument, Reference
from cite.model.report import Report
from cite.model.verdicts import (
    Heard,
    MadeForRun,
    Means,
    Progress,
    Verdict,
    Verifier,
)
from cite.model.works import Update
from cite.plugins import ARCHIVE_KINDS, VERIFIERS, plug_in
from cite.stages.asking import ask_everybody
from cite.stages.decided import decisions_by_input, name_of, with_kept
from cite.stages.reading import Inputs, each, references

if TYPE_CHECKING:
    from cite.effects.gathering.gather import Gathered
    from cite.effects.store.store import Store


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
    inputs: Inputs,
    options: Options | None = None,
    progress: Progress | None = None,
    heard: Heard | None = None,
) -> Report:
    """Every address in the inputs asked, judged and reported. Raises CiteError where the run cannot go on."""
    return run(inputs, options or Options(), progress, heard=heard)


def report(inputs: Inputs, options: Options | None = None) -> Report:
    """The same from the store alone: nothing is asked."""
    return run(inputs, replace(options or Options(), offline=True), None)


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


def run(
    inputs: Inputs,
    options: Options,
    progress: Progress | None,
    only: Collection[str] | None = None,
    heard: Heard | None = None,
) -> Report:
    """`only` are the addresses to judge, where not all are."""
    from cite.effects.store.store import Store
    from cite.effects.web.manners import conditions
    from cite.stages.judging import Judging

    sources = each(inputs)
    known_archives = archives(options)
    known_services = services(known_archives, options)
    documents, listed, findings = references(sources, options=options, edited=True)
    to_check = _to_check(listed, only, known_archives.values())
    decisions = decisions_by_input(sources, options)
    with Store.open(options.cache, conditions(options)) as store:
        if options.retractions:
            _take_over_retractions(options.retractions, store)
        asking = verifiers(options, known_archives, known_services, store.retractions.of)
        decisions = with_kept(decisions, store.by_hand.every(), sources)
        judging = Judging(asking, decisions, len(to_check), progress)
        gathered = ask_everybody(
            to_check, options, store, asking, known_services, judging.conclude, heard
        )
        verdicts = judging.verdicts(to_check, gathered.evidence)
        if not options.offline:
            _note_checked(documents, store)
        caveats = _caveats(options, gathered, store.read_only)
    return _report(sources, options, documents, findings, verdicts, gathered, caveats)


def _report(
    sources: Sequence[Source],
    options: Options,
    documents: Sequence[ReadDocument],
    findings: Sequence[Finding],
    verdicts: Sequence[Verdict],
    gathered: "Gathered",
    caveats: tuple[str, ...],
) -> Report:
    """All that a run has to say, with how it came to know it."""
    from cite.steps.compile_report import compile_report

    return compile_report(
        verdicts,
        documents,
        findings,
        made_at=datetime.now(UTC),
        inputs=tuple(map(name_of, sources)),
        options=options,
        caveats=caveats,
        requests=gathered.requests,
        from_store={ask.url for ask in gathered.from_store},
        complete=not gathered.interrupted,
        conditions=gathered.conditions,
        hosts=gathered.hosts,
        seconds=gathered.seconds,
    )


def _note_checked(documents: Sequence[ReadDocument], store: "Store") -> None:
    for document in documents:
        store.articles.note(document.path, document.digest, datetime.now(UTC))


def _to_check(
    listed: Sequence[Reference], only: Collection[str] | None, known_archives: Collection[Archive]
) -> tuple[Reference, ...]:
    """The references, cut down to some addresses where not all are wanted, with the pages behind cited copies."""
    from cite.steps.copies.unwrap_copies import unwrap_copies

    wanted = listed if only is None else _cut_down(listed, only)
    return tuple(unwrap_copies(one, known_archives) for one in wanted)


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
    caveats += gathered.caveats
    if read_only:
        caveats.append("The store cannot be written: nothing of this run is kept.")
    return tuple(caveats)
