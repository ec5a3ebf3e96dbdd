"""What a page is in itself, told by its build before its words: a work, a gate, a shell, a front, a message.

Lists of words never hold all; how a page is built hardly varies. A work has a text of some length, or
metadata that give it a title, an author, a date. A gate has little text and something to press or to fill
in, scripts of services that keep gates, the address asked for in a parameter. A front has links and little
else. What is none of these is a message: a few words, of which nobody can tell what they stand for.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import parse_qsl

from cite.formats.html_page import HtmlPage
from cite.formats.page import page_of
from cite.formats.remembered import remembered
from cite.model.evidence import Fetched
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.pages.gate_words import RETURNS, Subject
from cite.steps.pages.recognise_gate import SOME_LINKS, gate
from cite.steps.pages.weigh_text import LITTLE, TEXT, weight, work_marks
from cite.steps.pages.wording import Wording

_LOADING = Wording(
    r"\bloading\b|\bplease\s+wait\b.{0,20}$|wird\s+geladen|\blädt\b|chargement|en\s+cours\s+de\s+chargement|cargando|carregando|caricamento|wordt\s+geladen|\blad(?:dar|er|es|ing)\b|ladataan|wczytywanie|ładowanie|načítá|betöltés|se\s+încarcă|yükleniyor|φόρτωση|загрузка|загружа|завантаж|読み込み|加载中|載入|로딩|불러오는|جار\w*\s+التحميل|טוען|đang\s+tải",
)
"""What a page says while scripts fetch its content."""
_OWN_ELEMENT = re.compile(
    r"<(?!font-face|color-profile|missing-glyph|annotation-xml)[a-z]+(?:-[a-z0-9]+)+[\s>]"
)
"""An element of somebody's own making, which nothing but a script can show."""


class Shape(StrEnum):
    """What a page is built as."""

    WORK = "work"
    """A text of some length, or the metadata of a work."""
    GATE = "gate"
    """Something that must be answered, solved, waited for or signed before the page."""
    SHELL = "shell"
    """Next to nothing: scripts fill it."""
    PICTURE = "picture"
    """Pictures, films, a document in a frame."""
    SEARCH = "search"
    """A form to search with."""
    FRONT = "front"
    """Links that lead further, and little else."""
    MESSAGE = "message"
    """A few words."""


@dataclass(frozen=True, slots=True)
class PageShape:
    """What a page is built as, and what shows it."""

    shape: Shape
    evidence: tuple[str, ...] = ()
    subject: Subject | None = None
    """What a gate is about, where that can be told."""
    own_name: bool = False
    """Whether metadata or a byline name the work, its author or its date."""
    certain: bool = True
    """False for a gate that only words and a button show, not in a heading: the cited title must be missing too."""

    @property
    def words(self) -> str:
        """What shows it, in a sentence's middle."""
        return ", ".join(self.evidence)


@remembered
def shape_of(fetched: Fetched) -> PageShape:
    """The shape of an answer's page."""
    sets_cookies = any(name == "set-cookie" for name, _ in fetched.headers)
    return _shape(fetched.body, fetched.header("content-type"), sets_cookies, _kept_in(fetched))


@lru_cache(maxsize=128)
def _shape(body: bytes, content_type: str, sets_cookies: bool, kept_in: str) -> PageShape:
    page = page_of(body, content_type)
    if page.kind in ("image", "media", "binary"):
        return PageShape(Shape.PICTURE)
    if page.kind != "html":
        return PageShape(Shape.WORK if page.kind == "pdf" else Shape.MESSAGE)
    return shape_of_page(page.html, sets_cookies, kept_in)


def _kept_in(fetched: Fetched) -> str:
    """The parameter of the place a redirect ended at that keeps the address asked for."""
    if len(fetched.hops) == 1:
        return ""
    asked, there = split_url(fetched.hops[0].url), split_url(fetched.url)
    if len(asked.path) < 3 or not there.path.strip("/"):
        return ""
    return next(
        (key for key, value in parse_qsl(there.query)[:20] if key.lower() in RETURNS and asked.path in value),
        "",
    )  # fmt: skip


def shape_of_page(html: HtmlPage, sets_cookies: bool = False, kept_in: str = "") -> PageShape:
    """The shape of a page, by the first that fits; a gate goes before what it may look like.

    `kept_in` is the parameter in which the page's own address keeps the one that was asked for.
    """
    if found := gate(html, sets_cookies, kept_in):
        return PageShape(Shape.GATE, found.evidence, found.subject, certain=found.certain)
    named = _named(html)
    if named or html.solid >= TEXT:
        return PageShape(Shape.WORK, named or ("a text of some length",), own_name=bool(named))
    if _fills_later(html):
        return PageShape(Shape.SHELL, ("scripts fill it",))
    little = weight(html.prose) < 2 * LITTLE
    if html.media and little and not html.fields:
        return PageShape(Shape.PICTURE, ("pictures or frames",))
    if little and _searches(html):
        return PageShape(Shape.SEARCH, ("a form to search with",))
    if html.links >= SOME_LINKS:
        return PageShape(Shape.FRONT, (f"{html.links} links",))
    return PageShape(Shape.MESSAGE)


def _named(html: HtmlPage) -> tuple[str, ...]:
    """What in its data makes a page a work of its own."""
    found = []
    if work_marks(html):
        found.append("metadata of a work")
    if html.authors and weight(html.prose) >= 2 * LITTLE:
        found.append(f"an author of its own, {html.authors[0][:60]}")
    if html.dates and weight(html.prose) >= 2 * LITTLE:
        found.append(f"a date of its own, {html.dates[0][:10]}")
    return tuple(found)


def _fills_later(html: HtmlPage) -> bool:
    """Whether scripts make the page: they are there, and words, headings and links are not."""
    if not html.scripts or weight(html.prose) >= LITTLE:
        return False
    bare = not html.headings and html.links < SOME_LINKS and not html.buttons
    told = "script" in html.unscripted.lower() or bool(_LOADING.search(html.prose))
    built = html.application or bool(_OWN_ELEMENT.search(html.source))
    return bare or told or built


def _searches(html: HtmlPage) -> bool:
    kinds = set(html.fields)
    sought = "search" in kinds or any(
        name == "action" and re.search(r"search|find|such|recherch|busc|query", value, re.IGNORECASE)
        for name, value in html.carried
    )  # fmt: skip
    return sought and "password" not in kinds
