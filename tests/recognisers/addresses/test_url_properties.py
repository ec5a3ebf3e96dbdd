"""Addresses cleaned: what always holds, whatever is thrown at it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.recognisers.addresses import url as addresses
from cite.recognisers.addresses.url import clean, find_addresses

PIECES = st.sampled_from(
    ["http://", "https://", "www.", "doi:", "10.1000/", "<", ">", "“", "”", "&amp;", "&amp;amp;", "\\_", "\\\\", "\u00ad", "\u200b", ".", ",", ")", "(", "[", "]",
     "journal.org", "/a", "?q=1", "#part", " ", "%20", "%c3", "é", "漢", "@", ":80", "URL:", "htp:/", "://", "'", '"', "…"]
)  # fmt: skip
ANYTHING = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join))


@given(ANYTHING)
def test_cleaning_never_fails_and_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert clean(once.url).url == once.url


@given(ANYTHING | st.from_regex(addresses._PLAIN, fullmatch=True))
def test_an_address_that_is_known_to_be_plain_would_not_have_been_mended(text):
    assert clean(text) == addresses._mended(text)


@given(ANYTHING)
def test_an_address_found_is_where_it_is_said_to_be(text):
    for found in find_addresses(text):
        assert text[found.start : found.end] == found.shown


@given(st.from_regex(r"https?://[a-z]{1,9}\.org/[A-Za-z0-9_~+-]{0,20}(\?[a-z]=[a-z0-9]{1,9})?", fullmatch=True))  # fmt: skip
def test_a_sound_address_is_left_as_it_is(url):
    cleaned = clean(url)
    assert (cleaned.url, cleaned.repairs, cleaned.fault) == (url, (), "")


@given(
    st.from_regex(r"https://[a-z]{1,9}\.org/[a-z0-9/]{0,20}[a-z0-9]", fullmatch=True),
    st.sampled_from([".", ",", ";", ")", ".)", "”", "’.", "…", ">", "?!"]),
)
def test_the_sentence_around_an_address_is_no_part_of_it(url, end):
    [found] = find_addresses(f"See {url}{end} Then more.")
    assert found.url == url


@pytest.mark.parametrize(
    ("given_as", "meant"),
    [
        ("htp://journal.org/x", "http://journal.org/x"),
        ("http//journal.org/x", "http://journal.org/x"),
        ("https//journal.org/x", "https://journal.org/x"),
        ("https;//journal.org/x", "https://journal.org/x"),
        ("http:/journal.org/x", "http://journal.org/x"),
        ("http:\\\\journal.org/x", "http://journal.org/x"),
        ("ttp://journal.org/x", "http://journal.org/x"),
        ("ttps://journal.org/x", "https://journal.org/x"),
        ("hxxp://journal.org/x", "http://journal.org/x"),
        ("http://http://journal.org/x", "http://journal.org/x"),
        ("http://https://journal.org/x", "https://journal.org/x"),
        ("<http://journal.org/x>", "http://journal.org/x"),
        ("<URL:http://journal.org/x>", "http://journal.org/x"),
        ("“http://journal.org/x”", "http://journal.org/x"),
        ("//journal.org/x", "https://journal.org/x"),
        ("journal.test/x", "http://journal.test/x"),
        ("http://journal.org/?a=1&amp;amp;b=2", "http://journal.org/?a=1&b=2"),
    ],
)
def test_a_slip_that_is_plain_is_mended_and_said(given_as, meant):
    cleaned = clean(given_as)
    assert (cleaned.url, cleaned.fault) == (meant, "")
    assert cleaned.repairs


@pytest.mark.parametrize(
    "address", ["HTTP://Journal.ORG/x", "www.journal.org", "10.1000/x", "doi:10.1000/x", "https://journal.org/Ledger_(law)", "urn:isbn:9783161484100"]
)  # fmt: skip
def test_custom_is_no_slip(address):
    assert not clean(address).repairs


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "http:///x",
        "http://a..org/x",
        "http://exa mple.org/x",
        "http://h:99999/x",
        "http://[::1/x",
        "words",
        "ISBN 978-3-16-148410-0",
    ],
)
def test_what_is_no_address_is_said_to_be_none_with_the_reason(address):
    assert clean(address).fault


def test_cleaning_takes_time_in_proportion():
    def seconds(length):
        begun = time.process_time()
        for text in (
            "http://" * length,
            "&amp;" * length,
            "<" * length + ">" * length,
            "\\_" * length,
            "(" * length,
        ):
            clean(text)
            list(find_addresses(text))
        return time.process_time() - begun

    assert seconds(8_000) < 40 * max(seconds(1_000), 0.005)
