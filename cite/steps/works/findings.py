"""What an editor should know of a work: each finding by its code, in words, with what it rests on."""

from collections.abc import Iterator

from cite.model.findings import Finding, Level
from cite.model.indexes import LookupOutcome
from cite.model.references import Reference
from cite.model.verdicts import WorkOutcome, WorkStatus, WorkVerdict
from cite.model.works import Work
from cite.recognisers.fields.identifiers import wrong_numbers
from cite.steps.works.compare import Relation
from cite.steps.works.look import REGISTRY, Looked
from cite.steps.works.retractions import Standing

_LEVELS = {
    WorkStatus.RETRACTED: Level.ERROR,
    WorkStatus.WITHDRAWN: Level.ERROR,
    WorkStatus.CONCERN: Level.WARNING,
    WorkStatus.CORRECTED: Level.INFO,
}
_SAID = {
    WorkStatus.RETRACTED: "The work was retracted",
    WorkStatus.WITHDRAWN: "The work was withdrawn",
    WorkStatus.CONCERN: "The work is under an expression of concern",
    WorkStatus.CORRECTED: "The work was corrected",
}
_NEAR = {
    Relation.PREPRINT: "a preprint of it",
    Relation.VERSION_OF_RECORD: "the published version of the preprint that is cited",
    Relation.EDITION: "another edition of it",
}


def of_outcome(
    reference: Reference, doi: str, verdict: WorkVerdict, looked: Looked
) -> Iterator[Finding]:
    """What follows from the verdict on a work and from the records near it."""
    if looked.by_doi is not None and looked.doi_of_another:
        yield _finding(
            reference,
            "doi-of-another-work",
            Level.ERROR,
            _belongs(doi, looked, looked.by_doi.work),
            verdict,
        )
    elif verdict.outcome is WorkOutcome.DIFFERS or verdict.differences:
        words = "; ".join(
            f"{one.field}: cited “{one.cited}”, found “{one.found}”" for one in verdict.differences
        )
        only_year = verdict.outcome is WorkOutcome.FOUND
        level = Level.INFO if only_year else Level.WARNING
        yield _finding(
            reference, "work-described-otherwise", level, f"{verdict.service} describes the work {verdict.record} otherwise: {words}.", verdict,
        )  # fmt: skip
    elif verdict.outcome is WorkOutcome.NOT_FOUND:
        yield from _not_found(reference, doi, verdict, looked)
    yield from _versions(reference, verdict, looked)


def _belongs(doi: str, looked: Looked, work: Work) -> str:
    who = work.authors[0].family or work.authors[0].literal if work.authors else "an unnamed author"
    year = f" ({work.years[0]})" if work.years else ""
    right = looked.choice.found.work.identifier if looked.choice.found else ""
    beside = f" The work that is cited may be {right}." if right and right != doi else ""
    return f"The DOI {doi} belongs to another work: “{work.title}” by {who}{year}.{beside}"


def _not_found(
    reference: Reference, doi: str, verdict: WorkVerdict, looked: Looked
) -> Iterator[Finding]:
    registry = next((one for one in looked.asked if one.ask.index == REGISTRY), None)
    if registry and registry.outcome is LookupOutcome.NONE:
        words = f"There is no such DOI as {doi}: doi.org says so (“{registry.detail}”)."
        yield _finding(reference, "doi-unknown", Level.ERROR, words, verdict)
    if any(not one.ask.doi for one in looked.asked):
        words = f"{verdict.detail} A work of this kind would be expected there."
        yield _finding(reference, "work-not-found", Level.WARNING, words, verdict)


def _versions(reference: Reference, verdict: WorkVerdict, looked: Looked) -> Iterator[Finding]:
    """Preprints, published versions, other editions: told, and put in no one's place."""
    near = [*looked.choice.related, *([looked.choice.found] if looked.choice.found else [])]
    for one in near:
        if one.relation in _NEAR and (looked.choice.found is None or one is looked.choice.found):
            words = f"{looked.index_of(one.work) or 'An index'} has {_NEAR[one.relation]}: “{one.work.title}”, {one.work.identifier}."
            yield _finding(reference, "work-other-version", Level.INFO, words, verdict)
            return


def of_standing(reference: Reference, stands: Standing, doi: str) -> Iterator[Finding]:
    """The gravest status with every event behind it, sources that disagree both told."""
    if stands.status is WorkStatus.NONE:
        return
    told = "; ".join(stands.words)
    disputed = " Sources say different things." if stands.disputed else ""
    code = f"work-{stands.status.value}"
    words = f"{_SAID[stands.status]} ({doi}): {told}.{disputed}"
    yield _finding(reference, code, _LEVELS[stands.status], words, None)


def mistyped_numbers(reference: Reference) -> Iterator[Finding]:
    """ISBNs and ISSNs that cannot be: in the fields, or in the note as printed."""
    fields = reference.entry.fields
    line = " ".join(
        f"{name.upper()} {fields[name]}" for name in ("isbn", "issn") if fields.get(name)
    )
    for name, number in dict.fromkeys(wrong_numbers(f"{line} ; {reference.raw}")):
        words = f"{name} {number} cannot be: its check digit is wrong, so a digit was mistyped."
        yield _finding(reference, "number-mistyped", Level.WARNING, words, None)


def _finding(
    reference: Reference, code: str, level: Level, words: str, verdict: WorkVerdict | None
) -> Finding:
    evidence = verdict.evidence if verdict else ()
    return Finding(code, level, words, reference.place, reference.label, evidence=evidence)
