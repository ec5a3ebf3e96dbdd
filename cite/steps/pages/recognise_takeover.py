"""Whether a domain is still its owner's: for sale, held, never set up, or taken over by advertisers.

Each sign is weak alone, and lists of phrases mislead; only several together count.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from cite.formats.html_page import HtmlPage
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.pages import domain_words as domains
from cite.steps.pages.weigh_text import (
    MESSAGE,
    TEXT,
    first_of,
    heads,
    is_text,
    own_words,
    particulars,
    weight,
    work_marks,
)

ENOUGH = 3
"""What the signs of a domain for sale must add up to."""
BARE = 250
"""Characters of a page that says it and nothing else."""
_THIS = re.compile(
    r"\b(?:this|diese|ce|este|esta|questo|deze|denna|dette|этот|tato|bu)\b", re.IGNORECASE
)


def parked(html: HtmlPage, url: str, led_to: str) -> str:
    """The words or markup that show a parked, expired or default page, or nothing.

    `led_to` is the place a redirect ended at: what an address that was cited is called says nothing.
    """
    return _default_page(html) or _for_sale(html, url, led_to)


def _for_sale(html: HtmlPage, url: str, led_to: str) -> str:
    """What shows that a domain is for sale or held by a registrar, where the signs add up; or nothing."""
    signs = _Offer(html, url, led_to)
    return signs.words if signs.may_be and signs.points >= ENOUGH else ""


@dataclass(frozen=True)
class _Offer:
    """The signs that a page offers its own domain."""

    html: HtmlPage
    url: str
    led_to: str

    @cached_property
    def points(self) -> int:
        """What the signs add up to."""
        there = (
            (2, self.in_head),
            (1, self.in_text),
            (1, self.in_text and weight(self.html.text) < BARE),
            (2, self.markup),
            (2, self.market),
            (2, self.priced),
            (1, self.tiny),
            (1, self.named_after_host),
            (1, self.ads and len(self.trades) >= 2),
            (1, self.ads and self.tiny),
            (1, len(self.trades) >= 5),
            (-3, self.html.solid >= 2 * TEXT or work_marks(self.html)),
            (-3, self.of_another),
        )
        return sum(points for points, sign in there if sign)

    @property
    def may_be(self) -> bool:
        """Whether anything at all speaks of a sale, on a page small or odd enough to be nothing else."""
        odd = self.tiny or self.markup or self.ads or self.named_after_host or self.market
        advertised = self.ads and len(self.trades) >= 3
        told = self.in_head or self.in_text or self.markup or self.priced or advertised
        return bool(odd and told)

    @property
    def words(self) -> str:
        """The most telling of the signs."""
        match = self.in_head or self.in_text
        return match[0] if match else self.markup or self.ads or self.priced

    @cached_property
    def in_head(self) -> re.Match[str] | None:
        """Words of sale in title or headings."""
        return _offered(" . ".join(heads(self.html)))

    @cached_property
    def in_text(self) -> re.Match[str] | None:
        """Words of sale in what the page says."""
        return _offered(self.html.prose[:2500] or self.html.text[:2500])

    @cached_property
    def markup(self) -> str:
        """The mark of a parking service."""
        html = self.html
        return first_of(domains.PARKING_MARKUP, f"{html.source} {' '.join(html.frames)}")

    @cached_property
    def market(self) -> bool:
        """Whether the page was reached by a redirect to a market for domains."""
        return bool(domains.MARKET_ADDRESS.search(self.led_to))

    @cached_property
    def ads(self) -> str:
        """The heading of advertisements, which stand in place of a text, never beside one."""
        return "" if is_text(self.html) else first_of(domains.ADS, self.html.text[:6000])

    @cached_property
    def trades(self) -> set[str]:
        """What the advertisements are for."""
        return {word.lower() for word in domains.TRADE.findall(self.html.text[:6000])}

    @property
    def tiny(self) -> bool:
        """Whether there is less on the page than a text."""
        return weight(self.html.text) < TEXT

    @cached_property
    def named_after_host(self) -> bool:
        """Whether the page's title or heading is the name of its host."""
        host = split_url(self.url).host.removeprefix("www.")
        return bool(host) and any(host in text.lower() for text in heads(self.html))

    @cached_property
    def priced(self) -> str:
        """The price on a small page that is named after its own host and has something to press."""
        offered = self.tiny and self.named_after_host and self.html.buttons
        match = domains.PRICE.search(self.html.text) if offered else None
        return match[0] if match else ""

    @property
    def of_another(self) -> bool:
        """Whether it is a paragraph about somebody else's domain."""
        return self.html.solid >= TEXT // 3 and not (
            self.markup
            or self.market
            or self.named_after_host
            or _THIS.search(" . ".join(heads(self.html)))
            or _says_only(self.html)
        )


def _offered(text: str) -> re.Match[str] | None:
    return domains.SALE.search(text) or domains.HELD.search(text)


def _says_only(html: HtmlPage) -> bool:
    """Whether a heading says nothing but that a domain is for sale."""
    return any(
        (match := domains.SALE.search(text)) and len(match[0]) > 0.9 * len(text)
        for text in heads(html)
    )


def _default_page(html: HtmlPage) -> str:
    """What a server shows before anybody has put a site there."""
    prose = html.prose[:1200]
    short = weight(html.prose) < MESSAGE and html.solid < TEXT
    for text in heads(html):
        match = domains.DEFAULT_SERVER.search(text)
        if match and (
            len(match[0]) > 0.6 * len(text) or (short or domains.DEFAULT_SERVER.search(prose))
        ):
            # A text about such pages says more than they do.
            if not is_text(html) or domains.DEFAULT_BODY.search(html.prose):
                return match[0]
    if short and (match := domains.DEFAULT_SERVER.search(prose)) and weight(html.text) < MESSAGE:
        return match[0]
    if weight(html.text) < MESSAGE and not _named(html):
        for text in heads(html):
            match = domains.UNBUILT.search(text)
            if match and len(match[0]) > 0.5 * len(text):
                return match[0]
        match = domains.UNBUILT.search(prose) if weight(html.text) < 300 else None
        return match[0] if match else ""
    return ""


def _named(html: HtmlPage) -> bool:
    """Whether “coming soon” is the name of a work, with its particulars, and not a promise."""
    promises = re.search(
        r"launch|soon|site|visit|open|tuned|check|update", own_words(html), re.IGNORECASE
    )
    return bool(particulars(html)) and not promises


def usurped(html: HtmlPage) -> str:
    """What somebody else sells where the site was, or nothing."""
    if work_marks(html):
        return ""
    titles = " . ".join(heads(html))
    text = html.text[:8000]
    in_title = {word.lower() for word in domains.VICE.findall(titles)}
    if not in_title and domains.TOUTING.search(titles):
        # The name of a house in the title, its games in the text: nothing else is spoken of there.
        games = domains.VICE.findall(text)
        in_title = {w.lower() for w in games} if 1000 * len(games) >= 12 * weight(text) else set()
    if not in_title:
        return ""
    in_text = domains.VICE.findall(text)
    touting = {word.lower() for word in domains.TOUTING.findall(f"{titles} {text}")}
    per_thousand = (
        1000 * (len(in_text) + len(domains.TOUTING.findall(text))) / max(weight(text), 400)
    )
    loud = len(in_title) >= 2 or bool(domains.TOUTING.search(titles)) or per_thousand >= 15
    if loud and len(in_text) >= 4 and len(touting) >= 3 and per_thousand >= 4:
        return ", ".join(sorted(in_title))
    return ""
