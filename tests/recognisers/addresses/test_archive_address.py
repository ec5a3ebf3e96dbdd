"""Addresses of archived copies, unwrapped."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.recognisers.addresses.archive_address import archive_address, parse_timestamp

PAGE = "http://a.example/x?y=1"
WHOLE = datetime(2010, 7, 19, 12, 34, 56, tzinfo=UTC)
DAY = datetime(2010, 7, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "original", "time"),
    [
        (f"https://web.archive.org/web/20100719123456/{PAGE}", PAGE, WHOLE),
        (f"http://www.web.archive.org/web/20100719123456id_/{PAGE}", PAGE, WHOLE),
        (f"https://web.archive.org/web/20100719123456if_/{PAGE}", PAGE, WHOLE),
        (f"web.archive.org/web/20100719123456/{PAGE}", None, None),
        ("https://web.archive.org/web/20100719/a.example/x", "http://a.example/x", DAY),
        ("https://web.archive.org/web/2010/http:/a.example/x", "http://a.example/x", datetime(2010, 1, 1, tzinfo=UTC)),
        ("https://web.archive.org/web/20100719123456/http%3A//a.example/x", "http://a.example/x", WHOLE),
        (f"https://web.archive.org/web/*/{PAGE}", PAGE, None),
        (f"https://web.archive.org/web/{PAGE}", PAGE, None),
        ("https://web.archive.org/about/faq.html", None, None),
        (f"https://arquivo.pt/wayback/20100719123456/{PAGE}", PAGE, WHOLE),
        (f"https://archive.ph/2010.07.19-123456/{PAGE}", PAGE, WHOLE),
        ("https://archive.is/AbC12", "", None),
        ("https://perma.cc/AB12-CD34", "", None),
        ("https://perma.cc/about", None, None),
        (f"https://www.webcitation.org/query?url={PAGE}&date=2010-07-19", "http://a.example/x?y=1", None),
        (f"https://some-library.example/archive/20100719123456mp_/{PAGE}", PAGE, WHOLE),
        (f"https://some-shop.example/2010/{PAGE}", None, None),
        ("https://a.example/20100719123456/report.pdf", None, None),
        ("http://a.example/news/20100719/story", None, None),
        ("https://web.archive.org/web/20101399000000/http://a.example/", "http://a.example/", None),
        ("not an address", None, None),
        ("http://[::1/20100719123456/http://a.example/", None, None),
    ],
)  # fmt: skip
def test_a_copys_address_tells_the_page_and_the_time(url, original, time):
    found = archive_address(url)
    assert (found and found.original, found and found.time) == (original, time)


def test_below_an_archives_own_base_any_time_will_do():
    url = "http://127.0.0.1:8090/lab/2010/http://a.example/"
    assert archive_address(url) is None
    assert archive_address(url, "http://127.0.0.1:8090/lab").original == "http://a.example/"


def test_the_raw_form_has_neither_banner_nor_rewriting():
    raw = f"https://web.archive.org/web/20100719123456id_/{PAGE}"
    assert archive_address(f"https://web.archive.org/web/20100719123456if_/{PAGE}").raw == raw
    assert archive_address("https://archive.ph/20100719123456/http://a.example/").raw is None


@given(st.text(max_size=80))
def test_no_text_breaks_it(text):
    archive_address(text)
    archive_address(f"https://web.archive.org/web/20100719123456/{text}")
    parse_timestamp(text)
