"""Is the domain still its owner's?"""

from collections.abc import Iterable

from cite.model.asks import Ask
from cite.model.evidence import Evidence
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.steps.consider import first_look, guise_at, page_at
from cite.steps.pages.compare_titles import title_found
from cite.steps.pages.recognise_page import Guise


class ParkedVerifier:
    """Looks for domains that are for sale, expired, held by a registrar, never set up, or taken over by advertisers.

    Why it matters: the address answers, and everything on it is worthless or worse. No phrase is enough
    alone: words of sale, the markup or address of a parking service, advertisements in place of a text and
    a page named after its own host count together. Gambling and pharmacy words count where they tout.

    What to do: never leave such a link in an article; replace it by the archived copy.

    Example: `“example.org is for sale”`.
    """

    name = "parked"
    codes = ("parked-domain", "usurped-domain")

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Nothing of its own."""
        return ()

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """A sign where the page gives itself away."""
        for link in reference.links:
            there, found = guise_at(link.url, evidence), page_at(link.url, evidence)
            if there is None or found is None or title_found(reference, found[1]):
                continue
            asks = (first_look(link.url),)
            if there.guise is Guise.PARKED:
                reason = (
                    f"The domain is parked, for sale or unused: its page shows “{there.words}”."
                )
                yield Sign(link.url, LinkState.PARKED, "parked-domain", reason, asks)
            elif there.guise is Guise.USURPED:
                reason = f"Somebody else seems to have taken over the domain: its page advertises {there.words}."
                yield Sign(link.url, LinkState.PARKED, "usurped-domain", reason, asks)
