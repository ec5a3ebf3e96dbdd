"""A page's features: the only module that knows the fast HTML parser."""

import re
from collections.abc import Iterable, Mapping
from typing import cast

from cite.formats.html_elements import Told
from cite.formats.html_page import HtmlPage
from cite.formats.html_soup import Soup
from cite.formats.html_tree import Node, Tree
from cite.formats.html_words import LONG_PARAGRAPH, Words, words_of
from cite.formats.nesting import tamed
from cite.formats.page_data import described, says_gone
from cite.formats.script_location import script_location

_APPLICATION = frozenset(
    "root app __next __nuxt ___gatsby react-root react-app app-root q-app svelte ember-application main-app "
    "single-spa-application storybook-root docsify app-container application js-repo-pjax-container".split()
)
"""Where frameworks put what they build."""
_ASKS_AGAIN = re.compile(r"document\.cookie\s*=|\blocation\.reload\s*\(")
FEW_WORDS = 400
"""Characters of a page that has nothing to say but that it asks again."""
_MOST_SCRIPTS = 20
_MOST_CARRIED = 40
_AUTHOR_META = ("citation_author", "dc.creator", "author", "article:author", "parsely-author")
_DATE_META = (
    "citation_publication_date", "citation_date", "article:published_time", "dc.date", "dcterms.issued",
    "datepublished", "date", "parsely-pub-date",
)  # fmt: skip


def read_html(source: str) -> HtmlPage:
    """A page's features; the same by way of the slow parser where the fast one fails."""
    from selectolax.lexbor import LexborHTMLParser

    source = tamed(source)
    try:
        return features(cast("Tree", LexborHTMLParser(source)), source)
    except Exception:  # it is native code fed by strangers: any failure means the slow one
        return features(Soup(source), source)


def features(tree: Tree, source: str) -> HtmlPage:
    """What a page says of itself and shows, whichever parser built its tree; that is taken apart on the way."""
    told = Told.by(tree)
    marks, language = _marks(tree.body), _language(tree.root)
    words = words_of(tree)
    data = described(told.linked_data)
    scripts = told.scripts[:_MOST_SCRIPTS]
    return HtmlPage(
        title=told.title,
        headings=words.headings,
        text=words.text,
        prose=words.prose,
        solid=words.solid,
        media=told.media,
        hollow=words.hollow,
        marks=marks,
        language=language,
        canonical=told.canonical,
        kinds=frozenset(data.kinds),
        meta=told.meta,
        names=data.names,
        anchors=frozenset(told.anchors),
        password=told.password,
        refresh=told.refresh,
        script_location=script_location(scripts, words.text),
        frames=tuple(told.frames),
        scripts=told.number_of_scripts,
        loads=tuple(told.loads),
        asks_again=_asks_again(scripts, words.text),
        links=told.links,
        application=_is_application(told.anchors, scripts),
        buttons=_buttons(told, words),
        fields=tuple(told.fields),
        carried=tuple(told.carried[:_MOST_CARRIED]),
        gone=says_gone(told.meta, [*told.data, *told.scripts]),
        authors=_of_meta(told.meta, _AUTHOR_META, data.authors),
        dates=_of_meta(told.meta, _DATE_META, (*data.dates, *told.times)),
        languages=frozenset(told.languages - {"x-"}),
        unscripted=" ".join(told.unscripted)[:600],
        source=source[:6000],
    )


def _marks(body: Node | None) -> str:
    """Class and id of the body."""
    attributes: Mapping[str, str | None] = body.attributes if body else {}
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()[:300]


def _language(root: Node | None) -> str:
    return (root.attributes.get("lang") or "")[:20].lower() if root else ""


def _asks_again(scripts: Iterable[str], text: str) -> bool:
    return len(text) <= FEW_WORDS and any(_ASKS_AGAIN.search(script) for script in scripts)


def _is_application(anchors: set[str], scripts: Iterable[str]) -> bool:
    return bool(_APPLICATION & anchors) or any("__NUXT__" in script for script in scripts)


def _buttons(told: Told, words: Words) -> tuple[str, ...]:
    """What can be pressed; in a banner on cookies, where that is all there is to the page."""
    return tuple(told.buttons if told.buttons or len(words.prose) >= LONG_PARAGRAPH else told.asked)


def _of_meta(
    meta: Mapping[str, tuple[str, ...]], names: Iterable[str], more: Iterable[str]
) -> tuple[str, ...]:
    """Values under some names, and those of JSON-LD, each once."""
    values = [value for name in names for value in meta.get(name, ())]
    return tuple(dict.fromkeys(value for value in (*values, *more) if value))[:12]
