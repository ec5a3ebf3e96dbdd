"""Gathering: each address asked once a run, judged as soon as all is known, and no page held longer than needed."""

import asyncio

import pytest

from cite.effects.gather import Gatherer
from cite.effects.store.store import Store
from cite.effects.web.web import Web
from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.evidence import Fetch
from cite.model.options import Options
from cite.model.references import Reference
from tests.effects.asking import LOOPBACK
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


def reference(url):
    entry = Entry("online", {"url": url}, url)
    return Reference(url, entry, (Link(url, url, url, Span(0, len(url))),))


def gathered(folder, urls, then=(), **options):
    """What was known of each reference when it was concluded, and the gatherer's last word."""
    seen = {}
    settings = Options(**{**LOOPBACK, **options})

    def conclude(one, evidence):
        seen[one.key] = dict(evidence.answers)

    async def main():
        with Store.open(folder) as store:
            async with Web(settings) as web:
                gatherer = Gatherer(settings, store, web, (Asks(then),), {})
                return await gatherer.gather([reference(url) for url in urls], None, conclude)

    return seen, asyncio.run(main())


@pytest.fixture
def pages(loopback):
    loopback.behaviours["/gather*"] = answer("<title>Gathered</title>")
    del loopback.asked[:]
    return loopback


def times(web, path):
    return sum(asked == path for asked in web.asked)


def test_an_address_cited_with_several_fragments_is_asked_once(pages, tmp_path):
    urls = [pages.url(f"/gather{part}") for part in ("", "#one", "#two", "")]
    seen, _ = gathered(tmp_path, urls)
    assert times(pages, "/gather") == 1
    assert seen[urls[1]][Fetch(urls[1])].url == urls[1]


def test_what_several_references_want_later_is_asked_once(pages, tmp_path):
    beside = pages.url("/gather-beside")
    urls = [pages.url(f"/gather{n}") for n in range(30)]
    seen, _ = gathered(tmp_path, urls, (beside,), per_host=1, max_age=Options().max_age * 0)
    assert times(pages, "/gather-beside") == 1
    assert all(seen[url][Fetch(beside)].body for url in urls)


def test_a_page_is_forgotten_once_nobody_wants_it(pages, tmp_path):
    _, end = gathered(tmp_path, [pages.url(f"/gather{n}") for n in range(5)])
    assert end.answers == {}
    assert end.requests == 6  # robots.txt is one


def test_a_second_run_asks_nobody(pages, tmp_path):
    urls = [pages.url(f"/gather{n}") for n in range(5)]
    gathered(tmp_path, urls)
    del pages.asked[:]
    seen, end = gathered(tmp_path, urls)
    assert (pages.asked, end.requests) == ([], 0)
    assert all(seen[url][Fetch(url)].body for url in urls)
    assert {ask.url for ask in end.from_store} == set(urls)
