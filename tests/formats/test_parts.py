"""What a page shows, as addresses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cite.formats.parts import parts_of_page, parts_of_style

HERE = "http://a.example/b/page.html"

PAGES = [
    ("<img src=x.png>", ("http://a.example/b/x.png",)),
    ('<link rel="Stylesheet" href="/s.css?v=1#x">', ("http://a.example/s.css?v=1",)),
    ('<link rel="canonical" href="/other">', ()),
    ("<img src=1.png><link rel=stylesheet href=s.css>", ("http://a.example/b/s.css", "http://a.example/b/1.png")),
    ('<img srcset="s.png 1x, l.png 2x" src=s.png>', ("http://a.example/b/s.png", "http://a.example/b/l.png")),
    ('<base href="https://c.example/d/"><script src=j.js></script>', ("https://c.example/d/j.js",)),
    ("<style>p{background:url('i.png')}</style>", ("http://a.example/b/i.png",)),
    ('<img src="data:image/png;base64,AA"><img src="javascript:x"><img src=""><img src="http://[">', ()),
    ("<img><img src><link rel=stylesheet>", ()),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "parts"), PAGES)
def test_the_parts_of_a_page(markup, parts):
    assert parts_of_page(markup, HERE) == parts


def test_the_parts_of_a_style_sheet():
    css = """@import "a.css"; @import url(b.css); p { background: URL() url( 'c.png' ) } /* url(d.png) */"""
    assert parts_of_style(css, "http://a.example/s/x.css") == tuple(
        f"http://a.example/s/{name}" for name in ("a.css", "b.css", "c.png", "d.png")
    )


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_anything_is_read_without_a_crash(text):
    parts_of_page(f"<img src='{text}'>{text}", HERE)
    parts_of_style(text, HERE)


def test_a_long_style_is_read_in_its_own_time():
    parts_of_style("url(" * 400_000 + "@import " * 100_000, HERE)
