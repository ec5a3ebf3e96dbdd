"""Corrected readings as a file: read, written, and what is said of one that cannot be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats.readings_toml import read_corrections, write_corrections
from cite.model.corrections import Correction, Corrections
from cite.model.entries import Name
from cite.model.errors import InputError

FILE = b"""
[article]
name = "harbours.md"

[[work]]
note = "0123456789abcdef"
label = "iv"
which = 2
again = 3
type = "Article"

[work.fields]
author = "Doe, Anna and {Port of London}"
journaltitle = "Tides & Tables"
date = "2010-07"
pages = ""
"""


def test_fields_are_read_as_those_of_a_bibliography():
    corrections = read_corrections(FILE)
    assert (corrections.article, corrections.is_for("a/harbours.md")) == ("harbours.md", True)
    assert not corrections.is_for("other.md")
    (one,) = corrections.every
    assert (one.note, one.label, one.work, one.again) == ("0123456789abcdef", "iv", 2, 3)
    assert one.entry_type == "article"
    assert one.fields == {
        "author": (Name("Doe", "Anna"), Name(literal="Port of London")),
        "journal": "Tides & Tables",
        "year": 2010,
        "month": 7,
        "pages": "",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[work]]\n", "has no note"),
        ('[[work]]\nnote = "a"\nwich = 1\n', "did you mean which"),
        ('[[work]]\nnote = "a"\nwhich = 0\n', "counts from 1"),
        ('[[work]]\nnote = "a"\nagain = "x"\n', "counts from 1"),
        ('[[work]]\nnote = "a"\nfields = 3\n', "a table of names"),
        ("work = 3\n", "tables [[work]]"),
        ("[[work\n", "readings.toml"),
    ],
)
def test_what_cannot_be_meant_is_said_with_its_place(text, said):
    with pytest.raises(InputError) as error:
        read_corrections(text.encode(), "readings.toml")
    assert said.replace("[[", "[[") in str(error.value)


WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F), min_size=1).map(
    lambda text: text.strip() or "a"
)


@given(
    st.lists(
        st.builds(
            Correction,
            note=WORDS,
            work=st.integers(1, 99),
            again=st.none() | st.integers(1, 99),
            label=WORDS,
            entry_type=st.sampled_from(["", "book", "none"]),
            fields=st.dictionaries(
                st.sampled_from(["title", "publisher", "volume"]), WORDS | st.just(""), max_size=3
            ),
        ),
        max_size=3,
    )
)
def test_what_is_written_is_read_again(every):
    corrections = Corrections(tuple(every), "a.md")
    assert read_corrections(write_corrections(corrections).encode()) == corrections
