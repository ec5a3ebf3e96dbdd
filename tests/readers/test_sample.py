"""The sample article made into each notation: the same notes and references as from Markdown."""

import pytest

from cite import pipeline
from tests.readers.sample import (
    SAMPLE,
    by_office,
    made_by_pandoc,
    printed_by_chromium,
    printed_by_libreoffice,
    told,
    with_raised_labels,
)

BY_PANDOC = {
    "rst": "article.rst",
    "docbook": "article.dbk",
    "mediawiki": "article.wiki",
    "latex": "article.tex",
    "jats": "article.xml",
    "tei": "article.xml",
    "docx": "article.docx",
    "odt": "article.odt",
    "html": "article.html",
    "epub": "article.epub",
}
RAISED = {
    "docx": "article.docx",
    "odt": "article.odt",
    "html": "article.html",
    "epub": "article.epub",
}
BY_OFFICE = {"docx": "odt", "html": "docx", "odt": "docx", "fodt": "docx"}


@pytest.fixture(scope="module")
def expected():
    return told(SAMPLE)


@pytest.mark.parametrize(("notation", "name"), BY_PANDOC.items(), ids=list(BY_PANDOC))
def test_the_sample_says_the_same_in(notation, name, tmp_path, expected):
    file = made_by_pandoc(notation, tmp_path, name)
    assert pipeline.notes(file)[0].document.format == notation
    assert told(file) == expected


@pytest.mark.parametrize(("notation", "name"), RAISED.items(), ids=list(RAISED))
def test_numerals_raised_by_hand_say_the_same_in(notation, name, tmp_path, expected):
    file = with_raised_labels(notation, tmp_path, name)
    (document,) = pipeline.notes(file)
    assert (len(document.markers), document.notes[3].label) == (16, "iv")
    assert told(file) == expected


@pytest.mark.parametrize(("to", "source"), BY_OFFICE.items(), ids=list(BY_OFFICE))
def test_the_sample_says_the_same_once_libreoffice_saved_it_as(to, source, tmp_path, expected):
    file = by_office(made_by_pandoc(source, tmp_path, f"article.{source}"), to, tmp_path)
    assert told(file) == expected


@pytest.mark.parametrize("printed", [printed_by_chromium, printed_by_libreoffice])
def test_the_sample_says_the_same_in_print(printed, tmp_path, expected):
    file = printed(tmp_path)
    assert pipeline.notes(file)[0].document.format == "pdf"
    assert told(file) == expected
