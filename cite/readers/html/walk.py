"""Pages walked in document order: paragraphs of the text, and of each note apart.

White space is folded as browsers do. What stands around the text is left out, unless a note stands in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urljoin, urlsplit

from cite.formats.lines import Lines
from cite.formats.traced import Traced
from cite.model.document import Anchor, ParagraphKind, Style
from cite.model.findings import Place
from cite.model.notes import int_to_roman
from cite.readers.flow import Block, Call, Line, folded, without
from cite.readers.html.linked import Linked, label_of
from cite.readers.html.page import (
    BLOCKS,
    UNSEEN,
    Page,
    inner,
    is_furniture,
    is_hidden,
    text,
)

if TYPE_CHECKING:
    from cite.formats.markup import Element, LinkTag

_STYLES = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Style.ITALIC),
    **dict.fromkeys(("b", "strong"), Style.BOLD),
    "sup": Style.SUPERSCRIPT,
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Style.CODE),
}
_STYLED = (
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)"), Style.ITALIC),
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)"), Style.BOLD),
    (re.compile(r"small-caps"), Style.SMALL_CAPS),
    (re.compile(r"vertical-align\s*:\s*super"), Style.SUPERSCRIPT),
)
_PLAIN = frozenset("p span div section tr tbody thead table dl dt u small font bdi".split())
"""Elements that, without attributes, set their text as what is around them does."""
_ROMAN_TYPE = re.compile(r"font-style\s*:\s*normal")
_SMALL_CAPS = re.compile(r"(?:^|\s)(?:small-?caps|smcp|sc)(?:$|\s)", re.IGNORECASE)
_KINDS = {
    **{f"h{level}": ParagraphKind.HEADING for level in range(1, 7)},
    "blockquote": ParagraphKind.QUOTATION,
    "li": ParagraphKind.LIST_ITEM,
    "dd": ParagraphKind.LIST_ITEM,
    **dict.fromkeys(("td", "th"), ParagraphKind.TABLE),
    "pre": ParagraphKind.CODE,
    **dict.fromkeys(("figcaption", "caption"), ParagraphKind.CAPTION),
}
_ASIDE = re.compile(
    r"(?:^|\s)(?P<numbered>side-?note|ltx_note_outer|inline-?foot-?note|footnote-inline)(?:$|\s)"
    r"|(?:^|\s)(?P<plain>margin-?note)(?:$|\s)",
    re.IGNORECASE,
)
"""Notes that stand where they are called."""
_NO_TEXT = re.compile(
    r"(?:^|\s)(?:margin-toggle|ltx_note_mark|ltx_tag_note|sidenote-number|mw-cite-backlink)(?:$|\s)"
)
_TITLE_OF_NOTES = re.compile(
    r"[\s\d.]*(?:(?:end|foot)-?\s?notes?|notes?|references|fu(?:ß|ss)noten|anmerkungen)[\s:]*",
    re.IGNORECASE,
)
_GOOGLE = "www.google.com"


@dataclass
class Walked:
    """What a walk found."""

    body: list[Block] = field(default_factory=list)
    notes: dict[str, list[Block]] = field(default_factory=dict)
    """Paragraphs of each note, by its key, in the order in which notes stand."""
    ordinals: dict[str, str] = field(default_factory=dict)
    """What an ordered list prints before a note."""
    aside: dict[str, str] = field(default_factory=dict)
    """Notes beside the text: their labels, empty where they have none."""


@dataclass
class _Output:
    """Where text goes: to the body, or to a note."""

    key: str
    until: int = 0
    """Of a note that shares its element with others: how deep that element is; it ends the note."""
    line: Line = field(default_factory=Line)
    place: Place | None = None
    start: int | None = None
    end: int = 0
    blank: bool = True
    """Whether what was set last is a blank, or nothing."""


@dataclass(frozen=True, slots=True)
class _State:
    """What an element is set in."""

    style: Style = Style.PLAIN
    href: str | None = None
    href_anchor: Anchor | None = None
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    depth: int = 0
    """How many lists it stands in."""
    around: bool = False
    """Whether it stands around the text, so that only notes in it are read."""
    raised_call: bool = False
    """Whether it stands in a raised stretch that calls a note: its brackets and commas are no text."""
    preformatted: bool = False


class Walk:
    """Through pages, one after another."""

    def __init__(self, path: str, linked: Linked, with_lines: bool) -> None:
        self.path, self.linked, self.with_lines = path, linked, with_lines
        self.found = Walked()
        self._rule = False
        self._label = ""
        self._counts: list[int] = []
        self._asides = 0

    def page(self, page: Page, root: "Element", base: str) -> None:
        """The text that stands in an element of a page; `base` is what its addresses stand against."""
        self._page, self._base = page, base
        self._lines = Lines(page.source) if self.with_lines else None
        self._paragraphs = 0
        self._outputs = [_Output("")]
        self._walk(root)
        self._flush(_State())

    # Elements

    def _walk(self, root: "Element") -> None:
        stack: list[tuple[Iterator[object], Element, _State, bool]] = []
        self._enter(root, _State(), stack)
        while stack:
            nodes, element, state, apart = stack[-1]
            node = next(nodes, None)
            if node is None:
                self._end_shared(state, len(stack) - 1)
                self._leave(element, state, apart)
                stack.pop()
            elif hasattr(node, "contents"):
                self._enter(node, state, stack)  # type: ignore[arg-type]
            elif type(node).__name__ == "NavigableString":
                self._text(str(node), state)

    def _enter(
        self,
        element: "Element",
        outer: _State,
        stack: list[tuple[Iterator[object], "Element", _State, bool]],
    ) -> None:
        name = element.name
        link = (
            self._page.places.link(text(element, "href"))
            if name == "a" and "href" in element.attrs
            else None
        )
        if self._is_left_out(element, outer):
            self._pass_over(element)
            return
        if name == "br":
            self._set(" ", outer, None)
            return
        if name == "hr":
            self._flush(outer)
            self._rule = True
            return
        call = self.linked.calls.get(id(element))
        if call is not None and not outer.around:
            self._call(call, element, link)
            return
        if id(element) in self.linked.back:
            self._starts(element, outer, _depth_of_block(stack))
            self._pass_over(element)
            return
        state = self._state(element, outer, link)
        if name in BLOCKS:
            self._flush(outer)
        if name == "ol" or name == "ul":
            self._counts.append(_start(element) - 1 if name == "ol" else -(10**9))
        if name == "li":
            self._item(element)
        apart = self._begin_note(element, state, _depth_of_block(stack))
        if apart:
            state = replace(state, around=False)
        stack.append((iter(element.contents), element, state, apart))

    def _leave(self, element: "Element", state: _State, apart: bool) -> None:
        if element.name in BLOCKS or apart:
            self._flush(state)
        if apart:
            self._outputs.pop()
        if element.name in ("ol", "ul") and self._counts:
            self._counts.pop()

    def _is_left_out(self, element: "Element", state: _State) -> bool:
        if element.name in UNSEEN:
            return True
        noted = id(element) in self.linked.holders
        if noted:
            return False
        if "class" in element.attrs and _NO_TEXT.search(text(element, "class")):
            return True
        return is_hidden(element) and not self._holds_notes(element)

    def _holds_notes(self, element: "Element") -> bool:
        return any(id(one) in self.linked.holders for one in element.descendants)

    def _pass_over(self, element: "Element") -> None:
        """Links in what is left out are counted, so that those after it keep their places."""
        for one in inner(element, "a"):
            if "href" in one.attrs:
                self._page.places.link(text(one, "href"))

    def _state(self, element: "Element", outer: _State, link: "LinkTag | None") -> _State:
        name = element.name
        if name in _PLAIN and not element.attrs:
            return outer
        style = outer.style | _STYLES.get(name, Style.PLAIN)
        declared = text(element, "style")
        if declared:
            for pattern, added in _STYLED:
                style |= added if pattern.search(declared) else Style.PLAIN
            if _ROMAN_TYPE.search(declared):
                style &= ~Style.ITALIC
        if name == "cite" and next(inner(element, "i", "em"), None) is not None:
            style = outer.style
        if "class" in element.attrs and _SMALL_CAPS.search(text(element, "class")):
            style |= Style.SMALL_CAPS
        href, href_anchor = outer.href, outer.href_anchor
        if name == "a" and (told := text(element, "href").strip()):
            href, href_anchor = self._address(told), self._written(link)
        kind, level = self._kind(name, outer)
        return _State(
            style,
            href,
            href_anchor,
            kind,
            level,
            outer.depth + (name in ("ol", "ul")),
            outer.around or is_furniture(element),
            id(element) in self.linked.raised if name == "sup" else outer.raised_call,
            outer.preformatted or name == "pre",
        )

    def _kind(self, name: str, outer: _State) -> tuple[ParagraphKind, int]:
        """What a paragraph in such an element is, and its level."""
        kind = _KINDS.get(name)
        if kind is None:
            return outer.kind, outer.level
        if kind is ParagraphKind.HEADING:
            return kind, int(name[1])
        if kind is ParagraphKind.QUOTATION:
            return kind, outer.level + 1 if outer.kind is kind else 1
        return kind, outer.depth

    def _address(self, href: str) -> str | None:
        """Where a link leads; None where that is within the site, which the page does not name."""
        if href.startswith("#"):
            return href
        if href.startswith("//"):
            return f"https:{href}"
        if self._base:
            try:
                href = urljoin(self._base, href)
            except ValueError:
                return href
        href = _unwrapped(href)
        return (
            href if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", href) or href.startswith("//") else None
        )

    def _written(self, link: "LinkTag | None") -> Anchor | None:
        return Anchor(link.href_start, link.href_end, self._page.part) if link else None

    def _item(self, element: "Element") -> None:
        if not self._counts:
            return
        value = text(element, "value")
        self._counts[-1] = (
            int(value) if value.isdigit() and len(value) < 7 else self._counts[-1] + 1
        )
        if self._counts[-1] >= 0:
            parent = element.parent
            self._label = f"{_numeral(self._counts[-1], parent)}." if parent is not None else ""

    # Notes

    def _end_shared(self, state: _State, depth: int) -> None:
        """The end of an element in which notes began one after another."""
        while self._outputs[-1].until > depth:
            self._flush(state)
            self._outputs.pop()

    def _begin_note(self, element: "Element", state: _State, depth: int) -> bool:
        """Whether a note begins that this element holds; one that begins within it only turns the text there."""
        key = self.linked.holders.get(id(element))
        if key is None and not state.around and (aside := _ASIDE.search(text(element, "class"))):
            key = self._aside(element, bool(aside["numbered"]))
        if key is not None:
            self._open(key)
            return True
        self._starts(element, state, depth)
        return False

    def _starts(self, element: "Element", state: _State, depth: int) -> None:
        """A note that begins here and goes on behind the element, in what holds others as well."""
        key = self.linked.starts.get(id(element))
        if key is not None:
            self._flush(state)
            if self._outputs[-1].until:
                self._outputs.pop()
            self._open(key, depth)

    def _open(self, key: str, until: int = 0) -> None:
        if self._label:
            self.found.ordinals.setdefault(key, self._label.rstrip("."))
            self._label = ""
        self.found.notes.setdefault(key, [])
        self._outputs.append(_Output(key, until))
        self._rule = False

    def _aside(self, element: "Element", numbered: bool) -> str:
        """A note that stands where it is called: the call is put there."""
        key = f"aside:{self._page.part}:{id(element)}"
        label = ""
        if numbered:
            self._asides += 1
            label = str(self._asides)
        self.found.aside[key] = label
        if label:
            self._outputs[-1].line.call(Call(key, label))
        return key

    def _call(self, key: str, element: "Element", link: "LinkTag | None") -> None:
        for one in inner(element, "a"):
            if "href" in one.attrs:
                link = self._page.places.link(text(one, "href")) or link
        self._read_past(element)
        label = label_of(element)
        anchor = self._around(link) if link else None
        place = None
        if anchor and self._lines is not None:
            place = Place(self.path, *self._lines.at(anchor.start))
        self._outputs[-1].line.call(Call(key, label, anchor, place))
        self._outputs[-1].blank = False

    def _read_past(self, element: "Element") -> None:
        """The words of a call are none of the text; their places are passed."""
        for words in element.strings:
            self._page.places.text(str(words))

    def _around(self, link: "LinkTag") -> Anchor:
        """Where a call is written, with the tags that raise it."""
        source, start = self._page.source, link.start
        end = source.find("</a", link.end, link.end + 600)
        end = source.find(">", end) + 1 if end >= 0 else link.end
        before = re.search(r"<sup\b[^<>]*>\s*$", source[max(0, start - 300) : start], re.IGNORECASE)
        after = re.match(r"\s*</sup\s*>", source[end : end + 40], re.IGNORECASE)
        if before and after:
            start, end = start - (len(before[0])), end + after.end()
        return Anchor(start, end, self._page.part)

    # Text

    def _text(self, words: str, state: _State) -> None:
        traced = self._page.places.text(words)
        if state.around or (state.raised_call and not any(char.isalnum() for char in words)):
            return
        if self._outputs[-1].key == "" and words.isspace() and self._outputs[-1].blank:
            return
        self._set(words, state, traced)

    def _set(self, words: str, state: _State, traced: Traced | None) -> None:
        output = self._outputs[-1]
        if state.around:
            return
        if not state.preformatted:
            if output.blank:
                bare = words.lstrip(" \t\n\r\f")
                if traced and len(bare) < len(words):
                    traced = traced[len(words) - len(bare) :]
                words = bare
            words, traced = folded(words, traced)
        if not words:
            return
        output.blank = words[-1] == " "
        anchor: Anchor | None = None
        pieces: tuple[tuple[int, int], ...] = ()
        if traced is not None:
            start, end = traced.origin(0), traced.ends_at(len(traced.text))
            anchor, pieces = Anchor(start, end, self._page.part), traced.pieces(0, len(traced.text))
            if output.start is None and words.strip():
                output.start = start
            output.end = end
        output.line.add(words, state.style, state.href, anchor, state.href_anchor, pieces)

    def _flush(self, state: _State) -> None:
        """The end of a paragraph."""
        output = self._outputs[-1]
        if output.line.length or output.line.has_calls:
            block = output.line.block(self._place(output), state.kind, state.level, self._label)
            block = _without_brackets(block)
            if block.runs or block.calls:
                anchor = (
                    Anchor(output.start, output.end, self._page.part)
                    if output.start is not None
                    else None
                )
                self._keep(output, replace(block, rule=self._rule, anchor=anchor))
        output.line, output.start, output.blank = Line(), None, True

    def _keep(self, output: _Output, block: Block) -> None:
        if output.key:
            self.found.notes[output.key].append(block)
        else:
            self.found.body.append(block)
            self._rule = False
        self._label = ""

    def _place(self, output: _Output) -> Place:
        self._paragraphs += 1
        if self._lines is not None:
            return Place(self.path, *self._lines.at(output.start or 0))
        return Place(self.path, part=self._page.part, paragraph=self._paragraphs, character=1)


def _depth_of_block(stack: "Sequence[tuple[object, Element, object, object]]") -> int:
    """How deep the innermost paragraph or block is that is open."""
    return next((at + 1 for at in range(len(stack) - 1, -1, -1) if stack[at][1].name in BLOCKS), 1)


def _start(element: "Element") -> int:
    value = text(element, "start")
    return int(value) if value.isdigit() and len(value) < 7 else 1


def _numeral(count: int, of_list: "Element") -> str:
    kind = text(of_list, "type")
    style = text(of_list, "style") + text(of_list, "class")
    if kind in ("i", "I") or "-roman" in style:
        roman = int_to_roman(count) if 0 < count < 4000 else str(count)
        return roman.upper() if kind == "I" or "upper-roman" in style else roman
    if (kind in ("a", "A") or "-alpha" in style) and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if kind == "A" or "upper-alpha" in style else letter
    return str(count)


def _unwrapped(href: str) -> str:
    """The address behind one that leads there by way of a search engine, as Google Docs exports them."""
    try:
        parts = urlsplit(href)
        if parts.hostname == _GOOGLE and parts.path == "/url":
            return parse_qs(parts.query).get("q", [href])[0]
    except ValueError:
        return href
    return href


def _without_brackets(block: Block) -> Block:
    """A paragraph without the brackets that stand around its calls."""
    words = block.text if block.calls else ""
    gone = sorted(
        {
            (at - 1, at + 1)
            for at, _ in block.calls
            if words[at - 1 : at + 1] in ("[]", "()") and at > 0
        }
    )
    return without(block, gone) if gone else block
