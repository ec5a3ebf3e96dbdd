"""Word files: notes with the labels that Word prints, addresses wherever they are kept, changes accepted."""

import base64
import json
from html import escape

import pytest

from cite.model.document import ParagraphKind, Style
from cite.model.errors import InputError
from cite.model.notes import BoundNotes, Document, NoteForm
from cite.outputs.notes_text import notes_table
from cite.readers.docx.fields import hyperlink
from cite.readers.docx.reader import Docx
from cite.steps.reading.find_notes import find_notes
from tests.readers.office import docx, endnote, field, footnote, p, r, raised, zipped


def read(content: bytes) -> Document:
    assert Docx().recognises("a.docx", content)
    return Docx().read("a.docx", content)


def bound(content: bytes) -> BoundNotes:
    return find_notes(read(content))


def labels(document: BoundNotes) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in document.notes]


def test_footnotes_are_counted_in_figures_and_endnotes_in_small_roman_numerals() -> None:
    body = p(r("One."), footnote(2), r(" Two."), endnote(7), r(" Three."), footnote(3), endnote(9))
    found = bound(
        docx(body, {"2": p(r(" A")), "3": p(r(" C"))}, {"7": p(r(" B")), "9": p(r(" D"))})
    )
    assert labels(found) == [("1", "A"), ("2", "C"), ("i", "B"), ("ii", "D")]
    assert [marker.label for marker in found.markers] == ["1", "i", "2", "ii"]
    assert [note.form for note in found.notes] == [NoteForm.FOOTNOTE] * 2 + [NoteForm.ENDNOTE] * 2
    assert [note.sentence for note in found.notes] == ["One.", "Three.", "Two.", "Three."]
    assert not found.findings


def test_notes_are_numbered_by_their_calls_and_not_by_their_place_in_the_file() -> None:
    body = p(r("a"), footnote(5), r("b"), footnote(2))
    found = bound(docx(body, {"2": p(r("second")), "5": p(r("first"))}))
    assert labels(found) == [("1", "first"), ("2", "second")]


def test_both_kinds_in_the_same_figures_keep_their_own_notes() -> None:
    settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    body = p(r("a"), footnote(1), r("b"), endnote(1))
    found = bound(docx(body, {"1": p(r("foot"))}, {"1": p(r("end"))}, settings=settings))
    assert labels(found) == [("1", "foot"), ("1", "end")]
    assert [len(note.markers) for note in found.notes] == [1, 1]
    assert not found.findings


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("upperRoman", ["I", "II"]),
        ("lowerLetter", ["a", "b"]),
        ("upperLetter", ["A", "B"]),
        ("chicago", ["*", "†"]),
        ("decimalEnclosedCircle", ["①", "②"]),
        ("somethingUnheardOf", ["1", "2"]),
    ],
)
def test_the_notation_of_the_document_is_printed(notation: str, expected: list[str]) -> None:
    settings = f'<w:footnotePr><w:numFmt w:val="{notation}"/></w:footnotePr>'
    body = p(r("a"), footnote(1), r("b"), footnote(2))
    found = bound(docx(body, {"1": p(r("x")), "2": p(r("y"))}, settings=settings))
    assert [note.label for note in found.notes] == expected


def test_numbers_begin_again_with_each_section_and_in_its_own_notation() -> None:
    again = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    roman = '<w:footnotePr><w:numFmt w:val="lowerRoman"/><w:numRestart w:val="eachSect"/><w:numStart w:val="3"/></w:footnotePr>'
    body = (
        p(r("a"), footnote(1), r("b"), footnote(2), properties=f"<w:sectPr>{again}</w:sectPr>")
        + p(r("c"), footnote(3))
        + f"<w:sectPr>{roman}</w:sectPr>"
    )
    found = bound(docx(body, {str(n): p(r(f"note {n}")) for n in (1, 2, 3)}))
    assert labels(found) == [("1", "note 1"), ("2", "note 2"), ("iii", "note 3")]
    assert [note.id.run for note in found.notes] == [0, 0, 1]


def test_numbers_begin_again_where_word_noted_the_end_of_a_page() -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p(r("a"), footnote(1), turn, r("b"), footnote(2))
    found = bound(docx(body, {"1": p(r("x")), "2": p(r("y"))}, settings=settings))
    assert labels(found) == [("1", "x"), ("1", "y")]
    assert not found.findings


def test_a_mark_of_the_authors_own_is_no_text_and_counts_nothing() -> None:
    body = p(r("Title"), footnote(1, "*"), r(" goes on."), footnote(2))
    found = bound(docx(body, {"1": p(r("* "), r("For my teachers.")), "2": p(r("x"))}))
    assert labels(found) == [("*", "For my teachers."), ("1", "x")]
    assert found.document and found.document.body[0].text == "Title goes on."


def test_an_address_is_found_by_relationship_of_the_part_it_stands_in() -> None:
    link = '<w:hyperlink r:id="r1">' + r("the source") + "</w:hyperlink>"
    content = docx(
        p(r("x"), footnote(1)),
        {"1": p(r("See "), link, r("."))},
        links={"r1": "https://example.org/wrong"},
        note_links={"r1": "https://example.org/right"},
    )
    (note,) = read(content).notes
    (one,) = note.links
    assert (one.url, one.shown) == ("https://example.org/right", "the source")
    where = one.href_anchor
    assert where and (where.part, where.attribute, where.node) == (
        "word/_rels/footnotes.xml.rels",
        "Target",
        0,
    )
    assert where.end == len("https://example.org/right")


def test_an_address_is_found_in_the_code_of_a_field() -> None:
    code = ' HYPERLINK "https://example.org/a%20b" \\l "part" \\o "a tip" '
    simple = (
        '<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/s&quot; ">'
        + r("s")
        + "</w:fldSimple>"
    )
    (note,) = read(
        docx(p(r("x"), footnote(1)), {"1": p(r("See "), field(code, r("here")), r(", "), simple)})
    ).notes
    assert note.text == "See here, s"
    assert [(one.href, one.shown) for one in note.links] == [
        ("https://example.org/a%20b#part", "here"),
        ("https://example.org/s", "s"),
    ]


@pytest.mark.parametrize(
    ("code", "href"),
    [
        ('HYPERLINK "https://example.org/" \\* MERGEFORMAT', "https://example.org/"),
        ('HYPERLINK \\o "a tip" "https://example.org/"', "https://example.org/"),
        ('HYPERLINK \\l "_Toc1" \\* MERGEFORMAT', "#_Toc1"),
        ("HYPERLINK https://example.org/", "https://example.org/"),
        ("PAGEREF _Toc1", None),
    ],
)
def test_switches_of_a_field_are_no_address(code: str, href: str | None) -> None:
    assert hyperlink(code) == href


def test_the_address_of_a_field_is_found_again_in_its_code() -> None:
    code = ' HYPERLINK "https://example.org/" '
    (note,) = read(docx(p(r("x"), footnote(1)), {"1": p(r("a"), field(code, r("b")))})).notes
    where = note.links[0].href_anchor
    assert where and (where.part, where.node) == ("word/footnotes.xml", 1)
    assert code[where.start : where.end] == "https://example.org/"


def test_an_address_split_over_runs_is_one() -> None:
    body = p(r("x"), footnote(1))
    (note,) = read(docx(body, {"1": p(r("At https://exam"), r("ple.org/pa"), r("ge."))})).notes
    assert [one.url for one in note.links] == ["https://example.org/page"]


def test_changes_are_read_as_accepted_and_comments_left_alone() -> None:
    body = (
        p(
            r("Kept "),
            f"<w:ins>{r('new')}</w:ins>",
            "<w:del><w:r><w:delText>old</w:delText></w:r>"
            + '<w:r><w:footnoteReference w:id="1"/></w:r></w:del>',
            f"<w:moveFrom>{r('gone')}</w:moveFrom>",
            '<w:commentRangeStart w:id="0"/>',
            footnote(2),
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        )
        + p(r("This "), properties="<w:rPr><w:del/></w:rPr>")
        + p(r("goes on."))
    )
    found = bound(docx(body, {"1": p(r("deleted")), "2": p(r("alive"))}))
    assert labels(found) == [("1", "alive")]
    assert found.document
    assert [one.text for one in found.document.body] == ["Kept new", "This goes on."]


def test_a_deleted_row_of_a_table_is_gone() -> None:
    row = "<w:tr>{}<w:tc>" + p(r("{}")) + "</w:tc></w:tr>"
    table = (
        "<w:tbl>"
        + row.format("", "kept")
        + row.format("<w:trPr><w:del/></w:trPr>", "gone")
        + "</w:tbl>"
    )
    (cell,) = read(docx(table)).body
    assert (cell.text, cell.kind) == ("kept", ParagraphKind.TABLE)


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My Part"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Caps"><w:name w:val="Authors"/><w:rPr><w:smallCaps/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/><w:basedOn w:val="Em"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""


def test_styles_say_what_a_paragraph_is() -> None:
    body = "".join(
        p(r(style or "plain"), style=style)
        for style in ("", "berschrift2", "Own", "Outlined", "Q", "Cap")
    )
    found = read(docx(body, styles=STYLES)).body
    assert [(one.kind, one.level) for one in found] == [
        (ParagraphKind.TEXT, 0),
        (ParagraphKind.HEADING, 2),
        (ParagraphKind.HEADING, 2),
        (ParagraphKind.HEADING, 1),
        (ParagraphKind.QUOTATION, 1),
        (ParagraphKind.CAPTION, 0),
    ]


def test_styles_set_letters_and_what_two_of_them_switch_on_is_off_again() -> None:
    body = p(
        r("a", '<w:rStyle w:val="Em"/>'),
        r("b", '<w:rStyle w:val="Caps"/>'),
        r("c", '<w:rStyle w:val="Up"/>'),
        r("d", '<w:rStyle w:val="Em"/><w:i w:val="0"/>'),
    ) + p(r("e"), r("f", '<w:rStyle w:val="Em"/>'), style="Q")
    first, second = read(docx(body, styles=STYLES)).body
    assert [(run.text, run.style) for run in first.runs] == [
        ("a", Style.ITALIC),
        ("b", Style.SMALL_CAPS),
        ("c", Style.ITALIC | Style.SUPERSCRIPT),
        ("d", Style.PLAIN),
    ]
    assert [(run.text, run.style) for run in second.runs] == [
        ("e", Style.ITALIC),
        ("f", Style.PLAIN),
    ]


def test_hidden_text_is_not_read() -> None:
    (one,) = read(docx(p(r("seen"), r(" unseen", "<w:vanish/>")))).body
    assert one.text == "seen"


ZOTERO = {
    "citationItems": [
        {
            "id": 1,
            "locator": "14",
            "itemData": {
                "id": 1,
                "type": "book",
                "title": "The Quiet Archive",
                "author": [{"family": "Okafor", "given": "Ada"}],
                "issued": {"date-parts": [["2011"]]},
            },
        }
    ]
}


def test_what_zotero_left_in_a_field_describes_the_work() -> None:
    code = " ADDIN ZOTERO_ITEM CSL_CITATION " + escape(json.dumps(ZOTERO))
    note = p(r("See "), field(code, r("Okafor, "), r("The Quiet Archive", "<w:i/>"), r(", 14.")))
    (one,) = read(docx(p(r("x"), endnote(1)), None, {"1": note})).notes
    (embedded,) = one.embedded
    assert one.text[embedded.span.start : embedded.span.end] == "Okafor, The Quiet Archive, 14."
    assert embedded.origin == "Zotero" and embedded.locators == ("14",)
    assert embedded.entries[0].fields["title"] == "The Quiet Archive"
    assert embedded.entries[0].fields["year"] == 2011


def test_what_endnote_keeps_beside_its_field_describes_the_work() -> None:
    record = (
        "<EndNote><Cite><record><ref-type name='Journal Article'>17</ref-type><contributors><authors>"
        "<author><style>Okafor, Ada</style></author></authors></contributors><titles><title>Quiet</title>"
        "<secondary-title>Archives</secondary-title></titles><dates><year>2011</year></dates>"
        "<volume>3</volume></record></Cite></EndNote>"
    )
    data = base64.b64encode(record.encode()).decode()
    inner = field(" ADDIN EN.CITE.DATA ", data=data)
    outer = field(" ADDIN EN.CITE ", r("(Okafor 2011)"), data=data).replace(
        '<w:r><w:fldChar w:fldCharType="separate"/>',
        inner + '<w:r><w:fldChar w:fldCharType="separate"/>',
        1,
    )
    (entry,) = read(docx(p(r("It is so "), outer, r(".")))).bibliography
    assert entry.text == "(Okafor 2011)"
    (work,) = entry.embedded[0].entries
    assert (work.entry_type, work.fields["title"], work.fields["journal"]) == (
        "article",
        "Quiet",
        "Archives",
    )
    assert work.fields["author"][0].family == "Okafor"  # type: ignore[index,union-attr]


def test_words_own_sources_describe_the_work() -> None:
    ns = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
    sources = (
        f'<b:Sources xmlns:b="{ns}"><b:Source><b:Tag>Oka11</b:Tag><b:SourceType>InternetSite</b:SourceType>'
        "<b:Author><b:Author><b:NameList><b:Person><b:Last>Okafor</b:Last><b:First>Ada</b:First></b:Person>"
        "</b:NameList></b:Author></b:Author><b:Title>Quiet</b:Title><b:Year>2011</b:Year><b:Month>May</b:Month>"
        "<b:URL>https://example.org/quiet</b:URL></b:Source></b:Sources>"
    )
    cited = p(r("So "), field(" CITATION Oka11 \\l 1033 \\p 7 ", r("(Okafor, 2011, p. 7)")))
    (entry,) = read(docx(cited, more={"customXml/item1.xml": sources})).bibliography
    (work,) = entry.embedded[0].entries
    assert work.fields["url"] == "https://example.org/quiet"
    assert (work.fields["year"], work.fields["month"]) == (2011, 5)


def test_a_bibliography_field_is_a_list_of_entries_with_the_works_cited() -> None:
    code = " ADDIN ZOTERO_ITEM CSL_CITATION " + escape(json.dumps(ZOTERO))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_BIBL {}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (
        p(r("Known "), field(code, r("(Okafor 2011)")))
        + p(begin, r("Adams, B. 1999. Noise."))
        + p(r("Okafor, A. 2011. The Quiet Archive."), end)
        + p(r("After it."))
    )
    listed = read(docx(body)).bibliography
    assert [(one.label, one.text) for one in listed] == [
        ("1", "Adams, B. 1999. Noise."),
        ("2", "Okafor, A. 2011. The Quiet Archive."),
    ]
    assert [len(one.embedded) for one in listed] == [0, 1]


def test_a_field_that_is_no_citation_keeps_its_text() -> None:
    (one,) = read(docx(p(r("Figure "), field(" SEQ Figure ", r("4")), r(": a")))).body
    assert one.text == "Figure 4: a"


def test_a_note_called_once_more_by_a_field_has_two_markers() -> None:
    marked = (
        '<w:bookmarkStart w:id="3" w:name="_Ref9"/>' + footnote(1) + '<w:bookmarkEnd w:id="3"/>'
    )
    body = p(r("a"), marked, r("b"), field(" NOTEREF _Ref9 \\h ", raised("1")), r("c"))
    found = bound(docx(body, {"1": p(r("x"))}))
    assert [len(note.markers) for note in found.notes] == [2]
    assert found.document and found.document.body[0].text == "abc"


NUMBERING = """
<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num>
"""
LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="2"/></w:numPr>'


def test_items_of_lists_know_their_depth() -> None:
    body = p(r("a"), properties=LISTED.format(0)) + p(r("b"), properties=LISTED.format(1))
    found = read(docx(body, numbering=NUMBERING)).body
    assert [(one.kind, one.level) for one in found] == [
        (ParagraphKind.LIST_ITEM, 1),
        (ParagraphKind.LIST_ITEM, 2),
    ]


@pytest.mark.parametrize(
    "notes",
    [
        p(raised("i"), r(" Adams, Noise.")) + p(raised("ii"), r(" Okafor, Quiet.")),
        p(r("Notes"), style="Own") + p(r("i. Adams, Noise.")) + p(r("ii. Okafor, Quiet.")),
        p(r("Notes"))
        + p(r("Adams, Noise."), properties=LISTED.format(0))
        + p(r("Okafor, Quiet."), properties=LISTED.format(0)),
    ],
    ids=["raised", "printed", "counted by Word"],
)
def test_notes_typed_by_hand_are_notes(notes: str) -> None:
    body = p(r("It was loud."), raised("i"), r(" Then it was not."), raised("ii"))
    found = bound(docx(body + notes, styles=STYLES, numbering=NUMBERING))
    assert labels(found) == [("i", "Adams, Noise."), ("ii", "Okafor, Quiet.")]
    assert [note.sentence for note in found.notes] == ["It was loud.", "Then it was not."]
    assert found.document and found.document.numbered_by_hand
    assert found.document.body[0].text == "It was loud. Then it was not."
    assert not found.findings


def test_a_typed_call_to_a_note_that_is_not_there_is_told() -> None:
    body = p(r("One."), raised("1"), r(" Two."), raised("2")) + p(raised("1"), r(" Adams, Noise."))
    assert [one.code for one in bound(docx(body)).findings] == ["marker-without-note"]


def test_powers_and_ordinals_call_no_notes() -> None:
    body = p(r("The 19"), raised("th"), r(" century, 5 km"), raised("2"), r("."))
    found = read(docx(body))
    assert not found.markers and found.body[0].text == "The 19th century, 5 km2."


def test_every_text_is_found_again_by_its_anchor() -> None:
    body = p(f"<w:moveFrom>{r('away')}</w:moveFrom>", r("one "), footnote(1)) + p(
        field(" HYPERLINK http://example.org/ ", r("two")), r(" three")
    )
    found = read(docx(body, {"1": p(r("four"))}))
    where = [
        (run.text, run.anchor.node if run.anchor else None)
        for one in found.body
        for run in one.runs
    ]
    assert where == [("one", 1), ("two", 4), (" three", 5)]
    assert found.markers[0].anchor and found.markers[0].anchor.node == 2
    (note,) = found.notes
    assert note.anchor and (note.anchor.part, note.anchor.node) == ("word/footnotes.xml", 0)


def test_text_in_a_box_follows_its_paragraph_and_is_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    both = f"<mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    found = read(docx(p(r("before "), f"<w:r>{both}</w:r>", r("after")))).body
    assert [one.text for one in found] == ["before after", "boxed"]
    assert [one.runs[-1].anchor.node for one in found if one.runs[-1].anchor] == [3, 1]


def test_addresses_of_the_body_are_links_of_their_paragraph() -> None:
    link = '<w:hyperlink r:id="r1">' + r("there") + "</w:hyperlink>"
    (one,) = read(docx(p(r("Go "), link), links={"r1": "https://example.org/"})).body
    assert [(link.url, link.shown) for link in one.links] == [("https://example.org/", "there")]


def test_a_file_without_a_text_part_is_refused() -> None:
    with pytest.raises(InputError, match="no Word document"):
        Docx().read("a.docx", zipped({"word/styles.xml": "<x/>"}))


def test_the_strict_names_are_read_as_the_usual_ones() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{strict}"><w:body>{p(r("x"))}</w:body></w:document>'
    assert read(docx("", more={"word/document.xml": document})).body[0].text == "x"


def test_places_are_told_in_paragraphs() -> None:
    found = bound(docx(p(r("a")) + p(r("b"), footnote(1)), {"1": p(r("x"))}))
    assert "(paragraph 2)" in notes_table([found])
