"""TEI: OpenEdition, DHQ, GROBID, critical editions."""

import re
from typing import TYPE_CHECKING, ClassVar

from cite.model.document import ParagraphKind, Style
from cite.model.entries import PartialDate, possible_date
from cite.model.notes import About, Document, NoteForm
from cite.readers.prose import Prose
from cite.readers.xml import tei_citations
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

_ROOT = re.compile(rb"<(?:\w+:)?(?:TEI|TEI\.2|teiCorpus)[\s>]")

_BLOCKS = (
    "p ab head quote cit lg l item cell sp stage epigraph figDesc figure label table row list zone surface "
    "trailer salute signed byline opener closer argument docTitle titlePart egXML eg entry formula castItem"
)
_SECTIONS = "div div1 div2 div3 div4 div5 div6 div7 group"
_NOTHING = "teiHeader sic orig abbr del desc graphic fw formula interp interpGrp standOff"
_FOOT = frozenset("foot bottom footnote".split())
_END = frozenset("end back endnote".split())
_NOT_CALLED = frozenset("inline interlinear inspace above below overleaf opposite".split())
_INSIDE_ENTRIES = frozenset("bibl biblStruct biblFull msDesc".split())
_APPARATUS = ("app", "witDetail")
_BIBLIOGRAPHY = re.compile(r"bibl|reference|works|sources|literatur", re.IGNORECASE)


class Tei:
    """Texts in TEI."""

    name = "tei"

    def recognises(self, path: str, content: bytes) -> bool:
        """Its root, near the head."""
        return bool(_ROOT.search(head_of(content)))

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, notes, markers and bibliography. Raises InputError for what is no XML."""
        from cite.formats.xml import parse_xml

        return _Reading(path, parse_xml(content)).document()


class _Reading(TreeReading):
    MEANINGS: ClassVar = {
        **dict.fromkeys(_BLOCKS.split(), Means.BLOCK),
        **dict.fromkeys(_SECTIONS.split(), Means.SECTION),
        **dict.fromkeys(_NOTHING.split(), Means.NOTHING),
    }
    STYLES: ClassVar = {
        "emph": Style.ITALIC,
        "foreign": Style.ITALIC,
        "code": Style.CODE,
    }
    KINDS: ClassVar = {
        "head": ParagraphKind.HEADING,
        "quote": ParagraphKind.QUOTATION,
        "cit": ParagraphKind.QUOTATION,
        "item": ParagraphKind.LIST_ITEM,
        "cell": ParagraphKind.TABLE,
        "figDesc": ParagraphKind.CAPTION,
        "eg": ParagraphKind.CODE,
        "egXML": ParagraphKind.CODE,
    }
    format = "tei"

    def __init__(self, path: str, root: "Element") -> None:
        super().__init__(path, root)
        notes = [one for one in root.iter("{*}note") if _stands_for_a_note(one)]
        self.with_margins = all(_in_margin(one) for one in notes)
        self.pointed = _pointed_at(root, {id_of(one) for one in notes} - {""})
        self.spots = _spots(notes)

    def about(self) -> About:
        header = next(self.root.iter("{*}teiHeader"), None)
        if header is None:
            return About()
        title = next((one for one in header.iter("{*}title") if one.get("type") != "sub"), None)
        language = self.root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        if not language:
            told = next(header.iter("{*}language"), None)
            language = (told.get("ident") or "") if told is not None else ""
        return About(words(title), _published(header), language)

    def means(self, element: "Element", name: str) -> Means:
        if name == "lb":
            return Means.WORDS if element.get("break") == "no" else Means.BLANK
        if name == "quote" and self.in_paragraph and element.find("{*}p") is None:
            return Means.WORDS
        if name in ("label", "cit", "list", "figure", "l") and self.in_paragraph:
            return Means.WORDS
        if name in ("sic", "orig", "abbr") and local_of_parent(element) != "choice":
            return Means.WORDS
        return super().means(element, name)

    def style(self, element: "Element", name: str) -> Style:
        if name == "title":
            return Style.PLAIN if element.get("level") == "a" else Style.ITALIC
        if name in ("hi", "emph", "quote"):
            return _rendered(element.get("rend") or element.get("rendition") or "")
        return super().style(element, name)

    def href(self, element: "Element", name: str) -> str | None:
        if name not in ("ref", "ptr", "xref", "xptr"):
            return None
        target = (element.get("target") or element.get("url") or "").strip()
        return (
            target if re.match(r"(?:https?|ftp)://|www\.|doi:|10\.\d{4,9}/", target, re.I) else None
        )

    def special(self, element: "Element", name: str, around: Around) -> bool:
        for note_id, label in self.spots.get(id_of(element), ()):
            self.call(element, label, note_id)
        match name:
            case "note":
                return self._take(element, around)
            case "ref" | "ptr" | "xref" | "xptr":
                return self._pointer(element, name, around)
            case "bibl" | "biblStruct" | "biblFull":
                return self._bibl(element, around)
        return False

    def _take(self, element: "Element", around: Around) -> bool:
        if self.open is not None or not _stands_for_a_note(element):
            return False
        if _in_margin(element) and not self.with_margins:
            self._beside(element, around)
            return True
        id = id_of(element)
        label = (element.get("n") or "").strip("[]() .:")
        inline = self.in_paragraph
        note = OpenNote(
            Prose(), id or f"note {len(self.notes) + 1}", label, _form(element), None, not inline
        )
        targeted = bool(element.get("target"))
        note.called = bool(label) or id in self.pointed or targeted or inline
        if id not in self.pointed and not targeted and inline:
            self.call(element, label, note.id)
        self.take_note(element, note, around, self.notes)
        return True

    def _beside(self, element: "Element", around: Around) -> None:
        """What stands in the margin of a text that has notes elsewhere: a paragraph of its own."""
        flow, self.flow = self.flow, Prose(line=line_of(element))
        self.inside(element, Around(level=around.level))
        self.close()
        self.flow = flow

    def _pointer(self, element: "Element", name: str, around: Around) -> bool:
        targets = [one[1:] for one in (element.get("target") or "").split() if one[:1] == "#"]
        notes = [one for one in targets if one in self.pointed]
        if notes and not self.open:
            printed = re.findall(r"[^\s,;()\[\]]+", words(element))
            for number, target in enumerate(notes):
                label = printed[number] if len(printed) == len(notes) else element.get("n") or ""
                self.call(element, label, target)
            self.skip(element)
            return True
        href = self.href(element, name)
        if href and not words(element):
            prose = self.open.prose if self.open else self.flow
            prose.add(href, around.style, href, None)
            self.skip(element)
            return True
        return False

    def _bibl(self, element: "Element", around: Around) -> bool:
        """An entry, where it stands in a list of them; in running text its words are words."""
        if self.open or not _is_entry(element):
            return False
        label = (element.get("n") or element.get("label") or "").strip("[]() .:")
        entry = OpenNote(Prose(), id_of(element), label, NoteForm.ENTRY, 0, True)
        described = tei_citations.entry(element)
        raw = next(
            (one for one in element.iter("{*}note") if one.get("type") == "raw_reference"), None
        )
        if local(element) == "bibl":
            self.take_note(element, entry, around, self.entries)
        else:
            self.entries.append(entry)
            entry.prose.line = line_of(element)
            self.skip(element)
            if raw is not None:
                entry.prose.add(words(raw), Style.PLAIN, None, None)
            else:
                for run in as_words(described):
                    entry.prose.add(run.text, run.style, run.href, None)
        entry.embedded = embedded([described], "TEI")
        return True


def local_of_parent(element: "Element") -> str:
    """The name of the tag around a tag."""
    parent = element.getparent()
    return "" if parent is None else local(parent)


def _places(element: "Element") -> list[str]:
    return re.split(r"[\s_-]+", (element.get("place") or element.get("type") or "").lower())


def _in_margin(element: "Element") -> bool:
    return any(one in ("margin", "left", "right", "marginal") for one in _places(element))


def _stands_for_a_note(element: "Element") -> bool:
    """Whether a `<note>` is what readers call one: not of the header, of an entry, or an editor's aside in the line."""
    if set(_places(element)) & _NOT_CALLED or element.get("type") == "raw_reference":
        return False
    return not any(
        local(one) in _INSIDE_ENTRIES or local(one) in ("teiHeader", "note", *_APPARATUS)
        for one in element.iterancestors()
    )


def _form(element: "Element") -> NoteForm:
    places = set(_places(element))
    if _in_margin(element):
        return NoteForm.MARGIN
    return NoteForm.ENDNOTE if places & _END else NoteForm.FOOTNOTE


def _pointed_at(root: "Element", ids: set[str]) -> frozenset[str]:
    """The notes that references in the text itself point at."""
    return frozenset(
        target[1:]
        for one in root.iter("{*}ref", "{*}ptr", "{*}xref", "{*}anchor")
        for target in (one.get("target") or one.get("corresp") or "").split()
        if target[1:] in ids and not any(local(above) == "note" for above in one.iterancestors())
    )


def _spots(notes: list["Element"]) -> dict[str, list[tuple[str, str]]]:
    """Where notes that say themselves what they belong to are called: the tag's name, to note and label."""
    found: dict[str, list[tuple[str, str]]] = {}
    for note in notes:
        target = (note.get("target") or "").split()
        if target and target[0][:1] == "#" and id_of(note):
            label = (note.get("n") or "").strip("[]() .:")
            found.setdefault(target[0][1:], []).append((id_of(note), label))
    return found


def _is_entry(element: "Element") -> bool:
    for above in element.iterancestors():
        match local(above):
            case "listBibl":
                return True
            case "p" | "note" | "head" | "cell" | "q" | "cit" | "quote" | "teiHeader" | "bibl":
                return False
            case "item" | "list" | "div" | "div1" | "div2" | "back":
                if _BIBLIOGRAPHY.search(above.get("type") or ""):
                    return True
    return False


_RENDS = (
    ("italic", Style.ITALIC), ("ital", Style.ITALIC), ("bold", Style.BOLD), ("sup", Style.SUPERSCRIPT),
    ("small", Style.SMALL_CAPS), ("sc", Style.SMALL_CAPS), ("emph", Style.ITALIC),
)  # fmt: skip


def _rendered(rend: str) -> Style:
    style = Style.PLAIN
    for word in re.split(r"[\s;:#,]+", rend.lower()):
        style |= next((one for name, one in _RENDS if word.startswith(name)), Style.PLAIN)
    if re.fullmatch(r"#?i", rend):
        style |= Style.ITALIC
    return style


def _published(header: "Element") -> PartialDate | None:
    statement = next(header.iter("{*}publicationStmt"), None)
    for one in statement.iter("{*}date") if statement is not None else ():
        match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", one.get("when") or words(one))
        if match:
            return possible_date(*(int(part) for part in match.groups() if part))
    return None
