"""Whether two pages are one, and whether a page is an entrance rather than a work."""

import re
from enum import Enum
from urllib.parse import unquote

from cite.formats.html_page import HtmlPage
from cite.formats.page import Page
from cite.recognisers.addresses.url_parts import split_url
from cite.recognisers.text.folding import fold
from cite.steps.pages.recognise_error import drawn_large
from cite.steps.pages.weigh_text import heads, weight, work_marks

ALIKE = 0.9
DRAWN = 150
"""Characters of prose up to which a page with scripts may be one that they fill."""
_ENTRANCE = re.compile(
    r"^\W*(?:welcome|home|home\s?page|homepage|start|front\s+page|portal|our\s+new\s+(?:web\s?)?site|(?:herzlich\s+)?willkommen|startseite|accueil|bienvenue|inicio|bienvenid\w+|página\s+(?:principal|inicial)|início|bem-?vindo\w*|benvenut\w+|welkom|hjem|hem|välkommen|velkommen|tervetuloa|etusivu|strona\s+główna|witamy|hoş\s+geldiniz|ana\s?sayfa|главная|добро\s+пожаловать|ホーム|ようこそ|首页|首頁|欢迎|歡迎|홈|환영|الرئيسية|أهلا|مرحبا)(?:\W|$)",
    re.IGNORECASE,
)


class Likeness(Enum):
    """What two pages have in common."""

    NONE = ""
    SAME = "same"
    ECHO = "echo"
    """The same but for the name of what was asked for."""

    def __bool__(self) -> bool:
        return self is not Likeness.NONE


def likeness(mine: Page, theirs: Page) -> Likeness:
    """Title and headings the same, and what the pages say beside their menus alike."""
    if _plain(mine.html.title) != _plain(theirs.html.title):
        return Likeness.NONE
    own, other = (f"{' '.join(p.html.headings[:4])} {p.html.prose}".strip() for p in (mine, theirs))
    drawn = mine.html.scripts and not mine.html.headings and weight(mine.html.prose) < DRAWN
    if drawn and not drawn_large(mine.html):
        return Likeness.NONE  # a script draws the page later
    if not own and not other:
        alike = (
            bool(mine.text) and not mine.html.media and similarity(mine.text, theirs.text) >= ALIKE
        )
        return Likeness.SAME if alike else Likeness.NONE
    if _echoes(own, other):
        return Likeness.ECHO
    return Likeness.SAME if similarity(own, other) >= ALIKE else Likeness.NONE


def _echoes(own: str, other: str) -> bool:
    """Whether two short messages differ only where one names the nonsense that was asked for."""
    a, b = own.lower().split(), other.lower().split()
    if not 4 <= len(a) == len(b) <= 120:
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return 1 <= len(differing) <= 3 and any("cite-" in y for _, y in differing)


def _plain(title: str) -> str:
    return re.sub(r"cite-[0-9a-f]{16}|\d+", "", title).strip().lower()


def generic(html: HtmlPage, url: str) -> bool:
    """Whether all that a page calls itself is a welcome, or the name of its site."""
    if work_marks(html):
        return False
    names = {fold(name) for name in html.meta.get("og:site_name", ())}
    names |= {fold(name) for name in re.findall(r"(?:©|\(c\)|copyright)\s*[\d\s,–-]{0,14}([^.©|]{3,60})", html.text, re.IGNORECASE)}  # fmt: skip
    host = split_url(url).host.removeprefix("www.")
    names |= {fold(host), fold(host.partition(".")[0])}
    titles = heads(html)[:2]
    if not titles:
        return not html.scripts and not html.media and len(html.prose) < 200
    return all(_ENTRANCE.match(text) or fold(text) in names for text in titles)


def names_its_address(html: HtmlPage, url: str) -> bool:
    """Whether a page's title or headings share a word with its address."""
    path = {
        word
        for word in fold(unquote(split_url(url).path)).replace("_", " ").split()
        if len(word) > 2
    }
    return bool(path & set(fold(" ".join(heads(html))).split()))


def similarity(one: str, other: str) -> float:
    """How alike two texts are: the share of four-word shingles in common (Broder 1997), 0 … 1."""
    a, b = _shingles(one), _shingles(other)
    if not a or not b:
        return 1.0 if a == b else 0.0
    return len(a & b) / len(a | b)


def kept_of(then: str, now: str) -> float:
    """The share of one text's shingles that another still holds, 0 … 1: what was added does not count."""
    was, there = _shingles(then), _shingles(now)
    return len(was & there) / len(was) if was else 1.0


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = [word for word in fold(text[:20000]).split() if not any(c.isdigit() for c in word)]
    return {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))} if words else set()


MOST_PASSAGES = 6
"""Passages told of a page that changed: enough to see whether what was cited is among them."""
_PASSAGE = re.compile(r"(?<=[.!?…。！？])\s+|\n+")
_SHORTEST, _LONGEST = 40, 300


def passages(then: str, now: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sentences of one text that the other does not hold, and those that are new in the other; the first of each."""
    return _only_in(then, now), _only_in(now, then)


def _only_in(text: str, other: str) -> tuple[str, ...]:
    """Sentences most of whose shingles stand nowhere in the other text."""
    there = _shingles(other)
    found = []
    for passage in _PASSAGE.split(text[:20000]):
        passage = " ".join(passage.split())
        own = _shingles(passage)
        if len(passage) >= _SHORTEST and own and len(own & there) * 2 < len(own):
            found.append(passage if len(passage) <= _LONGEST else f"{passage[:_LONGEST]}…")
            if len(found) == MOST_PASSAGES:
                break
    return tuple(found)
