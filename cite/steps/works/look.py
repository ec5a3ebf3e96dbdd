"""Looking for a work in indexes, one question after another: identifiers first, then a search where it would be held."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from cite.model.evidence import Evidence
from cite.model.indexes import FindWork, LookupOutcome, Records
from cite.model.references import Reference
from cite.model.works import Work
from cite.recognisers.fields.identifiers import valid_isbn
from cite.steps.works.choose import Choice, choose
from cite.steps.works.compare import Comparison, Relation, compare
from cite.steps.works.identifiers import arxiv_doi, cited_doi
from cite.steps.works.routing import bibliographic, first_author, route
from cite.steps.works.votes import Vote

BY_DOI = ("crossref", "datacite")
"""Who holds records of DOIs, in the order in which they are asked."""
REGISTRY = "doi.org"
SECOND_LOOK = "openalex"


@dataclass(frozen=True, slots=True)
class Looked:
    """How far the search for one work has come."""

    asked: tuple[Records, ...]
    choice: Choice
    by_doi: Comparison | None = None
    """The record that the cited DOI leads to."""
    pending: tuple[FindWork, ...] = ()
    """What is to be asked next; nothing where the search is at its end."""

    @property
    def doi_of_another(self) -> bool:
        """Whether the cited DOI leads to a record that is not the work."""
        return self.by_doi is not None and not is_the_work(self.by_doi)

    def index_of(self, work: Work) -> str:
        """The index whose record it is."""
        return next((one.ask.index for one in self.asked if work in one.works), "")


def looked(reference: Reference, evidence: Evidence, indexes: Collection[str]) -> Looked:
    """What the answers at hand make of the search for a work in some indexes, and what to ask next."""
    asked: tuple[Records, ...] = ()
    by_doi = None
    if doi := cited_doi(reference):
        asked, by_doi, pending = _by_doi(reference, doi, evidence, indexes)
        known = by_doi is not None and is_the_work(by_doi)
        if pending or known:
            return Looked(asked, Choice(by_doi if known else None), by_doi, pending)
    return _searched(reference, evidence, indexes, asked, by_doi)


def _by_doi(
    reference: Reference, doi: str, evidence: Evidence, indexes: Collection[str]
) -> tuple[tuple[Records, ...], Comparison | None, tuple[FindWork, ...]]:
    """The record of a DOI; of each index in turn, until one has it; then whether the DOI exists."""
    asked: tuple[Records, ...] = ()
    for name in (*BY_DOI, REGISTRY):
        if name not in indexes:
            continue
        ask = FindWork("", name, doi=doi)
        answer = evidence.get(ask)
        if not isinstance(answer, Records):
            return asked, None, (ask,)
        asked = (*asked, answer)
        if answer.outcome is LookupOutcome.FOUND:
            record = answer.works[0] if answer.works else None
            return asked, compare(reference.entry, "", record) if record else None, ()
    return asked, None, ()


def _searched(
    reference: Reference,
    evidence: Evidence,
    indexes: Collection[str],
    asked: tuple[Records, ...],
    by_doi: Comparison | None,
) -> Looked:
    related: tuple[Comparison, ...] = ()
    for ask in _searches(reference, indexes):
        answer = evidence.get(ask)
        if not isinstance(answer, Records):
            return Looked(asked, Choice(None, related), by_doi, (ask,))
        asked = (*asked, answer)
        choice = choose(reference.entry, "", answer.works)
        related = (*related, *choice.related)
        if choice.found is not None:
            return _with_record(Looked(asked, choice, by_doi), choice.found, evidence, indexes)
    return Looked(asked, Choice(None, related), by_doi)


def _with_record(
    so_far: Looked, found: Comparison, evidence: Evidence, indexes: Collection[str]
) -> Looked:
    """With the whole record of a work that a search found: lists leave out what became of it."""
    doi = found.work.identifier
    if not doi.startswith("10.") or "crossref" not in indexes:
        return so_far
    ask = FindWork("", "crossref", doi=doi)
    answer = evidence.get(ask)
    if not isinstance(answer, Records):
        return replace(so_far, pending=(ask,))
    return replace(so_far, asked=(*so_far.asked, answer))


def _searches(reference: Reference, indexes: Collection[str]) -> Iterator[FindWork]:
    entry = reference.entry
    isbn = str(entry.fields.get("isbn", ""))
    if (preprint := arxiv_doi(entry)) and "datacite" in indexes:
        yield FindWork("", "datacite", doi=preprint)
    if isbn and valid_isbn(isbn) and "openlibrary" in indexes:
        yield FindWork("", "openlibrary", isbn=isbn.replace("-", "").replace(" ", ""))
    names = route(entry).indexes
    title, author = str(entry.fields.get("title", "")), first_author(entry)
    for name in (*names, *((SECOND_LOOK,) if names else ())):
        if name in indexes:
            yield FindWork("", name, query=bibliographic(entry), title=title, author=author)


def is_the_work(found: Comparison) -> bool:
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
