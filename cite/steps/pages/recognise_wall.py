"""Whether something stands between the asker and the work, or in for a site that is down."""

import re

from cite.formats.html_page import HtmlPage
from cite.steps.pages import wall_words as walls
from cite.steps.pages.weigh_text import (
    LITTLE,
    MESSAGE,
    first_of,
    heads,
    is_text,
    own_words,
    weight,
    work_marks,
)


def challenge(html: HtmlPage) -> str:
    """The words or markup of a check for robots that stands in place of the page, or nothing."""
    if len(html.text) > 2500 or is_text(html):
        return ""
    markup = first_of(walls.CHALLENGE_MARKUP, html.source)
    for text in heads(html):
        if match := walls.CHALLENGE.search(text):
            # A heading that goes on is about such checks.
            all_it_says = len(match[0]) > 0.4 * len(text) and weight(html.prose) < MESSAGE
            if markup or all_it_says:
                return match[0]
    if markup and weight(html.text) < 90:
        return markup
    found = [match[0] for match in walls.CHALLENGE.finditer(html.text[:1500])]
    several = len({words.lower() for words in found}) > 1 and weight(html.text) < MESSAGE
    return found[0] if found and (markup or several or weight(html.text) < 350) else ""


def refused_abroad(html: HtmlPage) -> str:
    """The words that keep readers of some countries out, or nothing."""
    if is_text(html) or weight(html.prose) > MESSAGE:
        return ""
    match = walls.ABROAD.search(f"{' . '.join(heads(html))} . {html.prose[:600]}")
    return match[0] if match else ""


def kept_from_readers(html: HtmlPage) -> str:
    """The words that keep a work to reading rooms, its rights or a day to come, with nothing of it to be seen; or nothing."""
    if is_text(html) or work_marks(html) or weight(html.prose) > MESSAGE // 2:
        return ""
    # Under a heading on something else it is a remark beside the work, and so it is below a picture.
    if not html.headings and html.media:
        return ""
    match = walls.RESTRICTED.search(" . ".join(html.headings[:3]) or html.prose)
    return match[0] if match else ""


def down_for_now(html: HtmlPage) -> str:
    """The words of a site that is down for maintenance or by a fault, or nothing."""
    if is_text(html) or weight(html.prose) > MESSAGE:
        return ""
    own = own_words(html)[:500]
    excused = weight(own) < 80 or walls.FOR_NOW.search(own)
    for pattern in (walls.MAINTENANCE, walls.FAILED):
        # In a heading the phrase may be a subject; then the page must ask for patience too.
        for text in heads(html):
            if (match := pattern.search(text)) and (excused or pattern.search(own)):
                return match[0]
        if match := pattern.search(own):
            return match[0]
    return ""


def log_in_form(html: HtmlPage) -> str:
    """The words of a log-in form that stands in place of the page, or nothing."""
    if is_text(html) or weight(html.prose) > MESSAGE:
        return ""
    asked = walls.MUST_LOG_IN.search(f"{' . '.join(heads(html))} . {html.text[:3000]}")
    for text in heads(html):
        match = walls.LOGIN.search(text)
        # Without a field for a password, a heading that only mentions signing in is about something else.
        told_to = match and asked and len(match[0]) > 0.5 * len(text)
        form = html.password and (asked or weight(own_words(html)) < LITTLE)
        if match and len(text) < 90 and (form or told_to):
            return match[0]
    if html.password and weight(html.prose) < 100 and not html.headings:
        match = walls.LOGIN.search(html.text)
        return match[0] if match else "a field for a password"
    denied = any(walls.DENIED.search(text) for text in heads(html))
    own = html.prose[:600]
    if (match := walls.LOGIN.search(own)) and (
        denied or (weight(html.prose) < 300 and walls.MUST_LOG_IN.search(own))
    ):
        return match[0]
    return ""


def access_denied(html: HtmlPage) -> str:
    """The words of a refusal that explains itself, or nothing."""
    if is_text(html) or weight(html.prose) > MESSAGE:
        return ""
    own = own_words(html)
    explained = weight(own) < 60 or walls.REFUSED.search(own)
    for text in heads(html):
        if (match := walls.DENIED.search(text)) and explained:
            return match[0]
    return ""


def question_about_cookies(html: HtmlPage, led_to: str) -> str:
    """The words of a question about cookies that is all there is, or nothing."""
    if is_text(html) or len(html.text) > 3000 or not walls.COOKIES.search(html.text):
        return ""
    address = re.search(r"[/.]consent|cookie-?wall|privacy-?(?:gate|wall)", led_to, re.IGNORECASE)
    heading = next((m for m in map(walls.CONSENT.search, heads(html)) if m), None)
    asks = html.buttons or html.fields or html.scripts or html.frames
    if heading and asks and weight(html.prose) < 2 * MESSAGE:
        return heading[0]
    return address[0] if address and weight(html.prose) < MESSAGE else ""


def paywall(html: HtmlPage) -> str:
    """The words of a paywall anywhere on a page, or nothing."""
    match = walls.PAYWALL.search(html.text[:12000])
    return match[0] if match else ""


def paywall_alone(html: HtmlPage) -> str:
    """A paywall with nothing of the work to be seen."""
    if is_text(html) or work_marks(html):
        return ""
    own = own_words(html)
    in_heading = any(walls.PAYWALL.search(text) for text in heads(html)[:2])
    match = walls.PAYWALL.search(f"{' . '.join(heads(html))} . {own}")
    if not match:
        return ""
    return match[0] if in_heading or weight(own) < 250 else ""
