"""What was found out about an answer is found out once, and never taken for what another answer says."""

from datetime import UTC, datetime

from cite.formats.remembered import MOST, remembered
from cite.model.evidence import Fetch, Fetched, Hop


def answer(body: bytes) -> Fetched:
    url = "http://host.example/work"
    return Fetched(Fetch(url), datetime.now(UTC), 200, (), (Hop(url, 200),), body)


def counting():
    asked = []

    @remembered
    def body_of(fetched: Fetched) -> bytes:
        asked.append(fetched)
        return fetched.body

    return body_of, asked


def test_an_answer_is_looked_into_once():
    body_of, asked = counting()
    page = answer(b"a page")
    assert [body_of(page), body_of(page)] == [b"a page"] * 2
    assert len(asked) == 1


def test_many_answers_that_come_and_go_are_never_confused():
    body_of, asked = counting()
    for number in range(3 * MOST):
        # Each goes at once, and its successor may stand in the same place of memory.
        assert body_of(answer(b"%d" % number)) == b"%d" % number
    assert len(asked) == 3 * MOST
