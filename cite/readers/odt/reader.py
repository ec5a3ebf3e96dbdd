"""OpenDocument texts: notes with the labels that are printed, and what reference managers left.

Anchors: `Anchor.part` is the part, `node` counts its texts, heads and tails of elements that are not empty, in
order; a call stands before the text that follows it. The address of a link is the attribute `xlink:href`.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cite.formats.package import Package, is_zip
from cite.formats.xml import parse_xml
from cite.model.entries import PartialDate, possible_date
from cite.model.errors import InputError
from cite.model.findings import Finding
from cite.model.notes import About, Document, Note, NoteForm
from cite.readers.flow import Block, Called
from cite.readers.made import Runs, assembled, note_of
from cite.readers.markdown.labels import label_number
from cite.readers.odt.names import q
from cite.readers.odt.styles import Styles
from cite.readers.odt.walk import Walk, WalkedNote, label_of

if TYPE_CHECKING:
    from cite.formats.xml import Element

_MIMETYPE = b"application/vnd.oasis.opendocument.text"
_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_CODE = re.compile(r"(?P<name>ZOTERO_BREF_\w+)_(?P<number>\d+)$")


class Odt:
    """Articles in OpenDocument, packed or as one flat file."""

    name = "odt"

    def recognises(self, path: str, content: bytes) -> bool:
        """An archive that says so of itself, or XML that begins as a whole document does."""
        if is_zip(content):
            return _MIMETYPE in content[:400] or (
                b"content.xml" in content and b"META-INF/manifest.xml" in content
            )
        head = content[:8192]
        return (
            head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
            and b"<office:document" in head
            and _FLAT in head
        )

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, calls and notes, in order. Raises InputError."""
        if not is_zip(content):
            root = parse_xml(content)
            return _Reading(path, "", root, (root,), root).document()
        package = Package(content)
        _check_lock(package)
        root = parse_xml(package.read("content.xml"), "content.xml")
        others = {
            name: parse_xml(package.read(name), name)
            for name in ("styles.xml", "meta.xml")
            if name in package
        }
        styles = (others["styles.xml"], root) if "styles.xml" in others else (root,)
        return _Reading(path, "content.xml", root, styles, others.get("meta.xml")).document()


def _check_lock(package: Package) -> None:
    """Raises InputError for a document that a password locks."""
    manifest = "META-INF/manifest.xml"
    if manifest in package:
        root = parse_xml(package.read(manifest), manifest)
        if next(root.iter(q("manifest:encryption-data")), None) is not None:
            raise InputError("is encrypted; save it without a password")


class _Reading:
    """One pass over one document."""

    def __init__(
        self,
        path: str,
        part: str,
        root: "Element",
        styles: Sequence["Element"],
        meta: "Element | None",
    ) -> None:
        self.path, self.root, self.meta = path, root, meta
        self.walk = Walk(path, part, Styles.read(styles), _codes(meta))

    def document(self) -> Document:
        body = list(self._body())
        notes, called, findings = self._notes()
        return assembled(
            Document(self.path, "", format=Odt.name, about=self._about()),
            body, notes, called, self.walk.bibliography, findings,
        )  # fmt: skip

    def _body(self) -> list[Block]:
        """The text; all that stands before it is counted, as places are counted over the whole part."""
        text = self.root.find(f"{q('office:body')}/{q('office:text')}")
        if text is None:
            raise InputError("holds no text")
        within = {text, *text.iterancestors()}
        for one in self.root.iter():
            if one is text:
                break
            if one in within:
                self.walk.count(one)
            elif one.getparent() in within:
                self.walk.pass_over(one)
                self.walk.count_tail(one)
        return list(self.walk.blocks(text))

    def _notes(self) -> tuple[list[Note], dict[str, Called], list[Finding]]:
        """Footnotes before endnotes, as a reader meets them."""
        notes: list[Note] = []
        called: dict[str, Called] = {}
        findings: list[Finding] = []
        first_run = 0
        for endnote in (False, True):
            own = [one for one in self.walk.notes if one.endnote is endnote]
            runs = Runs()
            for count, one in enumerate(own, 1):
                label = label_of(one, count)
                number = label_number(label)
                run = first_run + runs.of("", number)
                form = NoteForm.ENDNOTE if endnote else NoteForm.FOOTNOTE
                note, wrong = note_of(label, _filled(one), form, number, run)
                called[one.key] = Called(label, len(notes))
                notes.append(note)
                findings += wrong
            first_run = 1 + max((note.run or 0 for note in notes), default=-1)
        return notes, called, findings

    def _about(self) -> About:
        def told(name: str) -> str:
            found = self.meta.find(f".//{q(name)}") if self.meta is not None else None
            return " ".join((found.text or "").split()) if found is not None else ""

        return About(
            self.walk.title or told("dc:title"), _date(told("dc:date")), told("dc:language")
        )


def _filled(note: WalkedNote) -> Sequence[Block]:
    return [block for block in note.blocks if block.runs] or note.blocks[:1]


def _date(text: str) -> PartialDate | None:
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    return possible_date(*map(int, found.groups())) if found else None


def _codes(meta: "Element | None") -> dict[str, str]:
    """Codes that Zotero keeps in properties of the file, by the bookmark in the text."""
    pieces: dict[str, dict[int, str]] = {}
    for one in meta.iter(q("meta:user-defined")) if meta is not None else ():
        if named := _CODE.match(one.get(q("meta:name"), "")):
            pieces.setdefault(named["name"], {})[int(named["number"])] = one.text or ""
    return {name: "".join(own[n] for n in sorted(own)) for name, own in pieces.items()}
