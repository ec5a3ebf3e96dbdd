"""A reader that is slow to import is asked about all content that it would recognise."""

from pathlib import Path

import pytest

from cite.plugins import READERS, SIGNS, plug_in

FILES = [
    path
    for path in sorted(Path(__file__).parent.rglob("*.*"))
    if path.suffix not in (".py", ".pyc")
]


@pytest.mark.parametrize("name", SIGNS)
def test_content_that_a_reader_recognises_holds_one_of_its_signs(name):
    reader = plug_in("readers", READERS[name])()
    claimed = [path for path in FILES if reader.recognises(path.name, path.read_bytes())]
    assert [
        path for path in claimed if not any(sign in path.read_bytes() for sign in SIGNS[name])
    ] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("jats", "<article article-type='research'/>"),
        ("jats", "<article><front><article-meta/></front></article>"),
        ("tei", "<tei:TEI xmlns:tei='http://www.tei-c.org/ns/1.0'/>"),
        ("tei", "<teiCorpus></teiCorpus>"),
        ("zotero-rdf", "<rdf:RDF xmlns:z='http://www.zotero.org/namespaces/export#'/>"),
    ],
)
def test_signs_are_seen_in_every_encoding_that_is_read(name, root, encoding):
    content = root.encode(encoding)
    assert plug_in("readers", READERS[name])().recognises("x", content)
    assert any(sign in content for sign in SIGNS[name])
