"""Whether a domain is still its owner's: for sale, held, never set up, or taken over by advertisers.

Each sign is weak alone, and lists of phrases mislead; only several together count.
"""

import re

from cite.formats.html import HtmlPage
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
_THIS = re.compile(
    r"\b(?:this|diese|ce|este|esta|questo|deze|denna|dette|этот|tato|bu)\b", re.IGNORECASE
)


def parked(html: HtmlPage, url: str, led_to: str) -> str:
    """The words or markup that show a parked, expired or default page, or nothing.

    `led_to` is the place a redirect ended at: what an address that was cited is called says nothing.
    """
    return _default_page(html) or _for_sale(html, url, led_to)


def _for_sale(html: HtmlPage, url: str, led_to: str) -> str:
    markup = first_of(domains.PARKING_MARKUP, f"{html.source} {' '.join(html.frames)}")
    # Advertisements stand in place of a text, never beside one.
    ads = "" if is_text(html) else first_of(domains.ADS, html.text[:6000])
    market = bool(domains.MARKET_ADDRESS.search(led_to))
    tiny = weight(html.text) < TEXT
    if not (tiny or markup or ads or _names_itself(html, url) or market):
        return ""
    titles = " . ".join(heads(html))
    prose = html.prose[:2500] or html.text[:2500]
    in_head = domains.SALE.search(titles) or domains.HELD.search(titles)
    in_text = domains.SALE.search(prose) or domains.HELD.search(prose)
    trades = {word.lower() for word in domains.TRADE.findall(html.text[:6000])}
    if not (in_head or in_text or markup or (ads and len(trades) >= 3)):
        return ""
    score = 2 * bool(in_head) + bool(in_text) + 2 * bool(markup)
    score += (bool(ads) and len(trades) >= 2) + (len(trades) >= 5) + bool(ads and tiny)
    score += tiny + _names_itself(html, url) + 2 * market
    if html.solid >= 2 * TEXT or work_marks(html):
        score -= 3
    of_itself = (
        markup or market or _names_itself(html, url) or _THIS.search(titles) or _says_only(html)
    )
    if html.solid >= TEXT // 3 and not of_itself:
        score -= 3  # A paragraph about somebody else's domain.
    bare = in_text and weight(html.text) < 250
    score += bool(bare)
    match = in_head or in_text
    words = match[0] if match else markup or ads
    return words if score >= ENOUGH else ""


def _says_only(html: HtmlPage) -> bool:
    """Whether a heading says nothing but that a domain is for sale."""
    return any(
        (match := domains.SALE.search(text)) and len(match[0]) > 0.9 * len(text)
        for text in heads(html)
    )


def _names_itself(html: HtmlPage, url: str) -> bool:
    """Whether the page's title or heading is the name of its host."""
    host = split_url(url).host.removeprefix("www.")
    return bool(host) and any(host in text.lower() for text in heads(html))


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
