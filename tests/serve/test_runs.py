"""The line of runs: one at a time, stopped from outside, and never the end of the page."""

import threading

import pytest

from cite.model.errors import StoreError
from cite.serve.runs import Run, Runs, Stage


@pytest.fixture
def runs():
    with Runs(lambda _: None).working() as working:
        yield working


def over(run):
    for _ in range(10_000):
        if run.stage.over:
            return run
        threading.Event().wait(0.001)
    raise AssertionError("the run does not end")


def test_runs_of_two_articles_never_overlap(runs):
    under_way, most, lock = 0, [], threading.Lock()

    def work(run):
        nonlocal under_way
        with lock:
            under_way += 1
            most.append(under_way)
        run.progress(1, 1)
        with lock:
            under_way -= 1
        return "done"

    begun = [runs.begin(Run(name, "look", work)) for name in "abc"]
    assert [over(one).said for one in begun] == ["done"] * 3
    assert max(most) == 1


def test_an_article_whose_run_is_not_over_gets_no_second_one(runs):
    gate = threading.Event()
    first = runs.begin(Run("a", "look", lambda _: str(gate.wait(10))))
    assert runs.begin(Run("a", "look", lambda _: "another")) is first
    waiting = runs.begin(Run("b", "look", lambda _: "b"))
    assert "begins after it" in waiting.said
    gate.set()
    over(first)
    assert runs.begin(Run("a", "look", lambda _: "another")) is not first


def test_what_waits_in_line_can_be_stopped_before_it_begins(runs):
    gate = threading.Event()
    first = runs.begin(Run("a", "look", lambda _: str(gate.wait(10))))
    second = runs.begin(Run("b", "look", lambda _: "never"))
    runs.stop("b")
    gate.set()
    over(first)
    assert (over(second).stage, second.said) == (Stage.STOPPED, "Stopped before it began.")


def test_a_run_that_fails_says_why_and_the_next_one_goes_on(runs):
    def fail(run):
        raise StoreError("the disk is full")

    def defect(run):
        raise ValueError("oh")

    assert over(runs.begin(Run("a", "look", fail))).said == "the disk is full"
    failed = over(runs.begin(Run("b", "look", defect)))
    assert (failed.stage, "unexpected" in failed.said) == (Stage.FAILED, True)
    assert over(runs.begin(Run("c", "look", lambda _: "well"))).stage is Stage.ENDED
