"""Changes as OpenDocument tracks them: what goes is kept apart from the text, what comes stands between two marks.

Rejecting all gives the old text with its old links, accepting all the new one (ODF 1.3, part 3, 5.5).
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from cite.formats.xml import element
from cite.readers.odt.names import q

if TYPE_CHECKING:
    from cite.formats.xml import Element

AUTHOR = "cite"
_REGIONS, _REGION, _FORMS = q("text:tracked-changes"), q("text:changed-region"), q("office:forms")
_CHANGE, _START, _END = q("text:change"), q("text:change-start"), q("text:change-end")
_NAME, _OF = q("text:id"), q("text:change-id")
_PARAGRAPHS = (q("text:p"), q("text:h"))
_INLINE = (q("text:span"), q("text:a"))


@dataclass(slots=True)
class Tracking:
    """Who changes, when, and where the file lists what changed."""

    root: "Element"
    day: date
    _names: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        used = {one.get(_NAME) for one in self.root.iter(_REGION)}
        self._names = (name for name in map("cite{}".format, count(1)) if name not in used)

    def inserted(self, *made: "Element | str") -> list["Element"]:
        """Words and links between the marks of an insertion."""
        name = self._told(q("text:insertion"))
        start, end = element(_START, {_OF: name}), element(_END, {_OF: name})
        marks = [start]
        for one in made:
            if isinstance(one, str):
                marks[-1].tail = (marks[-1].tail or "") + one
            else:
                marks.append(one)
        return [*marks, end]

    def deleted(self, words: "str | Element", around: "Element | None") -> "Element":
        """The mark of a deletion; `around` is the span or paragraph that the words stood in."""
        gone = element(q("text:p"))
        inner = gone
        for one in _inline(around):
            shell = element(str(one.tag), {str(k): str(v) for k, v in one.items()})
            inner.append(shell)
            inner = shell
        if isinstance(words, str):
            inner.text = words
        else:
            inner.append(words)
        return element(_CHANGE, {_OF: self._told(q("text:deletion"), gone)})

    def _told(self, kind: str, *gone: "Element") -> str:
        """A change in the list of the file; its name."""
        name = next(self._names)
        region, told = element(_REGION, {_NAME: name}), element(kind)
        told.append(self._signature())
        told.extend(gone)
        region.append(told)
        self._regions().append(region)
        return name

    def _signature(self) -> "Element":
        info = element(q("office:change-info"))
        info.append(element(q("dc:creator"), text=AUTHOR))
        info.append(element(q("dc:date"), text=f"{self.day:%Y-%m-%d}T00:00:00"))
        return info

    def _regions(self) -> "Element":
        """The list, made where there is none: that alone does not turn on tracking for whoever writes next."""
        found = next(self.root.iter(_REGIONS), None)
        if found is not None:
            return found
        text = next(self.root.iter(q("office:text")))
        made = element(_REGIONS, {q("text:track-changes"): "false"})
        text.insert(sum(one.tag == _FORMS for one in text), made)
        return made


def _inline(around: "Element | None") -> Sequence["Element"]:
    """Spans and links that words stand in, the outermost first."""
    found: list[Element] = []
    while around is not None and around.tag not in _PARAGRAPHS:
        if around.tag in _INLINE:
            found.append(around)
        around = around.getparent()
    return found[::-1]


def copy_of(one: "Element") -> "Element":
    """The same once more, without what follows it."""
    made = deepcopy(one)
    made.tail = None
    return made
