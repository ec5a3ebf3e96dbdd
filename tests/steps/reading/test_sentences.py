"""The sentence that calls a note."""

import pytest

from cite.steps.reading.sentences import sentence_at, sentence_ends

TEXT = "First, by Dr. Roe. Was it? It was (on p. 3).  and more"


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ("First", "First, by Dr. Roe."),
        ("Roe.", "First, by Dr. Roe."),
        ("Roe. ", "Was it?"),
        ("it?", "Was it?"),
        ("was (on", "It was (on p. 3).  and more"),
        ("more", "It was (on p. 3).  and more"),
    ],
)
def test_a_note_belongs_to_the_sentence_it_stands_in_or_ends(after, sentence):
    offset = TEXT.index(after) + len(after)
    assert sentence_at(TEXT, offset, sentence_ends(TEXT)) == sentence


def test_ends_are_looked_for_once_and_an_empty_text_has_none():
    assert sentence_ends("") == ()
    assert sentence_at("", 0, ()) == ""
