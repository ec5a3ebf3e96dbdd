"""Notes as a person reads them, through the pipeline as every command goes."""

from cite import pipeline
from cite.formats.readings_toml import write_corrections
from cite.model.corrections import Correction, Corrections, words_digest
from cite.model.inputs import Input

FIRST = "Doe, A, *The Rule of the Harbour Masters*, 1999, http://a.example/rule."
SECOND = "Roe, B, *Tides and Tables*, 2004."
TEXT = "The rule.<sup>{one}</sup> Tides.<sup>{two}</sup> Again.<sup>{three}</sup>\n\n{before}<sup>{one}</sup> {first}\n\n<sup>{two}</sup> {second}\n\n<sup>{three}</sup> *Ibid.*\n"


def article(first=FIRST, one="i", two="ii", three="iii", before=""):
    return TEXT.format(one=one, two=two, three=three, first=first, second=SECOND, before=before)


def read(text, *corrections, name="a.md"):
    """The references, with readings.toml beside the article."""
    kept = write_corrections(Corrections(corrections, "a.md")).encode()
    given = Input(name, text.encode(), lambda at: kept if at == "readings.toml" else None)
    documents, references, findings = pipeline.references(given)
    return documents[0], references, {one.code for one in findings}


def digest(index, text=None):
    notes = pipeline.notes(Input("a.md", (text or article()).encode()))[0].notes
    return words_digest(notes[index].text)


def test_fields_that_are_named_are_put_and_the_rest_is_as_it_was_read():
    correction = Correction(digest(1), fields={"title": "Tide Tables", "year": 2005})
    document, references, codes = read(article(), correction)
    tides = references[1].entry.fields
    assert (tides["title"], tides["year"], tides["author"][0].family) == (
        "Tide Tables",
        2005,
        "Roe",
    )
    assert document.notes[1].items[0].confidence == 1.0
    assert "stale-correction" not in codes


def test_an_address_stays_with_its_work_and_pointers_follow_it():
    correction = Correction(digest(0), entry_type="report", fields={"title": "The Rule"})
    document, references, _ = read(article(), correction)
    assert references[0].links[0].url == "http://a.example/rule"
    assert references[0].entry.entry_type == "report"
    assert document.notes[2].items[0].key == references[1].key


def test_a_note_is_known_by_its_words_wherever_it_stands_and_whatever_its_number():
    correction = Correction(digest(1), fields={"title": "Tide Tables"})
    moved = article(one="1", two="2", three="3", before="Words that were put in before.\n\n")
    _, references, _ = read(moved, correction)
    assert references[1].entry.fields["title"] == "Tide Tables"


def test_an_empty_field_is_taken_out():
    _, references, _ = read(article(), Correction(digest(1), fields={"year": ""}))
    assert "year" not in references[1].entry.fields


def test_words_that_are_no_work_are_none():
    document, references, codes = read(article(), Correction(digest(1), entry_type="none"))
    assert document.notes[1].items == ()
    assert [one.entry.fields.get("title") for one in references] == [
        "The Rule of the Harbour Masters"
    ]
    assert "stale-correction" not in codes


def test_a_work_that_was_not_read_is_added():
    correction = Correction(digest(1), work=2, entry_type="book", fields={"title": "Harbours"})
    document, _, _ = read(article(), correction)
    assert [item.entry.fields["title"] for item in document.notes[1].items] == [
        "Tides and Tables",
        "Harbours",
    ]


def test_one_of_several_notes_in_the_same_words_can_be_meant():
    text = "A.<sup>i</sup> B.<sup>ii</sup>\n\n<sup>i</sup> Roe, B, *Tides and Tables*, 2004.\n\n<sup>ii</sup> Roe, B, *Tides and Tables*, 2004.\n"
    one = digest(0, text)
    document, _, _ = read(text, Correction(one, again=2, fields={"title": "Other Tables"}))
    assert [note.items[0].entry.fields["title"] for note in document.notes] == [
        "Tides and Tables",
        "Other Tables",
    ]


def test_a_correction_whose_note_changed_is_said():
    correction = Correction(digest(0), label="i", fields={"title": "The Rule"})
    changed = article(first="Doe, A, *The Rules of the Harbour Masters*, 1999.")
    _, references, codes = read(changed, correction)
    assert references[0].entry.fields["title"] == "The Rules of the Harbour Masters"
    assert "stale-correction" in codes


def test_a_file_that_names_another_article_is_not_for_this_one():
    correction = Correction(digest(1), fields={"title": "Tide Tables"})
    _, references, codes = read(article(), correction, name="b.md")
    assert references[1].entry.fields["title"] == "Tides and Tables"
    assert "stale-correction" not in codes
