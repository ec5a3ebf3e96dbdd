"""Is a page that looks like another work the one that was cited, under another title?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cite.formats.page import Page
from cite.model.asks import Ask
from cite.model.evidence import Archive, Evidence
from cite.model.findings import Finding, Level
from cite.model.options import MementoRule
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Means, Opinion, Sign, Verifier
from cite.recognisers.addresses.archive_address import archive_address
from cite.steps.consider import askable, page_at
from cite.steps.copies.choose_memento import Wanted
from cite.steps.copies.search_copies import Search, search_copies
from cite.steps.copies.shown_copy import near, shown, still_that_page
from cite.steps.judge import judged_so_far
from cite.steps.pages.compare_titles import cited_title, title_found

SUSPECTS = ("title-missing", "something-else")
"""Signs that rest on a page's having nothing of the work: its copy may show that it is the work all the same."""


class RetitledVerifier:
    """Compares a page that has nothing of the cited title with the archived copy nearest to the date of the note.

    Why it matters: papers sharpen their headlines, agencies translate theirs, and an author may have called
    a page by a name of his own. Where the copy from the time of citing has the cited title, or is as near to the
    note as its author's own visit, and the page still is that page (by its text, or by the day it was
    published), the link is well. Where the copy has the cited title and nothing of it is left, that
    is the proof that another work has taken its place. The captures are those that a link in doubt asks for anyway.

    What to do: give the page's title of today beside the one that was cited.

    Example: `“Dyke breaks”, now “The night the dyke broke”; 93% of the copy of 3 May 2010 is still there`.
    """

    name = "retitled"
    codes: tuple[str, ...] = ("retitled", "page-as-cited", "drifted-since")

    def __init__(
        self, archives: Mapping[str, Archive], others: Sequence[Verifier], rule: str
    ) -> None:
        self._archives = archives
        self._others = others
        self._rule = MementoRule(rule)

    @classmethod
    def made_for(cls, means: Means) -> "RetitledVerifier | None":
        """Where there is an archive to ask."""
        if not means.archives:
            return None
        return cls(means.archives, means.others, means.options.memento_rule)

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Captures near the date of the note, then the best of them."""
        for _, search in self._searches(reference, evidence):
            yield from search.pending

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """A sign for or against the page, with the copy that shows it."""
        for url, search in self._searches(reference, evidence):
            found, choice = page_at(url, evidence), search.choice
            copy = shown(choice, self._archives, evidence) if choice else None
            if not found or not choice or copy is None:
                continue
            look, then = copy
            asks = (found[0].ask, look)
            titled, since = title_found(reference, then), still_that_page(then, found[1])
            what = f"the copy of {choice.when:%-d %B %Y} ({choice.memento.uri_m})"
            if since and (titled or near(choice, search.wanted)):
                yield from _the_same(reference, url, found[1], bool(titled), what, since, asks)
            elif titled and not since:
                words = f"The cited title stood here: {what} has it, and none of that is left."
                yield Sign(url, LinkState.DRIFTED, "drifted-since", words, asks)

    def _searches(self, reference: Reference, evidence: Evidence) -> Iterator[tuple[str, Search]]:
        date = reference.cited_as_of
        if date is None or not _may_be_retitled(reference, evidence):
            return
        verdict = judged_so_far(reference, evidence, self._others)
        for link in verdict.links if verdict else ():
            if link.signs[0].code in SUSPECTS and not archive_address(link.url):
                page = askable(link.url).partition("#")[0]
                wanted = Wanted(date, "", self._rule)
                yield link.url, search_copies(page, wanted, self._archives, evidence)


def _may_be_retitled(reference: Reference, evidence: Evidence) -> bool:
    """Whether an address shows a page without the cited title: a look that spares most references the rest."""
    pages = (page_at(link.url, evidence) for link in reference.links)
    return bool(cited_title(reference)) and any(
        found and not title_found(reference, found[1]) for found in pages
    )


def _the_same(
    reference: Reference,
    url: str,
    now: Page,
    titled: bool,
    what: str,
    since: str,
    asks: tuple[Ask, ...],
) -> Iterator[Opinion]:
    """The page is well: as a sign, and as a hint on what it is called today."""
    called = next(iter(now.titles), "")[:120]
    if titled:
        code, words = (
            "retitled",
            f"The page is now called “{called}”: {what} has the cited title, and {since}.",
        )
    else:
        code = "page-as-cited"
        words = (
            f"The page is the one that was cited, under the name “{called}”: of {what}, {since}."
        )
    yield Sign(url, LinkState.LIVE, code, words, asks, refutes=SUSPECTS)
    note = reference.label
    yield Finding(code, Level.INFO, words, reference.place, note, url, evidence=asks)
