"""Is the domain still its owner's?"""

from collections.abc import Iterable

from cite.model.evidence import Ask, Evidence
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.steps.consider import first_look, page_at, split_url, title_found
from cite.steps.recognise_page import parked_page, spam_page


class ParkedVerifier:
    """Looks for domains that are for sale, expired, held by a registrar, or taken over by advertisers.

    Why it matters: the address answers, and everything on it is worthless or worse. Words of sale in a
    title, or on a page that says little else, or the markup of a parking service show it; casino and
    pharmacy words where a work was cited show that somebody else has moved in.

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
            found = page_at(link.url, evidence)
            if not found or title_found(reference, found[1]):
                continue
            answer, page = found
            asks = (first_look(link.url),)
            if words := parked_page(page, split_url(answer.url).host):
                yield Sign(
                    link.url,
                    LinkState.PARKED,
                    "parked-domain",
                    f"The domain is parked, for sale or unused: its page says “{words}”.",
                    asks,
                )
            elif words := spam_page(page):
                yield Sign(
                    link.url,
                    LinkState.PARKED,
                    "usurped-domain",
                    f"Somebody else seems to have taken over the domain: its page advertises {words}.",
                    asks,
                )
