"""Gathering: each address asked once a run, judged as soon as all is known, and no page held longer than needed."""

import pytest

from cite.effects.store.store import Store
from cite.model.evidence import Fetch
from cite.model.options import Options
from tests.effects.asking import gathered
from tests.web.server import answer


class Asks:
    """A verifier that wants the cited address, then those that follow from it."""

    name = "asks"
    codes = ()

    def __init__(self, then=()):
        self._then = then

    def asks(self, reference, evidence):
        first = Fetch(reference.links[0].url)
        yield first
        if evidence.get(first) is not None:
            for url in self._then:
                yield Fetch(url)

    def weigh(self, reference, evidence):
        return ()


@pytest.fixture
def pages(loopback):
    loopback.behaviours["/gather*"] = answer("<title>Gathered</title>")
    del loopback.asked[:]
    return loopback


def times(web, path):
    return sum(asked == path for asked in web.asked)


def test_an_address_cited_with_several_fragments_is_asked_once(pages, tmp_path):
    urls = [pages.url(f"/gather{part}") for part in ("", "#one", "#two", "")]
    seen, _ = gathered(tmp_path, urls, [Asks()])
    assert times(pages, "/gather") == 1
    assert seen[urls[1]][Fetch(urls[1])].url == urls[1]


def test_what_several_references_want_later_is_asked_once(pages, tmp_path):
    beside = pages.url("/gather-beside")
    urls = [pages.url(f"/gather{n}") for n in range(30)]
    seen, _ = gathered(tmp_path, urls, [Asks((beside,))], per_host=1, max_age=Options().max_age * 0)
    assert times(pages, "/gather-beside") == 1
    assert all(seen[url][Fetch(beside)].body for url in urls)


def test_a_page_is_forgotten_once_nobody_wants_it(pages, tmp_path):
    _, end = gathered(tmp_path, [pages.url(f"/gather{n}") for n in range(5)], [Asks()])
    assert end.evidence.answers == {}
    assert end.requests == 6  # robots.txt is one


def test_a_second_run_asks_nobody(pages, tmp_path):
    urls = [pages.url(f"/gather{n}") for n in range(5)]
    gathered(tmp_path, urls, [Asks()])
    del pages.asked[:]
    seen, end = gathered(tmp_path, urls, [Asks()])
    assert (pages.asked, end.requests) == ([], 0)
    assert all(seen[url][Fetch(url)].body for url in urls)
    assert {ask.url for ask in end.from_store} == set(urls)


class Whole:
    """A verifier that wants the page as usual, and then all of it."""

    name = "whole"
    codes = ()
    limit = 40_000_000

    def asks(self, reference, evidence):
        first = Fetch(reference.links[0].url)
        yield first
        if evidence.get(first) is not None:
            yield Fetch(first.url, body_limit=self.limit)

    def weigh(self, reference, evidence):
        return ()


LONG = b"<title>Long</title>" + b"word " * 700_000
"""Longer than a page is read as a rule, and than is kept of one."""


def whole(url):
    return Fetch(url, body_limit=Whole.limit)


def test_a_verifier_that_asks_for_all_of_a_page_gets_all_of_it_today_and_from_the_store(
    pages, tmp_path
):
    pages.behaviours["/gather-long"] = answer(LONG)
    url = pages.url("/gather-long")
    seen, _ = gathered(tmp_path, [url], [Whole()])
    assert seen[url][Fetch(url)].truncated
    assert (seen[url][whole(url)].body, seen[url][whole(url)].truncated) == (LONG, False)
    seen, end = gathered(tmp_path, [url], [Whole()], offline=True)
    assert (seen[url][whole(url)].body, end.requests) == (LONG, 0)


def test_a_page_that_was_had_whole_is_not_fetched_again_for_who_wants_all_of_it(pages, tmp_path):
    url = pages.url("/gather-short")
    seen, _ = gathered(tmp_path, [url], [Whole()])
    assert times(pages, "/gather-short") == 1
    assert seen[url][whole(url)].body == seen[url][Fetch(url)].body


def test_of_a_page_kept_in_part_the_rest_is_kept_when_it_is_wanted(pages, tmp_path):
    page = LONG[:1_500_000]  # read whole as a rule, and kept in part
    pages.behaviours["/gather-middling"] = answer(page)
    url = pages.url("/gather-middling")
    gathered(tmp_path, [url], [Asks()])
    seen, _ = gathered(tmp_path, [url], [Whole()])
    assert len(seen[url][Fetch(url)].body) < len(page)
    assert seen[url][whole(url)].body == page
    seen, _ = gathered(tmp_path, [url], [Whole()], offline=True)
    assert seen[url][whole(url)].body == page


def test_what_is_served_again_from_the_store_is_not_kept_as_if_it_were_new(pages, tmp_path):
    url = pages.url("/gather-short")
    gathered(tmp_path, [url], [Asks()])
    seen, _ = gathered(tmp_path, [url], [Whole()], offline=True)
    assert seen[url][whole(url)].body == seen[url][Fetch(url)].body
    with Store.open(tmp_path) as store:
        assert set(store.answers.latest([Fetch(url), whole(url)])) == {Fetch(url)}
