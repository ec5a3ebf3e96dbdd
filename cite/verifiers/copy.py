"""Does a cited archived copy show the page it stands for?"""

from collections.abc import Iterable

from cite.formats.link_format import http_date, parse_links
from cite.model.asks import Ask
from cite.model.evidence import Evidence, Fetched, Unreachable
from cite.model.findings import Finding, Level
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.recognisers.addresses.archive_address import ARCHIVE_TODAY, archive_address
from cite.steps.consider import deciding, first_look, second_look

_FRAME = b"wb_frame.js"
"""In the frame that pywb puts around any copy, whether there is one or not."""


class CopyVerifier:
    """Looks at the raw form of a cited archived copy, and finds the page that it is a copy of.

    Why it matters: an archive may show its own frame, with status 200, around nothing; and a copy may be
    of an error page. Where the address tells which page was copied, that page is checked as well: if the
    copy is sound, a dead original is no fault of the note. archive.today is recognised and never
    recommended: it changes what it keeps, and large projects have given it up.

    What to do: cite another copy; `cite mementos` finds the one nearest to the date of the note.

    Example: `https://web.archive.org/web/2010…/http://example.org/ → a copy of “404 Not Found”`.
    """

    name = "copy"
    codes = ("copy-missing", "copy-of-error", "cited-copy", "archive-today")

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """The original of a copy that only its own headers give away."""
        for link in reference.links:
            if original := _told_original(link.url, evidence):
                yield first_look(original)

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """Signs against a copy that shows nothing; what became of the original; archive.today."""
        note = reference.label
        for link in reference.links:
            address = archive_address(link.url)
            if address and address.host in ARCHIVE_TODAY:
                words = "archive.today may change or lose what it keeps; cite a copy in another archive."
                yield Finding(
                    "archive-today", Level.WARNING, words, reference.place, note, link.url
                )
            if address and address.raw and (sign := _against(link.url, evidence)):
                yield sign
            if original := _told_original(link.url, evidence):
                words = f"It is an archived copy of {original}, which {_now(original, evidence)}."
                asks = (first_look(link.url), first_look(original))
                yield Finding(
                    "cited-copy", Level.INFO, words, reference.place, note, link.url, evidence=asks
                )


def _against(url: str, evidence: Evidence) -> Sign | None:
    """What the raw copy says against a copy whose framed form may look well."""
    raw = evidence.get(first_look(url))
    if not isinstance(raw, Fetched) or raw.status < 400:
        return None
    asks: tuple[Ask, ...] = (first_look(url), second_look(url))
    if raw.header("memento-datetime"):
        words = f"It is a copy of an error: the site answered {raw.status} when it was captured."
        return Sign(url, LinkState.SOFT_404, "copy-of-error", words, asks)
    framed = evidence.get(second_look(url))
    if raw.status == 404 and isinstance(framed, Fetched) and _FRAME in framed.body:
        words = "The archive has no such copy; it only shows its own frame."
        return Sign(url, LinkState.DEAD, "copy-missing", words, asks)
    return None


def _told_original(url: str, evidence: Evidence) -> str:
    """The page that an answer says it is a copy of (RFC 7089 section 2.2), where the address does not tell."""
    answer = deciding(url, evidence)
    address = archive_address(url)
    if not isinstance(answer, Fetched) or (address and address.original):
        return ""
    if not http_date(answer.header("memento-datetime")):
        return ""
    links = parse_links(", ".join(value for name, value in answer.headers if name == "link"), "")
    original = links.original
    return original if original.startswith(("http://", "https://")) and original != url else ""


def _now(original: str, evidence: Evidence) -> str:
    answer = evidence.get(first_look(original))
    if isinstance(answer, Fetched):
        return f"now answers {answer.status}"
    return "now gives no answer" if isinstance(answer, Unreachable) else "was not asked"
