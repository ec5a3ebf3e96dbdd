"""The numbers that Word prints before the items of a list: they stand nowhere in the text."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cite.readers.docx.names import number, numeral, value, w

if TYPE_CHECKING:
    from cite.formats.xml import Element

_PLACEHOLDER = re.compile(r"%(\d)")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    notation: str
    text: str


@dataclass
class Lists:
    """The lists of a document, each with its count so far."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """By numbering and level."""
    _shared: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def read(cls, root: "Element | None") -> "Lists":
        """The lists that numbering.xml defines."""
        lists = cls()
        if root is None:
            return lists
        abstract = {
            one.get(w("abstractNumId"), ""): dict(map(_level, one.iterfind(w("lvl"))))
            for one in root.iterfind(w("abstractNum"))
        }
        for one in root.iterfind(w("num")):
            name, base = one.get(w("numId"), ""), value(one, "abstractNumId") or ""
            levels = dict(abstract.get(base, {}))
            overrides = list(one.iterfind(w("lvlOverride")))
            for override in overrides:
                levels |= dict(map(_level, override.iterfind(w("lvl"))))
            lists.levels[name] = levels
            lists._shared[name] = name if overrides else base
        return lists

    def next_label(self, name: str, level: int) -> str:
        """The label of the next item of a list; nothing for bullets and for what is no list."""
        levels = self.levels.get(name)
        if not levels or level not in levels or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts[self._shared[name]]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if levels[level].notation == "bullet":
            return ""

        def count(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            own = levels.get(at)
            return numeral(counts.get(at, own.start), own.notation) if own else ""

        return _PLACEHOLDER.sub(count, levels[level].text)


def _level(level: "Element") -> tuple[int, _Level]:
    return number(level.get(w("ilvl")), 0), _Level(
        number(value(level, "start"), 1),
        value(level, "numFmt") or "decimal",
        (value(level, "lvlText") or "")[:100],
    )
