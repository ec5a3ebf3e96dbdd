"""Which of many decisions counts for an address."""

from datetime import date

import pytest

from cite.model.decisions import Action, Decision, Decisions

TODAY = date(2026, 5, 3)
PAGE, OTHER = "http://a.example/x", "http://a.example/y"


def decided(url=PAGE, note=None, why="", until=None):
    return Decision(url, Action.KEEP, note, why=why, until=until)


@pytest.mark.parametrize(
    ("every", "why"),
    [
        ([decided(why="first"), decided(why="last")], "last"),
        ([decided(note="iv", why="of the note"), decided(why="of all")], "of the note"),
        ([decided(note="v", why="of another note"), decided(why="of all")], "of all"),
        ([decided(why="holds"), decided(why="past", until=date(2026, 5, 2))], "holds"),
        ([decided(OTHER, why="elsewhere"), decided(why="here")], "here"),
    ],
)
def test_the_nearest_and_last_decision_that_holds_counts(every, why):
    assert Decisions(tuple(every)).about(PAGE, "iv", TODAY).why == why


def test_what_held_once_is_told_apart():
    past = decided(until=date(2026, 5, 2))
    decisions = Decisions((decided(OTHER), past))
    assert decisions.about(PAGE, "iv", TODAY) is None
    assert decisions.expired(PAGE, "iv", TODAY) == past
    assert decisions.expired(OTHER, "iv", TODAY) is None


class Counted(str):
    """An address that counts how often it is compared."""

    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other):
        Counted.compared += 1
        return str.__eq__(self, other)


def test_a_link_looks_at_its_own_decisions_alone():
    decisions = Decisions(tuple(decided(Counted(f"http://a.example/{n}")) for n in range(500)))
    decisions.about(PAGE, None, TODAY)
    Counted.compared = 0
    for n in range(500):
        assert decisions.about(f"http://a.example/{n}", None, TODAY)
    assert Counted.compared <= 3 * 500
