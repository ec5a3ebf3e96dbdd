"""What pages say in data: that nothing is there, and who wrote what when."""

import pytest

from cite.formats.page_data import Described, json_ld, says_gone

GONE = [
    '{"props":{"pageProps":{"statusCode":404}},"page":"/_error"}',
    '{"props":{},"page":"/404"}',
    "window.__NUXT__={error:{statusCode:404,message:'x'}}",
    'window.__STATE__={"isNotFound":true}',
    "dataLayer.push({'pageType':'error 404'})",
    "window.pagePath='/404.html'",
    '{"error":{"code":"E7","message":"Document does not exist"}}',
    '{"errors":[{"title":"Not found"}]}',
    '[{"error":1},{"statusCode":2,"message":3},404,"Page not found"]',
]
THERE = [
    '{"props":{"pageProps":{"statusCode":200}},"page":"/works/[id]"}',
    'const routes={"404":"Page not found"}',
    "if(e.status===404){retry()}",
    "dataLayer.push({'pageType':'article'})",
    '{"notFound":false}',
    '[{"statusCode":2,"count":3},200,404]',
    '{"year":"404 BC"}',
    '{"locale":{"error":{"title":"Page not found","message":"Document does not exist","back":"Home"}}}',
]


@pytest.mark.parametrize("script", GONE)
def test_a_state_says_that_nothing_is_there(script):
    assert says_gone({}, [script])


@pytest.mark.parametrize("script", THERE)
def test_a_state_that_only_mentions_it_does_not(script):
    assert not says_gone({}, [script])


def test_words_to_renderers_count():
    assert says_gone({"prerender-status-code": ("404",)}, []) == "prerender-status-code: 404"
    assert not says_gone({"prerender-status-code": ("200",)}, [])


def test_json_ld_gives_titles_authors_and_dates():
    text = '{"@graph":[{"@type":"NewsArticle","headline":"A","author":[{"name":"B"},"C"],"datePublished":"2019-04-11"},{"@type":"WebSite","name":"D"}]}'
    described = json_ld(text)
    assert (described.names, described.authors, described.dates) == (
        ("A",),
        ("B", "C"),
        ("2019-04-11",),
    )


@pytest.mark.parametrize("text", [None, "", "[", "[" * 9000, "3"])
def test_what_is_no_json_says_nothing(text):
    assert json_ld(text) == Described()
