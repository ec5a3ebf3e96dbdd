"""Pages as systems write them: their notes, their addresses, and the text apart from what stands around it."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.document import ParagraphKind, Style
from cite.model.notes import BoundNotes, Document
from cite.readers.html.reader import Html
from cite.steps.reading.find_notes import find_notes
from tests.readers.shown import shown

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def read(source: str | bytes) -> Document:
    content = source.encode() if isinstance(source, str) else source
    return Html().read("a.html", content)


def bound(source: str | bytes) -> BoundNotes:
    return find_notes(read(source))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_notes_are_found_however_a_system_writes_them(page, accepted):
    document = Html().read(page.name, page.read_bytes())
    accepted(page.with_suffix(".expected.txt"), shown(document))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_anchors_lead_back_to_what_the_source_has(page):
    document = Html().read(page.name, page.read_bytes())
    parts = (*document.body, *document.notes)
    runs = [run for part in parts for run in part.runs if run.anchor]
    for run in runs:
        if run.text.isalnum():
            assert document.source[run.anchor.start : run.anchor.end] == run.text
    links = [link for part in parts for link in part.links if link.href and link.href_anchor]
    for link in links:
        written = document.source[link.href_anchor.start : link.href_anchor.end]
        before = document.source[link.href_anchor.start - 8 : link.href_anchor.start]
        assert "href" in before.lower()
        assert written.replace("&amp;", "&").startswith("http")
    for marker in document.markers:
        if marker.anchor:
            written = document.source[marker.anchor.start : marker.anchor.end]
            assert marker.label in normalize("NFKC", written)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<meta charset="utf-8"><p>Żółw</p>'.encode(), "Żółw"),
        ('<meta charset="iso-8859-2"><p>Żółw</p>'.encode("iso-8859-2"), "Żółw"),
        (b'<meta charset="iso-8859-1"><p>\x93caf\xe9\x94</p>', "“café”"),
        ('<?xml version="1.0" encoding="windows-1251"?><html><p>мир</p></html>'.encode("cp1251"), "мир"),
        ("<p>“café”</p>".encode(), "“café”"),
        (b"<p>caf\xe9</p>", "café"),
        ("\ufeff<p>мир</p>".encode("utf-16"), "мир"),
        ('<html lang="ru"><p>мир и труд</p>'.encode("cp1251"), "мир и труд"),
        ('<html lang=ja><p>注釈と文献</p>'.encode("euc_jp"), "注釈と文献"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>注釈</p>'.encode("shift_jis"), "注釈"),
    ],
)  # fmt: skip
def test_encodings_are_read_as_browsers_read_them(content, expected):
    assert [one.text for one in read(content).body] == [expected]


def test_an_encoding_that_is_guessed_is_told():
    assert [one.code for one in read(b"<html><p>caf\xe9</p>").findings] == ["encoding-guessed"]
    assert not read("<html><p>café</p>").findings


def test_paragraphs_are_told_apart():
    found = read(
        "<h2>Head</h2><p>Text</p><blockquote><p>Said</p></blockquote><ul><li>One<ol><li>Deep</li></ol></li></ul>"
        "<table><tr><td>Cell</td></tr></table><pre>a  b</pre><figure><figcaption>Cap</figcaption></figure>loose"
    ).body
    assert [(one.kind, one.level, one.text) for one in found] == [
        (ParagraphKind.HEADING, 2, "Head"),
        (ParagraphKind.TEXT, 0, "Text"),
        (ParagraphKind.QUOTATION, 1, "Said"),
        (ParagraphKind.LIST_ITEM, 1, "One"),
        (ParagraphKind.LIST_ITEM, 2, "Deep"),
        (ParagraphKind.TABLE, 0, "Cell"),
        (ParagraphKind.CODE, 0, "a  b"),
        (ParagraphKind.CAPTION, 0, "Cap"),
        (ParagraphKind.TEXT, 0, "loose"),
    ]


def test_typography_is_told_by_tags_styles_and_classes():
    (one,) = read(
        '<p><em>a</em><span style="font-style:italic">b</span><span class="smallcaps">c</span>'
        "<cite>d</cite><cite>e <i>f</i></cite><code>g</code><sup>h</sup></p>"
    ).body
    styles = {run.text.strip(): run.style for run in one.runs}
    assert styles["a"] == styles["d"] == styles["f"] == Style.ITALIC
    assert styles["c"] == Style.SMALL_CAPS and styles["e"] == Style.PLAIN
    assert styles["g"] == Style.CODE and styles["h"] == Style.SUPERSCRIPT


def test_white_space_is_folded_and_its_place_kept():
    document = read("<p>At\n   https://example.org/a_b,\n\n  too &amp;   more.</p>")
    (one,) = document.body
    assert one.text == "At https://example.org/a_b, too & more."
    (link,) = one.links
    assert document.source[link.anchor.start : link.anchor.end] == "https://example.org/a_b"


def test_addresses_within_the_site_are_none_unless_the_page_names_it():
    page = '<p><a href="/a">a</a> <a href="//example.org/b">b</a></p>'
    assert [one.url for one in read(page).body[0].links] == ["https://example.org/b"]
    with_base = f'<head><base href="https://example.net/x/"></head>{page}'
    assert read(with_base).body[0].links[0].url == "https://example.net/a"


def test_places_are_lines_and_columns():
    document = read("<p>One</p>\n\n<p>Two<sup>1</sup></p>\n<hr>\n<ol><li>A source</li></ol>")
    assert [(one.place.line, one.place.column) for one in document.body] == [(1, 4), (3, 4)]
    assert document.notes[0].place.line == 5


def test_a_marker_stands_where_its_link_is_written():
    page = '<p>One<sup><a href="#n1">1</a></sup> and\n<a href="#n2"><sup>2</sup></a></p><p id="n1">1. A</p><p id="n2">2. B</p>'
    assert [(one.place.line, one.place.column) for one in read(page).markers] == [(1, 7), (2, 1)]


def test_what_stands_around_the_text_is_left_out():
    found = read(
        "<body><nav><p>Menu</p></nav><header>Site</header><main><header><h1>Title</h1></header><p>Text</p>"
        '<form><p>Search</p></form></main><div class="sidebar"><p>Ads</p></div><p hidden>Gone</p>'
        '<p style="display: none">Gone</p><script>var a = "<p>no</p>";</script><footer>©</footer></body>'
    ).body
    assert [one.text for one in found] == ["Title", "Text"]


@pytest.mark.parametrize(
    ("path", "content", "is_page"),
    [
        ("a", b"<!DOCTYPE html><p>x", True),
        ("a.html", b"<center>x</center>", True),
        ("-", b"<p>a</p><p>b</p><p>c</p>", True),
        ("a.md", b"<p>a</p>\n<p>b</p>\n<p>c</p>\n\n# Markdown", False),
        ("a.md", b"<div align=center>\n\n# Markdown\n", False),
        ("a.xml", b'<?xml version="1.0"?><article article-type="x"><body><p>a</p></body></article>', False),
        ("a.txt", b"plain <b>text</b>", False),
    ],
)  # fmt: skip
def test_pages_are_known_by_how_they_begin(path, content, is_page):
    assert Html().recognises(path, content) is is_page


@given(st.text(alphabet="<>/abp\"'=&;! -[]1^sup\n", max_size=200))
def test_any_text_is_read_or_refused(source):
    document = read(f"<html>{source}")
    for part in (*document.body, *document.notes):
        for run in part.runs:
            if run.anchor and run.text.isalnum() and not run.pieces:
                assert document.source[run.anchor.start : run.anchor.end] == run.text
