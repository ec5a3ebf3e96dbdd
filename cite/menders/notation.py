"""What formats of text share when they are written back: an address is put where another stood, all else stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape as escape_html

from cite.formats.exact import Edit, exact
from cite.model.document import Link
from cite.model.mending import Change, Mending, Style
from cite.steps.mending.phrases import behind
from cite.steps.mending.shown import shows_its_address

Stretch = tuple[int, int]
"""Where something begins and ends in the source."""


@dataclass(frozen=True, slots=True)
class Site:
    """A change where it stands: the source around it tells how it is written there."""

    source: str
    change: Change

    @property
    def link(self) -> Link:
        """The link as the source has it: the one around an address that is printed in a link to elsewhere."""
        return self.change.link.within or self.change.link

    @property
    def printed(self) -> Stretch | None:
        """Where the address stands in words that a reader sees, if it does."""
        anchor, link = self.change.link.anchor, self.change.link
        if anchor is None:
            return None
        return (anchor.start, anchor.end) if shows_its_address(link) else None

    @property
    def pointed(self) -> Stretch | None:
        """Where the address stands as the target of a link, if it does."""
        anchor = self.change.link.href_anchor
        return (anchor.start, anchor.end) if anchor else None

    @property
    def words(self) -> str:
        """The source of what a reader sees of the link."""
        anchor = self.change.link.anchor
        return self.source[anchor.start : anchor.end] if anchor else self.change.link.shown

    def before(self, at: int, size: int = 1) -> str:
        """What stands before a place."""
        return self.source[max(0, at - size) : at]


class Notation:
    """How one notation writes addresses."""

    lacking = "strict"
    """What becomes of letters that the encoding of an article lacks."""

    def mend(self, content: bytes, mending: Mending) -> bytes:
        """The article with the changes made, every other byte as it was. Raises InputError."""
        text = exact(content, self.encoding(content))
        sites = (Site(text.source, change) for change in mending.changes if _is_here(change))
        return text.edited((edit for site in sites for edit in self._edits(site)), self.lacking)

    def encoding(self, content: bytes) -> str:
        """The encoding that the format itself declares, if it does."""
        return ""

    def _edits(self, site: Site) -> Iterator[Edit]:
        match site.change.style:
            case Style.APPEND:
                yield from self._appended(site)
            case Style.ROBUST_LINKS if site.change.memento:
                yield from self.robust(site)
            case _:
                yield from self.replaced(site)

    def replaced(self, site: Site) -> Iterator[Edit]:
        """The new address wherever the old one leads or shows."""
        new = site.change.new
        if site.pointed:
            yield Edit(*site.pointed, self.target(site, new))
        if site.printed and site.printed != site.pointed:
            yield Edit(*site.printed, self.text(site, new))

    def _appended(self, site: Site) -> Iterator[Edit]:
        end = self.end(site)
        phrase = behind(site.change)
        words = f"{phrase.before} {self.copy(site, site.change.new)}{phrase.after}"
        yield Edit(end, end, words)

    def robust(self, site: Site) -> Iterator[Edit]:
        """A link to the copy that says what it is a copy of; the copy alone where the notation cannot say it."""
        yield from self.replaced(site)

    def target(self, site: Site, url: str) -> str:
        """An address as the target of the link."""
        raise NotImplementedError

    def text(self, site: Site, url: str) -> str:
        """An address as words."""
        raise NotImplementedError

    def copy(self, site: Site, url: str) -> str:
        """A further address, written as the one before it is."""
        raise NotImplementedError

    def end(self, site: Site) -> int:
        """Where the link ends, brackets and all."""
        raise NotImplementedError


def _is_here(change: Change) -> bool:
    """Whether a change is to the file itself, not to one beside it that it takes in."""
    anchors = (change.link.anchor, change.link.href_anchor)
    return not any(one and one.part for one in anchors)


_CLOSING = re.compile(
    r"</(?:a|abbr|b|bdi|cite|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var)\s*>"
    r"|\{\{[<%]\s*/[^{}\n]{0,60}\}\}",
    re.IGNORECASE,
)


def after_closings(source: str, at: int) -> int:
    """Behind the tags and shortcodes that close right where an address ends: nothing is put inside of these."""
    while found := _CLOSING.match(source, at):
        at = found.end()
    return at


def linked(url: str) -> str:
    """An address that leads to itself, in HTML."""
    return f'<a href="{escape_html(url, quote=True)}">{escape_html(url, quote=False)}</a>'


def robust_attributes(site: Site) -> Iterator[Edit]:
    """Robust Links 2.0: a link of HTML to a copy says what it is a copy of, and of which day."""
    assert site.pointed is not None
    start, end = site.pointed
    yield Edit(start, end, escape_html(site.change.new, quote=True))
    after = end + 1 if site.source[end : end + 1] in ("'", '"') else end
    yield Edit(after, after, robust_data(site))


def robust_opening(site: Site) -> str:
    """The tag that begins such a link."""
    return f'<a href="{escape_html(site.change.new, quote=True)}"{robust_data(site)}>'


def robust_data(site: Site) -> str:
    """Its attributes."""
    when = f"{site.change.memento.datetime:%Y-%m-%d}" if site.change.memento else ""
    original = escape_html(site.change.link.url, quote=True)
    return f' data-originalurl="{original}" data-versiondate="{when}"'
