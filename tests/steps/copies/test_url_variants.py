"""Spellings of one address: in their order, said, and never another page."""

from hypothesis import given
from hypothesis import strategies as st

from cite.steps.copies.url_variants import same_address_filed, variants


def spelled(url):
    return {spelling.words: spelling.url for spelling in variants(url)}


def test_the_spellings_come_in_their_order_and_say_what_was_changed():
    url = "https://www.a.example:443/Pages/%7eme/?b=2&utm_source=x&a=1"
    assert list(spelled(url).items())[:7] == [
        ("as http", "http://www.a.example/Pages/%7eme/?b=2&utm_source=x&a=1"),
        ("without www.", "https://a.example:443/Pages/%7eme/?b=2&utm_source=x&a=1"),
        ("without the last slash", "https://www.a.example:443/Pages/%7eme?b=2&utm_source=x&a=1"),
        ("without its port", "https://www.a.example/Pages/%7eme/?b=2&utm_source=x&a=1"),
        ("with its query in alphabetical order", "https://www.a.example:443/Pages/%7eme/?a=1&b=2&utm_source=x"),
        ("with its percent-encoding made regular", "https://www.a.example:443/Pages/~me/?b=2&utm_source=x&a=1"),
        ("without its tracking parameters", "https://www.a.example:443/Pages/%7eme/?b=2&a=1"),
    ]  # fmt: skip


def test_letters_and_punycode_go_either_way():
    readable, coded = "http://bücher.example/größe", "http://xn--bcher-kva.example/gr%C3%B6%C3%9Fe"
    assert "http://xn--bcher-kva.example/größe" in spelled(readable).values()
    assert "http://bücher.example/gr%C3%B6%C3%9Fe" in spelled(readable).values()
    assert "http://bücher.example/gr%C3%B6%C3%9Fe" in spelled(coded).values()
    assert "http://xn--bcher-kva.example/größe" in spelled(coded).values()


def test_usual_changes_come_together_too():
    assert "http://a.example/x" in spelled("https://www.a.example/x/").values()


def test_a_fragment_is_no_part_of_it():
    assert all("#" not in url for url in spelled("http://a.example/x#part").values())


def test_numbers_and_names_without_a_dot_get_no_www():
    for host in ("127.0.0.1:8080", "localhost", "[::1]"):
        assert all("www." not in url for url in spelled(f"http://{host}/x").values())


def test_what_is_no_web_address_has_no_spellings():
    for text in (
        "",
        "ftp://a.example/",
        "mailto:x@a.example",
        "http://",
        "http://[::1",
        "http://a:b:c/",
    ):
        assert list(variants(text)) == []


hosts = st.sampled_from(
    ["a.example", "www.a.example", "a.example:80", "bücher.example", "xn--bcher-kva.example"]
)
addresses = st.builds(
    lambda scheme, host, path, query: f"{scheme}://{host}/{path}{query and f'?{query}'}",
    st.sampled_from(["http", "https"]),
    hosts,
    st.text("abAB/%~ éü.-7E", max_size=12),
    st.text("ab=&%12utm_", max_size=12),
)


@given(addresses)
def test_spellings_are_new_distinct_and_file_the_same_page(url):
    found = list(variants(url))
    urls = [spelling.url for spelling in found]
    assert len(set(urls)) == len(urls)
    assert url not in urls
    assert all(same_address_filed(url, other) for other in urls)
    assert all(spelling.words for spelling in found)


@given(st.text(max_size=60))
def test_no_text_breaks_them(text):
    list(variants(text))
    list(variants(f"http://{text}"))
    same_address_filed(text, f"http://{text}")


def test_other_pages_are_not_the_same():
    page = "http://a.example/x?id=1"
    for other in (
        "http://a.example/x?id=2",
        "http://a.example/y?id=1",
        "http://b.example/x?id=1",
        "http://a.example/x",
    ):
        assert not same_address_filed(page, other)
