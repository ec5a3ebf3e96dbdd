"""Links of a Word file as they stand in it: hyperlinks, and fields whose code is HYPERLINK."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cite.menders.docx.tracked import run_of
from cite.readers.docx.fields import hyperlink
from cite.readers.docx.names import w

if TYPE_CHECKING:
    from cite.formats.xml import Element

_RUN, _TEXT, _LINK, _SIMPLE = w("r"), w("t"), w("hyperlink"), w("fldSimple")
_PARAGRAPH, _MARK = w("p"), w("fldChar")
_OF_A_FIELD = (_MARK, w("instrText"))
_CALLS = tuple(map(w, ("footnoteReference", "endnoteReference", "commentReference")))
_DEEPEST_FIELD = 20


@dataclass(frozen=True, slots=True)
class FileLink:
    """A link and the runs that it is made of."""

    last: "Element"
    """What a new link is put behind."""
    runs: tuple["Element", ...]
    """Those that nobody deleted yet and that call no note; of a field its marks and code as well."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Of a hyperlink: where it leads, and how."""
    target: str = ""
    """Of a field: where it leads."""

    @property
    def shown(self) -> tuple["Element", ...]:
        """The runs that a reader sees."""
        return tuple(run for run in self.runs if next(run.iter(*_OF_A_FIELD), None) is None)

    @property
    def model(self) -> "Element":
        """The run whose typography new words take."""
        return next((run for run in reversed(self.runs) if run.find(_TEXT) is not None), self.last)


def link_around(node: "Element") -> FileLink | None:
    """The link that a text, or the code of a field, stands in."""
    for around in node.iterancestors(_LINK, _SIMPLE):
        target = hyperlink(around.get(w("instr"), ""))
        if around.tag == _LINK:
            return hyperlink_of(around)
        if target is not None:
            return FileLink(
                around, _standing(around.iter(_RUN), _paragraph_of(around)), target=target
            )
    return _field_around(run_of(node))


def hyperlink_of(link: "Element") -> FileLink:
    """A hyperlink."""
    return FileLink(
        link,
        _standing(link.iter(_RUN), _paragraph_of(link)),
        {str(name): str(value) for name, value in link.items()},
    )


def _field_around(run: "Element") -> FileLink | None:
    """The innermost HYPERLINK field of a paragraph that a run belongs to."""
    for _ in range(_DEEPEST_FIELD):
        before = _until(_runs(run, preceding=True), "begin", "end")
        behind = _until(_runs(run, preceding=False), "end", "begin")
        if not before or not behind:
            return None
        runs = [*reversed(before), run, *behind]
        target = hyperlink(
            "".join(one.text or "" for run in runs for one in run.iter(w("instrText")))
        )
        if target is not None:
            return FileLink(behind[-1], _standing(runs, _paragraph_of(run)), target=target)
        run = before[-1]
    return None


def end_of_field(run: "Element") -> "Element":
    """The last run of the field whose result a run stands in; the run itself outside of fields."""
    paragraph = _paragraph_of(run)
    if paragraph is None or next(paragraph.iter(_MARK), None) is None:
        return run
    before = _until(_runs(run, preceding=True), "begin", "end")
    behind = _until(_runs(run, preceding=False), "end", "begin") if before else None
    return behind[-1] if behind else run


def _standing(runs: Iterable["Element"], paragraph: "Element | None") -> tuple["Element", ...]:
    """Runs of the paragraph itself, not of a box that floats within, which are to be read and call nothing."""
    return tuple(
        run
        for run in runs
        if _paragraph_of(run) is paragraph
        and next(run.iterancestors(w("del")), None) is None
        and next(run.iter(*_CALLS), None) is None
    )


def _paragraph_of(element: "Element") -> "Element | None":
    return next(element.iterancestors(_PARAGRAPH), None)


def _runs(run: "Element", preceding: bool) -> Iterator["Element"]:
    """The runs of its paragraph before a run, the nearest first, or behind it."""
    at: Element | None = run
    while at is not None and at.tag != _PARAGRAPH:
        for one in at.itersiblings(preceding=preceding):
            found = list(one.iter(_RUN))
            yield from reversed(found) if preceding else found
        at = at.getparent()


def _until(runs: Iterator["Element"], wanted: str, other: str) -> "list[Element] | None":
    """Runs up to the one with the mark wanted, fields within passed over."""
    found: list[Element] = []
    depth = 0
    for run in runs:
        found.append(run)
        for mark in run.iter(_MARK):
            kind = mark.get(w("fldCharType"))
            depth += (kind == other) - (kind == wanted)
            if depth < 0:
                return found
    return None
