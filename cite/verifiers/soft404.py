"""Is a page with a good status the work, or a way of saying that it is not there?"""

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

from cite.formats.page import Page, read_page
from cite.model.asks import Ask
from cite.model.evidence import Evidence, Fetch, Fetched
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.recognisers.addresses.url_parts import is_root, split_url
from cite.steps.consider import askable, first_look, page_at, settled
from cite.steps.pages.compare_pages import Likeness, generic, likeness, names_its_address
from cite.steps.pages.compare_titles import nothing_in_common, title_found
from cite.steps.pages.recognise_detour import Detour, detour
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
    live, whatever its words.

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
    )

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """A sibling that cannot exist, where the page does not show the cited title."""
        for link in reference.links:
            if not settled(link.url, evidence):
                continue
            found = page_at(link.url, evidence)
            if found and _doubtful(reference, link.url, *found):
                yield _beside(found[0])
                other = evidence.get(_beside(found[0]))
                if isinstance(other, Fetched) and likeness(found[1], read_page(other)):
                    yield _front(found[0])

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
    # A text of some length, at the address itself, is no landing page: asking would decide nothing.
    settled_by_text = there is None and is_text(page.html) and len(answer.hops) == 1
    return not settled_by_text or bool(nothing_in_common(reference, page))


def _compared(
    reference: Reference, url: str, answer: Fetched, page: Page, evidence: Evidence
) -> Iterable[Sign]:
    """What the same question at an address that cannot exist makes of the answer."""
    beside = _beside(answer)
    other = evidence.get(beside)
    if not isinstance(other, Fetched) or other.status != 200:
        return
    asks: tuple[Ask, ...] = (first_look(url), beside)
    led = len(answer.hops) > 1 and len(other.hops) > 1 and _place(answer) == _place(other)
    if led and _anywhere(url, answer, page):
        yield Sign(
            url, LinkState.SOFT_404, "leads-anywhere",
            f"The site sends any address in this folder, even one that cannot exist, to {answer.url}.", asks,
        )  # fmt: skip
        return
    alike = likeness(page, read_page(other))
    if alike is Likeness.NONE:
        return
    why = ""
    if alike is Likeness.ECHO:
        why = "naming only what was asked for"
    elif nothing_in_common(reference, page):
        why = "and it is not the cited work"
    elif is_text(page.html):
        return
    elif seen(answer) is not None:
        why = "and it says that something was not found"
    elif generic(page.html, answer.url):
        why = "and it is an entrance, not a work"
    elif _is_front_page(answer, page, evidence):
        why, asks = "which is its front page", (*asks, _front(answer))
    if why:
        yield Sign(
            url, LinkState.SOFT_404, "same-as-nonsense",
            f"The site gives the same page (“{page.html.title[:80]}”) for an address that cannot exist, {why}.", asks,
        )  # fmt: skip


def _anywhere(url: str, answer: Fetched, page: Page) -> bool:
    """Whether a place that any address leads to cannot be the work: no text, no word of the address cited."""
    if is_text(page.html) or _words(url) & _words(answer.url):
        return False
    return detour(url, answer.url, page) not in (Detour.LOGIN, Detour.CONSENT)


def _words(url: str) -> set[str]:
    """What the last part of an address says, its ending aside."""
    name = split_url(url).path.rstrip("/").rpartition("/")[2]
    return set(re.findall(r"[^\W\d_]{4,}", re.sub(r"\.\w{2,5}$", "", name.lower())))


def _is_front_page(answer: Fetched, page: Page, evidence: Evidence) -> bool:
    """Whether a page of links that never names what its address does is that of the site's root."""
    if 2 * weight(page.html.prose) > weight(page.text):
        return False
    front = evidence.get(_front(answer))
    return (
        isinstance(front, Fetched)
        and front.status == 200
        and likeness(page, read_page(front)) is not Likeness.NONE
        and not names_its_address(page.html, answer.url)
    )


def _front(answer: Fetched) -> Fetch:
    parts = urlsplit(answer.ask.url)
    return Fetch(urlunsplit((parts.scheme, parts.netloc, "/", "", "")), answer.ask.manner)


def _place(answer: Fetched) -> str:
    """Where a chain ended; a fragment counts where the site itself set it, for it may be the page."""
    place, _, fragment = answer.url.partition("#")
    return place.rstrip("/") if fragment == answer.ask.url.partition("#")[2] else answer.url


def _beside(answer: Fetched) -> Fetch:
    return Fetch(sibling(answer.ask.url), answer.ask.manner)


def sibling(url: str) -> str:
    """An address in the same folder that cannot exist; always the same one for the same address."""
    parts = urlsplit(url)
    folder, _, name = parts.path.rstrip("/").rpartition("/")
    ending = re.search(r"\.[a-z]{2,5}$", name, re.IGNORECASE)
    nonsense = hashlib.sha256(f"{parts.netloc}{folder}".encode()).hexdigest()[:16]
    path = f"{folder}/cite-{nonsense}{ending[0] if ending else ''}{'/' if parts.path.endswith('/') else ''}"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
