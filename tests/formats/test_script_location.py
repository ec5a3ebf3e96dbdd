"""Where scripts that only redirect send their reader; nothing is run."""

import pytest

from cite.formats.script_location import script_location

SENT = [
    ("location.href='/new'", "/new"),
    ('window.location = "https:\\/\\/other.example\\/a"', "https://other.example/a"),
    ("document.location.replace('/a?b=1')", "/a?b=1"),
    ("top.location.assign(`/plain`)", "/plain"),
    ("window.location.replace(window.location.origin)", "/"),
    ("location.href = location.protocol + '//' + location.host + '/home'", "/home"),
    ("var h=location.hostname;location.assign('//'+h+'/');", "/"),
    ("const p = '/a'; const q = p + '/b'; location.href = q;", "/a/b"),
    ("top.location.href=['http:','','x.example'].join('/');", "http://x.example"),
    ("setTimeout(function(){location.pathname='/';},0)", "/"),
]
STAYED = [
    "if (location.href == '/new') {}",
    "location.href = target()",
    "location.href = '/a' + token()",
    "document.cookie='seen=1';location.href='/same?i=1'",
    "var mylocation = '/new'",
    "location.href = unknown + '/a'",
    "location.reload()",
    "x => location",
]


@pytest.mark.parametrize(("script", "address"), SENT)
def test_an_address_is_put_together(script, address):
    assert script_location([script], "") == address


@pytest.mark.parametrize("script", STAYED)
def test_what_cannot_be_told_is_no_redirect(script):
    assert script_location([script], "") is None


def test_a_page_that_says_something_is_meant_to_be_read():
    assert script_location(["location.href='/new'"], "word " * 60) is None


def test_a_variable_that_names_itself_ends():
    assert script_location(["var a=b+a;var b=a+b;location.href=a;"], "") is None
