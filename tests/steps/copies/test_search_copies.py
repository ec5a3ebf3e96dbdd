"""The copy chosen: by rule, by date and its precision, of what can serve; as a property over made-up archives."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.entries import PartialDate
from cite.model.evidence import (
    Evidence,
    Fetch,
    Fetched,
    FindMementos,
    Hop,
    Memento,
    MementosOutcome,
    TimeMap,
)
from cite.steps.copies.choose_memento import Wanted
from cite.steps.copies.search_copies import search_copies

PAGE = "http://a.example/page"
NOW = datetime(2026, 11, 24, tzinfo=UTC)
WORDS = (
    b"<title>A page</title><h1>A page</h1><p>" + b"With many words on it, one like the other. " * 20
)


class Lab:
    """An archive that holds what it is told to hold: times, and what a look at each shows."""

    per_minute = None
    folds_spellings = True

    def __init__(self, name, shown):
        self.name, self.title, self.shown = name, name, shown

    def raw(self, memento):
        return f"http://{self.name}.example/{memento.datetime:%Y%m%d%H%M%S}id_/{memento.uri_r}"

    def listed(self, memento):
        return None

    def mementos(self, url):
        if url != PAGE:
            return ()
        return tuple(
            Memento(f"http://{self.name}.example/{when:%Y%m%d%H%M%S}/{url}", url, when, self.name)
            for when in self.shown
        )

    def answer(self, ask):
        if isinstance(ask, FindMementos):
            found = self.mementos(ask.url)
            outcome = MementosOutcome.FOUND if found else MementosOutcome.ABSENT
            return TimeMap(ask, NOW, outcome, found)
        when = next(when for when in self.shown if f"/{when:%Y%m%d%H%M%S}id_/" in ask.url)
        body = self.shown[when]
        status = 200 if body else 404
        headers = (("memento-datetime", f"{when:%a, %d %b %Y %H:%M:%S} GMT"),)
        return Fetched(ask, NOW, status, headers, (Hop(ask.url, status),), body)


def chosen(wanted, *labs):
    """The search taken to its end, and what was asked on the way."""
    archives = {lab.name: lab for lab in labs}
    evidence = Evidence({})
    for _ in range(100):
        search = search_copies(PAGE, wanted, archives, evidence)
        if not search.pending:
            return search, list(evidence.answers)
        for ask in search.pending:
            name = ask.archive if isinstance(ask, FindMementos) else ask.url[7:].partition(".")[0]
            evidence.answers[ask] = archives[name].answer(ask)
    raise AssertionError("the search did not come to an end")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("date", "rule", "captures", "choice"),
    [
        ((2010,), "nearest", ["2010-01-02", "2010-06-30", "2010-12-30"], "2010-06-30"),
        ((2010, 7), "nearest", ["2010-06-30", "2010-08-01"], "2010-08-01"),
        ((2010, 7, 19), "nearest", ["2010-07-18T12:00", "2010-07-20T12:00"], "2010-07-18T12:00"),
        ((2010, 7, 19), "nearest", ["2010-07-20T12:00", "2010-07-18T12:00"], "2010-07-18T12:00"),
        ((2010, 2), "nearest", ["2010-02-14", "2010-02-16"], "2010-02-14"),
        ((2012, 2), "nearest", ["2012-02-14T23:00", "2012-02-16"], "2012-02-16"),
        ((1985,), "nearest", ["1997-01-01", "2001-01-01"], "1997-01-01"),
        ((2090,), "nearest", ["1997-01-01", "2001-01-01"], "2001-01-01"),
        ((2010, 7), "before-else-after", ["2010-06-30", "2010-08-01"], "2010-06-30"),
        ((2010, 7), "before-else-after", ["2010-07-31T23:59", "2010-08-01"], "2010-07-31T23:59"),
        ((2010, 7), "before-else-after", ["2010-08-02", "2010-08-01"], "2010-08-01"),
        (None, "nearest", ["2010-08-02", "2020-08-01"], "2020-08-01"),
    ],
)
def test_the_rules_by_example(date, rule, captures, choice):
    wanted = Wanted(PartialDate(*date) if date else None, "", rule)
    search, _ = chosen(wanted, Lab("lab", dict.fromkeys(map(at, captures), WORDS)))
    assert search.choice.when == at(choice)


days = st.integers(0, 9000).map(
    lambda number: datetime(1997, 1, 1, 12, tzinfo=UTC) + timedelta(days=number)
)
shelves = st.dictionaries(days, st.sampled_from([WORDS, WORDS, b""]), max_size=12)
dates = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(1990, 2030)),
    st.builds(PartialDate, st.integers(1990, 2030), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28)),
)


@given(shelves, shelves, dates, st.sampled_from(["nearest", "before-else-after"]))
def test_no_usable_capture_of_any_archive_is_better_than_the_one_chosen(one, other, date, rule):
    wanted = Wanted(date, "", rule)
    search, asked = chosen(wanted, Lab("one", one), Lab("other", other))
    usable = [when for shelf in (one, other) for when, body in shelf.items() if body]
    every = {*one, *other}
    if not usable:
        assert search.choice is None
        assert search.outcome is MementosOutcome.ABSENT
        return
    assert search.choice.when == min(usable, key=wanted.rank)
    better = [when for when in every if wanted.rank(when) < wanted.rank(search.choice.when)]
    looks = [ask for ask in asked if isinstance(ask, Fetch)]
    assert len(looks) <= 2 * len(better) + 2
    assert len(search.candidates) == len(one) + len(other)
    assert wanted.distance(search.choice.when)


@given(days, dates.filter(bool))
def test_the_distance_in_words_and_in_days_tell_the_same(when, date):
    wanted = Wanted(date)
    days, words = wanted.distance_days(when), wanted.distance(when)
    start, end = date.bounds
    assert ("within" in words or words.startswith("on ")) == (start <= when < end)
    assert ("before" in words) == (days < 0) or words.startswith("on ") or days == 0
