"""JATS, BITS and the NLM tag sets before them: what PubMed Central, SciELO, PLOS and most publishers keep."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from cite.model.document import ParagraphKind, Run, Style
from cite.model.entries import PartialDate, possible_date
from cite.model.notes import About, Document, NoteForm
from cite.readers.prose import Prose
from cite.readers.xml import jats_citations
from cite.readers.xml.entries import as_words, embedded
from cite.readers.xml.reading import (
    Around,
    Means,
    OpenNote,
    TreeReading,
    head_of,
    id_of,
    line_of,
    local,
    words,
)

if TYPE_CHECKING:
    from cite.formats.xml import Element

_SIGNS = re.compile(
    rb"-//(?:NLM|NISO)//DTD|<(?:\w+:)?(?:article-meta|journal-meta|book-meta|front-stub)\b"
    rb"|<(?:\w+:)?article\b[^>]{0,800}(?:article-type=|dtd-version=)"
)
_ROOT = re.compile(
    rb"<(?:\w+:)?(?:article|book|book-part|book-part-wrapper|pmc-articleset|sub-article)[\s>]"
)
_HREF = "{http://www.w3.org/1999/xlink}href"

_BLOCKS = (
    "p title subtitle list-item disp-quote verse-group verse-line boxed-text caption td th code preformat speech "
    "attrib disp-formula statement def term fig table-wrap table-wrap-foot tr thead tbody table list def-list def-item "
    "kwd-group notes ack app bio sig-block chem-struct-wrap supplementary-material media"
)
_SECTIONS = "sec abstract trans-abstract body back app-group glossary app ack notes sub-article response article book-part book-body named-book-part-body"
_NOTHING = (
    "front-stub journal-meta permissions author-notes contrib-group aff pub-date article-id history volume issue fpage lpage "
    "elocation-id counts custom-meta-group funding-group related-article related-object article-categories self-uri "
    "object-id math tex-math inline-formula disp-formula graphic inline-graphic processing-meta conference product "
    "title-group isbn issn publisher collection-meta book-meta kwd-group ext-links label journal-title-group element-citation"
)


class Jats:
    """Articles in JATS."""

    name = "jats"

    def recognises(self, path: str, content: bytes) -> bool:
        """A root of JATS, and something in the head that only JATS has."""
        head = head_of(content)
        return bool(_ROOT.search(head)) and bool(_SIGNS.search(head))

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, notes, markers and the list of references. Raises InputError for what is no XML."""
        from cite.formats.xml import parse_xml

        return _Reading(path, parse_xml(content)).document()


class _Reading(TreeReading):
    MEANINGS: ClassVar = {
        **dict.fromkeys(_BLOCKS.split(), Means.BLOCK),
        **dict.fromkeys(_SECTIONS.split(), Means.SECTION),
        **dict.fromkeys(_NOTHING.split(), Means.NOTHING),
        "break": Means.BLANK,
        "hr": Means.BLANK,
    }
    STYLES: ClassVar = {
        "italic": Style.ITALIC,
        "bold": Style.BOLD,
        "sc": Style.SMALL_CAPS,
        "sup": Style.SUPERSCRIPT,
        "monospace": Style.CODE,
        "code": Style.CODE,
        "preformat": Style.CODE,
        "source": Style.ITALIC,
    }
    KINDS: ClassVar = {
        "title": ParagraphKind.HEADING,
        "subtitle": ParagraphKind.HEADING,
        "disp-quote": ParagraphKind.QUOTATION,
        "verse-group": ParagraphKind.QUOTATION,
        "list-item": ParagraphKind.LIST_ITEM,
        "td": ParagraphKind.TABLE,
        "th": ParagraphKind.TABLE,
        "caption": ParagraphKind.CAPTION,
        "code": ParagraphKind.CODE,
        "preformat": ParagraphKind.CODE,
    }
    format = "jats"

    def __init__(self, path: str, root: "Element") -> None:
        super().__init__(path, root)
        self.called = _called(root)
        self.run = 0

    def about(self) -> About:
        meta = next(self.root.iter("{*}article-meta", "{*}book-meta"), None)
        title = (
            next(meta.iter("{*}article-title", "{*}book-title"), None) if meta is not None else None
        )
        language = self.root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        return About(words(title), _published(meta), language)

    def href(self, element: "Element", name: str) -> str | None:
        if name == "email":
            return None
        target = (element.get(_HREF) or "").strip()
        if name == "uri" and not target:
            target = words(element)
        if element.get("ext-link-type") == "doi" and target.startswith("10."):
            return f"https://doi.org/{target}"
        return (
            target
            if re.match(r"(?:https?|ftp)://|www\.|doi:|10\.\d{4,9}/|//", target, re.I)
            else None
        )

    def special(self, element: "Element", name: str, around: Around) -> bool:
        match name:
            case "xref":
                return self._xref(element, around)
            case "fn":
                return self._fn(element, around)
            case "ref":
                self._ref(element, around)
                return True
            case "sub-article" | "response" | "article" | "book-part":
                self.run += 1
        return False

    def _xref(self, element: "Element", around: Around) -> bool:
        """A marker, where it points at a note; otherwise its words are words."""
        targets = [one for one in (element.get("rid") or "").split() if one in self.called]
        if not targets or self.open:
            return False
        printed = re.findall(r"[^\s,;()\[\]]+", words(element))
        for number, target in enumerate(targets):
            label = printed[number] if len(printed) == len(targets) else ""
            self.call(element, label, target)
        self.skip(element)
        return True

    def _fn(self, element: "Element", around: Around) -> bool:
        id = id_of(element)
        of_a_table = any(local(one) == "table-wrap-foot" for one in element.iterancestors())
        if of_a_table and id not in self.called:
            return False
        label = _label(element)
        inline = self.in_paragraph
        note = OpenNote(
            Prose(),
            id,
            label,
            NoteForm.FOOTNOTE if inline else NoteForm.ENDNOTE,
            self.run,
            not inline,
        )
        note.called = bool(label) or id in self.called or inline
        if inline and id not in self.called:
            note.id = note.id or f"note {len(self.notes) + 1}"
            self.call(element, label, note.id)
        self.take_note(element, note, around, self.notes)
        if not label:
            _take_printed_label(note)
        return True

    def _ref(self, element: "Element", around: Around) -> None:
        """An entry of the list of references, in the words printed and in the fields tagged."""
        entry = OpenNote(Prose(), id_of(element), _label(element), NoteForm.ENTRY, 0, True)
        outer, self.open = self.open, entry
        entry.prose.line = line_of(element)
        self.entries.append(entry)
        if element.text:
            self.text(element.text, around)
        printed = _printed(element)
        for child in element:
            if child in printed or local(child) == "note":
                self.walk(child, Around())
                entry.prose.part()
            else:
                self.skip(child)
            self.node += bool(child.tail)
        described = list(jats_citations.entries(element))
        if not entry.prose.length:
            for one in described:
                _put(entry.prose, as_words(one))
        entry.embedded = embedded(described, "JATS")
        self.open = outer


def _called(root: "Element") -> frozenset[str]:
    """The notes that something in the text points at."""
    notes = {id_of(one) for one in root.iter("{*}fn")}
    front = {
        id_of(one)
        for apart in root.iter("{*}author-notes", "{*}contrib-group")
        for one in apart.iter("{*}fn")
    }
    pointed = (
        target
        for one in root.iter("{*}xref")
        if one.get("ref-type") != "table-fn"
        for target in (one.get("rid") or "").split()
    )
    return frozenset(target for target in pointed if target in notes and target not in front)


def _label(element: "Element") -> str:
    """As printed, without the stop or bracket behind it."""
    label = next(element.iter("{*}label"), None)
    text = words(label) if label is not None else element.get("symbol") or ""
    return text.strip("[]() .:") or text


_PRINTED = re.compile(
    r"(?P<label>\d{1,4}|[ivxlc]{1,7}|\*{1,4}|[†‡§])(?P<stop>[.)]?)\s*", re.IGNORECASE
)


def _take_printed_label(note: OpenNote) -> None:
    """A label that is only raised type at the head of the note's words is its label, and none of them."""
    runs = note.prose.runs
    if runs and runs[0].style & Style.SUPERSCRIPT and (match := _PRINTED.fullmatch(runs[0].text)):
        note.label = match["label"]
        note.called = True
        note.prose.runs = runs[1:]
        if note.prose.runs:
            first = note.prose.runs[0]
            bare = first.text.lstrip()
            note.prose.runs[0] = Run(bare, first.style, first.href)


_CITATIONS = ("mixed-citation", "citation", "nlm-citation", "element-citation")


def _printed(element: "Element") -> list["Element"]:
    """The citations of an entry that are set as they were printed; one that is only fields has no words of its own."""
    found: list[Element] = []
    for name in _CITATIONS[:3]:
        found = found or [one for one in element.iter(f"{{*}}{name}") if _has_words(one)]
    return [one for one in element if one in found or local(one) == "citation-alternatives"]


def _has_words(citation: "Element") -> bool:
    """Whether punctuation stands between its fields, or it has none."""
    between = [citation.text or "", *(child.tail or "" for child in citation)]
    return any(text.strip() for text in between) or len(citation) == 0


def _put(prose: Prose, runs: tuple[Run, ...]) -> None:
    for run in runs:
        prose.add(run.text, run.style, run.href, None)
    prose.part()


def _published(meta: "Element | None") -> PartialDate | None:
    """The earliest of its dates of publication: online, as a rule."""
    if meta is None:
        return None
    dates = [date for one in meta.iter("{*}pub-date") if (date := _date(one))]
    return min(dates, key=lambda date: date.bounds, default=None)


def _date(element: "Element") -> PartialDate | None:
    parts = list(_numbers(element))
    return possible_date(*parts) if parts else None


def _numbers(element: "Element") -> Iterator[int]:
    """Year, month and day, as far as they are there."""
    for name in ("year", "month", "day"):
        text = words(element.find(f"{{*}}{name}"))
        if not text.isdigit():
            return
        yield int(text)
