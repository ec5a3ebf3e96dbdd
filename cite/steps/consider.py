"""What verifiers share: the address really asked, the answer that counts, and whether the work is there."""

import re
from functools import lru_cache
from urllib.parse import unquote

from cite.formats.page import Page, read_page
from cite.model.evidence import (
    NO_ANSWER,
    Answer,
    Evidence,
    Fault,
    Fetch,
    Fetched,
    Manner,
    Unreachable,
)
from cite.recognisers.addresses.archive_address import archive_address, to_be_saved
from cite.recognisers.addresses.url_parts import MOST_REMEMBERED, split_url
from cite.steps.pages.recognise_page import Guise, Seen, seen

_TO_TOOLS = frozenset({503, 999, *range(400, 500)}) - {429}
"""Statuses that some sites give to programs and not to people: asked again in a browser's manner."""
_DEFINITE = frozenset(
    {Fault.NO_SUCH_NAME, Fault.CONNECTION_REFUSED, Fault.NO_ROUTE, Fault.REDIRECT_LOOP, Fault.RESET, Fault.PROTOCOL}
)  # fmt: skip
"""Faults that speak against a link, or that sites keep for programs: looked at twice before they count."""

_FOR_TOOLS = (Guise.CHALLENGE, Guise.EMPTY, Guise.GATE)
"""Pages that sites keep for programs."""
_LOOKS = (Fetched, Unreachable)
_NOT_MODIFIED = 304
"""No answer to a request that named no condition (RFC 9110 section 15.4.5)."""

SOME = 200
"""Characters, or bytes of what is no page of words, by which an answer that never ended is a page all the same."""

_RESOLVED_BY = (
    (
        re.compile(r"^doi:\s*(?:https?://(?:dx\.)?doi\.org/)?(?=10\.)", re.IGNORECASE),
        "https://doi.org/",
    ),
    (re.compile(r"^hdl:\s*", re.IGNORECASE), "https://hdl.handle.net/"),
    (re.compile(r"^arxiv:\s*", re.IGNORECASE), "https://arxiv.org/abs/"),
    (re.compile(r"^info:doi/(?=10\.)", re.IGNORECASE), "https://doi.org/"),
    (re.compile(r"^(?=urn:nbn:)", re.IGNORECASE), "https://nbn-resolving.org/"),
)
"""How an identifier begins, and the address of the service that leads on from it."""


@lru_cache(maxsize=MOST_REMEMBERED)
def askable(url: str) -> str:
    """The web address behind an identifier (`doi:10.1000/x` is asked of doi.org) or an order for a copy."""
    if page := to_be_saved(url):
        return page
    if url.startswith("http"):
        return url
    for pattern, resolver in _RESOLVED_BY:
        if pattern.match(url):
            return resolver + pattern.sub("", url)
    return url


@lru_cache(maxsize=MOST_REMEMBERED)
def first_look(url: str) -> Fetch:
    """The ask every verifier begins with; of an archived copy, the copy without the archive's own frame."""
    copy = archive_address(url)
    # An archived redirect names the live web, where nobody asked to be sent.
    return Fetch(copy.raw, follow=False) if copy and copy.raw else Fetch(askable(url))


def plain_look(url: str) -> Fetch | None:
    """An identifier's resolver asked without TLS; None for what is an address already.

    Resolvers answer either way, and a way to one of them may be all that a laboratory's network has.
    """
    address = askable(url)
    if address == url or not address.startswith("https://"):
        return None
    return Fetch(f"http://{address.removeprefix('https://')}")


@lru_cache(maxsize=MOST_REMEMBERED)
def second_look(url: str) -> Fetch:
    """The same in a browser's manner; of an archived copy, the copy as a reader sees it."""
    return Fetch(askable(url), Manner.BROWSER)


def wants_second_look(answer: Answer | None) -> bool:
    """Whether an answer may have been given to the tool rather than to a reader."""
    if isinstance(answer, Unreachable):
        return answer.fault in _DEFINITE
    if not isinstance(answer, Fetched):
        return False
    if answer.status == _NOT_MODIFIED:
        return True
    if answer.status in _TO_TOOLS:
        # A server that says when to come back is not asked again at once, in whatever manner.
        return not (answer.status == 503 and answer.header("retry-after"))
    there = seen(answer) if answer.status < 300 else None
    return there is not None and there.guise in _FOR_TOOLS


def deciding(url: str, evidence: Evidence) -> Fetched | Unreachable | None:
    """The answer that counts: the second look where it got further than the first."""
    first = evidence.answers.get(first_look(url))
    if not isinstance(first, _LOOKS):
        return None
    second = evidence.answers.get(second_look(url))
    if second is None and isinstance(first, Fetched):
        return _ended(first)
    plain = plain_look(url) if not_judged(first) else None
    if plain and isinstance(answer := evidence.get(plain), _LOOKS):
        return first if not_judged(answer) else answer
    if not isinstance(second, _LOOKS) or not_judged(second):
        return _ended(first)
    return _ended(second if _further(second) > _further(first) else first)


def _ended(answer: Fetched | Unreachable) -> Fetched | Unreachable:
    """An answer that never ended is one as far as a page has come of it; an error or a few words are none."""
    if isinstance(answer, Unreachable) or answer.status >= 300:
        return answer
    if not answer.unfinished and (answer.body or answer.digest or not answer.flaws):
        return answer
    page = read_page(answer)
    if not seen(answer) and len(page.html.text if page.kind == "html" else answer.body) >= SOME:
        return answer
    words = "the server began an answer and did not end it"
    return Unreachable(answer.ask, answer.at, Fault.READ_TIMEOUT, words, answer.hops)


def _further(answer: Fetched | Unreachable) -> int:
    """How far an answer got; of two, the one that says least against the link is believed."""
    if isinstance(answer, Unreachable):
        return 0 if answer.fault in (Fault.NO_SUCH_NAME, Fault.CONNECTION_REFUSED) else 1
    if answer.status in (404, 410):
        return 2
    if answer.status in (429, _NOT_MODIFIED) or answer.status >= 500:
        return 3
    if answer.status >= 400:
        return 4
    there = seen(answer)
    return 5 if there is not None and there.certain else 6


def page_at(url: str, evidence: Evidence) -> tuple[Fetched, Page] | None:
    """The page an address shows, if it shows one with a good status."""
    answer = deciding(url, evidence)
    if isinstance(answer, Fetched) and answer.status < 400:
        return answer, read_page(answer)
    return None


def guise_at(url: str, evidence: Evidence) -> Seen | None:
    """What stands at an address with a good status, if it is not a work."""
    found = page_at(url, evidence)
    return seen(found[0]) if found else None


def settled(url: str, evidence: Evidence) -> bool:
    """Whether the looks that the link verifier wants are all taken."""
    first = evidence.get(first_look(url))
    return first is not None and (
        not wants_second_look(first) or evidence.get(second_look(url)) is not None
    )


def same_page(one: str, other: str) -> bool:
    """Whether two addresses differ only in scheme, `www.`, a trailing slash, case of the host, or fragment."""
    return _plain(one) == _plain(other)


def _plain(url: str) -> tuple[str, str, str]:
    parts = split_url(url)
    path = re.sub(r"/(?:index|default)\.\w{2,5}$", "/", unquote(parts.path), flags=re.IGNORECASE)
    return parts.host.removeprefix("www."), path.rstrip("/"), unquote(parts.query)


def not_judged(answer: Fetched | Unreachable | None) -> bool:
    """Whether nothing can be said because nobody could ask."""
    return answer is None or (isinstance(answer, Unreachable) and answer.fault in NO_ANSWER)
