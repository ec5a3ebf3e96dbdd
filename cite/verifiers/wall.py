"""Does something stand between the reader and the work?"""

from collections.abc import Iterable

from cite.model.evidence import Ask, Evidence
from cite.model.findings import Finding, Level
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.steps.consider import first_look, page_at, title_found
from cite.steps.recognise_page import challenge_page, login_page, paywall

_ENOUGH = 2500


class WallVerifier:
    """Looks for bot challenges, log-in forms and paywalls at a good status.

    Why it matters: what a program is shown there is not the work, and proves neither that it is alive nor
    that it is dead. Where the cited title is on the page, the work is there, only restricted.

    What to do: open it in a browser; give readers a free copy beside a restricted one.

    Example: `200 “Just a moment…”` is blocked; a subscription form under the cited title is live.
    """

    name = "wall"
    codes = ("bot-challenge", "login-form", "paywall", "restricted-access")

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Nothing of its own."""
        return ()

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """Challenge before log-in before paywall."""
        for link in reference.links:
            found = page_at(link.url, evidence)
            if not found:
                continue
            answer, page = found
            asks = (first_look(link.url),)
            there = title_found(reference, page)
            if words := challenge_page(answer, page):
                yield Sign(
                    link.url,
                    LinkState.BLOCKED,
                    "bot-challenge",
                    f"A check for robots answered instead of the page (“{words}”); a person may see it.",
                    asks,
                )
            elif (words := login_page(page)) and not there:
                yield Sign(
                    link.url,
                    LinkState.LOGIN_OR_PAYWALL,
                    "login-form",
                    f"A log-in form stands before the page (“{words}”).",
                    asks,
                )
            elif words := paywall(page):
                if there:
                    note = reference.notes[0] if reference.notes else None
                    yield Finding(
                        "restricted-access",
                        Level.INFO,
                        f"The work is there, but not free to read (“{words}”).",
                        reference.place,
                        note,
                        link.url,
                    )
                elif len(page.text) < _ENOUGH:
                    yield Sign(
                        link.url,
                        LinkState.LOGIN_OR_PAYWALL,
                        "paywall",
                        f"A paywall stands before the page (“{words}”).",
                        asks,
                    )
