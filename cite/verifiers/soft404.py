"""Is a page with a good status the work, or a way of saying that it is not there?"""

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

from cite.formats.page import read_page
from cite.model.evidence import Ask, Evidence, Fetch, Fetched
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.steps.consider import (
    askable,
    first_look,
    is_root,
    page_at,
    settled,
    similarity,
    title_found,
)
from cite.steps.recognise_page import error_page, maintenance_page

ALIKE = 0.9


class SoftNotFoundVerifier:
    """Looks for pages that say "not found" with status 200, or that stand in for any address at all.

    Why it matters: checkers that read only the status count such links as sound, and readers find
    nothing. The words of the page prove it only where it says little else. Where the cited title is not
    to be seen, an address beside it that cannot exist is asked once (Bar-Yossef et al. 2004): if the site
    answers that with the same page, the first answer proves nothing.

    What to do: replace the address by the archived copy.

    Example: `/reports/1999/x.html → 200 “Page not found”`.
    """

    name = "soft404"
    codes = ("error-page", "empty-page", "same-as-nonsense", "maintenance-page")

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """A sibling that cannot exist, where the page does not show the cited title."""
        for link in reference.links:
            if not settled(link.url, evidence):
                continue
            found = page_at(link.url, evidence)
            if found and self._doubtful(reference, link.url, *found):
                yield Fetch(sibling(found[0].ask.url))

    def _doubtful(self, reference: Reference, url: str, answer: Fetched, page: object) -> bool:
        read = read_page(answer)
        return (
            read.kind == "html"
            and answer.status == 200
            and not is_root(askable(url))
            and not error_page(read)
            and not title_found(reference, read)
        )

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """Signs from the page itself, then from its sibling."""
        for link in reference.links:
            found = page_at(link.url, evidence)
            if not found:
                continue
            answer, page = found
            asks: tuple[Ask, ...] = (first_look(link.url),)
            if words := maintenance_page(page):
                yield Sign(
                    link.url,
                    LinkState.TRANSIENT,
                    "maintenance-page",
                    f"The page says that the site is down for now (“{words}”).",
                    asks,
                )
            elif words := error_page(page):
                if not title_found(reference, page):
                    yield Sign(
                        link.url,
                        LinkState.SOFT_404,
                        "error-page",
                        f"The server answered {answer.status}, but the page says that nothing is there: “{words}”.",
                        asks,
                    )
            elif page.kind == "empty" and answer.status == 200:
                yield Sign(
                    link.url,
                    LinkState.SOFT_404,
                    "empty-page",
                    "The server answered 200 with an empty page.",
                    asks,
                )
            elif self._doubtful(reference, link.url, answer, page):
                yield from self._beside(link.url, answer, evidence)

    def _beside(self, url: str, answer: Fetched, evidence: Evidence) -> Iterable[Sign]:
        beside = Fetch(sibling(answer.ask.url))
        other = evidence.get(beside)
        if not isinstance(other, Fetched) or other.status != 200:
            return
        mine, theirs = read_page(answer), read_page(other)
        if len(mine.text) < 40:
            return
        alike = similarity(mine.text, theirs.text)
        if alike >= ALIKE and mine.html.title == theirs.html.title:
            yield Sign(
                url, LinkState.SOFT_404, "same-as-nonsense",
                f"The site gives the same page (“{mine.html.title[:80]}”, {alike:.0%} alike) for an address that cannot exist.",
                (first_look(url), beside),
            )  # fmt: skip


def sibling(url: str) -> str:
    """An address in the same folder that cannot exist; always the same one for the same address."""
    parts = urlsplit(url)
    folder, _, name = parts.path.rstrip("/").rpartition("/")
    ending = re.search(r"\.[a-z]{2,5}$", name, re.IGNORECASE)
    nonsense = hashlib.sha256(f"{parts.netloc}{folder}".encode()).hexdigest()[:16]
    path = f"{folder}/cite-{nonsense}{ending[0] if ending else ''}{'/' if parts.path.endswith('/') else ''}"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
