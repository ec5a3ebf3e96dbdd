"""A page as a tree, whichever parser built it: as much of it as is looked at here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol


class Node(Protocol):
    """An element."""

    @property
    def tag(self) -> str:
        """Its name in lower case."""

    @property
    def attributes(self) -> Mapping[str, str | None]:
        """By name in lower case; what has no value may be empty or None."""

    @property
    def parent(self) -> "Node | None":
        """The element that it stands in."""

    @property
    def mem_id(self) -> int:
        """What tells it from the other elements of its tree."""

    def text(self, *, separator: str = "") -> str:
        """All text within it, script and style included, with something between the pieces."""

    def css_first(self, query: str) -> "Node | None":
        """The first element within it that a selector means."""

    def decompose(self) -> None:
        """Take it out of its tree, and all that it holds."""


class Tree(Protocol):
    """A page."""

    @property
    def root(self) -> Node | None:
        """The element around all."""

    @property
    def body(self) -> Node | None:
        """None for a page of frames."""

    def css(self, query: str) -> Sequence[Node]:
        """The elements that a selector means, in the order of the page; the fast parser names one once for each
        part of the selector that means it."""


def each(tree: Tree, query: str) -> Iterator[Node]:
    """The elements that a selector means, in the order of the page, each once."""
    last = None
    for node in tree.css(query):
        if node.mem_id != last:
            last = node.mem_id
            yield node


def folded(text: str | None) -> str:
    """A text with its white space folded."""
    return " ".join((text or "").split())
