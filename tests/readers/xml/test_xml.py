"""JATS and TEI: notes, markers, entries, addresses and places, as publishers keep them."""

from pathlib import Path

import pytest

from cite.effects.inputs import opened
from cite.model.errors import InputError
from cite.model.inputs import Input
from cite.pipeline import read, refs
from tests.readers.shown import shown

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", sorted(CASES.glob("*.xml")), ids=lambda path: path.name)
def test_a_document_is_read_as_its_tags_say(case, accepted):
    document = read(opened(case))
    accepted(CASES / f"{case.name.split('.')[0]}.expected.txt", shown(document))


def text_nodes(root):
    """Texts and tails that are not empty, in the order of the document."""
    if root.text and isinstance(root.tag, str):
        yield root.text
    for child in root:
        yield from text_nodes(child)
        if child.tail:
            yield child.tail


@pytest.mark.parametrize("case", sorted(CASES.glob("*.xml")), ids=lambda path: path.name)
def test_every_run_says_where_it_stood(case):
    from cite.formats.xml import parse_xml

    nodes = list(text_nodes(parse_xml(case.read_bytes())))
    document = read(opened(case))
    parts = (*document.body, *document.notes, *document.bibliography)
    anchored = [run for part in parts for run in part.runs if run.anchor]
    assert len(anchored) >= len(parts) / 2
    for run in anchored:
        source = nodes[run.anchor.node][run.anchor.start : run.anchor.end]
        assert " ".join(source.split()) == " ".join(run.text.split())


def test_what_a_list_of_references_describes_is_not_parsed_again():
    (document,) = refs(CASES / "numbered-notes.jats.xml")
    works = [
        item.entry for note in document.notes if note.note.form == "entry" for item in note.items
    ]
    assert [work.fields["title"] for work in works] == ["Tides of Hoy", "Piers", "Rotas"]
    assert works[0].fields["pages"] == "201–219"
    assert len({note.note.id for note in document.notes}) == len(document.notes)


@pytest.mark.parametrize("name", ["jats", "tei"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<article article-type='x'><p>cut", "well-formed"),
        (b"<TEI><!-- -- --></TEI>", "well-formed"),
        (b"<TEI>" + b"<p>" * 5000 + b"</p>" * 5000 + b"</TEI>", "nested too deeply"),
        (b"<!DOCTYPE TEI [<!ENTITY a 'aaaa'>]><TEI>&a;</TEI>", "entities"),
        (b"<!DOCTYPE TEI [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><TEI>&a;</TEI>", "entities"),
    ],
)
def test_hostile_xml_is_refused_in_one_line(name, content, words):
    with pytest.raises(InputError, match=words) as raised:
        read(Input("a.xml", content), name)
    assert "\n" not in str(raised.value)
