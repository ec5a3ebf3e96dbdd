"""Pages: the text apart from what stands around it, and notes however a system writes them.

Anchors are offsets into the decoded source, line ends folded to one: of texts, and of the values of `href` as
they are written, entities and all. Where tree and source do not agree, there is none.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cite.formats.html_encoding import decode_html
from cite.model.entries import PartialDate, possible_date
from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.notes import About, Document, Note, NoteForm
from cite.readers.flow import Block, Called, part_of, trimmed
from cite.readers.html.linked import Linked, Linking
from cite.readers.html.page import Page, text
from cite.readers.html.walk import Walk, Walked
from cite.readers.made import Runs, assembled, note_of
from cite.readers.markdown.labels import LABEL, is_label, label_number

_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ENDS_OF_PARAGRAPHS = re.compile(rb"</(?:p|li|h[1-6]|div)\s*>", re.IGNORECASE)
_TEXTS = (".md", ".markdown", ".txt", ".text", ".tex", ".rst", ".org")
_XML_OF_OTHERS = re.compile(rb"<(?:TEI|article\s[^>]*(?:dtd-version|article-type)|jats|tei)\b")
_LABEL = re.compile(rf"\s*[\[(]?(?P<label>{LABEL})[\])]?[.:)]?\s*")
_BEFORE = re.compile(r"[\s^↑↩]*(?:Jump up(?: to)?:?)?\s*(?:[.:)\]]\s+)?")
_AFTER = re.compile(r"\s*[\[(]\s*[\])]\s*$")
"""What is left of a link back that is taken out: its brackets, the arrow before it, the point after it."""
_DATES = (
    "article:published_time",
    "citation_publication_date",
    "citation_date",
    "dc.date",
    "dcterms.date",
    "date",
)


class Html:
    """Articles as pages of the web."""

    name = "html"

    def recognises(self, path: str, content: bytes) -> bool:
        """A document type or the first elements of a page; a piece of one by its paragraphs, where no name speaks against it."""
        head = content[:4096].replace(b"\0", b"")
        if _XML_OF_OTHERS.search(head):
            return False
        name = path.lower()
        if _BEGINS.match(head) or (name.endswith((".html", ".htm", ".xhtml")) and b"<" in head):
            return True
        piece = head.lstrip().startswith(b"<") and len(_ENDS_OF_PARAGRAPHS.findall(head)) > 2
        return piece and not name.endswith(_TEXTS)

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, calls and notes, in order. Raises InputError."""
        source, guessed = page_source(content)
        if not source.strip():
            raise InputError("is empty")
        page = Page.read("", source)
        document = Document(path, source, format=Html.name, about=_about(page))
        if guessed:
            document = replace(document, findings=(_encoding_guessed(path, guessed),))
        return read_pages(document, [page], with_lines=True)


def _encoding_guessed(path: str, encoding: str) -> Finding:
    return Finding(
        "encoding-guessed",
        Level.INFO,
        f"The page is not UTF-8 and does not say what it is; it was read as {encoding}. If letters look wrong, declare its encoding.",
        Place(path, 1, 1),
    )


_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=", re.IGNORECASE)
_LANGUAGE = re.compile(
    rb"<html[^>]{0,400}?\blang\s*=\s*[\"']?(?P<code>[a-zA-Z]{2,3})", re.IGNORECASE
)
_USUAL = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr"), ("cp1251",)),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "hr", "sl", "ro", "bs", "sq"), ("cp1250",)),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257",)),
    **dict.fromkeys(("ar", "fa", "ur"), ("cp1256",)),
    "el": ("cp1253",), "tr": ("cp1254",), "he": ("cp1255",), "vi": ("cp1258",), "th": ("cp874",),
    "ja": ("euc_jp", "shift_jis"), "zh": ("gb18030", "big5"), "ko": ("cp949",),
}  # fmt: skip
"""What pages in a language were written in before UTF-8, as browsers assume where a page says nothing."""


def page_source(content: bytes) -> tuple[str, str]:
    """The text of a page, line ends folded to one, and its encoding where that had to be guessed."""
    declared = _XML_ENCODING.match(content)
    guessed = "" if declared or _CHARSET.search(content[:4096]) else _guessed(content)
    charset = declared[1].decode() if declared else guessed
    source = decode_html(content, f"charset={charset}" if charset else "")
    return source.replace("\r\n", "\n").replace("\r", "\n"), guessed


def _guessed(content: bytes) -> str:
    """The encoding of a page that says none, by its language; nothing where it is UTF-8, or has a mark."""
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:64]:
        return ""
    if _decodes(content, "utf-8"):
        return ""
    language = _LANGUAGE.search(content[:4096])
    usual = _USUAL.get(language["code"].decode().lower(), ()) if language else ()
    return next((name for name in usual if _decodes(content, name)), "windows-1252")


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def read_pages(document: Document, pages: Sequence[Page], with_lines: bool) -> Document:
    """A document from its pages, in the order in which they are read."""
    linked = Linking(pages).linked()
    walk = Walk(document.path, linked, with_lines)
    for page in pages:
        root = page.tree.body or page.tree
        walk.page(page, root, page.base)
    notes, called, findings = _notes(walk.found, linked)
    return assembled(document, walk.found.body, notes, called, (), findings)


def _notes(found: Walked, linked: Linked) -> tuple[list[Note], dict[str, Called], list[Finding]]:
    notes: list[Note] = []
    called: dict[str, Called] = {}
    findings: list[Finding] = []
    runs = Runs()
    said = _telling(found, linked)
    for key, blocks in found.notes.items():
        if not any(block.runs for block in blocks):
            continue
        label, own = _labelled(key, blocks, said.get(key, ""), found)
        aside = key in found.aside
        form = NoteForm.MARGIN if aside else NoteForm.ENDNOTE
        if aside and not found.aside[key]:
            note, wrong = note_of(label, own, form, None, runs.apart())
            note = replace(note, called=False)
        else:
            number = label_number(label)
            note, wrong = note_of(label, own, form, number, runs.of(own[0].place.part, number))
        called[key] = Called(label, len(notes))
        notes.append(note)
        findings += wrong
    return notes, called, findings


def _telling(found: Walked, linked: Linked) -> dict[str, str]:
    """What calls print for each note; where several print the same mark, what a list prints, or their number."""
    said = {key: linked.labels.get(key) or found.aside.get(key, "") for key in found.notes}
    several = Counter(label for label in said.values() if label and not label.isalnum())
    return {
        key: found.ordinals.get(key, str(number)) if several[label] > 1 else label
        for number, (key, label) in enumerate(said.items(), 1)
    }


def _labelled(
    key: str, blocks: Sequence[Block], said: str, found: Walked
) -> tuple[str, list[Block]]:
    """The label of a note and its paragraphs without it."""
    own = [block for block in blocks if block.runs]
    own[0] = _from(own[0], _BEFORE)
    if leftover := _AFTER.search(own[-1].text):
        own[-1] = part_of(own[-1], 0, leftover.start())
    ordinal = found.ordinals.get(key, "")
    printed, rest = _printed(own[0], said or ordinal)
    label = printed or said or ordinal or "⊕"
    first = [rest] if rest.runs else []
    return label, [*first, *own[1:]]


def _printed(block: Block, expected: str) -> tuple[str, Block]:
    """The label with which a note begins, and its first paragraph without it."""
    match = _LABEL.match(block.text)
    if not match or not is_label(match["label"]):
        return "", block
    label = match["label"]
    marked = match[0].strip() != label
    if label != expected and not (marked and not expected):
        return "", block
    if not marked and label.isalpha() and label != expected:
        return "", block
    return label, trimmed(part_of(block, match.end(), len(block.text)))


def _from(block: Block, gone: re.Pattern[str]) -> Block:
    match = gone.match(block.text)
    return part_of(block, match.end(), len(block.text)) if match else block


def _about(page: Page) -> About:
    tree = page.tree
    title = tree.title.get_text() if tree.title else ""
    told = {
        (text(one, "name") or text(one, "property")).lower(): text(one, "content")
        for one in tree.find_all("meta", content=True)
    }
    date = next(filter(None, (_date(told.get(name, "")) for name in _DATES)), None)
    language = text(tree.html, "lang") if tree.html else ""
    return About(" ".join(title.split())[:500], date, language)


def _date(value: str) -> PartialDate | None:
    found = re.match(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?", value.strip())
    numbers = [int(part) for part in found.groups() if part] if found else []
    return possible_date(*numbers) if numbers else None
