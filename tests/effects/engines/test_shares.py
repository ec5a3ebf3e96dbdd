"""Hosts are shared out by who registered their domains, the longest backlog first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.effects.engines.shares import Shares, allotted, registrable_domain

DOMAINS = {
    "www.journal.example": "journal.example",
    "archive.JOURNAL.example.": "journal.example",
    "a.b.c.ac.uk": "c.ac.uk",
    "someone.github.io": "someone.github.io",
    "ac.uk": "ac.uk",
    "localhost": "127.0.0.1",
    "127.0.0.1": "127.0.0.1",
    "2130706433": "127.0.0.1",
    "[::1]".strip("[]"): "::1",
    "www.bücher.example": "xn--bcher-kva.example",
    "www.xn--bcher-kva.example": "xn--bcher-kva.example",
    "例子.中国": "xn--fsqu00a.xn--fiqs8s",
    "": "",
}


@pytest.mark.parametrize("host", DOMAINS)
def test_a_host_belongs_to_the_domain_that_somebody_registered(host):
    assert registrable_domain(host) == DOMAINS[host]


def test_all_hosts_of_a_domain_are_one_shards_in_any_spelling():
    shares = Shares(8, [f"http://www.journal{n}.example/{n}" for n in range(100)])
    for n in range(100):
        names = (f"www.journal{n}.example", f"A.B.JOURNAL{n}.example.", f"journal{n}.example")
        assert len({shares.owner(name) for name in names}) == 1


BACKLOGS = st.dictionaries(st.text("abc", min_size=1), st.integers(1, 1000), min_size=1)


@given(BACKLOGS, st.integers(1, 9))
def test_no_shard_has_much_more_than_it_must(backlog, count):
    owners = allotted(backlog, count)
    assert owners.keys() == backlog.keys()
    loads = [0] * count
    for domain, shard in owners.items():
        loads[shard] += backlog[domain]
    # Graham 1969: at most 4/3 - 1/(3m) of the best there is, which is no less than either of these.
    best = max(max(backlog.values()), sum(backlog.values()) / count)
    two_of_one = sorted(backlog.values(), reverse=True)[count : count + 1]
    best = max(best, 2 * two_of_one[0] if two_of_one else 0)
    assert max(loads) <= best * (4 / 3 - 1 / (3 * count)) + 1e-9


def test_a_domain_that_nobody_listed_is_whose_that_meets_it_and_stays_so():
    shares = Shares(3, ["http://a.example/"])
    assert shares.owner("met.example", met_by=2) == 2
    assert shares.owner("www.met.example", met_by=0) == 2
    assert {shares.owner(f"new{n}.example") for n in range(9)} == {0, 1, 2}


def test_a_domain_that_is_more_than_a_fair_share_is_named():
    few = [f"http://host{n}.example/" for n in range(40)]
    giant = [f"http://www.giant.example/{n}" for n in range(60)]
    assert Shares(4, few).unsplit is None
    assert Shares(4, [*few, *giant]).unsplit == ("giant.example", 0.6)
    assert Shares(4, giant).unsplit is None, "one domain alone is no surprise"
    assert Shares(4).unsplit is None
