"""Attempts: counted each for itself, however many are under way, and as far apart as the server asks."""

import asyncio
from datetime import UTC, datetime

import pytest

from cite.effects.web.attempts import LONGEST_PAUSE, Attempts
from cite.model.evidence import Fault, Fetch, Fetched, Hop, Unreachable

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ASK = Fetch("http://journal.example/")


def answered(status, *headers):
    return Fetched(ASK, NOON, status, headers, (Hop(ASK.url, status),))


def failed(fault):
    return Unreachable(ASK, NOON, fault)


class Giving:
    """Gives some answers, one an attempt, the last one over and over."""

    def __init__(self, *answers):
        self.answers, self.asked = list(answers), 0

    async def __call__(self):
        self.asked += 1
        await asyncio.sleep(0)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def attempts(slept, retries=2, **more):
    async def sleep(seconds):
        slept.append(seconds)
        await asyncio.sleep(0)

    return Attempts(retries, lambda: NOON, sleep, **more)


def at(once, retries=2, **more):
    slept = []
    return asyncio.run(attempts(slept, retries, **more).at(once)), slept


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (answered(200), False),
        (answered(404), False),
        (answered(503), True),
        (answered(429), True),
        (failed(Fault.RESET), True),
        (failed(Fault.READ_TIMEOUT), True),
        (failed(Fault.NO_SUCH_NAME), False),
        (failed(Fault.ADDRESS_REFUSED), False),
    ],
)
def test_what_may_pass_is_asked_again_and_what_is_an_answer_is_not(first, again):
    giving = Giving(first, answered(200))
    answer, _ = at(giving)
    assert giving.asked == answer.attempts == (2 if again else 1)


def test_pauses_double_up_to_a_longest():
    _, slept = at(Giving(failed(Fault.RESET)), retries=9, first_pause=1.0, jitter=0.0)
    assert slept == [1, 2, 4, 8, 16, LONGEST_PAUSE, LONGEST_PAUSE, LONGEST_PAUSE, LONGEST_PAUSE]


def test_what_failed_together_is_not_asked_together_again():
    _, slept = at(Giving(failed(Fault.RESET)), retries=8, first_pause=1.0, jitter=0.25)
    assert all(0.75 * 2**n <= pause <= 1.25 * 2**n for n, pause in enumerate(slept[:5]))
    assert slept != [2.0**n for n in range(8)]


def test_a_time_that_the_server_names_is_kept_and_an_absurd_one_ends_the_attempts():
    assert at(Giving(answered(503, ("retry-after", "9")), answered(200)))[1] == [9]
    late, slept = at(Giving(answered(503, ("retry-after", "4000"))))
    assert (late.status, slept) == (503, [])


def test_however_many_are_under_way_each_counts_its_own():
    async def run():
        policy = attempts([], retries=9)
        each = [
            policy.at(Giving(*[failed(Fault.RESET)] * failures, answered(200)))
            for failures in range(10)
        ]
        return [answer.attempts for answer in await asyncio.gather(*each)]

    assert asyncio.run(run()) == list(range(1, 11))


def test_fewer_attempts_may_be_wanted_than_usual():
    giving = Giving(failed(Fault.RESET))
    asyncio.run(attempts([], retries=5).at(giving, 0))
    assert giving.asked == 1


def test_an_error_of_ours_is_no_answer_and_comes_through():
    async def broken():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        at(broken)
