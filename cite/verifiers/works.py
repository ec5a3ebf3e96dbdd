"""Does the work exist, and is it described as it is?"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from cite.model.asks import Ask
from cite.model.entries import Entry
from cite.model.evidence import Evidence, Service
from cite.model.findings import Finding, Level
from cite.model.indexes import FindWork, LookupOutcome, Records
from cite.model.references import Reference
from cite.model.verdicts import Means, Opinion, WorkOutcome, WorkStatus, WorkVerdict
from cite.model.works import Update, Work
from cite.recognisers.addresses.url_parts import split_url
from cite.recognisers.fields.identifiers import valid_isbn, wrong_numbers
from cite.steps.consider import page_at
from cite.steps.pages.compare_titles import title_found
from cite.steps.works.choose import Choice, choose
from cite.steps.works.compare import Comparison, Relation, compare
from cite.steps.works.describe import differences, missing_fields, only_near_year
from cite.steps.works.retractions import Standing, standing
from cite.steps.works.routing import bibliographic, first_author, route
from cite.steps.works.votes import Vote

BY_DOI = ("crossref", "datacite")
"""Who holds records of DOIs, in the order in which they are asked."""
REGISTRY = "doi.org"
SECOND_LOOK = "openalex"
LEVEL_OF = {
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


@dataclass(frozen=True, slots=True)
class _Looked:
    """What came of looking for one work."""

    asked: tuple[Records, ...]
    choice: Choice
    by_doi: Comparison | None = None
    """The record that the cited DOI leads to."""
    pending: tuple[FindWork, ...] = ()


class WorksVerifier:
    """Asks indexes of works whether a cited work exists, and whether it is described as they describe it.

    Why it matters: a living link is no proof that a work says what it is called. Made-up references carry
    real DOIs of other works; real ones carry wrong years and volumes; some were retracted. A record counts
    as the work where at least three of title, first author, year, volume and first page agree: never on a
    title alone. What indexes do not hold (press, reports, law, archives, pages) is said not to be looked for,
    and what did not answer is never called missing. Nothing is called invented.

    What to do: compare the record that is named. A DOI of another work is wrong in the note, whatever it
    leads to. Where a work was retracted, say so in the article or cite another one.

    Example: doi 10.5555/12345678 is “A Study of Tides” by A. Moreau (2004), not what the note calls it.
    """

    name = "works"
    codes: tuple[str, ...] = (
        "doi-of-another-work", "doi-unknown", "work-not-found", "work-described-otherwise", "work-other-version",
        "work-retracted", "work-withdrawn", "work-concern", "work-corrected", "number-mistyped",
    )  # fmt: skip

    def __init__(
        self,
        indexes: Mapping[str, Service[Any, Any]],
        retractions: Callable[[str], tuple[Update, ...]],
        ask: bool,
    ) -> None:
        self._indexes = indexes
        self._retractions = retractions
        self._ask = ask

    @classmethod
    def made_for(cls, means: Means) -> "WorksVerifier":
        """Indexes are asked only where that is wanted; numbers are checked and lists looked up without."""
        wanted = means.options.works or cls.name in means.options.verify
        return cls(means.services, means.retractions, wanted)

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """The record of its DOI, else a search where such a work would be held; then how the work found stands."""
        if self._ask and _is_work(reference):
            yield from self._looked(reference, evidence).pending

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """The verdict on the work, and what an editor should know of it."""
        yield from _mistyped(reference)
        doi = cited_doi(reference)
        if not self._ask or not _is_work(reference):
            if self._ask:
                yield WorkVerdict(
                    WorkOutcome.NOT_ASKED, detail="No work is described, only an address."
                )
            yield from self._listed(reference, doi)
            return
        looked = self._looked(reference, evidence)
        verdict, found = self._verdict(reference, doi, looked)
        if verdict.outcome is WorkOutcome.NOT_INDEXED and (shown := _own_page(reference, evidence)):
            verdict = replace(verdict, detail=f"{verdict.detail} {shown}".strip())
        yield verdict
        yield from _of_outcome(reference, doi, verdict, looked)
        if found is not None:
            yield from self._of_standing(reference, found, verdict, doi)

    def _listed(self, reference: Reference, doi: str) -> Iterator[Opinion]:
        """What a list at hand says, nobody asked."""
        if doi and (stands := standing(None, doi, self._retractions(doi))).events:
            yield from _status_findings(reference, stands, doi)

    # Looking

    def _looked(self, reference: Reference, evidence: Evidence) -> _Looked:
        """How far the search has come: identifiers first, then a search where the kind of work is held."""
        asked: list[Records] = []
        if doi := cited_doi(reference):
            by_doi, pending = self._by_doi(reference, doi, evidence, asked)
            if pending or (by_doi and _is_it(by_doi)):
                choice = Choice(by_doi if by_doi and _is_it(by_doi) else None)
                return _Looked(tuple(asked), choice, by_doi, pending)
        else:
            by_doi = None
        return self._searched(reference, evidence, asked, by_doi)

    def _by_doi(
        self, reference: Reference, doi: str, evidence: Evidence, asked: list[Records]
    ) -> tuple[Comparison | None, tuple[FindWork, ...]]:
        """The record of a DOI; of each index in turn, until one has it; then whether the DOI exists."""
        for name in (*BY_DOI, REGISTRY):
            if name not in self._indexes:
                continue
            ask = FindWork("", name, doi=doi)
            answer = evidence.get(ask)
            if not isinstance(answer, Records):
                return None, (ask,)
            asked.append(answer)
            if answer.outcome is LookupOutcome.FOUND and answer.works:
                return compare(reference.entry, "", answer.works[0]), ()
            if answer.outcome is LookupOutcome.FOUND:
                break
        return None, ()

    def _searched(
        self,
        reference: Reference,
        evidence: Evidence,
        asked: list[Records],
        by_doi: Comparison | None,
    ) -> _Looked:
        related: tuple[Comparison, ...] = ()
        for ask in self._searches(reference):
            answer = evidence.get(ask)
            if not isinstance(answer, Records):
                return _Looked(tuple(asked), Choice(None, related), by_doi, (ask,))
            asked.append(answer)
            choice = choose(reference.entry, "", answer.works)
            related = (*related, *choice.related)
            if choice.found is not None:
                return self._with_record(choice, evidence, asked, by_doi)
        return _Looked(tuple(asked), Choice(None, related), by_doi)

    def _with_record(
        self, choice: Choice, evidence: Evidence, asked: list[Records], by_doi: Comparison | None
    ) -> _Looked:
        """The whole record of a work that a search found: lists leave out what became of it."""
        assert choice.found is not None
        doi = choice.found.work.identifier
        ask = FindWork("", "crossref", doi=doi)
        if not doi.startswith("10.") or "crossref" not in self._indexes:
            return _Looked(tuple(asked), choice, by_doi)
        answer = evidence.get(ask)
        if not isinstance(answer, Records):
            return _Looked(tuple(asked), choice, by_doi, (ask,))
        return _Looked((*asked, answer), choice, by_doi)

    def _searches(self, reference: Reference) -> Iterator[FindWork]:
        entry = reference.entry
        isbn = str(entry.fields.get("isbn", ""))
        if (preprint := _arxiv_doi(entry)) and "datacite" in self._indexes:
            yield FindWork("", "datacite", doi=preprint)
        if isbn and valid_isbn(isbn) and "openlibrary" in self._indexes:
            yield FindWork("", "openlibrary", isbn=isbn.replace("-", "").replace(" ", ""))
        names = route(entry).indexes
        title, author = str(entry.fields.get("title", "")), first_author(entry)
        for name in (*names, *((SECOND_LOOK,) if names else ())):
            if name in self._indexes:
                yield FindWork("", name, query=bibliographic(entry), title=title, author=author)

    # Weighing

    def _verdict(
        self, reference: Reference, doi: str, looked: _Looked
    ) -> tuple[WorkVerdict, Work | None]:
        asks = tuple(one.ask for one in looked.asked)
        found = looked.choice.found
        if doi and looked.by_doi is not None and not _is_it(looked.by_doi):
            return self._another(reference, looked, asks), None
        if found is not None:
            return self._found(reference, doi, looked, found, asks)
        if looked.pending:
            return WorkVerdict(
                WorkOutcome.NOT_ASKED, evidence=asks, detail="Nobody was asked."
            ), None
        return _missing(reference, looked, asks), None

    def _another(self, reference: Reference, looked: _Looked, asks: tuple[Ask, ...]) -> WorkVerdict:
        """The cited DOI is that of another work; what the citation means may have been found beside it."""
        assert looked.by_doi is not None
        right = looked.choice.found.work.identifier if looked.choice.found else ""
        words = (
            f"The DOI belongs to another work{f'; the one cited may be {right}' if right else ''}."
        )
        told = differences(reference.entry, looked.by_doi)
        return WorkVerdict(
            WorkOutcome.DIFFERS, _who(looked, looked.by_doi.work), looked.by_doi.work.identifier, told,
            detail=words, evidence=asks,
        )  # fmt: skip

    def _found(
        self,
        reference: Reference,
        doi: str,
        looked: _Looked,
        found: Comparison,
        asks: tuple[Ask, ...],
    ) -> tuple[WorkVerdict, Work]:
        record = next(
            (
                one.works[0]
                for one in looked.asked
                if one.ask.doi == found.work.identifier and one.works
            ),
            found.work,
        )
        told = differences(reference.entry, found)
        near = only_near_year(told, reference.entry, found.work)
        outcome = WorkOutcome.DIFFERS if told and not near else WorkOutcome.FOUND
        stands = self._standing(record, doi)
        return (
            WorkVerdict(
                outcome, _who(looked, found.work), record.identifier, told, _status_of(stands), asks,
                _clean(looked, record, stands), missing_fields(reference.entry, record),
            ),
            record,
        )  # fmt: skip

    def _standing(self, record: Work, doi: str) -> Standing:
        key = record.identifier if record.identifier.startswith("10.") else doi
        return standing(record, key, self._retractions(key) if key else ())

    def _of_standing(
        self, reference: Reference, record: Work, verdict: WorkVerdict, doi: str
    ) -> Iterator[Finding]:
        stands = self._standing(record, doi)
        if not stands.is_notice:
            yield from _status_findings(reference, stands, record.identifier)


def _own_page(reference: Reference, evidence: Evidence) -> str:
    """What the work's own page says of it, where no index would hold it."""
    for link in reference.links:
        found = page_at(link.url, evidence)
        if found and (title := title_found(reference, found[1])):
            return f"Its own page shows the title: “{title[:200]}”."
    return ""


def cited_doi(reference: Reference) -> str:
    """The DOI that a reference names, in its field or as an address; nothing where it names none."""
    resolved = [link.url for link in reference.links if split_url(link.url).host in _RESOLVERS]
    return _bare(str(reference.entry.fields.get("doi", ""))) or _bare(unquote((*resolved, "")[0]))


_RESOLVERS = ("doi.org", "dx.doi.org", "www.doi.org")


def _bare(doi: str) -> str:
    if "10." not in doi:
        return ""
    doi = doi.strip()
    for head in (
        "https://doi.org/",
        "http://doi.org/",
        "http://dx.doi.org/",
        "https://dx.doi.org/",
        "doi:",
    ):
        doi = doi.removeprefix(head)
    return doi.strip().lower() if doi.strip().startswith("10.") else ""


def _arxiv_doi(entry: Entry) -> str:
    """The DOI that arXiv gives a preprint; nothing for what is none of arXiv's."""
    number = str(entry.fields.get("eprint", "")).removeprefix("arXiv:")
    archive = str(entry.fields.get("eprinttype") or entry.fields.get("archiveprefix") or "arxiv")
    known = re.fullmatch(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?", number)
    if not known or archive.lower() != "arxiv":
        return ""
    return f"10.48550/arxiv.{re.sub(r'v[0-9]+$', '', number).lower()}"


def _is_work(reference: Reference) -> bool:
    """Whether enough is said of a reference to be a work: a title, or an identifier."""
    fields = reference.entry.fields
    return bool(
        fields.get("title") or fields.get("doi") or (fields.get("author") and fields.get("pages"))
    )


def _is_it(found: Comparison) -> bool:
    """Whether the record of a cited DOI is the cited work: a DOI says so much that one contradiction is needed."""
    votes = found.votes
    if found.accepted or found.relation in (
        Relation.VERSION_OF_RECORD,
        Relation.PREPRINT,
        Relation.EDITION,
    ):
        return True
    if found.relation in (Relation.NOTICE, Relation.REVIEW, Relation.CONTAINER):
        return found.relation is Relation.CONTAINER
    if votes.title is Vote.AGREES:
        return votes.author is not Vote.DIFFERS or votes.year in (Vote.AGREES, Vote.NEAR)
    if votes.title is Vote.SILENT:
        return votes.author is not Vote.DIFFERS
    # Another title: the same author in the same year may have been given a title in translation.
    return (
        votes.author is Vote.AGREES
        and votes.year in (Vote.AGREES, Vote.NEAR)
        and votes.differing == 1
    )


def _who(looked: _Looked, work: Work) -> str:
    """The index whose record it is."""
    return next((one.ask.index for one in looked.asked if work in one.works), "")


def _missing(reference: Reference, looked: _Looked, asks: tuple[Ask, ...]) -> WorkVerdict:
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


def _status_of(stands: Standing) -> WorkStatus:
    return WorkStatus.NONE if stands.is_notice else stands.status


def _clean(looked: _Looked, record: Work, stands: Standing) -> str:
    """What the status rests on; a record without DOI was not asked about."""
    if stands.events:
        return "; ".join(stands.words)
    doi = next((one for one in looked.asked if one.ask.doi == record.identifier and one.said), None)
    if doi is None:
        return "Retractions: not asked, as the record has no DOI."
    return f"Retractions: none found in {doi.ask.index}, asked on {doi.at:%-d %B %Y}."


# Findings ----------------------------------------------------------------------------------------------------


def _of_outcome(
    reference: Reference, doi: str, verdict: WorkVerdict, looked: _Looked
) -> Iterator[Finding]:
    if doi and looked.by_doi is not None and not _is_it(looked.by_doi):
        yield _finding(
            reference, "doi-of-another-work", Level.ERROR, _belongs(doi, looked), verdict
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


def _belongs(doi: str, looked: _Looked) -> str:
    assert looked.by_doi is not None
    work = looked.by_doi.work
    who = work.authors[0].family or work.authors[0].literal if work.authors else "an unnamed author"
    year = f" ({work.years[0]})" if work.years else ""
    right = looked.choice.found.work.identifier if looked.choice.found else ""
    beside = f" The work that is cited may be {right}." if right and right != doi else ""
    return f"The DOI {doi} belongs to another work: “{work.title}” by {who}{year}.{beside}"


def _not_found(
    reference: Reference, doi: str, verdict: WorkVerdict, looked: _Looked
) -> Iterator[Finding]:
    registry = next((one for one in looked.asked if one.ask.index == REGISTRY), None)
    if registry and registry.outcome is LookupOutcome.NONE:
        words = f"There is no such DOI as {doi}: doi.org says so (“{registry.detail}”)."
        yield _finding(reference, "doi-unknown", Level.ERROR, words, verdict)
    if any(not one.ask.doi for one in looked.asked):
        words = f"{verdict.detail} A work of this kind would be expected there."
        yield _finding(reference, "work-not-found", Level.WARNING, words, verdict)


def _versions(reference: Reference, verdict: WorkVerdict, looked: _Looked) -> Iterator[Finding]:
    """Preprints, published versions, other editions: told, and put in no one's place."""
    near = [*looked.choice.related, *([looked.choice.found] if looked.choice.found else [])]
    for one in near:
        if one.relation in _NEAR and (looked.choice.found is None or one is looked.choice.found):
            words = f"{_who(looked, one.work) or 'An index'} has {_NEAR[one.relation]}: “{one.work.title}”, {one.work.identifier}."
            yield _finding(reference, "work-other-version", Level.INFO, words, verdict)
            return


def _status_findings(reference: Reference, stands: Standing, doi: str) -> Iterator[Finding]:
    """The gravest status with every event behind it, sources that disagree both told."""
    if stands.status is WorkStatus.NONE:
        return
    told = "; ".join(stands.words)
    disputed = " Sources say different things." if stands.disputed else ""
    code = f"work-{stands.status.value}"
    words = f"{_SAID[stands.status]} ({doi}): {told}.{disputed}"
    yield _finding(reference, code, LEVEL_OF[stands.status], words, None)


def _mistyped(reference: Reference) -> Iterator[Finding]:
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
