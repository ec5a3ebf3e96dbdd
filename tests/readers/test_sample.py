"""The sample article made into each notation: the same notes and references as from Markdown."""

import pytest

from cite import pipeline
from tests.readers.sample import SAMPLE, made_by_pandoc

BY_PANDOC = {"jats": "article.xml", "tei": "article.xml"}


@pytest.fixture(scope="module")
def expected():
    return told(SAMPLE)


def told(path):
    """What is known of each reference: its work, addresses and the notes that cite it, numerals as numbers."""
    (document,) = pipeline.notes(path)
    number = {note.id: at for at, note in enumerate(document.notes, 1)}
    _, references, _ = pipeline.references(path)
    return [
        (one.key, one.entry.entry_type, dict(one.entry.fields), [link.url for link in one.links], [number[note.id] for note in one.notes])
        for one in references
    ]  # fmt: skip


@pytest.mark.parametrize(("notation", "name"), BY_PANDOC.items(), ids=list(BY_PANDOC))
def test_the_sample_says_the_same_in(notation, name, tmp_path, expected):
    file = made_by_pandoc(notation, tmp_path, name)
    assert pipeline.notes(file)[0].document.format == notation
    assert told(file) == expected
