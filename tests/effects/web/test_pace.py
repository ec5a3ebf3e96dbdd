"""Who is let in when, seen from outside: what was under way at once, and in which order."""

import asyncio

from cite.effects.web.pace import Pace
from cite.model.options import Options


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def visits(names, options, minutes=0.0, ahead=()):
    """The order in which requests were let in, the most at once over all, and the most at one host."""
    order, now, most, crowd = [], {}, 0, 0

    async def visit(pace, name, number):
        nonlocal most, crowd
        async with pace.slot(name, number in ahead) as first:
            if first:
                pace.introduce(name, 0.0)
            order.append((name, number))
            now[name] = now.get(name, 0) + 1
            most, crowd = max(most, sum(now.values())), max(crowd, now[name])
            await asyncio.sleep(minutes)
            now[name] -= 1

    async def main():
        pace = Pace(options)
        await asyncio.gather(*(visit(pace, name, n) for n, name in enumerate(names)))

    asyncio.run(main())
    return order, most, crowd


def test_no_more_than_the_slots_are_used_at_once():
    _, most, _ = visits([f"h{n}" for n in range(20)], Options(slots=3, interval=0))
    assert most == 3


def test_a_host_is_asked_by_no_more_than_its_share_at_once():
    _, _, crowd = visits(["a"] * 12 + ["b"] * 12, Options(slots=50, per_host=2, interval=0))
    assert crowd == 2


def test_the_longest_queue_is_served_first():
    order, _, _ = visits(["a"] + ["b"] * 5 + ["c"] * 3, Options(slots=1, per_host=1, interval=0))
    names = [name for name, _ in order]
    assert names[:2] == ["b", "b"]
    assert names.index("c") < names.index("a")


def test_what_has_begun_goes_before_what_has_not():
    order, _, _ = visits(["a"] * 5, Options(slots=1, per_host=1, interval=0), ahead={4})
    assert order[0] == ("a", 4)


def test_the_first_of_several_is_alone_until_it_has_introduced_itself():
    firsts, alone = [], []

    async def visit(pace):
        async with pace.slot("a") as first:
            firsts.append(first)
            alone.append(len(firsts) == 1)
            await asyncio.sleep(0)
            if first:
                assert len(firsts) == 1

    async def main():
        pace = Pace(Options(per_host=5, interval=0))
        await asyncio.gather(*(visit(pace) for _ in range(4)))

    asyncio.run(main())
    assert firsts == [True, False, False, False]


def test_a_host_with_one_request_needs_no_introduction():
    async def main():
        async with Pace(Options()).slot("a") as first:
            return first

    assert asyncio.run(main()) is False


def test_sending_waits_for_the_interval_and_for_a_hold():
    clock, slept = Clock(), []

    async def sleep(seconds):
        slept.append(round(seconds, 1))
        clock.now += seconds

    async def main():
        pace = Pace(Options(interval=2.0), clock, sleep)
        await pace.turn("a")
        await pace.turn("a")
        pace.hold("a", 10)
        await pace.turn("a")
        await pace.turn("b")

    asyncio.run(main())
    assert slept == [2.0, 10.0]


def test_who_is_cancelled_while_waiting_takes_no_slot():
    async def main():
        pace = Pace(Options(slots=1, interval=0))
        async with pace.slot("a"):
            waiting = [asyncio.create_task(pace.slot(name).__aenter__()) for name in "bc"]
            await asyncio.sleep(0)
            waiting[0].cancel()
        await asyncio.wait_for(waiting[1], 5)
        return waiting[0].cancelled()

    assert asyncio.run(main())
