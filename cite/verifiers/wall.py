"""Does something stand between the reader and the work?"""

from collections.abc import Iterable

from cite.model.asks import Ask
from cite.model.evidence import Evidence, Fetched
from cite.model.findings import Finding, Level
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.steps.consider import first_look, guise_at, page_at
from cite.steps.pages.compare_titles import title_found, title_words
from cite.steps.pages.gate_words import Subject
from cite.steps.pages.page_shape import shape_of
from cite.steps.pages.recognise_detour import asks_to_log_in
from cite.steps.pages.recognise_page import Guise, Seen
from cite.steps.pages.recognise_wall import paywall

_WALLS = {
    Guise.CHALLENGE: (LinkState.BLOCKED, "bot-challenge", "A check for robots answered instead of the page (“{}”); a person may see it."),
    Guise.ABROAD: (LinkState.BLOCKED, "other-country", "The page is not shown to readers from here (“{}”)."),
    Guise.RESTRICTED: (LinkState.BLOCKED, "kept-from-readers", "The work is kept from readers here (“{}”); a person may have a way to it."),
    Guise.CONSENT: (LinkState.BLOCKED, "consent-wall", "A question about cookies stands before the page (“{}”); a person can answer it."),
    Guise.LOGIN: (LinkState.LOGIN_OR_PAYWALL, "login-form", "A log-in form stands before the page (“{}”)."),
    Guise.PAYWALL: (LinkState.LOGIN_OR_PAYWALL, "paywall", "A paywall stands before the page (“{}”)."),
}  # fmt: skip


class WallVerifier:
    """Looks for bot challenges, log-in forms, paywalls, questions about cookies and other gates at a good status.

    Why it matters: what a program is shown there is not the work, and proves neither that it is alive nor
    that it is dead. Where the cited title, or an article's beginning, is on the page, the work is there,
    only restricted. Beside their words gates are told by their build: little text, something to press or to
    fill in, the scripts of services that keep gates, a parameter that keeps the address asked for.

    What to do: open it in a browser; give readers a free copy beside a restricted one.

    Example: `200 “Just a moment…”` is blocked; a subscription form under the cited title is live.
    """

    name = "wall"
    codes = (
        "bot-challenge",
        "other-country",
        "kept-from-readers",
        "consent-wall",
        "login-form",
        "paywall",
        "restricted-access",
        "gate",
    )

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Nothing of its own."""
        return ()

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """A wall, or word that the work is there and not free."""
        for link in reference.links:
            found = page_at(link.url, evidence)
            if not found:
                continue
            there = guise_at(link.url, evidence)
            titled = title_found(reference, found[1])
            if there is not None and there.guise is Guise.GATE:
                if not titled and (sign := _gate(reference, link.url, found[0], there)):
                    yield sign
                    continue
                there = None
            if there is not None and there.guise is Guise.LOGIN and asks_to_log_in(link.url):
                continue
            if (
                there is not None
                and there.guise in _WALLS
                and not (titled and _passes(there.guise))
            ):
                state, code, words = _WALLS[there.guise]
                yield Sign(
                    link.url, state, code, words.format(there.words), (first_look(link.url),)
                )
            elif (there is None or titled) and (words := paywall(found[1].html)):
                note = reference.label
                yield Finding(
                    "restricted-access", Level.INFO,
                    f"The work is there, but not free to read (“{words}”).", reference.place, note, link.url,
                    evidence=(first_look(link.url),),
                )  # fmt: skip


def _gate(reference: Reference, url: str, answer: Fetched, there: Seen) -> Sign | None:
    """A gate by its build; where only words and a button show it, the cited title must be missing."""
    if not there.certain and len(title_words(reference)) < 2:
        return None
    subject = shape_of(answer).subject
    restricted = subject in (Subject.LOGIN, Subject.PAY)
    state = LinkState.LOGIN_OR_PAYWALL if restricted else LinkState.BLOCKED
    about = f" ({subject.value})" if subject else ""
    reason = f"Something stands before the page{about}, by its build: {there.words}. A person may pass it."
    return Sign(url, state, "gate", reason, (first_look(url),))


def _passes(guise: Guise) -> bool:
    """Whether the cited title on the page shows the work to be there in spite of the wall."""
    return guise in (Guise.LOGIN, Guise.PAYWALL, Guise.CONSENT, Guise.RESTRICTED)
