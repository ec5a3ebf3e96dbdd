"""Requests, answers and seconds, host by host."""

from datetime import UTC, datetime

import pytest

from cite.model.evidence import Fault, Fetch, Fetched, Hop, Unreachable
from cite.steps.tally import Tally, host_of

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def fetched(*hops, attempts=1):
    ask = Fetch(hops[0].url)
    return Fetched(ask, NOW, hops[-1].status, (), hops, attempts=attempts)


def silent(url, fault, attempts=1, *hops):
    return Unreachable(Fetch(url), NOW, fault, "", hops, attempts=attempts)


def figures(*answers):
    tally = Tally()
    for answer in answers:
        tally.hear(answer)
    return {one.host: one for one in tally.figures()}


def test_each_request_of_a_chain_counts_for_its_own_host():
    one = fetched(
        Hop("http://a.example/x", 301, "http://b.example/"), Hop("http://b.example/", 200)
    )
    by_host = figures(one)
    assert by_host["a.example"].answers == {"3xx": 1}
    assert by_host["b.example"].answers == {"2xx": 1}


def test_repeats_refusals_and_429s_are_told_apart():
    host = figures(
        fetched(Hop("http://a.example/", 429), attempts=3),
        silent("http://a.example/2", Fault.CONNECTION_REFUSED),
        silent("http://a.example/3", Fault.READ_TIMEOUT, 2),
        fetched(Hop("http://a.example/4", 503)),
    )["a.example"]
    assert host.answers == {"4xx": 1, "5xx": 1, "none": 2}
    assert (host.requests, host.repeats, host.refused, host.too_many) == (7, 3, 1, 1)


def test_a_status_that_http_has_not_is_counted_apart():
    host = figures(fetched(Hop("http://a.example/", 999)), silent("http://a.example/", Fault.RESET))["a.example"]  # fmt: skip
    assert host.answers == {"odd": 1, "none": 1}


def test_the_seconds_are_the_median_and_what_nineteen_of_twenty_stay_within():
    hops = [fetched(Hop("http://a.example/", 200, elapsed=n / 100)) for n in range(101)]
    host = figures(*hops)["a.example"]
    assert host.median == pytest.approx(0.5) and host.p95 == pytest.approx(0.95)
    (alone,) = figures(fetched(Hop("http://a.example/", 200, elapsed=0.25))).values()
    assert alone.median == alone.p95 == 0.25
    (none,) = figures(silent("http://a.example/", Fault.NO_SUCH_NAME)).values()
    assert none.median is None


def test_what_was_not_asked_counts_nowhere():
    assert not figures(silent("http://a.example/", Fault.LEFT_ALONE))


def test_hosts_asked_most_often_come_first():
    answers = [fetched(Hop(f"http://{host}.example/", 200)) for host in "abbccc"]
    assert list(figures(*answers)) == ["c.example", "b.example", "a.example"]


@pytest.mark.parametrize(
    ("url", "host"),
    [("http://me:secret@A.example:8080/x", "a.example:8080"), ("http://[::1/", ""), ("mailto:x", "")],
)  # fmt: skip
def test_a_host_is_told_without_its_user(url, host):
    assert host_of(url) == host
