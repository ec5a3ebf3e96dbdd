"""What several want at once is done once, and done anew where the first who did it was stopped."""

import asyncio

import pytest

from cite.effects.single_flight import SingleFlight


def counted(results):
    """Work that gives the next of some results each time it is begun, and how often it was."""
    begun = []

    async def work():
        begun.append(True)
        await asyncio.sleep(0)
        result = results[len(begun) - 1]
        if isinstance(result, Exception):
            raise result
        return result

    return work, begun


def test_several_who_want_one_thing_share_what_comes_of_it():
    work, begun = counted(["first", "second"])

    async def want():
        flight = SingleFlight()
        both = await asyncio.gather(*(flight.of("key", work) for _ in range(5)))
        return both, await flight.of("key", work)

    assert asyncio.run(want()) == (["first"] * 5, "second")
    assert len(begun) == 2


def test_where_the_first_is_stopped_the_next_does_it_in_its_place():
    work, begun = counted(["lost", "found"])

    async def want():
        flight = SingleFlight()
        first, second = (asyncio.create_task(flight.of("key", work)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(want()) == "found"
    assert len(begun) == 2


def test_a_failure_is_raised_to_who_met_it_and_the_next_tries_for_himself():
    work, _ = counted([ValueError("no"), "found"])

    async def want():
        flight = SingleFlight()
        return await asyncio.gather(
            *(flight.of("key", work) for _ in range(2)), return_exceptions=True
        )

    failed, found = asyncio.run(want())
    assert isinstance(failed, ValueError)
    assert found == "found"


def test_other_things_do_not_wait():
    async def want():
        flight = SingleFlight()
        blocked = asyncio.create_task(flight.of("slow", asyncio.Event().wait))
        await asyncio.sleep(0)
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.shield(blocked), 0)
        found = await flight.of("other", counted(["there"])[0])
        blocked.cancel()
        return found

    assert asyncio.run(want()) == "there"
