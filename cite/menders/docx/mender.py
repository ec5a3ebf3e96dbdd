"""Word documents with their links mended: every change tracked, and a comment at each note's marker.

Targets of hyperlinks cannot be tracked by Word, so a link that leads elsewhere is a deleted link and an inserted
one. What Zotero and others keep in fields is left alone.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cite.formats.package import Package
from cite.formats.xml import element
from cite.menders.docx.links import FileLink, end_of_field, hyperlink_of, link_around
from cite.menders.docx.parts import Parts
from cite.menders.docx.tracked import AUTHOR, Tracking, copy_of, like, run_of
from cite.model.document import Anchor, Link
from cite.model.mending import Change, Mending, Remark, Style
from cite.readers.docx.names import RELATED, SPACE, w
from cite.readers.docx.parts import Parts as ReadParts
from cite.steps.mending.phrases import behind as put_behind
from cite.steps.mending.shown import shows_its_address

if TYPE_CHECKING:
    from cite.formats.xml import Element

_LINK, _RUN = w("hyperlink"), w("r")
_INITIALS = "c"

_Stretch = tuple[Anchor, ...]


class Docx:
    """Word's format."""

    def mend(self, content: bytes, mending: Mending) -> bytes:
        """The file with tracked changes and comments; every part without any is as it was."""
        if not mending.changes and not mending.remarks:
            return content
        read = ReadParts(content)
        parts = Parts(Package(content), read.main, read.named("comments"))
        tracking = Tracking(mending.made, parts.numbers())
        _comment(parts, mending.remarks, tracking)
        _Writer(parts, tracking).write(mending.changes)
        return parts.written()


def _where(change: Change) -> tuple[str, int, int]:
    """Later in a part first, so that what stands before keeps its place."""
    stretch = _stretch(change)
    return (stretch[0].part, stretch[0].node or 0, stretch[0].start) if stretch else ("", 0, 0)


def _stretch(change: Change) -> _Stretch:
    link = change.link
    if link.anchor:
        return (link.anchor,)
    return link.pieces or ((link.href_anchor,) if link.href_anchor else ())


@dataclass(slots=True)
class _Writer:
    """Writes changes into parts, the last one of each part first."""

    parts: Parts
    tracking: Tracking
    replaced: dict[_Stretch, list[Change]] = field(default_factory=dict)
    """By stretch, what is to be put there: a link and the address that it shows may each change."""

    def write(self, changes: Iterable[Change]) -> None:
        """Every change."""
        ordered = sorted(changes, key=_where, reverse=True)
        for change in ordered:
            if change.style is not Style.APPEND:
                self.replaced.setdefault(_stretch(change), []).append(change)
        for change in ordered:
            if stretch := _stretch(change):
                self._write(change, stretch)

    def _write(self, change: Change, stretch: _Stretch) -> None:
        links = self._links(change.link, stretch)
        if change.style is Style.APPEND:
            self._append(change, stretch, links)
            return
        together = self.replaced.pop(stretch, [])
        for link in links if together else ():
            if link.runs:
                self._new_link(together, link)
        if together and not links and change.link.href is None:
            self._new_text(change, stretch)

    def _links(self, link: Link, stretch: _Stretch) -> list[FileLink]:
        """The links of the file that a link is: one, or all that share its target where it shows no text."""
        first = stretch[0]
        if first.attribute:
            part, name = self.parts.relationship(first)
            found = self.parts.tree(part).iter(_LINK) if part else ()
            return [hyperlink_of(one) for one in found if one.get(RELATED) == name]
        node = self.parts.node(first.part, first.node or 0)
        if link.href is None and next(node.iterancestors(_LINK), None) is None:
            return []
        around = link_around(node)
        return [around] if around else []

    def _new_link(self, changes: Sequence[Change], link: FileLink) -> None:
        """A link deleted, and one inserted behind it that leads to the new address, or shows it."""
        leads = next((one for one in changes if one.link.href is not None), None)
        shows = next((one for one in changes if shows_its_address(one.link)), None)
        words = [like(link.model, shows.new)] if shows else [copy_of(run) for run in link.shown]
        made = element(_LINK, dict(link.attributes))
        if leads or link.target:
            target = leads.new if leads else link.target
            made = self._linked(self.parts.part_of(link.last), target)
        made.append(self.tracking.inserted(*words))
        self.tracking.put_behind(link.last, [made])
        self.tracking.delete(link.runs)

    def _linked(self, part: str, target: str) -> "Element":
        return element(
            _LINK, {RELATED: self.parts.relate(part, "hyperlink", target, external=True)}
        )

    def _new_text(self, change: Change, stretch: _Stretch) -> None:
        """Words deleted and others inserted behind them."""
        pieces = [
            self.tracking.cut_out(self.parts.node(one.part, one.node or 0), one.start, one.end)
            for one in reversed(stretch)
        ]
        last = pieces[0]
        self.tracking.put_behind(last, [self.tracking.inserted(like(last, change.new))])
        self.tracking.delete(pieces)

    def _append(self, change: Change, stretch: _Stretch, links: Sequence[FileLink]) -> None:
        """Where the copy is, behind the link or the words."""
        phrase = put_behind(change)
        before, after = f"{phrase.before} ", phrase.after
        inserted = self.tracking.inserted
        for link in links:
            copy = self._linked(self.parts.part_of(link.last), change.new)
            copy.append(inserted(like(link.model, change.new)))
            behind = [inserted(like(link.model, after))] if after else []
            made = [inserted(like(link.model, before)), copy, *behind]
            self.tracking.put_behind(link.last, made)
        if not links and not stretch[-1].attribute:
            one = stretch[-1]
            node = self.parts.node(one.part, one.node or 0)
            run = self.tracking.cut_out(node, one.start, one.end)
            words = inserted(like(run, f"{before}{change.new}{after}"))
            self.tracking.put_behind(end_of_field(run), [words])


def _comment(parts: Parts, remarks: Iterable[Remark], tracking: Tracking) -> None:
    """A comment at each marker in the text; Word has none within notes."""
    main = parts.main
    at_markers = [one for one in remarks if one.anchor.part == main and one.anchor.node is not None]
    if not at_markers:
        return
    comments = parts.comments()
    ours = {one.get(w("id")) for one in comments if one.get(w("author")) == AUTHOR}
    for remark in at_markers:
        run = run_of(parts.node(main, remark.anchor.node or 0))
        if _has_ours(run, ours):
            continue
        comment = _note(remark, tracking)
        told = {w("id"): comment.get(w("id"), "")}
        run.addprevious(element(w("commentRangeStart"), told))
        reference = element(_RUN)
        reference.append(element(w("commentReference"), told))
        run.addnext(reference)
        run.addnext(element(w("commentRangeEnd"), told))
        comments.append(comment)


def _has_ours(run: "Element", ours: Collection[str | None]) -> bool:
    """Whether a comment of ours stands at a marker already: it is not said twice."""
    before = run.getprevious()
    while before is not None and before.tag == w("commentRangeStart"):
        if before.get(w("id")) in ours:
            return True
        before = before.getprevious()
    return False


def _note(remark: Remark, tracking: Tracking) -> "Element":
    comment = tracking.signed("comment")
    comment.set(w("initials"), _INITIALS)
    for line in remark.text.split("\n"):
        paragraph, run = element(w("p")), element(_RUN)
        run.append(element(w("t"), {SPACE: "preserve"}, line))
        paragraph.append(run)
        comment.append(paragraph)
    return comment
