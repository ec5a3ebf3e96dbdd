"""Which links of some pages call notes, where these notes stand, and which links lead back.

Systems write notes in a hundred ways, but readers have to get there: a call is a short label that leads on to a
note, and a note leads back. Names and classes that systems use settle what the shape leaves open.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cite.readers.html.page import (
    BLOCKS,
    Page,
    inner,
    is_furniture,
    kinds,
    leads_to,
    marks,
    split_address,
    text,
)
from cite.readers.markdown.labels import LABEL, is_label

if TYPE_CHECKING:
    from cite.formats.markup import Element

_LABEL = re.compile(
    rf"[\[(]?\s*(?P<label>{LABEL}(?=:\d{{1,2}}\W|\W*$)|(?:note|nb|n|fn|lower-alpha)\.?\s?\d{{1,4}})(?::\d{{1,2}})?\s*[\])]?[.:]?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*[\[(].{1,20}[\])]\s*")
_CALLS = re.compile(
    r"noteref|note-?ref(?:erence)?(?![\w-]*back)|footnote-?(?:anchor|ref|reference|link|identifier-link|marker|call)|fn-?ref"
    r"|(?:sdfootnote|sdendnote)anc|(?:^|\s)(?:reference|fn|footnote|endnote|footnote-reference|easy-footnote)(?:\s|$)",
    re.IGNORECASE,
)
"""Classes and roles of links that call notes, and of what holds them."""
_BACK = re.compile(
    r"back-?(?:link|ref)|doc-backlink|backlink|reversefootnote|footnote-(?:back|return|number)|return-?(?:link|note)"
    r"|to-top|(?:sdfootnote|sdendnote)sym|fn-back|footnotebacklink|jump-?back",
    re.IGNORECASE,
)
"""The same for links that lead back."""
_ARROW = re.compile(r"[\s\[\]()\ufe0e\ufe0f]*[↩↵⏎↑⇑⇧▲△^←⤴↖⇡☝⤶⮌🔙][\s\[\]()\ufe0e\ufe0f^↑a-z,]*")
_BACK_WORDS = re.compile(
    r"[\s\[(]*(?:jump (?:up|back)|back(?: to (?:text|content|top|article|reference))?|return(?: to (?:text|article))?"
    r"|go back|zurück|retour|volver|↑ ?back)[\s\])\w:]{0,20}",
    re.IGNORECASE,
)
_NAME_OF_NOTE = re.compile(
    r"[._-]*(?:sd)?(?:fn|ftnt?|edn|en|f?note?s?|foot-?notes?|end-?notes?|rear-?note|cite[_-]note|easy-footnote-bottom|ref|reference|bib|cit|r)"
    r"[-_:.]*(?:[\w-]*[-_:.])?(?:\d+|[ivxlc]+|[a-z*†])(?:sym)?(?:[-_:.][\w-]*)?",
    re.IGNORECASE,
)
"""What notes are called in pages."""
_SURELY_NOTE = re.compile(r"(?:fn|ftn|edn|note)", re.IGNORECASE)
_LISTS = re.compile(
    r"(?:foot|end|rear)-?notes(?![\w-]*(?:item|row|single|reference_))|(?:^|[\s_-])(?:notes|references|reflist|note-?list|notes-?list)(?:$|[\s_-])|doc-(?:end|foot)notes",
    re.IGNORECASE,
)
"""Marks of what holds all notes."""
_HOLDS = frozenset(
    "li p div aside dd dt td th tr section blockquote figcaption article body details footer".split()
)
_CLIMBS = frozenset("div li aside td tr blockquote section".split())
_CUTS = ("h1", "h2", "h3", "h4", "h5", "h6", "hr")
_LETTERS = frozenset("sup sub span small b i em strong font a u".split())
_LONGEST_LABEL = 12
_MOST_WORDS = 200
_MOST_FURTHER = 4
"""Paragraphs that go on with a note; more of them are text again."""


@dataclass
class Linked:
    """What links say of notes, by `id()` of elements."""

    calls: dict[int, str] = field(default_factory=dict)
    """Keys of the notes that elements call: links, or what stands around one and says no more."""
    holders: dict[int, str] = field(default_factory=dict)
    """Keys of the notes that elements hold whole."""
    starts: dict[int, str] = field(default_factory=dict)
    """Keys of the notes that begin at elements, within what holds several."""
    back: set[int] = field(default_factory=set)
    """Links that lead back from a note."""
    raised: set[int] = field(default_factory=set)
    """Raised stretches in which notes are called: their brackets and commas are no text."""
    labels: dict[str, str] = field(default_factory=dict)
    """What the first call to a note prints."""


@dataclass(frozen=True, slots=True)
class _Link:
    page: int
    element: "Element"
    label: str
    key: str
    target: "Element | None"
    forward: bool


class Linking:
    """Over the pages of one document."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.parts = {page.part: number for number, page in enumerate(pages)}
        self.targets: dict[str, Element] = {}
        self.target_pages: dict[str, int] = {}
        self.found = Linked()
        self._called: list[Element] = []
        self.inside: Counter[int] = Counter()
        self.calls_inside: Counter[int] = Counter()

    def linked(self) -> Linked:
        """What their links say of notes."""
        links = [one for number in range(len(self.pages)) for one in self._links(number)]
        calls = self._calls(links)
        self._called = [one.element for one in calls]
        for one in calls:
            around = self._around(one.element)
            self.found.calls[id(around)] = one.key
            above = zip(range(4), _with_ancestors(around), strict=False)
            self.found.raised.update(id(up) for _, up in above if up.name == "sup")
            if one.label:
                self.found.labels.setdefault(one.key, one.label)
            if one.target is not None:
                self.targets.setdefault(one.key, one.target)
        self._uncalled()
        self._count(self._called)
        for key, target in self.targets.items():
            self._place(key, target)
        self._rest_of_lists()
        self._further_paragraphs()
        self._back(links)
        return self.found

    # Calls

    def _links(self, number: int) -> Iterator[_Link]:
        page = self.pages[number]
        for element in page.links:
            before, name = split_address(leads_to(element))
            if not name:
                continue
            where = self._page_of(number, before, name)
            if where is None:
                continue
            target = self.pages[where].named.get(name)
            if target is None and "_" in name:
                target = self.pages[where].named.get(name.replace("_", " "))
            at = (number, page.order[id(element)])
            aim = (where, self.pages[where].order[id(target)]) if target is not None else None
            key = f"{self.pages[where].part}#{name}"
            self.target_pages[key] = where
            yield _Link(number, element, label_of(element), key, target, aim is None or aim > at)

    def _page_of(self, number: int, before: str, name: str) -> int | None:
        """The page that an address leads to; None where it leads out of the document. Some systems write it in full."""
        page = self.pages[number]
        if not before:
            return number
        if "://" in before:
            return number if name in page.named else None
        folder = posixpath.dirname(page.part)
        part = posixpath.normpath(posixpath.join(folder, before))
        if part in self.parts:
            return self.parts[part]
        return number if not page.part and name in page.named else None

    def _calls(self, links: Sequence[_Link]) -> list[_Link]:
        found = [one for one in links if one.target is not None and self._is_call(one)]
        shapes = {_shape(one.key) for one in found}
        lost = [
            one
            for one in links
            if one.target is None
            and one.label
            and _shape(one.key) in shapes
            and _is_raised(one.element)
        ]
        keys = {id(one.element) for one in (*found, *lost)}
        return [one for one in links if id(one.element) in keys]

    def _is_call(self, one: _Link) -> bool:
        element = one.element
        own = marks(element)
        leads_back = _BACK.search(kinds(element)) and not one.forward
        if leads_back or _ARROW.fullmatch(_words(element) or " "):
            return False
        around = f"{own} {marks(element.parent)}" if element.parent is not None else own
        said = bool(_CALLS.search(around))
        if "noteref" in own and one.label:
            return True
        if not one.forward:
            return False
        name = one.key.partition("#")[2]
        if not one.label:
            return said and not _words(element) and bool(_NAME_OF_NOTE.fullmatch(name))
        if _in_navigation(element):
            return False
        return (
            said
            or _is_raised(element)
            or bool(
                (_BRACKETED.fullmatch(_words(element)) or _SURELY_NOTE.search(name))
                and _NAME_OF_NOTE.fullmatch(name)
            )
        )

    def _around(self, element: "Element") -> "Element":
        """What stands around a link and says no more than it does."""
        words = _letters(element)
        while (parent := element.parent) is not None and parent.name in _LETTERS:
            if _letters(parent) != words or (parent.name == "a" and leads_to(parent)):
                break
            element = parent
        return element

    # Notes

    def _uncalled(self) -> None:
        """Notes that nothing calls, where they are named as those are that something calls."""
        called = Counter(_shape(key) for key in self.targets)
        calls = set(self.found.calls)
        for page in self.pages:
            named = [(name, f"{page.part}#{name}") for name in page.named]
            shapes = Counter(_shape(key) for _, key in named)
            for name, key in named:
                shape, element = _shape(key), page.named[name]
                if key in self.targets or not called[shape] or 2 * called[shape] < shapes[shape]:
                    continue
                if _NAME_OF_NOTE.fullmatch(name) and id(element) not in calls:
                    if element.name in (
                        "li",
                        "p",
                        "div",
                        "aside",
                        "a",
                        "section",
                        "dt",
                        "td",
                        "tr",
                    ):
                        self.targets[key] = element

    def _count(self, calls: Sequence["Element"]) -> None:
        """How many notes begin, and how many are called, within each element."""
        for target in {id(one): one for one in self.targets.values()}.values():
            self.inside.update(id(one) for one in _with_ancestors(target))
        for call in calls:
            self.calls_inside.update(id(one) for one in _with_ancestors(call))

    def _place(self, key: str, target: "Element") -> None:
        holder = self._holder(target)
        if holder is None:
            self.found.starts[id(target)] = key
            return
        self.found.holders.setdefault(id(holder), key)
        if holder.name == "dt":
            for after in holder.find_next_siblings(True):
                if after.name != "dd":
                    break
                self.found.holders.setdefault(id(after), key)

    def _holder(self, target: "Element") -> "Element | None":
        """The element that holds the note which is named by `target`, and nothing else."""
        if (
            target.name not in _HOLDS
            and target.name not in ("a", "sup")
            and len(_letters(target)) > _LONGEST_LABEL
        ):
            return target
        base = target
        while base.name not in _HOLDS and base.parent is not None:
            base = base.parent
        if (
            self.inside[id(base)] > 1
            or self.calls_inside[id(base)]
            or base.name in ("body", "[document]", "section")
        ):
            if base is target:
                return base if self.inside[id(base)] == 1 and base.name != "body" else None
            return self._next_block(target)
        while self._may_climb(base):
            base = base.parent  # type: ignore[assignment]
        return base

    def _next_block(self, target: "Element") -> "Element | None":
        """The paragraph that an empty name stands before."""
        after = target.find_next_sibling(True)
        if _letters(target) or after is None or after.name not in BLOCKS:
            return None
        between = target.next_sibling
        blank = between is after or (between is not None and not str(between).strip())
        return (
            after
            if blank and not self.inside[id(after)] and not self.calls_inside[id(after)]
            else None
        )

    def _may_climb(self, base: "Element") -> bool:
        parent = base.parent
        if parent is None or parent.name not in _CLIMBS:
            return False
        if (
            self.inside[id(parent)] > 1
            or self.calls_inside[id(parent)]
            or _LISTS.search(marks(parent))
        ):
            return False
        first = next((one for one in parent.contents if hasattr(one, "contents")), None)
        return first is base and next(inner(parent, *_CUTS), None) is None

    def _rest_of_lists(self) -> None:
        """Items that nothing names, in lists of which most items are notes."""
        lists: dict[int, Element] = {}
        for target in self.targets.values():
            item = target if target.name == "li" else target.find_parent("li")
            if item is not None and id(item) in self.found.holders and item.parent is not None:
                lists.setdefault(id(item.parent), item.parent)
        for one in lists.values():
            items = one.find_all("li", recursive=False)
            known = sum(id(item) in self.found.holders for item in items)
            if 2 * known < len(items):
                continue
            for number, item in enumerate(items):
                if id(item) not in self.found.holders and not self.inside[id(item)]:
                    self.found.holders[id(item)] = f"list:{id(one)}:{number}"

    def _further_paragraphs(self) -> None:
        """Paragraphs between two notes, or after the last one of a list of notes, go on with the note before them."""
        parents = {
            id(target.parent): target.parent
            for target in map(self._held_by, self.targets.values())
            if target is not None and target.parent is not None and target.name in ("p", "div")
        }
        for parent in parents.values():
            key: str | None = None
            waiting: list[Element] = []
            for child in parent.contents:
                if not hasattr(child, "contents"):
                    continue
                found = self.found.holders.get(id(child))
                if found is not None:
                    self._go_on(key, waiting)
                    key, waiting = found, []
                elif key and self._may_go_on(child):  # type: ignore[arg-type]
                    waiting.append(child)  # type: ignore[arg-type]
                else:
                    key, waiting = None, []
            if _LISTS.search(marks(parent)):
                self._go_on(key, waiting)

    def _held_by(self, target: "Element") -> "Element | None":
        near = zip(range(6), _with_ancestors(target), strict=False)
        return next((up for _, up in near if id(up) in self.found.holders), None)

    def _may_go_on(self, element: "Element") -> bool:
        return (
            element.name in ("p", "blockquote", "ul", "ol", "pre")
            and not self.inside[id(element)]
            and not self.calls_inside[id(element)]
        )

    def _go_on(self, key: str | None, waiting: Sequence["Element"]) -> None:
        if key and len(waiting) <= _MOST_FURTHER:
            self.found.holders.update((id(one), key) for one in waiting)

    # The way back

    def _back(self, links: Sequence[_Link]) -> None:
        held = {**self.found.holders, **self.found.starts}
        near_calls = {id(up) for one in self._called for up in _letters_around(one)}
        for one in links:
            element = one.element
            if id(element) in self.found.calls or id(self._around(element)) in self.found.calls:
                continue
            words = _words(element)
            if _BACK.search(kinds(element)) or _ARROW.fullmatch(words):
                self.found.back.add(id(element))
                continue
            key = next((held[id(up)] for up in _with_ancestors(element) if id(up) in held), None)
            if key is None or one.forward or self._is_note(one.target):
                continue
            short = bool(one.label) or len(words) <= 2
            same = one.label == self.found.labels.get(key, one.label)
            if _BACK_WORDS.fullmatch(words) or (
                short and (same or (one.target is not None and id(one.target) in near_calls))
            ):
                self.found.back.add(id(element))

    def _is_note(self, target: "Element | None") -> bool:
        return target is not None and any(
            id(up) in self.found.holders or id(up) in self.found.starts
            for up in _with_ancestors(target)
        )


def _with_ancestors(element: "Element") -> Iterator["Element"]:
    one: Element | None = element
    while one is not None:
        yield one
        one = one.parent


def _letters_around(element: "Element") -> Iterator["Element"]:
    """A link, what raises it, and an empty name just before it."""
    for _, up in zip(range(4), _with_ancestors(element), strict=False):
        if up.name not in _LETTERS:
            break
        yield up
        before = _element_before(up)
        if before is not None and before.name in _LETTERS and not _letters(before):
            yield before


def _element_before(element: "Element") -> "Element | None":
    before = element.previous_sibling
    while before is not None and not hasattr(before, "contents"):
        if str(before).strip():
            return None
        before = before.previous_sibling
    return before  # type: ignore[return-value]


def _beginning(element: "Element") -> str:
    """The first words of an element, without going through all of it."""
    found: list[str] = []
    size = 0
    for piece in element.strings:
        found.append(piece)
        size += len(piece)
        if size > _MOST_WORDS:
            break
    return "".join(found)


def _words(element: "Element") -> str:
    return " ".join(_beginning(element).split())


def _letters(element: "Element") -> str:
    return "".join(char for char in _beginning(element) if char.isalnum() or char in "*†‡§¶‖")


def label_of(element: "Element") -> str:
    """The label that a call prints; nothing where it prints none. Of `[1:2]`, a second call to note 1, it is 1."""
    words = _beginning(element)
    if len(words) > 60:
        return ""
    found = _LABEL.fullmatch(" ".join(words.split()))
    if not found:
        return ""
    label = " ".join(found["label"].split())
    return label if " " in label or is_label(label) or any(c.isdigit() for c in label) else ""


def _is_raised(element: "Element") -> bool:
    """Whether a link stands above the line, or holds what does."""
    if next(inner(element, "sup"), None) is not None:
        return True
    return any(
        up.name == "sup" or "super" in text(up, "style")
        for _, up in zip(range(4), _with_ancestors(element), strict=False)
    )


def _in_navigation(element: "Element") -> bool:
    return any(is_furniture(up) for up in _with_ancestors(element))


def _shape(key: str) -> str:
    """A name with its numbers left out: names of one kind share it."""
    return re.sub(r"\d+|(?<=[^a-z])[ivxlc]+$", "#", key)
