"""Addresses are looked at rarely while they live, soon when they fail, less and less once they are gone."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.evidence import Fault, Look
from cite.steps.watching import Budget, News, Rhythm, Watched, choose, due, in_all, news

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PLENTY = Budget(1000, 1000)
ON_TIME = Rhythm(early=timedelta(0), spread=0.0)


def looks(what, last=NOON):
    """A look a day up to the last: `w` well, `g` gone, `f` failed, `c` closed to programs."""
    kinds = {"w": (200, None), "g": (404, None), "f": (None, Fault.READ_TIMEOUT), "c": (403, None)}
    return tuple(Look(last - DAY * (len(what) - 1 - n), *kinds[one]) for n, one in enumerate(what))


@pytest.mark.parametrize(
    ("history", "days"),
    [
        ("w", 7), ("ww", 14), ("www", 28), ("wwwwwwww", 28), ("gw", 7),
        ("wf", 1), ("wfff", 1), ("wffffff", 1), ("wfffffff", 2), ("f" * 40, 64),
        ("wg", 1), ("wgg", 2), ("wggg", 4), ("g" * 40, 64), ("fg", 1),
        ("wc", 7), ("wcc", 14), ("cccccc", 28), ("cw", 7), ("cf", 1),
    ],
)  # fmt: skip
def test_the_next_look_follows_from_those_before(history, days):
    assert due(looks(history), ON_TIME) == NOON + days * DAY


def test_a_run_at_the_same_hour_each_day_is_never_a_few_minutes_short():
    assert due(looks("wf")) < NOON + DAY - timedelta(hours=1)
    assert due(looks("wf")) > NOON + timedelta(hours=12)


@pytest.mark.parametrize(
    ("status", "fault", "what"),
    [
        (200, None, News.WELL), (301, None, News.WELL), (410, None, News.GONE), (403, None, News.CLOSED),
        (451, None, News.CLOSED), (999, None, News.CLOSED), (429, None, News.SILENT), (503, None, News.SILENT),
        (None, Fault.NO_SUCH_NAME, News.GONE), (None, Fault.TLS, News.GONE), (None, Fault.RESET, News.SILENT),
        (None, Fault.CONNECTION_REFUSED, News.SILENT), (None, Fault.UNSUPPORTED_SCHEME, News.CLOSED),
        (None, Fault.REDIRECT_LOOP, News.GONE),
    ],
)  # fmt: skip
def test_what_a_look_says_of_a_page(status, fault, what):
    assert news(Look(NOON, status, fault)) is what


def test_a_page_that_opens_to_a_browser_is_well_whatever_programs_are_told():
    first = (Look(NOON, 403), Look(NOON + DAY, 403), Look(NOON + 2 * DAY, 200))
    a_moment = timedelta(seconds=2)
    second = (Look(NOON - DAY, 200), Look(NOON + a_moment, 200), Look(NOON + DAY + a_moment, 403))
    assert [(one.at, one.status) for one in in_all(first, second)] == [
        (NOON, 200), (NOON + DAY, 403), (NOON + 2 * DAY, 200),
    ]  # fmt: skip
    assert in_all((), second) == ()
    assert in_all(first, ()) == first


def test_what_was_never_looked_at_is_due_at_once():
    assert due(()) is None
    assert choose([Watched("u", "h")], NOON, PLENTY) == ("u",)


def test_what_fails_goes_before_what_is_new_and_that_before_what_is_known():
    old = NOON - 100 * DAY
    watched = [
        Watched("live", "a", looks("w", old)),
        Watched("new", "b"),
        Watched("failing", "c", looks("wf", NOON - 2 * DAY)),
        Watched("not due", "d", looks("w", NOON - DAY)),
    ]
    assert choose(watched, NOON, PLENTY) == ("failing", "new", "live")
    assert choose(watched, NOON, Budget(2, 9)) == ("failing", "new")


def test_a_run_that_was_stopped_goes_on_within_the_same_budget():
    watched = [Watched(f"u{n}", f"h{n % 2}") for n in range(10)]
    first = choose(watched, NOON, Budget(6, 2))
    assert first == ("u0", "u1", "u2", "u3")
    after = [
        Watched(one.url, one.host, looks("w") if one.url in first[:3] else ()) for one in watched
    ]
    assert choose(after, NOON + timedelta(hours=1), Budget(6, 2)) == ("u3",)
    assert choose(after, NOON + DAY, Budget(6, 2)) == ("u3", "u4", "u5", "u6")


@given(
    st.lists(st.tuples(st.text("wgf", max_size=9), st.integers(0, 3)), max_size=30),
    st.integers(0, 9),
    st.integers(1, 4),
)
def test_no_budget_is_ever_exceeded_and_nothing_is_looked_at_before_its_time(all_of, most, each):
    watched = [
        Watched(f"u{n}", f"h{host}", looks(what, NOON - 3 * DAY))
        for n, (what, host) in enumerate(all_of)
    ]
    by_url = {one.url: one for one in watched}
    chosen = choose(watched, NOON, Budget(most, each))
    hosts = [by_url[url].host for url in chosen]
    assert len(chosen) <= most and all(hosts.count(host) <= each for host in hosts)
    assert all((due(by_url[url].looks) or NOON) <= NOON for url in chosen)


def looks_of_a_year(rhythm):
    """On which days of a year an address that always lives is looked at."""
    seen, days = (), []
    for day in range(365):
        now = NOON + day * DAY
        if choose([Watched("u", "h", seen)], now, PLENTY, rhythm):
            seen, days = (*seen, Look(now + timedelta(seconds=day), 200)), [*days, day]
    return days


def test_an_address_that_lives_takes_some_fifteen_looks_a_year():
    assert len(looks_of_a_year(ON_TIME)) == 14
    assert 13 <= len(looks_of_a_year(Rhythm())) <= 17


def test_what_was_first_seen_on_one_day_is_not_due_on_one_day_for_ever():
    looks = [(Look(NOON + timedelta(seconds=n), 200),) * 3 for n in range(1000)]
    waits = Counter((due(one) - one[-1].at).days for one in looks)
    assert min(waits) >= 20 and max(waits) <= 35
    assert max(waits.values()) < 2 * min(waits[day] for day in range(21, 34))
