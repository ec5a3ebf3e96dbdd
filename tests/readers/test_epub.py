"""Books: pages in the order of the spine, notes wherever they stand."""

import pytest

from cite.model.errors import InputError
from cite.model.notes import Document
from cite.readers.epub.reader import Epub
from cite.steps.reading.find_notes import find_notes
from tests.readers.office import zipped

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
XHTML = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{}</body></html>'


def book(pages: dict[str, str], order: list[str] | None = None, **more: str) -> bytes:
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"{" properties=" + chr(34) + "nav" + chr(34) if name == "nav" else ""}/>'
        for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or pages)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Tides</dc:title><dc:date>2011-05-03T00:00:00Z</dc:date><dc:language>en-GB</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf,
    }
    for name, body in pages.items():
        parts[f"OEBPS/{name}.xhtml"] = XHTML.format(body)
    return zipped({**parts, **more})


def read(content: bytes) -> Document:
    assert Epub().recognises("a", content)
    return Epub().read("a.epub", content)


CHAPTERS = {
    "two": '<p>Ebb<a id="r2" epub:type="noteref" href="notes.xhtml#n2">2</a>.</p>',
    "notes": '<section epub:type="endnotes"><ol><li id="n1" epub:type="endnote"><p>High water. <a href="one.xhtml#r1" epub:type="backlink">↩</a></p></li>'
    '<li id="n2" epub:type="endnote"><p>Low <a href="http://example.org/low">water</a>. <a href="two.xhtml#r2" epub:type="backlink">↩</a></p></li></ol></section>',
    "one": '<p>Flood<a id="r1" epub:type="noteref" href="notes.xhtml#n1">1</a>.</p>',
    "nav": "<nav><ol><li><a href='one.xhtml'>1</a></li></ol></nav>",
}


def test_pages_are_read_in_the_order_of_the_spine_and_notes_from_their_own_file():
    document = read(book(CHAPTERS, ["nav", "one", "two", "notes"]))
    assert [one.text for one in document.body] == ["Flood.", "Ebb."]
    notes = find_notes(document).notes
    assert [(note.label, note.text, len(note.markers)) for note in notes] == [
        ("1", "High water.", 1),
        ("2", "Low water.", 1),
    ]
    assert notes[1].place.part == "OEBPS/notes.xhtml" and notes[1].place.paragraph == 2
    where = notes[1].links[0].href_anchor
    assert where.part == "OEBPS/notes.xhtml"
    page = XHTML.format(CHAPTERS["notes"])
    assert page[where.start : where.end] == "http://example.org/low"


def test_chapters_that_number_their_notes_anew_keep_them_apart():
    page = '<p>{0}<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>1 On {0}.</p></aside>'
    found = find_notes(read(book({"a": page.format("salt"), "b": page.format("foam")})))
    assert [(note.label, note.text, note.sentence) for note in found.notes] == [
        ("1", "On salt.", "salt"),
        ("1", "On foam.", "foam"),
    ]
    assert not found.findings


def test_a_book_says_its_title_date_and_language():
    about = read(book(CHAPTERS)).about
    assert (about.title, str(about.date), about.language) == ("Tides", "2011-05-03", "en-GB")


def test_a_locked_book_is_said_to_be_locked():
    lock = '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="OEBPS/one.xhtml"/></encryption>'
    with pytest.raises(InputError, match="is encrypted"):
        read(book(CHAPTERS, **{"META-INF/encryption.xml": lock}))


def test_fonts_alone_may_be_encrypted():
    lock = '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="OEBPS/font.otf"/></encryption>'
    assert read(book(CHAPTERS, **{"META-INF/encryption.xml": lock})).notes


def test_a_book_without_pages_is_refused():
    with pytest.raises(InputError, match="no pages"):
        read(book({"nav": "<p/>"}))
