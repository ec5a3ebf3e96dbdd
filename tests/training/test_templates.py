"""Entries written by hand, so to speak: in no style, the same each time, every piece known."""

from training.templates import Writer


def test_the_same_seed_writes_the_same_entries():
    assert Writer(2).entries(20) == Writer(2).entries(20)


def test_every_piece_is_known_and_in_its_place():
    for note in Writer(5).entries(150).notes:
        ends = [0, *(segment.end for segment in note.segments)]
        for segment, before in zip(note.segments, ends, strict=False):
            assert before <= segment.start < segment.end <= len(note.text), note.text


def test_no_two_entries_have_the_same_manner():
    notes = Writer(9).entries(120).notes
    assert len({tuple(segment.label for segment in note.segments) for note in notes}) > 60
    assert sum("title" in note.items[0].fields for note in notes) == len(notes)
