"""Is it still the cited work?"""

from collections.abc import Iterable

from cite.model.asks import Ask
from cite.model.evidence import Evidence
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.recognisers.addresses.url_parts import is_root
from cite.steps.consider import askable, first_look, page_at
from cite.steps.pages.compare_titles import cited_title, title_found
from cite.steps.pages.compare_works import agreement, another_work
from cite.steps.pages.neighbours import alone
from cite.steps.pages.page_shape import Shape, shape_of


class DriftVerifier:
    """Compares the cited title and authors with what the page calls itself and says.

    Why it matters: an address can live on with another text under it, and a note that cites it then
    vouches for words its author never saw. Title, headings, `citation_title`, `og:title`, JSON-LD and the
    text, PDFs included, are compared with accents, case and punctuation folded. A work may stay itself under
    other words: a number, a date, an author, the issue or the address then still agree. Only a page that is
    plainly a work of its own, by a text of some length or by metadata, and has none of that, is said to have
    drifted, and one with a shorter text where no other address gives it and nothing in it speaks of a gate; words of the site's own name count for nothing, and a page in another language than the title,
    or one that calls itself by a number alone, is not compared.

    What to do: read the page; if it is another work, cite the archived copy of the one that was meant.

    Example: a report's address that now shows a list of news.
    """

    name = "drift"
    codes = ("title-found", "same-work", "title-missing")

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Nothing of its own."""
        return ()

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """The title's place on the page, or what stands there instead."""
        for link in reference.links:
            found = page_at(link.url, evidence) if cited_title(reference) else None
            if not found or is_root(askable(link.url)):
                continue
            answer, page = found
            asks = (first_look(link.url),)
            if where := title_found(reference, page):
                yield Sign(
                    link.url,
                    LinkState.LIVE,
                    "title-found",
                    f"The cited title is on the page: “{where[:120]}”.",
                    asks,
                )
            elif instead := another_work(
                reference, page, shape_of(answer), link.url, alone(answer, page, evidence)
            ):
                yield Sign(
                    link.url, LinkState.DRIFTED, "title-missing",
                    f"The page is another work: it calls itself “{instead[:120]}”, and has neither the cited title nor an author of it.", asks,
                )  # fmt: skip
            elif shape_of(answer).shape is not Shape.GATE:
                if shared := agreement(reference, page, link.url):
                    words = f"The page calls itself otherwise, but {shared.words}."
                    yield Sign(link.url, LinkState.LIVE, "same-work", words, asks)
