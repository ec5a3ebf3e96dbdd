"""What is known of one address: its copies, and every answer ever had."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cite.model.asks import Ask
from cite.model.document import Link, Span
from cite.model.entries import Entry, PartialDate
from cite.model.errors import SettingsError
from cite.model.evidence import Answer, Evidence, Look, ServiceAnswer
from cite.model.options import Options
from cite.model.references import Reference, ReferenceId
from cite.model.report import AddressHistory
from cite.model.verdicts import LinkVerdict, MementoChoice, Verifier
from cite.stages.asking import ask_everybody
from cite.stages.checking import archives, services, verifiers
from cite.stages.reading import Inputs, references

if TYPE_CHECKING:
    from cite.effects.store.store import Store
    from cite.model.keeping import Grounds


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
        gathered = ask_everybody([reference], options, store, (verifier,), services(known_archives))
    choices: list[MementoChoice] = list(verifier.choices(reference, gathered.evidence))
    return choices[0]


def grounds(inputs: Inputs, options: Options | None = None) -> "Grounds":
    """All that the verdicts on some inputs stand on, gathered once more from the store alone.

    What the store could not keep is not there: nothing where it was read-only.
    """
    from cite.effects.store.store import Store
    from cite.model.keeping import Grounds, Had
    from cite.steps.copies.unwrap_copies import unwrap_copies

    options = replace(options or Options(), offline=True)
    known_archives = archives(options)
    known_services = services(known_archives, options)
    _documents, listed, _findings = references(inputs, options=options)
    to_check = [unwrap_copies(one, known_archives.values()) for one in listed]
    answers: dict[Ask, Had[Answer]] = {}
    wanted: dict[ReferenceId, tuple[Ask, ...]] = {}

    def conclude(reference: Reference, evidence: Evidence, asks: Collection[Ask]) -> None:
        had = {ask: evidence.answers[ask] for ask in asks if ask in evidence.answers}
        wanted[reference.id] = tuple(had)
        answers.update((ask, Had(it, evidence.conditions.get(ask))) for ask, it in had.items())

    with Store.open(options.cache) as store:
        asking = verifiers(options, known_archives, known_services, store.retractions.of)
        ask_everybody(to_check, options, store, asking, known_services, conclude)
        exchanges = store.answers.at_addresses(
            url
            for had in answers.values()
            if isinstance(had.answer, ServiceAnswer)
            for url in had.answer.asked
        )
    return Grounds(answers, wanted, {one.answer.ask.url: one for one in exchanges})


def history(url: str, options: Options | None = None) -> tuple[Look, ...]:
    """Every answer ever had for an address, oldest first."""
    from cite.effects.store.store import Store
    from cite.steps.consider import first_look

    with Store.open((options or Options()).cache) as store:
        ask = first_look(url)
        return store.answers.history([ask]).get(ask, ())


def address_histories(
    urls: Iterable[str], options: Options | None = None
) -> Iterator[AddressHistory]:
    """Every look at each address with what it would be called today, and what people said of it.

    Each is judged by that answer alone, the one in a browser's manner that followed it, and the looks before it;
    archives and what stands beside the address are left out.
    """
    from cite.effects.store.store import Store

    options = options or Options()
    asking = verifiers(options, {}, {})
    with Store.open(options.cache) as store:
        said = {one.url: one for one in store.by_hand.every()}
        for url in urls:
            looks, verdicts = _judged(url, store, asking)
            yield AddressHistory(url, looks, verdicts, (said[url],) if url in said else ())


def _judged(
    url: str, store: "Store", asking: Sequence[Verifier]
) -> tuple[tuple[Look, ...], tuple[LinkVerdict, ...]]:
    from cite.steps.consider import first_look, second_look
    from cite.steps.judge import judge

    first, second = first_look(url), second_look(url)
    answers, again = store.answers.every(first), store.answers.every(second)
    looks = store.answers.history([first]).get(first, ())
    link = Link(url, url, url, Span(0, len(url)))
    reference = Reference("url", Entry("online", {}, "url"), (link,))
    ends = [*(answer.at for answer in answers[1:]), datetime.max.replace(tzinfo=UTC)]
    judged: list[LinkVerdict] = []
    for number, (answer, end) in enumerate(zip(answers, ends, strict=False)):
        known: dict[Ask, Answer] = {first: answer}
        known.update((one.ask, one) for one in again if answer.at <= one.at < end)
        evidence = Evidence(known, {first: looks[:number]})
        opinions = [opinion for one in asking for opinion in one.weigh(reference, evidence)]
        judged += judge(reference, evidence, opinions).links
    return looks, tuple(judged)
