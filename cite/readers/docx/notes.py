"""The numbers that Word gives to notes: a notation, where to begin, and when to begin again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cite.readers.docx.names import number, numeral, value, w

if TYPE_CHECKING:
    from cite.formats.xml import Element

FORMS = ("footnote", "endnote")
"""In the order in which a reader meets them."""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A call as it stands in the text, before notes are numbered."""

    form: str
    """`footnote` or `endnote`."""
    id: str
    section: int
    page: int
    """Counted where Word noted that a page ended."""
    mark: str = ""
    """A mark of the author's own; such notes are not counted."""

    @property
    def key(self) -> str:
        """Which note."""
        return f"{self.form}:{self.id}"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A note called in the text, with the label that Word prints."""

    key: str
    form: str
    id: str
    label: str
    count: int | None
    """What its label counts; None for a mark of the author's own."""
    run: int
    """Stretch in which labels do not repeat."""


@dataclass(frozen=True, slots=True)
class _Manner:
    notation: str = ""
    start: int | None = None
    restart: str = ""
    """`continuous`, `eachSect` or `eachPage`."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a section or a document numbers its notes, by their form; what it leaves open is empty."""

    manners: dict[str, _Manner] = field(default_factory=dict)

    @classmethod
    def read(cls, parent: "Element | None") -> "Numbering":
        """What the properties of a section, or the settings, say."""
        return cls({form: _manner(parent, form) for form in FORMS})


_USUAL = Numbering(
    {
        "footnote": _Manner("decimal", 1, "continuous"),
        "endnote": _Manner("lowerRoman", 1, "continuous"),
    }
)


def _manner(parent: "Element | None", form: str) -> _Manner:
    told = parent.find(w(f"{form}Pr")) if parent is not None else None
    start = value(told, "numStart")
    return _Manner(
        value(told, "numFmt") or "",
        number(start, 1) if start else None,
        value(told, "numRestart") or "",
    )


def numbered(
    calls: Sequence[NoteCall], document: Numbering, sections: Sequence[Numbering]
) -> list[Numbered]:
    """The notes called, footnotes before endnotes, each once, in the order of their first calls."""
    found: list[Numbered] = []
    run = 0
    for form in FORMS:
        own = [call for call in calls if call.form == form]
        manners = [_filled(form, one, document, _USUAL) for one in (*sections, document)]
        found += _count(own, manners, run)
        run = found[-1].run + 1 if found else run
    return found


def _filled(form: str, *said: Numbering) -> _Manner:
    """What is said first, of each property."""
    manners = [one.manners[form] for one in said]
    return _Manner(
        next(filter(None, (one.notation for one in manners)), ""),
        next((one.start for one in manners if one.start is not None), 1),
        next(filter(None, (one.restart for one in manners)), ""),
    )


def _count(calls: Iterable[NoteCall], manners: Sequence[_Manner], run: int) -> list[Numbered]:
    """Notes of one form, counted; `manners` is of the sections and, last, of what stands in none."""
    found: dict[str, Numbered] = {}
    before: NoteCall | None = None
    count = 0
    for call in calls:
        if call.key in found:
            continue
        manner = manners[min(call.section, max(len(manners) - 2, 0))]
        if before is None or _begins_again(manner, before, call):
            run += before is not None
            count = (manner.start or 1) - 1
        before = call
        if call.mark:
            found[call.key] = Numbered(call.key, call.form, call.id, call.mark, None, run)
            continue
        count += 1
        label = numeral(count, manner.notation) or str(count)
        found[call.key] = Numbered(call.key, call.form, call.id, label, count, run)
    return list(found.values())


def _begins_again(manner: _Manner, before: NoteCall, call: NoteCall) -> bool:
    if manner.restart == "eachSect":
        return call.section != before.section
    return manner.restart == "eachPage" and call.page != before.page
