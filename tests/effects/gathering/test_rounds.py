"""Rounds: what is asked of a reference as answers come, with a dictionary for a world."""

import pytest

from cite.effects.gathering.rounds import MOST_ROUNDS, Rounds
from cite.model.errors import EndlessQuestions
from cite.model.evidence import Evidence, Fault, Fetch, Unreachable
from tests.effects.asking import reference

URL = "http://a.example/"


class OneAfterAnother:
    """Asks for page 0, and for the next page once the last is known."""

    name = "one-after-another"
    codes = ()

    def __init__(self, pages):
        self._pages = pages

    def asks(self, reference, evidence):
        for page in range(self._pages):
            ask = Fetch(f"{URL}{page}")
            yield ask
            if evidence.get(ask) is None:
                return

    def weigh(self, reference, evidence):
        return ()


def answered(answers, turn):
    answers.update({ask: Unreachable(ask, None, Fault.RESET) for ask in turn.open})


def test_each_round_asks_what_follows_from_the_last():
    answers = {}
    rounds = Rounds(reference(URL), [OneAfterAnother(3), OneAfterAnother(2)])
    asked = []
    while (turn := rounds.next(Evidence(answers))).open:
        asked.append([ask.url[-1] for ask in turn.open])
        assert set(turn.open) == set(turn.new)
        answered(answers, turn)
    assert asked == [["0"], ["1"], ["2"]]
    assert (turn.number, turn.new) == (3, ())
    assert {ask.url[-1] for ask in rounds.named} == {"0", "1", "2"}


def test_what_is_known_already_is_named_and_not_open():
    known = {Fetch(f"{URL}0"): Unreachable(Fetch(f"{URL}0"), None, Fault.RESET)}
    turn = Rounds(reference(URL), [OneAfterAnother(2)]).next(Evidence(known))
    assert [ask.url[-1] for ask in turn.open] == ["1"]
    assert {ask.url[-1] for ask in turn.new} == {"0", "1"}


def until_nothing_is_open(rounds, answers):
    while (turn := rounds.next(Evidence(answers))).open:
        answered(answers, turn)


def test_questions_without_end_are_a_defect_and_said_so():
    rounds = Rounds(reference(URL), [OneAfterAnother(MOST_ROUNDS + 1)])
    with pytest.raises(EndlessQuestions, match="still asking after 200 rounds: GET http"):
        until_nothing_is_open(rounds, {})
