"""Lists of names."""

import re

import pytest
from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from hypothesis import given
from hypothesis import strategies as st

from cite.formats.bibtex.names import read_names, write_names
from cite.model.entries import Name

TABLE = [
    ("Doe, Jane", (Name("Doe", "Jane"),)),
    ("van der Berg, Jan", (Name("Berg", "Jan", "van der"),)),
    ("King, Jr, Martin Luther", (Name("King", "Martin Luther", "", "Jr"),)),
    ("{Ortega y Gasset}, José", (Name("Ortega y Gasset", "José"),)),
    ("{World Health Organization} and Gil, Ana", (Name(literal="World Health Organization"), Name("Gil", "Ana"))),
    ("{Barnes and Noble, Inc.} and others", (Name(literal="Barnes and Noble, Inc."), Name(literal="others"))),
    ("al-Rashid, Omar", (Name("al-Rashid", "Omar"),)),
    ("Иванов, И. И. and 王, 小明", (Name("Иванов", "И. И."), Name("王", "小明"))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), TABLE)
def test_names_are_written_and_read_back(text, names):
    assert write_names(names) == text
    assert read_names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe", Name("Doe", "Jane")),
        ("Jan van der Berg", Name("Berg", "Jan", "van der")),
        ("Charles Louis Xavier Joseph de la Vallée Poussin", Name("Vallée Poussin", "Charles Louis Xavier Joseph", "de la")),
        ("M{\\\"u}ller, J{\\'o}zef", Name("Müller", "Józef")),
        ("{\\O}rsted, Hans", Name("Ørsted", "Hans")),
        ("de la Cruz", Name("Cruz", "", "de la")),
        ("von Neumann", Name("Neumann", "", "von")),
        ("bell hooks", Name("hooks", "bell")),
        ("Aristotle", Name(literal="Aristotle")),
        ("others", Name(literal="others")),
        ("{NASA}", Name(literal="NASA")),
    ],
)  # fmt: skip
def test_names_are_read_in_all_of_bibtexs_forms(text, name):
    assert read_names(text) == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "Doe, Jane", "van der Berg, Jr, Jan", "Jean de La Fontaine", "Knuth, Donald~E.", "de la Cruz", "{van den} Berg, Jan",
        "Doe {and} Roe, J.", "D'Arcy, James", "Ludwig van Beethoven and Doe, J.", "Doe, J. AND Roe, R.",
    ],
)  # fmt: skip
def test_names_are_parted_as_bibtexparser_parts_them(text):
    parted = [parse_single_name_into_parts(one) for one in split_multiple_persons_names(text)]
    theirs = [tuple(map(" ".join, (one.von, one.last, one.jr, one.first))) for one in parted]
    ours = [(one.particle, one.family, one.suffix, one.given) for one in read_names(text)]
    assert ours == [tuple(re.sub("[{}]", "", part) for part in one) for one in theirs]


WORD = st.from_regex(r"[A-Z][a-zé’]{0,8}[a-z]", fullmatch=True)
PERSON = st.builds(
    Name, WORD, WORD, st.sampled_from(["", "van", "de la"]), st.sampled_from(["", "Jr", "III"])
)
BODY = st.builds(
    lambda words: Name(literal=" and ".join(words)), st.lists(WORD, min_size=1, max_size=3)
)


@given(st.lists(PERSON | BODY, min_size=1, max_size=5))
def test_any_list_of_names_survives(names):
    names = tuple(name for name in names if name.literal.lower() != "others")
    assert read_names(write_names(names)) == names
