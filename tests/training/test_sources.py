"""Every labelled set in the one gold form."""

import tarfile

import pytest

from cite.model.entries import Name
from training import anystyle, grobid, mpilhlt
from training.gold import GoldCitation, GoldCrossReference
from training.sources import REFERENCES, labelled

BIBL = (
    "<TEI><listBibl><bibl><author>J. Doe</author>. <title level='a'>A Part</title>. In <title level='m'>A Whole"
    "</title>, <pubPlace>Bern</pubPlace> <date>1999</date>, <biblScope unit='page'>3-9</biblScope>.</bibl></listBibl></TEI>"
)
FOOTNOTE = """<dataset xmlns="urn:x"><instance><input>4 Siehe Roe, Ein Buch (Bern 1970) 12; Doe (oben N. 2) 7.</input>
<output><note xmlns="http://www.tei-c.org/ns/1.0" n="4"><label>4</label><note type="signal">Siehe</note>
<bibl><author><persName><surname>Roe</surname></persName></author>, <title level="m">Ein Buch</title>
(<pubPlace>Bern</pubPlace> <date>1970</date>) <citedRange unit="page">12</citedRange></bibl>;
<bibl><author><persName><surname>Doe</surname></persName></author> (<ref type="footnote" n="2">oben N. 2</ref>)
<citedRange unit="page">7</citedRange></bibl>.</note></output></instance></dataset>"""


def test_anystyle_gives_one_note_a_sequence(tmp_path):
    path = tmp_path / "core.xml"
    path.write_text(
        "<dataset><sequence><author>Doe, J.</author><date>(1999).</date><title>A Title.</title>"
        "<journal>A Journal,</journal><volume>3(2),</volume><pages>4–9.</pages></sequence></dataset>"
    )
    (document,) = anystyle.documents(path)
    (note,) = document.notes
    assert note.text == "Doe, J. (1999). A Title. A Journal, 3(2), 4–9."
    (item,) = note.items
    assert isinstance(item, GoldCitation)
    assert (item.entry_type, item.fields["number"], item.fields["pages"]) == ("article", "2", "4–9")


def test_grobid_tells_a_whole_from_its_part(tmp_path):
    (tmp_path / "one.tei.xml").write_text(BIBL)
    with tarfile.open(tmp_path / "corpus.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "one.tei.xml", "corpus/one.tei.xml")
    (document,) = grobid.documents(tmp_path / "corpus.tar.gz")
    (item,) = document.notes[0].items
    assert isinstance(item, GoldCitation)
    assert (item.fields["title"], item.fields["booktitle"]) == ("A Part", "A Whole")


def test_mpilhlt_gives_citations_and_pointers_back(tmp_path):
    (tmp_path / "mpilhlt-1.xml").write_text(FOOTNOTE)
    (document,) = mpilhlt.documents(tmp_path)
    citation, pointer = document.notes[0].items
    assert isinstance(citation, GoldCitation)
    assert (citation.fields["author"], citation.locator) == ((Name(literal="Roe"),), "12")
    assert isinstance(pointer, GoldCrossReference) and pointer.target == "2"


@pytest.mark.skipif(not REFERENCES.is_dir(), reason="the labelled sets are not beside the checkout")
def test_segments_never_overlap_and_stay_within_their_notes():
    for document in labelled():
        for note in document.notes:
            ends = [0, *(segment.end for segment in note.segments)]
            for segment, before in zip(note.segments, ends, strict=False):
                assert before <= segment.start < segment.end <= len(note.text), note.text
