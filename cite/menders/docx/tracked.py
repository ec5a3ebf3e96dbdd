"""Changes as Word tracks them: what goes stays as deleted, what comes is inserted, both with author and date.

Rejecting all gives the old text with its old links, accepting all the new one (ECMA-376, part 1, 17.13.5).
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cite.formats.xml import element
from cite.readers.docx.names import SPACE, w

if TYPE_CHECKING:
    from cite.formats.xml import Element

AUTHOR = "cite"
_RUN, _TEXT, _CODE = w("r"), w("t"), w("instrText")
_DELETED = {_TEXT: w("delText"), _CODE: w("delInstrText")}
_INSERTED = (w("ins"), w("moveTo"))
_FORMAT_CHANGE = w("rPrChange")
_DAY_OF_A_CHANGE = "%Y-%m-%dT00:00:00Z"


@dataclass(slots=True)
class Tracking:
    """Who changes, when, and the numbers that nothing else in the file has."""

    day: date
    numbers: Iterator[int]

    def signed(self, name: str) -> "Element":
        """An empty element by the author, of the day, with a number of its own: `ins`, `del`, `comment`."""
        told = {
            w("id"): str(next(self.numbers)),
            w("author"): AUTHOR,
            w("date"): self.day.strftime(_DAY_OF_A_CHANGE),
        }
        return element(w(name), told)

    def delete(self, runs: Iterable["Element"]) -> None:
        """Runs stay where they are, as deleted; those that stand side by side under one mark."""
        mark: Element | None = None
        for run in runs:
            if mark is None or run.getprevious() is not mark:
                mark = self.signed("del")
                run.addprevious(mark)
            mark.append(run)
            for one in run.iter(*_DELETED):
                one.tag = _DELETED[one.tag]

    def inserted(self, *runs: "Element") -> "Element":
        """Runs as inserted."""
        mark = self.signed("ins")
        mark.extend(runs)
        return mark

    def put_behind(self, last: "Element", made: Sequence["Element"]) -> None:
        """What is made right behind something; what another inserted around it ends before and begins anew."""
        around = last.getparent()
        while around is not None and around.tag in _INSERTED:
            if following := list(last.itersiblings()):
                rest = element(
                    around.tag,
                    {str(name): str(value) for name, value in around.items()}
                    | {w("id"): str(next(self.numbers))},
                )
                rest.extend(following)
                around.addnext(rest)
            last, around = around, around.getparent()
        for one in reversed(made):
            last.addnext(one)

    def cut_out(self, node: "Element", start: int, end: int) -> "Element":
        """The run of a stretch of a text node alone, what stood before and behind it in runs of its own."""
        run = run_of(node)
        text = node.text or ""
        following = list(node.itersiblings())
        middle = self._part(run, text[start:end])
        run.addnext(middle)
        if text[end:] or following:
            behind = self._part(run, text[end:])
            behind.extend(following)
            middle.addnext(behind)
        node.text = text[:start]
        node.set(SPACE, "preserve")
        if not text[:start]:
            run.remove(node)
            parent = run.getparent()
            if parent is not None and all(child.tag == w("rPr") for child in run):
                parent.remove(run)
        return middle

    def _part(self, run: "Element", text: str) -> "Element":
        """A part of a run: whoever changed the typography of the whole changed that of each part."""
        made = _run(run.find(w("rPr")), text)
        for change in made.iter(_FORMAT_CHANGE):
            change.set(w("id"), str(next(self.numbers)))
        return made


def like(run: "Element", text: str) -> "Element":
    """A new run of some text in the typography of another."""
    made = _run(run.find(w("rPr")), text)
    _forget_changes(made)
    return made


def _run(properties: "Element | None", text: str) -> "Element":
    made = element(_RUN)
    if properties is not None:
        made.append(deepcopy(properties))
    if text:
        made.append(element(_TEXT, {SPACE: "preserve"}, text))
    return made


def copy_of(run: "Element") -> "Element":
    """The same run once more, as new: nobody has changed its typography yet."""
    made = deepcopy(run)
    made.tail = None
    _forget_changes(made)
    return made


def _forget_changes(run: "Element") -> None:
    for change in list(run.iter(_FORMAT_CHANGE)):
        around = change.getparent()
        assert around is not None
        around.remove(change)


def run_of(node: "Element") -> "Element":
    """The run that a text, a code or a reference stands in."""
    run = node.getparent()
    assert run is not None
    return run
