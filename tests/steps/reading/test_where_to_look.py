"""Findings that say which readings may be wrong."""

from cite.model.document import Run, plain
from cite.model.findings import Place
from cite.model.notes import Note, NoteId
from cite.model.references import Citation
from cite.steps.reading.extract_references import LOW_CONFIDENCE, read_notes


def read(*texts: str):
    notes = []
    for at, text in enumerate(texts):
        runs = (Run(text),)
        notes.append(
            Note(
                str(at + 1), runs, plain(runs), Place("a", 1, 1), (), at + 1, id=NoteId("a", 0, at)
            )
        )
    return read_notes(notes)


def test_a_script_without_forms_is_said_so():
    (note,) = read("ישראל כהן, תולדות הנמלים, תל אביב: עם עובד, 1985, עמ' 45.")
    assert "script-not-read" in [finding.code for finding in note.findings]


def test_a_reading_below_the_line_is_named_and_no_other():
    for note in read(
        "Doe, J. 1999. A Title of Mills. London: Faber.", "x y z 1999 Q 12 R", "As said, 1999."
    ):
        low = [i for i in note.items if isinstance(i, Citation) and i.confidence < LOW_CONFIDENCE]
        assert len(low) == sum(finding.code == "low-confidence" for finding in note.findings)
