"""Where the address of a link stands in the source, over the runs that it is made of."""

import pytest

from cite.model.document import Anchor, Run
from cite.model.findings import Place
from cite.steps.reading.read_links import read_links


def run(text: str, node: int, start: int = 0) -> Run:
    return Run(text, anchor=Anchor(start, start + len(text), "text", node))


PLACES = {
    "one run": ([run("See http://a.example/x.", 1)], [(1, 4, 22)]),
    "two nodes": ([run("See http://a.exa", 1), run("mple/x now", 2)], [(1, 4, 16), (2, 0, 6)]),
    "two stretches of one node": (
        [run("See http://a.exa", 1), run("mple/x now", 1, 16)],
        [(1, 4, 22)],
    ),
    "after a run without words": ([run("", 1), run("http://a.example/x", 2)], [(2, 0, 18)]),
    "around a run without words": (
        [run("http://a.exa", 1), run("", 2), run("mple/x", 3)],
        [],
    ),
}


@pytest.mark.parametrize(("runs", "places"), PLACES.values(), ids=PLACES)
def test_an_address_stands_where_its_runs_do(runs, places):
    (link,), _ = read_links(runs, Place("article"), None)
    found = link.pieces or ((link.anchor,) if link.anchor else ())
    assert [(one.node, one.start, one.end) for one in found] == places


def test_each_of_many_addresses_stands_in_its_own_run():
    runs = [run(f"See http://a.example/{n} now. ", n) for n in range(500)]
    links, _ = read_links(runs, Place("article"), None)
    assert [link.anchor.node for link in links] == list(range(500))
