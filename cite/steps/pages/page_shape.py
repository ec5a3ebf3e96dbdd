"""What a page is in itself, told by its build before its words: a work, a gate, a shell, a front, a message.

Lists of words never hold all; how a page is built hardly varies. A work has a text of some length, or
metadata that give it a title, an author, a date. A gate has little text and something to press or to fill
in, scripts of services that keep gates, the address asked for in a parameter. A front has links and little
else. What is none of these is a message: a few words, of which nobody can tell what they stand for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import parse_qsl

from cite.formats.html import HtmlPage
from cite.formats.page import page_of
from cite.formats.remembered import remembered
from cite.model.evidence import Fetched
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.pages.gate_words import RETURNS, SERVICES, SUBJECTS, Subject
from cite.steps.pages.weigh_text import LITTLE, TEXT, heads, weight, work_marks

SHORT = 1000
"""Characters of prose up to which a page may be a gate, whatever it says."""
LEGAL = 5000
"""The same for one that explains at length what it asks consent for."""
SOME_LINKS = 5
"""Links from which a page leads further into a site."""
_A_WAY_ON = 3
_FEW_HEADINGS = 6
_LOADING = re.compile(
    r"\bloading\b|\bplease\s+wait\b.{0,20}$|wird\s+geladen|\blädt\b|chargement|en\s+cours\s+de\s+chargement|cargando|carregando|caricamento|wordt\s+geladen|\blad(?:dar|er|es|ing)\b|ladataan|wczytywanie|ładowanie|načítá|betöltés|se\s+încarcă|yükleniyor|φόρτωση|загрузка|загружа|завантаж|読み込み|加载中|載入|로딩|불러오는|جار\w*\s+التحميل|טוען|đang\s+tải",
    re.IGNORECASE,
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
    if gate := _gate(html, sets_cookies, kept_in):
        return gate
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


def _gate(html: HtmlPage, sets_cookies: bool, kept_in: str) -> PageShape | None:
    """A page that must be passed, with the signs of it; None where they do not suffice.

    Strong signs are a service that keeps gates, an address to come back to, cookies set by script; words on
    a gate's subject and something to press are weaker. Two are wanted, and a page without a text.
    """
    if not _may_be_gate(html):
        return None
    subjects = _subjects(html)
    services = dict(_services(html))
    asks = bool(html.buttons or html.fields)
    way_back = kept_in or (_way_back(html) if asks else "")
    strong = [f"a script for {s.value}" for s in services if _rules(s, html, s in subjects)]
    strong += [f"the address to come back to in “{way_back}”"] if way_back else []
    strong += ["a script that asks for it again"] if html.asks_again else []
    weak = [f"words on {subjects[0].value}"] if subjects else []
    weak += [_pressed(html)] if asks else []
    weak += ["it wants not to be indexed"] if _noindex(html) else []
    weak += ["a cookie set"] if sets_cookies and len(html.text) < SHORT else []
    weak += ["few words and no way on"] if html.links < SOME_LINKS and _terse(html) else []
    named = bool(subjects) and subjects[0] in _subjects_of(heads(html))
    weak += ["a heading on it"] if named else []
    # Any page may have something to press: it takes what the page is about, or a second sign of its build.
    enough = (strong and (weak or weight(html.text) < LITTLE)) or (subjects and len(weak) > 1)
    if not enough:
        return None
    told = [subject for subject in services if subject in subjects] or [*subjects, *services]
    subject = next(iter(told), None)
    nothing_else = named and asks and html.links < _A_WAY_ON and not html.media
    return PageShape(Shape.GATE, (*strong, *weak), subject, certain=bool(strong) or nothing_else)


def _may_be_gate(html: HtmlPage) -> bool:
    """Whether a page says so little for itself that it may be no more than a gate."""
    if work_marks(html) or len(html.headings) > _FEW_HEADINGS:
        return False
    if weight(html.prose) <= SHORT and html.solid < TEXT:
        return True
    if weight(html.prose) <= LEGAL and html.links < 2 * SOME_LINKS and _on_the_asker(html):
        return True
    if not html.buttons or weight(html.prose) > LEGAL:
        return False
    if len(html.buttons) > 1 and html.links < _A_WAY_ON:
        return True
    legal = SUBJECTS[Subject.CONSENT].findall(html.prose)
    return len({word.lower() for word in legal}) >= 4 and len(legal) * 250 >= weight(html.prose)


def _on_the_asker(html: HtmlPage) -> bool:
    """Whether title or first heading are about robots, countries or browsers, as a refusal at length is."""
    about = _subjects_of(heads(html)[:2])
    return bool({Subject.ROBOTS, Subject.REGION, Subject.BROWSER} & set(about))


def _rules(subject: Subject, html: HtmlPage, spoken_of: bool) -> bool:
    """Whether a service is all there is to a page: any page may ask for consent in passing, or guard a form."""
    if subject in (Subject.ROBOTS, Subject.QUEUE):
        alone = spoken_of or (weight(html.text) < LITTLE and not _for_forms(html))
        return alone and (html.links < SOME_LINKS or weight(html.prose) < LITTLE)
    return spoken_of and html.links < SOME_LINKS


def _for_forms(html: HtmlPage) -> bool:
    """Whether the service is one that any page loads to guard a form, and has nothing to show here."""
    return any("recaptcha/api" in address for address in html.loads)


def speaks_of_gates(html: HtmlPage) -> bool:
    """Whether headings name a gate's subject, or a short text comes back to it."""
    if _subjects_of(heads(html)):
        return True
    return any(len(p.findall(html.prose[:LEGAL])) > 1 for p in SUBJECTS.values())


def _terse(html: HtmlPage) -> bool:
    return weight(html.prose) < TEXT


def _subjects(html: HtmlPage) -> list[Subject]:
    """What the page speaks of, most spoken of first: in headings, in what can be pressed, in its few words."""
    own = html.prose[:LEGAL] or html.text[:SHORT]
    found = _subjects_of((*heads(html), *html.buttons, own, html.unscripted))
    if html.password:
        found = [Subject.LOGIN, *(subject for subject in found if subject is not Subject.LOGIN)]
    return found


def _subjects_of(texts: Iterable[str]) -> list[Subject]:
    said = " . ".join(texts)
    counts = {subject: len(pattern.findall(said)) for subject, pattern in SUBJECTS.items()}
    return sorted((s for s, count in counts.items() if count), key=lambda s: -counts[s])


def _services(html: HtmlPage) -> Iterable[tuple[Subject, str]]:
    """Services that keep gates, by what the page loads and how it is marked up."""
    actions = (value for name, value in html.carried if name == "action")
    loaded = " ".join((*html.loads, *html.frames, *actions, html.source)).lower()
    for subject, marks in SERVICES.items():
        if mark := next((mark for mark in marks if mark in loaded), ""):
            yield subject, mark


def _way_back(html: HtmlPage) -> str:
    """The parameter that keeps the address asked for."""
    for name, value in html.carried:
        if name == "action":
            for key, kept in parse_qsl(split_url(value).query)[:20]:
                if key.lower() in RETURNS and _an_address(kept):
                    return key
        elif name.lower() in RETURNS and _an_address(value):
            return name
    return ""


def _an_address(value: str) -> bool:
    return value.startswith(("/", "http:", "https:", "%2F", "%2f", "^U")) and len(value) > 1


def _noindex(html: HtmlPage) -> bool:
    return any("noindex" in value.lower() for value in html.meta.get("robots", ()))


def _pressed(html: HtmlPage) -> str:
    label = next((label for label in html.buttons if label), "")
    return f"a button, “{label[:40]}”" if label else "something to fill in"
