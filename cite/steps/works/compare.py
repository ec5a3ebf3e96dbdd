"""A citation against a record of an index: is it that work, something near it, or another?

Rules from the measurements of Crossref's search-based matching: at least three of title, first author, year,
volume and page agree; a score, or a title alone, never decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cite.model.entries import Entry, Name
from cite.model.works import Work, WorkKind
from cite.steps.works.containers import vote_on_containers
from cite.steps.works.numbers import vote_on_pages, vote_on_volumes, vote_on_years
from cite.steps.works.people import vote_on_authors
from cite.steps.works.strings import container_in, names_a_place, votes_of_string
from cite.steps.works.titles import announces_notice, announces_review, vote_on_titles
from cite.steps.works.votes import Vote, Votes, better

LEAST = 3
"""Fields that have to agree."""


class Relation(StrEnum):
    """What a record is to the work that is cited."""

    SAME = "same"
    PREPRINT = "preprint"
    """The record is the preprint of an article that is cited."""
    VERSION_OF_RECORD = "version-of-record"
    """The record is the article; its preprint is cited."""
    EDITION = "edition"
    """Title and author agree; the year is another's."""
    CONTAINER = "container"
    """The record is the book, of which a chapter is cited."""
    REVIEW = "review"
    NOTICE = "notice"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing a citation with one record gave."""

    work: Work
    relation: Relation
    votes: Votes
    container: Vote = Vote.SILENT
    likeness: float = 0.0
    """Of the titles, 0 … 1."""

    @property
    def accepted(self) -> bool:
        """Whether the record is the work that is cited."""
        return self.relation is Relation.SAME

    @property
    def rank(self) -> tuple[float, ...]:
        """Orders records for one citation, the best last."""
        agree = self.votes.agreeing + 0.5 * (self.container is Vote.AGREES)
        against = self.votes.differing + 0.5 * (self.container is Vote.DIFFERS)
        return (agree - 0.6 * against, self.likeness)


def compare(entry: Entry | None, raw: str, work: Work) -> Comparison:
    """A citation, as fields that were read from it and as printed, with a record. Either may be missing."""
    votes, container, likeness = _of_entry(entry, work)
    if raw:
        printed, in_string = votes_of_string(raw, work)
        if entry is None:
            votes, container, likeness = printed, container_in(raw, work), in_string
        else:
            votes, likeness = _both(votes, printed), max(likeness, in_string)
    return Comparison(
        work, _relation(entry, raw, work, votes, container), votes, container, likeness
    )


def _of_entry(entry: Entry | None, work: Work) -> tuple[Votes, Vote, float]:
    if entry is None:
        return Votes(), Vote.SILENT, 0.0
    title, likeness = vote_on_titles(_text(entry, "title"), work.titles)
    year = entry.fields.get("year")
    container = _text(entry, "journaltitle", "journal", "booktitle")
    return (
        Votes(
            title=title,
            author=vote_on_authors(_people(entry), work.authors, work.editors),
            year=vote_on_years(year if isinstance(year, int) else None, work.years),
            volume=vote_on_volumes(_text(entry, "volume"), work.volume, work.issue, work.years),
            page=vote_on_pages(_text(entry, "pages", "eid"), work.pages),
        ),
        vote_on_containers(container, work.containers),
        likeness,
    )


def _both(read: Votes, printed: Votes) -> Votes:
    """What was read, and where that is silent or wrong, what stands in print; a person is only taken as read."""
    return Votes(
        title=better(read.title, printed.title) if printed.title is Vote.AGREES else read.title,
        author=better(read.author, printed.author)
        if printed.author is Vote.AGREES
        else read.author,
        year=read.year if read.year is not Vote.SILENT else printed.year,
        volume=read.volume if read.volume is not Vote.SILENT else _agreeing(printed.volume),
        page=read.page if read.page is not Vote.SILENT else _agreeing(printed.page),
    )


def _agreeing(vote: Vote) -> Vote:
    return vote if vote is Vote.AGREES else Vote.SILENT


def _text(entry: Entry, *names: str) -> str:
    for name in names:
        value = entry.fields.get(name)
        if isinstance(value, str | int) and str(value).strip():
            return str(value)
    return ""


def _people(entry: Entry) -> Sequence[Name]:
    for role in ("author", "editor"):
        names = entry.fields.get(role)
        if isinstance(names, tuple) and names:
            return names
    body = _text(entry, "institution", "organization")
    return (Name(literal=body),) if body else ()


def _relation(entry: Entry | None, raw: str, work: Work, votes: Votes, container: Vote) -> Relation:
    """What the record is to the citation, the exclusions first."""
    cited = _text(entry, "title") if entry else raw
    if _is_notice(work) and not _names_notice(cited, raw):
        return Relation.NOTICE
    if _is_review(entry, work) and not announces_review(cited):
        return Relation.REVIEW
    if entry and _is_container(entry, work, votes):
        return Relation.CONTAINER
    if other := _version(entry, raw, work, votes):
        return other
    if _agree(votes, container):
        return Relation.SAME
    title_and_author = votes.title is Vote.AGREES and votes.author is Vote.AGREES
    if title_and_author and votes.year is Vote.DIFFERS and work.kind is WorkKind.BOOK:
        return Relation.EDITION
    return Relation.OTHER


def _is_notice(work: Work) -> bool:
    return work.kind is WorkKind.NOTICE or any(announces_notice(one) for one in work.titles[:1])


def _names_notice(cited: str, raw: str) -> bool:
    return announces_notice(cited) or any(
        announces_notice(part) for part in raw.replace("“", "\n").replace(". ", "\n").splitlines()
    )


_BOOKS = frozenset(("book", "mvbook", "collection", "proceedings", "reference", "manual"))
_PARTS_OF_BOOKS = frozenset(("incollection", "inbook", "inproceedings", "inreference"))


def _is_review(entry: Entry | None, work: Work) -> bool:
    """Whether the record reviews the work: it says so, or a book is cited and the record is an article."""
    if work.kind is WorkKind.REVIEW or any(announces_review(one) for one in work.titles[:1]):
        return True
    return bool(entry and entry.entry_type in _BOOKS and work.kind is WorkKind.ARTICLE)


def _is_container(entry: Entry, work: Work, votes: Votes) -> bool:
    whole = work.kind in (WorkKind.BOOK, WorkKind.PROCEEDINGS)
    if entry.entry_type in _PARTS_OF_BOOKS and whole and votes.title is not Vote.AGREES:
        return vote_on_titles(_text(entry, "booktitle"), work.titles)[0] is Vote.AGREES
    return False


def _version(entry: Entry | None, raw: str, work: Work, votes: Votes) -> Relation | None:
    """A preprint where an article is cited, or the other way about."""
    if votes.title is not Vote.AGREES or votes.author not in (Vote.AGREES, Vote.SILENT):
        return None
    cites_preprint = _is_preprint(entry, raw)
    published = _is_published(entry, raw)
    if work.kind is WorkKind.PREPRINT and (published or not cites_preprint):
        return Relation.PREPRINT
    if cites_preprint and not published and work.kind in (WorkKind.ARTICLE, WorkKind.CHAPTER):
        return Relation.VERSION_OF_RECORD
    return None


def _is_preprint(entry: Entry | None, raw: str) -> bool:
    said = (
        f"{raw} {_text(entry, 'eprinttype', 'howpublished', 'note', 'publisher') if entry else ''}"
    )
    return bool(entry and _text(entry, "eprint")) or any(
        name in said.lower()
        for name in ("arxiv", "preprint", "ssrn", "biorxiv", "medrxiv", "working paper")
    )


def _is_published(entry: Entry | None, raw: str) -> bool:
    """Whether a periodical or a book is named, and where in it the work stands."""
    if entry is None:
        return names_a_place(raw)
    if _text(entry, "volume", "booktitle") or entry.entry_type in _BOOKS:
        return True
    periodical = _text(entry, "journaltitle", "journal").lower()
    return bool(periodical) and "arxiv" not in periodical


def _agree(votes: Votes, container: Vote) -> bool:
    """Three fields agree, and what contradicts does not outweigh them."""
    if votes.agreeing < LEAST:
        return False
    where = (votes.volume, votes.page)
    if votes.title is Vote.DIFFERS:
        # Its first page in its volume, by that author in that year: only the title is called otherwise.
        rest = (votes.author, votes.year, *where)
        return all(vote is Vote.AGREES for vote in rest) and container is not Vote.DIFFERS
    if votes.title is Vote.SILENT:
        if votes.year is Vote.NEAR and votes.agreeing == LEAST:
            return False
        several = votes.author is Vote.AGREES or votes.agreeing > LEAST or container is Vote.AGREES
        contradicted = Vote.DIFFERS in (votes.author, *where) or container is Vote.DIFFERS
        return several and not contradicted and votes.page is Vote.AGREES
    if votes.author is Vote.DIFFERS:
        return all(vote is Vote.AGREES for vote in where)
    return True
