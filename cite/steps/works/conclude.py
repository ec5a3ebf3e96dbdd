"""What a search for a work came to: its verdict, and the record it rests on."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from cite.model.asks import Ask
from cite.model.references import Reference
from cite.model.verdicts import WorkOutcome, WorkStatus, WorkVerdict
from cite.model.works import Update, Work
from cite.steps.works.compare import Comparison
from cite.steps.works.describe import differences, missing_fields, only_near_year
from cite.steps.works.identifiers import cited_doi
from cite.steps.works.look import REGISTRY, Looked
from cite.steps.works.retractions import Standing, standing
from cite.steps.works.routing import route

Listed = Callable[[str], Iterable[Update]]
"""What a list at hand says of a DOI."""


class Concluded(NamedTuple):
    """The verdict on a work, and how the record that was found stands."""

    verdict: WorkVerdict
    record: Work | None = None
    standing: Standing = Standing()


def concluded(reference: Reference, looked: Looked, listed: Listed) -> Concluded:
    """What is known of a work by what was asked."""
    asks = tuple(one.ask for one in looked.asked)
    if looked.by_doi is not None and looked.doi_of_another:
        return Concluded(_another(reference, looked, looked.by_doi, asks))
    if looked.choice.found is not None:
        return _found(reference, looked, looked.choice.found, asks, listed)
    if looked.pending:
        return Concluded(
            WorkVerdict(WorkOutcome.NOT_ASKED, evidence=asks, detail="Nobody was asked.")
        )
    return Concluded(_missing(reference, looked, asks))


def _another(
    reference: Reference, looked: Looked, by_doi: Comparison, asks: tuple[Ask, ...]
) -> WorkVerdict:
    """The cited DOI is that of another work; what the citation means may have been found beside it."""
    right = looked.choice.found.work.identifier if looked.choice.found else ""
    words = f"The DOI belongs to another work{f'; the one cited may be {right}' if right else ''}."
    return WorkVerdict(
        WorkOutcome.DIFFERS, looked.index_of(by_doi.work), by_doi.work.identifier, differences(reference.entry, by_doi),
        detail=words, evidence=asks,
    )  # fmt: skip


def _found(
    reference: Reference, looked: Looked, found: Comparison, asks: tuple[Ask, ...], listed: Listed
) -> Concluded:
    record = _whole_record(looked, found.work)
    told = differences(reference.entry, found)
    near = only_near_year(told, reference.entry, found.work)
    doi = record.identifier if record.identifier.startswith("10.") else cited_doi(reference)
    stands = standing(record, doi, listed(doi) if doi else ())
    verdict = WorkVerdict(
        WorkOutcome.DIFFERS if told and not near else WorkOutcome.FOUND, looked.index_of(found.work), record.identifier, told,
        WorkStatus.NONE if stands.is_notice else stands.status, asks, _rests_on(looked, record, stands),
        missing_fields(reference.entry, record),
    )  # fmt: skip
    return Concluded(verdict, record, stands)


def _whole_record(looked: Looked, work: Work) -> Work:
    """The record by its DOI, where a list brought less of it."""
    whole = (one.works[0] for one in looked.asked if one.ask.doi == work.identifier and one.works)
    return next(whole, work)


def _missing(reference: Reference, looked: Looked, asks: tuple[Ask, ...]) -> WorkVerdict:
    """Why there is no record: nobody to ask, nobody who would have it, nobody who answered, or no trace."""
    failed = [one for one in looked.asked if not one.said]
    registered = next((one.agency for one in looked.asked if one.agency), "")
    if failed:
        words = "; ".join(f"{one.ask.index}: {one.detail}" for one in failed)
        return WorkVerdict(
            WorkOutcome.UNREACHABLE, failed[0].ask.index, detail=words, evidence=asks
        )
    if registered:
        words = f"Its DOI is registered with {registered}, which holds no record that could be read here."
        return WorkVerdict(WorkOutcome.NOT_INDEXED, REGISTRY, detail=words, evidence=asks)
    searched = [one for one in looked.asked if not one.ask.doi or one.ask.index == REGISTRY]
    if not looked.asked:
        where = route(reference.entry)
        if where.indexes:
            return WorkVerdict(WorkOutcome.NOT_ASKED, detail="Nobody was asked.")
        words = f"It is {where.why_none}: none of the indexes asked would hold it."
        return WorkVerdict(WorkOutcome.NOT_INDEXED, detail=words)
    if not searched:
        return WorkVerdict(
            WorkOutcome.NOT_INDEXED,
            detail="None of the indexes asked would hold it.",
            evidence=asks,
        )
    names = " and ".join(dict.fromkeys(one.ask.index for one in looked.asked))
    words = f"No trace in {names}, asked on {looked.asked[0].at:%-d %B %Y}."
    return WorkVerdict(
        WorkOutcome.NOT_FOUND, looked.asked[-1].ask.index, detail=words, evidence=asks
    )


def _rests_on(looked: Looked, record: Work, stands: Standing) -> str:
    """What the status rests on; a record without DOI was not asked about."""
    if stands.events:
        return "; ".join(stands.words)
    doi = next((one for one in looked.asked if one.ask.doi == record.identifier and one.said), None)
    if doi is None:
        return "Retractions: not asked, as the record has no DOI."
    return f"Retractions: none found in {doi.ask.index}, asked on {doi.at:%-d %B %Y}."
