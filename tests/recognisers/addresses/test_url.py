"""Addresses in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.recognisers.addresses.url import clean, find_addresses, same_address


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
        ("http://a.example/b، x", ["http://a.example/b"]),
        ("http://a.example/b؛", ["http://a.example/b"]),
        ("http://a.example/b।", ["http://a.example/b"]),
        ("http://a.example/b።", ["http://a.example/b"]),
        ("http://a.example/b｡", ["http://a.example/b"]),
        ("http://a.example/b.†", ["http://a.example/b"]),
        ("http://a.example/b¹²", ["http://a.example/b"]),
        ("http://a.example/b.↩︎", ["http://a.example/b"]),
        ("http://a.exa\u00admple/b\u200bc", ["http://a.example/bc"]),
        ("\u202ahttp://a.example/b\u202c.", ["http://a.example/b"]),
        ("http://a.ex\u2060ample/b", ["http://a.example/b"]),
        ("https://ja.wikipedia.org/wiki/日本、", ["https://ja.wikipedia.org/wiki/日本"]),
        (
            "https://de.wikipedia.org/wiki/Köln_(Stadt).",
            ["https://de.wikipedia.org/wiki/Köln_(Stadt)"],
        ),
        (
            "https://fa.wikipedia.org/wiki/می\u200cشود.",
            ["https://fa.wikipedia.org/wiki/می\u200cشود"],
        ),
        ("DOI 10.1000/xyz123", ["https://doi.org/10.1000/xyz123"]),
        ("DOI: 10.1000/xyz", ["https://doi.org/10.1000/xyz"]),
        ("doi.org/10.1000/xyz", ["http://doi.org/10.1000/xyz"]),
        (
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.",
            [
                "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
            ],
        ),
        ("(doi:10.1000/xyz)", ["https://doi.org/10.1000/xyz"]),
        (
            "bit.ly/2abc and t.co/x and youtu.be/abc",
            ["http://bit.ly/2abc", "http://t.co/x", "http://youtu.be/abc"],
        ),
        ("main.py/func or README.md/x or and/or or e.g./i.e. p.m./a.m.", []),
        ("https://[agency].gov/x", ["https://[agency].gov/x"]),
        ("https://{agency}.gov", ["https://{agency}.gov"]),
        ("https://<agency>.gov/x.", ["https://<agency>.gov/x"]),
        ("https://api.example/{id}.", ["https://api.example/{id}"]),
        ("<http://a.example/b>", ["http://a.example/b"]),
        (
            "https://en.wikipedia.org/wiki/Schindler’s_List",
            ["https://en.wikipedia.org/wiki/Schindler’s_List"],
        ),
        ("http://a.example’s page", ["http://a.example"]),
        ("‘http://a.example/b’", ["http://a.example/b"]),
        ("http://a.example/a;http://b.example/c", ["http://a.example/a", "http://b.example/c"]),
        ("https://a.example/x–https://b.example/y", ["https://a.example/x", "https://b.example/y"]),
        ("(https://a.example/z)and", ["https://a.example/z"]),
        ("http://a.example/b&gt;.", ["http://a.example/b"]),
        ("http://a.example/b&quot;", ["http://a.example/b"]),
        ("http://a.example/b.pdf.Accessed 3 May", ["http://a.example/b.pdf"]),
        ("http://a.example/b.html(accessed 3 May)", ["http://a.example/b.html"]),
        ("http://a.example/b[accessed 3 May 2010].", ["http://a.example/b"]),
        ("http://a.example/b?f[a]=1&g[]=2 is one", ["http://a.example/b?f[a]=1&g[]=2"]),
        (
            "https://web.archive.org/web/2010/http://x.example/y.",
            ["https://web.archive.org/web/2010/http://x.example/y"],
        ),
        ("http://a.example/?u=http://b.example/c", ["http://a.example/?u=http://b.example/c"]),
        ("http://a.example/x?a[]=1&b=2.", ["http://a.example/x?a[]=1&b=2"]),
        ("[http://a.example/b](http://a.example/b)", ["http://a.example/b", "http://a.example/b"]),
        (
            "https://a.example/{8A2F1234-AAAA-BBBB-CCCC-123456789012}/x",
            ["https://a.example/{8A2F1234-AAAA-BBBB-CCCC-123456789012}/x"],
        ),
        ("http://a.example/foo_(bar)_baz).", ["http://a.example/foo_(bar)_baz"]),
        ("http://a.example/a,b;c=d,", ["http://a.example/a,b;c=d"]),
        ("http://a.example/~user/", ["http://a.example/~user/"]),
        ("see www.a.example/b_c_.", ["http://www.a.example/b_c"]),
        (
            "http://a.example/b–c and http://a.example/d—",
            ["http://a.example/b–c", "http://a.example/d"],
        ),
        ("http://a.example/x\\_y\\_z", ["http://a.example/x_y_z"]),
        ("http://a.example/x\\\\_y", ["http://a.example/x_y"]),
        ("FTP://a.example/b", ["FTP://a.example/b"]),
        ("http://a.example", ["http://a.example"]),
        ("http://www.a.example.", ["http://www.a.example"]),
        ("mail foo@www.a.example or mailto:x@y.example/z", []),
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


@pytest.mark.parametrize(
    "pattern",
    [
        "https://[agency].gov/x",
        "https://{agency}.gov",
        "https://<agency>.gov/x",
        "https://a.example/{id}/x",
    ],
)
def test_a_pattern_for_addresses_is_told_from_an_address(pattern):
    assert clean(pattern).template


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1]/x",
        "http://a.example/?a[]=1",
        "https://a.example/{8A2F1234-AAAA-BBBB-CCCC-123456789012}/x",
    ],
)
def test_brackets_that_addresses_have_make_no_pattern(url):
    assert not clean(url).template


@pytest.mark.parametrize(
    ("shown", "target", "same"),
    [
        ("a.example/b", "https://www.a.example/b/", True),
        ("http://a.example/b", "https://a.example/b?utm_source=x&utm_medium=y", True),
        ("https://a.example/a/very/lo…", "https://a.example/a/very/long/path", True),
        ("doi:10.5555/AB", "https://doi.org/10.5555/ab", True),
        ("https://a.example/%C3%A9", "https://a.example/é", True),
        ("https://a.example/b", "https://b.example/b", False),
        ("https://a.example/b", "https://a.example/c", False),
        ("https://a.example/b?id=1", "https://a.example/b?id=2", False),
    ],
)
def test_an_address_shown_is_its_target_where_host_and_path_are(shown, target, same):
    assert same_address(shown, target) is same
