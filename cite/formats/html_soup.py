"""Pages that the fast parser fails on, as the same tree built by the slow one: BeautifulSoup over html5lib.

html5lib builds what browsers build, as the fast parser does, so that what is found in a page hangs on neither; only
within drawings, templates and lists of choices that are not ended it keeps to older rules.
"""

from collections.abc import Mapping
from typing import Any

LONGEST = 400_000
"""Characters that are read: it takes seconds for a million."""


class Soup:
    """A page."""

    def __init__(self, source: str) -> None:
        from bs4 import BeautifulSoup

        self._soup: Any = BeautifulSoup(
            source[:LONGEST], "html5lib", multi_valued_attributes=None, string_containers={}
        )

    @property
    def root(self) -> "SoupNode | None":
        """The element around all."""
        return _node(self._soup.html)

    @property
    def body(self) -> "SoupNode | None":
        """None for a page of frames."""
        return _node(self._soup.body)

    def css(self, query: str) -> list["SoupNode"]:
        """The elements that a selector means, in the order of the page."""
        return [SoupNode(tag) for tag in self._soup.select(query)]


class SoupNode:
    """An element."""

    def __init__(self, tag: Any) -> None:
        self._tag = tag

    @property
    def tag(self) -> str:
        """Its name in lower case."""
        return str(self._tag.name)

    @property
    def attributes(self) -> Mapping[str, str | None]:
        """By name."""
        return {str(name): str(value) for name, value in self._tag.attrs.items()}

    @property
    def parent(self) -> "SoupNode | None":
        """The element that it stands in; None for that around all."""
        return _node(self._tag.parent) if self._tag.name != "html" else None

    @property
    def mem_id(self) -> int:
        """What tells it from others."""
        return id(self._tag)

    def text(self, *, separator: str = "") -> str:
        """All text within it."""
        return str(self._tag.get_text(separator))

    def css_first(self, query: str) -> "SoupNode | None":
        """The first element within it that a selector means."""
        return _node(self._tag.select_one(query))

    def decompose(self) -> None:
        """Take it out of its tree."""
        self._tag.decompose()


def _node(tag: Any) -> SoupNode | None:
    return SoupNode(tag) if tag is not None else None
