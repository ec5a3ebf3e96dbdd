"""Where a Location leads: where a browser would go."""

import pytest

from cite.effects.web.addresses import onward_url
from cite.model.evidence import Fault
from tests.effects.asking import fetch
from tests.web.server import answer

HERE = "http://journal.example/issues/3?page=2#top"
SECURE = "https://journal.example/issues/3"


@pytest.mark.parametrize(
    ("location", "there"),
    [
        ("/about", "http://journal.example/about"),
        ("4", "http://journal.example/issues/4"),
        ("?page=3", "http://journal.example/issues/3?page=3"),
        ("//other.example/x", "http://other.example/x"),
        ("/\\other.example/x", "http://other.example/x"),
        ("\\\\other.example\\x", "http://other.example/x"),
        ("\\/other.example/x", "http://other.example/x"),
        ("////other.example/x", "http://other.example/x"),
        ("/a\\b?c\\d", "http://journal.example/a/b?c\\d"),
        ("http:other.example/", "http://journal.example/issues/other.example/"),
        ("http:/other", "http://journal.example/other"),
        ("http:\\\\other.example", "http://other.example"),
        ("HTTP:///other.example/", "http://other.example/"),
        ("https:other.example/x", "https://other.example/x"),
        ("https:/other.example/x", "https://other.example/x"),
        ("h\tt\ntp://other\r.example/", "http://other.example/"),
        ("\x00 \x1fhttp://other.example/ \x01", "http://other.example/"),
        ("mailto:editor@journal.example", "mailto:editor@journal.example"),
        ("elsewhere?u=http://x.example/", "http://journal.example/issues/elsewhere?u=http://x.example/"),
    ],
)  # fmt: skip
def test_a_location_leads_where_a_browser_goes(location, there):
    assert onward_url(HERE, location) == there


def test_a_scheme_without_slashes_begins_a_host_where_it_is_another_scheme():
    assert onward_url(SECURE, "http:other.example/x") == "http://other.example/x"
    assert onward_url(SECURE, "https:other") == "https://journal.example/issues/other"


@pytest.mark.parametrize(
    "location", ["/\\169.254.169.254/", "\\\\0xa9fea9fe/", "http:\\/2852039166/"]
)
def test_no_way_of_writing_leads_past_the_guard(loopback, location):

    loopback.behaviours["/inward"] = answer("", "302 Found", Location=location)
    assert fetch(loopback.url("/inward")).fault is Fault.ADDRESS_REFUSED
