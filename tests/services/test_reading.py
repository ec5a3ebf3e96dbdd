"""Records of indexes read: recorded answers where they stand beside the checkout, and whatever strangers send."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.evidence import Fetched, Hop
from cite.model.indexes import FindWork, LookupOutcome
from cite.model.options import Options, ServiceSettings
from cite.model.verdicts import WorkStatus
from cite.model.works import WorkKind
from cite.pipeline import indexes
from cite.services import crossref, datacite, open_library, openalex
from cite.services.answers import IndexSettings, pool_of, told_by_headers
from cite.steps.works.retractions import standing

NOW = datetime(2026, 11, 24, tzinfo=UTC)
EVERY = indexes(
    Options(services=(ServiceSettings("openalex", key="k"),), contact="editor@example.org")
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        "status message items DOI title author family given issued date-parts type data attributes titles docs results id update-to updated-by container RA".split()
    ), inner, max_size=5),
    max_leaves=24,
)  # fmt: skip


def fetched(ask, body, status=200, **headers):
    return Fetched(
        ask,
        NOW,
        status,
        tuple((k.replace("_", "-"), v) for k, v in headers.items()),
        (Hop(ask.url, status),),
        body,
    )


def message(shared, name):
    value = json.loads((shared / "data/crossref/retractions" / name).read_text("utf-8"))
    return value.get("message", value)


@pytest.mark.parametrize(
    ("name", "status", "notice"),
    [
        ("compare_crossref_wakefield_retracted.json", WorkStatus.RETRACTED, False),
        ("compare_crossref_wakefield_notice.json", WorkStatus.NONE, True),
        ("compare_crossref_expression_of_concern.json", WorkStatus.CONCERN, False),
        ("compare_crossref_partial_retraction.json", WorkStatus.CORRECTED, False),
        ("crossref_reciprocal_retracted_paper.json", WorkStatus.RETRACTED, False),
        ("crossref_reciprocal_retraction_notice.json", WorkStatus.NONE, True),
        ("names_crossref_mojibake_author_list.json", WorkStatus.NONE, False),
    ],
)
def test_recorded_works_stand_as_they_stand(shared, name, status, notice):
    work = crossref.work_of(message(shared, name))
    stands = standing(work, work.identifier)
    assert (stands.status, stands.is_notice) == (status, notice)


def test_sources_that_disagree_are_both_told(shared):
    work = crossref.work_of(message(shared, "crossref_reciprocal_retracted_paper.json"))
    stands = standing(work, work.identifier)
    assert stands.disputed
    assert any("retraction-watch" in line for line in stands.words) and any(
        "publisher" in line for line in stands.words
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [("datacite_arxiv_preprint.json", WorkKind.PREPRINT), ("datacite_organizational_creator.json", WorkKind.DATASET), ("datacite_journal_article.json", WorkKind.ARTICLE)],
)  # fmt: skip
def test_recorded_data_sets_and_preprints_are_what_they_are(shared, name, kind):
    value = json.loads((shared / "data/crossref/retractions" / name).read_text("utf-8"))
    work = datacite.work_of(value["data"]["attributes"] if "data" in value else value)
    assert work.kind is kind and work.titles and work.authors and work.years


@pytest.mark.parametrize("name", EVERY)
@given(value=JSON)
def test_whatever_an_index_sends_is_read_or_said_to_be_unreadable(name, value):
    service = EVERY[name]
    for ask in (
        FindWork("", name, doi="10.5555/x"),
        FindWork("", name, query="moreau tides", title="tides", author="moreau"),
    ):
        request = service.next_fetch(ask, ())
        read = service.read(ask, (fetched(request, json.dumps(value).encode()),), NOW)
        assert read.outcome in LookupOutcome
        assert (read.outcome is LookupOutcome.FOUND) == bool(read.works or read.agency)


@given(value=JSON)
def test_any_record_becomes_a_work(value):
    for work_of in (crossref.work_of, datacite.work_of, open_library.work_of, openalex.work_of):
        assert work_of(value) is not None


def test_a_doi_with_a_comma_or_a_slash_is_asked_whole():
    request = EVERY["crossref"].next_fetch(FindWork("", "crossref", doi="10.1000/a,b/(c)"), ())
    assert "/works/10.1000%2Fa%2Cb%2F%28c%29?mailto=" in request.url and "filter" not in request.url


def test_a_mail_address_is_given_to_the_polite_pool_and_to_no_other():
    web = indexes(Options(contact="https://example.org/contact"))
    assert "mailto" not in web["crossref"].next_fetch(FindWork("", "crossref", query="x"), ()).url
    assert (
        "mailto=editor%40example.org"
        in EVERY["crossref"].next_fetch(FindWork("", "crossref", query="x"), ()).url
    )
    assert EVERY["crossref"].per_minute > web["crossref"].per_minute


def test_what_was_asked_is_told_without_keys_and_addresses():
    service = EVERY["openalex"]
    ask = FindWork("", "openalex", doi="10.5555/x")
    request = service.next_fetch(ask, ())
    read = service.read(ask, (fetched(request, b"oops", 500),), NOW)
    assert "api_key" in request.url and "api_key" not in " ".join(read.via)


def test_openalex_is_asked_only_by_who_has_a_key():
    assert "openalex" not in indexes(Options())


def settings(base):
    return IndexSettings("crossref", base, "Crossref")


def test_the_pace_is_what_the_answers_say_and_the_slowest_of_them():
    first = pool_of(settings("https://api.example.org"), 60, 1)
    ask = EVERY["crossref"].next_fetch(FindWork("", "crossref", query="x"), ())
    fast = fetched(ask, b"", x_rate_limit_limit="10", x_rate_limit_interval="1s")
    slow = fetched(ask, b"", x_rate_limit_limit="1", x_rate_limit_interval="1s")
    told = told_by_headers(first, first, fast)
    assert told.per_minute == pytest.approx(480)
    told = told_by_headers(first, told, slow)
    assert told.per_minute == pytest.approx(48)
    assert told_by_headers(first, told, fast).per_minute == pytest.approx(48)
    assert told_by_headers(first, told, fetched(ask, b"", x_rate_limit_limit="lots")) == told


def test_a_server_of_ones_own_has_no_pace_until_it_says_one():
    pool = pool_of(settings("http://127.0.0.1:8080/x"), 60, 1)
    assert pool.per_minute is None
    ask = EVERY["crossref"].next_fetch(FindWork("", "crossref", query="x"), ())
    told = told_by_headers(
        pool, pool, fetched(ask, b"", x_rate_limit_limit="5", x_rate_limit_interval="1s")
    )
    assert told.per_minute == pytest.approx(240)
