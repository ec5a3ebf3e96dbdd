"""Pages with their links mended: anchors, and addresses in words."""

import re
from collections.abc import Iterator
from html import escape as escape_html

from cite.formats.exact import Edit
from cite.formats.html_encoding import html_encoding
from cite.menders.notation import (
    Notation,
    Site,
    after_closings,
    linked,
    robust_attributes,
    robust_opening,
)

_END_OF_LINK = re.compile(r"</a\s*>", re.IGNORECASE)


class Html(Notation):
    """HTML, in the encoding that it declares."""

    lacking = "xmlcharrefreplace"

    def encoding(self, content: bytes) -> str:
        """As a browser would take it."""
        return html_encoding(content, "")

    def target(self, site: Site, url: str) -> str:
        """Within an attribute."""
        return escape_html(url, quote=True)

    def text(self, site: Site, url: str) -> str:
        """In words."""
        return escape_html(url, quote=False)

    def copy(self, site: Site, url: str) -> str:
        """A link of its own."""
        return linked(url)

    def end(self, site: Site) -> int:
        """Behind `</a>`, where there is one."""
        anchor = site.link.anchor or site.link.href_anchor
        end = anchor.end if anchor else 0
        if site.link.href is None:
            return after_closings(site.source, end)
        found = _END_OF_LINK.search(site.source, end)
        return after_closings(site.source, found.end() if found else end)

    def robust(self, site: Site) -> Iterator[Edit]:
        """Attributes of the link, or a link where there was none."""
        if site.pointed:
            yield from robust_attributes(site)
        elif site.printed:
            start, end = site.printed
            yield Edit(start, start, robust_opening(site))
            yield Edit(end, end, "</a>")
