"""Whatever part of a long list is under way is of many hosts, as all of it is."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from cite.effects.gathering.spread import spread
from tests.effects.asking import reference


def hosts(references):
    return [one.links[0].url.split("/")[2] for one in references]


@given(st.lists(st.sampled_from("aaaaabbc"), min_size=1, max_size=60))
def test_every_host_is_spread_evenly_over_the_whole_and_nothing_is_lost(names):
    listed = [reference(f"http://{name}.example/{n}") for n, name in enumerate(sorted(names))]
    order = spread(listed)
    assert sorted(order, key=lambda one: one.key) == sorted(listed, key=lambda one: one.key)
    whole = Counter(hosts(listed))
    for at in range(1, len(order) + 1):
        for host, count in Counter(hosts(order[:at])).items():
            assert abs(count - whole[host] * at / len(order)) <= 1 + len(whole) / 2


def test_what_is_of_one_host_stays_in_its_order():
    listed = [reference(f"http://a.example/{n}") for n in range(9)]
    assert list(spread(listed)) == listed


def test_a_reference_without_an_address_is_not_left_out():
    bare = reference("http://a.example/")
    assert len(spread([bare, type(bare)("x", bare.entry)])) == 2
