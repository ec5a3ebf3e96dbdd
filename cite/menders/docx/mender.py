"""Word documents with their links mended: every change tracked, and a comment at each note's marker.

Targets of hyperlinks cannot be tracked by Word, so a link that leads elsewhere is a deleted link and an inserted
one. What Zotero and others keep in fields is left alone.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from cite.formats.package import Package
from cite.formats.xml import element
from cite.menders.docx.parts import Parts
from cite.menders.docx.tracked import (
    AUTHOR,
    Tracking,
    cut_out,
    end_of_field,
    field_around,
    like,
    link_around,
    run_of,
    runs_of,
)
from cite.model.document import Anchor
from cite.model.mending import Change, Mending, Remark, Style
from cite.readers.docx.names import SPACE, w
from cite.readers.docx.parts import Parts as ReadParts
from cite.recognisers.addresses.url import looks_like_address
from cite.steps.mending.phrases import archived

if TYPE_CHECKING:
    from cite.formats.xml import Element

_CODE, _RUN = w("instrText"), w("r")
_INITIALS = "c"


class Docx:
    """Word's format."""

    def mend(self, content: bytes, mending: Mending) -> bytes:
        """The file with tracked changes and comments; every part without any is as it was."""
        if not mending.changes and not mending.remarks:
            return content
        main = ReadParts(content).main
        parts = Parts(Package(content))
        _comment(parts, main, mending.remarks, mending)
        writer = _Writer(parts, mending)
        for change in sorted(mending.changes, key=_where, reverse=True):
            writer.write(change)
        return parts.written()


def _where(change: Change) -> tuple[str, int, int]:
    """Later in a part first, so that what stands before keeps its place."""
    anchor = _stretch(change)[0]
    return anchor.part, anchor.node or 0, anchor.start


def _stretch(change: Change) -> Sequence[Anchor]:
    link = change.link
    if link.anchor:
        return (link.anchor,)
    return link.pieces or ((link.href_anchor,) if link.href_anchor else ())


@dataclass(slots=True)
class _Writer:
    """Writes changes into parts, the last one of each part first."""

    parts: Parts
    mending: Mending

    def write(self, change: Change) -> None:
        """One change."""
        stretch = _stretch(change)
        if not stretch or stretch[0].attribute:
            return
        part = stretch[0].part
        tracking = Tracking.of(self.parts.tree(part), self.mending.made)
        nodes = [self.parts.node(part, one.node or 0) for one in stretch]
        if change.style is Style.APPEND:
            self._append(change, part, nodes[-1], stretch[-1], tracking)
            return
        link = link_around(nodes[0])
        code = self._code(change)
        if link is not None:
            self._new_link(change, part, [link], runs_of(link), tracking)
        elif code is not None and (runs := field_around(code)):
            self._new_link(change, part, [runs[-1]], runs, tracking)
        else:
            self._new_text(change, nodes, stretch, tracking)

    def _code(self, change: Change) -> "Element | None":
        """The code of the field that the link is, if it is one."""
        anchor = change.link.href_anchor
        if anchor is None or anchor.attribute or anchor.node is None:
            return None
        node = self.parts.node(anchor.part, anchor.node)
        return node if node.tag == _CODE else None

    def _new_link(
        self,
        change: Change,
        part: str,
        behind: Sequence["Element"],
        runs: Sequence["Element"],
        tracking: Tracking,
    ) -> None:
        """A link deleted, and one inserted behind it that leads to the new address."""
        shown = change.link.shown
        words = change.new if looks_like_address(shown) else shown
        model = next((run for run in reversed(runs) if run.find(w("t")) is not None), runs[-1])
        made = tracking.link(self._relate(part, change.new), like(model, words))
        last = behind[-1]
        last.addnext(made)
        tracking.delete(runs)

    def _new_text(
        self,
        change: Change,
        nodes: Sequence["Element"],
        stretch: Sequence[Anchor],
        tracking: Tracking,
    ) -> None:
        """Words deleted and others inserted behind them."""
        pieces = [
            cut_out(node, one.start, one.end)
            for node, one in reversed(list(zip(nodes, stretch, strict=True)))
        ]
        last = pieces[0]
        last.addnext(tracking.inserted(like(last, change.new)))
        tracking.delete(pieces)

    def _append(
        self, change: Change, part: str, node: "Element", where: Anchor, tracking: Tracking
    ) -> None:
        """Where the copy is, behind the link."""
        when = change.memento.datetime if change.memento else None
        phrase = archived(change.context, when) if when else None
        before, after = (f"{phrase.before} ", phrase.after) if phrase else (", now at ", "")
        link = link_around(node)
        run = cut_out(node, where.start, where.end) if link is None else run_of(node)
        last = link if link is not None else end_of_field(run)
        if link is not None:
            made = [
                tracking.inserted(like(run, before)),
                tracking.link(self._relate(part, change.new), like(run, change.new)),
                *([tracking.inserted(like(run, after))] if after else []),
            ]
        else:
            made = [tracking.inserted(like(run, f"{before}{change.new}{after}"))]
        for one in reversed(made):
            last.addnext(one)

    def _relate(self, part: str, target: str) -> str:
        return self.parts.relate(part, "hyperlink", target, external=True)


def _comment(parts: Parts, main: str, remarks: Iterable[Remark], mending: Mending) -> None:
    """A comment at each marker in the text; Word has none within notes."""
    at_markers = [one for one in remarks if one.anchor.part == main and one.anchor.node is not None]
    if not at_markers:
        return
    comments = parts.comments(main)
    ours = {one.get(w("id")) for one in comments if one.get(w("author")) == AUTHOR}
    used = [int(one.get(w("id"), "0")) for one in comments if one.get(w("id"), "").isdigit()]
    numbers = count(max(used, default=-1) + 1)
    for remark in at_markers:
        run = run_of(parts.node(main, remark.anchor.node or 0))
        if _has_ours(run, ours):
            continue
        number = next(numbers)
        told = {w("id"): str(number)}
        run.addprevious(element(w("commentRangeStart"), told))
        reference = element(_RUN)
        reference.append(element(w("commentReference"), told))
        run.addnext(reference)
        run.addnext(element(w("commentRangeEnd"), told))
        comments.append(_note(remark, number, mending))


def _has_ours(run: "Element", ours: Collection[str | None]) -> bool:
    """Whether a comment of ours stands at a marker already: it is not said twice."""
    before = run.getprevious()
    while before is not None and before.tag == w("commentRangeStart"):
        if before.get(w("id")) in ours:
            return True
        before = before.getprevious()
    return False


def _note(remark: Remark, number: int, mending: Mending) -> "Element":
    told = {
        w("id"): str(number), w("author"): AUTHOR, w("initials"): _INITIALS,
        w("date"): f"{mending.made:%Y-%m-%d}T00:00:00Z",
    }  # fmt: skip
    comment = element(w("comment"), told)
    for line in remark.text.split("\n"):
        paragraph, run = element(w("p")), element(_RUN)
        run.append(element(w("t"), {SPACE: "preserve"}, line))
        paragraph.append(run)
        comment.append(paragraph)
    return comment
