"""A line over queues ends where the other end is silent, done, or its scheduler gone; signs of life are not data."""

import asyncio

import pytest

from cite.effects.engines.line import LineBroken
from cite.effects.engines.queues import BREATH, PIECE, QueueLine, Sign


def line(*incoming):
    """One end of a line that gets some messages, and what it put."""
    put, messages = [], iter(incoming)

    async def putting(message):
        put.append(message)

    async def getting(patience):
        message = next(messages, TimeoutError())
        if isinstance(message, Exception):
            raise message
        return message

    return QueueLine(putting, getting), put


def received(*incoming):
    return asyncio.run(line(*incoming)[0].receive())


def test_signs_of_life_are_taken_in_silence():
    assert received((Sign.PING, b""), ("ping", b""), ("data", memoryview(b"x"))) == b"x"


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (TimeoutError(), "nothing was heard of it for 60 seconds"),
        (("end", b""), "it was ended"),
        (KeyError("cite-1-to"), r"its scheduler does not answer \(KeyError\)"),
        (OSError("Timed out"), "its scheduler does not answer"),
    ],
)
def test_what_ends_it_is_said(message, why):
    with pytest.raises(LineBroken, match=why):
        received(message)


def test_what_is_long_goes_in_pieces_that_the_scheduler_can_hold(monkeypatch):
    slept = []

    async def sleep(seconds):
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    end, put = line()
    asyncio.run(end.send(b"x" * (2 * PIECE + 1)))
    assert [len(data) for _, data in put] == [PIECE, PIECE, 1]
    assert slept == [BREATH]


def test_a_worker_is_there_when_it_says_so_and_not_before():
    asyncio.run(line(("here", b""))[0].begun(1))
    with pytest.raises(LineBroken, match="before it began"):
        asyncio.run(line(("end", b""))[0].begun(1))
    with pytest.raises(TimeoutError):
        asyncio.run(line()[0].begun(1))
