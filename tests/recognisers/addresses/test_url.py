"""Addresses in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.recognisers.addresses.url import clean, find_addresses


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See http://a.example/b.", ["http://a.example/b"]),
        ("(http://a.example/b_(c))", ["http://a.example/b_(c)"]),
        ("<http://a.example/b>, and", ["http://a.example/b"]),
        ("“http://a.example/b”", ["http://a.example/b"]),
        ("at www.IJM.org", ["http://www.IJM.org"]),
        ("doi:10.1000/xyz123.", ["https://doi.org/10.1000/xyz123"]),
        ("10.1000/xyz123", ["https://doi.org/10.1000/xyz123"]),
        ("http://a.example/b…", ["http://a.example/b"]),
        ("http://a.example/?a=1&amp;b=2", ["http://a.example/?a=1&b=2"]),
        ("no address, e.g. this one", []),
    ],
)
def test_an_address_ends_where_its_author_ended_it(text, urls):
    assert [found.url for found in find_addresses(text)] == urls


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://a.example:99999/",
        "http://a.example:80²/",
        f"http://a.example:{'9' * 5000}/",
        "http://a b/",
        "nonsense",
    ],
)
def test_what_is_no_address_has_a_fault_in_words(url):
    assert clean(url).fault


@given(st.text(max_size=200))
def test_cleaning_never_fails_and_cleaning_twice_changes_nothing(text):
    once = clean(text).url
    assert clean(once).url == once or clean(clean(once).url).url == clean(once).url
    list(find_addresses(text))
