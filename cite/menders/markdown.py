"""Markdown with its links mended: bare addresses, `<…>`, `[…](…)`, `[…][…]`, and anchors of HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from html import escape as escape_html

from cite.formats.exact import Edit
from cite.menders.notation import (
    Notation,
    Site,
    after_closings,
    linked,
    robust_attributes,
    robust_data,
    robust_opening,
)


class _Form(Enum):
    """How Markdown writes a link."""

    BARE = auto()
    ANGLED = auto()
    """`<address>`"""
    CODE = auto()
    """The address alone between backticks."""
    INLINE = auto()
    """`[words](address)`"""
    REFERENCE = auto()
    """`[words][label]`, with the address where the label is defined."""
    HTML = auto()
    """`<a href="address">words</a>`"""


@dataclass(frozen=True, slots=True)
class _Written:
    """A link as it stands in the source, brackets and all."""

    form: _Form
    start: int
    words: int
    """Where its words begin."""
    words_end: int
    end: int
    attributes_end: int = 0
    """Where `{…}` behind it closes; 0 where there is none."""


class Markdown(Notation):
    """CommonMark, with what pandoc, kramdown and Hugo put to it."""

    def target(self, site: Site, url: str) -> str:
        """As it stands between parentheses, angle brackets or quotation marks."""
        start, end = site.pointed or (0, 0)
        if _is_attribute(site.source, start):
            return escape_html(url, quote=True)
        bracketed = site.before(start) == "<" and site.source[end : end + 1] == ">"
        return url if bracketed else _between_parentheses(url)

    def text(self, site: Site, url: str) -> str:
        """Escaped as the address before it was."""
        return re.sub(r"([_*])", r"\\\1", url) if re.search(r"\\[_*]", site.words) else url

    def copy(self, site: Site, url: str) -> str:
        """Bare, in angle brackets, or as a link."""
        match _written(site).form:
            case _Form.HTML:
                return linked(url)
            case _Form.INLINE:
                return f"[{self.text(site, url)}]({_between_parentheses(url)})"
            case _Form.ANGLED:
                return f"<{url}>"
            case _:
                return self.text(site, url)

    def end(self, site: Site) -> int:
        """Behind the link, and what else closes around it."""
        link = _written(site)
        return after_closings(site.source, link.attributes_end or link.end)

    def robust(self, site: Site) -> Iterator[Edit]:
        """Attributes where the link can have them, else an anchor of HTML instead of its brackets."""
        link = _written(site)
        if link.form is _Form.HTML:
            yield from robust_attributes(site)
        elif link.attributes_end:
            yield from self.replaced(site)
            yield Edit(link.attributes_end - 1, link.attributes_end - 1, robust_data(site))
        else:
            yield Edit(link.start, link.words, robust_opening(site))
            yield Edit(link.words_end, link.end, "</a>")


_UNSAFE = re.compile(r"[\s()<>]")
"""What an address between parentheses may hold only in angle brackets."""
_PAIR = re.compile(r"\([^()]*\)")
"""Parentheses that close: these it may hold."""
_TICKS = re.compile(r"`{1,8}")
_MARKUP = re.compile(r"[*_~`]*\]")
"""Ends the words of a link."""
_REST_OF_TARGET = re.compile(
    r">?\s{0,100}(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|\([^()]{0,1000}\))?\s{0,100}\)"
)
"""Behind the address of `[words](address "title")`."""
_LABEL = re.compile(r"\[[^\]\n]{0,1000}\]")
_ATTRIBUTES = re.compile(r"\{[^{}<>\n]{1,500}\}")
"""What pandoc and kramdown put behind a link."""
_END_OF_LINK = re.compile(r"</a\s*>", re.IGNORECASE)
_LONGEST_WORDS = 20_000


def _between_parentheses(url: str) -> str:
    return f"<{url}>" if _UNSAFE.search(_PAIR.sub("", url)) else url


def _is_attribute(source: str, at: int) -> bool:
    return re.search(r"=\s*[\"']?$", source[max(0, at - 3) : at]) is not None


def _written(site: Site) -> _Written:
    """The link of a change as it stands in the source."""
    link, source = site.link, site.source
    anchor, target = link.anchor, link.href_anchor
    start, end = (anchor.start, anchor.end) if anchor else (0, 0)
    if target and target != anchor:
        if _is_attribute(source, target.start):
            return _in_html(source, target.end)
        if source[max(0, target.start - 100) : target.start].rstrip(" \t\n<").endswith("]("):
            return _inline(source, target.start, target.end)
    if anchor and link.href is not None and target != anchor and (at := _MARKUP.match(source, end)):
        return _reference(source, at.end() - 1)
    if ticks := _TICKS.match(source, end):
        return _Written(_Form.CODE, *_around(start, end, len(ticks[0])))
    if source[max(0, start - 1) : start] == "<" and source[end : end + 1] == ">":
        return _Written(_Form.ANGLED, start - 1, start, end, end + 1)
    return _Written(_Form.BARE, start, start, end, end)


def _around(start: int, end: int, ticks: int) -> tuple[int, int, int, int]:
    """Backticks stay a part of the words."""
    return start - ticks, start - ticks, end + ticks, end + ticks


def _in_html(source: str, target: int) -> _Written:
    found = _END_OF_LINK.search(source, target)
    end = found.end() if found else target
    return _Written(_Form.HTML, target, target, end, end)


def _inline(source: str, start: int, end: int) -> _Written:
    """By the place of its target."""
    words_end = source.rfind("](", 0, start)
    rest = _REST_OF_TARGET.match(source, end)
    return _bracketed(_Form.INLINE, source, words_end, rest.end() if rest else end)


def _reference(source: str, words_end: int) -> _Written:
    """By the bracket that closes its words."""
    label = _LABEL.match(source, words_end + 1)
    return _bracketed(_Form.REFERENCE, source, words_end, label.end() if label else words_end + 1)


def _bracketed(form: _Form, source: str, words_end: int, end: int) -> _Written:
    start = _opening(source, words_end)
    attributes = _ATTRIBUTES.match(source, end)
    return _Written(form, start, start + 1, words_end, end, attributes.end() if attributes else 0)


def _opening(source: str, closing: int) -> int:
    """The bracket that one closes."""
    depth = 0
    for at in range(closing, max(-1, closing - _LONGEST_WORDS), -1):
        if source[at] in "[]" and source[at - 1 : at] != "\\":
            depth += 1 if source[at] == "]" else -1
            if not depth:
                return at
    return closing
