"""What a page shows beside its words: styles, pictures, scripts; read from HTML and from CSS."""

import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from cite.formats.nesting import tamed

MOST_MARKUP = 2_000_000
MOST_ADDRESS = 2_000
_SELECTORS = (
    ("link[rel~=stylesheet]", "href"),
    ("img", "src"),
    ("script", "src"),
    ("link[rel~=icon]", "href"),
    ("input[type=image]", "src"),
    ("img", "srcset"),
    ("source", "srcset"),
)
"""In the order in which they are missed: without its styles a page is hard to read, without icons it is not."""
_CSS = re.compile(r"""url\(\s{0,20}["']?([^"')\s]{1,2000})|@import\s{1,20}["']([^"']{1,2000})""")


def parts_of_page(markup: str, url: str) -> tuple[str, ...]:
    """Addresses of what an HTML page shows, each once."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(tamed(markup[:MOST_MARKUP]))
    base = tree.css_first("base[href]")
    against = _joined(url, (base.attributes.get("href") or "") if base else "") or url
    return _addresses(_told(tree), against)


def parts_of_style(css: str, url: str) -> tuple[str, ...]:
    """Addresses of what a style sheet shows, each once."""
    return _addresses(_in_css(css[:MOST_MARKUP]), url)


def _told(tree: "object") -> Iterator[str]:
    for selector, attribute in _SELECTORS:
        for node in tree.css(selector):  # type: ignore[attr-defined]
            value = node.attributes.get(attribute) or ""
            if attribute == "srcset":
                yield from (
                    one.split()[0] for one in value[:MOST_ADDRESS].split(",") if one.strip()
                )
            else:
                yield value
    for node in tree.css("style"):  # type: ignore[attr-defined]
        yield from _in_css(node.text())


def _in_css(css: str) -> Iterator[str]:
    for match in _CSS.finditer(css):
        yield match[1] or match[2]


def _addresses(told: Iterator[str], base: str) -> tuple[str, ...]:
    found = (_joined(base, one) for one in told if one.strip() and len(one) <= MOST_ADDRESS)
    return tuple(dict.fromkeys(url for url in found if url))


def _joined(base: str, told: str) -> str:
    """An address of the web, or nothing: data, scripts and nonsense are no parts."""
    try:
        url = urldefrag(urljoin(base, told.strip())).url
    except ValueError:
        return ""
    return url if url.startswith(("http://", "https://")) else ""
