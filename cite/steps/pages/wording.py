"""Regular expressions over the words of pages, tried only where a page holds a word without which they cannot match.

Most pages hold none of the words of walls, sales or errors, and a long expression in thirty languages takes
milliseconds to find that out. One pass of a matcher of many words at once (Aho and Corasick 1975) takes
microseconds. Which words these are is worked out from the expressions themselves and kept in `needles.py`; an
expression that is not there, because somebody has changed it since, is tried on every page as it is.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b
from typing import Any

from ahocorasick import STORE_LENGTH, Automaton

from cite.steps.pages.needles import NEEDLES

_TWINS = re.compile("[µ\u0345ΐΰϐϵϑϰϖϱϕᲀᲁᲂᲃᲄᲅᲆᲇᲈẛ\u1fbeΐΰﬅﬆ]")
"""Letters that `re.IGNORECASE` takes for others which `folded` keeps apart; rare enough not to be folded."""


def folded(text: str) -> str:
    """A text with all letters alike that `re.IGNORECASE` takes for one another, `_TWINS` aside."""
    if text.isascii():
        return text.lower()
    lowered = text.replace("İ", "i").lower()
    return lowered.replace("ı", "i").replace("ς", "σ").replace("ſ", "s")


def digest(pattern: str, flags: int) -> str:
    """By which an expression is known in `needles.py`."""
    return blake2b(f"{flags} {pattern}".encode(), digest_size=8).hexdigest()


class Wording:
    """A regular expression as `re` has it, case ignored, compiled when a text first holds one of its needles."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = int(flags | re.IGNORECASE)

    def may_match(self, text: str) -> bool:
        """Whether the expression has to be tried at all."""
        if self._needles is None:
            return True
        if next(self._needles.iter(folded(text)), None) is not None:
            return True
        return not text.isascii() and _TWINS.search(text) is not None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match."""
        return self.compiled.finditer(text) if self.may_match(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """The words of every match."""
        return self.compiled.findall(text) if self.may_match(text) else []

    def subn(self, replacement: str, text: str) -> tuple[str, int]:
        """The text with every match replaced, and how many there were."""
        return self.compiled.subn(replacement, text) if self.may_match(text) else (text, 0)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _needles(self) -> Automaton | None:
        needles = NEEDLES.get(digest(self.pattern, self.flags))
        if not needles:
            return None
        automaton = Automaton(STORE_LENGTH)
        for needle in needles.split("|"):
            automaton.add_word(needle)
        automaton.make_automaton()
        return automaton
