"""Decisions of people: a file that comes back as it was written, and what is said of one that is wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats.decisions_toml import read_decisions, write_decisions
from cite.model.decisions import Action, Decision, Decisions
from cite.model.errors import InputError

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
DATES = st.none() | st.dates()
DECISION = st.builds(
    Decision, TEXT.map(lambda text: f"http://a.example/{text}"), st.sampled_from(Action), st.none() | TEXT.map("n{}".format),
    TEXT, TEXT, TEXT, TEXT, DATES, DATES,
)  # fmt: skip


@given(st.lists(DECISION, max_size=4))
def test_what_is_written_is_read_back(every):
    decisions = Decisions(tuple(every), "a.md", "0" * 64)
    assert read_decisions(write_decisions(decisions).encode()) == decisions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[link]]\nurl='u'\ndo='replase'", "do is one of"),
        ("[[link]]\nurl='u'\ndo='keep'\nuntill=2027-01-01", "did you mean until?"),
        ("[[link]]\ndo='keep'", "it has no url"),
        ("[[links]]\n", "did you mean link?"),
        ("[[link]]\nurl='u'\ndo='keep'\nuntil='soon'", "is no date"),
        ("link = 3", "[[link]]"),
        ("=", "d.toml"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, said):
    with pytest.raises(InputError, match=r"d\.toml") as error:
        read_decisions(text.encode(), "d.toml")
    assert said in str(error.value)


def test_a_decision_about_one_note_comes_before_one_about_all_and_an_expired_one_counts_no_more():
    one = Decision("u", Action.KEEP, note="iv")
    every = Decision("u", Action.REPLACE)
    old = Decision("u", Action.CHECKED, until=date(2026, 1, 1))
    today = date(2026, 11, 29)
    decisions = Decisions((one, every, old))
    assert decisions.about("u", "iv", today) is one
    assert decisions.about("u", "v", today) is every
    assert Decisions((old,)).about("u", None, today) is None


def test_each_link_has_a_table_of_its_own_so_that_a_difference_can_be_read():
    every = tuple(Decision(f"http://{name}.example/", Action.KEEP) for name in "ab")
    written = write_decisions(Decisions(every))
    assert written.count("[[link]]\nurl = ") == 2
    assert "[article]" not in written
