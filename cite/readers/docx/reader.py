"""Word documents: the text, its notes with the labels that Word prints, and what reference managers left.

Anchors: `Anchor.part` is the part, `node` counts what `walk.COUNTED` names in it. The target of a hyperlink
by relationship is the attribute `Target` in the part's `.rels`, that of a field the text of its code.
"""

import re
from collections.abc import Sequence

from cite.formats.citation_fields import read_word_sources
from cite.formats.package import is_zip
from cite.formats.xml import children, parse_xml
from cite.model.entries import Entry, PartialDate, possible_date
from cite.model.findings import Finding
from cite.model.notes import About, Document, Note, NoteForm
from cite.readers.docx.lists import Lists
from cite.readers.docx.names import w
from cite.readers.docx.notes import FORMS, Numbered, Numbering, numbered
from cite.readers.docx.parts import Parts
from cite.readers.docx.styles import Styles
from cite.readers.docx.walk import Known, Walk
from cite.readers.flow import Block, Called, part_of, trimmed
from cite.readers.made import assembled, note_of

_SIGN = b"word/document"
_MAIN = b"wordprocessingml"
_PROPERTY = re.compile(r"(?P<name>ZOTERO_BREF_\w+)_(?P<number>\d+)$")
_DCTERMS = "{http://purl.org/dc/terms/}"
_DC = "{http://purl.org/dc/elements/1.1/}"


class Docx:
    """Articles in Word's format, since 2007."""

    name = "docx"

    def recognises(self, path: str, content: bytes) -> bool:
        """An archive with a part that Word keeps its text in."""
        return is_zip(content) and (_SIGN in content or _MAIN in content)

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, calls and notes, in order. Raises InputError."""
        return _Reading(path, Parts(content)).document()


class _Reading:
    """One pass over one file."""

    def __init__(self, path: str, parts: Parts) -> None:
        self.path, self.parts = path, parts
        self.known = Known(
            path, Styles(parts.tree("styles")), Lists.read(parts.tree("numbering")),
            _sources(parts), _bookmarks(parts),
        )  # fmt: skip

    def document(self) -> Document:
        walk = Walk(self.known, self.parts.main, self.parts.related(self.parts.main))
        content = self.parts.content(self.parts.main)
        blocks: list[Block] = []
        for child in children(content, w("body"), self.parts.main):
            blocks += walk.blocks(child)
        blocks += walk.rest()
        listed = numbered(walk.calls, Numbering.read(self.parts.tree("settings")), walk.sections)
        notes, findings, called = self._notes(listed)
        for name, key in walk.bookmarked.items():
            if key in called:
                called[f"bookmark:{name}"] = called[key]
        return assembled(
            Document(self.path, "", format="docx", about=self._about(walk.title)),
            blocks, notes, called, walk.bibliography, findings,
        )  # fmt: skip

    def _notes(
        self, listed: Sequence[Numbered]
    ) -> tuple[list[Note], list[Finding], dict[str, Called]]:
        texts = {form: self._texts(form, listed) for form in FORMS}
        notes: list[Note] = []
        findings: list[Finding] = []
        called: dict[str, Called] = {}
        for one in listed:
            blocks = texts[one.form].get(one.id)
            if blocks is None:
                called[one.key] = Called(one.label, None)
                continue
            if one.count is None:
                blocks = _without_mark(blocks, one.label)
            note, wrong = note_of(
                one.label, blocks, NoteForm(one.form), number=one.count, run=one.run
            )
            called[one.key] = Called(one.label, len(notes))
            notes.append(note)
            findings += wrong
        return notes, findings, called

    def _texts(self, form: str, listed: Sequence[Numbered]) -> dict[str, list[Block]]:
        """The paragraphs of the notes of one form, by their names in the file."""
        part = self.parts.named(f"{form}s")
        wanted = {one.id for one in listed if one.form == form}
        if not part or not wanted:
            return {}
        walk = Walk(self.known, part, self.parts.related(part))
        found: dict[str, list[Block]] = {}
        for element in children(self.parts.content(part), w(f"{form}s"), part):
            blocks = [*walk.blocks(element), *walk.rest()]
            found.setdefault(element.get(w("id"), ""), blocks)
        return found

    def _about(self, title: str) -> About:
        part = "docProps/core.xml"
        core = (
            parse_xml(self.parts.package.read(part), part) if part in self.parts.package else None
        )
        told = (core.findtext(f"{_DC}title") or "") if core is not None else ""
        saved = (core.findtext(f"{_DCTERMS}modified") or "") if core is not None else ""
        return About(title or " ".join(told.split()), _date(saved), self.known.styles.language)


def _without_mark(blocks: list[Block], mark: str) -> list[Block]:
    """A note without the mark of the author's own with which it begins."""
    first = blocks[0] if blocks else None
    if first is None or not first.text.startswith(mark):
        return blocks
    return [trimmed(part_of(first, len(mark), len(first.text))), *blocks[1:]]


def _date(text: str) -> PartialDate | None:
    """The day of a date of the file's own."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text.strip())
    return possible_date(*map(int, found.groups())) if found else None


def _sources(parts: Parts) -> dict[str, Entry]:
    """The works that Word keeps beside the text, by tag."""
    found: dict[str, Entry] = {}
    for part in parts.package.within("customXml/item"):
        if part.endswith(".xml") and "Props" not in part:
            found |= read_word_sources(parts.package.read(part), part)
    return found


def _bookmarks(parts: Parts) -> dict[str, str]:
    """Codes that Zotero keeps in properties of the file, by the bookmark in the text."""
    part = "docProps/custom.xml"
    if part not in parts.package:
        return {}
    pieces: dict[str, dict[int, str]] = {}
    for one in parse_xml(parts.package.read(part), part):
        named = _PROPERTY.match(one.get("name", ""))
        if named:
            text = "".join(map(str, one.itertext()))
            pieces.setdefault(named["name"], {})[int(named["number"])] = text
    return {name: "".join(own[n] for n in sorted(own)) for name, own in pieces.items()}
