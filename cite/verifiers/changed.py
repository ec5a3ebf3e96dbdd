"""Does a living page still say what it said when it was cited?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cite.model.asks import Ask
from cite.model.evidence import Archive, Evidence, Fetched
from cite.model.findings import Finding, Level
from cite.model.references import Reference
from cite.model.verdicts import LinkClass, Means, Opinion, PageChange, Verifier
from cite.recognisers.addresses.archive_address import archive_address
from cite.steps.consider import askable, first_look, page_at
from cite.steps.copies.choose_memento import Candidate, Wanted
from cite.steps.copies.search_copies import Search, search_copies
from cite.steps.copies.shown_copy import ENOUGH, near, shown, text_of
from cite.steps.judge import judged_so_far
from cite.steps.pages.compare_pages import kept_of, passages
from cite.steps.pages.compare_titles import title_found

CHANGED = 0.7
"""Share of the copy's shingles below which the page is said to have changed."""


class ChangedVerifier:
    """Compares a living page with the archived copy nearest to the date of the note.

    Why it matters: the address is well and the title is there, but the sentence that was cited may be
    gone. What share of the copy's text (in runs of four words; Broder 1997) is still on the page is said
    as a measure; it is a hint, as pages gain comments and lose menus without harm. Archives with a pace
    are only asked where the page does not show the cited title, or where `--verify changed` wants it:
    see docs/decisions.

    What to do: compare the page with the copy, and cite the copy if the text that matters has gone.

    Example: a page of frequently asked questions, of which 41% is still as it was in May 2010.
    """

    name = "changed"
    codes: tuple[str, ...] = ("changed-since-cited",)

    def __init__(
        self, archives: Mapping[str, Archive], others: Sequence[Verifier], everywhere: bool
    ) -> None:
        self._archives = archives
        self._free = {name: one for name, one in archives.items() if _without_pace(one)}
        self._others = others
        self._everywhere = everywhere

    @classmethod
    def made_for(cls, means: Means) -> "ChangedVerifier | None":
        """Where there is an archive to ask."""
        if not means.archives:
            return None
        return cls(means.archives, means.others, cls.name in means.options.verify)

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Captures near the date of the note, then the best of them."""
        for _, search in self._searches(reference, evidence):
            yield from search.pending

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """A hint with its measure, and what went and came, where much of the copy is no longer on the page."""
        for url, search in self._searches(reference, evidence):
            found = page_at(url, evidence)
            if not found or not search.choice or not near(search.choice, search.wanted):
                continue
            copy = shown(search.choice, self._archives, evidence)
            if copy is None:
                continue
            look, page = copy
            if page.kind != found[1].kind or len(text_of(page)) < ENOUGH:
                continue
            share = kept_of(text_of(page), text_of(found[1]))
            if share < CHANGED:
                asks = (found[0].ask, look)
                yield self._finding(reference, url, search.choice, share, asks)
                yield PageChange(
                    url,
                    search.choice.memento.uri_m,
                    search.choice.when,
                    share,
                    *passages(text_of(page), text_of(found[1])),
                )

    def _finding(
        self,
        reference: Reference,
        url: str,
        choice: Candidate,
        share: float,
        asks: tuple[Ask, ...],
    ) -> Finding:
        words = (
            f"The page has changed since it was cited: {share:.0%} of the text of the copy of "
            f"{choice.when:%-d %B %Y} is still on it ({choice.memento.uri_m})."
        )
        note = reference.label
        return Finding(
            "changed-since-cited", Level.INFO, words, reference.place, note, url, evidence=asks
        )

    def _searches(self, reference: Reference, evidence: Evidence) -> Iterator[tuple[str, Search]]:
        date = reference.cited_as_of
        if date is None or not self._archives:
            return
        for url in self._living(reference, evidence):
            page = askable(url).partition("#")[0]
            if archives := self._affordable(reference, url, evidence):
                yield url, search_copies(page, Wanted(date), archives, evidence)

    def _affordable(
        self, reference: Reference, url: str, evidence: Evidence
    ) -> Mapping[str, Archive]:
        """The archives worth asking: those without a pace; the first of the others where there is doubt."""
        if self._free:
            return self._free
        found = page_at(url, evidence)
        title = str(reference.entry.fields.get("title", ""))
        doubtful = bool(title and found and not title_found(reference, found[1]))
        first = next(iter(self._archives))
        return {first: self._archives[first]} if doubtful or self._everywhere else {}

    def _living(self, reference: Reference, evidence: Evidence) -> list[str]:
        """Links that are well and show a text, once no other verifier has a question about them."""
        candidates = [
            link.url
            for link in reference.links
            if not archive_address(link.url) and _has_text(link.url, evidence)
        ]
        verdict = judged_so_far(reference, evidence, self._others) if candidates else None
        links = verdict.links if verdict else ()
        well = {link.url for link in links if link.link_class is LinkClass.OK}
        return [url for url in dict.fromkeys(candidates) if url in well]


def _without_pace(archive: Archive) -> bool:
    return archive.per_minute is None


def _has_text(url: str, evidence: Evidence) -> bool:
    if not isinstance(evidence.get(first_look(url)), Fetched):
        return False
    found = page_at(url, evidence)
    return found is not None and len(text_of(found[1])) >= ENOUGH
