"""Which archived copy should stand in for a link that is not sound?"""

from collections.abc import Iterable, Mapping, Sequence

from cite.model.asks import Ask
from cite.model.entries import PartialDate
from cite.model.evidence import (
    Archive,
    Evidence,
    Memento,
    MementosOutcome,
)
from cite.model.options import MementoRule
from cite.model.references import Reference
from cite.model.verdicts import (
    LinkClass,
    LinkState,
    Means,
    MementoChoice,
    Opinion,
    Verifier,
)
from cite.recognisers.addresses.archive_address import ARCHIVE_TODAY, archive_address
from cite.steps.consider import askable, settled
from cite.steps.copies.choose_memento import RULES, Wanted, passed_over
from cite.steps.copies.search_copies import Search, details, search_copies
from cite.steps.judge import judged_so_far

_UNASKABLE = (LinkState.UNSUPPORTED, LinkState.NOT_JUDGED, LinkState.REFUSED)


class Mementos:
    """Asks archives for captures near the date of the note, once every other question is answered and the link is not sound.

    Why it matters: an archived copy from the wrong year shows another text. The capture nearest to the
    middle of the note's own date is taken, the date of access before the date of the work; captures of
    errors, walls, parked and empty pages are passed over, and each is named with its reason. All archives
    are asked, for the address as cited and then for its other spellings. An archive that fails is
    `refused` or `unknown`; that is never the same as having no copy.

    What to do: put the copy in place of the link, or beside it.

    Example: note of June 2009, captures of March 2009 and 2023: the one of March 2009.
    """

    name = "mementos"
    codes: tuple[str, ...] = ("archived-copy",)

    def __init__(
        self,
        archives: Mapping[str, Archive],
        others: Sequence[Verifier],
        rule: str = MementoRule.NEAREST,
        as_of: PartialDate | None = None,
    ) -> None:
        self._archives = archives
        self._others = others
        self._rule = MementoRule(rule)
        self._as_of = as_of

    @classmethod
    def made_for(cls, means: Means) -> "Mementos | None":
        """Where there is an archive to ask."""
        if not means.archives:
            return None
        return cls(means.archives, means.others, means.options.memento_rule)

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Captures of one spelling at every archive; then the best copies, one after another."""
        for url, copy in self._wanted(reference, evidence):
            if copy is None:
                yield from self._search(reference, url, evidence).pending

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """One choice for each link that is not sound."""
        for url, copy in self._wanted(reference, evidence):
            yield (
                self._cited(reference, url, copy)
                if copy
                else self._choice(reference, url, evidence)
            )

    def choices(self, reference: Reference, evidence: Evidence) -> Iterable[MementoChoice]:
        """The choice for every link, sound or not: `cite mementos`."""
        for link in reference.links:
            yield self._choice(reference, link.url, evidence)

    def _wanted(
        self, reference: Reference, evidence: Evidence
    ) -> Iterable[tuple[str, Memento | None]]:
        """Links that need a copy, with the one that is cited beside them if it is sound.

        All of them where no other verifier has a say.
        """
        if not self._others:
            yield from ((link.url, None) for link in reference.links)
            return
        verdict = judged_so_far(reference, evidence, self._others)
        links = verdict.links if verdict else ()
        sound = [self._recognised(one.url) for one in links if one.link_class is LinkClass.OK]
        copies = {
            memento.uri_r: memento
            for memento in sound
            if memento and memento.archive not in ARCHIVE_TODAY
        }
        for link in links:
            if link.link_class is LinkClass.OK or link.state in _UNASKABLE:
                continue
            if settled(link.url, evidence):
                yield link.url, copies.get(link.url)

    def _search(
        self, reference: Reference, url: str, evidence: Evidence, blind: bool = False
    ) -> Search:
        page, cited = self._page(reference, url)
        wanted = self._date(reference, cited)
        given = None if self._as_of or self._others else self._recognised(askable(url))
        return search_copies(page, wanted, self._archives, evidence, blind, given)

    def _page(self, reference: Reference, url: str) -> tuple[str, Memento | None]:
        """The page a link stands for (behind a copy's address, the original), and the copy of it that is cited."""
        target = askable(url).partition("#")[0]
        copies = (self._recognised(one) for one in (target, *(o.url for o in reference.links)))
        cited = next((copy for copy in copies if copy and target in (copy.uri_m, copy.uri_r)), None)
        address = archive_address(target)
        original = cited.uri_r if cited else address.original if address else ""
        return original or target, cited

    def _recognised(self, url: str) -> Memento | None:
        """The copy that an address stands for, where it tells of which page and when."""
        for archive in self._archives.values():
            if memento := archive.recognises(url):
                return memento
        address = archive_address(url)
        if address is None or not address.original or not address.time:
            return None
        return Memento(url, address.original, address.time, address.host)

    def _title(self, memento: Memento) -> str:
        """What people call the archive of a copy; its name where it is none that is asked."""
        archive = self._archives.get(memento.archive)
        return archive.title if archive else memento.archive

    def _date(self, reference: Reference, cited: Memento | None) -> Wanted:
        if self._as_of:
            return Wanted(self._as_of, "", self._rule)
        if date := reference.cited_as_of:
            accessed = reference.entry.fields.get("urldate")
            why = "the date of access" if accessed else "the date of the work"
            return Wanted(date, why, self._rule)
        if cited:
            date = PartialDate(cited.datetime.year, cited.datetime.month, cited.datetime.day)
            return Wanted(date, "the date of the cited copy", self._rule)
        if reference.appeared:
            why = "when the article appeared, as it gives no date"
            return Wanted(reference.appeared, why, MementoRule.BEFORE_ELSE_AFTER)
        return Wanted(None, "", self._rule)

    def _cited(self, reference: Reference, url: str, copy: Memento) -> MementoChoice:
        """The copy that the note itself cites: nothing has to be searched for."""
        wanted = self._date(reference, copy)
        return MementoChoice(
            url, copy, MementosOutcome.FOUND, "the copy that is cited", wanted.words,
            wanted.distance_days(copy.datetime), date=str(wanted.date or ""),
            distance=wanted.distance(copy.datetime),
        )  # fmt: skip

    def _choice(self, reference: Reference, url: str, evidence: Evidence) -> MementoChoice:
        search = self._search(reference, url, evidence)
        if search.pending and not evidence.network.online:
            search = self._search(reference, url, evidence, blind=True)
        wanted, choice = search.wanted, search.choice
        way = (choice.memento, *choice.chain) if choice else ()
        return MementoChoice(
            url,
            way[-1] if way else None,
            search.outcome,
            RULES[self._rule],
            wanted.words,
            wanted.distance_days(choice.when) if choice else None,
            passed_over(search.candidates, choice, wanted),
            tuple(dict.fromkeys([*(via for a in search.answers for via in a.via), *search.looks])),
            "; ".join(dict.fromkeys(details(search))),
            str(wanted.date) if wanted.date else "",
            wanted.distance(choice.when) if choice else "",
            tuple(memento.uri_m for memento in way[1:]),
            self._title(way[-1]) if way else "",
        )
