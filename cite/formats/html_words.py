"""What a page shows: its words, those that are the page's own, and whether they make a text."""

import re
from dataclasses import dataclass
from itertools import islice

from cite.formats.html_page import TEXT_LIMIT
from cite.formats.html_tree import Node, Tree, each, folded

LONG_PARAGRAPH = 140
"""Characters from which a paragraph is of a text, not a message or a teaser."""
_UNSEEN = "script, style, template, svg, noscript"
_FURNITURE = (
    "nav, footer, aside, button, select, label, textarea, figcaption, [role=navigation], [role=dialog], "
    "[role=contentinfo], [hidden], [id*=cookie], [class*=cookie], [id*=consent], [class*=consent], "
    "[id*=gdpr], [class*=gdpr], [class*=newsletter], [class*=breadcrumb], [id*=footer], [class*=footer], "
    "[class*=sidebar], [id*=sidebar], [class*=related], [class*=teaser]"
)
"""What stands around the content on every page of a site."""
_LEADS_AWAY = "a, header, [role=banner]"
_WHOLE_PAGE = ("body", "html", "main", "article")
_CONTENT = "main, article, #content, #main, [role=main], .content, .main-content"
"""Elements meant for the content."""
_MEDIA = "img, picture, video, audio, canvas, iframe, frame, object, embed"
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Words:
    """A page's words."""

    text: str
    """All that is visible."""
    prose: str
    """Without links, menus, banners, headers and footers."""
    headings: tuple[str, ...]
    """Outside menus and footers."""
    solid: int
    """Characters in paragraphs long enough to be a text."""
    hollow: bool
    """Whether the element meant for the content is there and empty."""


def words_of(tree: Tree) -> Words:
    """The words of a page, whose tree is taken apart on the way."""
    _take_out(tree, _UNSEEN)
    hollow = _is_hollow(tree)
    text = _shown(tree.body)
    _take_out(tree, _FURNITURE)
    headings = [folded(node.text())[:300] for node in tree.css("h1, h2, h3")[:12]]
    _take_out(tree, _LEADS_AWAY)
    prose = _shown(tree.body)
    return Words(text, prose, tuple(filter(None, headings)), _solid(tree, prose), hollow)


def _take_out(tree: Tree, query: str) -> None:
    """Elements removed, the inner ones first; those that hold the whole page stay, whatever they are called."""
    for node in reversed(list(each(tree, query))):
        if node.tag not in _WHOLE_PAGE:
            node.decompose()


def _is_hollow(tree: Tree) -> bool:
    content = list(islice(each(tree, _CONTENT), 5))
    return bool(content) and not any(
        node.text().strip() or node.css_first(_MEDIA) for node in content
    )


def _shown(body: Node | None) -> str:
    return folded(body.text(separator=" "))[:TEXT_LIMIT] if body else ""


def _solid(tree: Tree, prose: str) -> int:
    """Of long paragraphs; of everything where a page has none that it marks as such."""
    paragraphs = [length(folded(node.text())) for node in tree.css("p")[:200]]
    if not paragraphs:
        return length(prose)
    return sum(one for one in paragraphs if one >= LONG_PARAGRAPH)


def length(text: str) -> int:
    """Characters, those of Chinese, Japanese and Korean counted threefold: they say as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_DENSE.findall(text))
