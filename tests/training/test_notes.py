"""Notes and bibliographies of our own making: the same each time, and every piece known."""

import pytest

from cite.model.document import Run, Style, plain
from cite.model.entries import Name
from training.facts import Maker
from training.gold import GoldCitation, GoldCrossReference, GoldNote, Segment
from training.notes import Author, edited
from training.render import print_works

BOOK = {
    "id": "w1", "type": "book", "title": "A Long Book", "author": [{"family": "Doe", "given": "Jane"}],
    "publisher": "Clarendon Press", "publisher-place": "Oxford", "issued": {"date-parts": [[1999]]},
}  # fmt: skip


def test_a_style_prints_a_work_and_every_field_is_known():
    (printed,) = print_works("oscola", [BOOK], notes=True, pages=["12"])
    text = plain(printed.runs)
    assert text == "J Doe, A Long Book (Clarendon Press 1999) 12."
    assert [(s.label, text[s.start : s.end]) for s in printed.segments] == [
        ("author", "J Doe"), ("title", "A Long Book"), ("publisher", "Clarendon Press"), ("date", "1999"),
        ("locator", "12"),
    ]  # fmt: skip
    assert [run.text for run in printed.runs if run.style is Style.ITALIC] == ["A Long Book"]


def test_an_entry_of_a_bibliography_is_printed_by_its_own_rules():
    (printed,) = print_works("apa", [BOOK], notes=False)
    assert plain(printed.runs) == "Doe, J. (1999). A Long Book. Clarendon Press."


@pytest.mark.parametrize("kind", ["article-journal", "chapter", "report", "thesis", "webpage"])
def test_the_same_seed_makes_the_same_works(kind):
    first, second = (Maker(4).item([kind]) for _ in range(2))
    assert first == second and first["title"]


def test_the_same_seed_writes_the_same_notes():
    assert Author(2).article("oscola", 8) == Author(2).article("oscola", 8)


def test_notes_cite_point_back_and_argue():
    notes = [note for seed in range(4) for note in Author(seed).article("mhra-notes", 20).notes]
    items = [item for note in notes for item in note.items]
    assert any(isinstance(item, GoldCrossReference) and item.target for item in items)
    assert any(len(note.items) > 2 for note in notes)
    assert any(not note.items for note in notes)
    people = [
        item.fields["author"]
        for item in items
        if isinstance(item, GoldCitation) and "author" in item.fields
    ]
    assert all(
        isinstance(name, Name) for names in people if isinstance(names, tuple) for name in names
    )


def test_segments_stay_within_their_notes():
    for document in (Author(1).article("oscola", 20), Author(1).bibliography("ieee", 20)):
        for note in document.notes:
            for segment in note.segments:
                assert 0 <= segment.start < segment.end <= len(note.text)


def test_damage_moves_what_stands_behind_it():
    note = GoldNote("1", (Run("Jane Doe, Journal of Things"),), (Segment("journal", 10, 27),), ())
    damaged = edited(note, [(9, 10, ""), (14, 14, "- ")])
    (segment,) = damaged.segments
    assert damaged.text == "Jane Doe,Jour- nal of Things"
    assert damaged.text[segment.start : segment.end] == "Jour- nal of Things"
