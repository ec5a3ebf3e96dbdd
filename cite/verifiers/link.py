"""Does the address answer, and with what?"""

from collections.abc import Iterable

from cite.formats.page import read_page
from cite.model.asks import Ask
from cite.model.evidence import Evidence, Fault, Fetched, TlsFault, Unreachable
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.consider import (
    deciding,
    first_look,
    not_judged,
    plain_look,
    same_page,
    second_look,
    settled,
    wants_second_look,
)
from cite.steps.link_history import trend
from cite.steps.other_spellings import other_spelling
from cite.steps.pages.compare_titles import title_found
from cite.steps.pages.recognise_detour import Detour, detour
from cite.steps.pages.recognise_page import Guise, seen

_FAULTS = {
    Fault.NO_SUCH_NAME: (LinkState.DEAD, "host-gone"),
    Fault.CONNECTION_REFUSED: (LinkState.DEAD, "connection-refused"),
    Fault.NO_ROUTE: (LinkState.DEAD, "no-route"),
    Fault.REDIRECT_LOOP: (LinkState.DEAD, "redirect-loop"),
    Fault.TOO_MANY_REDIRECTS: (LinkState.DEAD, "redirect-loop"),
    Fault.BAD_REDIRECT: (LinkState.UNSUPPORTED, "bad-redirect"),
    Fault.TLS: (LinkState.TLS_INVALID, "tls-invalid"),
    Fault.ADDRESS_REFUSED: (LinkState.REFUSED, "address-refused"),
    Fault.UNSUPPORTED_SCHEME: (LinkState.UNSUPPORTED, "unsupported-scheme"),
    Fault.INVALID_ADDRESS: (LinkState.UNSUPPORTED, "malformed-address"),
    Fault.INTERRUPTED: (LinkState.NOT_JUDGED, "not-judged"),
}
_DETOURS = {
    Detour.LOGIN: (LinkState.LOGIN_OR_PAYWALL, "redirect-login", "It leads to a log-in page, {}."),
    Detour.CONSENT: (LinkState.BLOCKED, "redirect-consent", "It leads to a question about cookies, {}; a person can answer it."),
    Detour.ERROR: (LinkState.SOFT_404, "redirect-error", "The cited page is gone: its address now leads to a page for errors, {}."),
    Detour.HOME: (LinkState.SOFT_404, "redirect-home", "The cited page is gone: its address now leads to the front page, {}."),
    Detour.SEARCH: (LinkState.SOFT_404, "redirect-search", "The cited page is gone: its address now leads to a search page, {}."),
    Detour.SECTION: (LinkState.SOFT_404, "redirect-section", "The cited page is gone: its address now leads to the section above it, {}."),
}  # fmt: skip
_GONE = frozenset({404, 410})
_RESOLVERS = frozenset(
    "doi.org dx.doi.org www.doi.org hdl.handle.net n2t.net purl.org identifiers.org w3id.org "
    "nbn-resolving.org nbn-resolving.de urn.fi urn.nb.no resolver.kb.nl id.loc.gov arks.org".split()
)
"""Hosts whose every address is a redirect by design: the address cited is the one to keep."""
_SCHEMES = {
    "mailto": "It is a mail address, which nobody can follow to a page.",
    "tel": "It is a telephone number.",
    "javascript": "It is a script, not an address.",
    "data": "It holds its own content and leads nowhere.",
    "file": "It is a file on somebody's own computer.",
    "ftp": "It is on an FTP server, which browsers no longer open.",
    "urn:isbn": "It is the number of a book, not an address.",
    "urn:issn": "It is the number of a journal, not an address.",
    "urn": "It is a name without a place; no resolver is known for it.",
}


class LinkVerifier:
    """Asks the address and reads the status, the redirects and the fault, if no answer came.

    Why it matters: a reader follows the address and must arrive. 404, 410, a host name that does not
    exist and a refused connection are answers: the work is not there. A time-out, a reset or a 5xx is no
    answer; such a link is `transient` until it has failed three times over five days. Sites that turn
    programs away (403, 451, 999 …) are `blocked`: a person must look.

    What to do: replace a dead address by the archived copy that the report offers; open a blocked one in
    a browser; ask again tomorrow about a transient one.

    Example: `http://example.org/report.pdf → 404` is dead; `→ 403` is blocked.
    """

    name = "link"
    codes = (
        "status-ok", "status-gone", "status-blocked", "status-transient", "host-gone", "connection-refused", "no-route",
        "redirect-loop", "bad-redirect", "tls-invalid", "address-refused", "unsupported-scheme", "malformed-address",
        "not-judged", "no-answer", "dead-by-history", "moved-for-good", "redirect-home", "redirect-section", "redirect-search",
        "redirect-error", "works-otherwise", "redirect-login", "redirect-consent",
    )  # fmt: skip

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """The address; again in a browser's manner where tools are sometimes turned away."""
        for link in reference.links:
            yield first_look(link.url)
            plain = plain_look(link.url)
            if plain and isinstance(first := evidence.get(first_look(link.url)), Unreachable):
                if not_judged(first):
                    yield plain
            if wants_second_look(evidence.get(first_look(link.url))):
                yield second_look(link.url)
            if settled(link.url, evidence) and (other := _other(link.url, evidence)):
                yield first_look(other[0])

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """One sign for each address."""
        for link in reference.links:
            answer = deciding(link.url, evidence)
            if not_judged(answer):
                continue
            if sign := _meant(link.url, evidence):
                yield sign
                continue
            if isinstance(answer, Unreachable):
                yield _unreachable(link.url, answer, evidence)
            elif isinstance(answer, Fetched):
                yield _fetched(reference, link.url, answer, evidence)


def _other(url: str, evidence: Evidence) -> tuple[str, str] | None:
    """Another spelling worth asking, where this one does not answer."""
    return other_spelling(url, deciding(url, evidence))


def _meant(url: str, evidence: Evidence) -> Sign | None:
    """The address that works in place of one that does not."""
    other = _other(url, evidence)
    answer = evidence.get(first_look(other[0])) if other else None
    if not other or not isinstance(answer, Fetched) or answer.status >= 300 or seen(answer):
        return None
    address, how = other
    return Sign(
        url, LinkState.MOVED, "works-otherwise",
        f"It does not answer as it stands, but does {how}: {address}.",
        (first_look(url), first_look(address)), address,
    )  # fmt: skip


def _unreachable(url: str, answer: Unreachable, evidence: Evidence) -> Sign:
    asks: tuple[Ask, ...] = (first_look(url),)
    state, code = _FAULTS.get(answer.fault, (LinkState.TRANSIENT, "no-answer"))
    if answer.fault is Fault.UNSUPPORTED_SCHEME:
        return Sign(url, state, code, _not_of_the_web(url), asks)
    if answer.fault is Fault.INVALID_ADDRESS:
        return Sign(url, state, code, f"It is no address that can be asked: {answer.detail}.", asks)
    if answer.tls_fault is TlsFault.HANDSHAKE:
        return Sign(url, state, code, f"No secure connection can be made: {answer.detail}.", asks)
    words = _sentence(answer.detail)
    if isinstance(evidence.get(second_look(url)), Unreachable) and state is LinkState.DEAD:
        words += " A second look said the same."
        asks = (*asks, second_look(url))
    if state is LinkState.TRANSIENT:
        return _temporary(url, code, words, answer, evidence)
    return Sign(url, state, code, words, asks)


def _not_of_the_web(url: str) -> str:
    """What an address of another scheme is, in words."""
    scheme, _, rest = url.lower().partition(":")
    kind = f"{scheme}:{rest.partition(':')[0]}"
    words = _SCHEMES.get(kind) or _SCHEMES.get(scheme)
    return words or f"Addresses of the scheme {scheme}: cannot be asked over the web."


def _sentence(text: str) -> str:
    text = text.strip().rstrip(".")
    return f"{text[:1].upper()}{text[1:]}." if text else "No answer came."


def _temporary(
    url: str, code: str, words: str, answer: Fetched | Unreachable, evidence: Evidence
) -> Sign:
    """No answer today; what the earlier looks make of it."""
    past = trend(evidence.history.get(first_look(url), ()))
    asks = (first_look(url),)
    count = past.failures + 1
    if past.since and past.dead(answer.at) and _may_be_dead(answer):
        reason = f"{words} It has failed {count} times in a row since {past.since:%-d %B %Y}"
        well = f", and was last seen well on {past.last_well:%-d %B %Y}." if past.last_well else "."
        return Sign(url, LinkState.DEAD, "dead-by-history", reason + well, asks)
    tail = (
        f" It has failed {count} times in a row; it may be dead, but that is not certain yet."
        if past.failures and _may_be_dead(answer)
        else " That may pass; it is no proof that the page is gone."
    )
    return Sign(url, LinkState.TRANSIENT, code, words + tail, asks)


def _may_be_dead(answer: Fetched | Unreachable) -> bool:
    """Whether failing so for long means death: a server that asks for patience is alive."""
    return isinstance(answer, Unreachable) or answer.status >= 500


def _fetched(reference: Reference, url: str, answer: Fetched, evidence: Evidence) -> Sign:
    looks = (first_look(url), second_look(url))
    asks = tuple(ask for ask in looks if evidence.get(ask) is not None)
    status = answer.status
    if status == 304:
        words = "The server answered 304 (not modified) to a request that named no condition."
        return _temporary(url, "status-transient", words, answer, evidence)
    if status < 400:
        return _arrived(reference, url, answer, asks)
    manner = " (asked again in a browser's manner, with the same result)" if len(asks) > 1 else ""
    if status in _GONE:
        gone = "the page is gone for good" if status == 410 else "there is no such page"
        words = f"The server answered {status}: it says that {gone}{manner}."
        return Sign(url, LinkState.DEAD, "status-gone", words, asks)
    there = seen(answer)
    if there and there.guise is Guise.CHALLENGE:
        words = f"The site answered {status} with a check for robots (“{there.words}”); a person may see the page."
    elif status == 451:
        words = "The server answered 451: withheld for legal reasons, at least from here."
    elif status == 429 or 500 <= status < 600:
        wish = (
            "asks to be left alone for a while" if status == 429 else "reports a fault of its own"
        )
        words = f"The server answered {status}: it {wish}."
        return _temporary(url, "status-transient", words, answer, evidence)
    else:
        words = f"The server answered {status} to this program{manner}; that says nothing about what a reader sees."
    return Sign(url, LinkState.BLOCKED, "status-blocked", words, asks)


def _arrived(reference: Reference, url: str, answer: Fetched, asks: tuple[Ask, ...]) -> Sign:
    """A good status: is it still the place that was cited?"""
    final = answer.url
    if 300 <= answer.status < 400 and not answer.body:
        words = f"The server answered {answer.status} without saying where to go."
        return Sign(url, LinkState.UNSUPPORTED, "bad-redirect", words, asks)
    if len(answer.hops) == 1 or same_page(url, final):
        return Sign(
            url, LinkState.LIVE, "status-ok", f"The server answered {answer.status}.", asks,
            _over_tls(url, final),
        )  # fmt: skip
    cited = split_url(url)
    if cited.host in _RESOLVERS:
        words = f"{cited.host} resolves it to {final}, as a persistent identifier should."
        return Sign(url, LinkState.LIVE, "status-ok", words, asks)
    page = read_page(answer)
    found = title_found(reference, page)
    if not found and (place := detour(url, final, page)):
        state, code, words = _DETOURS[place]
        return Sign(url, state, code, words.format(final), asks)
    permanent = any(hop.status in (301, 308) or hop.via != "http" for hop in answer.hops[:-1])
    if permanent or found:
        why = f", which still carries the cited title (“{found[:120]}”)" if found else ""
        return Sign(
            url, LinkState.MOVED, "moved-for-good", f"It has moved to {final}{why}.", asks, final
        )
    words = f"The server answered {answer.status} after a temporary redirect to {final}."
    return Sign(url, LinkState.LIVE, "status-ok", words, asks)


def _over_tls(url: str, final: str) -> str | None:
    """The secure address, where the site itself leads from the plain one to it."""
    return final if url.startswith("http:") and final.startswith("https:") else None
