"""OpenDocument texts written back: tracked changes that accept to the mended text and reject to the old one."""

import zipfile
from io import BytesIO

import pytest

from cite import pipeline
from cite.formats.xml import parse_xml
from cite.model.inputs import Input
from cite.model.mending import Style
from cite.readers.odt.names import q
from tests.menders.valid import faults
from tests.menders.verdicts import COPY, OLD, dead, mended, mending, moved
from tests.readers.office import zipped
from tests.readers.test_odt import content, note, p

NEW = "https://new.example/x"
SAID = f", archived at {COPY} on 11 July 2009"
ZOTERO = 'text:name="ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;: [{&quot;itemData&quot;: {&quot;type&quot;: &quot;webpage&quot;, &quot;title&quot;: &quot;T&quot;}}]} RNDx"'


def link(words, url=OLD):
    return f'<text:a xlink:type="simple" xlink:href="{url}">{words}</text:a>'


def spanned(words):
    return f'<text:span text:style-name="T1">{words}</text:span>'


def zotero(words):
    return f"<text:reference-mark-start {ZOTERO}/>{words}<text:reference-mark-end {ZOTERO}/>"


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def packed(body):
    """A file as word processors write it."""
    text = content(body).replace(
        "<office:document-content ", '<office:document-content office:version="1.3" '
    )
    kind = "application/vnd.oasis.opendocument.text"
    made = zipped({"mimetype": kind, "content.xml": text, "META-INF/manifest.xml": MANIFEST})
    return Input("a.odt", made)


def document(*notes):
    body = "".join(p("So it was said." + note(str(at), text)) for at, text in enumerate(notes, 1))
    return packed(body)


def read(given):
    """Each note's words, and where its links lead."""
    return [
        (one.text, [link.href for link in one.links if link.href])
        for one in pipeline.notes(given)[0].notes
    ]


CASES = [
    (f"Doe, {OLD}, p. 3.", [moved(OLD, NEW)], {}, f"Doe, {NEW}, p. 3.", []),
    (f"Doe, {spanned('T')} {OLD}.", [moved(OLD, NEW)], {}, f"Doe, T {NEW}.", []),
    (f"Doe, http://old{spanned('.example/a_b')}.", [moved(OLD, NEW)], {}, f"Doe, {NEW}.", []),
    (f"Doe, {OLD}.", [dead()], {}, f"Doe, {OLD}{SAID}.", []),
    (f"Doe, {link(OLD)}.", [dead()], {}, f"Doe, {OLD}{SAID}.", [OLD, COPY]),
    (f"Doe, {link(OLD)}.", [moved(OLD, NEW)], {}, f"Doe, {NEW}.", [NEW]),
    (f"Doe, {link(spanned('The') + ' Title')}.", [dead()], {}, "Doe, The Title.", [COPY]),
    (f"Doe, {link(OLD, 'http://b.example/')}.", [moved(OLD, NEW)], {}, f"Doe, {NEW}.", ["http://b.example/"]),
    (f"Doe, {link('T')}; {link('U')}, {OLD}.", [moved(OLD, NEW)], {}, f"Doe, T; U, {NEW}.", [NEW, NEW]),
    (f"See {zotero(f'Doe, {OLD}')}.", [dead()], {"style": Style.REPLACE}, f"See Doe, {OLD}{SAID}.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdicts", "wanted", "words", "links"), CASES)
def test_a_link_is_mended_wherever_it_stands_and_once(text, verdicts, wanted, words, links):
    given = document(text)
    back = Input("a.odt", mended(given, verdicts, **wanted))
    assert read(back) == [(words, links)]
    assert mended(back, verdicts, **wanted) == back.content


def test_libreoffice_accepts_to_the_mended_text_and_rejects_to_the_old_one(libreoffice):
    given = document(*(text for text, *_ in CASES))
    verdicts = [moved(OLD, NEW)]
    back = Input("a.odt", mended(given, verdicts))
    assert read(libreoffice.accepted(back)) == read(back)
    assert read(libreoffice.rejected(back)) == read(given)
    copied = Input("a.odt", mended(given, [dead()]))
    assert read(libreoffice.accepted(copied)) == read(copied)
    assert read(libreoffice.rejected(copied)) == read(given)


def test_what_is_written_is_as_valid_as_what_was_given(tmp_path):
    given = document(*(text for text, *_ in CASES))
    before = faults(given, tmp_path)
    for verdict in (dead(), moved(OLD, NEW)):
        assert faults(Input("b.odt", mended(given, [verdict])), tmp_path) <= before


def test_every_change_is_signed_and_dated_and_those_of_others_stay():
    theirs = (
        '<text:tracked-changes><text:changed-region text:id="cite1"><text:insertion><office:change-info>'
        "<dc:creator>Ann</dc:creator><dc:date>2020-01-01T00:00:00</dc:date></office:change-info>"
        "</text:insertion></text:changed-region></text:tracked-changes>"
    )
    inserted = f'<text:change-start text:change-id="cite1"/>Doe, {OLD}<text:change-end text:change-id="cite1"/>.'
    given = packed(theirs + p("Said." + note("1", inserted)))
    back = mended(given, [moved(OLD, NEW)])
    root = parse_xml(zipfile.ZipFile(BytesIO(back)).read("content.xml"))
    regions = list(root.iter(q("text:changed-region")))
    assert [one.get(q("text:id")) for one in regions] == ["cite1", "cite2", "cite3"]
    authors = ["".join(one.itertext()) for one in root.iter(q("dc:creator"))]
    days = ["".join(one.itertext()) for one in root.iter(q("dc:date"))]
    assert authors == ["Ann", "cite", "cite"]
    assert days[1:] == ["2026-11-29T00:00:00"] * 2
    assert len(list(root.iter(q("text:tracked-changes")))) == 1


def test_a_link_around_a_picture_leads_elsewhere_without_being_set_twice():
    picture = f"{link('<draw:frame/>see it')}"
    back = Input("a.odt", mended(document(f"Doe, {picture}."), [moved(OLD, NEW)]))
    assert read(back) == [("Doe, see it.", [NEW])]
    assert zipfile.ZipFile(BytesIO(back.content)).read("content.xml").count(b"draw:frame") == 1


def test_what_zotero_prints_is_left_to_zotero():
    given = document(f"See {zotero(f'Doe, {OLD}')}.")
    planned = mending(given, [moved(OLD, NEW)])
    assert not planned.changes
    assert [one.why for one in planned.left] == [f"Zotero prints it; put {NEW} in its place there"]


@pytest.mark.parametrize("words", [f"Doe, {OLD}", f"{spanned('Doe')}, {OLD}", link(OLD)])
def test_a_copy_stands_behind_what_zotero_prints_not_in_it(words):
    back = mended(document(f"See {zotero(words)}."), [dead()])
    text = zipfile.ZipFile(BytesIO(back)).read("content.xml").decode()
    assert text.index("text:reference-mark-end") < text.index("text:change-start")


def test_every_part_but_the_text_stays_as_it_was():
    given = document(f"Doe, {OLD}.")
    before = zipfile.ZipFile(BytesIO(given.content))
    after = zipfile.ZipFile(BytesIO(mended(given, [dead()])))
    assert after.namelist() == before.namelist()
    for name in before.namelist():
        assert name == "content.xml" or after.read(name) == before.read(name)
