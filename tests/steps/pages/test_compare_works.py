"""A work under other words, another work, and what is neither."""

import pytest

from cite.formats.page import page_of
from cite.steps.pages.compare_works import agreement, another_work, something_else
from cite.steps.pages.page_shape import shape_of_page
from tests.verifiers.stage import reference

URL = "http://journal.org/reports/ledger.html"
SENTENCE = "Buses will run every twenty minutes from May, the transport committee decided on Thursday, and fares stay as they are until the autumn. "


def page(title="Council approves timetable", body=SENTENCE * 2, head=""):
    source = f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><p>{body}</p></body></html>"
    return page_of(source.encode(), "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("cited", "fields", "there", "url"),
    [
        ("Directive 95/46/EC on personal data", {}, page("Richtlinie 95/46/EG"), URL),
        ("Landings of herring", {"doi": "10.5072/x.9"}, page(body="doi:10.5072/x.9"), URL),
        ("Night sinking", {"year": 2021, "month": 8, "day": 2}, page(head='<meta property="article:published_time" content="2021-08-02T18:10Z">'), URL),
        ("Sawmill licences", {"volume": "14", "number": "3", "year": 2008}, page("Vol. 14 No. 3 (2008)"), URL),
        ("Employment in processing", {}, page("fish_ca_main"), "http://stat.org/view/fish_ca_main"),
        ("Dozens missing in night sinking off cape", {}, page(), "http://n.org/dozens-missing-in-night-sinking-off-cape"),
    ],
)  # fmt: skip
def test_a_work_under_other_words_is_known(cited, fields, there, url):
    assert agreement(reference(url, cited, **fields), there, url)


@pytest.mark.parametrize(
    ("cited", "there", "url"),
    [
        ("The Ledger of Complaints", page(), URL),
        ("Annual report 1999", page("Report 1999"), "http://x.org/1999/report"),
        ("Dozens missing in night sinking", page(head='<meta name="author" content="Kyle">'), "http://n.org/dozens-missing-in-night-sinking"),
    ],
)  # fmt: skip
def test_a_year_or_a_word_agrees_with_anything(cited, there, url):
    assert (
        agreement(reference(url, cited, author=()), there, url) is None
        or "author" in there.html.meta
    )


def test_another_work_is_one_by_its_build():
    cited = reference(URL, "The Ledger of Complaints: Petition in a River Town")
    there = page(body=f"{SENTENCE * 2}</p><p>{SENTENCE * 3}</p><p>{SENTENCE * 2}")
    assert another_work(cited, there, shape_of_page(there.html), URL, alone=False)
    assert not something_else(cited, there, shape_of_page(there.html), URL, alone=False)


def test_a_shorter_text_is_another_work_only_where_no_other_address_gives_it():
    cited = reference(URL, "The Ledger of Complaints: Petition in a River Town")
    there = page()
    assert another_work(cited, there, shape_of_page(there.html), URL, alone=True)
    assert not another_work(cited, there, shape_of_page(there.html), URL, alone=False)


def test_a_few_words_are_quoted():
    cited = reference(URL, "The Ledger of Complaints: Petition in a River Town")
    there = page("Notice", "The bell is broken, please knock.")
    assert "please knock" in something_else(
        cited, there, shape_of_page(there.html), URL, alone=True
    )


def test_a_title_of_no_language_may_be_the_translation_of_a_page_in_another():
    there = page(
        "Planification de la sécurité",
        "Le plan est établi pour la ville et ses quartiers, avec les habitants, par des équipes qui sont formées dans les écoles. "
        * 3,
    )
    shape = shape_of_page(there.html)
    cited = reference(URL, "Sanitation Safety Planning Handbook")
    assert not another_work(cited, there, shape, URL, alone=True)
    assert another_work(
        reference(URL, "A Handbook of Sanitation Planning", langid="english"),
        page(),
        shape,
        URL,
        alone=True,
    )
