"""Changes as Word tracks them: what goes stays as deleted, what comes is inserted, both with author and date.

Rejecting all gives the old text with its old links, accepting all the new one (ECMA-376, part 1, 17.13.5).
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from cite.formats.xml import element
from cite.readers.docx.names import RELATED, SPACE, w

if TYPE_CHECKING:
    from cite.formats.xml import Element

AUTHOR = "cite"
_RUN, _TEXT, _CODE, _LINK = w("r"), w("t"), w("instrText"), w("hyperlink")
_DELETED = {_TEXT: w("delText"), _CODE: w("delInstrText")}


@dataclass(slots=True)
class Tracking:
    """Who changes, when, and the next number of a change in the part."""

    day: date
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    def of(cls, root: "Element", day: date) -> "Tracking":
        """Numbers that no change of the part has."""
        used = (
            one.get(w("id"), "")
            for one in root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))
        )
        return cls(day, count(max((int(n) for n in used if n.isdigit()), default=0) + 9001))

    def mark(self, name: str) -> "Element":
        """An empty change: `ins` or `del`."""
        told = {
            w("id"): str(next(self.numbers)),
            w("author"): AUTHOR,
            w("date"): f"{self.day:%Y-%m-%d}T00:00:00Z",
        }
        return element(w(name), told)

    def delete(self, runs: Sequence["Element"]) -> None:
        """Runs stay where they are, as deleted."""
        for run in runs:
            mark = self.mark("del")
            run.addprevious(mark)
            mark.append(run)
            for one in run.iter(*_DELETED):
                one.tag = _DELETED[one.tag]

    def inserted(self, run: "Element") -> "Element":
        """A run as inserted."""
        mark = self.mark("ins")
        mark.append(run)
        return mark

    def link(self, relationship: str, run: "Element") -> "Element":
        """A hyperlink whose text is inserted."""
        link = element(_LINK, {RELATED: relationship})
        link.append(self.inserted(run))
        return link


def like(run: "Element", text: str) -> "Element":
    """A run of some text in the typography of another."""
    made = element(_RUN)
    properties = run.find(w("rPr"))
    if properties is not None:
        made.append(deepcopy(properties))
    made.append(element(_TEXT, {SPACE: "preserve"}, text))
    return made


def cut_out(node: "Element", start: int, end: int) -> "Element":
    """The run of a stretch of a text node alone, what stood before and behind it in runs of its own."""
    run = run_of(node)
    text = node.text or ""
    middle, behind = like(run, text[start:end]), like(run, text[end:])
    following = list(node.itersiblings())
    for one in following:
        behind.append(one)
    run.addnext(middle)
    if text[end:] or following:
        if not text[end:]:
            behind.remove(next(behind.iter(_TEXT)))
        middle.addnext(behind)
    node.text = text[:start]
    node.set(SPACE, "preserve")
    if not text[:start]:
        run.remove(node)
        parent = run.getparent()
        if parent is not None and all(child.tag == w("rPr") for child in run):
            parent.remove(run)
    return middle


def run_of(node: "Element") -> "Element":
    """The run that a text, a code or a reference stands in."""
    run = node.getparent()
    assert run is not None
    return run


def link_around(node: "Element") -> "Element | None":
    """The hyperlink that a node stands in."""
    return next(node.iterancestors(_LINK), None)


def runs_of(link: "Element") -> list["Element"]:
    """The runs of a hyperlink that are not deleted already."""
    return [run for run in link.iter(_RUN) if next(run.iterancestors(w("del")), None) is None]


def field_around(code: "Element") -> list["Element"]:
    """The runs of the field that a code belongs to, from its beginning to its end; none where they are scattered."""
    run = run_of(code)
    before = _until(run.itersiblings(_RUN, preceding=True), "begin", "end")
    behind = _until(run.itersiblings(_RUN), "end", "begin")
    if before is None or behind is None:
        return []
    return [*reversed(before), run, *behind]


def _until(runs: Iterator["Element"], wanted: str, other: str) -> "list[Element] | None":
    """Runs up to the one with the mark wanted, fields within passed over."""
    found: list[Element] = []
    depth = 0
    for run in runs:
        found.append(run)
        for mark in run.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            depth += (kind == other) - (kind == wanted)
            if depth < 0:
                return found
    return None


def end_of_field(run: "Element") -> "Element":
    """The last run of the field whose result a run stands in; the run itself outside of fields."""
    behind = _until(run.itersiblings(_RUN), "end", "begin")
    inside = any(
        mark.get(w("fldCharType")) == "separate"
        for one in run.itersiblings(_RUN, preceding=True)
        for mark in one.iter(w("fldChar"))
    )
    return behind[-1] if behind and inside else run
