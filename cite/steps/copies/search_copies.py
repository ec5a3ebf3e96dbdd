"""The search for a copy: at which archives, under which spelling, and which capture is looked at next. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cite.model.asks import Ask
from cite.model.evidence import (
    Archive,
    Evidence,
    FindMementos,
    Memento,
    MementosOutcome,
    TimeMap,
)
from cite.steps.copies.assess_copies import Copies
from cite.steps.copies.choose_memento import Candidate, Wanted, ranked, standing
from cite.steps.copies.url_variants import Spelling, variants

MOST_LOOKED_AT = 30
"""Copies looked at before giving up on a page."""


@dataclass(slots=True)
class Search:
    """How far the search for a copy has come."""

    wanted: Wanted
    pending: list[Ask] = field(default_factory=list)
    """What to ask next; nothing once the search is over."""
    choice: Candidate | None = None
    spelling: Spelling | None = None
    """Under which spelling the choice was found."""
    candidates: list[Candidate] = field(default_factory=list)
    answers: list[TimeMap] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    """What was asked beyond the indexes: copies, and where archived redirects led."""
    looked_enough: bool = False

    @property
    def outcome(self) -> MementosOutcome:
        """Absent only where every archive said so, of copies as of captures."""
        outcomes = {answer.outcome for answer in self.answers}
        if self.choice:
            return MementosOutcome.FOUND
        if not outcomes:
            return MementosOutcome.NOT_ASKED
        outcomes |= {c.withheld for c in self.candidates if c.withheld}
        if self.pending or self.looked_enough or MementosOutcome.UNKNOWN in outcomes:
            return MementosOutcome.UNKNOWN
        refused = MementosOutcome.REFUSED in outcomes
        return MementosOutcome.REFUSED if refused else MementosOutcome.ABSENT


def search_copies(
    page: str,
    wanted: Wanted,
    archives: Mapping[str, Archive],
    evidence: Evidence,
    blind: bool = False,
    given: Memento | None = None,
) -> Search:
    """One spelling after another at all archives, until a copy serves or nothing is left to ask.

    A copy that is `given` by its own address goes before all others, whatever their distance.
    `blind` where nobody can be asked any more: copies that nobody looked at are weighed by their index.
    """
    search = Search(wanted)
    copies = Copies(archives, evidence, page, blind)
    search.looks = copies.looks
    if given is not None and _is_it(given, search, copies):
        return search
    for spelling in (Spelling(page, "", False), *variants(page)):
        asks = list(_asks_for(spelling, search, archives))
        search.pending = [ask for ask in asks if evidence.get(ask) is None]
        if search.pending:
            return search
        answers = [a for ask in asks if isinstance(a := evidence.get(ask), TimeMap)]
        search.answers += answers
        if _look_through(search, copies, answers, spelling.url):
            search.spelling = spelling
            return search
    return search


def _is_it(given: Memento, search: Search, copies: Copies) -> bool:
    """Whether the search ends with the copy given: it serves, or must be looked at first."""
    candidate = copies.assess(Candidate(given, given.datetime))
    if candidate.pending is not None:
        search.pending = [candidate.pending]
        return True
    search.candidates.append(candidate)
    if candidate.fault:
        return False
    search.choice = candidate
    return True


def _asks_for(
    spelling: Spelling, search: Search, archives: Mapping[str, Archive]
) -> Iterable[FindMementos]:
    """Every archive to which the spelling is news, and which has not failed."""
    failed = {answer.ask.archive for answer in search.answers if failed_to_say(answer)}
    for name, archive in archives.items():
        if name not in failed and not (spelling.folded and archive.folds_spellings):
            yield FindMementos(spelling.url, name, search.wanted.near)


def _look_through(search: Search, copies: Copies, answers: Sequence[TimeMap], page: str) -> bool:
    """Whether the search ends with these captures: one serves, or the best must be looked at first."""
    known = {candidate.memento.uri_m for candidate in search.candidates}
    bare = [
        copies.by_index(memento, answer.at, page)
        for answer in answers
        for memento in answer.mementos
        if memento.uri_m not in known
    ]
    candidates = ranked(bare, search.wanted)
    best = _best(candidates, copies, search.wanted)
    search.candidates += ranked(candidates, search.wanted)
    if best is None:
        return False
    if best.pending is None:
        search.choice = best
    elif len(copies.looked_at) < MOST_LOOKED_AT:
        search.pending = [best.pending]
    else:
        search.looked_enough = True
    return True


def _best(candidates: list[Candidate], copies: Copies, wanted: Wanted) -> Candidate | None:
    """The first that serves or must be looked at; what was found out of those before it is filled in."""
    best: Candidate | None = None
    for place, candidate in enumerate(candidates):
        if best and standing(candidate, wanted) >= standing(best, wanted):
            break
        if candidate.fault:
            continue
        candidates[place] = assessed = copies.assess(candidate)
        if not assessed.fault and (
            best is None or standing(assessed, wanted) < standing(best, wanted)
        ):
            best = assessed
    return best


def failed_to_say(answer: TimeMap) -> bool:
    """Whether an archive did not say which captures it has."""
    return answer.outcome not in (MementosOutcome.FOUND, MementosOutcome.ABSENT)


def _other_spelling(search: Search) -> str:
    """Under which other spelling of the address the copy is filed, where it is."""
    assert search.choice is not None and search.spelling is not None
    filed, asked = search.choice.memento.uri_r, search.spelling
    if asked.words:
        return f"found under the address {asked.words}: {asked.url}"
    if filed in (asked.url, ""):
        return ""
    words = next((s.words for s in variants(asked.url) if s.url == filed), "in another spelling")
    return f"filed under the address {words}: {filed}"


def details(search: Search) -> Iterable[str]:
    """What an editor should know of the search, beside the choice itself."""
    yield from _of_choice(search)
    said: dict[str, list[str]] = {}
    for archive, words in _of_archives(search):
        said.setdefault(words, []).append(archive)
    for words, names in said.items():
        yield f"{', '.join(dict.fromkeys(names))}: {words}"
    if search.looked_enough:
        yield f"{MOST_LOOKED_AT} copies were looked at and none can serve, others were not"


def _of_choice(search: Search) -> Iterable[str]:
    if search.choice and search.spelling and (words := _other_spelling(search)):
        yield words
    if search.choice and search.choice.unseen:
        yield "chosen by the archive's index alone: offline, nobody could look at it"
    if search.choice and search.choice.chain:
        way = (search.choice.memento, *search.choice.chain)
        yield f"reached by archived redirects: {' → '.join(memento.uri_m for memento in way)}"


def _of_archives(search: Search) -> Iterable[tuple[str, str]]:
    """Each archive that did not say all, and where there is no copy, each that said so."""
    for answer in search.answers:
        if failed_to_say(answer) or (answer.outcome is MementosOutcome.FOUND and answer.detail):
            yield answer.ask.archive, answer.detail
    if search.choice or search.looked_enough:
        return
    failed = {answer.ask.archive for answer in search.answers if failed_to_say(answer)}
    for archive in dict.fromkeys(answer.ask.archive for answer in search.answers):
        count = sum(candidate.memento.archive == archive for candidate in search.candidates)
        if count:
            which = "its only capture cannot" if count == 1 else f"none of its {count} captures can"
            yield archive, f"{which} serve"
        elif archive not in failed:
            yield archive, "no capture of it"
