"""OpenDocument texts: notes where they are called, links, citations with the works they describe."""

import json
from xml.sax.saxutils import quoteattr

import pytest

from cite.formats.xml import parse_xml
from cite.model.document import ParagraphKind, Style
from cite.model.notes import Document, NoteForm
from cite.readers.odt.reader import Odt
from cite.steps.reading.find_notes import find_notes
from tests.readers.office import zipped

_ROOT = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "office": f"{_ROOT}:office:1.0",
        "text": f"{_ROOT}:text:1.0",
        "style": f"{_ROOT}:style:1.0",
        "table": f"{_ROOT}:table:1.0",
        "draw": f"{_ROOT}:drawing:1.0",
        "meta": f"{_ROOT}:meta:1.0",
        "fo": f"{_ROOT}:xsl-fo-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
STYLES = """
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T2" style:family="text" style:parent-style-name="T1"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="Quotations" style:family="paragraph"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="i" style:num-suffix="."/></text:list-style>
"""


def content(body: str) -> str:
    return (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(body: str, meta: str = "") -> bytes:
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content(body),
    }
    if meta:
        parts["meta.xml"] = (
            f"<office:document-meta {SPACES}><office:meta>{meta}</office:meta></office:document-meta>"
        )
    return zipped(parts)


def read(body: str, meta: str = "") -> Document:
    made = odt(body, meta)
    assert Odt().recognises("a", made)
    return Odt().read("a.odt", made)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def note(label: str, text: str, kind: str = "footnote", own: str = "") -> str:
    marked = f' text:label="{own}"' if own else ""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation{marked}>{label}</text:note-citation>'
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )


def test_notes_have_the_labels_that_the_file_prints():
    document = read(
        p(f"One.{note('1', 'A')} Two.{note('i', 'B', 'endnote')} Three.{note('*', 'C', own='*')}")
    )
    notes = find_notes(document).notes
    assert [(one.label, one.form, one.text, one.sentence) for one in notes] == [
        ("1", NoteForm.FOOTNOTE, "A", "One."),
        ("*", NoteForm.FOOTNOTE, "C", "Three."),
        ("i", NoteForm.ENDNOTE, "B", "Two."),
    ]
    assert document.body[0].text == "One. Two. Three."


def test_notes_that_begin_again_with_each_chapter_keep_to_their_own():
    chapter = p(f"One{note('1', '{0}1')} two{note('2', '{0}2')}.")
    found = find_notes(read(chapter.format("a", "a") + chapter.format("b", "b")))
    assert [(one.label, one.text, one.id.run) for one in found.notes] == [
        ("1", "a1", 0), ("2", "a2", 0), ("1", "b1", 1), ("2", "b2", 1),
    ]  # fmt: skip
    assert not found.findings


def test_links_know_where_their_address_is_written():
    document = read(
        p(f'See{note("1", """<text:a xlink:href="https://example.org/a">here</text:a>.""")}')
    )
    (link,) = document.notes[0].links
    assert (link.url, link.shown) == ("https://example.org/a", "here")
    assert (link.href_anchor.part, link.href_anchor.attribute, link.href_anchor.node) == (
        "content.xml",
        "xlink:href",
        0,
    )


def test_typography_comes_from_styles_and_blanks_are_folded():
    (one,) = read(
        p(
            '  a <text:span text:style-name="T1">b</text:span>'
            '<text:span text:style-name="T2">c</text:span><text:s text:c="3"/>  d\n e'
            '<text:span text:style-name="T3">unseen</text:span>'
        )
    ).body
    assert one.text == "a bc d e".replace("c d", "c  d")
    styles = {run.text: run.style for run in one.runs}
    assert styles["b"] == Style.ITALIC and styles["c"] == Style.ITALIC | Style.SUPERSCRIPT


def test_paragraphs_are_told_apart():
    found = read(
        '<text:h text:outline-level="2">Head</text:h>' + p("Said", "P1")
        + f'<text:list text:style-name="L1"><text:list-item>{p("Item")}</text:list-item></text:list>'
        + f"<table:table><table:table-row><table:table-cell>{p('Cell')}</table:table-cell></table:table-row></table:table>"
        + f"<text:table-of-content><text:index-body>{p('Head 1')}</text:index-body></text:table-of-content>"
        + p("Text")
    ).body  # fmt: skip
    assert [(one.kind, one.level, one.text) for one in found] == [
        (ParagraphKind.HEADING, 2, "Head"),
        (ParagraphKind.QUOTATION, 1, "Said"),
        (ParagraphKind.LIST_ITEM, 1, "Item"),
        (ParagraphKind.TABLE, 0, "Cell"),
        (ParagraphKind.TEXT, 0, "Text"),
    ]


def test_deleted_text_and_comments_are_not_read():
    gone = f"<text:tracked-changes><text:changed-region><text:deletion>{p('old')}</text:deletion></text:changed-region></text:tracked-changes>"
    document = read(
        gone
        + p(
            f"Kept<text:change text:change-id='1'/><office:annotation>{p('Why?')}</office:annotation>."
        )
    )
    assert [one.text for one in document.body] == ["Kept."]


CODE = "ZOTERO_ITEM CSL_CITATION " + json.dumps(
    {"citationItems": [{"itemData": {"type": "book", "title": "Quiet", "issued": {"date-parts": [[2011]]}}}]}
)  # fmt: skip


def test_what_zotero_left_in_a_mark_describes_the_work():
    name = quoteattr(CODE + " RNDabc")
    marked = f"<text:reference-mark-start text:name={name}/>Okafor, Quiet.<text:reference-mark-end text:name={name}/>"
    (one,) = read(p(f"x{note('1', f'See {marked}')}")).notes
    (embedded,) = one.embedded
    assert one.text[embedded.span.start : embedded.span.end] == "Okafor, Quiet."
    assert embedded.entries[0].fields["title"] == "Quiet"


def test_what_zotero_keeps_in_properties_is_found_by_its_bookmark():
    half = len(CODE) // 2
    meta = "".join(
        f'<meta:user-defined meta:name="ZOTERO_BREF_x_{n}">{text}</meta:user-defined>'
        for n, text in ((1, CODE[:half]), (2, CODE[half:]))
    )
    marked = '<text:bookmark-start text:name="ZOTERO_BREF_x"/>Quiet.<text:bookmark-end text:name="ZOTERO_BREF_x"/>'
    (one,) = read(p(f"x{note('1', marked)}"), meta).notes
    assert one.embedded[0].entries[0].fields["year"] == 2011


def test_a_citation_of_libreoffices_own_describes_its_work():
    mark = '<text:bibliography-mark text:bibliography-type="book" text:author="Okafor" text:title="Quiet" text:year="2011">[Oka11]</text:bibliography-mark>'
    (entry,) = read(p(f"So {mark}.")).bibliography
    assert entry.text == "[Oka11]" and entry.embedded[0].entries[0].fields["title"] == "Quiet"


def test_notes_typed_by_hand_are_notes():
    raised = '<text:span text:style-name="T2">{}</text:span>'
    listed = f'<text:list text:style-name="L1"><text:list-item>{p("A source.")}</text:list-item><text:list-item>{p("Another.")}</text:list-item></text:list>'
    found = find_notes(
        read(p(f"One.{raised.format('i')} Two.{raised.format('ii')}") + p("Notes") + listed)
    )
    assert [(one.label, one.text, len(one.markers)) for one in found.notes] == [
        ("i", "A source.", 1),
        ("ii", "Another.", 1),
    ]


@pytest.mark.parametrize("flat", [False, True])
def test_every_text_is_found_again_by_its_anchor(flat):
    body = (
        f"\n <text:sequence-decls>\n<x/>a</text:sequence-decls>{p('one <text:span>two</text:span> three')}\n"
        f"<text:section>{p('four' + note('1', 'five') + 'six')}</text:section>"
    )
    source = content(body)
    if flat:
        source = source.replace("office:document-content", "office:document")
        document = Odt().read("a", source.encode())
    else:
        document = Odt().read("a", odt(body))
    texts = list(_texts(parse_xml(source.encode())))
    for part in (*document.body, *document.notes):
        for run in part.runs:
            where = run.anchor
            assert where and texts[where.node][where.start : where.end] == run.text


def _texts(element):
    if element.text:
        yield element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child.tail
