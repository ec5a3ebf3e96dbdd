"""LaTeX to a tree of commands, groups and words. The only module that knows pylatexenc.

pylatexenc reads letter by letter. Words that hold nothing of LaTeX's, addresses, formulas and verbatim text
are each put to it as one sign and given back with their place, which makes it five times as fast and keeps
a `%` in an address from beginning a comment. Nothing is expanded and nothing is fetched.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cite.model.errors import InputError

_RENAMED = {"\\begin": "\\citebegin", "\\end": "\\citeend"}
"""Environments need not be closed in the paragraph in which they begin, so they are commands like others."""
_BACK = {"citebegin": "begin", "citeend": "end"}
DEEPEST = 60
"""Groups within groups; what people write comes to ten."""
_HELD = "\ue0f2"
_BRACES = re.compile(r"\\.|[{}]")
_STRETCH = re.compile(
    r"(?P<comment>(?<!\\)%[^\n]*(?:\n[ \t]*)?)"
    r"|(?P<verb>\\(?:verb|lstinline)\*?(?P<delimiter>[^a-zA-Z\s*{\[])(?P<verbatim>[^\n]*?)(?P=delimiter))"
    r"|(?P<url>\\(?:url|nolinkurl|path|href)(?:\s*\[[^\]\n]{0,200}\])?\s*)(?=\{)"
    r"|(?P<bar>\\(?:url|path)(?P<bars>[|!+])(?P<barred>[^|!+\n]*)(?P=bars))"
    r"|(?P<accent>\\(?:[`'^\"~=.]\s*(?:\{\s*\\?[a-zA-Z]{0,2}\s*\}|\\[ij](?![a-zA-Z])|[a-zA-Z])"
    r"|[uvHckrdbt](?:\s*\{\s*\\?[a-zA-Z]{1,2}\s*\}|[ \t]+[a-zA-Z](?![a-zA-Z]))))"
    r"|(?P<command>\\(?:[A-Za-z@]+\*?(?:[ \t]*\n(?!\s*\n))?[ \t]*|.|\n))"
    r"|(?P<formula>\$\$(?:[^$\\]|\\.){1,4000}?\$\$|\$(?:[^$\\\n]|\\.|\n(?!\s*\n)){1,1000}?\$)"
    rf"|(?P<words>(?:[^\\{{}}$%&~^_#\[\]*`'\"<>?!\n-]++|\n(?!\s*\n))++|{_HELD})",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Words:
    """Text as the source has it."""

    text: str
    start: int
    """Offset in the source."""
    verbatim: bool = False
    """Whether it is to be taken as it stands: an address, code, a formula."""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands in braces."""

    inside: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Command:
    """A command with the arguments that it is known to take."""

    name: str
    start: int
    end: int
    """Where it and its arguments stand in the source."""
    arguments: tuple[tuple["Node", ...] | None, ...] = field(default=())
    """In order; None for an option that is left out."""


Node = Words | Group | Command


def parse(source: str, offset: int, takes: Mapping[str, str]) -> tuple[Node, ...]:
    """The tree of a paragraph that begins at an offset of its file.

    `takes` says which arguments commands have: `{` one in braces, `[` an option, `*` a star. Raises
    InputError for what is nested beyond all measure.
    """
    from pylatexenc.latexwalker import LatexWalker

    if _depth(source) > DEEPEST:
        raise InputError("is nested too deeply")
    held = _Held(source, offset)
    context = _context(frozenset(takes.items()))
    walker = LatexWalker(held.text, latex_context=context, tolerant_parsing=True)
    nodes, _, _ = walker.get_latex_nodes()
    return tuple(_nodes(nodes, held))


def _depth(source: str) -> int:
    depth = deepest = 0
    for brace in _BRACES.findall(source):
        if brace == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif brace == "}":
            depth = max(0, depth - 1)
    return deepest


@lru_cache(maxsize=8)
def _context(specs: frozenset[tuple[str, str]]) -> Any:
    from pylatexenc.macrospec import LatexContextDb, MacroSpec

    context = LatexContextDb()
    context.add_context_category("known", macros=[MacroSpec(*spec) for spec in specs])
    context.add_context_category("ours", macros=[MacroSpec(name, "{") for name in _BACK])
    context.set_unknown_macro_spec(MacroSpec(""))
    return context


class _Held:
    """A source in which words are one sign each, and the way back."""

    def __init__(self, source: str, offset: int) -> None:
        self.words: list[Words] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        pieces: list[str] = []
        length = at = 0

        def put(text: str, origin: int) -> None:
            nonlocal length
            self._starts.append(length)
            self._origins.append(offset + origin)
            pieces.append(text)
            length += len(text)

        def hold(text: str, origin: int, verbatim: bool = True) -> None:
            self.words.append(Words(text, offset + origin, verbatim))
            put(_HELD, origin)

        while at < len(source):
            match = _STRETCH.search(source, at)
            if match is None:
                put(source[at:], at)
                break
            if match.start() > at:
                put(source[at : match.start()], at)
            at = match.end()
            match match.lastgroup:
                case "comment":
                    pass
                case "verb":
                    put("\\texttt{", match.start())
                    hold(match["verbatim"], match.start("verbatim"))
                    put("}", match.end() - 1)
                case "bar":
                    put("\\url{", match.start())
                    hold(match["barred"], match.start("barred"))
                    put("}", match.end() - 1)
                case "url":
                    put(match[0], match.start())
                    end = _closing(source, at)
                    put("{", at)
                    hold(source[at + 1 : end], at + 1)
                    put("}", end)
                    at = end + 1
                case "formula":
                    hold(
                        match[0].strip("$"),
                        match.start() + len(match[0]) - len(match[0].lstrip("$")),
                    )
                case "words" | "accent":
                    hold(match[0], match.start(), verbatim=False)
                case _:
                    put(_RENAMED.get(match[0].rstrip(), match[0]), match.start())
        self.text = "".join(pieces)
        self._next = iter(self.words)

    def origin(self, at: int) -> int:
        """Where in the source an offset stands."""
        if not self._starts:
            return at
        piece = max(0, bisect_right(self._starts, at) - 1)
        return self._origins[piece] + at - self._starts[piece]

    def split(self, text: str, at: int) -> Iterator[Words]:
        """Letters, and the words held among them, in order."""
        start = 0
        for index, char in enumerate(text):
            if char != _HELD:
                continue
            if index > start:
                yield Words(text[start:index], self.origin(at + start))
            if (word := next(self._next, None)) is not None:
                yield word
            start = index + 1
        if start < len(text):
            yield Words(text[start:], self.origin(at + start))


def _closing(source: str, at: int) -> int:
    """Where the brace that opens here is closed; the end of the line where it is not."""
    depth = 0
    for index in range(at, min(len(source), at + 20_000)):
        char = source[index]
        if char == "\\" or (index and source[index - 1] == "\\"):
            continue
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return index
    end = source.find("\n", at)
    return len(source) if end == -1 else end


def _nodes(nodes: Any, held: _Held) -> Iterator[Node]:
    """pylatexenc's nodes as ours, in the order of the source."""
    from pylatexenc import latexwalker as walked

    for node in nodes or ():
        if node is None:
            continue
        if node.isNodeType(walked.LatexCharsNode):
            yield from held.split(node.chars, node.pos)
        elif node.isNodeType(walked.LatexGroupNode):
            yield Group(tuple(_nodes(node.nodelist, held)))
        elif node.isNodeType(walked.LatexMacroNode):
            start = held.origin(node.pos)
            told = node.nodeargd.argnlist if node.nodeargd else None
            arguments = tuple(None if one is None else _argument(one, held) for one in told or ())
            yield Command(
                _BACK.get(node.macroname, node.macroname),
                start,
                held.origin(node.pos + node.len - 1) + 1,
                arguments,
            )
            if not arguments and node.macro_post_space and not node.macroname.isalpha():
                yield Words(node.macro_post_space, held.origin(node.pos + node.len))
        elif node.isNodeType(walked.LatexSpecialsNode):
            yield Words(node.specials_chars, held.origin(node.pos))
        else:
            yield from held.split(node.latex_verbatim(), node.pos)


def _argument(node: Any, held: _Held) -> tuple[Node, ...]:
    inside = tuple(_nodes([node], held))
    return inside[0].inside if len(inside) == 1 and isinstance(inside[0], Group) else inside
