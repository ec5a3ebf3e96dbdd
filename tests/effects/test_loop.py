"""A run ended from another thread."""

import asyncio
import gc
import threading
import weakref

import pytest

from cite.effects.loop import Stop, run, stopped_by


async def forever(begun=None):
    try:
        if begun:
            begun.set()
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        return "what there is"


def test_a_run_in_a_thread_is_ended_from_outside_and_hands_over_what_it_has():
    stop, begun, came = Stop(), threading.Event(), []

    def work():
        stopped_by.set(stop)
        came.append(run(forever(begun)))

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait(10)
    stop()
    thread.join(10)
    assert came == ["what there is"]


def test_what_is_ended_before_it_begins_does_not_go_on():
    stop = Stop()
    stop()
    token = stopped_by.set(stop)
    try:
        with pytest.raises(asyncio.CancelledError):
            run(asyncio.sleep(60))
    finally:
        stopped_by.reset(token)


def test_what_a_run_got_to_know_is_not_kept_when_it_is_over():
    class Known:
        pass

    async def work():
        return Known()

    known = weakref.ref(run(work()))
    gc.collect()
    assert known() is None
