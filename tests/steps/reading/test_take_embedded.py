"""Works that came described with the file: honoured, put where the text cites them, and held against it."""

import pytest

from cite.model.document import Run, Span, Style
from cite.model.entries import Entry, Name
from cite.model.findings import Place
from cite.model.notes import Embedded, Note, NoteForm
from cite.model.references import Citation, CrossReference
from cite.steps.reading.extract_references import read_notes

QUIET = Entry(
    "article",
    {
        "author": (Name("Okafor", "Ada"),),
        "title": "The Quiet Archive",
        "journal": "Past & Present",
        "volume": "212",
        "year": 2011,
        "pages": "3–40",
    },
)
NOISE = Entry("book", {"author": (Name("Adams", "Ben"),), "title": "Noise", "year": 1999})


def note(*pieces: str, works: tuple[Entry, ...] = (QUIET,), form: NoteForm = NoteForm.FOOTNOTE):
    """A note that is one field; every second piece is in italics."""
    runs = tuple(
        Run(text, Style.ITALIC if at % 2 else Style.PLAIN) for at, text in enumerate(pieces)
    )
    size = sum(map(len, pieces))
    described = Embedded(Span(0, size), works, "Zotero", ("14",) + ("",) * (len(works) - 1))
    return Note("7", runs, "", Place("a"), form=form, embedded=(described,))


FULL = ("Ada Okafor, ‘The Quiet Archive’, ", "Past & Present", " 212 (2011), 3–40, at 14.")


def test_the_work_is_as_its_description_has_it():
    (read,) = read_notes([note(*FULL)])
    (item,) = read.items
    assert isinstance(item, Citation)
    assert dict(item.entry.fields) == dict(QUIET.fields)
    assert item.locator == "14" and not read.findings


def test_two_works_of_one_field_stand_each_at_its_place():
    text = ("Ada Okafor, ‘The Quiet Archive’, ", "Past & Present", " 212 (2011), 3–40; Ben Adams, ", "Noise", " (London 1999).")  # fmt: skip
    (read,) = read_notes([note(*text, works=(QUIET, NOISE))])
    assert [item.entry.fields["title"] for item in read.items] == ["The Quiet Archive", "Noise"]
    first, second = (item.span for item in read.items)
    assert first.end <= second.start


def test_ibid_stays_what_readers_see():
    _, read = read_notes([note(*FULL), note("Ibid., 20.")])
    (item,) = read.items
    assert isinstance(item, CrossReference) and item.form == "ibid"


def test_what_the_text_adds_is_kept():
    added = (FULL[0], FULL[1], " 212 (2011), 3–40 <https://example.org/quiet> accessed 3 May 2012.")
    (read,) = read_notes([note(*added)])
    assert read.items[0].entry.fields["urldate"] == "2012-05-03"


@pytest.mark.parametrize(
    ("said", "differing"),
    [
        (" 212 (2011), 3–40, at 14.", ""),
        (" 212 (2011), 3-40.", ""),
        (" 212 (2012), 3–40.", "year 2012, not 2011"),
        (" 213 (2011), 3–40.", "volume 213, not 212"),
        (" 212 (2012; first 2011), 3–40.", ""),
    ],
)
def test_where_text_and_description_disagree_is_told(said, differing):
    (read,) = read_notes([note(FULL[0], FULL[1], said)])
    told = [one.message for one in read.findings if one.code == "description-differs"]
    assert ([differing in one for one in told] == [True]) if differing else not told


def test_a_short_citation_is_not_held_against_its_description():
    (read,) = read_notes([note("Okafor (2010) 14.")])
    assert not [one for one in read.findings if one.code == "description-differs"]
