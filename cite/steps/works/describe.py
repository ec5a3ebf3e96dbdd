"""Where a work is cited otherwise than an index describes it, and what the citation could still say."""

from collections.abc import Iterator

from cite.model.entries import Entry, Name
from cite.model.verdicts import Difference
from cite.model.works import Work, WorkKind
from cite.steps.works.compare import Comparison
from cite.steps.works.numbers import first_page, vote_on_years
from cite.steps.works.people import first_of
from cite.steps.works.titles import main_title, title_words
from cite.steps.works.votes import Vote


def differences(entry: Entry, found: Comparison) -> tuple[Difference, ...]:
    """Fields that contradict, theirs and ours; a subtitle dropped, `&` for *and*, accents and case are none."""
    return tuple(_differences(entry, found))


def _differences(entry: Entry, found: Comparison) -> Iterator[Difference]:
    work, votes = found.work, found.votes
    title = str(entry.fields.get("title", ""))
    if title and work.title and not _same_title(title, work):
        yield Difference("title", title, work.title)
    if votes.author in (Vote.DIFFERS, Vote.NEAR):
        people = entry.fields.get("author")
        cited = first_of(people) if isinstance(people, tuple) else None
        theirs = first_of(work.authors) or first_of(work.editors)
        if cited and theirs:
            yield Difference("author", _full(cited), _full(theirs))
    if votes.year in (Vote.DIFFERS, Vote.NEAR):
        yield Difference(
            "year", str(entry.fields.get("year", "")), " or ".join(map(str, work.years))
        )
    if votes.volume is Vote.DIFFERS:
        yield Difference("volume", str(entry.fields.get("volume", "")), work.volume)
    if votes.page is Vote.DIFFERS:
        yield Difference("pages", str(entry.fields.get("pages", "")), work.pages)


def _same_title(title: str, work: Work) -> bool:
    """The same words, in full or up to the subtitle; a word more or less is a difference."""
    mine = title_words(title)
    for theirs in work.titles:
        if mine in (title_words(theirs), title_words(main_title(theirs))):
            return True
        if title_words(main_title(title)) == title_words(theirs):
            return True
    return not mine


def _full(name: Name) -> str:
    return name.literal or f"{name.family}, {name.given}".strip(", ")


def only_near_year(found: tuple[Difference, ...], entry: Entry, work: Work) -> bool:
    """Whether the one difference is a year off by one, as where a work was online first."""
    year = entry.fields.get("year")
    near = isinstance(year, int) and vote_on_years(year, work.years) is Vote.NEAR
    return bool(found) and all(one.field == "year" for one in found) and near


def missing_fields(entry: Entry, work: Work) -> tuple[tuple[str, str | int], ...]:
    """What the record has and the citation does not, by the names of biblatex; nothing that stands there is touched."""
    offered: dict[str, str | int] = {}
    if work.identifier.startswith("10.") and not entry.fields.get("doi"):
        offered["doi"] = work.identifier
    if work.years and not entry.fields.get("year") and not entry.fields.get("date"):
        offered["year"] = work.years[0]
    if work.kind is WorkKind.ARTICLE:
        issue = "" if entry.fields.get("issue") else work.issue
        told = {"volume": work.volume, "number": issue}
        offered |= {
            name: value for name, value in told.items() if value and not entry.fields.get(name)
        }
        if first_page(work.pages) and not entry.fields.get("pages") and not entry.fields.get("eid"):
            offered["pages"] = (
                work.pages.replace("-", "--") if "--" not in work.pages else work.pages
            )
    if work.kind is WorkKind.BOOK and len(work.isbns) == 1 and not entry.fields.get("isbn"):
        offered["isbn"] = work.isbns[0]
    if work.kind is WorkKind.BOOK and work.publisher and not entry.fields.get("publisher"):
        offered["publisher"] = work.publisher
    return tuple(offered.items())
