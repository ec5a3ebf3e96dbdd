"""The source cut into blocks by a CommonMark parser: paragraphs, headings, items, cells, and notes `[^x]: …`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from cite.formats.traced import Traced, joined
from cite.model.document import ParagraphKind
from cite.readers.markdown.front_matter import front_matter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEFINES = re.compile(r"\]:\s*(?:>\s*)*")
"""Before the address of a definition; it may stand in a quotation, and on a line of its own."""
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)\s*\S")


@dataclass(frozen=True, slots=True)
class Held:
    """The note that a block belongs to."""

    ordinal: int
    """One number a note, in the order of the source."""
    label: str
    by_hand: bool
    """Whether the label is what readers see; `[^x]` names number themselves."""
    start: int
    """Where in the source the note begins, its label included."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words that belong together."""

    text: Traced
    kind: ParagraphKind
    level: int = 0
    number: str = ""
    """Of the first block of a numbered list item, its number."""
    item: int = 0
    """One number a list item, 0 outside lists."""
    is_html: bool = False
    """Whether its words are raw HTML, still to be cut at its tags."""
    is_rule: bool = False
    note: Held | None = None
    glue: str = " "
    """What stands between it and the part of its note before it: nothing where an address was cut."""

    @property
    def start(self) -> int:
        """Where in the source its words begin."""
        return self.text.origin(0)


@cache
def parser(indents_its_prose: bool = False) -> "MarkdownIt":
    """A CommonMark parser with tables and notes; addresses stay as written, and are judged later."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    made = MarkdownIt("commonmark", {"html": True, "maxNesting": 60})
    made.use(footnote_plugin, inline=False, move_to_end=False).enable("table")
    made.use(attrs_plugin, spans=True)
    made.normalizeLink = lambda url: url  # type: ignore[method-assign]
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    return made.disable("code") if indents_its_prose else made


@dataclass(slots=True)
class Parsed:
    """A source in blocks, and the addresses that its reference links name."""

    blocks: list[Block]
    references: "dict[str, Definition]"


class Definition(TypedDict):
    """What `[label]: address "title"` says, as the parser keeps it."""

    title: str
    href: str
    map: tuple[int, int]
    """Its first line, and the line behind its last, from 0."""
    written: NotRequired[tuple[int, int]]
    """Where in the source its address stands; left out where that cannot be told."""


def parse(source: str) -> Parsed:
    """The source in blocks, in order."""
    from markdown_it.rules_block import StateBlock

    made = parser(_indents_its_prose(source))
    environment: dict[str, Any] = {}
    state = StateBlock(_without_front_matter(source), made, environment, [])
    made.block.tokenize(state, state.line, state.lineMax)
    walk = _Walk(source)
    references: dict[str, Definition] = environment.get("references", {})
    for definition in references.values():
        if written := walk.written(definition):
            definition["written"] = written
    return Parsed(list(walk.blocks(state.tokens)), references)


def _without_front_matter(source: str) -> str:
    """The source with its front matter blanked, so that lines keep their numbers."""
    lines = source.split("\n")
    count = front_matter(lines)
    return "\n".join([""] * count + lines[count:]) if count else source


def _indents_its_prose(source: str) -> bool:
    """Whether paragraphs begin with an indent, as typists do it: then an indent is no sign of code."""
    starts = [piece for piece in re.split(r"\n[ \t]*\n", source) if piece.strip()]
    first_lines = [piece.lstrip("\n") for piece in starts]
    return 2 * sum(bool(_INDENTED.match(line)) for line in first_lines) > len(first_lines)


_LIST = frozenset(
    ("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close")
)


@dataclass(slots=True)
class _Walk:
    """One pass over the parser's tokens, and what stands open around the one that is reached."""

    source: str
    lines: list[str] = field(init=False)
    offsets: list[int] = field(init=False)
    """Where each line begins in the source."""
    heading: int = 0
    """Level of the heading, 0 outside headings."""
    quotes: int = 0
    lists: int = 0
    in_table: bool = False
    cell_from: int = 0
    """Column in a line of a table behind the cells that were read."""
    open_items: list[tuple[int, str]] = field(default_factory=list)
    """Of each list item its running number, and the number printed before it until a block bears that."""
    items: int = 0
    """List items begun so far."""
    held: Held | None = None
    notes: int = 0
    """Notes begun so far."""

    def __post_init__(self) -> None:
        self.lines = self.source.split("\n")
        self.offsets = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def blocks(self, tokens: Sequence["Token"]) -> Iterator[Block]:
        for token in tokens:
            match token.type:
                case "inline":
                    yield self._words(token)
                case "html_block":
                    yield self._verbatim(token, ParagraphKind.TEXT, is_html=True)
                case "fence" | "code_block":
                    yield self._verbatim(token, ParagraphKind.CODE)
                case "hr":
                    text, _ = self._traced(token, 0)
                    yield Block(text, ParagraphKind.TEXT, is_rule=True, note=self.held)
                case _:
                    self._pass(token)

    def _pass(self, token: "Token") -> None:
        """What the beginning or the end of something opens or closes."""
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "heading_close":
                self.heading = 0
            case "blockquote_open" | "blockquote_close":
                self.quotes += token.nesting
            case "list_item_open":
                self.items += 1
                self.open_items.append((self.items, token.info))
            case "list_item_close":
                self.open_items.pop()
            case "footnote_reference_open":
                self.notes += 1
                start = self.offsets[token.map[0]] if token.map else 0
                self.held = Held(self.notes, token.meta["label"], False, start)
            case "footnote_reference_close":
                self.held = None
            case "tr_open":
                self.cell_from = 0
                self.in_table = True
            case "table_close":
                self.in_table = False
            case of_list if of_list in _LIST:
                self.lists += token.nesting

    def _words(self, token: "Token") -> Block:
        text, end = self._traced(token, self.cell_from if self.in_table else 0)
        self.cell_from = end
        item, number = self.open_items[-1] if self.open_items else (0, "")
        if self.open_items:
            self.open_items[-1] = (item, "")
        kind, level = self._kind(token)
        return Block(text, kind, level, number, item, note=self.held)

    def _kind(self, token: "Token") -> tuple[ParagraphKind, int]:
        """What the words of a token are, and how deep they stand."""
        if self.heading and not _is_prose(self._written(token)):
            return ParagraphKind.HEADING, self.heading
        if self.in_table:
            return ParagraphKind.TABLE, 0
        if self.quotes:
            return ParagraphKind.QUOTATION, self.quotes
        if self.lists:
            return ParagraphKind.LIST_ITEM, self.lists
        return ParagraphKind.TEXT, 0

    def _verbatim(self, token: "Token", kind: ParagraphKind, is_html: bool = False) -> Block:
        text, _ = self._traced(token, 0)
        item = self.open_items[-1][0] if self.open_items else 0
        return Block(text, kind, item=item, is_html=is_html, note=self.held)

    def written(self, definition: Definition) -> tuple[int, int] | None:
        """Where in the source the address of a definition stands."""
        first, last = definition["map"]
        at, end = self.offsets[first], self.offsets[last] if last < len(self.offsets) else None
        text = self.source[at:end]
        for found in _DEFINES.finditer(text):
            result = parser().helpers.parseLinkDestination(text, found.end(), len(text))
            if result.ok and result.str == definition["href"]:
                bracketed = text.startswith("<", found.end())
                return at + found.end() + bracketed, at + result.pos - bracketed
        return None

    def _written(self, token: "Token") -> str:
        start, end = token.map or (0, 0)
        return "\n".join(self.lines[start : end + 1])

    def _traced(self, token: "Token", column: int) -> tuple[Traced, int]:
        """The words of a token, each line found again in its line of the source, from a column on in the first."""
        start, end = token.map or (0, 0)
        if token.type not in ("inline", "html_block"):
            text = "\n".join(self.lines[start:end])
            return Traced(text, (0,), (self.offsets[start],)), 0
        at = start
        pieces: list[Traced] = []
        content = token.content.removesuffix("\n")
        for number, line in enumerate(content.split("\n")):
            at = start + number
            words = line.strip()
            found = self.lines[at].find(words, column) if at < len(self.lines) else -1
            if (
                found < 0
            ):  # what the parser changed itself: an escaped bar in a cell, a tab made blanks
                found = column
            if pieces:
                pieces.append(Traced("\n", (0,), (self.offsets[at] - 1,)))
            pieces.append(
                Traced(words, (0,), (self.offsets[min(at, len(self.lines) - 1)] + found,))
            )
            column = found + len(words)
            if number < content.count("\n"):
                column = 0
        return joined(pieces), column


def _is_prose(written: str) -> bool:
    """Whether what CommonMark takes for a heading is a paragraph with a rule right below it."""
    lines = written.rstrip().split("\n")
    if len(lines) < 2 or not re.fullmatch(r"\s{0,3}-{2,}\s*", lines[-1]):
        return False
    words = "\n".join(lines[:-1]).strip()
    return len(lines) > 2 or words.endswith((".", "?", "!", "”", '"'))
