"""HTML to trees by BeautifulSoup over lxml, and where in its source each text and address of a tree stands.

The parser tells no places. So the source is scanned beside it for its tags, and texts and addresses are found
again in the order of the tree; where both do not agree, no place is given.
"""

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from cite.formats.traced import Traced
from cite.model.errors import InputError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    Element = Tag
    """A tag with what stands in it; for annotations alone."""
    Tree = BeautifulSoup

MOST_OPEN = 5_000
"""Elements that people close, open at one time."""
_CLOSED = re.compile(
    r"<(?P<end>/?)(?:a|abbr|b|big|blockquote|center|cite|code|div|em|font|i|ol|section|small|span|strong|sub|sup|table|u|ul)\b",
    re.IGNORECASE,
)
MOST_TAGS = 1_000_000
"""Start tags and end tags; a tree takes about a kilobyte for each of the former."""
_DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,300}\?>")
"""Said to a parser of XML, which this is not: it would only be warned of."""
_RAW = frozenset(("script", "style", "textarea", "title", "noscript", "template", "svg", "iframe"))
_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_END_OR_QUOTE = re.compile(r"[>\"']")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_ATTRIBUTE = re.compile(
    r"""\bhref\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LinkTag:
    """The start tag of a link, in its source."""

    start: int
    end: int
    href: str
    """Its address, entities undone."""
    href_start: int
    href_end: int


def parse_page(source: str) -> "BeautifulSoup":
    """The tree of a page. Raises InputError for one with too many tags, or with too many left open."""
    from bs4 import BeautifulSoup
    from bs4.builder._lxml import LXMLTreeBuilder

    if source.count("<") > MOST_TAGS:
        raise InputError(f"has more than {MOST_TAGS:,} tags")
    still_open = 0
    for tag in _CLOSED.finditer(source):
        still_open = max(0, still_open - 1) if tag["end"] else still_open + 1
        if still_open > MOST_OPEN:
            raise InputError("is nested too deeply")
    builder = LXMLTreeBuilder(multi_valued_attributes=None, store_line_numbers=False)
    collecting = gc.isenabled()
    gc.disable()  # nothing of a tree that grows is garbage, and looking for it takes a third of the time
    try:
        return BeautifulSoup(_DECLARATION.sub(_blank, source, count=1), builder=builder)
    finally:
        if collecting:
            gc.enable()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


class Places:
    """Where the texts and links of one source stand, asked for in the order of its tree."""

    def __init__(self, source: str) -> None:
        self.source = source
        texts: list[tuple[int, int]] = []
        self.links: list[LinkTag] = []
        self._scan(texts)
        self._texts = _unescaped(source, texts)
        self._at = self._link = 0

    def text(self, words: str) -> Traced | None:
        """The next text of the tree with the places of its letters; None where it cannot be told."""
        stream = self._texts.text
        at = self._at if stream.startswith(words, self._at) else -1
        if at < 0 and words.strip():
            at = stream.find(words, self._at, self._at + _REACH + len(words))
        if at < 0:
            return None
        self._at = at + len(words)
        return self._texts[at : self._at]

    def link(self, href: str) -> LinkTag | None:
        """The next link of the tree; None where it cannot be told."""
        wanted = href.strip()
        for index in range(self._link, min(self._link + _LINKS_AHEAD, len(self.links))):
            if self.links[index].href.strip() == wanted:
                self._link = index + 1
                return self.links[index]
        return None

    def _scan(self, texts: list[tuple[int, int]]) -> None:
        """Text between tags, and the start tags of links."""
        source, size = self.source, len(self.source)
        at = 0
        without_end: set[str] = set()
        while at < size:
            start = source.find("<", at)
            if start < 0:
                break
            if start > at:
                texts.append((at, start))
            following = source[start + 1 : start + 2]
            if following == "!" or following == "?":
                at = self._after_declaration(start)
                continue
            name = _NAME.match(source, start + 2 if following == "/" else start + 1)
            if not name:
                texts.append((start, start + 1))
                at = start + 1
                continue
            at = self._after_tag(name.end(), without_end)
            lowered = name[0].lower()
            if lowered == "a" and following != "/":
                self._note_link(start, at)
            elif lowered in _RAW and following != "/" and source[at - 2 : at - 1] != "/":
                at = self._after_raw(lowered, at, without_end)
        if at < size:
            texts.append((at, size))

    def _after_declaration(self, start: int) -> int:
        source = self.source
        mark = "-->" if source.startswith("<!--", start) else ">"
        end = source.find(mark, start + (4 if mark == "-->" else 2))
        return len(source) if end < 0 else end + len(mark)

    def _after_tag(self, at: int, without_end: set[str]) -> int:
        source = self.source
        while found := _END_OR_QUOTE.search(source, at):
            if found[0] == ">":
                return found.end()
            at = found.end()
            if found[0] not in without_end:
                end = source.find(found[0], at)
                if end < 0:
                    without_end.add(found[0])
                else:
                    at = end + 1
        return len(source)

    def _after_raw(self, name: str, at: int, without_end: set[str]) -> int:
        """Past what stands in an element whose text is none of the page's."""
        if name in without_end:
            return at
        found = re.compile(rf"</{name}\b", re.IGNORECASE).search(self.source, at)
        if not found:
            without_end.add(name)
            return at
        return found.start()

    def _note_link(self, start: int, end: int) -> None:
        found = _ATTRIBUTE.search(self.source, start, end)
        if found:
            group = next(name for name in ("double", "single", "bare") if found[name] is not None)
            href = unescape(found[group])
            self.links.append(LinkTag(start, end, href, found.start(group), found.end(group)))


_REACH = 4_000
"""Letters that may be skipped where source and tree do not agree."""
_LINKS_AHEAD = 40


def _unescaped(source: str, texts: list[tuple[int, int]]) -> Traced:
    """Stretches of a source as one text, entities undone."""
    words: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for piece, origin in _pieces(source, texts):
        words.append(piece)
        starts.append(length)
        origins.append(origin)
        length += len(piece)
    return Traced("".join(words), tuple(starts) or (0,), tuple(origins) or (0,))


def _pieces(source: str, texts: list[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    for start, end in texts:
        at = start
        for entity in (
            _ENTITY.finditer(source, start, end) if source.find("&", start, end) >= 0 else ()
        ):
            if entity.start() > at:
                yield source[at : entity.start()], at
            yield unescape(entity[0]), entity.start()
            at = entity.end()
        if end > at:
            yield source[at:end], at
