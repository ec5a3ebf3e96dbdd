"""What an answer means for a link, and what earlier answers add to it."""

import pytest

from cite.model.evidence import Fault, Fetch, Manner, TlsFault
from cite.model.verdicts import LinkState
from cite.steps.consider import first_look, plain_look, second_look
from tests.verifiers.stage import URL, asked, days_ago, page, silence, verdict

TIMED_OUT = silence(Fault.READ_TIMEOUT, "no answer within 20 seconds")


def test_a_definite_answer_is_looked_at_twice():
    assert second_look(URL) in asked(page(404))
    assert second_look(URL) in asked(silence(Fault.NO_SUCH_NAME))
    assert second_look(URL) not in asked(page(200))


def test_a_server_that_asks_for_patience_is_not_asked_again_in_another_manner():
    assert second_look(URL) not in asked(page(429))
    assert second_look(URL) not in asked(page(503, retry_after="3600"))
    assert second_look(URL) in asked(page(503))


def test_a_second_look_in_a_browsers_manner_is_believed_where_it_gets_further():
    link = verdict(page(404), page(200, ask=second_look(URL)))
    assert link.state is LinkState.LIVE


def test_the_report_says_that_it_was_asked_twice():
    link = verdict(page(403), page(403, ask=second_look(URL)))
    assert link.state is LinkState.BLOCKED
    assert "browser's manner" in link.reasons[0]


@pytest.mark.parametrize("second", [403, 429, 503])
def test_of_two_answers_the_one_that_says_least_against_the_link_counts(second):
    link = verdict(page(404), page(second, ask=second_look(URL)))
    assert link.link_class == "unknown"


def test_silence_once_is_transient():
    link = verdict(TIMED_OUT)
    assert link.state is LinkState.TRANSIENT
    assert not link.suspected


def test_silence_twice_is_suspected_with_the_day_it_was_last_well():
    link = verdict(TIMED_OUT, history=[days_ago(9, 200), days_ago(2, fault=Fault.RESET)])
    assert link.state is LinkState.TRANSIENT
    assert link.suspected
    assert link.last_well == days_ago(9).at


def test_a_site_that_turns_programs_away_in_its_own_number_is_alive():
    looks = [days_ago(9, 999), days_ago(6, 999), days_ago(3, 999)]
    assert verdict(TIMED_OUT, history=looks).state is LinkState.TRANSIENT


def test_silence_three_times_over_five_days_is_death_and_says_since_when():
    looks = [days_ago(40, 200), days_ago(6, fault=Fault.READ_TIMEOUT), days_ago(3, 503)]
    link = verdict(TIMED_OUT, history=looks)
    assert link.state is LinkState.DEAD
    assert "3 times in a row since 27 April 2026" in link.reasons[0]
    assert "last seen well on 24 March 2026" in link.reasons[0]


@pytest.mark.parametrize(
    "looks",
    [
        [days_ago(1, fault=Fault.RESET), days_ago(0.5, fault=Fault.RESET)],
        [days_ago(9, fault=Fault.RESET), days_ago(6, 200), days_ago(1, fault=Fault.RESET)],
        [days_ago(9, fault=Fault.RESET), days_ago(6, 429), days_ago(1, fault=Fault.RESET)],
        [days_ago(9, fault=Fault.RESET)],
        [days_ago(9, fault=Fault.INTERRUPTED), days_ago(8, fault=Fault.INTERRUPTED)],
    ],
    ids=["too soon", "well in between", "alive in between", "too few", "never asked"],
)
def test_less_is_not_death(looks):
    assert verdict(TIMED_OUT, history=looks).state is LinkState.TRANSIENT


def test_a_server_that_asks_for_patience_for_months_is_alive():
    looks = [days_ago(n, 429) for n in (90, 60, 30)]
    assert verdict(page(429), history=looks).state is LinkState.TRANSIENT


def test_a_certificate_that_does_not_fit_is_said_with_the_reason():
    link = verdict(silence(Fault.TLS, "its certificate has expired", tls_fault=TlsFault.EXPIRED))
    assert link.state is LinkState.TLS_INVALID
    assert "expired" in link.reasons[0]


def test_a_plain_address_that_is_closed_is_asked_over_tls():
    closed = silence(Fault.CONNECTION_REFUSED)
    secure = "https://journal.org/reports/ledger.html"
    assert first_look(secure) in asked(closed, silence(Fault.CONNECTION_REFUSED))
    link = verdict(closed, silence(Fault.CONNECTION_REFUSED), [page(url=secure)])
    assert (link.state, link.replacement) == (LinkState.MOVED, secure)


def test_an_address_that_works_without_its_full_stop_is_given_without():
    url = f"{URL}."
    gone = page(404, url=url)
    link = verdict(gone, page(404, url=url, ask=second_look(url)), [page()], url=url)
    assert (link.state, link.replacement) == (LinkState.MOVED, URL)


def test_an_address_whose_other_spelling_is_gone_as_well_is_dead():
    url = f"{URL}."
    link = verdict(
        page(404, url=url), page(404, url=url, ask=second_look(url)), [page(404)], url=url
    )
    assert link.state is LinkState.DEAD


def test_the_secure_address_is_offered_where_the_site_leads_to_it():
    link = verdict(page(final="https://journal.org/reports/ledger.html"))
    assert (link.state, link.replacement) == (
        LinkState.LIVE,
        "https://journal.org/reports/ledger.html",
    )


@pytest.mark.parametrize(
    ("url", "asked_of"),
    [
        ("doi:10.5555/x", "https://doi.org/10.5555/x"),
        ("hdl:20.500/x", "https://hdl.handle.net/20.500/x"),
        ("arXiv:1999.00001", "https://arxiv.org/abs/1999.00001"),
        ("urn:nbn:de:101:1-2", "https://nbn-resolving.org/urn:nbn:de:101:1-2"),
    ],
)
def test_an_identifier_is_asked_of_its_resolver(url, asked_of):
    assert Fetch(asked_of, Manner.TOOL) in asked(url=url)


@pytest.mark.parametrize("scheme", ["mailto", "tel", "javascript", "data", "file", "ftp", "urn"])
def test_what_is_not_on_the_web_gets_a_proper_answer(scheme):
    link = verdict(silence(Fault.UNSUPPORTED_SCHEME, url=f"{scheme}:x"), url=f"{scheme}:x")
    assert link.state is LinkState.UNSUPPORTED
    assert "cannot be asked" not in link.reasons[0]


def test_a_link_not_asked_is_not_judged():
    link = verdict(silence(Fault.INTERRUPTED, "not judged: offline"))
    assert link.state is LinkState.NOT_JUDGED


def test_an_identifier_is_asked_without_tls_where_its_resolver_cannot_be_judged_over_it():
    doi = "doi:10.5555/ledger"
    unjudged = silence(Fault.INTERRUPTED, "not judged", url=doi)
    plain = plain_look(doi)
    assert plain in asked(unjudged, url=doi)
    answer = page(200, url="http://doi.org/10.5555/ledger", ask=plain)
    assert verdict(unjudged, others=[answer], url=doi).state is LinkState.LIVE


def test_an_answer_of_not_modified_to_no_condition_is_none():
    link = verdict(page(304, body=b""), page(304, body=b"", ask=second_look(URL)))
    assert link.state is LinkState.TRANSIENT


@pytest.mark.parametrize("status", [204, 205])
def test_nothing_to_show_is_nothing(status):
    link = verdict(page(status, body=b""), page(status, body=b"", ask=second_look(URL)))
    assert link.state is LinkState.SOFT_404


SCRIPTED = (
    b"<title>main.c</title><script src=/a.js></script><div id=%b></div><p id=x>" + b"word " * 90
)


@pytest.mark.parametrize(
    ("fragment", "root", "state"),
    [
        ("L20", b"y", LinkState.LIVE),
        ("L20-L31", b"y", LinkState.LIVE),
        ("issuecomment-1234", b"y", LinkState.LIVE),
        ("chapter-3", b"y", LinkState.FRAGMENT_MISSING),
        ("chapter-3", b"__next", LinkState.LIVE),
        ("chapter-3", b"root", LinkState.LIVE),
        ("x", b"y", LinkState.LIVE),
    ],
)
def test_places_that_scripts_make_are_not_missing(fragment, root, state):
    url = f"{URL}#{fragment}"
    assert verdict(page(200, SCRIPTED % root, url=url), url=url).state is state
