"""Files made to harm their reader: refused in one line, within bounds, and nothing is fetched."""

import io
import zipfile

import pytest

from cite.model.errors import InputError
from cite.model.inputs import Input
from cite.pipeline import read
from tests.readers.office import W, docx, p, r, zipped

DEEP = "<w:tbl><w:tr><w:tc>" * 200 + "</w:tc></w:tr></w:tbl>" * 200
ENTITIES = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
WHOLE = docx(p(r("text")))


def encrypted() -> bytes:
    content = bytearray(WHOLE)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:document>" + b" " * (64 << 20))
    return made.getvalue()


REFUSED = {
    "a bomb": (bomb(), "inflates beyond all measure"),
    "cut short": (WHOLE[:-40], "cut short or damaged"),
    "encrypted": (encrypted(), "is encrypted"),
    "encrypted by Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word document"),
    "entities": (
        docx(
            "", more={"word/document.xml": f'{ENTITIES}<w:document xmlns:w="{W}">&x;</w:document>'}
        ),
        "entities of its own",
    ),
    "nested deeply": (docx(DEEP), "nested too deeply"),
    "no XML": (docx("", more={"word/document.xml": b"\0\1\2"}), "no well-formed XML"),
    "a path that leads out": (zipped({"../word/document.xml": "x"}), "leads out of the archive"),
}

ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}
LOCK = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>'
REFUSED |= {
    "an OpenDocument without text": (zipped(ODT), "holds no text"),
    "an OpenDocument that is locked": (
        zipped({**ODT, "META-INF/manifest.xml": LOCK}),
        "is encrypted",
    ),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_hostile_is_refused_in_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        read(Input("a.docx", content))
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 400


def test_fields_and_changes_that_never_end_still_give_the_text() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    document = read(Input("a.docx", docx(p(begin, begin, r("one")) + p(r("two")))))
    assert [one.text for one in getattr(document, "body", ())] == ["one", "two"]


def test_styles_that_are_built_on_each_other_in_a_ring_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"))
    )
    document = read(Input("a.docx", docx(p(r("x"), style="A"), styles=styles)))
    assert getattr(document, "body", ())[0].text == "x"


def test_numbers_that_are_none_are_put_in_order() -> None:
    numbering = '<w:abstractNum w:abstractNumId="x"><w:lvl w:ilvl="99999"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="x"/></w:num>'
    listed = '<w:numPr><w:ilvl w:val="99999"/><w:numId w:val="1"/></w:numPr>'
    document = read(
        Input(
            "a.docx",
            docx(
                p(r("x"), properties=listed),
                numbering=numbering,
                settings='<w:footnotePr><w:numStart w:val="many"/></w:footnotePr>',
            ),
        )
    )
    assert getattr(document, "body", ())[0].text == "x"


PAGES = {
    "tags that never close": (b"<p>" + b"<sup>" * 20_000, "nested too deeply"),
    "a million tags": (b"<p>" + b"<br>" * 1_100_000, "more than 1,000,000 tags"),
}


@pytest.mark.parametrize(("content", "reason"), PAGES.values(), ids=PAGES)
def test_pages_made_to_exhaust_are_refused(content: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(Input("a.html", content))


@pytest.mark.parametrize(
    "piece", ["<!--", "<a '", '<a href="', "<script>", "&", "<", "<a name=fn1>"]
)
def test_what_never_ends_is_still_read(piece: str) -> None:
    assert read(Input("a.html", f"<html><p>text {piece * 3000}".encode()))
