"""Word documents written back: tracked changes that accept to the mended text and reject to the old one."""

import json
import re
import zipfile
from io import BytesIO

import pytest

from cite import pipeline
from cite.formats.xml import parse_xml
from cite.model.inputs import Input
from cite.model.mending import Style
from cite.readers.docx.names import w
from tests.menders.valid import faults
from tests.menders.verdicts import COPY, OLD, dead, mended, mending, moved, secured

RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{CONTENT}document.main+xml"/>'
    f'<Override PartName="/word/endnotes.xml" ContentType="{CONTENT}endnotes+xml"/></Types>'
)
ITALIC = "<w:rPr><w:i/></w:rPr>"


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def link(text, name="rId7"):
    return f'<w:hyperlink r:id="{name}">{text}</w:hyperlink>'


def coded(text, url=OLD):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{url}" </w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + run(text) + mark("end")


def document(*notes, url=OLD):
    """A Word file with one sentence for each note."""
    body = "".join(
        f'<w:p>{run("So it was said.")}<w:r><w:endnoteReference w:id="{n}"/></w:r></w:p>'
        for n in range(2, 2 + len(notes))
    )
    texts = "".join(
        f'<w:endnote w:id="{n}"><w:p><w:r><w:endnoteRef/></w:r>{run(" ")}{note}</w:p></w:endnote>'
        for n, note in enumerate(notes, 2)
    )
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format(f'<Relationship Id="rId1" Type="{KIND}officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": RELS.format(f'<Relationship Id="rId1" Type="{KIND}endnotes" Target="endnotes.xml"/>'),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/endnotes.xml": f"<w:endnotes {W}>{texts}</w:endnotes>",
        "word/_rels/endnotes.xml.rels": RELS.format(f'<Relationship Id="rId7" Type="{KIND}hyperlink" Target="{url}" TargetMode="External"/>'),
    }  # fmt: skip
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name, text in parts.items():
            out.writestr(name, text)
    return Input("a.docx", made.getvalue())


def notes(content):
    """Each note's text with its links, as accepted."""
    return [
        (note.text, [link.href for link in note.links if link.href])
        for note in pipeline.notes(Input("a.docx", content))[0].notes
    ]


def rejected(content):
    """The file once every change of ours is rejected."""
    parts = {}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    for name in ("word/endnotes.xml", "word/document.xml"):
        root = parse_xml(parts[name])
        for mark in [one for one in root.iter(w("ins")) if one.get(w("author")) == "cite"]:
            mark.getparent().remove(mark)
        for mark in [one for one in root.iter(w("del")) if one.get(w("author")) == "cite"]:
            for one in list(mark):
                for text in one.iter(w("delText"), w("delInstrText")):
                    text.tag = w("t") if text.tag == w("delText") else w("instrText")
                mark.addprevious(one)
            mark.getparent().remove(mark)
        for one in [one for one in root.iter(w("hyperlink")) if not len(one)]:
            one.getparent().remove(one)
        from lxml import etree

        parts[name] = etree.tostring(root)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name, text in parts.items():
            out.writestr(name, text)
    return made.getvalue()


SPLIT = run("http://old") + run(".example/a_b", ITALIC)


@pytest.mark.parametrize(
    ("note", "verdicts", "wanted", "text", "links"),
    [
        (run(f"Doe, {OLD}."), [dead()], {}, f"Doe, {OLD}, archived at {COPY} on 11 July 2009.", []),
        (run(f"Doe, {OLD}."), [dead()], {"style": Style.REPLACE}, f"Doe, {COPY}.", []),
        (run("Doe, ") + SPLIT + run("."), [moved(OLD, "https://new.example/")], {}, "Doe, https://new.example/.", []),
        (run("Doe, ") + link(run("The Title", ITALIC)) + run("."), [dead()], {}, "Doe, The Title.", [COPY]),
        (run("Doe, ") + link(run(OLD)) + run("."), [secured(OLD)], {}, f"Doe, https{OLD[4:]}.", [f"https{OLD[4:]}"]),
        (run("Doe, ") + link(run(OLD)) + run("."), [dead()], {}, f"Doe, {OLD}, archived at {COPY} on 11 July 2009.", [OLD, COPY]),
        (run("Doe, ") + coded("The Title") + run("."), [dead()], {}, "Doe, The Title.", [COPY]),
        (run(f"Doe, {OLD}; {OLD}."), [moved(OLD, "https://n.example/")], {}, "Doe, https://n.example/; https://n.example/.", []),
    ],
)  # fmt: skip
def test_accepting_all_gives_the_mended_note_and_rejecting_all_the_old_one(
    note, verdicts, wanted, text, links
):
    given = document(note)
    back = mended(given, verdicts, **wanted)
    assert notes(back) == [(text, links)]
    assert notes(rejected(back)) == notes(given.content)


def test_every_change_has_an_author_a_day_and_a_number_of_its_own():
    back = mended(
        document(run(f"Doe, {OLD}."), run(f"Roe, {OLD}.")), [moved(OLD, "https://n.example/")]
    )
    root = parse_xml(zipfile.ZipFile(BytesIO(back)).read("word/endnotes.xml"))
    marks = list(root.iter(w("ins"), w("del")))
    assert len(marks) == 4
    assert {mark.get(w("author")) for mark in marks} == {"cite"}
    assert {mark.get(w("date")) for mark in marks} == {"2026-11-29T00:00:00Z"}
    assert len({mark.get(w("id")) for mark in marks}) == 4


def test_a_comment_at_each_marker_says_what_was_found():
    back = mended(document(run(f"Doe, {OLD}."), run("Nothing to link.")), [dead()])
    archive = zipfile.ZipFile(BytesIO(back))
    comments = parse_xml(archive.read("word/comments.xml"))
    (comment,) = comments
    assert "".join(comment.itertext()).startswith(f"dead: {OLD}It is gone.Copy of 11 July 2009")
    assert b"comments+xml" in archive.read("[Content_Types].xml")
    assert b"comments.xml" in archive.read("word/_rels/document.xml.rels")
    body = parse_xml(archive.read("word/document.xml"))
    tags = [
        one.tag
        for one in body.iter(
            w("commentRangeStart"),
            w("endnoteReference"),
            w("commentRangeEnd"),
            w("commentReference"),
        )
    ]
    assert tags[:4] == [
        w("commentRangeStart"),
        w("endnoteReference"),
        w("commentRangeEnd"),
        w("commentReference"),
    ]


def test_mending_what_was_mended_changes_nothing():
    verdicts = [dead(), moved("http://m.example/", "https://n.example/")]
    once = mended(document(run(f"Doe, {OLD} and http://m.example/.")), verdicts)
    again = mended(Input("a.docx", once), verdicts)
    assert notes(again) == notes(once)
    same = {
        name: zipfile.ZipFile(BytesIO(once)).read(name)
        for name in zipfile.ZipFile(BytesIO(once)).namelist()
    }
    assert all(zipfile.ZipFile(BytesIO(again)).read(name) == text for name, text in same.items())


def test_real_documents_keep_every_part_that_was_not_changed(shared):
    for path in sorted((shared / "data/documents/files").glob("*.docx")):
        given = Input(path.name, path.read_bytes())
        bound = pipeline.notes(given)[0]
        urls = sorted({link.url for note in bound.notes for link in note.links})
        back = mended(given, [dead(url) for url in urls])
        before, after = zipfile.ZipFile(BytesIO(given.content)), zipfile.ZipFile(BytesIO(back))
        touched = ("notes.xml", "document.xml", ".rels", "[Content_Types].xml", "comments.xml")
        for name in before.namelist():
            if not name.endswith(touched):
                assert after.read(name) == before.read(name), (path.name, name)
        assert _plain(rejected_any(back)) == _plain(given.content), path.name


def rejected_any(content):
    return rejected(content) if b"word/endnotes.xml" in content else content


def _plain(content):
    bound = pipeline.notes(Input("a.docx", content))[0]
    return [note.text for note in bound.notes if note.form == "endnote"]


NEW = "https://new.example/x"
PROOF = '<w:proofErr w:type="spellStart"/>'
SIMPLE = f'<w:fldSimple w:instr=" HYPERLINK &quot;{OLD}&quot; ">{{}}</w:fldSimple>'
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format


def zotero(words):
    """A citation as Zotero sets it."""
    work = json.dumps(
        {"citationItems": [{"itemData": {"type": "webpage", "title": "The Title", "URL": OLD}}]}
    )
    told = f" ADDIN ZOTERO_ITEM CSL_CITATION {work} ".replace('"', "&quot;")
    return MARK("begin") + code(told) + MARK("separate") + run(words) + MARK("end")


def by_ann(runs):
    return f'<w:ins w:id="1" w:author="Ann" w:date="2020-01-01T00:00:00Z">{runs}</w:ins>'


def code(text):
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


@pytest.mark.parametrize(
    ("note", "text", "links"),
    [
        (run("http://old") + PROOF + run(".example/a_b."), f"{NEW}.", []),
        (f'<w:smartTag w:element="place">{run("http://old.example")}</w:smartTag>' + run("/a_b."), f"{NEW}.", []),
        (by_ann(run(f"Doe, {OLD}, 2009.")), f"Doe, {NEW}, 2009.", []),
        (link(run("The ") + run("Title", ITALIC) + "<w:r><w:tab/></w:r>" + run("I")), "The Title I", [NEW]),
        (SIMPLE.format(run("The Title")), "The Title", [NEW]),
        (SIMPLE.format(run(OLD)), NEW, [NEW]),
        (MARK("begin") + code(' HYPERLINK "http://old.exam') + code('ple/a_b" ') + MARK("separate") + run("T") + MARK("end"), "T", [NEW]),
        (by_ann(coded("The Title") + run(", 2009.")), "The Title, 2009.", [NEW]),
        (by_ann(MARK("begin") + code(f' HYPERLINK "{OLD}" ') + MARK("separate") + run("The ")) + run("Title") + MARK("end"), "The Title", [NEW]),
        (link(run("http://other.example/")), "http://other.example/", [NEW]),
    ],
)  # fmt: skip
def test_a_link_is_mended_however_word_wrote_it(note, text, links):
    given = document(note)
    back = mended(given, [moved(OLD, NEW)])
    found = notes(back)
    assert [(words.strip(), list(hrefs)) for words, hrefs in found] == [(text, links)]
    assert notes(rejected(back)) == notes(given.content)
    assert notes(mended(Input("a.docx", back), [moved(OLD, NEW)])) == found


def test_words_and_target_of_one_link_may_both_change():
    shown = "http://other.example/z"
    back = mended(document(link(run(shown))), [moved(OLD, NEW), moved(shown, "https://z.example/")])
    assert notes(back) == [("https://z.example/", [NEW])]


def test_the_typography_and_the_pictures_of_a_link_stay():
    picture = '<w:r><w:drawing><d xmlns="urn:d"/></w:drawing></w:r>'
    back = mended(document(link(picture + run("The ") + run("Title", ITALIC))), [moved(OLD, NEW)])
    root = parse_xml(part(back, "word/endnotes.xml"))
    (made,) = list(root.iter(w("ins")))
    assert [one.find(w("rPr")) is not None for one in made] == [False, False, True]
    assert next(made.iter(w("drawing")), None) is not None


def test_no_two_changes_of_the_file_have_one_number():
    typed = '<w:r><w:rPr><w:i/><w:rPrChange w:id="2" w:author="Ann"><w:rPr/></w:rPrChange></w:rPr><w:t>{}</w:t></w:r>'
    back = mended(document(by_ann(run(OLD)), typed.format(f"Doe, {OLD}.")), [moved(OLD, NEW)])
    numbers = [
        one.get(w("id"))
        for name in ("word/document.xml", "word/endnotes.xml", "word/comments.xml")
        for one in parse_xml(part(back, name)).iter(
            w("ins"), w("del"), w("rPrChange"), w("comment")
        )
    ]
    assert len(numbers) == len(set(numbers)) > 6


def part(content, name):
    return zipfile.ZipFile(BytesIO(content)).read(name)


def remade(content, change):
    """The file with each part changed."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w") as out:
        for name in old.namelist():
            out.writestr(name, change(name, old.read(name).decode()))
    return Input("a.docx", made.getvalue())


def test_a_file_in_the_strict_namespaces_stays_in_them():
    def strict(name, text):
        usual = "http://schemas.openxmlformats.org/"
        text = text.replace(
            f"{usual}wordprocessingml/2006", "http://purl.oclc.org/ooxml/wordprocessingml"
        )
        return text.replace(f"{usual}officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")  # fmt: skip

    given = remade(document(run("Doe, ") + link(run("T"))).content, strict)
    back = mended(given, [dead()])
    assert notes(back) == [("Doe, T", [COPY])]
    for name in zipfile.ZipFile(BytesIO(back)).namelist():
        assert b"wordprocessingml/2006" not in part(back, name)
        assert b"officeDocument/2006" not in part(back, name)


def test_comments_go_where_the_file_keeps_its_own():
    related = (
        f'<Relationship Id="rId9" Type="{KIND}comments" Target="remarks.xml"/></Relationships>'
    )

    def with_comments(name, text):
        if name == "word/_rels/document.xml.rels":
            return text.replace("</Relationships>", related)
        return text

    given = remade(document(run(OLD)).content, with_comments)
    made = BytesIO(given.content)
    with zipfile.ZipFile(made, "a") as out:
        out.writestr("word/remarks.xml", f'<w:comments {W}><w:comment w:id="0" w:author="Ann"/></w:comments>')  # fmt: skip
    back = mended(Input("a.docx", made.getvalue()), [dead()])
    authors = [one.get(w("author")) for one in parse_xml(part(back, "word/remarks.xml"))]
    assert authors == ["Ann", "cite"]
    assert "word/comments.xml" not in zipfile.ZipFile(BytesIO(back)).namelist()


EVERY_WAY = [
    run(f"Doe, {OLD}."), run("Doe, ") + SPLIT + run("."), run("Doe, ") + link(run("The Title", ITALIC)) + run("."),
    run("Doe, ") + link(run(OLD)) + run("."), run("Doe, ") + coded("The Title") + run("."), run(f"Doe, {OLD}; {OLD}."),
    by_ann(run(f"Doe, {OLD}, 2009.")), SIMPLE.format(run("The Title")), SIMPLE.format(run(OLD)),
    link(run("http://other.example/")), link(run("The ") + run("Title", ITALIC) + "<w:r><w:tab/></w:r>" + run("I")),
]  # fmt: skip
"""Each way in which Word may write a link, a note for each; but for fields that another has put in, or that
are not links: of these LibreOffice does not keep track as the standard says."""


@pytest.mark.parametrize("verdict", [dead(), moved(OLD, NEW)], ids=["dead", "moved"])
def test_libreoffice_accepts_to_the_mended_text_and_rejects_to_the_old_one(libreoffice, verdict):
    given = document(*EVERY_WAY)
    back = Input("a.docx", mended(given, [verdict]))
    assert as_shown(libreoffice.accepted(back)) == as_shown(back)
    theirs = Input("a.docx", without_insertions_by_ann(given.content))
    assert as_shown(libreoffice.rejected(back)) == as_shown(theirs)


def as_shown(given):
    """Words and targets of each note, however blanks are written and wherever a link is cut."""
    return [
        (" ".join(note.text.split()), list(dict.fromkeys(one.href for one in note.links if one.href)))
        for note in pipeline.notes(given)[0].notes
    ]  # fmt: skip


def without_insertions_by_ann(content):
    """Rejecting all rejects what others had put in as well."""

    def change(name, text):
        return re.sub(r'<w:ins w:id="1" w:author="Ann".*?</w:ins>', "", text)

    return remade(content, change).content


def test_libreoffice_shows_a_comment_at_each_marker(libreoffice):
    back = mended(document(*EVERY_WAY), [dead()])
    shown = libreoffice.opened(Input("a.docx", back))
    assert shown.count("<office:annotation ") == len(EVERY_WAY)
    assert "Copy of 11 July 2009" in shown


def test_what_is_written_is_as_valid_as_what_was_given(tmp_path):
    given = document(*EVERY_WAY, by_ann(coded("The Title") + run(", 2009.")), zotero(OLD))
    before = faults(given, tmp_path)
    for verdict in (dead(), moved(OLD, NEW)):
        assert faults(Input("b.docx", mended(given, [verdict])), tmp_path) <= before


def test_real_documents_stay_as_valid_as_they_were(shared, tmp_path):
    for path in sorted((shared / "data/documents/files").glob("*.docx")):
        given = Input(path.name, path.read_bytes())
        urls = sorted({one.url for note in pipeline.notes(given)[0].notes for one in note.links})
        for verdicts in (
            [dead(url) for url in urls],
            [moved(url, f"{NEW}/{url[-3:]}") for url in urls],
        ):
            back = Input(f"back-{path.name}", mended(given, verdicts))
            assert faults(back, tmp_path) <= faults(given, tmp_path), path.name


def test_what_zotero_prints_is_left_to_zotero_and_its_copy_stands_behind_it():
    given = document(run("See ") + zotero(f"Doe, {OLD}") + run("."))
    planned = mending(given, [moved(OLD, NEW)])
    assert not planned.changes
    assert [one.why for one in planned.left] == [f"Zotero prints it; put {NEW} in its place there"]
    back = mended(given, [dead()], style=Style.REPLACE)
    assert notes(back) == [(f"See Doe, {OLD}, archived at {COPY} on 11 July 2009.", [])]
