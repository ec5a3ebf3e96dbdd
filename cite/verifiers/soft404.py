"""Is a page with a good status the work, or a way of saying that it is not there?"""

import re
from collections.abc import Iterable

from cite.formats.page import Page, read_page
from cite.model.asks import Ask
from cite.model.evidence import Evidence, Fetched
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.recognisers.addresses.url_parts import is_root, split_url
from cite.steps.consider import askable, first_look, page_at, settled
from cite.steps.pages.compare_pages import Likeness, generic, likeness, names_its_address
from cite.steps.pages.compare_titles import (
    cited_title,
    no_word_in_common,
    nothing_in_common,
    title_found,
)
from cite.steps.pages.compare_works import agreement, something_else
from cite.steps.pages.neighbours import alone, beside, front
from cite.steps.pages.page_shape import Shape, shape_of
from cite.steps.pages.recognise_detour import Detour, detour, elsewhere
from cite.steps.pages.recognise_error import drawn_large
from cite.steps.pages.recognise_page import Guise, seen
from cite.steps.pages.weigh_text import is_text, weight


class SoftNotFoundVerifier:
    """Looks for pages that say "not found" with status 200, or that stand in for any address at all.

    Why it matters: checkers that read only the status count such links as sound, and readers find
    nothing. A title or heading that is nothing but the message counts, in thirty languages, where the page
    has no text of its own. Otherwise, where the cited title is not to be seen, an address beside it that
    cannot exist is asked once (Bar-Yossef et al. 2004): if the site answers that with the same page, the
    first answer proves nothing. It takes a second sign all the same: the page is the site's front page or an
    entrance, echoes the address, or has nothing in common with the work; a place that every address is sent
    to has no text of its own and no word of the address cited. A page that holds a text of some length stays
    live, whatever its words. What a page says in its data (its state, its canonical address) counts where it
    shows nothing of the work; and a short page that has nothing of the work, without proof that it stands in
    for others, is unknown: something else answers, and a person should look.

    What to do: replace the address by the archived copy.

    Example: `/reports/1999/x.html → 200 “Page not found”`.
    """

    name = "soft404"
    codes = (
        "error-page",
        "empty-page",
        "no-results",
        "same-as-nonsense",
        "leads-anywhere",
        "maintenance-page",
        "canonical-elsewhere",
        "front-page",
        "page-for-file",
        "something-else",
        "drawn-by-script",
    )

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """A sibling that cannot exist, where the page does not show the cited title."""
        for link in reference.links:
            if not settled(link.url, evidence):
                continue
            found = page_at(link.url, evidence)
            if found and _doubtful(reference, link.url, *found):
                yield beside(found[0])
                if _front_tells(*found, evidence):
                    yield front(found[0])

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """Signs from the page itself, then from its sibling."""
        for link in reference.links:
            found = page_at(link.url, evidence)
            if not found:
                continue
            answer, page = found
            if sign := _spoken(reference, link.url, answer, page):
                yield sign
            elif _doubtful(reference, link.url, answer, page):
                yield from _compared(reference, link.url, answer, page, evidence)


def _front_tells(answer: Fetched, page: Page, evidence: Evidence) -> bool:
    """Whether it matters what the front page is: the page is that of a nonsense address, or full of links."""
    other = evidence.get(beside(answer))
    alike = isinstance(other, Fetched) and bool(likeness(page, read_page(other)))
    return alike or shape_of(answer).shape is Shape.FRONT


def _spoken(reference: Reference, url: str, answer: Fetched, page: Page) -> Sign | None:
    """What the page itself says."""
    there = seen(answer)
    if there is None or not there.certain:
        return None
    asks = (first_look(url),)
    if there.guise is Guise.DOWN:
        reason = f"The page says that the site is down for now (“{there.words}”)."
        return Sign(url, LinkState.TRANSIENT, "maintenance-page", reason, asks)
    if there.guise is Guise.EMPTY:
        reason = f"The server answered {answer.status} with {there.words}."
        return Sign(url, LinkState.SOFT_404, "empty-page", reason, asks)
    if there.guise is Guise.NO_RESULTS:
        reason = f"The address leads to a search that found nothing (“{there.words}”)."
        return Sign(url, LinkState.SOFT_404, "no-results", reason, asks)
    if there.guise is Guise.NOT_FOUND and not title_found(reference, page):
        reason = f"The server answered {answer.status}, but the page says that nothing is there: “{there.words}”."
        return Sign(url, LinkState.SOFT_404, "error-page", reason, asks)
    return None


def _doubtful(reference: Reference, url: str, answer: Fetched, page: Page) -> bool:
    """Whether only a comparison can tell: a page, not the front page, that shows neither the work nor a message."""
    if page.kind != "html" or answer.status != 200 or is_root(askable(url)):
        return False
    there = seen(answer)
    if (there is not None and there.certain) or title_found(reference, page):
        return False
    shared = agreement(reference, page, url)
    if shared and not shared.by_address:
        return False
    # A text of some length, at the address itself, is no landing page: asking would decide nothing.
    settled_by_text = there is None and is_text(page.html) and len(answer.hops) == 1
    return not settled_by_text or bool(nothing_in_common(reference, page))


def _compared(
    reference: Reference, url: str, answer: Fetched, page: Page, evidence: Evidence
) -> Iterable[Sign]:
    """What the same question at an address that cannot exist makes of the answer."""
    other = evidence.get(beside(answer))
    asks: tuple[Ask, ...] = (first_look(url), beside(answer))
    there = shape_of(answer)
    if isinstance(other, Fetched) and other.status == 200:
        led = len(answer.hops) > 1 and len(other.hops) > 1 and _place(answer) == _place(other)
        if led and there.shape is not Shape.GATE and _anywhere(url, answer, page):
            yield Sign(
                url, LinkState.SOFT_404, "leads-anywhere",
                f"The site sends any address in this folder, even one that cannot exist, to {answer.url}.", asks,
            )  # fmt: skip
            return
        if there.shape is Shape.SHELL and cited_title(reference) and _same_shell(page, other):
            yield Sign(url, LinkState.BLOCKED, "drawn-by-script", _DRAWN, asks)
            return
        alike = likeness(page, read_page(other))
        if alike and (why := _proves_nothing(reference, url, answer, page, alike, evidence)):
            if why == _FRONT_PAGE:
                asks = (*asks, front(answer))
            yield Sign(
                url, LinkState.SOFT_404, "same-as-nonsense",
                f"The site gives the same page (“{page.html.title[:80]}”) for an address that cannot exist, {why}.", asks,
            )  # fmt: skip
            return
    if code := _not_its_own(reference, url, answer, page, evidence):
        yield Sign(url, LinkState.SOFT_404, code, _NOT_ITS_OWN[code], asks)
    elif detour(url, answer.url, page) if len(answer.hops) > 1 else None:
        return  # Where it leads says enough.
    elif instead := something_else(reference, page, there, url, alone(answer, page, evidence)):
        yield Sign(
            url, LinkState.BLOCKED, "something-else",
            f"Something else answers, which is neither the work nor proof that it is gone; a person should look. It says: “{instead}”.", asks,
        )  # fmt: skip


_DRAWN = (
    "Scripts draw this page, and an address here that cannot exist begins as the same empty one: "
    "only a browser shows what is there."
)
_FRONT_PAGE = "which is its front page"
_NOT_ITS_OWN = {
    "canonical-elsewhere": "The page gives another address as its own, that of the front page or of an error.",
    "front-page": "The address gives the site's front page.",
    "page-for-file": "A page of the site answers where a PDF was cited, and has nothing of it.",
}


def _proves_nothing(
    reference: Reference, url: str, answer: Fetched, page: Page, alike: Likeness, evidence: Evidence
) -> str:
    """What, beside being the same for nonsense, shows that a page is not the work; nothing where it may be."""
    there, shape = seen(answer), shape_of(answer)
    if shape.shape in (Shape.GATE, Shape.SHELL) and not drawn_large(page.html):
        return ""
    if alike is Likeness.ECHO:
        return "naming only what was asked for"
    if shape.shape is Shape.WORK and nothing_in_common(reference, page):
        return "and it is not the cited work"
    if is_text(page.html):
        return ""
    if there is not None and there.guise is Guise.NOT_FOUND:
        return "and it says that something was not found"
    if generic(page.html, answer.url) and not _only_asks(page):
        return "and it is an entrance, not a work"
    if _is_front_page(answer, page, evidence):
        return _FRONT_PAGE
    if not something_else(reference, page, shape, url, alone=False):
        return ""
    if shape.shape is Shape.SEARCH or (shape.shape is Shape.FRONT and not _asks(page)):
        return "and it leads further into the site, not to the work"
    return _beside_the_front(answer, page, evidence)


def _beside_the_front(answer: Fetched, page: Page, evidence: Evidence) -> str:
    """What a short message that has nothing of the work is, by the site's front page.

    A notice or a gate stands before the whole site; what is said of any address but the front page is what
    the site says of what it does not know. Where the front page is the same and leads further, it is that.
    """
    home = evidence.get(front(answer))
    if not isinstance(home, Fetched) or home.status != 200:
        return ""
    if not likeness(page, read_page(home)):
        return "but not for its front page, and it has nothing of the work"
    return _FRONT_PAGE if _leads_on(page) else ""


_A_MENU = 3
"""Links from which a front page is one."""
_FEW_HEADINGS = 3
_MANY_LINKS = 12
"""Links from which a page with a button is a front page all the same: hardly any is without one."""


def _not_its_own(
    reference: Reference, url: str, answer: Fetched, page: Page, evidence: Evidence
) -> str:
    """Why a page that only this address gives is not the work, as a code; nothing where it may be."""
    there = shape_of(answer)
    if there.shape in (Shape.WORK, Shape.GATE, Shape.SHELL) or agreement(reference, page, url):
        return ""
    # Mirrors name the front page of another site: only what is missing of the work speaks against them.
    named_elsewhere = elsewhere(page.html, answer.url, any_site=bool(cited_title(reference)))
    if named_elsewhere and (not cited_title(reference) or no_word_in_common(reference, page)):
        return "canonical-elsewhere"
    home = evidence.get(front(answer))
    if isinstance(home, Fetched) and home.status == 200 and home.url != answer.url:
        if _leads_on(page) and likeness(page, read_page(home)):
            return "front-page" if not names_its_address(page.html, answer.url) else ""
    a_file = re.search(r"\.pdf$", split_url(askable(url)).path, re.IGNORECASE)
    if a_file and there.shape is not Shape.PICTURE and no_word_in_common(reference, page):
        return "page-for-file"
    return ""


def _same_shell(page: Page, other: Fetched) -> bool:
    """Whether the address that cannot exist begins as the same empty page."""
    theirs = read_page(other).html
    same = shape_of(other).shape is Shape.SHELL and theirs.title == page.html.title
    return same and not drawn_large(page.html)


def _anywhere(url: str, answer: Fetched, page: Page) -> bool:
    """Whether a place that any address leads to cannot be the work: no text, no word of the address cited."""
    if is_text(page.html) or _words(url) & _words(answer.url):
        return False
    return detour(url, answer.url, page) not in (Detour.LOGIN, Detour.CONSENT)


def _words(url: str) -> set[str]:
    """What the last part of an address says, its ending aside."""
    name = split_url(url).path.rstrip("/").rpartition("/")[2]
    return set(re.findall(r"[^\W\d_]{4,}", re.sub(r"\.\w{2,5}$", "", name.lower())))


def _only_asks(page: Page) -> bool:
    """Whether a page has something to press or to fill in, and leads nowhere: it may stand before the work."""
    return bool(page.html.buttons or page.html.fields) and page.html.links < _A_MENU


def _leads_on(page: Page) -> bool:
    """Whether a page has a menu, and wants nothing first, as a front page does."""
    return page.html.links >= _A_MENU and not _asks(page)


def _asks(page: Page) -> bool:
    """Whether a page of hardly a heading wants something of its reader that is no search."""
    html = page.html
    fills_in = bool(set(html.fields) - {"search", "select"})
    presses = bool(html.buttons) and "search" not in html.fields and html.links < _MANY_LINKS
    return (fills_in or presses) and len(html.headings) < _FEW_HEADINGS


def _is_front_page(answer: Fetched, page: Page, evidence: Evidence) -> bool:
    """Whether a page of links that never names what its address does is that of the site's root."""
    if not _leads_on(page) or 2 * weight(page.html.prose) > weight(page.text):
        return False
    home = evidence.get(front(answer))
    return (
        isinstance(home, Fetched)
        and home.status == 200
        and likeness(page, read_page(home)) is not Likeness.NONE
        and not names_its_address(page.html, answer.url)
    )


def _place(answer: Fetched) -> str:
    """Where a chain ended; a fragment counts where the site itself set it, for it may be the page."""
    place, _, fragment = answer.url.partition("#")
    return place.rstrip("/") if fragment == answer.ask.url.partition("#")[2] else answer.url
